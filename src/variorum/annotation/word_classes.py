"""The words of an analysed text as a grammar sees them: every word is one character that stands for its classes.

Words come from the text itself and not from the parser, so that no number and no date is lost to its tokens; the parser is
only asked what a doubtful word is (``may``, ``second``, ``fall``).
"""

import bisect
import functools
import itertools
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from spacy.tokens import Doc, Token

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
WORD = re.compile(
    r"\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2})?Z?)?(?!\d)"
    r"|\d{1,2}[/.]\d{1,2}[/.](?:\d{4}|\d{2})(?![\d/])|\d{4}/\d{1,2}/\d{1,2}(?!\d)"
    r"|\d{1,2}:\d{2}(?::\d{2})?(?!\d)"
    r"|(?:\b\d{3}|(?<!\w)['’]?\d)0['’]?s\b|(?<!\w)['’]\d{2}(?!\w)"
    r"|\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+\.\d+|[1-9]/[1-9]\d?(?![\d/])|\d+(?:st|nd|rd|th)\b|\d+"
    r"|o['’]clock\b|[^\W\d_]+(?:\.[^\W\d_])+\.?|[^\W\d_]+|['’][^\W\d_]{1,2}\b|\n\s*\n|[^\w\s]"
)
SHAPES: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("ISO", re.compile(r"\d{4}-\d{2}-\d{2}.*")),
    ("SLASHED", re.compile(r"\d+[/.]\d+[/.]\d+")),
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

    def knows(self, word: str) -> bool:
        """Whether a list or pattern has the word."""
        return word in self.settled or word in self.doubtful


@dataclass(frozen=True, slots=True)
class WordText:
    """The words of a document in order: lower-case forms, offsets, and one code character each."""

    words: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    codes: str


class ParsedTokens:
    """Finds the parser's token at a character of the text."""

    __slots__ = ("doc", "offsets")

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self.offsets: tuple[int, ...] = tuple(token.idx for token in doc)

    def at(self, start: int) -> Token:
        """The token that holds the character ``start``, or the last one before it."""
        return self.doc[max(bisect.bisect_right(self.offsets, start) - 1, 0)]


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


def read_words(parsed: ParsedTokens, lexicon: Lexicon) -> WordText:
    """Split the text of a document and give every word its code."""
    text = parsed.doc.text
    found = [(m.group(), m.start(), m.end()) for m in WORD.finditer(text)]
    words, starts, ends, codes = [], [], [], []
    last = 0
    for index, (surface, start, stop) in enumerate(found):
        if start < last:
            continue
        word, last = surface.lower().replace("’", "'").replace("–", "-"), stop
        if text[stop : stop + 1] == "." and lexicon.knows(word + "."):
            word, last = word + ".", stop + 1
        code = lexicon.settled.get(word)
        if code is None and word in lexicon.doubtful:
            code = _checked(word, found, index, parsed.at(start), lexicon)
        elif code is None and (word[0].isdecimal() or (word[0] == "'" and len(word) > 1)):
            code = lexicon.codes.get(number_classes(word))
        words.append(word)
        starts.append(start)
        ends.append(last)
        codes.append(code or UNKNOWN)
    return WordText(tuple(words), tuple(starts), tuple(ends), "".join(codes))


def _checked(word: str, found: list[tuple[str, int, int]], index: int, token: Token, lexicon: Lexicon) -> str:
    beside = (found[index - 1][0] if index else "", found[index + 1][0] if index + 1 < len(found) else "")
    surface = found[index][0]
    classes = {name for name, check in lexicon.doubtful[word] if not check or _holds(check, surface, beside, token)}
    return lexicon.codes.get(frozenset(classes), UNKNOWN)


def _holds(check: str, surface: str, beside: tuple[str, str], token: Token) -> bool:
    """Whether a doubtful word is what its list says (see the comments of the lists)."""
    if check == "noun":
        return token.tag_.startswith("NN")
    if check == "number":
        return any(text[:1].isdigit() for text in beside)
    if not surface[0].isupper():
        return False
    if check == "capital":
        return True
    dated = any(text[:1].isdigit() for text in beside)
    if check == "dated":
        return dated or "," in beside
    return dated or (token.tag_ == "NNP" and token.ent_type_ not in ("PERSON", "ORG", "GPE"))
