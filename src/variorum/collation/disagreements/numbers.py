"""Differing numbers brought together: verdicts that share a number are one difference where all their numbers count one thing.

A number often differs from two others of which only one counts what it counts: "14 officers were hurt" from "nine officers" and
from "40 people". What two differing numbers share says nothing of the two others, so every two are asked for.
"""

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import product

from variorum.collation.disagreements.base_rate import BARE_AMOUNTS, Bundle
from variorum.collation.disagreements.counts import GRAVITY, standing
from variorum.collation.disagreements.dates import FAR
from variorum.collation.disagreements.figures import Difference, figure_side
from variorum.collation.figures.chances import Chances
from variorum.collation.figures.find import Figure
from variorum.collation.figures.likelihood import comparable_sizes, group_of
from variorum.collation.figures.matters import answers, is_part_of_people, refutes

TOGETHER = 0.15
"""Least likelihood, on the mean over two by two, that the numbers of a difference count one thing. Over 81 invented stories,
with ``SURE`` as here, 433 of 517 rows are in gold, which meet 482 of its differences; at 0.2 432 of 519, which meet 479. Of the
pairs of members that gold lists under some difference, 21 in a hundred are of two things."""

SURE = 0.7
"""Likelihood from which two numbers are shown to differ though one of them counts what likelier ones do, and the other not. At
0.5 nine more rows are shown, of which five are in gold and none meets a difference that the others do not."""


def joined_differences(differences: Iterable[Difference], chances: Chances) -> tuple[list[Bundle], list[Bundle]]:
    """What cannot both hold of each thing counted, and beside it what changed or is in doubt, each with the verdict that speaks
    for it: what is sure enough for any story, and what only for one that contradicts itself.

    The likeliest come first. A later one that shares a number with what an earlier one tells of, but counts something else, is
    left out: its number counts what the likelier one says. Two of which a report gives one in answer to the other stay.
    """
    things: list[list[Difference]] = []
    own = _numbers_of(chances)
    differences = [d for d in differences if not _told_apart(*d.pair, own)]
    for difference in sorted(differences, key=lambda d: (-d.verdict.likely, standing(d.verdict))):
        touched = [thing for thing in things if _touch(difference, thing)]
        home = next((thing for thing in touched if _of_one_thing(difference, thing, chances)), None)
        if home is not None:
            home.append(difference)
        elif not touched or difference.verdict.likely >= SURE or answers(*difference.pair):
            things.append([difference])
    rows = _told_once(row for thing in things for row in _rows(thing))
    sure, doubted = ([row for row in rows if _is_doubted(row[0]) == doubt] for doubt in (False, True))
    return [_bundle(row) for row in sure], [_bundle(row) for row in doubted]


def _bundle(row: Sequence[Difference]) -> Bundle:
    return row[0].verdict, tuple(figure_side(f) for d in row for f in d.figures)


DOUBTED = 0.6
"""Likelihood below which what is told apart is left out of stories whose reports mostly agree. In eight long invented ones 3 of
16 rows are in gold, of likelier ones alone 3 of 8; in 21 that contradict each other throughout 106 of 119. No command repeats
this."""


def _is_doubted(difference: Difference) -> bool:
    """Whether a difference is not likely enough for a story of few, or no word tells what is measured: no update, and no answer
    of one voice to the other."""
    verdict = difference.verdict
    if verdict.judgement == "update" or answers(*difference.pair):
        return False
    return 0 < verdict.likely < DOUBTED or verdict.about in BARE_AMOUNTS


def _numbers_of(chances: Chances) -> dict[tuple[str, str, float], list[Figure]]:
    """The numbers of each report by what they count and their value."""
    found: dict[tuple[str, str, float], list[Figure]] = {}
    for figure in {_key(f): f for pair, _, _ in chances.pairs for f in pair}.values():
        found.setdefault((figure.article.id, figure.thing, figure.quantity.value), []).append(figure)
    return found


