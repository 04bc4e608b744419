"""Attributions in which the subject only passes words on: ``learned from officials that X``, ``let it be known that X``."""

from spacy.tokens import Token

from variorum.annotation.attributions.content import CLAUSES, VERBAL, Content, subtree
from variorum.annotation.attributions.cues import LANGUAGE, Cue, CueEntry
from variorum.annotation.attributions.order import around
from variorum.annotation.attributions.page import Page
from variorum.annotation.attributions.sources import Source, own_subject, phrase, plausible


def learned_from(page: Page, cue: Cue, entry: CueEntry) -> Content | None:
    """``has learned from sources that X``, ``X, one hears in the ministry``: those it was learned from speak, whoever learned
    it passes it on."""
    verb = cue.head
    subject = own_subject(page, verb)
    where = ("from", "in", "at") if subject is not None and subject.lower_ in ("one", "you", "we") else ("from",)
    prep = next((c for c in verb.rights if c.dep_ == "prep" and c.lower_ in where and c.i <= verb.i + 3), None)
    speaker = next((c for c in prep.children if c.dep_ == "pobj"), None) if prep is not None else None
    if prep is None or speaker is None or subject is None or not plausible(speaker, LANGUAGE):
        return None
    for token in (*verb.rights, *speaker.subtree):
        for child in (token, *token.rights):
            if _that_clause(page, child) and child.i > speaker.i:
                return Content(frozenset(subtree(child)), "quoted", cue=(prep.i,), speaker=speaker)
    beside = _beside(page, cue)
    return Content(beside, "quoted", cue=(prep.i,), speaker=speaker) if beside else None


def _beside(page: Page, cue: Cue) -> frozenset[int]:
    """``The bank will close, we hear from the ministry``: the sentence that the clause of ``cue`` stands in as an aside."""
    subject = own_subject(page, cue.head)
    if subject is None:
        return frozenset()
    content = around(page, cue, Source(subject, *phrase(page, subject, cue.head), "subject"))
    return content.tokens if content is not None else frozenset()


def let_known(page: Page, cue: Cue, entry: CueEntry) -> Content | None:
    """``let it be known that X``; ``X, the office let it be known``; ``X, the office let this newspaper know``."""
    told = next((c for c in cue.head.rights if c.lower_ == "know" and c.dep_ in ("ccomp", "xcomp")), None)
    if told is not None and (beside := _beside(page, cue)):
        return Content(beside, "clear", cue=(told.i,))
    known = next((c for c in cue.head.rights if c.lower_ == "known" and c.dep_ in ("ccomp", "xcomp")), None)
    if known is None:
        return None
    clause = next((c for c in (*known.rights, *cue.head.rights) if c.i > known.i and _that_clause(page, c)), None)
    tokens = frozenset(subtree(clause)) if clause is not None else _beside(page, cue) - set(range(cue.head.i, known.i + 1))
    return Content(tokens, "clear", cue=tuple(range(cue.head.i + 1, known.i + 1)))


def _that_clause(page: Page, token: Token) -> bool:
    first = page.doc[token.left_edge.i]
    that = first.lower_ == "that" and (first.dep_ == "mark" or first.tag_ == "IN")
    return that and token.dep_ in CLAUSES and token.pos_ in (*VERBAL, "NOUN", "ADJ")
