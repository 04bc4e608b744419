"""Whether an aligned passage is copied, and whose words it copies: the outlet's own or a speaker's."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from variorum.collation.reuse.alignment import Aligned, breaks
from variorum.collation.reuse.speech import Voice
from variorum.collation.reuse.texts import CodedText
from variorum.language.alignment import equal_places
from variorum.records.article import Span

LEAST_OWN, LEAST_SPOKEN = 8, 6
"""Equal words that a passage must have. Eight: shorter runs ("the depot had not been inspected since") stand in reports
that know nothing of each other; words in quotation marks are meant to be exact, so six of them are no chance."""
LEAST_TELLING, COMMON, LEAST_COMMON = 2.5, 0.45, 2
"""Least sum of rarities of equal lower-case words, and least number of equal words less rare than ``COMMON``: a title or
the name of a thing has hardly any verbs, articles and prepositions, a sentence has."""
LONGEST_NAME = 14
"""Passages of so many equal words or more are no names and are not asked for common words (other languages have others)."""
LEAST_DENSITY, SHORT, LEAST_SHORT_DENSITY = 0.6, 12, 0.8
"""Equal words over the words of the longer side; copies with 15 % of their words changed keep about 0.85. Passages of less
than ``SHORT`` equal words must be closer: two reports may tell one small fact in words that are mostly the same."""
LONG, LEAST_FILL = 15, 0.45
"""A passage of fewer equal words, or of less than ``SHORT`` with none changed, must fill so much of its sentence in one of the
reports: the same eight to fourteen words deep in two long sentences are a set phrase ("as part of his inquiry into ...")."""
EXACT, MOST_FILL = 0.9, 0.7
"""From ``LONG`` equal words on, with so few changes, words that frame speech ("Ana Rusk, who leads the port, said") count as
well: only shorter ones are alike by chance. So they do where, with none changed, they are so much of the sentence in both."""
LEAST_PART = 4
"""Equal words from which a stretch of speech, of own text or a paragraph stands by itself inside a longer passage."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two texts with the voice of each of their words."""

    a: CodedText
    b: CodedText
    voices_a: Sequence[Voice]
    voices_b: Sequence[Voice]


@dataclass(frozen=True, slots=True)
class Shared:
    """A passage of two texts: word ranges, the places of equal words, and whether they are a speaker's words.

    ``density`` is the share of the longer side that is equal (three decimals); ``beside`` the number of equal own
    words in the rest of the aligned passage that this one is a part of.
    """

    a: Span
    b: Span
    places: tuple[Span, ...]
    density: float
    spoken: bool
    beside: int


def score(pair: Pair, passage: Aligned) -> tuple[Shared, ...]:
    """The parts of ``passage`` that stand for themselves: paragraph by paragraph, speech apart from own text."""
    places = _equal_places(pair, passage)
    parts = [part for paragraph in _paragraphs(pair, places) for part in _by_voice(pair, paragraph)]
    parts = [(_speech_only(pair, part) if spoken else part, spoken) for part, spoken in parts]
    own = sum(len(part) for part, spoken in parts if not spoken)
    return tuple(_shared(part, own, spoken=spoken) for part, spoken in parts)


def judge(pair: Pair, shared: Shared) -> bool:
    """Whether the passage is copied, by its length, density and the kind of its words."""
    if shared.density < LEAST_DENSITY:
        return False
    if shared.spoken:
        return len(shared.places) >= LEAST_SPOKEN
    fills = _fill(pair.a, shared.a), _fill(pair.b, shared.b)
    whole = shared.density == 1.0 and min(fills) >= MOST_FILL
    framed = not whole and (len(shared.places) < LONG or shared.density < EXACT)
    own = [(i, j) for i, j in shared.places if not framed or "frame" not in (pair.voices_a[i], pair.voices_b[j])]
    if shared.beside >= 2 * LEAST_OWN:
        return len(own) >= LEAST_PART and 2 * len(own) > len(shared.places)
    if len(shared.places) < SHORT and shared.density < LEAST_SHORT_DENSITY:
        return False
    if len(own) < (LONG if shared.density < 1.0 else SHORT) and max(fills) < LEAST_FILL:
        return False
    return len(own) >= LEAST_OWN and _is_sentence(pair, own)


