"""One invented story told by any number of reports, with what was planted in it as a gold story (``variorum/gold-story@1``).

Reports come in fives: a dispatch; one that copies half of it, with credit; one with a quotation altered; one with another
figure of the same day; and a day later one with a risen figure, which credits the dispatch for it. The rest of each is text of
its own: an invented report on something else, or woven text when there are more reports than those.
"""

import csv
import random
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import product
from pathlib import Path
from typing import Any

from variorum.evaluation.planted_copies import edited
from variorum.evaluation.planted_texts import Loom, about, weave

ROLES = ("dispatch", "copy", "altered", "conflict", "update")
DAYS = {"update": "2031-03-06"}
FIRST_DAY = "2031-03-05"
_CREDIT = re.compile(r"\(|^[A-Z][A-Z ,]{3,}")
"""A paragraph with a dateline or a credit of its own is left out: it would be a relay that the gold does not know."""
_CHOICE = re.compile(r"\[([^\[\]]*)\]")

Frame = Mapping[str, str]


@dataclass(slots=True)
class Planted:
    """A report being written: all paragraphs, its own ones, those copied (before and after), and the words planted by frame."""

    id: str
    outlet: str
    role: str
    paragraphs: list[str] = field(default_factory=list)
    own: list[str] = field(default_factory=list)
    copied: list[tuple[str, str]] = field(default_factory=list)
    words: dict[str, str] = field(default_factory=dict)

    @property
    def day(self) -> str:
        """The day it was published."""
        return DAYS.get(self.role, FIRST_DAY)


@dataclass(frozen=True, slots=True)
class Scene:
    """What all reports of a story have in common: the frames, the names, the figures, and where other text comes from."""

    frames: Mapping[str, Sequence[Frame]]
    world: Mapping[str, str]
    figures: Mapping[str, int]
    loom: Loom


@dataclass(frozen=True, slots=True)
class PlantedStory:
    """``reports`` are rows to read (JSON Lines), ``gold`` the gold story."""

    reports: tuple[Mapping[str, Any], ...]
    gold: Mapping[str, Any]


def read_frames(folder: Path) -> tuple[dict[str, list[Frame]], dict[str, list[str]]]:
    """The frames by kind and the names by kind of ``folder`` (``frames.tsv``, ``names.tsv``; ``#`` begins a comment)."""
    tables = []
    for name in ("frames", "names"):
        lines = [n for n in (folder / f"{name}.tsv").read_text(encoding="utf-8").splitlines() if not n.startswith("#")]
        tables.append(list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)))
    frames, names = defaultdict[str, list[Frame]](list), defaultdict[str, list[str]](list)
    for row in tables[0]:
        frames[row["kind"]].append(row)
    for row in tables[1]:
        names[row["kind"]].append(row["name"])
    return dict(frames), dict(names)


def plant_story(loom: Loom, folder: Path, reports: int, *, seed: int = 1, words: int = 200) -> PlantedStory:
    """A story of ``reports`` reports of about ``words`` words of their own; the same for the same seed."""
    frames, names = read_frames(folder)
    draw = random.Random(f"{seed}/story")
    world = {kind: draw.choice(names[kind]) for kind in ("place", "chief", "office")}
    outlets = [" ".join(parts) for parts in product(names["outlet"], names["paper"])]
    draw.shuffle(outlets)
    if reports > len(outlets):
        raise ValueError(f"there are names for {len(outlets)} reports, not {reports}")
    scene = Scene(frames, world, {f["id"]: draw.randrange(20, 80) for f in frames["figure"]}, loom)
    others = draw.sample(loom.reports, min(reports, len(loom.reports)))
    made: list[Planted] = []
    for number in range(reports):
        own = random.Random(f"{seed}/report/{number}")
        report = Planted(f"r{number:04d}", outlets[number], ROLES[number % len(ROLES)])
        before = made[number - number % len(ROLES)] if number % len(ROLES) else None
        filler = others[number] if number < len(others) else weave(loom, number, seed=seed, words=words)
        _write(report, before, [p for p in about(filler, words) if not _CREDIT.search(p)], scene, own)
        made.append(report)
    rows = tuple(_row(report) for report in made)
    return PlantedStory(rows, _gold(made, {r["id"]: r["text"] for r in rows}, frames, world))


def _said(text: str, draw: random.Random, world: Mapping[str, str]) -> str:
    """A frame with one of each of its wordings."""
    while _CHOICE.search(text):
        text = _CHOICE.sub(lambda m: draw.choice(m[1].split("|")), text, count=1)
    for key, name in world.items():
        text = text.replace(f"{{{key}}}", name)
    return text


