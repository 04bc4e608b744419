"""Patterns for political events: which words name which PLOVER root, under which conditions on what stands beside them.

PLOVER: Political Language Ontology for Verifiable Event Records (Open Event Data Alliance), the successor of CAMEO.
"""

import functools
from collections.abc import Mapping
from dataclasses import dataclass

from spacy.tokens import Token

from variorum.annotation.claims.predicates import lemma
from variorum.annotation.words.lists import listed
from variorum.language.lexicon import values, word_list

LANGUAGE = "en"


Slots = Mapping[str, tuple[Token, ...]]
"""What stands beside a verb: ``obj``, ``subj``, ``that``, ``to_do``, ``will``, ``comp``, prepositions; the heads there."""


@dataclass(frozen=True, slots=True)
class Need:
    """One condition: what a slot must hold. ``fillers`` empty: anything; ``absent``: nothing may stand there."""

    slot: str
    fillers: frozenset[str]
    absent: bool
    none_of: bool

    def met_by(self, slots: Slots, names: dict[int, frozenset[str]]) -> Token | bool:
        """The token that meets the condition, ``True`` where it is met without one, else ``False``.

        ``names`` remembers what tokens may be known by, for the conditions that are tried on the same slots.
        """
        tokens = slots.get(self.slot, ())
        if self.absent:
            return not tokens
        if not self.fillers:
            return tokens[0] if tokens else False
        found = next((t for t in tokens if not self.fillers.isdisjoint(_remembered(t, names))), None)
        if self.none_of:
            return found is None
        return found if found is not None else False


@dataclass(frozen=True, slots=True)
class Pattern:
    """One row: ``root`` is a PLOVER root, or ``None`` for a sense that is no event."""

    root: str | None
    mode: str | None
    needs: tuple[Need, ...]
    recipient: tuple[str, ...]
    owner: str


@functools.cache
def _classes() -> Mapping[str, frozenset[str]]:
    return {row["class"]: frozenset(values(row, "words")) for row in word_list(LANGUAGE, "plover_classes")}


def _names(token: Token) -> frozenset[str]:
    """What a filler may be known by: its lemma, words compounded with it, what a measure noun measures, its type (``#GPE``)."""
    inner = [c for c in token.children if c.dep_ in ("compound", "nmod", "amod") and c.pos_ in ("NOUN", "PROPN", "ADJ")]
    measured = [c for p in token.children if p.lower_ == "of" for c in p.children if c.dep_ == "pobj"]
    partitive = measured if lemma(token) in listed("measures") else []
    own = () if partitive else (lemma(token), token.lower_)
    return frozenset({*own, f"#{token.ent_type_}", *(lemma(t) for t in (*inner, *partitive))})


def _remembered(token: Token, names: dict[int, frozenset[str]]) -> frozenset[str]:
    if token.i not in names:
        names[token.i] = _names(token)
    return names[token.i]


def _need(text: str) -> Need:
    slot, _, filler = text.partition(":")
    none_of = filler.startswith("!")
    words: set[str] = set()
    for word in filler.removeprefix("!").split(","):
        words |= _classes()[word[1:]] if word.startswith("@") else {word}
    return Need(slot, frozenset() if filler in ("*", "-") else frozenset(words), filler == "-", none_of)


@functools.cache
def verb_patterns() -> Mapping[str, tuple[Pattern, ...]]:
    """The patterns by verb (with particle or preposition), those with most conditions first, else in the list's order."""
    found: dict[str, list[Pattern]] = {}
    for row in word_list(LANGUAGE, "plover_verbs"):
        root = None if row["type"] == "none" else row["type"]
        needs = tuple(_need(text) for text in row["needs"].split())
        pattern = Pattern(root, row["mode"] or None, needs, values(row, "recipient"), "")
        for verb in values(row, "verbs"):
            found.setdefault(verb, []).append(pattern)
    return {verb: tuple(sorted(patterns, key=lambda p: -len(p.needs))) for verb, patterns in found.items()}


@functools.cache
def noun_patterns() -> Mapping[str, Pattern]:
    """The patterns by event noun."""
    return {
        noun: Pattern(row["type"], row["mode"] or None, (), values(row, "recipient"), row["owner"])
        for row in word_list(LANGUAGE, "plover_nouns")
        for noun in values(row, "nouns")
    }


@dataclass(frozen=True, slots=True)
class Match:
    """A pattern that holds, and the words that made it hold besides the verb."""

    pattern: Pattern
    words: tuple[Token, ...]


def match(keys: tuple[str, ...], slots: Slots) -> Match | None:
    """The pattern that decides the sense of a verb, tried under its names from the longest; ``None`` when no row holds."""
    patterns = verb_patterns()
    names: dict[int, frozenset[str]] = {}
    for key in keys:
        for pattern in patterns.get(key, ()):
            met = _all_met(pattern, slots, names)
            if met is not None:
                return Match(pattern, met)
    return None


def _all_met(pattern: Pattern, slots: Slots, names: dict[int, frozenset[str]]) -> tuple[Token, ...] | None:
    """The tokens that meet the conditions of a pattern; ``None`` as soon as one fails."""
    met = []
    for need in pattern.needs:
        found = need.met_by(slots, names)
        if found is False:
            return None
        if isinstance(found, Token):
            met.append(found)
    return tuple(met)
