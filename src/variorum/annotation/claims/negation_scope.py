"""The negating words, and what a negation at a verb is about: the act, or only its reason, its purpose or its time."""

import functools
from collections.abc import Iterator

from spacy.tokens import Doc, Token

from variorum.annotation.claims.clauses import Clause
from variorum.language.lexicon import word_list

LANGUAGE = "en"
_MEMO = "variorum.reasoned_acts"


@functools.cache
def negators(kind: str) -> frozenset[str]:
    """The words of one kind in ``negation.tsv`` (adverb, determiner, pronoun, ...) or ``negation_scope.tsv`` (single, ...)."""
    rows = (row for name in ("negation", "negation_scope") for row in word_list(LANGUAGE, name))
    return frozenset(row["word"] for row in rows if row["kind"] == kind)


def spares_act(clause: Clause) -> bool:
    """Whether "not" or "never" at the verb of ``clause`` leaves the act as done: "did not leave merely because of the money",
    "were not sent to fight but to build", "did not arrive until midnight", "did not sign because we trust each other" where
    the same text has "signed because"."""
    if _is_past(clause) and any(_opening(part) == "until" for part in clause.children):
        return True
    reasons = [part for part in clause.children if part.dep_ in ("prep", "advcl") and _opening(part) in negators("reason")]
    reasons = [part for part in reasons if part.i > clause.head.i]
    if any(_is_limited(part) or _is_contrasted(part, clause) for part in reasons):
        return True
    return any(_is_close_because(part) for part in reasons) and clause.head.lemma_ in _reasoned_acts(clause.head.doc)


def _opening(part: Token) -> str:
    """The preposition or conjunction that opens a part of a clause; "to" of an infinitive."""
    if part.tag_ == "IN":
        return part.lower_
    return next((c.lower_ for c in part.children if (c.dep_ == "mark" or c.tag_ == "TO") and c.i < part.i), "")


def _is_limited(reason: Token) -> bool:
    first = reason.left_edge.i
    return bool({reason.doc[first].lower_, reason.doc[first - 1].lower_} & negators("limits"))


def _is_contrasted(reason: Token, clause: Clause) -> bool:
    """Whether another reason follows with "but", which hangs on the first one or on the verb."""
    return any(_follows_with_but(reason, head) for head in (reason, clause.head))


def _follows_with_but(reason: Token, head: Token) -> bool:
    but = any(c.dep_ == "cc" and c.lower_ == "but" and c.i > reason.i for c in head.children)
    return but and any(c.dep_ == "conj" and c.i > reason.i and _opening(c) in negators("other_reason") for c in head.children)


def _is_past(clause: Clause) -> bool:
    return any(word.tag_ == "VBD" for word in (*clause.auxiliaries, clause.head))


def belongs_to_negation(reason: Clause) -> bool:
    """Whether what is denied is the reason: "did not sign *because we trust each other*" is not told by "did not sign"."""
    above = reason.above
    denied = above is not None and any(c.dep_ == "neg" for c in above.children)
    return above is not None and denied and _is_close_because(reason.head) and spares_act(above)


def _is_close_because(part: Token) -> bool:
    return _opening(part) == "because" and part.doc[part.left_edge.i - 1].text != ","


def _reasoned_acts(doc: Doc) -> frozenset[str]:
    known = doc.user_data.get(_MEMO)
    if not isinstance(known, frozenset):
        known = doc.user_data[_MEMO] = frozenset(_with_reason(doc))
    return known


def _with_reason(doc: Doc) -> Iterator[str]:
    """The verbs, as lemmas, that stand with "because" and without a negation."""
    for token in doc:
        if token.lower_ == "because":
            verb = token.head.head if token.dep_ == "mark" else token.head
            if verb.pos_ == "VERB" and not any(c.dep_ == "neg" for c in verb.children):
                yield verb.lemma_
