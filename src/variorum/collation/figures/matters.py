"""Whether two figures can count the same: nouns, owners, places, times and what is said to happen fit each other."""

import functools
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from variorum.collation.claims.alignment import act
from variorum.collation.claims.sentences import sentence_at, words_in
from variorum.collation.claims.setting import Setting
from variorum.collation.claims.words import LANGUAGE
from variorum.collation.figures.find import Figure
from variorum.collation.figures.parts import AROUND, NEXT, is_rate, is_refused
from variorum.collation.figures.things import (
    ARMED,
    COUNTING,
    PHYSICAL,
    gives_number,
    is_fixed,
    is_people,
    kind_of,
    telling_acts,
)
from variorum.language.frequency import rarity
from variorum.language.lexicon import marked, values, word_list, words
from variorum.records.article import Span

BEING = marked(LANGUAGE, "collation_words", "being")
"""Verbs that only say that there are so many."""

FINDING = marked(LANGUAGE, "collation_words", "finding")
"""Verbs that say of a measured substance only that it was found."""

BARE = marked(LANGUAGE, "collation_words", "bare")
"""Words beside a count that name no matter of their own."""

LEAST_ALIASED = 3
"""Smallest value whose repetition in one report shows that two nouns count the same ones; smaller numbers recur by chance."""


def same_kind(a: Figure, b: Figure, setting: Setting) -> bool:
    """Whether the same ones are counted: one noun, and no two different owners; of one side's armed any two nouns will do.

    A measure without a noun ("800 litres") can be of what the other measures when the same is said to happen to both.
    """
    owned = a.owners and b.owners
    if owned and not any(_one_owner(x, y, setting) for x in a.owners for y in b.owners):
        return False
    if a.head == b.head or bool(owned and {a.head, b.head} <= ARMED) or _freed_alike(a, b):
        return True
    if not is_measure(a):
        return False
    return bool(set(a.quantity.thing) & set(b.quantity.thing)) or (
        not (a.head and b.head) and bool(a.fates & b.fates & telling_acts())
    )


def _freed_alike(a: Figure, b: Figure) -> bool:
    """Whether people are freed under two names ("engineers", "specialists"), and about as many of them."""
    return a.thing == "freed" and a.article.id != b.article.id and near_in_size(a, b, ALIKE_IN_SIZE)


ALIKE_IN_SIZE = 1.5
"""How many times a count may be the other one where the counted go by two names."""


def _one_owner(one: str, other: str, setting: Setting) -> bool:
    a, b = (x if x in setting.entities else setting.roll.nations.of(x) or x for x in (one, other))
    return a == b or (a in setting.entities and b in setting.entities and setting.related(a, b))


def is_measure(figure: Figure) -> bool:
    """Whether the figure measures matter or distance."""
    return figure.quantity.unit in PHYSICAL and figure.thing == figure.quantity.unit


def acts_differ(a: Figure, b: Figure) -> bool:
    """Whether the clauses say different things of what is counted: "employs 200 workers", "will lay off 200 workers"."""
    if a.fates and b.fates and (a.quantity.unit != "percent" or a.fates & b.fates & telling_acts()):
        return not a.fates & b.fates
    if a.statement is None or b.statement is None:
        return False
    if {a.statement.modality, b.statement.modality} == {"planned", "asserted"} and a.fates != b.fates:
        return True
    one, other = act(a.statement), act(b.statement)
    if one == other or (is_measure(a) and _is_found(a) and _is_found(b)):
        return False
    if a.quantity.unit != "percent" and (only_counts(a) or only_counts(b)):
        return False
    return a.quantity.unit == "percent" or (one not in b.statement.terms and other not in a.statement.terms)


def only_counts(figure: Figure) -> bool:
    """Whether the clause only says that there are so many, or gives the number."""
    if figure.statement is None:
        return False
    first = figure.statement.predicate.split(maxsplit=1)[0]
    return act(figure.statement) in COUNTING | BEING or first in BEING or gives_number(first)


