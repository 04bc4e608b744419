"""Figures of a story: what each number counts, and whether two numbers for one thing can both hold."""

import math
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from types import MappingProxyType

from variorum.collation.claims.sentences import concepts_in, sentence_at, sentence_before, words_in
from variorum.collation.claims.statements import Statement
from variorum.collation.figures.parts import is_extra, is_former, is_partial, is_refused, is_share, was_given
from variorum.collation.figures.tellers import teller_of
from variorum.collation.figures.things import fates_of, gives_number, kind_of, said_of_it, thing_of
from variorum.language.lexicon import marked
from variorum.language.lexicon import words as listed
from variorum.records.annotation import AnnotatedArticle, Quantity, Time

NOBODY: Mapping[str, str] = MappingProxyType({})

LASTING = "hour"
"""The unit and the thing of a length of time."""


@dataclass(frozen=True, slots=True)
class Figure:
    """One number of one report with what it counts.

    ``thing`` is a row of the list of counted things, a unit or a head noun; ``head`` is empty where the noun is a general
    one; ``near`` and ``wide`` are the concepts of its clause and of its sentence with the one before; ``places`` are story
    entities; ``owners`` tell whose they are (story entities, or a word that is none); ``fates`` are what is said to happen
    to them; ``period`` bounds the time it holds at, ``reported`` the day of its report (ISO days, open ends ``""``);
    ``echo`` is the earlier number of the report that it answers ("organisers put the figure at ..."), by its id, and it is
    ``former`` where its sentence says so ("had first spoken of 12"). ``refuted`` are the numbers in whose place its
    sentence puts it ("four, not six"); it is ``extra`` where it comes on top of others ("three other objects"). ``matter``
    is its thing where the whole story has one amount of it, ``about`` are such things that its sentence tells of. ``peers`` is
    how many numbers of that thing its report gives (0: not counted).
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
    fates: frozenset[str] = frozenset()
    echo: str | None = None
    former: bool = False
    refuted: frozenset[float] = frozenset()
    extra: bool = False
    matter: str | None = None
    about: frozenset[str] = frozenset()
    peers: int = 0

    @property
    def interval(self) -> tuple[float, float]:
        """Least and greatest value it allows; open ends are infinite."""
        q = self.quantity
        return (-math.inf if q.low is None else q.low, math.inf if q.high is None else q.high)

    @property
    def depth(self) -> float:
        """How far down its report it stands, 0..1."""
        return round(self.quantity.start / max(len(self.article.text), 1), 3)


def find_figures(
    statements: Sequence[Statement],
    *,
    places: frozenset[str] = frozenset(),
    names: Mapping[str, str] = NOBODY,
    extras: bool = False,
) -> tuple[Figure, ...]:
    """Every number that counts something, by article and place.

    ``places`` are the story entities that are places; ``names`` maps article entities to story entities; ``extras``: also
    further ones on top of a number ("12 more").

    Left out: numbers of ages and times, parts of a number ("four of them"), the former value of a count that changed ("from
    nine to 14"), one that another replaces ("not six"), and how many are cited ("three sources say").
    """
    articles = {s.article.id: s.article for s in statements}
    lookup = Lookup(holders_of(statements), places, names)
    found = (f for key in sorted(articles) for f in _figures(articles[key], lookup))
    return tuple(f for f in found if extras or not f.extra)


Holders = Mapping[tuple[str, str], Statement]


@dataclass(frozen=True, slots=True)
class Lookup:
    """What every figure of a story is read with: its clause, which entities are places, names of entities."""

    holders: Holders
    places: frozenset[str]
    names: Mapping[str, str]


def holders_of(statements: Sequence[Statement]) -> Holders:
    """The shortest clause that holds a number, or else what it counts, by article and quantity id."""
    holders: dict[tuple[str, str], Statement] = {}
    ordered = sorted(statements, key=lambda s: s.claim.span[1] - s.claim.span[0])
    for s in sorted(ordered, key=_is_relative):
        for quantity in s.quantities:
            holders.setdefault((s.article.id, quantity.id), s)
    starts: dict[tuple[str, str, int], Statement] = {}
    for s in ordered:
        starts.setdefault((s.article.id, s.claim.field, s.claim.span[0]), s)
    for article in {s.article.id: s.article for s in statements}.values():
        for q in article.quantities:
            if q.of is not None and (holder := _clause_of_noun(article.id, q, starts)) is not None:
                holders.setdefault((article.id, q.id), holder)
    return holders


RELATIVE = re.compile(r"\b(?:who|whom|which|that)\b")


def _is_relative(statement: Statement) -> bool:
    """Whether the clause is told of a noun that another clause acts on: "11 engineers whom they had held"."""
    claim = statement.claim
    if claim.field != "text" or claim.predicate_span is None or not statement.quantities:
        return False
    lead = statement.article.text[claim.span[0] : max(claim.predicate_span[0], claim.span[0])]
    found = RELATIVE.search(lead)
    return found is not None and all(q.end <= claim.span[0] + found.start() for q in statement.quantities)


def _clause_of_noun(article: str, quantity: Quantity, starts: Mapping[tuple[str, str, int], Statement]) -> Statement | None:
    """The clause that begins right after the number, with the noun that it counts."""
    first = range(quantity.end, quantity.end + 9)
    return next((s for at in first if (s := starts.get((article, quantity.field, at))) is not None), None)


def _figures(article: AnnotatedArticle, lookup: Lookup) -> Iterator[Figure]:
    earlier: list[Figure] = []
    refuted = _refuted(article)
    replaced = {id for ids in refuted.values() for id in ids}
    values = {q.id: q.value for q in article.quantities}
    for quantity in article.quantities:
        sentence = sentence_at(article, quantity.start, quantity.end)
        said = words_in(article, sentence) if quantity.field == "text" else []
        if (
            quantity.unit in NOT_COUNTED
            or quantity.id in replaced
            or is_partial(quantity, said)
            or is_share(article, quantity, said)
            or _is_age(article, quantity)
            or _speak(article, quantity)
        ):
            continue
        statement = lookup.holders.get((article.id, quantity.id))
        counted = thing_of(quantity, said, statement)
        if not counted[0]:
            continue
        figure = figure_of(article, quantity, statement, counted, lookup)
        answered = _answered(figure, earlier) if quantity.field == "text" else None
        figure = figure if answered is None else _echo(figure, answered)
        figure = replace(
            figure, extra=is_extra(quantity, said), refuted=frozenset(values[i] for i in refuted.get(quantity.id, ()))
        )
        if not figure.extra:
            earlier.append(figure)
        yield figure


def _refuted(article: AnnotatedArticle) -> Mapping[str, Sequence[str]]:
    """To each number of the body those that its sentence refuses for what it counts, by ids ("four guards, not six")."""
    refuted: dict[str, list[str]] = {}
    body = [q for q in article.quantities if q.field == "text"]
    for before, quantity in pairwise(body):
        sentence = sentence_at(article, quantity.start, quantity.end)
        one = before.unit == quantity.unit and before.thing[-1:] == quantity.thing[-1:] and before.value != quantity.value
        if one and sentence[0] <= before.start and is_refused(quantity, words_in(article, sentence)):
            refuted.setdefault(before.id, []).append(quantity.id)
    return refuted


def _is_age(article: AnnotatedArticle, quantity: Quantity) -> bool:
    """Whether a number after "was" tells of one person's years ("The other victim, Amadeu, was 81")."""
    of = quantity.of
    if of is None or quantity.field != "text" or of[1] > quantity.start or quantity.unit or quantity.value >= OLDEST:
        return False
    between = article.text[of[1] : quantity.start]
    return "," in between and bool(re.search(r"\b(?:is|was)\s*$", between))


OLDEST = 120
"""Numbers from here on are no ages."""


def _speak(article: AnnotatedArticle, quantity: Quantity) -> bool:
    """Whether it counts those who are cited: "three sources say"."""
    if quantity.value > MOST_CITED or quantity.unit is not None:
        return False
    sources = (s for q in article.quotations if q.field == quantity.field and q.act == "speech" for s in q.source)
    return any(start <= quantity.start <= start + LEAD_IN and quantity.end <= end for start, end in sources)


MOST_CITED, LEAD_IN = 5, 3
"""Most people who are cited by their number, and characters of the source that may stand before it ("at")."""


def _answered(figure: Figure, earlier: Sequence[Figure]) -> Figure | None:
    """The number just before that this one answers: its clause gives a number of that unit and names no matter of its own."""
    quantity, statement = figure.quantity, figure.statement
    named = quantity.of is not None and quantity.thing[-1:] and quantity.thing[-1] not in listed("en", "number_nouns")
    given = statement is not None and gives_number(statement.predicate)
    if named or not (given or teller_of(figure.article, quantity, statement) is not None):
        return None
    first = _two_sentences_back(figure.article, quantity.start)
    near = [f for f in earlier if f.quantity.field == "text" and f.quantity.start >= first]
    fitting = [f for f in near if f.quantity.unit == quantity.unit or (quantity.unit is None and quantity.of is not None)]
    if quantity.of is None and quantity.thing:
        fitting = [f for f in fitting if f.quantity.thing[-1:] == quantity.thing[-1:]]
    if figure.running:
        fitting = [f for f in fitting if f.thing == figure.thing]
    return fitting[-1] if fitting and _same_size(fitting[-1], figure) else None


def _two_sentences_back(article: AnnotatedArticle, at: int) -> int:
    """Where the second sentence before the one at ``at`` begins: a quotation often stands between two answers."""
    first = sentence_at(article, at, at + 1)[0]
    for _ in range(2):
        before = sentence_before(article, first)
        first = before[0] if before is not None else first
    return first


def _same_size(a: Figure, b: Figure) -> bool:
    """Whether two numbers lie within a factor of a hundred, as answers to one question do."""
    low, high = sorted((abs(a.quantity.value), abs(b.quantity.value)))
    return low > 0 and math.log10(high / low) <= 2


def _echo(figure: Figure, answered: Figure) -> Figure:
    """The figure with what the answered one counts; "the year before" is a time and no sign of a number given before."""
    said = words_in(figure.article, sentence_at(figure.article, figure.quantity.start, figure.quantity.end))
    undated = [
        word for word in said if not any(t.start <= word[0][0] < t.end for t in figure.article.times if t.field == "text")
    ]
    return replace(
        answered, quantity=figure.quantity, statement=figure.statement, voice=figure.voice,
        echo=answered.echo or answered.quantity.id, wide=answered.wide | figure.wide,
        former=is_former(undated) or was_given(figure.article, figure.quantity, said),
    )  # fmt: skip


NOT_COUNTED = marked("en", "collation_words", "span")


def figure_of(
    article: AnnotatedArticle,
    quantity: Quantity,
    statement: Statement | None,
    counted: tuple[str, str, bool],
    lookup: Lookup,
) -> Figure:
    """The figure of a number that counts ``counted``: thing, head noun, and whether the count runs on."""
    thing, head, running = counted
    head = head or _pointed_at(article, quantity, running=running)
    said = said_of_it(thing)
    near = frozenset(statement.terms) - said if statement else frozenset[str]()
    sentence = words_in(article, sentence_at(article, quantity.start, quantity.end)) if quantity.field == "text" else []
    period, day = _period(article, quantity, statement), article.published
    return Figure(
        article,
        quantity,
        statement,
        thing,
        head,
        running,
        near=near,
        wide=(near | _around(article, quantity)) - said,
        places=frozenset(t[1:] for t in near if t.startswith("@")) & lookup.places,
        owners=_owners(article, quantity, lookup.names),
        period=period,
        reported=(day.earliest, day.latest) if day.earliest and day.latest else None,
        voice=_voice(article, quantity, statement, lookup.names),
        fates=fates_of(quantity, sentence, statement),
    )


def _pointed_at(article: AnnotatedArticle, quantity: Quantity, *, running: bool) -> str:
    """The noun of those whom "them" means in "140 of them"; empty without one."""
    if not running or quantity.of is not None or quantity.field != "text":
        return ""
    near = (m for m in article.mentions if m.kind == "pronoun" and 0 < m.start - quantity.end <= FAR_OF)
    pronoun = next(near, None)
    known = next((e for e in article.entities if pronoun is not None and e.id == pronoun.entity and not e.named), None)
    return kind_of(known.name.casefold().split()[-1].removesuffix("s")) if known is not None and known.name else ""


FAR_OF = 4
"""Characters between a number and "them" in "140 of them"."""


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


BEING = marked("en", "collation_words", "being")
"""Verbs whose subject is what is counted, or what caused it, and nobody who counts ("the rebels were responsible for 40")."""


def _voice(article: AnnotatedArticle, quantity: Quantity, statement: Statement | None, names: Mapping[str, str]) -> str | None:
    """Who gives the number: who is named for it beside it, the speaker, or the one whose count the clause tells ("police
    counted ...")."""
    teller = teller_of(article, quantity, statement)
    if teller is not None:
        return names.get(teller.entity)
    if statement is None:
        return None
    telling = gives_number(statement.predicate) and statement.predicate.split(maxsplit=1)[0] not in BEING
    if telling and statement.subject and _can_speak(statement) and not _precedes(quantity, statement):
        return statement.subject
    return statement.speaker


def _precedes(quantity: Quantity, statement: Statement) -> bool:
    """Whether it stands before the subject, in a clause of its own ("she told 4,000 people; the police spoke of 900")."""
    return statement.claim.subject_span is not None and quantity.end <= statement.claim.subject_span[0]


def _can_speak(statement: Statement) -> bool:
    """Whether its subject is somebody, and no thing of which a number is given ("the contract was put at 2.1 billion")."""
    subject = statement.claim.subject
    known = next((e for e in statement.article.entities if e.id == subject), None)
    return known is None or known.type in SPEAKING


SPEAKING = ("person", "organisation", "government", "place", "people", "group")
"""Types of those who can give a number."""


def _period(article: AnnotatedArticle, quantity: Quantity, statement: Statement | None) -> tuple[str, str] | None:
    time = next((t for t in article.times if t.id == quantity.time), None)
    if time is None and statement is not None and len(statement.times) == 1:
        time = statement.times[0]
    if time is None and quantity.field == "text":
        time = _long_ago(article, quantity)
    if time is not None and quantity.field == "text" and " from " in article.text[quantity.end : time.start]:
        return None
    if time is None or time.type not in ("DATE", "TIME") or not (time.earliest or time.latest):
        return None
    return time.earliest or "", time.latest or "9999"


def _long_ago(article: AnnotatedArticle, quantity: Quantity) -> Time | None:
    """The only date of the sentence, where it lies in a year before that of the report ("in 1998, when 61 people died")."""
    low, high = sentence_at(article, quantity.start, quantity.end)
    dated = [t for t in article.times if t.field == "text" and low <= t.start < high and t.type in ("DATE", "TIME")]
    reported = article.published.earliest
    if len(dated) != 1 or reported is None or dated[0].latest is None or dated[0].relation == "since":
        return None
    return dated[0] if dated[0].latest[:4] < reported[:4] else None
