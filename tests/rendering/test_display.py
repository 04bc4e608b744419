"""Source characters on show: furniture left out, nothing that can rewrite a screen, cuts at word breaks."""

from hypothesis import given
from hypothesis import strategies as st

from variorum.records import AnnotatedArticle, Furniture
from variorum.rendering.display import clean, shorten, shorten_front, shown, trimmed, visible


def test_furniture_inside_a_passage_is_left_out() -> None:
    article = AnnotatedArticle("a", "Norvaneinfo-icon mourns", furniture=(Furniture(7, 16, "markup"),))
    assert shown(article, (0, 23)) == "Norvane mourns"
    assert shown(article, (8, 23)) == " mourns".strip()


def test_outside_titles_have_no_furniture() -> None:
    article = AnnotatedArticle("a", "body", title="The title", furniture=(Furniture(0, 4, "markup"),))
    assert shown(article, (4, 9), "title") == "title"


def test_characters_that_act_are_not_shown() -> None:
    assert clean("a\x1b[31mb\u202ec\x00\ud800") == "a[31mbc\ufffd"
    assert visible("two\nlines") == "two\nlines"


def test_shortening_cuts_at_a_word_break() -> None:
    assert shorten("the harbour stays closed", 14) == "the harbour…"
    assert shorten("closed", 6) == "closed"


def test_shortening_at_the_front_keeps_the_end() -> None:
    assert shorten_front("the harbour stays closed", 16) == "…stays closed"
    assert shorten_front("closed", 6) == "closed"


def test_enclosing_and_dangling_quotation_marks_go_inner_ones_stay() -> None:
    assert trimmed(" “fairy tales” ", (0, 15)) == (2, 13)
    assert trimmed('fairy tales"', (0, 12)) == (0, 11)
    assert trimmed('"No," she said.', (0, 15)) == (0, 15)


@given(st.text(max_size=60), st.integers(2, 40))
def test_shortened_text_is_never_longer(text: str, limit: int) -> None:
    assert len(shorten(text, limit)) <= limit


@given(st.text(max_size=40), st.data())
def test_trimming_stays_inside(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    inner = trimmed(text, (start, end))
    assert start <= inner[0] <= inner[1] <= end
