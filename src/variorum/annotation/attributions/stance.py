"""How an attribution is meant: said or not said, asserted, planned, demanded, possible, asked."""

import functools
from collections.abc import Mapping
from typing import cast

from spacy.tokens import Token

from variorum.annotation.attributions.content import Content
from variorum.annotation.attributions.cues import LANGUAGE, Cue, CueEntry, cue_table
from variorum.annotation.words.lists import listed
from variorum.language.lexicon import word_list
from variorum.records.annotation import Modality, Polarity


@functools.cache
def _modals() -> Mapping[str, Modality]:
    kind = "content_auxiliary"
    return {r["word"]: cast(Modality, r["modality"]) for r in word_list(LANGUAGE, "modality") if r["kind"] == kind}


def stance(cue: Cue, entry: CueEntry, content: Content) -> tuple[Polarity, Modality]:
    """Polarity (negative: not said, or denied by the speaker) and modality of an attribution."""
    verb = cue.head if cue.kind == "verb" else cue.head.head
    negated = any(c.dep_ == "neg" or c.lower_ in ("never", "hardly") for c in verb.children) if cue.kind != "noun" else False
    if cue.kind == "verb" and ((verb.dep_ == "pcomp" and verb.head.lower_ == "without") or _nobody(verb)):
        negated = True
    polarity: Polarity = "negative" if negated != (entry.polarity == "negative") else "positive"
    wanted = _wanted(verb) if cue.kind == "verb" else None
    if content.modality is not None or entry.modality != "asserted" or wanted is not None:
        return polarity, wanted or content.modality or entry.modality
    return polarity, _verb_modality(verb) if cue.kind != "noun" else "asserted"


def _nobody(verb: Token) -> bool:
    """``neither of them said``, ``no one said``: nobody did."""
    subject = next((c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")), None)
    return subject is not None and subject.doc[subject.left_edge.i].lower_ in listed("nobody")


def _wanted(verb: Token) -> Modality | None:
    """``asked them to back it``: what is only wanted, planned or promised has not been said or done."""
    if verb.dep_ not in ("xcomp", "ccomp") or not any(c.tag_ == "TO" for c in verb.lefts):
        return None
    entries = cue_table(LANGUAGE, "cues").get(verb.head.lemma_.lower(), ())
    return next((e.modality for e in entries if e.modality in ("demanded", "planned")), None)


def _verb_modality(verb: Token) -> Modality:
    for child in verb.children:
        if child.dep_ == "aux" and child.lower_ in _modals():
            return _modals()[child.lower_]
        if child.dep_ == "mark" and child.lower_ == "if":
            return "conditional"
    if verb.dep_ == "xcomp" and verb.head.lemma_.lower() in listed("plans"):
        return "planned"
    return "asserted"
