"""The tagger's view of a parsed article: which words attribute, and which words are their content and source."""

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt
from spacy.tokens import Doc, Token

from variorum.annotation.attributions.windows import Window, distances, places, windows
from variorum.encoding import AttributionTagger, Tagged
from variorum.records.annotation import Act

Floats = npt.NDArray[np.float32]
BARE = "bare"
"""The tagger's class for the first word of reported words that have no cue."""


@dataclass(frozen=True, slots=True)
class Parts:
    """For one cue, by token of the document: probability to be content, probability to be source."""

    content: Floats
    source: Floats


@dataclass(frozen=True, slots=True)
class TaggedDoc:
    """``cue`` has a row for each token: the probability of each of the tagger's ``classes``, the first of which is no cue."""

    doc: Doc
    tagger: AttributionTagger
    cue: Floats
    windows: tuple[tuple[Window, Tagged], ...]
    window_at: npt.NDArray[np.int64]
    _parts: dict[int, Parts] = field(default_factory=dict, repr=False, compare=False)

    def attributes(self, token: int) -> float:
        """Probability that the word at ``token`` attributes, three decimals."""
        return round(float(1 - self.cue[token, 0]), 3)

    def act(self, token: int) -> tuple[Act | None, float]:
        """The likeliest act of the word at ``token`` and its probability; ``None`` for reported words without a cue."""
        row = self.cue[token, 1:]
        best = int(row.argmax())
        name = self.tagger.classes[1 + best]
        return (None if name == BARE else _ACTS[name]), round(float(row[best]), 3)

    def parts(self, token: Token) -> Parts:
        """Content and source of the cue at ``token``; zero outside its window."""
        if token.i not in self._parts:
            self._parts[token.i] = self._looked_up(token)
        return self._parts[token.i]

    def _looked_up(self, token: Token) -> Parts:
        content, source = (np.zeros(len(self.doc), dtype=np.float32) for _ in range(2))
        number = int(self.window_at[token.i])
        if number >= 0:
            window, tagged = self.windows[number]
            found = self.tagger.parts(tagged, place=places(token, window), distance=distances(token.i, window))
            content[window.index], source[window.index] = found
        return Parts(content, source)


_ACTS: dict[str, Act] = {
    "speech": "speech",
    "document": "document",
    "belief": "belief",
    "intent": "intent",
    "attitude": "attitude",
}


def tag(doc: Doc, quote_at: Sequence[int], tagger: AttributionTagger) -> TaggedDoc:
    """Run the tagger over ``doc``, window by window. ``quote_at[i]`` is negative for a token outside quotation marks."""
    cue = np.zeros((len(doc), len(tagger.classes)), dtype=np.float32)
    cue[:, 0] = 1
    window_at = np.full(len(doc), -1, dtype=np.int64)
    found: list[tuple[Window, Tagged]] = []
    for window in windows(doc, tuple(quote_at)):
        tagged = tagger.tag(window.words, window.breaks, shape=window.shape, pos=window.pos, dep=window.dep)
        cue[window.index] = tagged.cue
        window_at[window.index] = len(found)
        found.append((window, tagged))
    return TaggedDoc(doc, tagger, cue, tuple(found), window_at)
