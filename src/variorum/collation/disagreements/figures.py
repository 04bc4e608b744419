"""Figures that differ: the same thing counted, with numbers that cannot both hold, or hardly."""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from variorum.collation.claims.alignment import act
from variorum.collation.claims.sentences import sentence_at, words_in
from variorum.collation.claims.setting import Setting
from variorum.collation.claims.verdicts import Side, Verdict
from variorum.collation.figures.find import LASTING, Figure
from variorum.collation.figures.matters import (
    acts_differ,
    answers,
    both_given,
    in_one_group,
    is_bare,
    is_measure,
    later,
    near_in_size,
    of_old,
    one_amount,
    one_subject,
    other_names,
    other_purpose,
    other_rate,
    periods_fit,
    places_fit,
    refutes,
    same_kind,
    same_matter,
)
from variorum.collation.figures.parts import is_brought_up, was_given
from variorum.collation.figures.things import is_fixed, label_of, only_grows
from variorum.language.lexicon import marked
from variorum.records.article import Span
from variorum.records.story import Judgement

Relation = Literal["same", "apart", "touching"]

WIDEST = 1.25
"""Values further apart than this ratio are shown even where their intervals touch (a quarter)."""

NARROWEST = 1.1
"""The same where neither is an open bound that the other meets: "about six" against five. In our invented stories six
more differences are shown than at a quarter, all in gold."""

ALIKE = 0.35
"""Least share of telling words that the clauses of two figures have in common; measured on our invented pairs."""

ALIKE_WIDE = 0.5
"""The same for the sentences around them, which share more by chance."""

FAR_APART = 3
"""Times by which two numbers of one thing may differ before their clauses must share as much as the sentences."""

ALIKE_SAME_DAY = 0.15
"""The same where both counts are dated to one day, which already says much."""

ALIKE_BARE = 0.1
"""The same for a clause that names the count and no matter of its own ("seven have died so far")."""

ALIKE_NAMED = 0.2
"""The same where the clauses share a name and another word."""

FAR = ("far_below", "far_above")


@dataclass(frozen=True, slots=True)
class Difference:
    """A verdict on two figures, with all ``others`` that give the number of either."""

    verdict: Verdict
    pair: tuple[Figure, Figure]
    others: tuple[Figure, ...] = ()

    @property
    def figures(self) -> tuple[Figure, ...]:
        """All its figures, the two that differ first."""
        return *self.pair, *self.others


def relate(a: Figure, b: Figure) -> Relation:
    """How two figures for one thing stand to each other by their intervals and values."""
    (a_low, a_high), (b_low, b_high) = a.interval, b.interval
    one, other = a.quantity.value, b.quantity.value
    if one == other and a.quantity.hedge not in FAR and b.quantity.hedge not in FAR:
        return "same"
    if _is_vague(a) or _is_vague(b):
        return "same"
    if a_high < b_low or b_high < a_low:
        return "same" if _rounds(one, other) else "apart"
    if _reaches_beyond(a, b) or _reaches_beyond(b, a):
        return "apart"
    nearest = WIDEST if _leaves_room(a, b) or _leaves_room(b, a) else NARROWEST
    low, high = sorted((abs(one), abs(other)))
    return "touching" if round(high, 3) > round(low * nearest, 3) and not _rounds(one, other) else "same"


def _leaves_room(a: Figure, b: Figure) -> bool:
    """Whether ``a`` is open to one side and the value of ``b`` lies there: "at least 40" against 45."""
    return a.quantity.hedge not in (None, "about", "between") and a.interval[0] <= b.quantity.value <= a.interval[1]


def _reaches_beyond(a: Figure, b: Figure) -> bool:
    """``a`` says that the most is more than ``b`` allows: "up to six" against "less than two"."""
    return a.quantity.hedge == "up_to" and b.quantity.hedge == "under" and a.quantity.value > b.quantity.value


VAGUE = marked("en", "collation_words", "rough")
"""Words for a number that leave the next order of magnitude open: no plain number says anything against them."""


def _is_vague(figure: Figure) -> bool:
    q = figure.quantity
    source = figure.article.text if q.field == "text" else figure.article.title or ""
    return bool(VAGUE & set(source[q.start : q.end].casefold().split()))


def _rounds(one: float, other: float) -> bool:
    """Whether the rounder of two numbers from a thousand up is the other one, rounded to two digits or more."""
    if min(abs(one), abs(other)) < 1000 or one == other:
        return False
    return any(_rounded(one, n) == other or _rounded(other, n) == one for n in (2, 3, 4))


