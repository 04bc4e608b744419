"""Figures of a story: what each number counts, and whether two numbers for one thing can both hold."""

import functools
import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from variorum.collation.claim_sentences import concepts_in, sentence_at, sentence_before, words_in
from variorum.collation.claim_statements import Statement
from variorum.collation.claim_words import LANGUAGE, concept_of
from variorum.language.lexicon import Row, values, word_list, words
from variorum.records.annotation import AnnotatedArticle, Quantity
from variorum.records.article import Span

NEAR = 6
"""How many words away a verb or noun may stand that says what is counted; longer reaches take the next clause's verb."""

NOBODY: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Counted:
    """A row of the list of counted things."""

    thing: str
    words: frozenset[str]
    heads: frozenset[str]
    running: bool


@dataclass(frozen=True, slots=True)
class Figure:
    """One number of one report with what it counts.

    ``thing`` is a row of the list of counted things, a unit or a head noun; ``head`` is empty where the noun is a general
    one; ``near`` and ``wide`` are the concepts of its clause and of its sentence with the one before; ``places`` are story
    entities; ``owners`` tell whose they are (story entities, or a word that is none); ``period`` bounds the time it holds at, ``reported`` the day of its report (ISO days, open ends ``""``).
    """

    article: AnnotatedArticle
    quantity: Quantity
    statement: Statement | None
    thing: str
    head: str
    running: bool
    near: frozenset[str]
    wide: frozenset[str]
    places: frozenset[str]
    owners: frozenset[str]
    period: tuple[str, str] | None
    reported: tuple[str, str] | None
    voice: str | None

    @property
    def interval(self) -> tuple[float, float]:
        """Least and greatest value it allows; open ends are infinite."""
        q = self.quantity
        return (-math.inf if q.low is None else q.low, math.inf if q.high is None else q.high)


@functools.cache
def counted_things() -> tuple[Counted, ...]:
    """The list of counted things, in its order."""
    return tuple(_counted(row) for row in word_list(LANGUAGE, "counted"))


def _counted(row: Row) -> Counted:
    said = frozenset((*values(row, "nouns"), *values(row, "verbs")))
    return Counted(row["thing"], said, frozenset(values(row, "heads")), row["running"] == "yes")


def find_figures(
    statements: Sequence[Statement], *, places: frozenset[str] = frozenset(), names: Mapping[str, str] = NOBODY
) -> tuple[Figure, ...]:
    """Every number that counts something, by article and place.

    ``places`` are the story entities that are places; ``names`` maps article entities to story entities.

    Left out: numbers of ages and times, parts of a number ("four of them"), further ones on top of it ("12 more") and the
    former value of a count that changed ("from nine to 14").
    """
    articles = {s.article.id: s.article for s in statements}
    holders: dict[tuple[str, str], Statement] = {}
    for s in sorted(statements, key=lambda s: s.claim.span[1] - s.claim.span[0]):
        for quantity in s.quantities:
            holders.setdefault((s.article.id, quantity.id), s)
    return tuple(f for key in sorted(articles) for f in _figures(articles[key], holders, places, names))


def _figures(
    article: AnnotatedArticle,
    holders: Mapping[tuple[str, str], Statement],
    places: frozenset[str],
    names: Mapping[str, str],
) -> Iterator[Figure]:
    for quantity in article.quantities:
        words = words_in(article, sentence_at(article, quantity.start, quantity.end)) if quantity.field == "text" else []
        if quantity.unit in NOT_COUNTED or _partial(quantity, words):
            continue
        thing, head, running = _thing(quantity, words)
        if thing:
            statement = holders.get((article.id, quantity.id))
            yield _figure(article, quantity, statement, (thing, head, running), places, names)


NOT_COUNTED = ("age", "year", "month", "week", "day", "hour", "minute", "second", "time")
MORE = frozenset({"another", "further", "additional", "more", "extra", "other"})
WHOLES = frozenset({"them", "these", "those", "whom", "which", "us"})
DEFINITE = frozenset({"the", "his", "its", "their", "her", "our"})


def _partial(quantity: Quantity, words: list[tuple[Span, str]]) -> bool:
    """Whether the number is a part of, or comes on top of, or is the former value of what is counted."""
    before = [lemma for span, lemma in words if span[1] <= quantity.start][-2:]
    after = [lemma for span, lemma in words if span[0] >= quantity.end][:3]
    if MORE & set(before[-1:]) or MORE & set(after[:1]) or (before[-1:] == ["from"] and "to" in after):
        return True
    if after[:1] != ["of"] or len(after) < 2:
        return False
    return after[1] in WHOLES or (after[1] in DEFINITE and any(after[-1] in row.words for row in counted_things()))


