"""Who said what: invented sentences, one construction each."""

import pytest

from variorum.annotation.nlp import Pipeline
from variorum.annotation.quotations import find_quotations
from variorum.annotation.references import References
from variorum.records.annotation import Quotation, Spans


class Reading:
    """The quotations of a text with their spans read out."""

    def __init__(self, pipeline: Pipeline, text: str) -> None:
        self.text = text
        self.quotations, self.references = find_quotations(pipeline.nlp(text), References())

    def say(self, spans: Spans) -> str:
        return " | ".join(self.text[a:b] for a, b in spans)

    def name(self, entity: str | None) -> str | None:
        return None if entity is None else self.references.entity(entity).name

    def rows(self) -> list[tuple[str, str, str]]:
        return [(self.say(q.source), self.say(q.cue), self.say(q.content)) for q in self.quotations]

    def one(self, cue: str) -> Quotation:
        (found,) = [q for q in self.quotations if self.say(q.cue) == cue]
        return found


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("Ana Kovel said that the bridge was closed.", ("Ana Kovel", "said", "that the bridge was closed")),
        ("The bridge was closed, Ana Kovel said on Friday.", ("Ana Kovel", "said", "The bridge was closed")),
        ("“The bridge is closed,” said Ana Kovel.", ("Ana Kovel", "said", "The bridge is closed")),
        ("The bridge, she said, would reopen soon.", ("she", "said", "The bridge | would reopen soon")),
        ("According to the ministry, nine people were hurt.", ("the ministry", "According to", "nine people were hurt")),
        ("Nine people were hurt, according to the ministry.", ("the ministry", "according to", "Nine people were hurt")),
        ("The minister vowed to rebuild the bridge.", ("The minister", "vowed", "to rebuild the bridge")),
        ("Kovel made it clear that the council would vote.", ("Kovel", "made it clear", "that the council would vote")),
        ("The ministry puts the number at nine hundred.", ("The ministry", "puts", "the number at nine hundred")),
        ("The mayor rejected the plan for a new dam.", ("The mayor", "rejected", "the plan for a new dam")),
    ],
)
def test_constructions(pipeline: Pipeline, text: str, row: tuple[str, str, str]) -> None:
    assert row in Reading(pipeline, text).rows()


def test_a_quotation_split_by_its_cue_is_one(pipeline: Pipeline) -> None:
    reading = Reading(pipeline, "“The bridge is closed,” Ana Kovel told reporters in Sarnik. “It will reopen in May.”")
    (found,) = reading.quotations
    assert reading.say(found.content) == "The bridge is closed | It will reopen in May."
    assert (found.kind, reading.say(found.addressee)) == ("direct", "reporters")


def test_a_paragraph_that_is_all_quotation_goes_on_with_the_speaker(pipeline: Pipeline) -> None:
    reading = Reading(
        pipeline, "“We are ready,” Mayor Ana Kovel said.\n\n“The bridge will open in May, and the road will follow.”"
    )
    first, second = reading.quotations
    assert second.cue == second.source == ()
    assert second.speaker == first.speaker is not None
    assert second.by.score is not None and first.by.score is not None and second.by.score < first.by.score


def test_a_scare_quote_says_nothing(pipeline: Pipeline) -> None:
    assert Reading(pipeline, "The “bridge” was a plank, and the 'harbour' a pond.").rows() == []


def test_refusing_to_say_is_no_quotation(pipeline: Pipeline) -> None:
    assert Reading(pipeline, "The mayor refused to say whether the bridge was safe.").one("refused").act == "intent"


def test_denial_has_negative_polarity(pipeline: Pipeline) -> None:
    assert Reading(pipeline, "The mayor did not say that the bridge was safe.").quotations[0].polarity == "negative"


def test_a_headline_colon_names_the_source(pipeline: Pipeline) -> None:
    reading = Reading(pipeline, "Bridge will not reopen this year: Mayor\n\nThe bridge at Sarnik is old.")
    assert ("Mayor", ":", "Bridge will not reopen this year") in reading.rows()


def test_who_reports_comes_before_who_says(pipeline: Pipeline) -> None:
    reading = Reading(pipeline, "Radio Sarnik reported that the mayor said the bridge was closed.")
    assert [reading.name(e) for e in reading.one("said").chain] == ["Radio Sarnik", "mayor"]