def one_amount(a: Figure, b: Figure) -> bool:
    """Whether noun and act alone say that both tell of one amount: the same act, or none beside a measured substance."""
    telling = a.fates & b.fates & telling_acts()
    specific = len(set(a.quantity.thing) & set(b.quantity.thing)) > 1
    if is_measure(a):
        named = bool(set(a.quantity.thing) & set(b.quantity.thing))
        return bool(telling) or (named and (specific or only_counts(a) or only_counts(b) or (_is_found(a) and _is_found(b))))
    same_days = a.period is not None and a.period == b.period
    return bool(telling) and (specific or "margin" in telling or (same_days and a.thing == b.thing == "freed"))


def _is_found(figure: Figure) -> bool:
    return figure.statement is not None and figure.statement.predicate.split(maxsplit=1)[0] in FINDING


def is_bare(figure: Figure) -> bool:
    """Whether the clause names the count and nothing else, so that it speaks of the one that the story is about."""
    if is_fixed(figure.thing):
        return True
    own = {w for w in figure.quantity.thing if kind_of(w) == kind_of(figure.quantity.thing[-1])}
    telling = {t for t in figure.near if not t.startswith("@")} - BARE - own - {figure.head}
    if figure.statement is None or figure.period is not None or figure.places or figure.owners:
        return False
    return figure.running and not telling


def both_given(a: Figure, b: Figure) -> bool:
    """Whether the sentence of ``b`` gives the value of ``a`` too, for something else or for another time; of a count that runs
    on a later report may repeat the earlier number, but then not the earlier one the later."""
    if a.article.id == b.article.id or a.quantity.value == b.quantity.value:
        return False
    changing = a.running and later(a, b)
    return _gives_too(a, b) and (not changing or _gives_too(b, a))


def _gives_too(a: Figure, b: Figure) -> bool:
    low, high = sentence_at(b.article, b.quantity.start, b.quantity.end) if b.quantity.field == "text" else (0, 0)
    beside = [q for q in b.article.quantities if q.field == "text" and low <= q.start < high and q.unit == a.quantity.unit]
    return any(q.value == a.quantity.value and not is_refused(q, words_in(b.article, (low, high))) for q in beside)


def answers(a: Figure, b: Figure) -> bool:
    """Whether one is said in answer to the other, or both to a third number."""
    if a.article.id != b.article.id or a.quantity.id == b.quantity.id:
        return False
    return b.echo == a.quantity.id or a.echo == b.quantity.id or (a.echo is not None and a.echo == b.echo)


def refutes(a: Figure, b: Figure) -> bool:
    """Whether the sentence of one puts its number in the place of the other's, which another report gives."""
    return a.article.id != b.article.id and (a.quantity.value in b.refuted or b.quantity.value in a.refuted)


def places_fit(a: Figure, b: Figure, setting: Setting) -> bool:
    """Whether no two places are named that lie apart."""
    if not a.places or not b.places or a.places & b.places:
        return True
    return not all(setting.apart(x, y) for x in a.places for y in b.places)


def periods_fit(a: Figure, b: Figure) -> bool:
    """Counts of different years are different counts; of different days only where the count does not run on."""
    if a.period is None or b.period is None or touch(a.period, b.period):
        return True
    return a.running and not is_fixed(a.thing) and a.period[0][:4] == b.period[0][:4]


def of_old(figure: Figure) -> bool:
    """Whether the sentence tells of another occasion of the kind: "a similar slide nine years ago"."""
    said = words_in(figure.article, sentence_at(figure.article, figure.quantity.start, figure.quantity.end))
    lemmas = [lemma for _, lemma in said]
    ago = any(pair in (("year", "ago"), ("year", "earlier"), ("last", "year")) for pair in pairwise(lemmas))
    return ago or bool(words(LANGUAGE, "other_occasions") & set(lemmas))


def touch(one: tuple[str, str], other: tuple[str, str]) -> bool:
    """Whether two ranges of days share one."""
    return one[0] <= other[1] and other[0] <= one[1]


def later(a: Figure, b: Figure) -> bool:
    """Whether the two reports appeared on different days, as far as known."""
    if a.reported is None or b.reported is None or a.article.id == b.article.id:
        return False
    return not touch(a.reported, b.reported)


