"""Resolvers of the quantity grammar: what a matched number, sum, share or range comes to."""

from dataclasses import replace
from fractions import Fraction

from variorum.annotation.quantities.hedges import belongs_before
from variorum.annotation.quantities.intervals import hedge_in, interval
from variorum.annotation.quantities.numbers import kind_value, number_of, numeral
from variorum.annotation.quantities.pounds import is_weight
from variorum.annotation.quantities.scene import Figure, NumberScene
from variorum.annotation.words.grammar import Found
from variorum.annotation.words.lists import listed
from variorum.language.lexicon import word_list
from variorum.language.lexicon import words as word_set
from variorum.records.annotation import Hedge

Figures = tuple[Figure, ...]
PLURAL_LOW, PLURAL_HIGH = 2, 10
"""Bounds of "dozens", "hundreds", "hundreds of thousands" in the unit named: from two up to ten."""
SHARES = (2, 3, 4, 5, 8, 10)
"""Denominators that shares are written with in digits; "9/11" is none."""
MOST_IN_RATIO = 100
"""Largest whole in "one in twenty"; beyond it the words are mostly two numbers."""
DOLLARS = {"a": "AUD", "au": "AUD", "c": "CAD", "ca": "CAD", "hk": "HKD", "nz": "NZD", "s": "SGD"}
"""Letters glued to a dollar sign and the currency they make it."""


def number_in(scene: NumberScene, found: Found, name: str) -> Fraction | None:
    """The value of a kept number; ``None`` where a letter behind it is no "million" or "thousand"."""
    span = found.groups.get(name)
    if span is None:
        return None
    words = scene.text.words[span[0] : span[1]]
    if words[-1] in ("k", "m", "b") and scene.between(found, span[1] - 2, span[1] - 1):
        return None
    return number_of(words)


def _figure(scene: NumberScene, found: Found, value: Fraction, *, unit: str | None = None, loose: bool = False) -> Figure:
    before = None if belongs_before(scene, found, value) else hedge_in(scene.words(found, "h"), scene.hedges)
    hedge = before or hedge_in(scene.words(found, "x"), scene.hedges)
    low, high = interval(value, hedge)
    number, end = scene.characters(found, "n")[0], scene.text.ends[found.end - 1]
    start = _hedge_start(scene, found) if before else number
    return Figure(start, end, (number, end), value, hedge, low, high, unit, loose)


def _hedge_start(scene: NumberScene, found: Found) -> int:
    """Where the hedge begins: words before it that leave the number as it is ("only about") stay outside."""
    first, last = found.groups["h"]
    words = scene.text.words
    while first < last:
        phrases = [n for n in range(last, first, -1) if " ".join(words[first:n]) in scene.hedges]
        if not phrases or scene.hedges[" ".join(words[first : phrases[0]])]:
            break
        first = phrases[0]
    return scene.text.starts[first]


def count(scene: NumberScene, found: Found) -> Figures:
    """``about 9,000``, ``forty-five``, ``1.5 million or more``."""
    value = number_in(scene, found, "n")
    if value is None or is_part_of_name(scene, found):
        return ()
    whole = _whole_of(scene, found) if value == 1 else None
    if whole is not None:
        end, number = whole
        share = _figure(scene, found, Fraction(100) / number, unit="percent")
        return (replace(share, end=end),)
    return (_figure(scene, found, value, loose=True),)


def _whole_of(scene: NumberScene, found: Found) -> tuple[int, Fraction] | None:
    """In "one household in five": where it ends, and the five."""
    after = scene.text.words[found.end : found.end + 4]
    if len(after) < 3 or not after[0].isalpha() or after[1] not in ("in", "of") or (after[1] == "of" and after[2] != "every"):
        return None
    at = found.end + (3 if after[2] == "every" else 2)
    number = number_of(scene.text.words[at : at + 1])
    noun, following = scene.text.token(found.end), scene.text.token(min(at + 1, len(scene.text.words) - 1))
    counts = following.pos_ in ("NOUN", "PROPN", "ADJ") and scene.text.source[scene.text.ends[at] : following.idx] == " "
    if number is None or not 1 < number <= MOST_IN_RATIO or number.denominator > 1 or noun.pos_ != "NOUN" or counts:
        return None
    return scene.text.ends[at], number