def _thing(quantity: Quantity, words: list[tuple[Span, str]]) -> tuple[str, str, bool]:
    """What is counted: the thing, its head noun unless a general one, and whether the count runs on."""
    head = quantity.thing[-1] if quantity.thing else ""
    row = _nearest_row(quantity, words, head)
    if row is None:
        row = next((r for r in counted_things() if head in r.words and head in r.heads), None)
    if row is not None:
        general = not head or head in row.heads
        return row.thing, "" if general else concept_of(head), row.running
    if quantity.unit:
        return quantity.unit, concept_of(head), False
    return concept_of(head), "", False


def _nearest_row(quantity: Quantity, words: list[tuple[Span, str]], head: str) -> Counted | None:
    """The counted thing whose verb or noun stands nearest to the number; only for nouns that can be so counted."""
    at = next((n for n, (span, _) in enumerate(words) if span[1] > quantity.start), None)
    if at is None:
        return None
    best: tuple[int, int, int] | None = None
    own = quantity.of or (quantity.start, quantity.end)
    for number, row in enumerate(counted_things()):
        for n, (span, lemma) in enumerate(words):
            if own[0] <= span[0] < own[1]:
                continue
            distance = abs(n - at)
            if lemma in row.words and distance <= NEAR and _countable(head, row):
                best = min(best or (99, 0, 0), (distance, n < at, number))
    return counted_things()[best[2]] if best else None


def _countable(head: str, row: Counted) -> bool:
    """Whether what ``head`` names can be counted so: a general noun of the row, nothing at all, or some kind of people."""
    return not head or head in row.heads or (head in _people() and "people" in row.heads)


@functools.cache
def _people() -> frozenset[str]:
    """Nouns for kinds of people, who can be killed, hurt or arrested as well as people at large."""
    soldiers = (w for row in word_list(LANGUAGE, "synonyms") if row["concept"] in ARMED for w in values(row, "words"))
    return words(LANGUAGE, "person_words") | frozenset(soldiers)


ARMED = frozenset({"soldier", "fighter", "guard", "commando", "marine", "sailor", "ranger", "army"})
"""Concepts of those who bear arms, whom one report calls soldiers and another guards."""


def _figure(
    article: AnnotatedArticle,
    quantity: Quantity,
    statement: Statement | None,
    counted: tuple[str, str, bool],
    places: frozenset[str],
    names: Mapping[str, str],
) -> Figure:
    thing, head, running = counted
    said = _said_of_it(thing)
    near = frozenset(statement.terms) - said if statement else frozenset[str]()
    period, day = _period(article, quantity, statement), article.published
    return Figure(
        article, quantity, statement, thing, head, running,
        near=near, wide=(near | _around(article, quantity)) - said,
        places=frozenset(t[1:] for t in near if t.startswith("@")) & places,
        owners=_owners(article, quantity, names), period=period, reported=(day.earliest, day.latest) if day.earliest and day.latest else None,
        voice=_voice(statement),
    )


def _owners(article: AnnotatedArticle, quantity: Quantity, names: Mapping[str, str]) -> frozenset[str]:
    """Whose they are, from the names in the counted phrase ("Ruvanian guards")."""
    if quantity.of is None or quantity.field != "text":
        return frozenset()
    found = set()
    for start, end in (span for span, _ in words_in(article, quantity.of)):
        if article.text[start].isupper():
            mention = next((m for m in article.mentions if m.kind == "name" and m.start <= start and end <= m.end), None)
            entity = names.get(mention.entity) if mention is not None and mention.field == "text" else None
            found.add(entity or article.text[start:end].casefold())
    return frozenset(found)


def _around(article: AnnotatedArticle, quantity: Quantity) -> frozenset[str]:
    """Concepts of the sentence that holds the number and of the one before it."""
    if quantity.field != "text":
        return frozenset()
    span = sentence_at(article, quantity.start, quantity.end)
    before = sentence_before(article, span[0])
    return concepts_in(article, span) | (concepts_in(article, before) if before else frozenset())


@functools.cache
def _said_of_it(thing: str) -> frozenset[str]:
    """Words that only say what is counted and that it was counted: they do not tell one matter from another."""
    row = next((r for r in counted_things() if r.thing == thing), None)
    return frozenset(map(concept_of, (*row.words, *row.heads))) | COUNTING if row else frozenset({thing}) | COUNTING


COUNTING = frozenset({"say", "rise", "fall", "number", "count", "figure", "least", "official", "accord", "total", "report", "put"})


def _voice(statement: Statement | None) -> str | None:
    """Who gives the number: the speaker, or the one whose count the clause tells ("police counted ...")."""
    if statement is None:
        return None
    if statement.predicate.split()[0] in ("count", "estimate", "put", "give", "speak") and statement.subject:
        return statement.subject
    return statement.speaker


def _period(article: AnnotatedArticle, quantity: Quantity, statement: Statement | None) -> tuple[str, str] | None:
    time = next((t for t in article.times if t.id == quantity.time), None)
    if time is None and statement is not None and len(statement.times) == 1:
        time = statement.times[0]
    if time is None or time.type not in ("DATE", "TIME") or not (time.earliest or time.latest):
        return None
    return time.earliest or "", time.latest or "9999"