def _fill(text: CodedText, span: Span) -> float:
    """The share of the sentences that ``span`` lies in that it fills."""
    first, after = span
    while first and not breaks(text, first - 1):
        first -= 1
    while after < len(text) and not breaks(text, after - 1):
        after += 1
    return round((span[1] - span[0]) / (after - first), 3)


def _is_sentence(pair: Pair, places: Sequence[Span]) -> bool:
    weights = [(float(pair.a.weights[i]), _is_capital(pair.a, i) or _is_capital(pair.b, j)) for i, j in places]
    telling = sum(weight for weight, capital in weights if not capital)
    common = sum(weight < COMMON for weight, _ in weights) >= LEAST_COMMON or len(places) >= LONGEST_NAME
    return common and round(telling, 3) >= LEAST_TELLING


def _is_capital(text: CodedText, number: int) -> bool:
    return text.article.text[int(text.starts[number])].isupper()


def _equal_places(pair: Pair, passage: Aligned) -> list[Span]:
    codes_a = pair.a.codes[slice(*passage.a)].tolist()
    codes_b = pair.b.codes[slice(*passage.b)].tolist()
    letters: dict[int, str] = {}
    for code in (*codes_a, *codes_b):
        letters.setdefault(code, chr(0x10000 + len(letters)))
    equal = equal_places([letters[c] for c in codes_a], [letters[c] for c in codes_b])
    return [(passage.a[0] + i, passage.b[0] + j) for i, j in equal]


def _paragraphs(pair: Pair, places: Sequence[Span]) -> list[list[Span]]:
    """``places`` cut where a paragraph ends on both sides."""
    parts: list[list[Span]] = [list(places[:1])]
    for (i, j), (x, y) in pairwise(places):
        if _line_break(pair.a, i, x) and _line_break(pair.b, j, y):
            parts.append([])
        parts[-1].append((x, y))
    return [part for part in parts if part]


def _line_break(text: CodedText, number: int, following: int) -> bool:
    return "\n" in text.article.text[int(text.ends[number]) : int(text.starts[following])]


def _by_voice(pair: Pair, places: Sequence[Span]) -> list[tuple[list[Span], bool]]:
    """Runs of places that are a speaker's words on both sides, and the runs between; short runs join the one before."""
    runs = [(list(run), spoken) for spoken, run in groupby(places, key=lambda place: _is_speech(pair, place))]
    parts: list[tuple[list[Span], bool]] = []
    for run, spoken in runs:
        if parts and (len(run) < LEAST_PART or parts[-1][1] == spoken):
            parts[-1][0].extend(run)
        elif parts and len(parts[-1][0]) < LEAST_PART:
            parts[-1] = ([*parts[-1][0], *run], spoken)
        else:
            parts.append((run, spoken))
    return parts


def _is_speech(pair: Pair, place: Span) -> bool:
    """Whether a word is the speaker's: in quotation marks on one side and in speech of any kind on the other."""
    voices = {pair.voices_a[place[0]], pair.voices_b[place[1]]}
    return "speech" in voices and voices <= {"speech", "reported"}


def _speech_only(pair: Pair, places: list[Span]) -> list[Span]:
    """``places`` from the first to the last that are a speaker's words."""
    spoken = [n for n, place in enumerate(places) if _is_speech(pair, place)]
    return places[spoken[0] : spoken[-1] + 1]


def _shared(places: Sequence[Span], own: int, *, spoken: bool) -> Shared:
    (i, j), (x, y) = places[0], places[-1]
    longer = max(x - i, y - j) + 1
    return Shared((i, x + 1), (j, y + 1), tuple(places), round(len(places) / longer, 3), spoken, own - len(places))
