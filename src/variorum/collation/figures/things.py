"""What a number counts, for a whole story: the counted thing, its head noun, and what is said to happen to it."""

import functools
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from variorum.collation.claims.statements import Statement
from variorum.collation.claims.words import LANGUAGE, concept_of
from variorum.language.lexicon import Row, marked, values, word_list, words
from variorum.records.annotation import Quantity
from variorum.records.article import Span

NEAR = 6
"""How many words away a verb or noun may stand that says what is counted; longer reaches take the next clause's verb."""

Words = list[tuple[Span, str]]


@dataclass(frozen=True, slots=True)
class Counted:
    """A row of the list of counted things; ``befalls``: its verbs say what happens to the ones counted."""

    thing: str
    words: frozenset[str]
    heads: frozenset[str]
    running: bool
    fixed: bool = False
    grows: bool = False
    befalls: bool = True
    label: str = ""


PHYSICAL = marked(LANGUAGE, "collation_words", "physical")
"""Units that measure matter or distance: with the substance they nearly say what is measured."""


@functools.cache
def counted_things() -> tuple[Counted, ...]:
    """The list of counted things, in its order."""
    return tuple(_counted(row) for row in word_list(LANGUAGE, "counted"))


def _counted(row: Row) -> Counted:
    said = frozenset((*values(row, "nouns"), *values(row, "verbs")))
    heads, running = frozenset(values(row, "heads")), row["running"]
    return Counted(
        row["thing"], said, heads, running != "", running == "fixed", running == "up", bool(values(row, "verbs")), row["label"]
    )


def thing_of(quantity: Quantity, said: Words, statement: Statement | None) -> tuple[str, str, bool]:
    """What is counted: the thing, its head noun unless a general one, and whether the count runs on.

    ``said`` are the words of the sentence; the verb of the clause decides before words that only stand near.
    """
    head = quantity.thing[-1] if quantity.thing else ""
    if quantity.unit in PHYSICAL:
        return quantity.unit, "" if head in words(LANGUAGE, "number_nouns") else kind_of(head), False
    own = _row_of_noun(head) or _row_of_state(quantity.thing[:-1], head)
    row = _row_of_clause(quantity, statement, head) or (own if own is not None and own.befalls else None)
    row = row or _nearest_row(quantity, _reachable(quantity, said, statement), head)
    row = row or _row_behind_noun(quantity, said, head) or own
    if row is None and head in words(LANGUAGE, "number_nouns") and not quantity.unit:
        row = _nearest_row(quantity, _reachable(quantity, said, statement), "", reach=2 * NEAR)
    if row is not None:
        return (
            row.thing,
            "" if not head or head in row.heads or head in words(LANGUAGE, "number_nouns") else kind_of(head),
            row.running,
        )
    if quantity.unit:
        return quantity.unit, "" if head in words(LANGUAGE, "number_nouns") else kind_of(head), False
    return kind_of(head), "", False


def _within(said: Words, statement: Statement | None) -> Words:
    """The words of the clause of the number; all of them where no clause is known."""
    if statement is None or statement.claim.field != "text":
        return said
    start, end = statement.claim.span
    return [(span, lemma) for span, lemma in said if start <= span[0] and span[1] <= end]


def _reachable(quantity: Quantity, said: Words, statement: Statement | None) -> Words:
    """The words of the clause less those that a comma cuts off before the number: "kills fish, 900 people moved"."""
    source = statement.article.text if statement is not None and statement.claim.field == "text" else ""
    cut = max((source.rfind(mark, 0, quantity.start) for mark in ",;:"), default=-1)
    return [(span, lemma) for span, lemma in _within(said, statement) if span[0] > cut]


def _row_of_clause(quantity: Quantity, statement: Statement | None, head: str) -> Counted | None:
    """The counted thing whose verb is the predicate that the number is subject or object of."""
    if statement is None:
        return None
    phrases = [p for p in (statement.claim.subject_span, statement.claim.object_span) if p is not None]
    own = (quantity.start, quantity.of[0] if quantity.of else quantity.start)
    if not any(start <= at < end for at in own for start, end in phrases):
        return None
    predicate = frozenset(statement.predicate.split())
    said = predicate | ({"die"} if "lose" in predicate and LIVES & _object_words(statement) else set())
    return next((r for r in counted_things() if said & r.words and countable(head, r)), None)


LIVES = marked(LANGUAGE, "collation_words", "lives")
"""What is lost by those who die."""


def _object_words(statement: Statement) -> frozenset[str]:
    span, claim = statement.claim.object_span, statement.claim
    if span is None or claim.field != "text":
        return frozenset()
    return frozenset(statement.article.text[slice(*span)].casefold().split())


def _row_of_noun(head: str) -> Counted | None:
    """The counted thing that the counted noun itself names: "114 survivors"."""
    return next((r for r in counted_things() if head in r.words and head in r.heads), None)


def _row_of_state(modifiers: Sequence[str], head: str) -> Counted | None:
    """The counted thing whose state a word before the noun names: "four injured persons", "nine missing climbers"."""
    return next((r for r in counted_things() if r.words & r.heads & set(modifiers) and countable(head, r)), None)


