"""What one story costs by its number of reports: processor time and size of collation and page for each report, as ratios.

Stories with planted truth of three sizes, each of one event (see ``plant.py``). The time of a report is set beside that in the
smallest story (1.0 all along: a cost that grows linearly) and beside its annotation, since seconds mean nothing on another
machine. ``--growth`` prints how each cost grows from size to size as well: the power of the number of reports (1.0: linear,
2.0: quadratic), with the seconds and the memory of this machine.

Usage: python benchmarks/story_scale.py [REPORTS ...]              50 100 200 without arguments
       python benchmarks/story_scale.py --growth [REPORTS ...]     60 120 250 500 without arguments
"""

import argparse
import math
import resource
import sys
import time
from collections.abc import Callable, Iterator, Mapping
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
SIZES, GROWTH = (50, 100, 200), (60, 120, 250, 500)

Made = TypeVar("Made")


@dataclass(frozen=True, slots=True)
class Cost:
    """Seconds of processor time and bytes of one story, each for a report, and the most memory used so far, in MB."""

    annotate: float
    collate: float
    page: float
    story_bytes: float
    page_bytes: float
    peak: int


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
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    each = [value / reports for value in (annotating, collating, drawing, *sizes)]
    return Cost(each[0], each[1], each[2], each[3], each[4], peak)


def _published(day: str) -> Published:
    return Published(day, "day", "metadata", day, day)


def growth(costs: Mapping[int, Cost]) -> Iterator[str]:
    """For each size its whole cost here, and by which power of the size each part has grown since the size before."""
    yield "reports  annotate s  collate s  page s  story MB  page MB  peak MB   growth: annotate  collate  page s  page MB"
    before = [None, *costs.items()]
    for (size, cost), smaller in zip(costs.items(), before, strict=False):
        whole = [value * size for value in (cost.annotate, cost.collate, cost.page)]
        sizes = [value * size / 10**6 for value in (cost.story_bytes, cost.page_bytes)]
        row = f"{size:7}  {whole[0]:10.1f}  {whole[1]:9.1f}  {whole[2]:6.1f}  {sizes[0]:8.1f}  {sizes[1]:7.1f}  {cost.peak:7}"
        yield row + (_powers((size, cost), smaller) if smaller else "")


def _powers(larger: tuple[int, Cost], smaller: tuple[int, Cost]) -> str:
    (size, cost), (few, less) = larger, smaller
    parts = [(c.annotate, c.collate, c.page, c.page_bytes) for c in (cost, less)]
    power = [1 + math.log(one / other) / math.log(size / few) for one, other in zip(*parts, strict=True)]
    return f"   {power[0]:16.2f}  {power[1]:7.2f}  {power[2]:6.2f}  {power[3]:7.2f}"


def ratios(costs: Mapping[int, Cost]) -> Iterator[str]:
    """What a report costs in each size beside its annotation, and beside the smallest size."""
    first = next(iter(costs.values()))
    yield "reports  collate/annotate  collate  page  story kB  page kB   (collate, page: time of a report beside the first row)"
    for size, cost in costs.items():
        times = cost.collate / cost.annotate, cost.collate / first.collate, cost.page / first.page
        yield f"{size:7}  {times[0]:16.2f}  {times[1]:7.2f}  {times[2]:4.2f}  {_kb(cost.story_bytes)}  {_kb(cost.page_bytes)}"


def _kb(size: float) -> str:
    return f"{size / 1000:8.1f}"


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    parser.add_argument("reports", nargs="*", type=int)
    parser.add_argument("--growth", action="store_true", help="how each cost grows from size to size, up to 500 reports")
    given = parser.parse_args()
    models = variorum.load_models()
    sizes = sorted(given.reports) or (GROWTH if given.growth else SIZES)
    costs = {size: cost_of(size, models) for size in sizes}
    print("\n".join((*ratios(costs), *(growth(costs) if given.growth else ()))))
    return 0


if __name__ == "__main__":
    sys.exit(main())
