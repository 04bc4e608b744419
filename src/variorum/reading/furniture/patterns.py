"""The furniture patterns of a language, compiled: ``furniture.tsv`` with its placeholders filled in.

A pattern never ignores case inside a name: names, agencies and outlets are told by their capitals.
"""

import functools
import re
from dataclasses import dataclass

from variorum.language.lexicon import Row, values, word_list, words
from variorum.records.article import FurnitureKind

_WORD = r"[A-ZÀ-Þ][\w'’.-]*"
_PARTICLE = r"(?:de|da|do|dos|del|della|di|du|van|von|der|den|ten|bin|bint|ibn|al|el|la|le|y|e)"
NAME = rf"(?-i:{_WORD}(?:\s+(?:{_WORD}|{_PARTICLE}\s+{_WORD})){{0,4}})"
FULL_NAME = rf"(?-i:{_WORD}(?:\s+(?:{_WORD}|{_PARTICLE}\s+{_WORD})){{1,4}})"
_AND = r"(?:\s*,\s*and\s+|\s*[,&]\s*|\s+and\s+)"
_PLACED = rf"{NAME}(?:,?\s+(?:in|for|at)\s+{NAME})?"
PEOPLE = rf"{_PLACED}(?:{_AND}{_PLACED}){{0,8}}"
NAMES = rf"{FULL_NAME}(?:{_AND}{FULL_NAME}){{0,5}}"
_WORK = (
    r"(?:reporting|writing|editing|edited|written|compiled|compilation|translated|translation|produced|production"
    r"|rewriting|rewritten)"
)
CREDIT = rf"(?:(?:additional|further|with)\s+)*{_WORK}(?:\s*(?:,|&|\band\b)\s*{_WORK})*\s+by:?\s+{PEOPLE}"


@dataclass(frozen=True, slots=True)
class Pattern:
    """One kind of furniture: ``where`` says how its ``regex`` is applied (see ``furniture.tsv``)."""

    kind: FurnitureKind
    where: str
    regex: re.Pattern[str]
    example: str


@functools.cache
def furniture_patterns(language: str) -> tuple[Pattern, ...]:
    """The patterns of ``language`` in the order of their file."""
    fill = placeholders(language)
    return tuple(_compiled(row, fill) for row in word_list(language, "furniture"))


def _compiled(row: Row, fill: dict[str, str]) -> Pattern:
    source = re.sub(r"<(\w+)>", lambda m: fill.get(m[1], m[0]), row["pattern"])
    return Pattern(row["kind"], row["where"], re.compile(source, re.IGNORECASE | re.DOTALL), row["example"])  # type: ignore[arg-type]


def placeholders(language: str) -> dict[str, str]:
    """What ``<name>``, ``<agency>`` and the other placeholders stand for."""
    cues = _either(form for word in words(language, "outlets_words") for form in (word.title(), word.upper()))
    joined = r"(?-i:[A-Z]\w*(?:[Pp]ress|[Nn]ews|[Ww]ire|TV|24)\b)"
    outlet = rf"(?:{_press(language, 'agencies')}|{_press(language, 'outlets')}|(?-i:(?:{_WORD}\s+){{1,4}}{cues})|{joined})"
    nav = _either(row["phrase"] for row in word_list(language, "furniture_navigation"))
    return {
        "name": NAME,
        "names": NAMES,
        "people": PEOPLE,
        "credit": CREDIT,
        "agency": _press(language, "agencies"),
        "known": _press(language, "outlets"),
        "outlet": outlet,
        "photo": _photo(language),
        "nav": nav,
        "when": when(language),
    }


def _press(language: str, name: str) -> str:
    names = {n for row in word_list(language, name) for n in (row["name"], *values(row, "aliases"))}
    names |= {n.upper() for n in names if " " not in n}
    return rf"(?-i:(?:the |The )?{_either(names)})"


def _photo(language: str) -> str:
    """Photo agencies and picture desks."""
    desks = _either(row["name"] for row in word_list(language, "furniture_pictures"))
    return rf"(?:{desks}|{_press(language, 'agencies')})"


def when(language: str) -> str:
    """Pieces of a written date and time, and nothing else."""
    names = sorted({r["word"] for name in ("months", "weekdays") for r in word_list(language, name)})
    clock = r"\d{1,2}[:.]\d{2}(?:[:.]\d{2})?\s*(?:[ap]\.?m\.?)?|\d{1,2}\s*[ap]\.?m\.?|[ap]\.?m\.?"
    dotted = r"\d{1,2}\.\s?\d{1,2}\.(?:\s?\d{2,4})?"
    number = r"\d{4}-\d{2}-\d{2}(?:t[\d:.]+z?)?|\d{1,2}/\d{1,2}/\d{2,4}|\d{1,4}(?:st|nd|rd|th)?"
    other = r"at|on|of|ago|hours?|minutes?|days?|today|yesterday|local time|(?-i:[A-Z]{1,4}T|GMT|UTC|ET|IST)|[+-]\d{1,2}:?\d{2}"
    piece = rf"(?:{_either(names)}\.?|{clock}|{dotted}|{number}|{other})"
    return rf"(?:{piece}(?![\w])[\s,|@()–—-]*){{1,14}}"


def _either(options: object) -> str:
    """One of several literal strings, longest first, ending at the end of a word."""
    found = sorted(set(options), key=lambda o: (-len(o), o))  # type: ignore[call-overload]
    return "(?:" + "|".join(re.escape(o).replace(r"\ ", r"\s+") for o in found) + r")(?!\w)"
