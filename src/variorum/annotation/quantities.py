"""Numbers of one document that count or measure something, with hedge, interval, unit and what they count.

The grammar (``language/en/quantity_patterns.tsv``) runs over the words of the text; the parse says what is counted. Dates,
clock times, lengths of time, ages, ordinals and numbers that only label ("Flight 370", "S-400") are left out.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from fractions import Fraction
from types import MappingProxyType

from spacy.tokens import Doc, Token

from variorum.annotation import quantity_readings as readings
from variorum.annotation.quantity_intervals import hedge_list, interval
from variorum.annotation.quantity_scene import Figure, NumberScene
from variorum.annotation.quantity_things import NOBODY, Counted, counted_by
from variorum.annotation.word_grammar import Found, find_all, load_grammar
from variorum.annotation.word_text import read_words, sentence_around
from variorum.language.lexicon import words
from variorum.records.annotation import Quantity, Time
from variorum.records.provenance import Provenance

METHOD = "quantities@1"
Resolver = Callable[[NumberScene, Found], tuple[Figure, ...]]
RESOLVERS: Mapping[str, Resolver] = MappingProxyType(
    {name: getattr(readings, name) for name in (
        "count", "money", "money_words", "percent", "measure", "range_of", "plural", "fraction", "fraction_digits", "few",
        "far", "age",
    )}
)  # fmt: skip
REACH = 400
"""How many characters back "far lower" may point (about two sentences)."""
MAX_AGE = 120
OLD = re.compile(r"[\s-]years?[\s-](?:old\b|of\s+age\b)", re.IGNORECASE)
AFTER_AGE = re.compile(r"[,.;)]|\s(?:of|from|and)\b")


def find_quantities(doc: Doc, times: tuple[Time, ...]) -> tuple[Quantity, ...]:
    """All quantities of ``doc`` in text order, with provisional ids ``n0``, ``n1``, ...; ``times`` are the document's."""
    grammar = load_grammar("en", "quantity")
    scene = NumberScene(doc, read_words(doc), grammar.lexicon, hedge_list("en"))
    taken = [(t.start, t.end) for t in times]
    kept: list[tuple[Figure, Counted]] = []
    used = 0
    for found in find_all(scene.text, grammar):
        if found.start < used:
            continue
        figures = RESOLVERS[found.rule.resolver](scene, found)
        if not figures:
            continue
        used = found.end
        for figure in figures:
            counted = _kept(scene, figure, taken, kept)
            if counted is not None:
                kept.append(counted)
    return tuple(_record(scene, n, figure, counted, times) for n, (figure, counted) in enumerate(kept))


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
    if _is_label(scene, figure) or _is_age(scene, figure):
        return None
    counted = counted_by(scene.doc, figure)
    if _numbers_one(scene, figure, counted):
        return None
    if figure.loose and not counted.thing and figure.hedge in (None, "between"):
        return None
    return None if figure.loose and _is_pronoun(scene, figure, counted) else (figure, counted)


def _pointed(
    scene: NumberScene, figure: Figure, before: Sequence[tuple[Figure, Counted]]
) -> tuple[Figure, Counted] | None:
    """ "Far lower" with the value and thing of the number it points back at, when its clause speaks of a number."""
    if not before or before[-1][0].unit not in (None, "percent") or not _speaks_of_number(scene, figure):
        return None
    other, counted = before[-1]
    if figure.start - other.end > REACH or other.back:
        return None
    low, high = interval(other.value, figure.hedge)
    pointed = Figure(figure.start, figure.end, figure.number, other.value, figure.hedge, low, high, other.unit, back=True)
    return pointed, counted


def _speaks_of_number(scene: NumberScene, figure: Figure) -> bool:
    """Whether the sentence of "far lower" names a number, figure, toll or estimate before it."""
    token = scene.text.at(figure.start)
    said = (t for t in sentence_around(token) if t.i < token.i)
    return any(t.lemma_.lower() in words("en", "number_nouns") and t.pos_ == "NOUN" for t in said)


def _is_label(scene: NumberScene, figure: Figure) -> bool:
    """Whether the number only labels the noun before it ("Flight 370"), or a name it belongs to ("Boeing 747")."""
    if figure.unit is not None or figure.hedge is not None:
        return False
    token = scene.text.at(figure.number[0])
    if token.i == 0 or token.is_sent_start:
        return _is_list_number(token)
    before = token.nbor(-1)
    if before.lower_.rstrip(".") in words("en", "label_nouns") and before.idx + len(before) == token.idx - 1:
        return True
    counts = token.dep_ == "nummod" and token.head.i > token.i
    return before.pos_ == "PROPN" and before.text[:1].isupper() and before.tag_ == "NNP" and not counts and token.like_num


