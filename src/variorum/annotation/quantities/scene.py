"""What a resolver of numbers may look at, and what it gives back."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from spacy.tokens import Doc

from variorum.annotation.words.classes import Lexicon
from variorum.annotation.words.grammar import Found
from variorum.annotation.words.text import WordText
from variorum.records.annotation import Hedge
from variorum.records.article import Span

Bound = Fraction | None


@dataclass(frozen=True, slots=True)
class Figure:
    """One number read: offsets of the whole expression and of the number in it, value, hedge, interval and unit.

    ``loose`` numbers need something that they count to be kept; ``back`` says that the number refers to the one before it.
    """

    start: int
    end: int
    number: Span
    value: Fraction
    hedge: Hedge | None
    low: Bound
    high: Bound
    unit: str | None = None
    loose: bool = False
    back: bool = False


@dataclass(frozen=True, slots=True)
class NumberScene:
    """One document while its numbers are read; ``hedges`` maps the phrases before and after a number to hedges."""

    doc: Doc
    text: WordText
    lexicon: Lexicon
    hedges: Mapping[str, str]

    def words(self, found: Found, name: str) -> tuple[str, ...]:
        """The words of a kept part of a match; none where it is absent."""
        span = found.groups.get(name)
        return self.text.words[span[0] : span[1]] if span else ()

    def characters(self, found: Found, name: str) -> Span:
        """The characters of a kept part."""
        first, last = found.groups[name]
        return self.text.starts[first], self.text.ends[last - 1]

    def value(self, found: Found, name: str, kind: str) -> str:
        """The lexicon value of the last word of a kept part as a ``kind``."""
        return self.lexicon.values.get(((self.words(found, name) or ("",))[-1], kind), "")

    def between(self, found: Found, left: int, right: int) -> str:
        """The characters between two neighbouring words of the text."""
        return self.text.source[self.text.ends[left] : self.text.starts[right]]
