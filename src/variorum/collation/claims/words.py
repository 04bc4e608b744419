"""Word lists that claims are compared with: concepts, opposites, how far an act has gone, who makes whom act."""

import functools
from collections.abc import Mapping

from variorum.language.lexicon import values, word_list

LANGUAGE = "en"

WORDS_KEPT = 65_536
"""Words and predicates whose look-up is remembered; a large story has fewer."""


@functools.cache
def kind_words(kind: str) -> frozenset[str]:
    """The words of one kind in the list of claim words."""
    return frozenset(row["word"] for row in word_list(LANGUAGE, "claim_words") if row["kind"] == kind)


@functools.cache
def _concepts() -> Mapping[str, str]:
    rows = word_list(LANGUAGE, "synonyms")
    return {word: row["concept"] for row in rows for word in values(row, "words")}


def concept_of(word: str) -> str:
    """The concept that a lemma stands for: its row in the list of synonyms, else the lemma itself."""
    return _concepts().get(word, word)


@functools.cache
def _verbs() -> Mapping[str, str]:
    rows = word_list(LANGUAGE, "synonyms")
    return {word: row["concept"] for row in rows for word in values(row, "verbs")}


def act_concept(word: str) -> str:
    """The concept that a lemma stands for as the verb of a clause."""
    return _verbs().get(word) or concept_of(word)


@functools.cache
def _axes() -> Mapping[str, Mapping[str, int]]:
    table: dict[str, dict[str, int]] = {}
    for row in word_list(LANGUAGE, "antonyms"):
        for column, side in (("positive", 1), ("negative", -1)):
            for word in values(row, column):
                table.setdefault(word, {})[row["axis"]] = side
    return table


@functools.lru_cache(maxsize=WORDS_KEPT)
def sides(predicate: str) -> Mapping[str, int]:
    """Axis to side (+1, -1) on which a predicate stands; its head verb decides where the whole phrase is not listed."""
    for form in predicate_forms(predicate):
        if form in _axes():
            return _axes()[form]
    return {}


def opposite(one: str, other: str) -> bool:
    """Whether two predicates stand on opposite sides of every axis that they share, and share one."""
    a, b = sides(one), sides(other)
    shared = a.keys() & b.keys()
    return bool(shared) and all(a[axis] != b[axis] for axis in shared)


def same_side(one: str, other: str) -> bool:
    """Whether two predicates stand on the same side of some axis that they share."""
    a, b = sides(one), sides(other)
    return any(a[axis] == b[axis] for axis in a.keys() & b.keys())


@functools.lru_cache(maxsize=WORDS_KEPT)
def predicate_forms(predicate: str) -> tuple[str, ...]:
    """The predicate as listed forms may spell it: whole, without a leading ``be``, its first word."""
    words = predicate.split()
    plain = words[1:] if len(words) > 1 and words[0] == "be" else words
    return tuple(dict.fromkeys((predicate, " ".join(plain), plain[0] if plain else predicate)))


@functools.cache
def _stages() -> Mapping[str, int]:
    return {row["word"]: int(row["stage"]) for row in word_list(LANGUAGE, "commitment")}


@functools.lru_cache(maxsize=WORDS_KEPT)
def stage_of(predicate: str) -> int | None:
    """How far an act has gone when ``predicate`` names it (1 thought about .. 4 done), where the list knows."""
    return next((_stages()[form] for form in predicate_forms(predicate) if form in _stages()), None)


@functools.cache
def number_words() -> frozenset[str]:
    """Words that stand for a number, ordinals left out."""
    return frozenset(row["word"] for row in word_list(LANGUAGE, "number_words") if row["kind"] != "ordinal")


@functools.cache
def _causatives() -> Mapping[str, bool]:
    return {row["word"]: row["leaves"] != "freely" for row in word_list(LANGUAGE, "causatives")}


@functools.lru_cache(maxsize=WORDS_KEPT)
def forces(predicate: str) -> bool:
    """Whether the predicate's subject takes the decision away from the one who acts."""
    return any(_causatives().get(form, False) for form in predicate_forms(predicate))


@functools.cache
def _forced_pairs() -> frozenset[tuple[str, str]]:
    rows = word_list(LANGUAGE, "forced_pairs")
    return frozenset((one, other) for row in rows for one in values(row, "freely") for other in values(row, "forced"))


def told_as_forced(free: str, forced: str) -> bool:
    """Whether ``free`` tells an act as the doer's own and ``forced`` as done to the doer ("resign", "dismiss")."""
    return any((a, b) in _forced_pairs() for a in predicate_forms(free) for b in predicate_forms(forced))


@functools.cache
def _done_to() -> frozenset[str]:
    return frozenset(forced for _, forced in _forced_pairs())


def is_done_to(predicate: str) -> bool:
    """Whether the predicate makes its object go or give up: "dismiss", "drive out"."""
    return any(form in _done_to() for form in predicate_forms(predicate))


@functools.cache
def _ones_own() -> frozenset[str]:
    return frozenset(free for free, _ in _forced_pairs())


def is_ones_own(predicate: str) -> bool:
    """Whether the predicate tells as the doer's own an act that others can bring about: "resign", "withdraw"."""
    return any(form in _ones_own() for form in predicate_forms(predicate))
