"""Whom a sentence leaves open is not shown as the one who said it; whom it does not is."""

import pytest

from variorum.annotation.attributions.assembly import Attribution
from variorum.annotation.attributions.find import find_quotations
from variorum.annotation.attributions.page import lay_out
from variorum.annotation.coreference.find import find_references
from variorum.annotation.nlp import Pipeline
from variorum.annotation.speakers.doubt import LEARNED_FROM, is_doubtful
from variorum.records.annotation import Entity, EntityType, Quotation


def found(pipeline: Pipeline, text: str, content: str) -> list[tuple[Quotation, str | None]]:
    """Each attribution whose content holds the words, with the name of its speaker."""
    doc = pipeline.nlp(text)
    quotations, references = find_quotations(doc, find_references(doc))
    names = {e.id: e.name for e in references.entities}
    held = [q for q in quotations if any(content in text[s:e] for s, e in q.content)]
    return [(q, names.get(q.speaker or "")) for q in held]


def speakers(pipeline: Pipeline, text: str, content: str) -> list[str | None]:
    return [name for _, name in found(pipeline, text, content)]


VIEW = "Ada Roe was calm. “It was a slip,” she said. In the harbour firm's view it was “a bad habit of the crew”."
JUDGE = "Per Dahl wept in the hall as the judge, Runa Velk, told him that the fire had been foreseeable."


@pytest.mark.parametrize(("text", "content", "name"), [(VIEW, "a bad habit", "Ada Roe"), (JUDGE, "the fire had", "Dahl")])
def test_nobody_is_named_whom_the_sentence_leaves_open(pipeline: Pipeline, text: str, content: str, name: str) -> None:
    [(quotation, speaker)] = found(pipeline, text, content)
    assert speaker is None
    assert len(quotation.candidates) == 1
    assert name not in speakers(pipeline, text, content)


@pytest.mark.parametrize(
    ("text", "content", "speaker"),
    [
        ("Ada Roe was calm. “It was a slip,” she said. The bridge would be “open by spring”.", "The bridge", "Ada Roe"),
        ("Per Dahl left the hall and told reporters that the fire had been foreseeable.", "the fire had", "Dahl"),
        ("Mr Dahl told Mrs Roe to bring the keys by noon.", "to bring", "Dahl"),
    ],
)
def test_who_plainly_speaks_is_named(pipeline: Pipeline, text: str, content: str, speaker: str) -> None:
    assert speakers(pipeline, text, content) == [speaker]


def attributed(
    pipeline: Pipeline,
    text: str,
    verb: str,
    name: str,
    rule: str = "tagged",
    *,
    score: float = 0.95,
    kind: EntityType = "person",
) -> bool:
    """Whether it is doubtful that ``name`` speaks by ``verb``, found by the source rule ``rule``."""
    doc = pipeline.nlp(text)
    page = lay_out(doc)
    cue = next(t for t in doc if t.text == verb)
    token = next(t for t in doc if t.text == name)
    content = frozenset(range(cue.i + 1, len(doc) - 1))
    source = (token.i, token.i + 1)
    item = Attribution((cue.i,), cue.i, verb, content, source, token, ("tagged", rule), "speech", "positive", "asserted", score)
    return is_doubtful(page, item, Entity("e1", name, kind, named=True))


@pytest.mark.parametrize(
    ("text", "verb", "name", "reading"),
    [
        ("Dahl was urged to leave the board.", "urged", "Dahl", "doubtful"),
        ("Dahl has been told to bring the keys.", "told", "Dahl", "doubtful"),
        ("Dahl urged the board to leave.", "urged", "Dahl", "plain"),
        ("The rumour that Dahl offered her the post came from the union.", "offered", "Dahl", "doubtful"),
        ("It was on Monday that Dahl offered her the post.", "offered", "Dahl", "plain"),
        ("With this sentence, spoken to Dahl, the guard ended his career.", "spoken", "Dahl", "doubtful"),
    ],
)
def test_who_is_told_or_talked_about_does_not_speak(pipeline: Pipeline, text: str, verb: str, name: str, reading: str) -> None:
    assert attributed(pipeline, text, verb, name) is (reading == "doubtful")


def test_a_label_that_names_neither_person_nor_body_is_nobody(pipeline: Pipeline) -> None:
    text = "DAHL : The lock burst at noon."
    assert attributed(pipeline, text, ":", "DAHL", "label", kind="work")
    assert not attributed(pipeline, text, ":", "DAHL", "label", kind="person")
    assert not attributed(pipeline, text, ":", "DAHL", "label", kind="organisation")


def test_nobody_but_its_subject_is_named_by_a_weak_learned_cue_alone(pipeline: Pipeline) -> None:
    text = "In a talk with Dahl the board toyed with a ban on barges."
    assert attributed(pipeline, text, "toyed", "Dahl", score=LEARNED_FROM - 0.01)
    assert not attributed(pipeline, text, "toyed", "Dahl", score=LEARNED_FROM)
    assert not attributed(pipeline, text, "toyed", "Dahl", "subject", score=LEARNED_FROM - 0.01)
    assert not attributed(pipeline, "Dahl toyed with a ban.", "toyed", "Dahl", score=LEARNED_FROM - 0.01)
    assert attributed(pipeline, "Dahl quotes her call as a cry.", "quotes", "Dahl", score=LEARNED_FROM - 0.01)


def test_the_company_is_no_firm_named_once_in_passing(pipeline: Pipeline) -> None:
    passing = "The Tessin Works plant was closed. The company said that nobody was hurt."
    told_of = "The airline Ormel Air closed its hangar. The company said that nobody was hurt."
    assert speakers(pipeline, passing, "nobody was hurt") == ["company"]
    assert speakers(pipeline, told_of, "nobody was hurt") == ["Ormel Air"]


def test_a_surname_that_looks_like_a_date_speaks(pipeline: Pipeline) -> None:
    text = "The lock was shut. On Lent Radio yesterday Mrs May herself said that no lock had burst."
    assert speakers(pipeline, text, "no lock") == ["May"]
    assert speakers(pipeline, "The chairman Monday said that the lock had burst.", "the lock had") == ["chairman"]
