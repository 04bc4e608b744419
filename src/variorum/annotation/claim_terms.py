"""The terms of a claim: its content words in text order, names as the entity they refer to."""

from collections.abc import Iterator

from spacy.tokens import Token

from variorum.annotation.claim_predicates import lemma
from variorum.annotation.clause_setting import Setting

CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM", "ADV"})
EMPTY = frozenset({"be", "have", "do", "say", "other", "such", "own", "many", "more", "most", "several", "same", "as", "there"})
"""Lemmas of content classes that say nothing about what a clause is about."""


def terms(tokens: Iterator[Token], setting: Setting, voice: str | None) -> tuple[str, ...]:
    """Content lemmas of ``tokens``; a name is ``@`` and its entity's id, once; words that introduce ``voice`` are left out."""
    found: list[str] = []
    last = -1
    for token in tokens:
        mention = setting.names.get(token.i)
        if voice is not None and any(q.id == voice for q in setting.attributions.get(token.i, ())):
            continue
        if mention is not None:
            if mention.start != last:
                found.append("@" + mention.entity)
            last = mention.start
        elif _is_content(token):
            found.append(lemma(token))
    return tuple(found)


def _is_content(token: Token) -> bool:
    if token.pos_ not in CONTENT or token.dep_ in ("aux", "auxpass") or not any(c.isalnum() for c in token.text):
        return False
    if token.pos_ == "ADV" and token.is_stop:
        return False
    return lemma(token) not in EMPTY
