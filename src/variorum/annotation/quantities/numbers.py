"""Numbers in digits and words, turned into values.

``1,500``, ``2.5 million``, ``2 1/2``, ``two hundred and fifty``, ``a dozen``, ``half a million``, ``one and a half``,
``three quarters``. Numbers with more than fifteen digits are refused: no report counts that far, and a float would lie.
"""

import functools
import re
from collections.abc import Mapping, Sequence
from fractions import Fraction

from variorum.annotation.words.lists import listed
from variorum.language.lexicon import word_list

NUMERAL = re.compile(r"\d{1,15}(?:\.\d{1,15})?")
SIMPLE_FRACTION = re.compile(r"(\d{1,3})/(\d{1,3})")
GLYPHS = {"½": Fraction(1, 2), "¼": Fraction(1, 4), "¾": Fraction(3, 4), "⅓": Fraction(1, 3), "⅔": Fraction(2, 3)}
ADDING = ("small", "ten")


@functools.cache
def number_words(language: str) -> Mapping[str, tuple[tuple[str, Fraction], ...]]:
    """Each number word with its kinds and values, in the order of the list."""
    words: dict[str, list[tuple[str, Fraction]]] = {}
    for row in word_list(language, "number_words"):
        words.setdefault(row["word"], []).append((row["kind"], Fraction(row["value"])))
    return {word: tuple(kinds) for word, kinds in words.items()}


def kind_value(word: str, *kinds: str, language: str = "en") -> Fraction | None:
    """The value of a number word when it can be of one of ``kinds``."""
    return next((value for kind, value in number_words(language).get(word, ()) if kind in kinds), None)


def numeral(word: str) -> Fraction | None:
    """The value of a number written in digits (``1,500``, ``2.5``, ``1/2``, ``½``)."""
    if word in GLYPHS:
        return GLYPHS[word]
    if parts := SIMPLE_FRACTION.fullmatch(word):
        return Fraction(int(parts[1]), int(parts[2])) if int(parts[2]) else None
    plain = word.replace(",", "")
    return Fraction(plain) if NUMERAL.fullmatch(plain) and plain.isascii() else None


def number_of(words: Sequence[str]) -> Fraction | None:
    """The value of a whole number phrase in lower case, or ``None`` where the words make no number."""
    words = [w for w in words if w not in ("-", "of", "&")]
    if not words:
        return None
    total, current, seen = Fraction(0), Fraction(0), False
    for position, word in enumerate(words):
        if word in listed("in_number"):
            continue
        kind, value = _step(word, words[:position], current)
        if kind == "spoil" or (kind == "add" and not _fits(current, value)):
            return None
        seen = True
        if kind == "add":
            current += value
        elif kind == "times":
            current = (current or 1) * value
        elif 0 < total < value:
            total, current = (total + current) * value, Fraction(0)
        else:
            total, current = total + (current or 1) * value, Fraction(0)
    if seen:
        return total + current
    return Fraction(1) if words in (["a"], ["an"]) else None


def _fits(current: Fraction, value: Fraction) -> bool:
    """Whether the number so far has room for ``value``: "twenty five", but not "six and eight" of "between six and eight"."""
    return value < 1 or current % 10 ** len(str(int(value))) == 0


def _step(word: str, before: Sequence[str], current: Fraction) -> tuple[str, Fraction]:
    """What a word does to the number so far: add, multiply, close a thousand, or spoil it."""
    digits = numeral(word)
    if digits is not None:
        return "add", digits
    for kind, value in number_words("en").get(word, ()):
        if kind in ADDING:
            return "add", value
        if kind in ("hundred", "dozen"):
            return "times", value
        if kind in ("scale", "letter"):
            return "close", value
        if kind == "fraction":
            return _fraction(value, before, current)
    return "spoil", Fraction(0)


def _fraction(value: Fraction, before: Sequence[str], current: Fraction) -> tuple[str, Fraction]:
    """``two thirds`` multiplies, ``two and a half`` adds, ``half a million`` begins."""
    return ("times", value) if before and current and "and" not in before else ("add", value)