def settle(figures: Sequence[Figure]) -> tuple[Figure, ...]:
    """The figures less the parts of others in their report, and with one noun for those who are shown to be the same.

    A report that counts "seven newborns" and "seven deaths" shows that the newborns are all the dead.
    """
    divided = _divided(figures)
    whole = _whole_kinds(figures) - divided
    known = [f for f in figures if f.owners or (f.thing, f.head) not in divided]
    kept = [f for f in known if not any(_part_of(f, g) for g in known if g.article.id == f.article.id)]
    return _with_matters([replace(f, head="") if (f.thing, f.head) in whole else f for f in kept])


RARE = 0.75
"""Nouns rarer than this (language.frequency) are counted once in a story: reports with one number make it its matter."""

LEAST_MATTER, MOST_MATTER, FAR_OFF = 10, 5000, 4
"""Smallest and largest number that make a matter when reports repeat it (larger ones are sums of money), and how many times
it may be off where it is given otherwise."""


def _with_matters(figures: Sequence[Figure]) -> tuple[Figure, ...]:
    """The figures, those marked that count what the story as a whole tells one amount of: "24 howitzers" in three reports."""
    told: dict[tuple[str, float], set[str]] = {}
    for f in figures:
        if (
            f.quantity.unit is None
            and not f.running
            and LEAST_MATTER <= f.quantity.value <= MOST_MATTER
            and not is_people(f.thing)
        ):
            told.setdefault((f.thing, f.quantity.value), set()).add(f.article.id)
    known = {key for key, articles in told.items() if len(articles) > 1 and rarity(key[0]) >= RARE}
    marked = [replace(f, matter=f.thing) if _is_matter(f, known) else f for f in figures]
    places = {(f.article.id, sentence_at(f.article, f.quantity.start, f.quantity.end)): f.thing for f in marked if f.matter}
    return tuple(replace(f, about=_beside(f, places)) for f in marked)


def _is_matter(figure: Figure, known: set[tuple[str, float]]) -> bool:
    value = figure.quantity.value
    fitting = (v for thing, v in known if thing == figure.thing and figure.quantity.unit is None)
    return any(v <= value * FAR_OFF and value <= v * FAR_OFF for v in fitting)


def _beside(figure: Figure, places: Mapping[tuple[str, Span], str]) -> frozenset[str]:
    """The matter that stands in the sentence of another figure."""
    if figure.matter or figure.quantity.field != "text":
        return frozenset()
    found = places.get((figure.article.id, sentence_at(figure.article, figure.quantity.start, figure.quantity.end)))
    return frozenset({found} if found else ())


def same_matter(a: Figure, b: Figure) -> bool:
    """Whether both count what the story tells one amount of, or give a large sum of one unit for it."""
    if a.article.id == b.article.id or a.thing != b.thing or not near_in_size(a, b, FAR_OFF):
        return False
    sums = min(a.quantity.value, b.quantity.value) >= LARGE and not (a.running or b.running)
    return (a.matter is not None and a.matter == b.matter) or (sums and bool(a.about & b.about))


def other_purpose(a: Figure, b: Figure) -> bool:
    """Whether the clauses tell two sums of money as different matters: a debt and a profit, the damage and the relief fund."""
    if min(a.quantity.value, b.quantity.value) < LARGE or a.running or b.running:
        return False
    one, other = _purposes(a), _purposes(b)
    return bool(one and other) and not one & other


def other_rate(a: Figure, b: Figure) -> bool:
    """Whether one is so much a year, a day or each and the other is not: 450 million a year, 385 million in advance."""
    if not a.quantity.field == b.quantity.field == "text":
        return False
    one, other = (words_in(f.article, sentence_at(f.article, f.quantity.start, f.quantity.end)) for f in (a, b))
    rate, may = ((is_rate(a.quantity, one, n), is_rate(b.quantity, other, n)) for n in (NEXT, AROUND))
    return (rate[0] and not may[1]) or (rate[1] and not may[0])


def _purposes(figure: Figure) -> frozenset[str]:
    if figure.quantity.field != "text":
        return frozenset()
    clause = figure.statement.claim.span if figure.statement is not None and figure.statement.claim.field == "text" else None
    at = figure.quantity.start
    span = (
        clause if clause is not None and clause[0] <= at < clause[1] else sentence_at(figure.article, at, figure.quantity.end)
    )
    return frozenset(_money_matters()[lemma] for _, lemma in words_in(figure.article, span) if lemma in _money_matters())


