"""The words of an analysed text as the time grammar sees them: every word is one character that stands for its classes.

Words come from the text itself and not from the parser, so that no time is lost to its tokens; the parser is only asked
what a doubtful word is (``may``, ``second``, ``fall``).
"""

import bisect
import functools
import itertools
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from variorum.language.lexicon import word_list

LISTS = ("months", "weekdays", "seasons", "time_units", "time_words")
NUMBER_CLASSES = {"small": "NUMW", "ten": "NUMW", "hundred": "NUMW", "scale": "NUMW", "dozen": "NUMW", "ordinal": "ORD"}
WORD = re.compile(
    r"\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2})?Z?)?(?!\d)"
    r"|\d{1,2}[/.]\d{1,2}[/.](?:\d{4}|\d{2})(?![\d/])|\d{4}/\d{1,2}/\d{1,2}(?!\d)"
    r"|\d{1,2}:\d{2}(?::\d{2})?(?!\d)"
    r"|(?:\b\d{3}|(?<!\w)['’]?\d)0['’]?s\b|(?<!\w)['’]\d{2}(?!\w)"
    r"|\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+\.\d+|[1-9]/[1-9]\d?(?![\d/])|\d+(?:st|nd|rd|th)\b|\d+"
    r"|o['’]clock\b|[^\W\d_]+(?:\.[^\W\d_])+\.?|[^\W\d_]+|['’][^\W\d_]{1,2}\b|\n\s*\n|[^\w\s]"
)
_SHAPES: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("ISO", re.compile(r"\d{4}-\d{2}-\d{2}.*")),
    ("SLASHED", re.compile(r"\d+[/.]\d+[/.]\d+")),
    ("CLOCK", re.compile(r"\d{1,2}:\d{2}(:\d{2})?")),
    ("DECADE", re.compile(r"['’]?\d+['’]?s")),
    ("YY", re.compile(r"['’]\d{2}")),
    ("FRAC", re.compile(r"\d+/\d+")),
    ("DEC", re.compile(r"[\d,]+\.\d+")),
    ("ORD", re.compile(r"\d+(st|nd|rd|th)")),
    ("BIG", re.compile(r"\d{1,3}(,\d{3})+")),
)
_MAX_DIGITS = 15


@dataclass(frozen=True, slots=True)
class Lexicon:
    """What is known of words: ``codes`` from a set of classes to its character, ``entries`` from a word to its rows."""

    codes: Mapping[frozenset[str], str]
    entries: Mapping[str, tuple[tuple[str, str], ...]]
    values: Mapping[tuple[str, str], str]
    literals: frozenset[str]

    def members(self, name: str) -> str:
        """The characters of all class sets that hold ``name``, as one string."""
        return "".join(sorted(code for classes, code in self.codes.items() if name in classes))


@dataclass(frozen=True, slots=True)
class TimeText:
    """The words of a document in order: lower-case forms, offsets, and one code character each."""

    words: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    codes: str


@functools.cache
def load_lexicon(language: str, literals: frozenset[str]) -> Lexicon:
    """The lexicon of a language for a grammar that also names the words ``literals`` themselves."""
    entries: dict[str, list[tuple[str, str]]] = {word: [] for word in sorted(literals)}
    values: dict[tuple[str, str], str] = {}
    for name in LISTS:
        for row in word_list(language, name):
            entries.setdefault(row["word"], []).append((row["class"], row["check"]))
            values[row["word"], row["class"]] = row["value"]
    for row in word_list(language, "number_words"):
        if row["kind"] in NUMBER_CLASSES:
            entries.setdefault(row["word"], []).append((NUMBER_CLASSES[row["kind"]], ""))
    fixed = {word: tuple(rows) for word, rows in entries.items()}
    sets = {frozenset(s) for word, rows in fixed.items() for s in _possible(word, rows, literals)}
    sets |= {number_classes(text) for text in _SAMPLES}
    codes = {classes: chr(0xE000 + n) for n, classes in enumerate(sorted(sets, key=sorted))}
    return Lexicon(codes, fixed, values, literals)


_SAMPLES = (
    "0", "1", "13", "25", "32", "100", "1985", "12345", "00", "01", "1st", "32nd", "1,000", "1.5", "1/2", "10:30",
    "2001-01-01", "1/1/2001", "1980s", "'98",
)  # fmt: skip


