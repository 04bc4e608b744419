"""Events in PLOVER: root, actors, recipients, and what modality and arguments make of a verb, on invented sentences."""

import itertools
from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from variorum.annotation.coreference.references import References
from variorum.annotation.events.find import find_event_mentions
from variorum.annotation.events.patterns import match, noun_patterns, verb_patterns
from variorum.annotation.nlp import Pipeline
from variorum.records.annotation import Entity, EventMention, Mention, Quotation, Time
from variorum.records.provenance import Provenance

BY = Provenance("test@1", None, "")
ROOTS = frozenset(
    {"AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID", "YIELD", "REQUEST", "ACCUSE", "REJECT", "THREATEN", "PROTEST"}
    | {"SANCTION", "MOBILIZE", "COERCE", "ASSAULT", "RETREAT"}
)
NAMES = ("Averia", "Brennia", "Mara Tolen", "the rebels", "League")


def events_of(
    pipeline: Pipeline, text: str, *, quotations: Sequence[Quotation] = (), times: Sequence[Time] = ()
) -> tuple[EventMention, ...]:
    present = [name for name in NAMES if name.lower() in text.lower()]
    starts = [text.lower().index(name.lower()) for name in present]
    mentions = tuple(
        Mention(start, start + len(name), "name", "organisation", name) for start, name in zip(starts, present, strict=True)
    )
    entities = tuple(Entity(name, name, "organisation", named=True) for name in present)
    found = References(tuple(sorted(mentions, key=lambda m: m.start)), entities)
    return find_event_mentions(pipeline.nlp(text), found, tuple(times), tuple(quotations))


@pytest.mark.parametrize(
    ("text", "root", "actor", "recipient"),
    [
        ("Averia agreed to a truce with Brennia.", "AGREE", "Averia", "Brennia"),
        ("Averia will provide food aid to Brennia.", "AGREE", "Averia", "Brennia"),
        ("Mara Tolen met Brennia envoys on Monday.", "CONSULT", "Mara Tolen", "Brennia"),
        ("Averia held talks with Brennia.", "CONSULT", "Averia", "Brennia"),
        ("Mara Tolen visited Brennia.", "CONSULT", "Mara Tolen", "Brennia"),
        ("Averia praised Brennia for its patience.", "SUPPORT", "Averia", "Brennia"),
        ("Averia signed a treaty with Brennia.", "SUPPORT", "Averia", "Brennia"),
        ("Averia shared intelligence with Brennia.", "COOPERATE", "Averia", "Brennia"),
        ("Averia sent medicine to Brennia.", "AID", "Averia", "Brennia"),
        ("Averia extradited a smuggler to Brennia.", "COOPERATE", "Averia", "Brennia"),
        ("Averia took part in military exercises with Brennia.", "COOPERATE", "Averia", "Brennia"),
        ("Averia withdrew its observers from Brennia.", "SANCTION", "Averia", "Brennia"),
        ("Averia announced a freeze of loans to Brennia.", "SANCTION", "Averia", "Brennia"),
        ("Averia expelled two reporters of Brennia.", "SANCTION", "Averia", "Brennia"),
        ("Averia released two prisoners from Brennia.", "YIELD", "Averia", "Brennia"),
        ("Mara Tolen resigned on Friday.", "YIELD", "Mara Tolen", None),
        ("Averia withdrew its troops from Brennia.", "RETREAT", "Averia", "Brennia"),
        ("Averia urged Brennia to open the border.", "REQUEST", "Averia", "Brennia"),
        ("Averia called on Brennia to free the crew.", "REQUEST", "Averia", "Brennia"),
        ("Averia accused Brennia of lying.", "ACCUSE", "Averia", "Brennia"),
        ("Averia launched an investigation into Brennia.", "ACCUSE", "Averia", "Brennia"),
        ("Averia rejected an offer from Brennia.", "REJECT", "Averia", "Brennia"),
        ("Averia refused to meet the envoy of Brennia.", "REJECT", "Averia", "Brennia"),
        ("Averia threatened Brennia with war.", "THREATEN", "Averia", "Brennia"),
        ("Farmers rallied against Averia.", "PROTEST", None, "Averia"),
        ("Averia imposed sanctions on Brennia.", "SANCTION", "Averia", "Brennia"),
        ("Averia expelled the ambassador of Brennia.", "SANCTION", "Averia", "Brennia"),
        ("Averia deployed troops along its border with Brennia.", "MOBILIZE", "Averia", "Brennia"),
        ("Averia detained Mara Tolen.", "COERCE", "Averia", "Mara Tolen"),
        ("Averia bombed Brennia.", "ASSAULT", "Averia", "Brennia"),
        ("Brennia was attacked by the rebels.", "ASSAULT", "the rebels", "Brennia"),
    ],
)
def test_roots_and_roles(pipeline: Pipeline, text: str, root: str, actor: str | None, recipient: str | None) -> None:
    event = events_of(pipeline, text)[0]
    assert event.type == root
    assert event.actors == ((actor,) if actor else ())
    assert event.recipients == ((recipient,) if recipient else ())


