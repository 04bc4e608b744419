"""Cheap features of an article for grouping: weighted words of its head, names weighted up, and its day."""

import datetime
import math
import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from variorum.language.frequency import rarity
from variorum.language.lexicon import words
from variorum.language.names import given_name_gender
from variorum.records.article import Article

WORD = re.compile(r"[^\W_]+(?:['’\-][^\W_]+)*")
FAMILY_NAME = re.compile(r" [A-ZÀ-Þ][^\W\d_]")
HEAD_WORDS = 400
"""Words read from the beginning: news puts what it is about first (inverted pyramid)."""
TITLE_WEIGHT, NAME_WEIGHT, COMMON = 2.0, 1.6, 0.42
"""Words of the title count double, capitalised words inside sentences 1.6 times; words rarer than COMMON count at all."""
NUMBER_RARITY, CALENDAR_RARITY = 0.6, 0.3
"""Set by judgement on our own stories: numbers recur in unrelated reports, weekdays and months in all."""


@dataclass(frozen=True, slots=True)
class Features:
    """Unit vectors over all words, over names alone and over the other words; ``day`` is the earliest day of publication
    as an ordinal, if known."""

    id: str
    weights: Mapping[str, float]
    names: Mapping[str, float]
    content: Mapping[str, float]
    day: int | None


def article_features(article: Article) -> Features:
    """Features of ``article``; furniture and words that are common in the language are left out."""
    counts: Counter[str] = Counter()
    named: Counter[str] = Counter()
    title = article.title or ""
    head = _weighted(title, TITLE_WEIGHT if article.title_span is None else TITLE_WEIGHT - 1.0)
    for word, weight, is_name in [*head, *_weighted(kept_text(article), 1.0)]:
        counts[word] += weight  # type: ignore[assignment]
        named[word] += weight if is_name else 0  # type: ignore[assignment]
    weights = {w: (1 + math.log1p(n)) * _rarity(w) ** 2 for w, n in sorted(counts.items()) if _rarity(w) > COMMON}
    names = {w: v for w, v in weights.items() if named[w] * 2 > counts[w]}
    content = {w: v for w, v in weights.items() if w not in names}
    return Features(article.id, _unit(weights), _unit(names), _unit(content), published_day(article))


def _unit(weights: Mapping[str, float]) -> dict[str, float]:
    norm = math.sqrt(sum(v * v for v in weights.values())) or 1.0
    return {word: value / norm for word, value in weights.items()}


def _rarity(word: str) -> float:
    """Rarity of a stem; numbers and words of the calendar say little about the subject."""
    if word[0].isdigit():
        return NUMBER_RARITY
    return CALENDAR_RARITY if word in words("en", "calendar") else rarity(word)


def kept_text(article: Article) -> str:
    """The text of ``article`` less its furniture."""
    pieces, at = [], 0
    for piece in sorted(article.furniture, key=lambda f: f.start):
        pieces.append(article.text[at : max(at, piece.start)])
        at = max(at, piece.end)
    return "".join([*pieces, article.text[at:]])


def _weighted(text: str, weight: float) -> list[tuple[str, float, bool]]:
    """Stemmed words, their weight, and whether they look like names: capitalised, and not for opening a sentence.

    A given name before a family name is left out: people of unrelated reports share it.
    """
    found: list[tuple[str, float, bool]] = []
    for match in WORD.finditer(text):
        if len(found) >= HEAD_WORDS:
            break
        raw = match.group()
        if raw[0].isupper() and given_name_gender(raw) and FAMILY_NAME.match(text, match.end()):
            continue
        named = raw[0].isupper() and match.start() > 1 and text[match.start() - 2] not in '.!?\n:”"“'
        word = stem(raw.lower())
        if len(word) > 1:
            found.append((word, weight * (NAME_WEIGHT if named else 1.0), named))
    return found


def stem(word: str) -> str:
    """``word`` without possessive and the commonest endings of plural, past and participle (a light s-stemmer)."""
    word = word.replace("’", "'").removesuffix("'s")
    for ending, least in (("ings", 4), ("ing", 4), ("ies", 3), ("ed", 4), ("es", 4), ("s", 4)):
        if word.endswith(ending) and len(word) - len(ending) >= least - 1 and not word.endswith("ss"):
            return word[: -len(ending)] + ("y" if ending == "ies" else "")
    return word


def published_day(article: Article) -> int | None:
    """The earliest day of publication as a proleptic ordinal; ``None`` when unknown."""
    if article.published.earliest is None:
        return None
    try:
        return datetime.date.fromisoformat(article.published.earliest[:10]).toordinal()
    except ValueError:
        return None
