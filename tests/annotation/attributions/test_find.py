"""Who said what: invented sentences, one construction each, in the wording of many kinds of report."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from variorum.annotation.attributions.find import METHOD, find_quotations
from variorum.annotation.coreference.find import find_references
from variorum.annotation.nlp import Pipeline
from variorum.records.annotation import Quotation, Spans


class Reading:
    """The quotations of a text with their spans read out."""

    def __init__(self, pipeline: Pipeline, text: str) -> None:
        self.text = text
        doc = pipeline.nlp(text)
        self.quotations, self.references = find_quotations(doc, find_references(doc))

    def say(self, spans: Spans) -> str:
        return " | ".join(self.text[a:b] for a, b in spans)

    def name(self, entity: str | None) -> str | None:
        return None if entity is None else self.references.entity(entity).name

    def rows(self) -> list[tuple[str, str, str]]:
        return [(self.say(q.source), self.say(q.cue), self.say(q.content)) for q in self.quotations]

    def one(self, cue: str) -> Quotation:
        (found,) = [q for q in self.quotations if self.say(q.cue) == cue]
        return found

    def chain(self, cue: str) -> list[str | None]:
        return [self.name(e) for e in self.one(cue).chain]


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
        ("The mayor called on the council to vote.", ("The mayor", "called on", "the council to vote")),
        ("The union warned against panic.", ("The union", "warned against", "panic")),
        ("Ana Kovel described the plan as reckless.", ("Ana Kovel", "described", "the plan as reckless")),
        ("Analysts expect exports to recover by April.", ("Analysts", "expect", "exports to recover by April")),
        ("The government expressed concern about the flood.", ("The government", "expressed concern about", "the flood")),
        ("What the judge called “a wicked betrayal” ended.", ("the judge", "called", "a wicked betrayal")),
        ("It was, in the words of the chairman, “a shambles”.", ("the chairman", "in the words", "It was | a shambles")),
        ("A claim the company denied caused the strike.", ("the company", "denied", "A claim")),
        ("The mayor asked whether the bridge was safe.", ("The mayor", "asked", "whether the bridge was safe")),
        ("The clerk denied stealing the money.", ("The clerk", "denied", "stealing the money")),
        (
            "In it Ana Kovel, until yesterday head of the Bank of Orvia, warns Jon Hale that the loan would be void.",
            ("Ana Kovel", "warns", "that the loan would be void"),
        ),
    ],
)
def test_constructions(pipeline: Pipeline, text: str, row: tuple[str, str, str]) -> None:
    assert row in Reading(pipeline, text).rows()


def test_participles_go_on_with_the_speaker(pipeline: Pipeline) -> None:
    text = "Ana Kovel said the council would oppose any plan for a dam, noting that the old one leaked."
    reading = Reading(pipeline, text)
    assert ("Ana Kovel", "noting", "that the old one leaked") in reading.rows()
    assert reading.say(reading.one("said").content).endswith("a dam")


def test_a_quotation_split_by_its_cue_is_one(pipeline: Pipeline) -> None:
    reading = Reading(pipeline, "“The bridge is closed,” Ana Kovel told reporters in Sarnik. “It will reopen in May.”")
    (found,) = reading.quotations
    assert reading.say(found.content) == "The bridge is closed | It will reopen in May."
    assert (found.kind, reading.say(found.addressee)) == ("direct", "reporters")
    assert reading.chain("told") == ["Ana Kovel"]


def test_a_quotation_of_several_sentences_is_whole(pipeline: Pipeline) -> None:
    text = '"We waited. Nobody came. Then it rained," the driver said.'
    assert Reading(pipeline, text).rows() == [("the driver", "said", "We waited. Nobody came. Then it rained")]


def test_a_quotation_over_two_paragraphs_is_one(pipeline: Pipeline) -> None:
    text = "The inspector said: “It was a complex case.\n\n“Nobody helped us.”"
    reading = Reading(pipeline, text)
    assert reading.say(reading.one("said").content) == "It was a complex case. | Nobody helped us."


def test_a_paragraph_that_is_all_quotation_goes_on_with_the_speaker(pipeline: Pipeline) -> None:
    text = "“We are ready,” Mayor Ana Kovel said.\n\n“The bridge will open in May, and the road will follow.”"
    first, second = Reading(pipeline, text).quotations
    assert second.cue == second.source == ()
    assert second.speaker == first.speaker is not None
    assert second.by.score is not None
    assert first.by.score is not None
    assert second.by.score < first.by.score


def test_nothing_is_carried_over_another_speaker(pipeline: Pipeline) -> None:
    text = "Taxes will rise, Lena Roth confirmed, adding that the rich must pay. “Outrageous!” shouted one."
    reading = Reading(pipeline, text)
    (shout,) = [q for q in reading.quotations if reading.say(q.content) == "Outrageous!"]
    assert reading.name(shout.speaker) != "Lena Roth"


@pytest.mark.parametrize(
    "text",
    [
        "The “bridge” was a plank, and the 'harbour' a pond.",
        "Jon “Lefty” Moor won the race.",
        "The film “The Long Night” opens on Friday.",
        "The boat sank in the harbour, and nine people drowned.",
    ],
)
def test_no_attribution(pipeline: Pipeline, text: str) -> None:
    assert Reading(pipeline, text).rows() == []


def test_a_title_is_no_part_of_what_was_said(pipeline: Pipeline) -> None:
    reading = Reading(pipeline, "“I expected it,” he said on “Meet the Town.” “It was no surprise to us.”")
    assert reading.say(reading.one("said").content) == "I expected it | It was no surprise to us."


def test_refusing_to_say_is_no_speech(pipeline: Pipeline) -> None:
    reading = Reading(pipeline, "The mayor refused to say whether the bridge was safe.")
    assert [(reading.say(q.cue), q.act) for q in reading.quotations] == [("refused", "intent")]


@pytest.mark.parametrize(
    ("text", "polarity", "modality"),
    [
        ("The mayor did not say that the bridge was safe.", "negative", "asserted"),
        ("The mayor denied that the bridge was safe.", "negative", "asserted"),
        ("Neither of the ministers said that the bridge was safe.", "negative", "asserted"),
        ("The mayor asked whether the bridge was safe.", "positive", "question"),
        ("The mayor demanded that the bridge be closed.", "positive", "demanded"),
        ("The mayor promised that the bridge would open.", "positive", "planned"),
        ("The mayor said that the bridge was safe.", "positive", "asserted"),
    ],
)
def test_polarity_and_modality(pipeline: Pipeline, text: str, polarity: str, modality: str) -> None:
    (found,) = [q for q in Reading(pipeline, text).quotations if q.act == "speech"]
    assert (found.polarity, found.modality) == (polarity, modality)


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("The mayor said the bridge was safe.", "speech"),
        ("The mayor believes the bridge is safe.", "belief"),
        ("The mayor plans to close the bridge.", "intent"),
        ("The mayor welcomed the report on the bridge.", "attitude"),
        ("The report said the bridge was safe.", "document"),
    ],
)
def test_acts(pipeline: Pipeline, text: str, act: str) -> None:
    assert [q.act for q in Reading(pipeline, text).quotations] == [act]


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("Bridge will not reopen this year: Mayor", ("Mayor", ":", "Bridge will not reopen this year")),
        ("Karsk: ‘I will not resign’", ("Karsk", ":", "I will not resign")),
        ("“They knew for a year”: engineer accuses carmaker", ("engineer", ":", "They knew for a year")),
        ("Fire at the harbour under control - officials", ("officials", "-", "Fire at the harbour under control")),
        ("Port strike to end on Friday, union says", ("union", "says", "Port strike to end on Friday")),
    ],
)
def test_headlines(pipeline: Pipeline, text: str, row: tuple[str, str, str]) -> None:
    assert row in Reading(pipeline, f"{text}\n\nThe weather in Sarnik was fine on Monday.").rows()


def test_a_label_before_a_headline_speaks_not(pipeline: Pipeline) -> None:
    assert Reading(pipeline, "Analysis: The bridge has failed the town\n\nIt rained.").rows() == []


@pytest.mark.parametrize(
    ("text", "cue", "chain"),
    [
        ("Radio Sarnik reported that the mayor said the bridge was closed.", "said", ["Radio Sarnik", "mayor"]),
        ("The mayor said the bridge was closed, Radio Sarnik reported.", "said", ["Radio Sarnik", "mayor"]),
        ("“The bridge is closed,” Ana Kovel told Radio Sarnik.", "told", ["Radio Sarnik", "Ana Kovel"]),
        ("In an interview with Radio Sarnik, Ana Kovel said the bridge was closed.", "said", ["Radio Sarnik", "Ana Kovel"]),
        ("Radio Sarnik reported, citing a police officer, that the bridge was closed.", "reported | citing",
         ["Radio Sarnik", "police officer"]),
        ("Radio Sarnik quoted the mayor as saying the bridge was closed.", "quoted | as saying", ["Radio Sarnik", "mayor"]),
    ],
)  # fmt: skip
def test_who_vouches(pipeline: Pipeline, text: str, cue: str, chain: list[str]) -> None:
    assert Reading(pipeline, text).chain(cue) == chain


def test_a_spokeswoman_vouches_for_whom_she_speaks(pipeline: Pipeline) -> None:
    reading = Reading(pipeline, "The League warned Kaldia through its spokeswoman Ida Stone of the consequences of a war.")
    found = reading.one("warned")
    assert reading.name(found.speaker) == "League"
    assert found.chain[-1] == found.speaker
    assert reading.name(found.chain[0]) == "Ida Stone"


def test_two_who_speak_together_are_one_speaker(pipeline: Pipeline) -> None:
    reading = Reading(pipeline, "Kaldia and Ruvenia said the pass would stay open.")
    found = reading.one("said")
    assert reading.name(found.speaker) == "Kaldia and Ruvenia"


def test_it_goes_on_with_the_document_that_spoke(pipeline: Pipeline) -> None:
    text = "According to the statement, Radio Sarnik paid the fine.\n\nIt added that the case was closed."
    reading = Reading(pipeline, text)
    assert reading.name(reading.one("added").speaker) == "statement"


def test_an_unnamed_source_becomes_an_entity(pipeline: Pipeline) -> None:
    reading = Reading(pipeline, "Some say the bridge is unsafe.")
    entity = reading.references.entity(str(reading.one("say").speaker))
    assert entity.named is False


def test_an_unclear_pronoun_is_left_open(pipeline: Pipeline) -> None:
    found = Reading(pipeline, "It was dark. He said the bridge was closed.").quotations[0]
    assert found.speaker is None
    assert found.chain == ()


def test_a_dateline_is_no_part_of_the_words(pipeline: Pipeline) -> None:
    reading = Reading(pipeline, "SARNIK (KNA) – The bridge will stay closed, Ana Kovel said on Friday.")
    assert reading.say(reading.one("said").content) == "The bridge will stay closed"


def test_the_reporters_own_remark_is_cut_off(pipeline: Pipeline) -> None:
    reading = Reading(pipeline, "The company said all workers were insured, though it did not show the contracts.")
    assert reading.say(reading.one("said").content) == "all workers were insured"


def test_the_reason_names_the_words(pipeline: Pipeline) -> None:
    found = Reading(pipeline, "Ana Kovel said the bridge was closed.").quotations[0]
    assert found.by.method == METHOD
    assert "“said”" in found.by.reason
    assert "“Ana Kovel”" in found.by.reason


PIECES = (
    "Ana Kovel said the bridge was closed.", "“We waited,” he said. “Nobody came.”", "The mayor", "according to the ministry,",
    "\n\n", "“", "”", "'", "Bridge: Mayor", "citing officials", "The union warned against panic;", "she added", "(KNA) –", "It",
)  # fmt: skip


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.sampled_from(PIECES), max_size=9))
def test_whatever_the_text_findings_stay_inside_it(pipeline: Pipeline, pieces: list[str]) -> None:
    text = " ".join(pieces)
    reading = Reading(pipeline, text)
    known = {e.id for e in reading.references.entities}
    assert [q.id for q in reading.quotations] == [f"q{n}" for n in range(len(reading.quotations))]
    for found in reading.quotations:
        assert found.content
        for spans in (found.content, found.cue, found.source, found.addressee, found.medium):
            assert all(0 <= a < b <= len(text) for a, b in spans)
            assert list(spans) == sorted(spans)
        assert {e for e in (found.speaker, *found.candidates, *found.chain) if e is not None} <= known
        assert found.speaker is None or found.chain[-1] == found.speaker
        assert found.by.score is not None
        assert 0 < found.by.score <= 1
    assert reading.quotations == Reading(pipeline, text).quotations


def test_words_that_nobody_is_named_for_keep_their_candidates(pipeline: Pipeline) -> None:
    text = "Ana Kovel met Lena Roth in Sarnik.\n\n“Nobody in this town will ever forget what happened.”"
    (found,) = Reading(pipeline, text).quotations
    assert found.speaker is None
    assert len(found.candidates) == 2
    assert found.kind == "direct"


@pytest.mark.parametrize(
    ("text", "cues"),
    [
        ("Mayor Ida Brandt said the dockers fear a long strike.", ["said"]),
        ("Mayor Ida Brandt said she wanted to close the port.", ["said"]),
        ("The Lunt Gazette reported that Mayor Ida Brandt said the port was safe.", ["reported", "said"]),
        ("The dockers fear a long strike.", ["fear"]),
    ],
)
def test_thoughts_inside_what_somebody_says_are_part_of_it_and_sayings_make_a_chain(
    pipeline: Pipeline, text: str, cues: list[str]
) -> None:
    doc = pipeline.nlp(text)
    found, _ = find_quotations(doc, find_references(doc))
    assert [text[q.cue[0][0] : q.cue[-1][1]] for q in found] == cues


def test_one_saying_of_one_speaker_is_given_once(pipeline: Pipeline) -> None:
    text = "Mayor Ida Brandt said in a statement, insisting that the port was safe. She said she had told the dockers to wait."
    doc = pipeline.nlp(text)
    found, references = find_quotations(doc, find_references(doc))
    brandt = next(e.id for e in references.entities if e.name == "Ida Brandt")
    of_her = [q for q in found if q.speaker == brandt]
    inside = [(a, b) for a in of_her for b in of_her if a is not b and _letters(a) <= _letters(b)]
    assert of_her
    assert all(len(_letters(a)) < 0.6 * len(_letters(b)) for a, b in inside)


def _letters(quotation: Quotation) -> set[int]:
    return {n for start, end in quotation.content for n in range(start, end)}


@pytest.mark.parametrize(
    ("text", "cue", "source"),
    [
        ("Correction: an earlier entry said that nine had died.", "said", "an earlier entry"),
        ("Kovel: We said that nine had died.", "said", "We"),
    ],
)
def test_a_label_says_nothing(pipeline: Pipeline, text: str, cue: str, source: str) -> None:
    read = Reading(pipeline, text)
    assert read.say(read.one(cue).source) == source
