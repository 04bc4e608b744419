"""One matter settled by one voice and open by another."""

from collections.abc import Callable

import pytest

from variorum.collation.claims.setting import setting_of
from variorum.collation.claims.statements import statements_of
from variorum.collation.claims.verdicts import Verdict
from variorum.collation.disagreements import settled
from variorum.collation.disagreements.settled import step_verdicts
from variorum.collation.entities.find import merge_entities
from variorum.encoding.sentences import SentenceEncoder
from variorum.records import AnnotatedArticle

Told = Callable[..., AnnotatedArticle]

LEASE = "Pesk is finalising the lease of nine trams from the maker Holm, transport chief Ada Brenn said."


def verdicts(
    reports: dict[str, str], told: Told, encoder: SentenceEncoder | None, *, later: str = "2031-05-20"
) -> list[Verdict]:
    days = dict.fromkeys(reports, "2031-05-20") | {max(reports): later}
    articles = tuple(told(key, text, day=days[key]) for key, text in reports.items())
    entities = merge_entities(articles)
    statements = statements_of(articles, entities)
    return list(step_verdicts(statements, setting_of(statements, entities), encoder))


@pytest.mark.parametrize(
    "other",
    [
        "Mayor Jon Sarle was asked about the lease of trams from Holm. No contract has been signed, he said.",
        "The lease of nine trams from Holm is merely being examined, Mayor Jon Sarle said.",
        "Pesk wants nine trams from the maker Holm. Nothing has been decided, Mayor Jon Sarle said.",
    ],
)
def test_a_matter_settled_here_is_open_there(other: str, told: Told, encoder: SentenceEncoder) -> None:
    settled = "Pesk has signed the lease of nine trams from the maker Holm, transport chief Ada Brenn said."
    found = verdicts({"a": other, "b": settled}, told, encoder)
    assert {(v.kind, v.judgement, v.aspect) for v in found} == {("polarity", "conflict", "step")}
    assert {side.article.id for v in found for side in v.sides} == {"a", "b"}


def test_two_voices_of_one_report_answer_each_other(told: Told, encoder: SentenceEncoder) -> None:
    decided = "The harbour board has decided to close the north quay, chairman Ivo Lund said."
    (found,) = verdicts({"a": f"{decided} It is merely being examined, Petra Voss said."}, told, encoder)
    assert {side.value for side in found.sides} == {"being examined", "decided"}


def test_what_is_signed_on_a_later_day_is_an_update(told: Told, encoder: SentenceEncoder) -> None:
    reports = {"a": "No lease of trams from Holm has been signed.", "b": "The lease of trams from Holm was signed in Pesk."}
    assert {v.judgement for v in verdicts(reports, told, encoder, later="2031-05-24")} == {"update"}


@pytest.mark.parametrize(
    "other",
    [
        "No decision has been taken on the future of the opera house, Mayor Jon Sarle said.",
        "The police of Dorn are looking at the brakes of a lorry.",
        "Pesk has decided to lease nine trams from the maker Holm.",
        "No contract for the lease of nine trams has been signed.",
    ],
)
def test_other_matters_and_steps_that_go_together_are_left_alone(other: str, told: Told, encoder: SentenceEncoder) -> None:
    assert verdicts({"a": LEASE, "b": other}, told, encoder) == []


def test_one_voice_does_not_answer_itself(told: Told, encoder: SentenceEncoder) -> None:
    text = "The board has decided to close the quay, Ivo Lund said. No date has been set, Ivo Lund said."
    assert verdicts({"a": text}, told, encoder) == []


def test_nothing_is_found_without_an_encoder(told: Told) -> None:
    assert verdicts({"a": "Nothing has been signed.", "b": "The lease was signed."}, told, None) == []


def test_the_same_words_show_no_step(told: Told, encoder: SentenceEncoder) -> None:
    reports = {
        "a": "Ivo Lund said Holm hopes to have the lease of nine trams signed.",
        "b": "The lease of nine trams from Holm has been signed, Ada Brenn said.",
    }
    assert all(len({side.value for side in v.sides}) > 1 for v in verdicts(reports, told, encoder))


def test_two_clauses_that_name_two_matters_are_not_of_one(
    told: Told, encoder: SentenceEncoder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(settled, "LIKELY", 0.0)
    drivers = "Ivo Lund of Pesk said dozens of tram drivers have yet to decide whether to join the union."
    museum = "Ivo Lund of Pesk is poised to open a museum at the harbour, Ada Brenn said."
    assert not verdicts({"a": drivers, "b": museum}, told, encoder)
    assert verdicts({"a": drivers, "b": museum.replace("a museum", "a museum of tram drivers")}, told, encoder)


def test_a_denied_plan_of_another_matter_is_not_what_was_signed(told: Told, encoder: SentenceEncoder) -> None:
    plan = "The health ministry of Pesk denies that it plans to close the clinics in Tarv."
    signed = "The health ministry of Pesk signed an agreement with the clinics, Ada Brenn said."
    assert verdicts({"a": plan, "b": signed}, told, encoder) == []