def _numbers_one(scene: NumberScene, figure: Figure, counted: Counted) -> bool:
    """Whether the number says which one and not how many: "the 1200 block", "a 911 call", "953 Harbour Street"."""
    if counted.span is None or figure.unit is not None or figure.hedge is not None or figure.value <= 1:
        return False
    end = figure.number[1]
    if figure.value.denominator > 1 or scene.text.source[end : end + 1] == "-" or counted.span[0] < end:
        return False
    head = next((t for t in _tokens(scene, counted.span) if t.lemma_.lower() == counted.thing[-1] or t.tag_ == "NNPS"), None)
    return head is not None and head.tag_ in ("NN", "NNP") and head.lower_ not in words("en", "plain_plurals")


def _tokens(scene: NumberScene, span: tuple[int, int]) -> Iterator[Token]:
    token = scene.text.at(span[0])
    while token.idx < span[1]:
        yield token
        if token.i + 1 == len(token.doc):
            return
        token = token.nbor(1)


def _is_list_number(token: Token) -> bool:
    """Whether a number opens a line as a list does ("1. Take ...")."""
    following = token.nbor(1) if token.i + 1 < len(token.doc) else None
    return following is not None and following.text in (".", ")") and token.is_digit


def _is_age(scene: NumberScene, figure: Figure) -> bool:
    """Whether the number is somebody's age: "Ana Bel, 45, said", "a 17-year-old", "45 years old"."""
    if figure.unit is not None or figure.hedge is not None:
        return False
    text, (start, end) = scene.text.source, figure.number
    token = scene.text.at(start)
    if OLD.match(text, end):
        return True
    named = token.i >= 2 and token.nbor(-1).text == "," and token.nbor(-2).pos_ == "PROPN"
    if not named or figure.value >= MAX_AGE:
        return False
    apart = text[end : end + 1] in (",", ".", ";") and token.dep_ in ("appos", "nummod", "npadvmod")
    return apart or (token.nbor(-2).ent_type_ == "PERSON" and AFTER_AGE.match(text, end) is not None)


def _is_pronoun(scene: NumberScene, figure: Figure, counted: Counted) -> bool:
    """Whether "one" or "half" stands for no count ("one of the leaders", "one day", "no one")."""
    shown = scene.text.source[figure.number[0] : figure.number[1]].lower()
    if shown != "one" or figure.hedge is not None:
        return False
    token = scene.text.at(figure.number[0])
    head = counted.thing[-1:] if counted.thing else ()
    following = token.nbor(1).lower_ if token.i + 1 < len(token.doc) else ""
    return counted is NOBODY or following in ("of", "another", "'s") or bool(set(head) & words("en", "one_idioms"))


def _record(
    scene: NumberScene, number: int, figure: Figure, counted: Counted, times: tuple[Time, ...]
) -> Quantity:
    return Quantity(
        id=f"n{number}", start=figure.start, end=figure.end, value=_plain(figure.value), hedge=figure.hedge,
        low=None if figure.low is None else _plain(figure.low), high=None if figure.high is None else _plain(figure.high),
        unit=figure.unit, of=counted.span, thing=counted.thing, time=_time_of(scene, figure, times),
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


def _time_of(scene: NumberScene, figure: Figure, times: tuple[Time, ...]) -> str | None:
    """The time in the same clause as the number, the nearest one where there are several."""
    token = scene.text.at(figure.number[0])
    sentence = sentence_around(token)
    low, high = sentence.start_char, sentence.end_char
    verb = _clause_of(token)
    near = [
        (abs(t.start - figure.start), t.start, t.id)
        for t in times
        if low <= t.start < high and t.type in ("DATE", "TIME") and _clause_of(scene.text.at(t.start)) == verb
    ]
    return min(near)[2] if near else None


def _clause_of(token: Token) -> int:
    """The position of the verb of the clause around ``token`` (of the sentence's root where there is none)."""
    for _ in range(12):
        if token.pos_ in ("VERB", "AUX") and token.dep_ not in ("aux", "auxpass", "amod"):
            return int(token.i)
        if token.head is token:
            break
        token = token.head
    return int(token.i)
