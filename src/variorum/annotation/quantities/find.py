"""Numbers of one document that count or measure something, with hedge, interval, unit and what they count.

The grammar (``language/en/quantity_patterns.tsv``) runs over the words of the text; the parse says what is counted. Dates,
clock times, lengths of time, ages, ordinals and numbers that only label ("Flight 370", "S-400") are left out.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from fractions import Fraction
from types import MappingProxyType

from spacy.tokens import Doc

from variorum.annotation.quantities import readings
from variorum.annotation.quantities.echoes import compared, echoed
from variorum.annotation.quantities.filters import SMALL, counts_no_more, counts_nothing, is_of_eldest
from variorum.annotation.quantities.gaps import gapped
from variorum.annotation.quantities.intervals import hedge_list, interval
from variorum.annotation.quantities.scene import Figure, NumberScene
from variorum.annotation.quantities.things import Counted, counted_by
from variorum.annotation.quantities.times import times_of
from variorum.annotation.words.grammar import Found, find_all, load_grammar
from variorum.annotation.words.text import read_words, sentence_around
from variorum.language.lexicon import words
from variorum.records.annotation import Quantity, Quotation, Time
from variorum.records.provenance import Provenance

METHOD = "quantities@1"
Resolver = Callable[[NumberScene, Found], tuple[Figure, ...]]
RESOLVERS: Mapping[str, Resolver] = MappingProxyType(
    {name: getattr(readings, name) for name in (
        "count", "money", "money_words", "percent", "measure", "range_of", "plural", "fraction", "fraction_digits", "few",
        "far", "age", "ratio", "repeat", "single", "half_measure",
    )}
)  # fmt: skip
REACH = 400
"""How many characters back "far lower" may point (about two sentences)."""


def find_quantities(doc: Doc, times: tuple[Time, ...], quotations: tuple[Quotation, ...] = ()) -> tuple[Quantity, ...]:
    """All quantities of ``doc`` in text order, with provisional ids ``n0``, ``n1``, ...

    ``times`` and ``quotations`` are the document's: when a number holds, and who is cited for it.
    """
    grammar = load_grammar("en", "quantity")
    scene = NumberScene(doc, read_words(doc), grammar.lexicon, hedge_list("en"))
    taken = [(t.start, t.end) for t in times]
    kept: list[tuple[Figure, Counted]] = []
    used, read = 0, 0
    for found in find_all(scene.text, grammar):
        if found.start < used or scene.text.starts[found.start] < read:
            continue
        figures = RESOLVERS[found.rule.resolver](scene, found)
        if not figures:
            continue
        used, read = found.end, max(figure.end for figure in figures)
        for figure in figures:
            counted = _kept(scene, figure, taken, kept)
            if counted is not None:
                kept.append(counted)
    holding = times_of(scene, kept, times)
    made = (_record(scene, n, figure, counted, holding[n]) for n, (figure, counted) in enumerate(kept))
    said = [(start, end, q.id) for q in quotations for start, end in q.content]
    return tuple(replace(quantity, voice=_voice(quantity, said)) for quantity in made)


def _voice(quantity: Quantity, said: Sequence[tuple[int, int, str]]) -> str | None:
    """The quotation with the shortest content that holds the number."""
    around = [(end - start, start, id) for start, end, id in said if start <= quantity.start and quantity.end <= end]
    return min(around)[2] if around else None


def _kept(
    scene: NumberScene, figure: Figure, taken: Sequence[tuple[int, int]], before: Sequence[tuple[Figure, Counted]]
) -> tuple[Figure, Counted] | None:
    """The figure with what it counts, or ``None`` when it is a time, an age, a label, or counts nothing that is named."""
    start, end = figure.number
    inside = any(s < end and start < e for s, e in taken)
    if figure.unit == "age" or (inside and (figure.unit is None or figure.loose)):
        return None
    if figure.back:
        return _pointed(scene, figure, before)
    if not (inside or is_of_eldest(scene, figure)) and (found := gapped(scene, figure, before)) is not None:
        return found
    if counts_nothing(scene, figure):
        return None
    counted = counted_by(scene.doc, figure)
    if not counted.thing and before:
        figure, counted = compared(scene, figure, before[-1])
    if not counted.thing:
        figure, counted = echoed(scene, figure, before)
    return None if counts_no_more(scene, figure, counted) else (figure, counted)


def _pointed(scene: NumberScene, figure: Figure, before: Sequence[tuple[Figure, Counted]]) -> tuple[Figure, Counted] | None:
    """ "Far lower" with the value and thing of the number it points back at, when its clause speaks of a number."""
    if not _speaks_of_number(scene, figure):
        return None
    near = [(f, c) for f, c in before if figure.start - f.end <= REACH and not f.back and f.unit is None and f.value > SMALL]
    if not near:
        return None
    other, counted = near[-1]
    low, high = interval(other.value, figure.hedge)
    pointed = Figure(figure.start, figure.end, figure.number, other.value, figure.hedge, low, high, other.unit, back=True)
    return pointed, counted


def _speaks_of_number(scene: NumberScene, figure: Figure) -> bool:
    """Whether the sentence of "far lower" names a number, figure, toll or estimate before it."""
    token = scene.text.at(figure.start)
    said = (t for t in sentence_around(token) if t.i < token.i)
    return any(t.lemma_.lower() in words("en", "number_nouns") and t.pos_ == "NOUN" for t in said)


def _record(scene: NumberScene, number: int, figure: Figure, counted: Counted, time: str | None) -> Quantity:
    return Quantity(
        id=f"n{number}", start=figure.start, end=figure.end, value=_plain(figure.value), hedge=figure.hedge,
        low=None if figure.low is None else _plain(figure.low), high=None if figure.high is None else _plain(figure.high),
        unit=figure.unit, of=counted.span, thing=counted.thing, time=time,
        by=Provenance(METHOD, None, _reason(scene, figure, counted)),
    )  # fmt: skip


def _plain(value: Fraction) -> float:
    return round(float(value), 6)


def _reason(scene: NumberScene, figure: Figure, counted: Counted) -> str:
    shown = " ".join(scene.text.source[figure.start : figure.end].split())
    if figure.back:
        return f"“{shown}” points back at the number before it."
    if counted.span is None:
        bare = f"“{shown}” is a number with its own unit or hedge."
        return f"“{shown}” counts {' '.join(counted.thing)}." if counted.thing else bare
    noun = " ".join(scene.text.source[counted.span[0] : counted.span[1]].split())
    return f"“{shown}” counts “{noun}”."
