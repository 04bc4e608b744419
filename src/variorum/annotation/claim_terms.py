"""The terms of a claim: its content words in text order, names as the entity they refer to."""

from dataclasses import dataclass

from spacy.symbols import ADJ, ADV, NOUN, NUM, PROPN, VERB
from spacy.tokens import Doc, Token

from variorum.annotation.claim_predicates import lemma
from variorum.annotation.clause_setting import Setting

CONTENT = frozenset({NOUN, PROPN, VERB, ADJ, NUM, ADV})
EMPTY = frozenset({"be", "have", "do", "say", "other", "such", "own", "many", "more", "most", "several", "same", "as", "there"})
"""Lemmas of content classes that say nothing about what a clause is about."""


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The content lemma of every token of a document, ``None`` where it has none."""

    words: tuple[str | None, ...]
    setting: Setting

    def terms(self, edges: tuple[int, int], voice: str | None) -> tuple[str, ...]:
        """Content lemmas from the first to the last token; a name is ``@`` and its entity's id, once.

        The words that introduce ``voice`` are left out.
        """
        found: list[str] = []
        last = -1
        names, attributions = self.setting.names, self.setting.attributions
        for i in range(edges[0], edges[1] + 1):
            if voice is not None and any(q.id == voice for q in attributions.get(i, ())):
                continue
            mention, word = names.get(i), self.words[i]
            if mention is None:
                found += [word] if word is not None else []
            elif mention.start != last:
                found.append("@" + mention.entity)
                last = mention.start
        return tuple(found)


def find_vocabulary(doc: Doc, setting: Setting) -> Vocabulary:
    """The content lemmas of ``doc``."""
    parts = doc.to_array("POS").tolist()
    return Vocabulary(tuple(_content(doc[i], parts[i]) if parts[i] in CONTENT else None for i in range(len(doc))), setting)


def _content(token: Token, part: int) -> str | None:
    if (part == VERB and token.dep_ in ("aux", "auxpass")) or (part == ADV and token.is_stop):
        return None
    word = lemma(token)
    return word if word not in EMPTY and any(c.isalnum() for c in word) else None
