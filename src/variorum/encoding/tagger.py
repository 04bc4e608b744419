"""The tagger of attributions with onnxruntime: MiniLM-L6, taught by ``scripts/train_attributions.py``.

One pass over a window of tokens gives, for each token, what kind of cue it is, and a vector; two more small layers look at
these vectors from one cue at a time and mark its content and its source. Weights are int8, arithmetic is float; every
window and every cue is run by itself with one thread, so that its result never depends on what else is tagged with it.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from variorum.encoding.files import own_files, session_of, tokenizer_of
from variorum.encoding.lower import LowerLayers, load_lower

Floats = npt.NDArray[np.float32]
Ints = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Tagged:
    """A tagged window of ``n`` tokens: ``cue`` (n, classes) probabilities; ``seen`` (n, width), what cues look at."""

    cue: Floats
    seen: Floats


@dataclass(frozen=True, slots=True)
class AttributionTagger:
    """A loaded tagger. ``classes`` names the columns of ``Tagged.cue``; ``digest`` is the sha256 of its larger file."""

    digest: str
    classes: tuple[str, ...]
    tokenizer: Any
    lower: LowerLayers
    cues: Any
    looks: Any

    def tag(self, words: Sequence[str], breaks: Sequence[bool], *, shape: Ints, pos: Ints, dep: Ints) -> Tagged:
        """Tag one window; all arguments have one entry a token. ``breaks``: a paragraph begins at the token."""
        ids, first, owner = pieces(self.tokenizer, words, breaks)
        feed = {"low": self.lower.vectors(ids), "first": first}
        feed |= {name: spread(row, owner) for name, row in (("shape", shape), ("pos", pos), ("dep", dep))}
        cue, seen = self.cues.run(None, feed)
        return Tagged(_softmax(cue), seen)

    def parts(self, tagged: Tagged, *, place: Ints, distance: Ints) -> Floats:
        """Probability of each token to be content (row 0) and source (row 1) of the cue that ``place`` and ``distance`` are
        about; shape (2, n)."""
        feed = {"seen": tagged.seen, "place": place[None], "distance": distance[None]}
        logits = self.looks.run(None, feed)[0][0]
        return np.asarray(1 / (1 + np.exp(-logits)), dtype=np.float32)


def pieces(tokenizer: Any, words: Sequence[str], breaks: Sequence[bool]) -> tuple[Ints, Ints, Ints]:
    """The word pieces of a window (``[SEP]`` where a paragraph begins), the first piece of each token, and the token of
    each piece (-1: none)."""
    given: list[str] = []
    tokens: list[int] = []
    for number, word in enumerate(words):
        if breaks[number] and number:
            given.append("[SEP]")
            tokens.append(-1)
        given.append(word)
        tokens.append(number)
    encoded = tokenizer.encode(given, is_pretokenized=True)
    owner = np.asarray([-1 if word is None else tokens[word] for word in encoded.word_ids], dtype=np.int64)
    first = np.zeros(len(words), dtype=np.int64)
    for place in range(len(owner) - 1, -1, -1):
        if owner[place] >= 0:
            first[owner[place]] = place
    return np.asarray(encoded.ids, dtype=np.int64), first, owner


def spread(values: Ints, owner: Ints) -> Ints:
    """A feature of tokens as a feature of word pieces; 0 where a piece belongs to no token."""
    return np.where(owner >= 0, values[np.maximum(owner, 0)], 0)


def load_tagger(lower: LowerLayers | None = None) -> AttributionTagger:
    """Load the tagger that comes with Variorum; its files must have the digests pinned in ``models.json``.

    Raises ``ModelMissing`` when a file is absent or another one.
    """
    files, digests = own_files("attributions", "tagger")
    sessions = (session_of(files["cues.onnx"]), session_of(files["parts.onnx"]))
    classes = tuple(json.loads(files["classes.json"]))
    return AttributionTagger(digests["cues.onnx"], classes, tokenizer_of(longest=512), lower or load_lower(), *sessions)


def _softmax(logits: Floats) -> Floats:
    shifted = np.exp(logits - logits.max(axis=1, keepdims=True))
    return np.asarray(shifted / shifted.sum(axis=1, keepdims=True), dtype=np.float32)