@pytest.mark.parametrize(
    ("text", "root"),
    [
        ("Averia struck a deal with Brennia.", "SUPPORT"),
        ("Averia struck a convoy in Brennia.", "ASSAULT"),
        ("Averia fired its ambassador to Brennia.", "SANCTION"),
        ("Averia fired shells at Brennia.", "ASSAULT"),
        ("Averia launched an attack on Brennia.", "ASSAULT"),
        ("Averia launched a scathing attack on Brennia.", "ACCUSE"),
        ("Workers launched a hunger strike against Averia.", "PROTEST"),
        ("Averia lifted sanctions on Brennia.", "YIELD"),
        ("Averia cut its ties with Brennia.", "SANCTION"),
        ("Averia cut aid to Brennia.", "SANCTION"),
        ("Students protested against the decision of Brennia.", "PROTEST"),
    ],
)
def test_arguments_decide_the_sense(pipeline: Pipeline, text: str, root: str) -> None:
    assert events_of(pipeline, text)[0].type == root


@pytest.mark.parametrize(
    "text",
    [
        "Mara Tolen signed the budget bill.",
        "Averia met its climate target.",
        "An earthquake hit Averia.",
        "Averia declined to comment.",
        "Mara Tolen walked her dog.",
        "The accident killed ten people in Averia.",
        "Averia fought the epidemic.",
    ],
)
def test_everyday_senses_are_no_events(pipeline: Pipeline, text: str) -> None:
    assert events_of(pipeline, text) == ()


@pytest.mark.parametrize(
    ("text", "root", "polarity", "modality"),
    [
        ("Averia attacked Brennia.", "ASSAULT", "positive", "asserted"),
        ("Averia did not attack Brennia.", "ASSAULT", "negative", "asserted"),
        ("Averia will attack Brennia.", "THREATEN", "positive", "planned"),
        ("Averia will visit Brennia.", "AGREE", "positive", "planned"),
        ("Averia will not help Brennia.", "REJECT", "positive", "asserted"),
        ("Averia may attack Brennia.", "ASSAULT", "positive", "possible"),
    ],
)
def test_deeds_and_announcements(pipeline: Pipeline, text: str, root: str, polarity: str, modality: str) -> None:
    event = events_of(pipeline, text)[0]
    assert (event.type, event.polarity, event.modality) == (root, polarity, modality)


def test_what_is_urged_is_no_event_of_its_own(pipeline: Pipeline) -> None:
    events = events_of(pipeline, "Averia urged Brennia to release the prisoners and attack the rebels.")
    assert [e.type for e in events] == ["REQUEST"]


def test_what_must_be_done_is_asked_by_its_speaker(pipeline: Pipeline) -> None:
    text = "Mara Tolen said Brennia must release the prisoners."
    content = text.index("Brennia")
    quotation = Quotation(
        "q1",
        "text",
        ((content, len(text) - 1),),
        ((11, 15),),
        ((0, 10),),
        "indirect",
        "speech",
        "positive",
        "demanded",
        "Mara Tolen",
        (),
        (),
        (),
        ("Mara Tolen",),
        BY,
    )
    event = events_of(pipeline, text, quotations=[quotation])[0]
    assert (event.type, event.actors, event.recipients) == ("REQUEST", ("Mara Tolen",), ("Brennia",))
    assert event.voice == "q1"


def test_an_event_named_by_a_noun(pipeline: Pipeline) -> None:
    events = events_of(pipeline, "The village mourned after the rebels' attack on Brennia.")
    assert [(e.type, e.recipients) for e in events] == [("ASSAULT", ("Brennia",))]


def test_those_who_meet_each_other_are_both(pipeline: Pipeline) -> None:
    event = events_of(pipeline, "Averia and Brennia held talks.")[0]
    assert event.actors == event.recipients == ("Averia", "Brennia")


def test_the_reason_names_the_words(pipeline: Pipeline) -> None:
    text = "Averia struck a deal with Brennia on Monday."
    monday = text.index("Monday")
    time = Time("t1", monday, monday + 6, "DATE", "2031-03-03", "2031-03-03", "2031-03-03", None, BY)
    event = events_of(pipeline, text, times=[time])[0]
    assert "“struck”" in event.by.reason
    assert "“deal”" in event.by.reason
    assert event.time == "t1"
    assert text[event.start : event.end] == "struck"


def test_lower_case_text(pipeline: Pipeline) -> None:
    event = events_of(pipeline, "averia was bombed by brennia on monday.")[0]
    assert (event.type, event.actors, event.recipients) == ("ASSAULT", ("Brennia",), ("Averia",))


def test_the_lists_name_plover_roots_only() -> None:
    roots = {p.root for patterns in verb_patterns().values() for p in patterns} - {None}
    assert roots <= ROOTS
    assert {p.root for p in noun_patterns().values()} <= ROOTS


def test_rows_with_more_conditions_come_first() -> None:
    assert all(len(a.needs) >= len(b.needs) for patterns in verb_patterns().values() for a, b in itertools.pairwise(patterns))
    assert match(("no-such-verb",), {}) is None


WORDS = ["Averia", "Brennia", "attacked", "agreed", "to", "refused", "talks", "with", "not", "and", "sanctions", "on", "."]


@settings(max_examples=25, deadline=None)
@given(words=st.lists(st.sampled_from(WORDS), max_size=20))
def test_any_sequence_of_words_gives_placed_events(pipeline: Pipeline, words: list[str]) -> None:
    text = " ".join(words)
    for event in events_of(pipeline, text):
        assert 0 <= event.start < event.end <= len(text)
        assert event.type in ROOTS
        assert event.actors or event.recipients
