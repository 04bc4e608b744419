from collections.abc import Callable

import pytest

from variorum.collation.comparing.compare import Comparison, compare_texts
from variorum.encoding.sentences import SentenceEncoder
from variorum.records import AnnotatedArticle

Told = Callable[..., AnnotatedArticle]
Table = Callable[[str], list[dict[str, str]]]


@pytest.fixture(scope="module")
def judged(table: Table, told: Told, encoder: SentenceEncoder) -> list[tuple[dict[str, str], Comparison]]:
    rows = table("compared_pairs")
    return [(r, compare_texts(told("a", r["a"], day=None), told("b", r["b"], day=None), encoder)) for r in rows]


def fits(wanted: str, given: str) -> bool:
    return wanted == given or (wanted == "other" and given in ("unrelated", "refine"))


@pytest.mark.parametrize("name", ["dev", "held"])
def test_invented_pairs_are_judged_right(name: str, judged: list[tuple[dict[str, str], Comparison]]) -> None:
    rows = [(row, c) for row, c in judged if row["set"] == name]
    wrong = [(row["id"], c.judgement) for row, c in rows if not fits(row["judgement"], c.judgement)]
    assert len(wrong) <= 0.12 * len(rows), wrong


def test_scores_are_rounded_and_reasons_are_sentences(judged: list[tuple[dict[str, str], Comparison]]) -> None:
    for _, comparison in judged:
        assert comparison.score == round(comparison.score, 3)
        assert comparison.reason[0].isupper() or comparison.reason[0] in "“0123456789"
        assert comparison.reason.endswith(".")


def test_sides_can_be_swapped(told: Told, encoder: SentenceEncoder) -> None:
    one = told("a", "Parliament approved the new border law on Tuesday.", day=None)
    other = told("b", "The new border law was rejected by parliament on Tuesday.", day=None)
    assert compare_texts(one, other, encoder).judgement == compare_texts(other, one, encoder).judgement == "conflict"


def test_words_alone_decide_without_an_encoder(told: Told) -> None:
    one = told("a", "Parliament approved the new border law on Tuesday after a long debate.", day=None)
    same = told("b", "After a long debate parliament approved the new border law on Tuesday.", day=None)
    other = told("c", "The orchestra cancelled its tour because its conductor fell ill.", day=None)
    assert compare_texts(one, same, None).judgement == "agree"
    assert compare_texts(one, other, None).judgement == "unrelated"


BODY = (
    "A video of a whale that swims up the canal of Selde has been seen by millions of people. {} "
    "The harbour office showed the pictures to two biologists from the university. Tourists still line the banks every day. "
    "Cafes along the canal have doubled their prices since the video appeared. The mayor asks visitors to keep off the locks."
)
HEADLINE = "Whale swims up canal in Selde"


@pytest.mark.parametrize(
    ("sentence", "judgement"),
    [
        ("The whale turned back to sea on Monday, harbour master Lou Harms said.", "agree"),
        ("The whale is a hoax: the pictures of the whale in the canal of Selde are fake, the harbour office said.", "conflict"),
        ("The whale in the canal of Selde has reportedly been there for a week, but this is unconfirmed.", "refine"),
    ],
)
def test_a_headline_is_read_against_its_report(sentence: str, judgement: str, told: Told, encoder: SentenceEncoder) -> None:
    body = told("b", BODY.format(sentence), day=None)
    assert compare_texts(told("a", HEADLINE, day=None), body, encoder).judgement == judgement


def test_a_headline_of_another_story_is_unrelated(told: Told, encoder: SentenceEncoder) -> None:
    body = told("b", BODY.format("The whale turned back to sea on Monday."), day=None)
    headline = told("a", "Court orders bank to pay pilots", day=None)
    assert compare_texts(headline, body, encoder).judgement == "unrelated"


@pytest.mark.parametrize("text", ["", " ", "...", "Yes."])
def test_nothing_to_compare_is_unrelated(text: str, told: Told, encoder: SentenceEncoder) -> None:
    other = told("b", "Parliament approved the new border law on Tuesday.", day=None)
    assert compare_texts(told("a", text, day=None), other, encoder).judgement == "unrelated"