def is_part_of_name(scene: NumberScene, found: Found, last: str = "n") -> bool:
    """Whether digits are glued to letters or other digits: S-400, 555-1234, 3.8.0, #5, 2:1 (``last``: its last part)."""
    start, end = scene.characters(found, "n")[0], scene.characters(found, last)[1]
    before, after = scene.text.source[max(start - 2, 0) : start], scene.text.source[end : end + 2]
    if before[-1:].isalnum() or before[-1:] in tuple("#_/:@.") or (before[-1:] in ("-", "–") and before[:1].isalnum()):
        return True
    return after[:1] == "_" or (after[:1] in tuple("/:.-–,'’") and after[1:].isdigit()) or (after[:1].isalpha())


def money(scene: NumberScene, found: Found) -> Figures:
    """``$1.5 billion``, ``over €20m``."""
    value, unit = number_in(scene, found, "n"), scene.value(found, "c", "CURRENCY")
    nation = scene.words(found, "k")[-1:]
    if value is None:
        return ()
    sign = found.groups["c"][0]
    loose = bool(nation) and bool(scene.between(found, sign - 1, sign))
    unit = DOLLARS.get(nation[0], unit) if nation and not loose else unit
    figure = _figure(scene, found, value, unit=unit)
    start = scene.characters(found, "k" if nation and not loose else "c")[0]
    return (replace(figure, start=min(start, figure.start), number=(start, figure.end)),)


def money_words(scene: NumberScene, found: Found) -> Figures:
    """``5 million euros``, ``50 cents``."""
    value, word = number_in(scene, found, "n"), scene.words(found, "w")[-1]
    if value is None or is_part_of_name(scene, found):
        return ()
    if word in ("cent", "cents", "pence"):
        value /= 100
    weight = is_weight(scene.text.token(found.groups["w"][1] - 1), value)
    return (_figure(scene, found, value, unit="lb" if weight else scene.value(found, "w", "MONEYW")),)


def percent(scene: NumberScene, found: Found) -> Figures:
    """``20 percent``, ``3.5%``, ``two percentage points``."""
    value = number_in(scene, found, "n")
    words = scene.text.words[found.start : found.end]
    unit = "percentage point" if "percentage" in words else "percent"
    return (_figure(scene, found, value, unit=unit),) if value is not None else ()


def measure(scene: NumberScene, found: Found) -> Figures:
    """``30 kilometres``, ``5-mile``, ``200 square miles``."""
    value = number_in(scene, found, "n")
    unit = unit_of(scene, found, "u")
    if value is None or not unit or is_part_of_name(scene, found, "u"):
        return ()
    return (_figure(scene, found, value, unit=unit),)


def half_measure(scene: NumberScene, found: Found) -> Figures:
    """``half a mile``, ``more than half a metre``."""
    unit = unit_of(scene, found, "u")
    number = scene.characters(found, "u")
    hedge = hedge_in(scene.words(found, "h"), scene.hedges)
    low, high = interval(Fraction(1, 2), hedge)
    start, end = scene.text.starts[found.start], scene.text.ends[found.end - 1]
    first = scene.text.starts[found.groups["u"][0] - 2]
    return (Figure(start if hedge else first, end, (first, number[1]), Fraction(1, 2), hedge, low, high, unit),)


def unit_of(scene: NumberScene, found: Found, name: str) -> str:
    """The unit that a kept part names, or the empty string."""
    words = scene.words(found, name)
    phrase = " ".join(words)
    for row in word_list("en", "unit_phrases"):
        if row["phrase"] == phrase:
            return row["unit"]
    if "percentage" in words:
        return "percentage point"
    if words[-1:] == ("cent",) and "per" in words:
        return "percent"
    kinds = ("UNIT", "PERCENT", "MONEYW")
    return next((unit for kind in kinds if words and (unit := scene.lexicon.values.get((words[-1], kind), ""))), "")


def range_of(scene: NumberScene, found: Found) -> Figures:
    """``between 4,000 and 5,000``, ``10-15``, ``$5 million to $7 million``: one figure with both as its interval."""
    first, second = number_in(scene, found, "n"), number_in(scene, found, "n2")
    if first is None or second is None or is_part_of_name(scene, found, "n2"):
        return ()
    if kind_value(scene.words(found, "n2")[0], "scale"):
        return ()
    if not _joins(scene, found):
        return _from_to(scene, found, first, second)
    first = _scaled(scene, found, first, second)
    if not first < second:
        return ()
    units = {unit_of(scene, found, name) for name in ("u", "u2")}
    named = sorted((units | {scene.value(found, name, "CURRENCY") for name in ("c", "c2")}) - {""})
    if len(named) > 1:
        return ()
    unit = named[0] if named else None
    start, end = scene.text.starts[found.start], scene.text.ends[found.end - 1]
    number = (scene.characters(found, "c" if "c" in found.groups else "n")[0], end)
    return (Figure(start, end, number, (first + second) / 2, "between", first, second, unit, loose=not unit),)


