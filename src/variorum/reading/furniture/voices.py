"""Whether a page speaks in a line: of itself, of its makers, or to its reader. Told by a closed vocabulary.

A line of report text has words for what happened. A line of furniture has none: apart from names, numbers and dates, each
of its words belongs to a vocabulary of pages and their makers (``en/furniture_words.tsv``). One word beyond it must be made up
for by others; with two, the line is report text.
"""

import functools
import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from variorum.language.frequency import rarity
from variorum.language.lexicon import values, word_list, words
from variorum.reading.furniture.lines import LONGEST
from variorum.reading.furniture.patterns import NAMES, placeholders
from variorum.reading.furniture.press import OwnPress
from variorum.records.article import FurnitureKind

ENOUGH = 2
"""How much the words of a line must tell that the page speaks in it (``uses`` in the word list)."""
ENOUGH_IN_SENTENCE = 3
"""The same where the line ends with a full stop, as report text does."""
MOST_WORDS = 32
MOST_BEYOND = 2
"""Capitalised words of the language that a line of names may have (``Night Desk``); headlines in capitals have more."""

STRANGE_COSTS = 2
"""How much less a line tells for the one small word beyond the vocabulary that may stand in it; with two it is report text."""
COMMON = 0.9
"""A capitalised word of lower ``rarity`` is a word of the language (``Blast`` 0.86), others are names (``Ada`` 0.93)."""

