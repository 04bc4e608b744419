"""What a change of words does to a statement: its negation, modality, numbers, subject or scope, or something else.

The words of each kind are data (``en/changes.tsv``); kinds are ordered by how much a reader needs to know.
"""

import functools
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import product

from variorum.language.alignment import COMMON, Step, align, kindred
from variorum.language.frequency import rarity
from variorum.language.lexicon import word_list
from variorum.language.tokens import Words
from variorum.records.article import Span
from variorum.records.story import Change, Edit

RANK: tuple[Change, ...] = ("negation", "modality", "number", "subject", "scope", "other")
"""Kinds of change, gravest first."""

_NUMBER = re.compile(r"\d+(?:\.\d+)?")


@functools.cache
def _meanings(language: str) -> Mapping[str, tuple[str, str]]:
    return {row["word"]: (row["change"], row["meaning"]) for row in word_list(language, "changes")}


def find_edits(text_a: str, a: Words, text_b: str, b: Words, *, language: str = "en") -> tuple[Edit, ...]:
    """Edits that turn passage ``a`` of ``text_a`` into ``b`` of ``text_b``; equal stretches have no ``changes``.

    Spans count in the two texts. An insert or delete has an empty span where its words would stand on the other side.
    The words of all spans of one side, put together, are the words of that passage.
    """
    edits = []
    for step in align(a, b, language=language):
        changes = None if step.op == "equal" else change_of(step, text_a, a, text_b, b, language=language)
        edits.append(Edit(step.op, _span(a, step.a), _span(b, step.b), changes))
    return tuple(edits)


def change_of(step: Step, text_a: str, a: Words, text_b: str, b: Words, *, language: str = "en") -> Change:
    """The gravest kind of change that a step makes."""
    one, other = _profile(a, step.a, language), _profile(b, step.b, language)
    for kind in ("negation", "modality", "number"):
        if one[kind] != other[kind]:
            return kind
    if step.op == "replace" and (one["subject"] != other["subject"] or _renames(step, text_a, a, text_b, b)):
        return "subject"
    if one["scope"] != other["scope"]:
        return "scope"
    return "other"


def gravest(edits: Sequence[Edit]) -> Change | None:
    """The gravest change among ``edits``; ``None`` when all is equal."""
    kinds = {edit.changes for edit in edits}
    return next((kind for kind in RANK if kind in kinds), None)


def negations(words: Words, *, language: str = "en") -> int:
    """How many negations hold in ``words``; ``not ... until``, ``not ... unless`` set a condition and do not count."""
    meanings = _meanings(language)
    count = 0
    for key in words.keys:
        change, meaning = meanings.get(_plain(key), ("", ""))
        if change == "negation":
            count = max(0, count - 1) if meaning == "until" else count + 1
    return count


def numbers(words: Words, *, language: str = "en") -> tuple[str, ...]:
    """The numbers in ``words`` in digits, in text order (``one`` is left out: it is mostly a pronoun)."""
    found = (_number(key, language) for key in words.keys if key != "one")
    return tuple(n for n in found if n)


def in_full(keys: Sequence[str], *, language: str = "en") -> list[str]:
    """The words with short forms of auxiliaries and of "not" written out ("we've", "don't")."""
    return [word for key in keys for word in _written_out(key, language)[0]]


def spelled_alike(one: Sequence[str], other: Sequence[str], *, language: str = "en") -> bool:
    """Whether two runs of words differ only in hyphens, dots and short forms, by one of the readings of each short form; where
    one side has no words, they do not."""
    return bool(one) and bool(other) and not _readings(one, language).isdisjoint(_readings(other, language))


def _readings(keys: Sequence[str], language: str) -> set[str]:
    """The letters and digits of the words by each reading of their short forms, in short runs; of long ones by the first."""
    readings = [_written_out(key, language) for key in keys]
    open_ones = sum(len(found) > 1 for found in readings)
    chosen = product(*readings) if open_ones <= MOST_READINGS else [[found[0] for found in readings]]
    return {"".join(c for words in found for word in words for c in word if c.isalnum()) for found in chosen}


MOST_READINGS = 4
"""Short forms of two meanings in a run of words beyond which only the first meaning of each is read."""


def _written_out(key: str, language: str) -> list[list[str]]:
    """What a word may stand for in full: itself first where its short form has two meanings."""
    short, ends = _short_forms(language)
    if "'" not in key and key not in short:
        return [[key]]
    end = "" if key in short else next((e for e in ends if len(e) < len(key) and key.endswith(e)), "")
    found = short.get(key) or [[key.removesuffix(end), *words] for words in (short[end] if end else ())]
    return [[key], *found] if len(found) != 1 else found


@functools.cache
def _short_forms(language: str) -> tuple[Mapping[str, list[list[str]]], Sequence[str]]:
    """The words that each short form may stand for, and the forms that are ends of words."""
    rows = word_list(language, "contractions")
    short = {row["form"]: [words.split() for words in row["words"].split("|")] for row in rows}
    return short, [form for form in short if form.startswith("'") or form == "n't"]


def _plain(key: str) -> str:
    return "n't" if key.endswith("n't") else key


def _number(key: str, language: str) -> str:
    if _NUMBER.fullmatch(key):
        return f"{float(key):g}"
    change, meaning = _meanings(language).get(key, ("", ""))
    return meaning if change == "number" else ""


def _profile(words: Words, part: Span, language: str) -> dict[Change, Counter[str]]:
    """What the words of ``part`` mean, by kind of change."""
    profile: dict[Change, Counter[str]] = {kind: Counter() for kind in RANK}
    meanings = _meanings(language)
    chosen = words.keys[part[0] : part[1]]
    full = [(place, word) for place, key in enumerate(chosen, part[0]) for word in in_full((key,), language=language)]
    for place, key in full:
        opening = meanings.get(f"^{key}") if place == 0 else None
        change, meaning = opening or meanings.get(_plain(key), ("", ""))
        if change == "hedge":
            following = words.keys[place + 1 : place + 3]
            if any(_number(k, language) for k in following):
                profile["number"]["hedge " + meaning] += 1
        elif number := _number(key, language):
            if key != "one":
                profile["number"][number] += 1
        elif change in RANK and meaning != "until":
            profile[change][meaning] += 1
    return profile


def _renames(step: Step, text_a: str, a: Words, text_b: str, b: Words) -> bool:
    """Whether a step puts one name in place of another: new capitalised words on both sides, no form of each other."""
    gone, new = _names(text_a, a, step.a), _names(text_b, b, step.b)
    if not gone or not new:
        return False
    return not any(x == y or kindred(x, y) for x in gone for y in new)


def _names(text: str, words: Words, part: Span) -> list[str]:
    raised = [i for i in range(*part) if text[words.spans[i][0]].isupper()]
    return [words.keys[i] for i in raised if i or rarity(words.keys[i]) > COMMON]


def _span(words: Words, part: Span) -> Span:
    start, end = part
    if start < end:
        return words.spans[start][0], words.spans[end - 1][1]
    if start:
        return (words.spans[start - 1][1],) * 2
    return (words.spans[0][0],) * 2 if len(words) else (0, 0)
