"""Markup left in a text: tags, entities, shortcodes, invisible characters, and class names glued to words."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping

from variorum.language.frequency import rarity
from variorum.reading.furniture.lines import LONGEST, Line
from variorum.reading.furniture.patterns import furniture_patterns
from variorum.records.article import Furniture

GLUED_AT_LEAST = 3
"""How many different words must carry one and the same class name before it is held to be glued on."""
_JOINED = re.compile(r"(?<![\w-])([A-Za-zÀ-ÿ]+(?:[-_][a-z]+)+)(?![\w-])")
_BEFORE = re.compile(r"(?<![\w-])([a-z]+(?:[-_][a-z]+)+)(?=[A-Z][a-z])")
_WORD = re.compile(r"(?<![\w-])[A-Za-zÀ-ÿ]+(?![\w-])")


def find_markup(text: str, lines: tuple[Line, ...], language: str) -> Iterator[Furniture]:
    """Markup anywhere in ``text``. What separates two words is only marked where white space separates them as well."""
    for pattern in furniture_patterns(language):
        if pattern.where in ("inline", "block"):
            for match in pattern.regex.finditer(text):
                if pattern.where == "inline" or _beside_space(text, match.start(), match.end()):
                    yield Furniture(match.start(), match.end(), pattern.kind)
        elif pattern.where == "line" and pattern.kind == "markup":
            found = (line for line in lines if len(line.text) <= LONGEST and pattern.regex.fullmatch(line.text))
            yield from (Furniture(line.start, line.end, pattern.kind) for line in found)
    yield from _glued(text, language)


def _beside_space(text: str, start: int, end: int) -> bool:
    """Whether leaving out ``[start, end)`` glues no two words together."""
    return start == 0 or end == len(text) or text[start - 1] in " \t\r\n>" or text[end] in " \t\r\n<"


def _glued(text: str, language: str) -> Iterator[Furniture]:
    if "-" not in text and "_" not in text:
        return
    joined = list(_JOINED.finditer(text))
    free = set(_WORD.findall(text))
    for suffix in sorted(_class_names({m[1] for m in joined}, free, language)):
        for match in joined:
            if match[1].endswith(suffix):
                yield Furniture(match.end() - len(suffix), match.end(), "markup")
    before = list(_BEFORE.finditer(text))
    often = Counter(m[1] for m in before)
    yield from (Furniture(m.start(), m.end(), "markup") for m in before if often[m[1]] >= GLUED_AT_LEAST)


def _class_names(tokens: set[str], free: set[str], language: str) -> set[str]:
    """Endings such as ``note-mark`` that stand glued to several different words.

    In a real compound (``state-owned``) what stands before the hyphen is a word. Before the hyphen of a glued token stands
    a word and the first half of the class name, which together are none; without the class name a word is left.
    """
    stems: Mapping[str, set[str]] = defaultdict(set)
    for token in tokens:
        front = re.split("[-_]", token, maxsplit=1)[0]
        if not _is_word(front, free, language):
            for cut in range(1, len(front) - 2):
                stems[token[cut:]].add(token[:cut])
    good = {s: found for s, found in stems.items() if s[0].islower() and _glued_on(s, found, free, language)}
    return {s for s in good if not any(o != s and _explains(o, s, good) for o in good)}


def _is_word(word: str, free: set[str], language: str) -> bool:
    return word in free or word.lower() in free or rarity(word.lower(), language) < 1.0


def _glued_on(suffix: str, stems: set[str], free: set[str], language: str) -> bool:
    """Whether there are enough stems and enough of them are words: half, where the class name is made of words itself
    (names need not stand free elsewhere), else three of four."""
    sound = sum(_is_word(stem, free, language) for stem in stems)
    spelled = all(rarity(part, language) < 1.0 for part in re.split("[-_]", suffix))
    return len(stems) >= GLUED_AT_LEAST and sound * 4 >= len(stems) * (2 if spelled else 3)


def _explains(other: str, suffix: str, good: Mapping[str, set[str]]) -> bool:
    """Whether ``other`` is a better cut of the same tokens: on more words, or on as many and longer."""
    if not (other.endswith(suffix) or suffix.endswith(other)):
        return False
    return (len(good[other]), len(other)) > (len(good[suffix]), len(suffix))