def _nearest_row(quantity: Quantity, said: Words, head: str, *, reach: int = NEAR) -> Counted | None:
    """The counted thing whose verb or noun stands nearest to the number; only for nouns that can be so counted."""
    at = next((n for n, (span, _) in enumerate(said) if span[1] > quantity.start), 0)
    best: tuple[int, int, int] | None = None
    own = quantity.of or (quantity.start, quantity.end)
    for number, row in enumerate(counted_things()):
        for n, (span, lemma) in enumerate(said):
            if own[0] <= span[0] < own[1]:
                continue
            distance = abs(n - at)
            if lemma in row.words and distance <= reach and countable(head, row):
                best = min(best or (99, 0, 0), (distance, n < at, number))
    return counted_things()[best[2]] if best else None


def _row_behind_noun(quantity: Quantity, said: Words, head: str) -> Counted | None:
    """What the word right behind the noun says, where the noun stands before the number: "the number of people killed in the
    attack has risen to 31"."""
    if not head or (quantity.of is not None and quantity.of[1] > quantity.start):
        return None
    before = [lemma for span, lemma in said if span[1] <= quantity.start]
    behind = {after for noun, after in pairwise(before) if noun == head}
    return next((r for r in counted_things() if behind & r.words and countable(head, r)), None)


def countable(head: str, row: Counted) -> bool:
    """Whether what ``head`` names can be counted so: a general noun of the row, nothing at all, or some kind of people."""
    return not head or head in row.heads or (head in _people() and "people" in row.heads)


@functools.cache
def _people() -> frozenset[str]:
    """Nouns for kinds of people, who can be killed, hurt or arrested as well as people at large."""
    soldiers = (w for row in word_list(LANGUAGE, "synonyms") if row["concept"] in ARMED for w in values(row, "words"))
    kinds = (w for row in word_list(LANGUAGE, "counted_kinds") for w in values(row, "words"))
    return words(LANGUAGE, "person_words") | frozenset(soldiers) | frozenset(kinds)


ARMED = marked(LANGUAGE, "collation_words", "armed")
"""Concepts of those who bear arms, whom one report calls soldiers and another guards."""


@functools.cache
def _kinds() -> dict[str, str]:
    return {word: row["kind"] for row in word_list(LANGUAGE, "counted_kinds") for word in values(row, "words")}


def kind_of(head: str) -> str:
    """The kind that a counted noun names, else its concept: "newborn" and "baby" are one."""
    return _kinds().get(head) or concept_of(head)


@functools.cache
def _acts() -> dict[str, str]:
    return {word: row["act"] for row in word_list(LANGUAGE, "counted_acts") for word in values(row, "words")}


@functools.cache
def telling_acts() -> frozenset[str]:
    """Acts that are seldom told of two different amounts of one kind."""
    return frozenset(row["act"] for row in word_list(LANGUAGE, "counted_acts") if row["telling"] == "yes")


def acts_among(lemmas: Iterable[str]) -> frozenset[str]:
    """What is said to happen to counted things, by the words of a clause."""
    return frozenset(_acts()[w] for w in lemmas if w in _acts())


def fates_of(quantity: Quantity, said: Words, statement: Statement | None) -> frozenset[str]:
    """What is said to happen to what the number counts, in its clause, else in its sentence; its own noun counts too."""
    clause = acts_among(lemma for _, lemma in _within(said, statement)) | acts_among(quantity.thing)
    if clause or statement is None or statement.claim.field != "text":
        return clause
    return acts_among(lemma for _, lemma in said)


def is_people(thing: str) -> bool:
    """Whether a counted noun or kind is one of people."""
    return thing in _people() or thing in ARMED or thing in _kinds().values()


@functools.cache
def label_of(thing: str) -> str:
    """What a reader is told that a number of the thing counts."""
    return next((row.label for row in counted_things() if row.thing == thing and row.label), thing)


@functools.cache
def is_fixed(thing: str) -> bool:
    """Whether a story has one such count and it never changes: those who were aboard."""
    return any(row.fixed for row in counted_things() if row.thing == thing)


@functools.cache
def only_grows(thing: str) -> bool:
    """Whether such a count never falls: a later report that gives fewer dead contradicts the earlier one."""
    return any(row.grows for row in counted_things() if row.thing == thing)


@functools.cache
def said_of_it(thing: str) -> frozenset[str]:
    """Words that only say what is counted and that it was counted: they do not tell one matter from another."""
    row = next((r for r in counted_things() if r.thing == thing), None)
    return frozenset(map(concept_of, (*row.words, *row.heads))) | COUNTING if row else frozenset({thing}) | COUNTING


COUNTING = marked(LANGUAGE, "collation_words", "counting")


def gives_number(predicate: str) -> bool:
    """Whether a predicate only gives a number: "speak of", "put", "assume"."""
    return predicate.split(maxsplit=1)[0] in words(LANGUAGE, "giving_verbs")
