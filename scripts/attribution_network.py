"""The networks of the tagger of attributions, in torch, for training: see ``scripts/train_attributions.py``.

``Tagger`` is MiniLM-L6 (Wang et al. 2020) with case, quotation marks, parts of speech and dependency labels added above its two
lowest layers, which stay as they are. ``Parts`` looks at its vectors from one cue at a time.
"""

import math
from pathlib import Path

import torch
from torch import nn

from variorum.annotation.attributions.windows import DISTANCES, PARTS_OF_SPEECH, PLACES, RELATIONS, SHAPES
from variorum.evaluation.attribution_corpus import KINDS

FROZEN = 2
WIDTH, HEADS, LAYERS, NARROW = 384, 12, 6, 192
WORDS, POSITIONS = 30522, 512
CLASSES = ("none", *KINDS, "bare")
"""What a token can be: no cue, the cue of an act, the first word of reported words that have no cue."""


class Layer(nn.Module):
    """One transformer layer of BERT over (..., tokens, width)."""

    def __init__(self, width=WIDTH, heads=HEADS, inner=4 * WIDTH):
        super().__init__()
        self.heads, self.size = heads, width // heads
        self.q, self.k, self.v, self.o = (nn.Linear(width, width) for _ in range(4))
        self.n1, self.n2 = nn.LayerNorm(width, eps=1e-12), nn.LayerNorm(width, eps=1e-12)
        self.up, self.down = nn.Linear(width, inner), nn.Linear(inner, width)
        self.drop = nn.Dropout(0.15)

    def forward(self, x, barred=None):
        """``barred``: added to the attention logits, very low for padding."""
        shape = (*x.shape[:-1], self.heads, self.size)
        q, k, v = (f(x).view(shape).transpose(-2, -3) for f in (self.q, self.k, self.v))
        logits = q @ k.transpose(-1, -2) / math.sqrt(self.size)
        weights = torch.softmax(logits if barred is None else logits + barred, dim=-1)
        mixed = (weights @ v).transpose(-2, -3).reshape(x.shape)
        x = self.n1(x + self.drop(self.o(mixed)))
        return self.n2(x + self.drop(self.down(nn.functional.gelu(self.up(x)))))


class Parts(nn.Module):
    """For each of k cues: the window's n tokens, seen from that cue, as content and as source; logits (k, 2, n)."""

    def __init__(self):
        super().__init__()
        self.place, self.distance = nn.Embedding(PLACES, NARROW), nn.Embedding(DISTANCES, NARROW)
        self.norm = nn.LayerNorm(NARROW)
        self.layers = nn.ModuleList(Layer(NARROW, 6, 2 * NARROW) for _ in range(2))
        self.out = nn.Linear(NARROW, 2)

    def forward(self, seen, place, distance):
        x = self.norm(seen + self.place(place) + self.distance(distance))
        for layer in self.layers:
            x = layer(x)
        return self.out(x).transpose(-1, -2)


class Tagger(nn.Module):
    """Window in; for each token the class of the cue it is, and a vector for ``Parts``."""

    def __init__(self):
        super().__init__()
        self.word, self.position = nn.Embedding(WORDS, WIDTH), nn.Embedding(POSITIONS, WIDTH)
        self.segment = nn.Parameter(torch.zeros(WIDTH))
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.layers = nn.ModuleList(Layer() for _ in range(LAYERS))
        self.shape, self.pos, self.dep = (nn.Embedding(size, WIDTH) for size in (SHAPES, len(PARTS_OF_SPEECH), len(RELATIONS)))
        self.cue, self.narrow = nn.Linear(WIDTH, len(CLASSES)), nn.Linear(WIDTH, NARROW)
        self.drop = nn.Dropout(0.15)
        for table in (self.shape, self.pos, self.dep):
            nn.init.normal_(table.weight, std=0.02)

    def lower(self, ids):
        """The layers that stay as they are."""
        return Lower(self)(ids)

    def forward(self, low, first, shape, pos, dep):
        """``low``: what ``lower`` gives; ``first``: the piece that begins each token; the features have one entry a piece."""
        x = low + self.shape(shape) + self.pos(pos) + self.dep(dep)
        for layer in self.layers[FROZEN:]:
            x = layer(x)
        return self.cue(x[first]), self.narrow(x[first])

    def all(self, examples):
        """``forward`` of several windows at once, padded to the longest, from their stored lower layers."""
        size = max(len(e.ids) for e in examples)
        x = torch.stack([nn.functional.pad(e.low, (0, 0, 0, size - len(e.ids))) for e in examples])
        rows = [torch.stack([nn.functional.pad(e.features[n], (0, size - len(e.ids))) for e in examples]) for n in range(3)]
        x = x + self.shape(rows[0]) + self.pos(rows[1]) + self.dep(rows[2])
        barred = torch.zeros(len(examples), 1, 1, size)
        for n, example in enumerate(examples):
            barred[n, :, :, len(example.ids) :] = -1e4
        for layer in self.layers[FROZEN:]:
            x = layer(x, barred)
        seen = [self.drop(x[n][e.first]) for n, e in enumerate(examples)]
        return [(self.cue(h), self.narrow(h)) for h in seen]


class Lower(nn.Module):
    """The embeddings and the lowest layers, which all our networks share."""

    def __init__(self, tagger: Tagger):
        super().__init__()
        self.word, self.position, self.segment, self.norm = tagger.word, tagger.position, tagger.segment, tagger.norm
        self.layers = tagger.layers[:FROZEN]

    def forward(self, ids):
        x = self.norm(self.word(ids) + self.position(torch.arange(ids.shape[0])) + self.segment)
        for layer in self.layers:
            x = layer(x)
        return x


_NAMES = {
    "q": "attention.self.query",
    "k": "attention.self.key",
    "v": "attention.self.value",
    "o": "attention.output.dense",
    "n1": "attention.output.LayerNorm",
    "up": "intermediate.dense",
    "down": "output.dense",
    "n2": "output.LayerNorm",
}


def start_from(tagger: Tagger, path: Path) -> None:
    """Fill ``tagger`` with the weights of a BERT of the same size (safetensors)."""
    from safetensors.torch import load_file

    state = {k.removeprefix("bert."): v for k, v in load_file(str(path)).items()}
    with torch.no_grad():
        tagger.word.weight.copy_(state["embeddings.word_embeddings.weight"])
        tagger.position.weight.copy_(state["embeddings.position_embeddings.weight"])
        tagger.segment.copy_(state["embeddings.token_type_embeddings.weight"][0])
        _copy(tagger.norm, state, "embeddings.LayerNorm")
        for n, layer in enumerate(tagger.layers):
            for mine, theirs in _NAMES.items():
                _copy(getattr(layer, mine), state, f"encoder.layer.{n}.{theirs}")


def _copy(module, state, name):
    module.weight.copy_(state[name + ".weight"])
    module.bias.copy_(state[name + ".bias"])
