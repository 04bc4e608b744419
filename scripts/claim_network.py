"""The network that reads two statements side by side, in torch, for training: see ``scripts/train_claims.py``.

Each statement goes alone through the embeddings and the two lowest layers of MiniLM-L6 (Wang et al. 2020), which stay as they
are; the layers above see both (MacAvaney et al. 2020, precomputed lower layers).
"""

import torch
from attribution_network import WIDTH, Layer
from torch import nn

from variorum.evaluation.claim_corpus import KINDS, RELATIONS

JOINT = 3
"""Layers that see both statements."""
INNER = 256


class PairNetwork(nn.Module):
    """Lower vectors of two statements in; logits of how they stand to each other and in what they differ."""

    def __init__(self):
        super().__init__()
        self.side, self.shared = nn.Embedding(2, WIDTH), nn.Embedding(2, WIDTH)
        self.layers = nn.ModuleList(Layer() for _ in range(JOINT))
        self.inner = nn.Linear(4 * WIDTH, INNER)
        self.relation, self.kind = nn.Linear(INNER, len(RELATIONS)), nn.Linear(INNER, len(KINDS))
        self.drop = nn.Dropout(0.2)
        for table in (self.side, self.shared):
            nn.init.normal_(table.weight, std=0.02)

    def forward(self, one, other, shared_one, shared_other):
        """``one`` (n, width), ``other`` (m, width); ``shared_*``: 1 where the other statement has the word piece too."""
        x = torch.cat(
            [one + self.side.weight[0] + self.shared(shared_one), other + self.side.weight[1] + self.shared(shared_other)]
        )
        for layer in self.layers:
            x = layer(x)
        n = one.shape[0]
        return self.heads(x[:n].mean(0), x[n:].mean(0))

    def heads(self, a, b):
        """Logits from the mean vectors of both sides."""
        inner = nn.functional.gelu(self.inner(self.drop(torch.cat([a, b, (a - b).abs(), a * b], dim=-1))))
        return self.relation(inner), self.kind(inner)

    def batch(self, pairs):
        """``forward`` of several pairs at once, padded; each pair is (one, other, shared_one, shared_other)."""
        sizes = [len(p[0]) + len(p[1]) for p in pairs]
        longest = max(sizes)
        x = torch.zeros(len(pairs), longest, WIDTH)
        barred = torch.full((len(pairs), 1, 1, longest), -1e4)
        sides = torch.zeros(2, len(pairs), longest)
        for k, (one, other, s1, s2) in enumerate(pairs):
            n, m = len(one), len(other)
            x[k, :n] = one + self.side.weight[0] + self.shared(s1)
            x[k, n : n + m] = other + self.side.weight[1] + self.shared(s2)
            barred[k, :, :, : n + m] = 0
            sides[0, k, :n] = 1 / n
            sides[1, k, n : n + m] = 1 / m
        for layer in self.layers:
            x = layer(x, barred)
        means = (sides.unsqueeze(-1) * x).sum(2)
        return self.heads(means[0], means[1])
