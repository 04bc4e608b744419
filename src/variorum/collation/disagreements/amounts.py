"""Figures of one thing told in other words: "moved 6,000 residents to safety", "more than 11,000 had to leave their homes".

Two numbers, or two lengths of time, of two reports or of two voices in one, that by their nouns, clauses and neighbours likely
count one thing and are each other's likeliest differ, the more surely the more speaks against it. All reports that likely give
the number of either side stand with it.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from variorum.collation.claims.sentences import sentence_at, sentence_before
from variorum.collation.claims.setting import Setting
from variorum.collation.claims.statements import Statement
from variorum.collation.claims.verdicts import Verdict
from variorum.collation.disagreements.figures import FAR, Difference, judge_figures
from variorum.collation.encoder import Encoder
from variorum.collation.figures.chances import Chances, figure_chances
from variorum.collation.figures.find import LASTING, Figure
from variorum.collation.figures.likelihood import SHARES
from variorum.collation.figures.matters import (
    both_given,
    is_part_of_people,
    of_old,
    other_purpose,
    other_rate,
    places_fit,
    refutes,
)
from variorum.collation.figures.pairs import Pair

LIKELY = 0.4
"""Least likelihood of two figures that are shown to differ; with weights of the other stories, 305 of the 478 pairs that reach
it in our 41 studied stories are in their gold."""

ALIKE = 0.3
"""The same where both count one noun: of 22 rows from 0.4 down to here in our 85 invented stories 12 are in gold, of seven in
long reports that tell three of these stories each six; from 0.3 to 0.25 eight of 14, and one of six."""

SURE = 0.5
"""The same where something speaks for two things (see ``_doubtful``)."""

MANY = 0.6
"""The same for lengths of time and shares, of which a story tells many of different things: of 141 gold differences in our
invented stories one is lost, and of 19 shown that are not in gold five."""

REFUTED = 0.1
"""The same where one report puts its number in the place of the other's ("four guards, not six"): of twelve such pairs in our
invented stories ten are in gold."""

EQUAL, TELLING = 0.1, 10
"""Least likelihood of two figures that give one number, from ten up, that they count one thing: they seldom do so by chance."""

LEAST = 3
"""Smaller numbers recur by chance."""

BESIDE = 1
"""Sentences between two voices of one report that answer each other."""


def amount_verdicts(
    statements: Sequence[Statement], setting: Setting, encoder: Encoder | None, *, least: float = LIKELY
) -> Iterator[Verdict]:
    """A verdict for every two figures that likely (``least``) count one thing and do not agree; none without encoder."""
    for _, verdict in _differing(figure_chances(statements, setting, encoder), setting, least):
        yield verdict


def amount_differences(chances: Chances, setting: Setting) -> Iterator[Difference]:
    """The same of a story, each with every figure that gives the number of either side and likely counts the thing."""
    company = _company(chances)
    for pair, verdict in _differing(chances, setting, LIKELY):
        others = [f for side in pair for f in company.get((side.article.id, side.quantity.id), ())]
        yield Difference(verdict, pair, tuple(others))


def _company(chances: Chances) -> Mapping[tuple[str, str], tuple[Figure, ...]]:
    """To each figure those of other reports that likely give its number of its thing, and where else these reports give it."""
    figures = {(f.article.id, f.quantity.id): f for pair, _, _ in chances.pairs for f in pair}
    same: dict[tuple[str, float, str], list[Figure]] = {}
    for key in sorted(k for k, f in figures.items() if f.quantity.hedge not in FAR):
        same.setdefault((key[0], figures[key].quantity.value, figures[key].thing), []).append(figures[key])
    company: dict[tuple[str, str], list[Figure]] = {key: [f] for key, f in sorted(figures.items())}
    for (a, b), value, _ in chances.pairs:
        if a.quantity.value == b.quantity.value and value >= (EQUAL if a.quantity.value >= TELLING else LIKELY):
            company[a.article.id, a.quantity.id].append(b)
            company[b.article.id, b.quantity.id].append(a)
    return {key: tuple(g for f in told for g in same[f.article.id, f.quantity.value, f.thing]) for key, told in company.items()}


def _differing(chances: Chances, setting: Setting, least: float) -> Iterator[tuple[Pair, Verdict]]:
    for (a, b), value, chosen in chances.pairs:
        answered = refutes(a, b) and value >= REFUTED
        enough = value >= _least(a, b, least)
        if not answered and (not chosen or not enough or a.quantity.value == b.quantity.value or _of_two(a, b)):
            continue
        verdict = judge_figures(a, b) if answered or value >= SURE or not _doubtful(a, b, setting) else None
        if verdict is not None:
            yield (a, b), replace(verdict, likely=value)


def _least(a: Figure, b: Figure, least: float) -> float:
    if a.thing == LASTING or a.quantity.unit in SHARES:
        return MANY
    return min(least, ALIKE) if a.quantity.unit is None and a.thing == b.thing else least


def _of_two(a: Figure, b: Figure) -> bool:
    """Whether the numbers are of two occasions or two purposes, of all and a part, or one report gives both."""
    if of_old(a) != of_old(b) or both_given(a, b) or both_given(b, a):
        return True
    if a.article.id == b.article.id and not _answer(a, b):
        return True
    return other_purpose(a, b) or other_rate(a, b) or is_part_of_people(a, b)


def _doubtful(a: Figure, b: Figure, setting: Setting) -> bool:
    """Whether something speaks for two things: a small number, places, far apart in one report, or what may not be."""
    if a.thing != LASTING and min(a.quantity.value, b.quantity.value) < LEAST:
        return True
    return _unreal(a) or _unreal(b) or not places_fit(a, b, setting)


def _answer(a: Figure, b: Figure) -> bool:
    """Whether two numbers of one report stand in neighbouring sentences, or in one with a voice for each."""
    first, second = sorted((a.quantity.start, b.quantity.start))
    start = sentence_at(a.article, second, second + 1)[0]
    if first >= start:
        return a.voice is not None and b.voice is not None
    for _ in range(BESIDE):
        before = sentence_before(a.article, start)
        start = before[0] if before is not None else start
    return first >= start and a.voice is not None and b.voice is not None


def _unreal(figure: Figure) -> bool:
    """Whether the clause only tells of what may or must not be."""
    return figure.statement is not None and figure.statement.modality in ("possible", "question")
