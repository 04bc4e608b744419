"""The terms of a claim: its content words in text order, names as the entity they refer to."""

from dataclasses import dataclass

from spacy.attrs import DEP, IS_STOP, LEMMA, LOWER, POS
from spacy.symbols import ADJ, ADV, NOUN, NUM, PROPN, VERB, aux, auxpass
from spacy.tokens import Doc

from variorum.annotation.claims.clause_setting import Setting
from variorum.annotation.claims.predicates import lemma_of
from variorum.annotation.words.lists import listed

CONTENT = frozenset({NOUN, PROPN, VERB, ADJ, NUM, ADV})
AUXILIARIES = frozenset({aux, auxpass})


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
    strings = doc.vocab.strings
    known: dict[tuple[int, int], str | None] = {}
    words: list[str | None] = []
    rows: list[list[int]] = doc.to_array([POS, DEP, IS_STOP, LOWER, LEMMA]).reshape(-1, 5).tolist()  # type: ignore[assignment]
    for part, label, stop, lower, lemma in rows:
        if part not in CONTENT or (part == VERB and label in AUXILIARIES) or (part == ADV and stop):
            words.append(None)
            continue
        if (lower, lemma) not in known:
            known[lower, lemma] = _content(strings[lower], strings[lemma])
        words.append(known[lower, lemma])
    return Vocabulary(tuple(words), setting)


def _content(lower: str, lemma: str) -> str | None:
    word = lemma_of(lower, lemma)
    return word if word not in listed("tells_nothing") and any(c.isalnum() for c in word) else None