def _from_to(scene: NumberScene, found: Found, first: Fraction, second: Fraction) -> Figures:
    """``from 83 to 71 percent``: two figures of one unit."""
    unit = unit_of(scene, found, "u2") if scene.words(found, "j") == ("to",) and "u2" in found.groups else ""
    if not unit or scene.text.words[found.start] != "from":
        return ()
    one, other = scene.characters(found, "n"), (scene.characters(found, "n2")[0], scene.text.ends[found.end - 1])
    return Figure(*one, one, first, None, first, first, unit), Figure(*other, other, second, None, second, second, unit)


def _joins(scene: NumberScene, found: Found) -> bool:
    """Whether the word between two numbers makes them one range."""
    words, opening = scene.words(found, "j"), scene.text.words[found.start]
    if words == ("and",):
        return "between" in scene.text.words[found.start : found.groups["n"][0]]
    if words == ("to",):
        if found.start and scene.text.token(found.start - 1).lemma_.lower() in word_set("en", "verbs_of_change"):
            return False
        if _is_step(scene, found):
            return False
        return opening != "from" or (("u" in found.groups or "c" in found.groups) and not _changes(scene, found))
    return opening != "from"


def _is_step(scene: NumberScene, found: Found) -> bool:
    """Whether the first says by how much and the second how far: "by $610 million to $9.2 billion", "8 percent to 14.32"."""
    if "u" in found.groups and not {"u2", "c2"} & set(found.groups):
        return True
    by = bool(found.start) and scene.text.words[found.start - 1] == "by"
    bare = not {"u", "u2", "c", "c2"} & set(found.groups) and not _precedes_noun(scene, found)
    if by and bare and _changes(scene, found):
        return True
    first, second = number_in(scene, found, "n"), number_in(scene, found, "n2")
    own = bool({"u", "c"} & set(found.groups))
    return by and own and first is not None and second is not None and second > STEP * first


def _precedes_noun(scene: NumberScene, found: Found) -> bool:
    return found.end < len(scene.text.words) and scene.text.token(found.end).pos_ in ("NOUN", "PROPN", "ADJ")


STEP = 4
"""How many times the first the second number is at least where the first is a change and no lower end of a range."""


def _changes(scene: NumberScene, found: Found) -> bool:
    """Whether a verb before "from" says that the one number became the other: "raised from $2.40 to $3.10"."""
    near = (scene.text.token(n).lemma_.lower() for n in range(max(found.start - NEAR, 0), found.start))
    return any(lemma in word_set("en", "verbs_of_change") for lemma in near)


NEAR = 3
"""Words before "from" among which the verb stands."""


def _scaled(scene: NumberScene, found: Found, first: Fraction, second: Fraction) -> Fraction:
    """``5 to 7 million``: the first number shares the scale of the second."""
    last, here = scene.words(found, "n2"), scene.words(found, "n")
    scale = kind_value(last[-1], "scale", "letter") if len(last) > 1 else None
    if scale and not any(kind_value(word, "scale", "letter", "hundred") for word in here) and first * scale < second:
        return first * scale
    return first


def plural(scene: NumberScene, found: Found) -> Figures:
    """``dozens``, ``hundreds of thousands``: from two to ten of the unit named."""
    words = [w for w in scene.words(found, "p") if w not in ("of", "upon")]
    unit = Fraction(1)
    for word in words:
        unit *= kind_value(word, "plural") or 1
    start, end = scene.text.starts[found.start], scene.text.ends[found.end - 1]
    number = scene.characters(found, "p")
    low, high = unit * PLURAL_LOW, unit * PLURAL_HIGH
    return (Figure(start, end, number, low, "between", low, high, loose=True),)