def _rounded(number: float, digits: int) -> float:
    return round(number, digits - 1 - math.floor(math.log10(abs(number))))


def comparable(a: Figure, b: Figure, setting: Setting, groups: Mapping[tuple[str, str], str]) -> bool:
    """Whether two figures count the same thing: noun, place and time fit and their clauses tell of one matter."""
    if a.thing != b.thing or (a.quantity.unit != b.quantity.unit and not (a.echo or b.echo)):
        return False
    if answers(a, b):
        return a.voice != b.voice or _was_given(a) != _was_given(b)
    if refutes(a, b):
        return places_fit(a, b, setting)
    if a.former != b.former and a.quantity.value == b.quantity.value and a.article.id != b.article.id:
        return places_fit(a, b, setting)
    if of_old(a) != of_old(b) or other_purpose(a, b) or other_rate(a, b):
        return False
    if same_matter(a, b):
        return periods_fit(a, b) and not (both_given(a, b) or both_given(b, a))
    if is_fixed(a.thing) and not near_in_size(a, b, 1.5):
        return False
    if not same_kind(a, b, setting) or _same_clause(a, b) or not places_fit(a, b, setting) or not periods_fit(a, b):
        return False
    if (
        (not a.running and acts_differ(a, b) and not one_subject(a, b, setting, least=ALIKE))
        or both_given(a, b)
        or both_given(b, a)
    ):
        return False
    if (a.quantity.hedge in FAR) != (b.quantity.hedge in FAR) and a.quantity.value == b.quantity.value:
        return a.article.id == b.article.id
    grouped = in_one_group(a, b, groups) and (a.running or not other_names(a, b))
    return grouped or _one_matter(a, b, setting)


def _was_given(figure: Figure) -> bool:
    """Whether the sentence says that somebody had given the number before."""
    q = figure.quantity
    return figure.former and was_given(figure.article, q, words_in(figure.article, sentence_at(figure.article, q.start, q.end)))


def _one_matter(a: Figure, b: Figure, setting: Setting) -> bool:
    """Whether the clauses tell of one matter, by the words they share or by what they say happened to what is counted."""
    if one_amount(a, b) or (is_bare(a) and is_bare(b)) or _one_tally(a, b):
        return True
    if a.thing == a.quantity.unit and (a.statement is None or b.statement is None or act(a.statement) != act(b.statement)):
        return False
    near, wide = setting.weights.overlap(a.near, b.near), setting.weights.overlap(a.wide, b.wide)
    if a.running and a.period is not None and a.period == b.period and round(wide, 3) >= ALIKE_SAME_DAY:
        return True
    if (is_bare(a) or is_bare(b)) and round(wide, 3) >= ALIKE_BARE:
        return True
    if round(near, 3) >= (ALIKE if a.running or is_measure(a) or near_in_size(a, b, FAR_APART) else ALIKE_WIDE) or (
        a.running and round(wide, 3) >= ALIKE_WIDE
    ):
        return True
    return a.running and _names_shared(a, b) and round(wide, 3) >= ALIKE_NAMED


def _one_tally(a: Figure, b: Figure) -> bool:
    """Whether two larger counts of one running thing lie so near each other that they are hardly of two events."""
    large = min(a.quantity.value, b.quantity.value) >= LARGE_COUNT and near_in_size(a, b, WIDEST)
    return a.running and large and not is_fixed(a.thing) and not other_names(a, b)


LARGE_COUNT = 20
"""Smallest count whose nearness to another says something."""


def _names_shared(a: Figure, b: Figure) -> bool:
    """Whether both clauses name one entity and share another telling word with it, undated on one side."""
    shared = a.near & b.near
    return any(t.startswith("@") for t in shared) and len(shared) > 1 and (a.period is None or b.period is None)


def _same_clause(a: Figure, b: Figure) -> bool:
    """Whether both numbers stand in one clause, where they count different things or parts; "far lower" may point back."""
    if a.article.id != b.article.id:
        return False
    if a.quantity.id == b.quantity.id:
        return True
    far = a.quantity.hedge in FAR or b.quantity.hedge in FAR
    return not far and (a.statement is None or b.statement is None or a.voice == b.voice)


def judge_figures(a: Figure, b: Figure) -> Verdict | None:
    """What two comparable figures come to: nothing where they agree, else update, conflict or unsure."""
    relation = relate(a, b)
    if relation == "same":
        return None
    judgement, why = _judgement(a, b, relation)
    if judgement == "unsure" and (_leaves_room(a, b) or _leaves_room(b, a)):
        return None
    sides = (figure_side(a), figure_side(b))
    score = _apart_by(a, b)
    reason = f"{sides[0].value} against {sides[1].value} for {_about(a)}: {why}."
    return Verdict("figure", judgement, sides, _about(a), score, reason)