_CONTACT = re.compile(
    r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+|(?:https?://|www\.)\S+|\w+(?:\.\w+){2,}"
    r"|(?<![\w.])(?:\+\d|0\d|\d{3}[ -]\d)[\d ()/–-]{2,}\d(?!\w)"
)
_RIGHTS = re.compile(r"©|\(c\)(?=\s)", re.IGNORECASE)
_INITIALS = re.compile(r"(?<![\w/])[a-z]{2,3}(?:/[a-z]{2,3}){1,3}(?![\w/])")
_BARS = re.compile(r"\s[|•·/>»]\s|(?<=\w)/(?=[A-ZÀ-Þ])")
_ROLE = re.compile(rf"[^\W\d][\w’'& -]{{2,30}}:\s+(?:{NAMES}|[A-ZÀ-Þ]{{2,6}})\.?|{NAMES}(?:\s+(?:for|of|and|with)\b|,\s).*")
_FROM_AGENCY = re.compile(
    r"\b(?i:by|from|with|and|of)\s+(?:the\s+)?(?:agency\s+)?(?P<agency>[A-ZÀ-Þ]{2,6})\b|^(?P<first>[A-ZÀ-Þ]{2,6})\s+and\b"
)
_SELF = re.compile(
    r"\bthis (?:page|article|text|report|story|post|site|blog|ticker|video|translation|bulletin|broadcast|programme|edition"
    r"|newsletter|summary|interview|transcript|copy)\b",
    re.IGNORECASE,
)
_PASSIVE = re.compile(r"\b(?:was|were)\b(?!\s+(?:not|never|only)\b)", re.IGNORECASE)
_HANDLE = re.compile(r"(?<!\w)(?:@\w+|[^\W_]+_\w+)")
_QUOTED = re.compile(r"[“”\"„«»]")
_PSEUDONYM = re.compile(r"(?<=\bby )[\"“‘']([^\"“”‘’]{2,30})[\"”’']")
_DATE = re.compile(r"\d[:.]\d\d|(?:19|20)\d\d|[^\W\d]{3}.*\d|\d.*[^\W\d]{3}")
_CLOCK = re.compile(r"\d{1,2}[:.h]\d\d\b")
_TOKEN = re.compile(r"[^\W\d_]+(?:['’.-][^\W\d_]+)*['’]?|\d[\d.,:/]*")
_COUNT = re.compile(r"(?<!\d):\s*[\d.,\s]+\.?$")
_KINDS: Mapping[str, FurnitureKind] = {
    "desk": "byline",
    "work": "credit",
    "right": "credit",
    "picture": "caption",
    "date": "other",
    "issue": "other",
    "page": "navigation",
    "section": "navigation",
    "call": "navigation",
    "point": "related",
    "you": "navigation",
}
"""The kind of a line by the use that tells most in it; of equal ones the first."""


_ADDRESS = frozenset({"call", "you", "point"})
"""Uses that alone tell nothing: whoever issues an appeal calls its readers as well (``Join us tomorrow``)."""


@dataclass(frozen=True, slots=True)
class Voice:
    """What the words of a line tell: ``kind``, ``weight`` in all, ``uses`` with their weights, and ``strange`` words in it."""

    kind: FurnitureKind
    weight: int
    uses: Mapping[str, int]
    strange: int


@functools.cache
def _vocabulary(language: str) -> Mapping[str, Mapping[str, int]]:
    rows = word_list(language, "furniture_words")
    return {row["word"].casefold(): {u: int(w) for u, w in (v.split(":") for v in values(row, "uses"))} for row in rows}


@functools.cache
def _named(language: str) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """Patterns of the known press, of dates, and of dates with day and month."""
    fill = placeholders(language)
    dates = re.compile(rf"(?<!\w)(?=[^\n]{{0,24}}\d){fill['when']}", re.IGNORECASE)
    months = "|".join(sorted(re.escape(row["word"]) for row in word_list(language, "months")))
    full = rf"\b(?:{months})\.? \d|\d[a-z]{{0,2}}(?: of)? (?:{months})\b|\d[./-] ?\d\d?[./-]"
    return re.compile(rf"{fill['agency']}|{fill['known']}"), dates, re.compile(full, re.IGNORECASE)


def voice_of(line: str, own: OwnPress, language: str) -> Voice | None:
    """The voice of a page in ``line``; ``None`` where a word of it is report text or it tells too little."""
    found = heard(line, own, language)
    if found is None or _COUNT.search(line) or _CLOCK.match(line) or line.endswith(":"):
        return None
    if only_address(found):
        return None
    needed = ENOUGH_IN_SENTENCE if line.rstrip(")]").endswith((".", "!")) else ENOUGH
    return found if found.weight >= needed + found.strange else None


def only_address(voice: Voice) -> bool:
    """Whether the words call to a reader and say nothing of a page."""
    return bool(voice.uses.keys() & _ADDRESS) and not voice.uses.keys() - _ADDRESS


def heard(line: str, own: OwnPress, language: str) -> Voice | None:
    """What the words of ``line`` tell, little as it may be; ``None`` where one of them is report text."""
    if len(line) > LONGEST or len(line.split()) > MOST_WORDS:
        return None
    uses: Counter[str] = Counter()
    rest = _take_names(_PSEUDONYM.sub("", _HANDLE.sub("", line)), uses, own, language)
    if _SELF.search(rest):
        rest = _PASSIVE.sub("", rest)
    if _QUOTED.search(rest):
        return None
    strange, beyond = _strange(rest, uses, language)
    if strange > 1 or beyond > (0 if line.isupper() else MOST_BEYOND):
        return None
    makers = uses["desk"] or uses["work"] or uses["press"] or uses["picture"]
    uses["bar"] += bool(makers and _ROLE.fullmatch(line)) + bool(_SELF.search(line) and sum(uses.values()))
    _weigh_again(uses, beyond)
    weight = sum(uses.values()) - STRANGE_COSTS * strange - (beyond if _in_title_case(rest) else 0)
    if strange and weight < ENOUGH_IN_SENTENCE:
        return None
    told = {use: uses[use] for use in (*_KINDS, "press") if uses[use]}
    kind = _KINDS.get(max(told, key=lambda use: told[use]), "byline") if told else "other"
    return Voice(kind, weight, told, strange)


def _weigh_again(uses: Counter[str], beyond: int) -> None:
    """A day tells less beside words of the language, and nothing where the reader is called; sections need a bar."""
    uses["you"] = min(1, uses["you"])
    if any(uses[use] for use in ("call", "point", "you")):
        uses["date"] = 0
    elif beyond:
        uses["date"] = min(1, uses["date"])
    if not uses["bar"]:
        uses["section"] = 0


def _take_names(line: str, uses: Counter[str], own: OwnPress, language: str) -> str:
    """``line`` less dates, contacts, initials and names of the press, which are counted."""
    labels = words(language, "furniture_labels")
    press, dates, full = _named(language)
    rest = line
    for pattern, use, weight in ((_CONTACT, "right", 2), (_RIGHTS, "right", 2), (_INITIALS, "desk", 2)):
        rest, found = pattern.subn(" 0 ", rest)
        uses[use] += weight if found else 0
    rest, found = own.pattern.subn(" 0 ", rest)
    uses["press"] += bool(found)
    rest, found = press.subn(" 0 ", rest)
    uses["press"] += bool(found)
    uses["press"] += any((m["agency"] or m["first"]).casefold() not in labels for m in _FROM_AGENCY.finditer(rest))
    written = [m[0] for m in dates.finditer(rest) if _DATE.search(m[0])]
    uses["date"] += bool(written) + any(full.search(date) for date in written)
    rest = dates.sub(" 0 ", rest)
    uses["bar"] += bool(_BARS.search(line))
    return rest


def _strange(rest: str, uses: Counter[str], language: str) -> tuple[int, int]:
    """How many words of ``rest`` are strange to pages: small ones that are neither of the vocabulary nor a number, and
    capitalised ones that are no names but words of the language. What the words of the vocabulary tell is counted."""
    vocabulary, small, capitalised = _vocabulary(language), 0, 0
    for word in _TOKEN.findall(rest):
        folded = word.casefold().replace("’", "'")
        meaning = vocabulary.get(folded, vocabulary.get(folded.rstrip("'")))
        if meaning is not None:
            _count(meaning, uses)
        elif word[0].islower():
            small += 1
        elif not word[0].isdigit():
            capitalised += rarity(folded, language) < COMMON
    return small, capitalised


def _in_title_case(text: str) -> bool:
    """Whether all longer words begin with a capital, as in headlines: there a capital tells no name."""
    return all(word[0].isupper() for word in _TOKEN.findall(text) if len(word) > 3 and word[0].isalpha())


def _count(meaning: Mapping[str, int], uses: Counter[str]) -> None:
    """A word counts once, for the use that the line has already or that it has most of."""
    if meaning:
        use = max(meaning, key=lambda u: (meaning[u], uses[u]))
        uses[use] += meaning[use]


def told_for(text: str, use: str, language: str) -> int:
    """How much the words of ``text`` tell for one ``use``, whatever else they are used for."""
    found = (_vocabulary(language).get(word.casefold().replace("’", "'"), {}) for word in _TOKEN.findall(text))
    return sum(meaning.get(use, 0) for meaning in found)
