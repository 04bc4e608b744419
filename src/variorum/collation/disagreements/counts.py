"""Counts of a story: figures brought together by what they count, and where those of one count differ."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from variorum.collation.claims.setting import Setting
from variorum.collation.claims.statements import Statement
from variorum.collation.claims.verdicts import Verdict
from variorum.collation.disagreements.figures import Difference, comparable, judge_figures
from variorum.collation.figures.chances import Chances
from variorum.collation.figures.find import Figure, find_figures
from variorum.collation.figures.likelihood import comparable_sizes
from variorum.collation.figures.matters import Homes, answers, is_part_of_people, settle
from variorum.collation.figures.tellers import teller_of
from variorum.records.story import Judgement

GRAVITY: tuple[Judgement, ...] = ("conflict", "update", "unsure")
"""Of several verdicts on one thing the first of these names it: a count known to have changed is not in doubt."""


def standing(verdict: Verdict) -> tuple[int, float, float, str]:
    """What the verdict that speaks for several is chosen by: the gravest, of these the one whose sides most likely tell of one
    thing (numbers that lie far apart often do not), then the best scored."""
    return GRAVITY.index(verdict.judgement), -verdict.likely, -verdict.score, verdict.reason


LIKELY = 0.2
"""Least likelihood of two counts that are shown to differ, where it is known. Of 26 rows with less in our 85 invented
stories 13 were in gold, of ten in long reports that tell three of these stories each four."""

READERS = 5
"""How many figures speak for a count when another is compared with it, so that cost stays linear in the figures."""


def counts_of(figures: Sequence[Figure], setting: Setting, groups: Homes) -> list[list[Figure]]:
    """Figures brought together by what they count: each joins the first count that one of its readers is comparable with."""
    counts: list[list[Figure]] = []
    by_thing: dict[tuple[str, str | None], list[list[Figure]]] = {}
    for figure in settle(figures):
        known = by_thing.setdefault((figure.thing, figure.quantity.unit), [])
        home = next((c for c in known if any(comparable(f, figure, setting, groups) for f in c[:READERS])), None)
        if home is None:
            home = []
            known.append(home)
            counts.append(home)
        home.append(figure)
    return counts


def readings_of(count: Sequence[Figure]) -> list[list[Figure]]:
    """The figures of one count by value, hedge and day of report, in order of value."""
    readings: dict[tuple[float, str, tuple[str, str]], list[Figure]] = {}
    for figure in count:
        key = (figure.quantity.value, figure.quantity.hedge or "", figure.reported or ("", ""))
        readings.setdefault(key, []).append(figure)
    return [readings[key] for key in sorted(readings)]


def differences_of(count: Sequence[Figure], setting: Setting, groups: Homes, chances: Chances) -> Iterator[Difference]:
    """Differences between the readings of one count, each with all figures of the two; those of a conflict from any day."""
    readings = readings_of(count)
    for i, one in enumerate(readings):
        for other in readings[i + 1 :]:
            crossed = ((a, b) for a in one[:READERS] for b in other[:READERS] if _may_differ(a, b, chances))
            pair = next(((a, b) for a, b in crossed if comparable(a, b, setting, groups)), None)
            verdict = judge_figures(*pair) if pair else None
            if pair and verdict:
                verdict = replace(verdict, likely=chances.likelihood(*pair))
                others = (*one, *other, *_of_other_days(verdict, count, (one[0], other[0])))
                yield Difference(verdict, pair, others)


def _may_differ(a: Figure, b: Figure, chances: Chances) -> bool:
    """Whether nothing tells of two things; how far two numbers lie apart does not where they are credited to two in answer."""
    credited = any(teller_of(f.article, f.quantity, f.statement) is not None for f in (a, b))
    if (credited and answers(a, b)) or not chances.pairs:
        return True
    return (
        not (chances.unlikely(a, b) or is_part_of_people(a, b))
        and chances.likelihood(a, b, unknown=float(comparable_sizes(a, b))) >= LIKELY
    )


def _of_other_days(verdict: Verdict, count: Sequence[Figure], sides: Sequence[Figure]) -> tuple[Figure, ...]:
    """Figures of the count from reports of other days that give the value of either side of a conflict."""
    if verdict.judgement != "conflict" and not any(f.former for f in sides):
        return ()
    told = {(f.quantity.value, f.quantity.hedge) for f in sides}
    return tuple(f for f in count if (f.quantity.value, f.quantity.hedge) in told)


def count_differences(
    statements: Sequence[Statement], setting: Setting, homes: Homes, chances: Chances
) -> Iterator[Difference]:
    """The differences of each thing counted, each with all who give its numbers, less doubts about what others are sure of."""
    places = frozenset(e.id for e in setting.entities.values() if e.type in ("place", "government"))
    for count in counts_of(find_figures(statements, places=places, names=setting.entity_of), setting, homes):
        yield from _firm(list(differences_of(count, setting, homes, chances)))


def _firm(differences: Sequence[Difference]) -> Iterator[Difference]:
    """The differences less the doubts about figures that others of them are sure of."""
    sure = [d for d in differences if d.verdict.judgement != "unsure"]
    settled = {id(figure) for d in sure for figure in d.figures}
    return (d for d in differences if d in sure or not all(id(f) in settled for f in d.figures))
