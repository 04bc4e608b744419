"""Any number of different texts out of some invented reports: the shape of a report with other words in it.

Every word gives way to another of the same shape from the same reports, the same one all through a text; half of the small
words stay. So paragraphs, names, figures and word frequencies are those of news, and texts share no more than by chance.
"""

import random
import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from variorum.errors import GoldError
from variorum.evaluation.attribution_corpus import read_reports

SMALL_WORDS = 120
"""So many of the most frequent words are small words: articles, prepositions, forms of *be*, "said"."""
KEPT = 0.5
"""Part of the small words that stay as they are. Were all to stay, two texts on one report would share its skeleton ("There had
been no ... in ... since"), which any reader would call copied."""
ENDINGS = ("ing", "ed", "ly", "ion", "ers", "er", "ies", "s", "al", "ity")
_WORD = re.compile(r"[^\W\d_]+|\d")


@dataclass(frozen=True, slots=True)
class Loom:
    """The reports that lend their sentences, and the words of each shape that are drawn from."""

    reports: tuple[str, ...]
    small: frozenset[str]
    shapes: dict[tuple[bool, str], tuple[str, ...]]


def base_texts(folder: Path) -> tuple[str, ...]:
    """The texts of a folder of marked reports, in order of name, without headline and closing credit; raises ``GoldError``."""
    texts = tuple(body for r in read_reports(folder) if (body := r.text.partition("\n\n")[2].strip()))
    if not texts:
        raise GoldError(f"{folder} holds no report (*.txt)")
    return texts


def make_loom(texts: Iterable[str]) -> Loom:
    """A loom on ``texts``."""
    reports = tuple(texts)
    words = Counter(w for text in reports for w in _WORD.findall(text))
    folded: Counter[str] = Counter()
    for word, count in words.items():
        folded[word.lower()] += count
    small = frozenset(w for w, _ in sorted(folded.items(), key=lambda item: (-item[1], item[0]))[:SMALL_WORDS])
    shapes: defaultdict[tuple[bool, str], list[str]] = defaultdict(list)
    for word in sorted(words):
        if word.isalpha() and word.lower() not in small and len(word) > 2:
            shapes[shape(word)].append(word)
    return Loom(reports, small, {key: tuple(found) for key, found in shapes.items()})


def shape(word: str) -> tuple[bool, str]:
    """Whether a word has a capital, and its ending."""
    return word[0].isupper(), next((e for e in ENDINGS if word.lower().endswith(e)), "")


def weave(loom: Loom, number: int, *, seed: int, words: int) -> str:
    """The text of that number: about ``words`` words in whole paragraphs (at least one); the same for the same seed."""
    draw = random.Random(f"{seed}/text/{number}")
    report = loom.reports[draw.randrange(len(loom.reports))]
    kept = about(report, words)
    swapped: dict[str, str] = {}
    small = sorted(loom.small)

    def other(match: re.Match[str]) -> str:
        word = match[0]
        if word.isdigit():
            return str(draw.randrange(1, 10))
        if word.lower() in loom.small:
            return word if draw.random() < KEPT else _like(draw.choice(small), word)
        if len(word) < 3:
            return word
        if word not in swapped:
            swapped[word] = draw.choice(loom.shapes.get(shape(word), (word,)))
        return swapped[word]

    return _WORD.sub(other, "\n\n".join(kept))


def _like(word: str, other: str) -> str:
    return word.capitalize() if other[0].isupper() else word


def about(text: str, words: int) -> list[str]:
    """The first paragraphs of ``text``, at least one, that together have that many words."""
    kept: list[str] = []
    for paragraph in text.split("\n\n"):
        if kept and sum(len(p.split()) for p in kept) >= words:
            break
        kept.append(paragraph)
    return kept
