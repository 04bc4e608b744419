"""The words of a text as a grammar sees them: every word is one character that stands for its classes.

The classes come from word lists; the parser is only asked what a doubtful word is (``may``, ``second``, ``fall``).
"""

import functools
import itertools
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from variorum.annotation.words.text import WordText
from variorum.language.lexicon import word_list

LISTS: Mapping[str, tuple[str, ...]] = {
    "time": ("months", "weekdays", "seasons", "time_units", "time_words"),
    "quantity": ("units", "currencies", "quantity_words"),
}
"""The word lists of each grammar; all have the columns word, class, value, check."""
NUMBER_CLASSES: Mapping[str, tuple[str, ...]] = {
    "small": ("NUMW", "SMALL"), "ten": ("NUMW", "SMALL"), "hundred": ("NUMW", "ROUND"), "scale": ("NUMW", "ROUND", "SCALE"),
    "dozen": ("NUMW", "ROUND"), "ordinal": ("ORD",), "plural": ("PLURAL",), "fraction": ("FRACW",), "letter": ("LETTER",),
}  # fmt: skip
SHAPES: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("ISO", re.compile(r"\d{4}-\d{2}-\d{2}.*")),
    ("SLASHED", re.compile(r"\d+[/.-]\d+[/.-]\d+")),
    ("CLOCK", re.compile(r"\d{1,2}:\d{2}(:\d{2})?")),
    ("DECADE", re.compile(r"'?\d+'?s")),
    ("YY", re.compile(r"'\d{2}")),
    ("FRAC", re.compile(r"\d+/\d+")),
    ("DEC", re.compile(r"[\d,]+\.\d+")),
    ("ORD", re.compile(r"\d+(st|nd|rd|th)")),
    ("BIG", re.compile(r"\d{1,3}(,\d{3})+")),
)
SAMPLES = (
    "0", "1", "13", "25", "32", "100", "1985", "0830", "2130", "1959", "9999", "12345",
    "00", "01", "1st", "32nd", "1,000", "1.5", "1/2", "10:30",
    "2001-01-01", "1/1/2001", "1980s", "'98",
)  # fmt: skip
"""One word of each set of classes that a word with digits can have."""
MAX_DIGITS = 15
MARKS = frozenset("0123456789'")
"""First characters of words that may be numbers."""
UNKNOWN = " "
"""The code of a word that no list knows."""


@dataclass(frozen=True, slots=True)
class Lexicon:
    """What a grammar knows of words.

    ``codes``: from a set of classes to its character; ``settled``: the code of words that need no check; ``doubtful``: the
    rows (class, check) of those that do; ``values``: from word and class to the value of the list.
    """

    codes: Mapping[frozenset[str], str]
    settled: Mapping[str, str]
    doubtful: Mapping[str, tuple[tuple[str, str], ...]]
    values: Mapping[tuple[str, str], str]

    def members(self, name: str) -> str:
        """The characters of all class sets that hold ``name``, as one string."""
        return "".join(sorted(code for classes, code in self.codes.items() if name in classes))


def load_lexicon(language: str, topic: str, literals: frozenset[str]) -> Lexicon:
    """The lexicon of a language for a grammar (``topic``) that also names the words ``literals`` themselves."""
    rows = {word: [("=" + word, ""), *_number_rows(word)] for word in sorted(literals)}
    values: dict[tuple[str, str], str] = {}
    for name in LISTS[topic]:
        for row in word_list(language, name):
            rows.setdefault(row["word"], []).append((row["class"], row["check"]))
            values[row["word"], row["class"]] = row["value"]
    for row in word_list(language, "number_words"):
        rows.setdefault(row["word"], []).extend((name, "") for name in NUMBER_CLASSES[row["kind"]])
    sets = {classes for entries in rows.values() for classes in _possible(entries)}
    sets |= {number_classes(text) for text in SAMPLES}
    codes = {classes: chr(0xE000 + n) for n, classes in enumerate(sorted(sets, key=sorted))}
    settled = {w: codes[frozenset(n for n, _ in entries)] for w, entries in rows.items() if not any(c for _, c in entries)}
    doubtful = {word: tuple(entries) for word, entries in rows.items() if word not in settled}
    return Lexicon(codes, settled, doubtful, values)


def _number_rows(word: str) -> list[tuple[str, str]]:
    """The classes of a word of a pattern that is a number ("september 11 attacks")."""
    return [(name, "") for name in sorted(number_classes(word))] if word[:1].isdecimal() and word != "9/11" else []


def _possible(rows: Iterable[tuple[str, str]]) -> Iterable[frozenset[str]]:
    """Every set of classes that a word can have, whichever of its checks hold."""
    rows = tuple(rows)
    checks = sorted({check for _, check in rows if check})
    for held in itertools.product((False, True), repeat=len(checks)):
        passed = {"", *itertools.compress(checks, held)}
        yield frozenset(name for name, check in rows if check in passed)


@functools.lru_cache(maxsize=4096)
def number_classes(text: str) -> frozenset[str]:
    """The classes of a word that holds digits."""
    for name, shape in SHAPES:
        if shape.fullmatch(text):
            day = name == "ORD" and 1 <= int(text[:-2][:MAX_DIGITS]) <= 31
            return frozenset({name, "DAYORD"} if day else {name})
    if not text.isdecimal() or len(text) > MAX_DIGITS:
        return frozenset({"BIG"})
    return _integer_classes(text, int(text))


def _integer_classes(text: str, number: int) -> frozenset[str]:
    classes = {"INT"}
    if len(text) <= 2:
        classes |= {"DAY"} if 1 <= number <= 31 else set()
        classes |= {"HOUR"} if number <= 24 else set()
        classes |= {"TWO"} if len(text) == 2 else set()
    if len(text) == 4:
        classes |= {"YEAR"} if 1000 <= number <= 2199 else set()
        classes |= {"HHMM"} if number // 100 <= 24 and number % 100 <= 59 else set()
    return frozenset(classes)


def code_words(text: WordText, lexicon: Lexicon) -> str:
    """One character for each word of ``text``: the set of classes that it has in this grammar."""
    settled, doubtful = lexicon.settled, lexicon.doubtful
    codes = [settled.get(word) or UNKNOWN for word in text.words]
    for index, word in enumerate(text.words):
        if codes[index] != UNKNOWN:
            continue
        if word in doubtful:
            codes[index] = _checked(text, index, lexicon)
        elif word[0] in MARKS and (word[0] != "'" or len(word) > 1):
            codes[index] = lexicon.codes.get(number_classes(word)) or UNKNOWN
    return "".join(codes)


def _checked(text: WordText, index: int, lexicon: Lexicon) -> str:
    rows = lexicon.doubtful[text.words[index]]
    classes = {name for name, check in rows if not check or _holds(check, text, index)}
    return lexicon.codes.get(frozenset(classes), UNKNOWN)


def _holds(check: str, text: WordText, index: int) -> bool:
    """Whether a doubtful word is what its list says (see the comments of the lists)."""
    token = text.token(index)
    if check == "noun":
        return token.tag_.startswith("NN")
    beside = (*text.words[max(index - 1, 0) : index], *text.words[index + 1 : index + 2])
    numbered = any(word[:1].isdigit() for word in beside)
    if check == "number":
        return numbered
    if not text.source[text.starts[index]].isupper():
        return False
    if check == "dated":
        return numbered or "," in beside
    return check == "capital" or numbered or (token.tag_ == "NNP" and token.ent_type_ not in ("PERSON", "ORG", "GPE"))