def _judgement(a: Figure, b: Figure, relation: Relation) -> tuple[Judgement, str]:
    if a.thing == FLOATING:
        return "update", "such a rate is another one every hour"
    if _runs_on(a, b) and later(a, b) and not _fell(a, b):
        return "update", "the count changed between the days of the two reports"
    if _brought_up(a, b) or _brought_up(b, a):
        return "update", "one report says that the number has changed"
    if a.former or b.former:
        return "update", "one of the two is said to have been given before"
    if relation == "touching":
        return "unsure", "the wording leaves room for both, but the numbers lie more than a tenth apart"
    if _runs_on(a, b) and a.article.id != b.article.id and (a.reported is None or b.reported is None):
        return "unsure", "one report may be later than the other, but has no date"
    return "conflict", "both cannot hold"


def _fell(a: Figure, b: Figure) -> bool:
    """Whether a count that only grows is smaller in the later of two reports."""
    first, last = sorted((a, b), key=lambda f: f.reported or ("", ""))
    return _fewer(last, first)


def _brought_up(a: Figure, b: Figure) -> bool:
    """Whether the sentence of ``a``, which no known day puts before ``b``, says that its number replaces an earlier one."""
    before = later(a, b) and (a.reported or ("", "")) < (b.reported or ("", ""))
    if before or a.article.id == b.article.id or a.quantity.field != "text" or (a.running and _fewer(a, b)):
        return False
    return is_brought_up(a.quantity, words_in(a.article, sentence_at(a.article, a.quantity.start, a.quantity.end)))


def _fewer(a: Figure, b: Figure) -> bool:
    return only_grows(a.thing) and a.quantity.value < b.quantity.value


def _runs_on(a: Figure, b: Figure) -> bool:
    """Whether the count changes as the story goes on: a listed one, or an amount of what has died."""
    return (a.running and not is_fixed(a.thing)) or bool(a.fates & b.fates & (SPREADING if a.thing in LAND else GROWING))


FLOATING = "exchange rate"
"""The thing of what one money costs in another, which is another one every hour."""

GROWING, SPREADING, LAND = frozenset({"die"}), frozenset({"die", "lost"}), ("hectare", "acre")
"""What happens to more and more as a story runs on: of things, and of land that burns."""


def _apart_by(a: Figure, b: Figure) -> float:
    low, high = sorted((abs(a.quantity.value), abs(b.quantity.value)))
    return round(1 - low / high, 3) if high else 0.0


def figure_side(figure: Figure) -> Side:
    """The figure as one side of a disagreement: the number with what it counts."""
    q = figure.quantity
    return Side(figure.article, figure_span(figure), format_value(figure), figure.voice, q.field, q.low, q.high)


def figure_span(figure: Figure) -> Span:
    """The number together with what it counts, where that stands right beside it."""
    q = figure.quantity
    if q.of is None or not (q.of[0] - q.end <= 30 and q.start - q.of[1] <= 30):
        return q.start, q.end
    return min(q.start, q.of[0]), max(q.end, q.of[1])


HEDGES = {
    "about": "about ", "over": "over ", "at_least": "at least ", "under": "under ", "up_to": "up to ", "nearly": "nearly ",
    "far_below": "far below ", "far_above": "far above ",
}  # fmt: skip


def format_value(figure: Figure) -> str:
    """The value as a reader writes it: hedge, number with separators, unit; a length of time in the words of the report."""
    q = figure.quantity
    if figure.thing == LASTING:
        return " ".join(figure.article.text[q.start : q.end].split())
    if q.hedge == "between" and q.low is not None and q.high is not None:
        number = f"{_plain(q.low)} to {_plain(q.high)}"
    else:
        number = _plain(q.value)
    unit = f" {q.unit}" if q.unit else ""
    return f"{HEDGES.get(q.hedge or '', '')}{number}{unit}"


def _plain(value: float) -> str:
    return f"{value:,.0f}" if value == int(value) else f"{value:,.3f}".rstrip("0")


def _about(figure: Figure) -> str:
    """What is counted, in the words of the report where it says more than the name of the count."""
    q = figure.quantity
    words = " ".join(figure.article.text[q.of[0] : q.of[1]].split()) if q.of and q.field == "text" else figure.head
    if figure.running:
        return f"the number of {label_of(figure.thing)}" + (f" ({words})" if figure.head and words else "")
    return words or ("one length of time" if figure.thing == LASTING else "one amount" if q.unit else figure.thing)
