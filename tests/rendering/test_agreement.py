"""Statements by standing, with their counts; what one report alone has; what it has not."""

import dataclasses

import pytest

from variorum.records import Claim, Mention
from variorum.rendering.agreement import Standing, is_led_by_question_word, is_noun_with_clause, representative, subject_of
from variorum.rendering.contents import Contents
from variorum.rendering.edition import Cite, Edition


def test_statements_by_standing(contents: Contents) -> None:
    agreement = contents.agreement
    assert [len(x) for x in (agreement.agreed, agreement.repeated, agreement.contested)] == [2, 1, 1]


def test_the_count_is_read_in_origins(contents: Contents) -> None:
    killed = contents.agreement.agreed[0]
    assert killed.tally == "4 reports, 1 speaker, 2 witnesses, 2 origins"
    assert killed.letters == ("A", "B", "E", "G")
    assert contents.agreement.repeated[0].tally == "2 reports, 1 speaker, 1 origin"


def test_the_words_shown_are_those_of_a_report(contents: Contents) -> None:
    for statement in contents.agreement.agreed:
        assert statement.words.casefold() in {c.words.casefold() for c, _ in statement.members}
        assert statement.source.words.casefold() == statement.words.casefold()


def test_what_only_one_report_has_and_what_it_has_not(contents: Contents) -> None:
    by_letter = {lone.report.letter: lone for lone in contents.lone}
    assert sorted(by_letter) == ["B", "D", "G"]
    assert by_letter["G"].exclusives[0].cites[0].anchor == "G-t0-12"
    assert [s.words for s in by_letter["D"].missing] == ["Talks on a new one are planned for May 14 in Karsk"]


@pytest.mark.parametrize(
    ("words", "tells_nothing"),
    [
        ("the minister who signed it", True),
        ("the seven penalties that the law knows", True),
        ("The minister signed it", False),
        ("Those who were there left", False),
    ],
)
def test_a_noun_with_its_clause_is_no_statement(words: str, *, tells_nothing: bool) -> None:
    assert is_noun_with_clause(words) is tells_nothing


@pytest.mark.parametrize(
    ("before", "left_open"),
    [
        ("The mayor did not say when ", True),
        ("It is open whether\n", True),
        ("The mayor said that ", False),
        ("", False),
        ("when-", False),
    ],
)
def test_a_clause_behind_a_question_word_is_left_open(before: str, *, left_open: bool) -> None:
    assert is_led_by_question_word(before) is left_open


def shown(edition: Edition, words: tuple[str, ...], *standing: Standing) -> str:
    """Which of ``words``, each of another report, stands for all."""
    cites = [Cite(report, "text", (0, len(w)), w) for report, w in zip(edition.reports, words, strict=False)]
    held = standing or tuple(Standing(0) for _ in words)
    found = {c.anchor: s for c, s in zip(cites, held, strict=True)}
    return representative([(c, "") for c in cites], found)[1]


def test_the_words_that_most_reports_share_stand_for_all(edition: Edition) -> None:
    words = (
        "Orrel might have spared the miller whom he met at the weir that night",
        "the weir at Dorn broke in the night",
        "at night the old weir at Dorn broke",
    )
    assert shown(edition, words) == words[1]
    assert shown(edition, words[:1] + words[2:]) == words[0], "of two alike the longer"


def test_a_name_takes_the_place_of_who(edition: Edition) -> None:
    assert shown(edition, ("who left the weir",), Standing(1, absent="Ilke Maren")) == "[Ilke Maren] left the weir"
    assert shown(edition, ("was at the weir",), Standing(1, absent="Ilke Maren")) == "[Ilke Maren] was at the weir"


def test_what_only_supposes_never_stands_for_what_others_tell(edition: Edition) -> None:
    words = ("the weir may have broken", "the weir had broken by the morning, a baker said", "the weir may have broken")
    supposing = dataclasses.replace(Standing(0), open=True)
    assert shown(edition, words, supposing, Standing(0), supposing) == words[1]


@pytest.mark.parametrize(
    ("clause", "subject", "object", "found"),
    [
        ("Vaszary was dismissed by the council", None, "cna/vaszary", (0, "")),
        ("was dismissed by Ferreg", "cna/ferreg", "cna/vaszary", (1, "Dorin Vaszary")),
        ("had left the harbour", "cna/vaszary", None, (1, "Dorin Vaszary")),
        ("should Vaszary leave the harbour", "cna/vaszary", None, (0, "")),
        ("dismissing the warden", None, "cna/vaszary", (2, "")),
        ("ending the strike of the dockers", "cna/vaszary", None, (2, "")),
        ("who had left the harbour", "cna/vaszary", None, (1, "Dorin Vaszary")),
        ("which Ferreg had left", "cna/ferreg", None, (3, "")),
        ("what Ferreg had left", "cna/ferreg", None, (3, "")),
        ("if Vaszary leaves the harbour, the dockers will go", "cna/vaszary", None, (0, "")),
        ("there was no fire in the harbour", None, None, (1, "")),
        ("was dismissed in the night", None, None, (2, "")),
    ],
)
def test_a_clause_is_whole_where_it_names_whom_it_is_about(
    edition: Edition, clause: str, subject: str | None, object: str | None, found: tuple[int, str]
) -> None:
    names = [("Vaszary", "cna/vaszary"), ("Ferreg", "cna/ferreg")]
    mentions = tuple(Mention(clause.index(n), clause.index(n) + len(n), "name", "person", e) for n, e in names if n in clause)
    claim = Claim("c1", (0, len(clause)), subject, "dismiss", object, "positive", "asserted", None)
    first = edition.reports[0]
    report = dataclasses.replace(first, article=dataclasses.replace(first.article, text=clause, mentions=mentions))
    assert subject_of(edition, report, claim, clause) == found
