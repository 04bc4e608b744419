"""Short classes of words that decide what a word or phrase does where it stands, by the name of the class."""

import functools

from variorum.language.lexicon import alternatives, marked

LANGUAGE = "en"


@functools.cache
def listed(mark: str) -> frozenset[str]:
    """The words of ``annotation_words.tsv`` with that mark.

    Raises ``ConfigError`` when no word has the mark.
    """
    return marked(LANGUAGE, "annotation_words", mark)


def alternation(mark: str) -> str:
    """The words of ``annotation_words.tsv`` with that mark as the alternatives of a pattern, longest first."""
    return alternatives(listed(mark))
