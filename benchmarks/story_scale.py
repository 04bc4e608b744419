"""What one story costs by its number of reports: processor time and size of collation and page for each report, as ratios.

Stories with planted truth of three sizes, each of one event (see ``plant.py``). The time of a report is set beside that in the
smallest story (1.0 all along: a cost that grows linearly) and beside its annotation, since seconds mean nothing on another
machine.

Usage: python benchmarks/story_scale.py [REPORTS ...]     50 100 200 without arguments
"""

import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

import variorum
from variorum.evaluation.planted_story import plant_story
from variorum.evaluation.planted_texts import base_texts, make_loom
from variorum.pipeline import Models, measured
from variorum.records.article import Published
from variorum.records.codec import to_json
from variorum.rendering import render_dossier

ROOT = Path(__file__).resolve().parents[1]
REPORTS = ROOT / "corpus" / "attributions" / "reports"
FRAMES = ROOT / "benchmarks" / "planted"
SIZES = (50, 100, 200)

Made = TypeVar("Made")


@dataclass(frozen=True, slots=True)
class Cost:
    """Seconds of processor time and bytes of one story, each for a report."""

    annotate: float
    collate: float
    page: float
    story_bytes: float
    page_bytes: float


def timed(work: Callable[[], Made]) -> tuple[float, Made]:
    """Seconds of processor time of ``work``, and what it made."""
    start = time.process_time()
    made = work()
    return time.process_time() - start, made


def cost_of(reports: int, models: Models) -> Cost:
    """What a story of ``reports`` costs."""
    rows = plant_story(make_loom(base_texts(REPORTS)), FRAMES, reports, seed=1, words=200).reports
    articles = [variorum.Article(r["id"], r["text"], outlet=r["outlet"], published=_published(r["published"])) for r in rows]
    annotating, annotated = timed(lambda: list(variorum.annotate(articles, models=models)))
    collating, story = timed(lambda: variorum.collate(annotated, models=models))
    drawing, page = timed(lambda: render_dossier(story, measured=measured()))
    sizes = len(to_json(story).encode()), len(page.encode())
    return Cost(*(value / reports for value in (annotating, collating, drawing, *sizes)))


def _published(day: str) -> Published:
    return Published(day, "day", "metadata", day, day)


def main(sizes: Sequence[int]) -> int:
    models = variorum.load_models()
    costs = {size: cost_of(size, models) for size in sizes}
    first = costs[sizes[0]]
    print(
        "reports  collate/annotate  collate  page  story kB  page kB   (collate, page: time of a report beside the first row)"
    )
    for size, cost in costs.items():
        times = cost.collate / cost.annotate, cost.collate / first.collate, cost.page / first.page
        print(f"{size:7}  {times[0]:16.2f}  {times[1]:7.2f}  {times[2]:4.2f}  {_kb(cost.story_bytes)}  {_kb(cost.page_bytes)}")
    return 0


def _kb(size: float) -> str:
    return f"{size / 1000:8.1f}"


if __name__ == "__main__":
    sys.exit(main([int(size) for size in sys.argv[1:]] or SIZES))
