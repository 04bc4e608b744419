from hypothesis import given
from hypothesis import strategies as st

from variorum.language.tokens import Words, article_words, find_words, word_key
from variorum.records.article import Article, Furniture


def test_keys_fold_case_accents_apostrophes_and_thousands() -> None:
    words = find_words("Orlev’s Café sold 2,400 tonnes")
    assert words.keys == ("orlev's", "cafe", "sold", "2400", "tonnes")
    assert words.spans == ((0, 7), (8, 12), (13, 17), (18, 23), (24, 30))


def test_invisible_characters_stand_inside_a_word() -> None:
    assert find_words("har\u00adbour\u00a0bl\u200bast").keys == ("harbour", "blast")


def test_punctuation_and_quotation_marks_are_no_words() -> None:
    assert find_words("“S-90” – (no)").keys == ("s", "90", "no")


def test_a_decomposed_letter_is_the_composed_one() -> None:
    assert word_key("cafe\u0301") == word_key("caf\u00e9") == "cafe"


def test_a_glued_word_ends_on_its_kept_characters() -> None:
    text = "Tarvialink-icon's port"
    words = find_words(text, without=[(6, 15)])
    assert words.keys == ("tarvia's", "port")
    assert words.spans[0] == (0, 17)


def test_article_words_leave_furniture_out() -> None:
    article = Article("a", "Port burns\nLatest news", furniture=(Furniture(11, 22, "related"),))
    assert article_words(article).keys == ("port", "burns")


def test_between_takes_whole_words_only() -> None:
    words = find_words("one two three")
    assert words.between(1, 13) == Words(("two", "three"), ((4, 7), (8, 13)))
    assert len(words.between(5, 6)) == 0


@given(st.text(max_size=60), st.lists(st.tuples(st.integers(0, 60), st.integers(0, 10)), max_size=3))
def test_words_stand_in_order_and_start_and_end_on_kept_characters(text: str, cuts: list[tuple[int, int]]) -> None:
    without = [(s, s + n) for s, n in cuts]
    words = find_words(text, without=without)
    gone = {i for s, e in without for i in range(s, e)}
    flat = [offset for span in words.spans for offset in span]
    assert flat == sorted(flat)
    for (start, end), key in zip(words.spans, words.keys, strict=True):
        assert key and 0 <= start < end <= len(text)
        assert start not in gone and end - 1 not in gone
