"""Loaded words of one article: marks on words with a charge beside a neutral alternative, never a verdict."""

import functools
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from spacy.strings import get_string_id
from spacy.tokens import Doc, Token

from variorum.language.lexicon import word_list
from variorum.records.annotation import LoadedWord

LANGUAGE = "en"
CLASSES: Mapping[str, frozenset[str]] = {
    "adj": frozenset({"ADJ"}),
    "adv": frozenset({"ADV"}),
    "noun": frozenset({"NOUN", "PROPN"}),
    "verb": frozenset({"VERB"}),
}


@dataclass(frozen=True, slots=True)
class _Entry:
    """One entry: the words after the first, the parts of speech it must have (empty: any), the kind of charge."""

    rest: tuple[str, ...]
    classes: frozenset[str]
    label: str


def find_loaded_words(doc: Doc) -> tuple[LoadedWord, ...]:
    """The loaded words of ``doc`` in text order, longest entry first, each with the kind of charge."""
    return tuple(_found(doc))


def _found(doc: Doc) -> Iterator[LoadedWord]:
    entries, first_words = _entries()
    end = 0
    for i, (lower, lemma) in enumerate(doc.to_array(["LOWER", "LEMMA"]).reshape(-1, 2).tolist()):
        if i < end or not (lower in first_words or lemma in first_words):
            continue
        token = doc[i]
        candidates = entries.get(token.lower_) or entries.get(token.lemma_.lower(), ())
        for entry in candidates:
            if _holds(entry, token):
                end = token.i + 1 + len(entry.rest)
                last = doc[end - 1]
                yield LoadedWord(token.idx, last.idx + len(last), entry.label)
                break


def _holds(entry: _Entry, token: Token) -> bool:
    if entry.classes and token.pos_ not in entry.classes:
        return False
    following = token.doc[token.i + 1 : token.i + 1 + len(entry.rest)]
    return tuple(t.lower_ for t in following) == entry.rest


@functools.cache
def _entries() -> tuple[Mapping[str, tuple[_Entry, ...]], frozenset[int]]:
    """Entries by first word, long ones first, and the hashes of all first words.

    Hyphens are words of their own, as the tokeniser splits them.
    """
    found: dict[str, list[_Entry]] = {}
    for row in word_list(LANGUAGE, "loaded"):
        first, *rest = row["word"].replace("-", " - ").split()
        classes = frozenset() if rest or row["pos"] == "any" else CLASSES[row["pos"]]
        found.setdefault(first, []).append(_Entry(tuple(rest), classes, row["label"]))
    table = {word: tuple(sorted(entries, key=lambda e: -len(e.rest))) for word, entries in found.items()}
    return table, frozenset(get_string_id(word) for word in table)