@functools.cache
def _money_matters() -> Mapping[str, str]:
    return {word: row["matter"] for row in word_list(LANGUAGE, "money_matters") for word in values(row, "words")}


def near_in_size(a: Figure, b: Figure, times: float) -> bool:
    """Whether one number is at most ``times`` the other."""
    low, high = sorted((abs(a.quantity.value), abs(b.quantity.value)))
    return round(high, 3) <= round(times * low, 3)


def is_part_of_people(a: Figure, b: Figure) -> bool:
    """Whether one counts those who bear arms, and far fewer than the people of no kind whom the other counts: of 40 people hurt
    14 may be officers, while of 14 people 40 cannot."""
    armed, people = (a, b) if a.quantity.value < b.quantity.value else (b, a)
    fewer = a.quantity.unit is None and not near_in_size(a, b, MUCH)
    return fewer and _noun(armed) in UNDER_ARMS and _noun(people) in ("", *GENERAL)


MUCH = 1.25
"""How many times the armed the people may be before these are more than the armed; nearer counts are often of one thing."""

GENERAL = marked(LANGUAGE, "collation_words", "no_group")
"""Nouns that name no smaller group of people."""

UNDER_ARMS = ARMED | {"police"}


def _noun(figure: Figure) -> str:
    return kind_of(figure.quantity.thing[-1]) if figure.quantity.thing else ""


def other_names(a: Figure, b: Figure) -> bool:
    """Whether both clauses name somebody or something, and nobody in common."""
    one, other = ({t for t in f.near if t.startswith("@")} for f in (a, b))
    return bool(one and other) and not one & other


LARGE = 1000
"""Sums and amounts from here on are seldom told of one matter twice."""


def one_subject(a: Figure, b: Figure, setting: Setting, *, least: float) -> bool:
    """Whether the clauses of two large amounts share so many telling words that their verbs need not be the same."""
    shared = {t for t in a.near & b.near if not t.startswith("@")}
    large = min(a.quantity.value, b.quantity.value) >= LARGE and near_in_size(a, b, 2) and not other_names(a, b)
    fit = not (a.fates and b.fates) or bool(a.fates & b.fates)
    return large and fit and len(shared) > 1 and round(setting.weights.overlap(a.near, b.near), 3) >= least


def _divided(figures: Sequence[Figure]) -> frozenset[tuple[str, str]]:
    """Things with a head that reports count for two sides ("Norvian soldiers"): one without a side is unclear."""
    owners: dict[tuple[str, str], list[frozenset[str]]] = {}
    for f in figures:
        if f.running and f.head and f.owners:
            owners.setdefault((f.thing, f.head), []).append(f.owners)
    return frozenset(key for key, sets in owners.items() if any(not s & sets[0] for s in sets))


def _whole_kinds(figures: Sequence[Figure]) -> frozenset[tuple[str, str]]:
    counted = [f for f in figures if f.running and f.quantity.value >= LEAST_ALIASED]
    totals = {_count_of(f) for f in counted if not f.head}
    headed = (f for f in counted if f.head and f.head not in ARMED)
    return frozenset((f.thing, f.head) for f in headed if _count_of(f) in totals)


def _count_of(figure: Figure) -> tuple[str, str, float]:
    return figure.article.id, figure.thing, figure.quantity.value


def _part_of(a: Figure, b: Figure) -> bool:
    """Whether ``a`` is a share of ``b``: of one kind, smaller, and of one day only or one single case."""
    if is_fixed(a.thing) and a.thing == b.thing and a.quantity.value < b.quantity.value and a.voice == b.voice:
        return True
    if not a.running or (a.thing, a.head) != (b.thing, b.head) or a.quantity.value >= b.quantity.value or a.echo or b.echo:
        return False
    single = a.quantity.value == 1 and a.quantity.hedge is None
    return single or (a.period is not None and b.period is None and a.voice == b.voice)


Homes = Mapping[tuple[str, str], str]


def in_one_group(a: Figure, b: Figure, groups: Homes) -> bool:
    """Whether the clauses stand in one group of claims."""
    if a.statement is None or b.statement is None:
        return False
    return groups.get(a.statement.key, "") == groups.get(b.statement.key, "-")