def _write(report: Planted, before: Planted | None, filler: Sequence[str], scene: Scene, draw: random.Random) -> None:
    pieces = [_figure(report, frame, scene, draw) for frame in scene.frames["figure"]]
    pieces += [_quote(report, frame, scene, draw) for frame in scene.frames["quote"]]
    if report.role == "update" and before:
        pieces[1] = f"{before.outlet} reported: {pieces[1]}"
    own = list(filler)
    if report.role == "copy" and before:
        own = own[: len(own) // 2] + _copied_from(report, before, scene.loom, draw)
    for number, piece in enumerate(pieces):
        own.insert(min(2 * number, len(own)), piece)
    credit = [f"({before.outlet})"] if report.role == "copy" and before else []
    report.paragraphs += [_said(scene.frames["headline"][0]["text"], draw, scene.world), *own, *credit]
    report.own += [p for p in filler if p in own]


def _figure(report: Planted, frame: Frame, scene: Scene, draw: random.Random) -> str:
    """A figure; the first one is another in the reports of role ``conflict``, the second in those of ``update``."""
    moved = {"conflict": "hurt", "update": "houses"}.get(report.role) == frame["id"]
    value = round(scene.figures[frame["id"]] * (float(frame["other"]) if moved else 1))
    report.words[frame["id"]] = str(value)
    return _said(frame["text"], draw, scene.world).replace("{n}", str(value))


def _quote(report: Planted, frame: Frame, scene: Scene, draw: random.Random) -> str:
    words = frame["other"] if report.role == "altered" and frame["change"] == "negation" else frame["text"]
    report.words[frame["id"]] = words
    said = _said(scene.frames["said"][0]["text"], draw, scene.world)
    return f"“{words},” {scene.world['office']} {scene.world['chief']} {said}."


def _copied_from(report: Planted, before: Planted, loom: Loom, draw: random.Random) -> list[str]:
    """The longer half of the own paragraphs of ``before``, up to a tenth of their words changed."""
    long = sorted(before.own, key=lambda p: (-len(p.split()), p))[: (len(before.own) + 1) // 2]
    made = []
    for paragraph in (p for p in before.own if p in long):
        made.append(edited(paragraph, draw.choice((0.0, 0.05, 0.1)), "plain", loom, draw))
        report.copied.append((paragraph, made[-1]))
    return made


def _row(report: Planted) -> dict[str, Any]:
    text = "\n\n".join(report.paragraphs) + "\n"
    return {"id": report.id, "text": text, "outlet": report.outlet, "published": report.day, "language": "en"}


def _gold(
    made: Sequence[Planted], texts: Mapping[str, str], frames: Mapping[str, Sequence[Frame]], world: Mapping[str, str]
) -> dict[str, Any]:
    quotes = [f["id"] for f in frames["quote"]]
    leads = {r.id: made[n - n % len(ROLES)] for n, r in enumerate(made)}
    groups: defaultdict[str, list[str]] = defaultdict(list)
    for report in made:
        groups[leads[report.id].id if report.role == "copy" else report.id].append(report.id)
    relaying = [r for r in made if r.role in ("copy", "update") and leads[r.id] is not r]
    return {
        "schema": "variorum/gold-story@1",
        "articles": [r.id for r in made],
        "attributions": [
            {"article": r.id, "content": [r.words[q]], "speaker": world["chief"], "kind": "direct"}
            for r in made
            for q in quotes
        ],
        "reuse": [group for r in made if r.role == "copy" for group in _copied(r, leads[r.id])],
        "relays": [{"from": leads[r.id].id, "to": r.id} for r in relaying],
        "origins": sorted(groups.values()),
        "utterances": [[{"article": r.id, "exact": r.words[q]} for r in made] for q in quotes],
        "disagreements": list(_disagreements(made, texts)),
    }


def _copied(report: Planted, before: Planted) -> Iterable[list[dict[str, str]]]:
    """The paragraphs that ``report`` has from ``before``; those that are mostly speech are left out."""
    for one, other in report.copied:
        if len(one.split()) > 20 and "“" not in one and '"' not in one:
            yield [{"article": before.id, "exact": one}, {"article": report.id, "exact": other}]


def _disagreements(made: Sequence[Planted], texts: Mapping[str, str]) -> Iterable[dict[str, Any]]:
    for key, role, kind, judgement in (
        ("hurt", "conflict", "figure", "conflict"),
        ("houses", "update", "figure", "update"),
        ("warned", "altered", "quotation", "conflict"),
    ):
        usual = next((r for r in made if r.role != role), None)
        other = next((r for r in made if r.role == role), None)
        if usual and other:
            members = [{"article": r.id, "exact": r.words[key], "nth": _nth(r, key, texts)} for r in (usual, other)]
            yield {"kind": kind, "judgement": judgement, "members": members}


def _nth(report: Planted, key: str, texts: Mapping[str, str]) -> int:
    """Which place of the words of a frame is the planted one: the first in the paragraph that was made from it."""
    marks = {"hurt": "quay", "houses": "famil"}
    text, at = texts[report.id], 0
    home = next(p for p in report.paragraphs[1:] if report.words[key] in p and marks.get(key, "“") in p)
    start = text.index(home) + home.index(report.words[key])
    number = 0
    while (found := text.find(report.words[key], at)) >= 0:
        number, at = number + 1, found + 1
        if found == start:
            return number
    return number
