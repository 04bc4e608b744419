"""How common a word is in a language, as a weight that no collection can change.

Weights stand in for inverse document frequency: word ranks follow Zipf's law, so ``log(rank)`` grows as idf does. A fixed
table instead of the collection's own counts keeps the grouping of one story independent of what else is read with it.
"""

import functools
import math
from collections.abc import Mapping

from variorum.language.lexicon import word_list


@functools.cache
def _ranks(language: str) -> Mapping[str, int]:
    return {row["word"]: rank for rank, row in enumerate(word_list(language, "frequency"), 1)}


def rarity(word: str, language: str = "en") -> float:
    """A weight in 0..1 for a lower-case word: 0 for the most common, 1 for one that is not in the list."""
    ranks = _ranks(language)
    if word not in ranks:
        return 1.0
    return math.log(ranks[word]) / math.log(len(ranks) + 1)