def _told_apart(a: Figure, b: Figure, own: Mapping[tuple[str, str, float], Sequence[Figure]]) -> bool:
    """Whether one report gives both numbers and sets neither against the other: then it counts two things by them."""
    if a.running or a.article.id == b.article.id:
        return False
    return (a.quantity.unit is None and _far_apart(a, b)) or _gives_other(a, b, own) or _gives_other(b, a, own)


def _far_apart(a: Figure, b: Figure) -> bool:
    """Whether so long lies between the two reports that they hardly count on one occasion."""
    if a.reported is None or b.reported is None:
        return False
    first, last = sorted((a.reported, b.reported))
    return (date.fromisoformat(last[0]) - date.fromisoformat(first[1])).days > FAR


def _gives_other(a: Figure, b: Figure, own: Mapping[tuple[str, str, float], Sequence[Figure]]) -> bool:
    """Whether the report of ``b`` gives the number of ``a`` too, and not in answer to it."""
    beside = own.get((b.article.id, a.thing, a.quantity.value), ())
    return any(not (answers(g, b) or g.former or b.former or g.quantity.value in b.refuted) for g in beside)


def _touch(difference: Difference, thing: Iterable[Difference]) -> bool:
    """Whether it shares a figure with one of the thing, or gives the same numbers of what goes by the same name."""
    own, name = _keys(difference.figures), (difference.verdict.about, _values(difference))
    return any(own & _keys(d.figures) or (d.verdict.about, _values(d)) == name for d in thing)


def _of_one_thing(difference: Difference, thing: Iterable[Difference], chances: Chances) -> bool:
    """Whether its two figures likely count what those of the thing count, figures of both aside."""
    theirs, own = ({_key(f): f for d in differences for f in d.pair} for differences in (thing, (difference,)))
    new, old = ([f for key, f in one.items() if key not in other] for one, other in ((own, theirs), (theirs, own)))
    told = [_one_thing(a, b, chances) for a, b in product(new, old)]
    return not told or round(math.fsum(told) / len(told), 3) >= TOGETHER


def _one_thing(a: Figure, b: Figure, chances: Chances) -> float:
    """How likely the two count one thing; as likely as not at least for two of one noun in a count that runs on."""
    if answers(a, b) or refutes(a, b):
        return 1.0
    if is_part_of_people(a, b):
        return 0.0
    alike = a.thing == b.thing and group_of(a) == group_of(b) and comparable_sizes(a, b)
    return max(chances.likelihood(a, b, unknown=float(alike)), 0.5 * (alike and a.running))


def _rows(thing: Iterable[Difference]) -> Iterator[list[Difference]]:
    """The conflicts of one thing in one row, what is an update or in doubt in another; first in each the one that speaks."""
    ordered = sorted(thing, key=lambda d: standing(d.verdict))
    against = [d for d in ordered if d.verdict.judgement == "conflict"]
    yield from (row for row in (against, [d for d in ordered if d not in against]) if row)


def _told_once(rows: Iterable[list[Difference]]) -> list[list[Difference]]:
    """The rows less those that repeat numbers of another, as grave, which shares a figure with them and takes in the rest."""
    kept: list[list[Difference]] = []
    for row in sorted(rows, key=lambda row: (GRAVITY.index(row[0].verdict.judgement), -len(_numbers(row)))):
        home = next((other for other in kept if _numbers(row) <= _numbers(other) and _all_keys(row) & _all_keys(other)), None)
        if home is None:
            kept.append(list(row))
        else:
            home.extend(row)
    return kept


def _numbers(row: Iterable[Difference]) -> set[float]:
    return {value for d in row for value in _values(d)}


def _all_keys(row: Iterable[Difference]) -> set[tuple[str, str]]:
    return {key for d in row for key in _keys(d.figures)}


def _key(figure: Figure) -> tuple[str, str]:
    return figure.article.id, figure.quantity.id


def _keys(figures: Iterable[Figure]) -> set[tuple[str, str]]:
    return {_key(f) for f in figures}


def _values(difference: Difference) -> frozenset[float]:
    return frozenset(f.quantity.value for f in difference.figures)