def _possible(word: str, rows: Iterable[tuple[str, str]], literals: frozenset[str]) -> Iterable[set[str]]:
    """Every set of classes that ``word`` can have, whichever of its checks hold."""
    rows = tuple(rows)
    checks = sorted({check for _, check in rows})
    own = {"=" + word} if word in literals else set()
    for held in itertools.product((False, True), repeat=len(checks)):
        passed = {check for check, yes in zip(checks, held, strict=True) if yes or not check}
        yield own | {name for name, check in rows if check in passed}


@functools.cache
def number_classes(text: str) -> frozenset[str]:
    """The classes of a word that holds digits."""
    for name, shape in _SHAPES:
        if shape.fullmatch(text):
            day = name == "ORD" and 1 <= int(text[:-2][:_MAX_DIGITS]) <= 31
            return frozenset({name, "DAYORD"} if day else {name})
    if not text.isdecimal() or len(text) > _MAX_DIGITS:
        return frozenset({"BIG"})
    return _integer_classes(text, int(text))


def _integer_classes(text: str, number: int) -> frozenset[str]:
    classes = {"INT"} if len(text) < 3 or text[0] != "0" else set()
    if len(text) <= 2:
        classes |= {"DAY"} if 1 <= number <= 31 else set()
        classes |= {"HOUR"} if number <= 24 else set()
        classes |= {"TWO"} if len(text) == 2 else set()
    if len(text) == 4 and 1000 <= number <= 2199:
        classes.add("YEAR")
    return frozenset(classes)


def read_words(doc: Doc, lexicon: Lexicon) -> TimeText:
    """Split the text of ``doc`` and give every word its code; a word that no list knows gets a space."""
    found = [(m.group(), m.start(), m.end()) for m in WORD.finditer(doc.text)]
    words, starts, ends, codes = [], [], [], []
    offsets: list[int] = []
    for index, (surface, start, end) in enumerate(found):
        word = _normal(surface)
        if surface.isalpha() and doc.text[end : end + 1] == "." and word + "." in lexicon.entries:
            word, end = word + ".", end + 1
        elif surface == "." and ends and ends[-1] > start:
            continue
        if word[0].isdigit() or word[0] == "'":
            code = lexicon.codes.get(_classes_of(word, lexicon), " ")
        elif word not in lexicon.entries:
            code = " "
        else:
            offsets = offsets or [t.idx for t in doc]
            code = _word_code(word, surface, _beside(found, index), _token(doc, offsets, start), lexicon)
        words.append(word)
        starts.append(start)
        ends.append(end)
        codes.append(code)
    return TimeText(tuple(words), tuple(starts), tuple(ends), "".join(codes))


def _normal(surface: str) -> str:
    return surface.lower().replace("’", "'").replace("–", "-").replace("‘", "'")


def _classes_of(word: str, lexicon: Lexicon) -> frozenset[str]:
    if any(c.isdigit() for c in word):
        return number_classes(word)
    return frozenset({"=" + word}) if word in lexicon.literals else frozenset()


def _beside(found: list[tuple[str, int, int]], index: int) -> tuple[str, str]:
    before = found[index - 1][0] if index else ""
    after = found[index + 1][0] if index + 1 < len(found) else ""
    return before, after


def _token(doc: Doc, offsets: list[int], start: int) -> Token:
    return doc[max(bisect.bisect_right(offsets, start) - 1, 0)]


def _word_code(word: str, surface: str, beside: tuple[str, str], token: Token, lexicon: Lexicon) -> str:
    rows = lexicon.entries[word]
    own = {"=" + word} if word in lexicon.literals else set()
    classes = own | {name for name, check in rows if not check or _holds(check, surface, beside, token)}
    return lexicon.codes.get(frozenset(classes), " ")


def _holds(check: str, surface: str, beside: tuple[str, str], token: Token) -> bool:
    """Whether a doubtful word is what its list says (see the comments of the lists)."""
    if check == "noun":
        return token.tag_.startswith("NN")
    if not surface[0].isupper():
        return False
    if check == "capital":
        return True
    dated = any(text[:1].isdigit() for text in beside)
    if check == "dated":
        return dated or "," in beside
    return dated or (token.tag_ == "NNP" and token.ent_type_ not in ("PERSON", "ORG", "GPE"))