def fraction(scene: NumberScene, found: Found) -> Figures:
    """``two-thirds``, ``nearly half``, ``a quarter``: a share in percent."""
    words = scene.words(found, "f")
    share = kind_value(words[-1], "fraction")
    number = number_of(scene.words(found, "n")) if "n" in found.groups else Fraction(1)
    if share is None or number is None or ("n" not in found.groups and words[-1] not in ("half", "halves")):
        return ()
    return _share(scene, found, number * share, "n" if "n" in found.groups else "f")


def fraction_digits(scene: NumberScene, found: Found) -> Figures:
    """``2/3``, ``½``."""
    value = numeral(scene.words(found, "n")[-1])
    if value is None or value.denominator not in SHARES or value >= 1 or is_part_of_name(scene, found):
        return ()
    return _share(scene, found, value, "n")


def _share(scene: NumberScene, found: Found, share: Fraction, name: str) -> Figures:
    """A share of something that the text names after "of" or "the"."""
    after = scene.text.words[found.end : found.end + 1]
    if after not in (("of",), ("the",), ("its",), ("their",), ("his",), ("her",), ("all",), ("our",)):
        return ()
    hedge = hedge_in(scene.words(found, "h"), scene.hedges)
    value = share * 100
    low, high = interval(value, hedge)
    start, end = scene.text.starts[found.start], scene.text.ends[found.end - 1]
    return (Figure(start, end, (scene.characters(found, name)[0], end), value, hedge, low, high, "percent", loose=True),)


def ratio(scene: NumberScene, found: Found) -> Figures:
    """``one in five``, ``three out of four``: a share in percent, in words or with "1" in front."""
    part, whole = number_in(scene, found, "n"), number_in(scene, found, "n2")
    if part is None or whole is None or not part < whole or whole > MOST_IN_RATIO:
        return ()
    if part != 1 and scene.words(found, "n2")[0].isdigit():
        return ()
    hedge = hedge_in(scene.words(found, "h"), scene.hedges)
    value = part / whole * 100
    low, high = interval(value, hedge)
    number, end = scene.characters(found, "n")[0], scene.text.ends[found.end - 1]
    start = scene.text.starts[found.start] if hedge else number
    return (Figure(start, end, (number, end), value, hedge, low, high, "percent", loose=True),)


def few(scene: NumberScene, found: Found) -> Figures:
    """``several``, ``a few``, ``a couple of``, ``a handful of``: small counts with wide bounds."""
    words = scene.text.words[found.start : found.end]
    named = {"several": (3, 10), "few": (2, 6), "couple": (2, 3), "handful": (2, 6)}
    low, high = next((bounds for word, bounds in named.items() if word in words), (2, 10))
    start, end = scene.text.starts[found.start], scene.text.ends[found.end - 1]
    if words[-1] == "of":
        end = scene.text.ends[found.end - 2]
    value = Fraction(low if low == 2 and high == 3 else 3)
    return (Figure(start, end, (start, end), value, "about", Fraction(low), Fraction(high), loose=True),)


def single(scene: NumberScene, found: Found) -> Figures:
    """``a single``: one and no more; "not a single" is none."""
    if found.start and scene.text.words[found.start - 1] in ("not", "without"):
        return ()
    return (_figure(scene, found, Fraction(1), loose=True),)


def repeat(scene: NumberScene, found: Found) -> Figures:
    """``twice``: how often, where nothing follows that it multiplies ("twice the size", "twice as many")."""
    if scene.text.words[found.end : found.end + 1] and scene.text.words[found.end] in listed("multiplied"):
        return ()
    value = Fraction(TIMES[scene.words(found, "n")[-1]])
    return (_figure(scene, found, value, unit="time"),)


TIMES = {"twice": 2, "thrice": 3}


def far(scene: NumberScene, found: Found) -> Figures:
    """``far lower``: points at the number before it, unless "than" names another one."""
    if scene.text.words[found.end : found.end + 1] == ("than",):
        return ()
    hedge: Hedge = "far_below" if scene.value(found, "h", "COMPARED") == "far_below" else "far_above"
    start, end = scene.text.starts[found.start], scene.text.ends[found.end - 1]
    return (Figure(start, end, (start, end), Fraction(0), hedge, None, None, back=True),)


def age(scene: NumberScene, found: Found) -> Figures:
    """``aged 45``: the number is used up, it counts nothing."""
    start, end = scene.text.starts[found.start], scene.text.ends[found.end - 1]
    return (Figure(start, end, (start, end), Fraction(0), None, None, None, unit="age"),)
