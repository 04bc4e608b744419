"""The figures of ``measured.json`` added up and turned into the tables of the docs; used by ``measure.py``."""

import csv
import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from variorum.evaluation import Figure

DOCS = Path(__file__).resolve().parent.parent / "docs"
PUBLIC = DOCS / "public_benchmarks.tsv"
LOOKED_AT, UNSEEN = "looked at while building", "not looked at while building"
GROUPED = "one story (pairs)"
COLUMNS = 7
"""Findings in one table of all stories."""

FINDINGS: Mapping[str, tuple[str, str]] = {
    "furniture (characters)": ("Page leftovers marked (characters)", "furniture"),
    "aliases (pairs)": ("One actor under all names (pairs of mentions)", "entities"),
    "attributions found": ("Who said what: attributions", "quotations"),
    "right speaker": ("Who said what: the right speaker", "quotations"),
    "wrong named speaker": ("Who said what: a wrong named speaker (lower is better)", "quotations"),
    "direct quotations whole": ("Direct quotations kept whole", "quotations"),
    "times, right value": ("Times, with the right date", "times"),
    "figures, right value": ("Figures, with the right value", "figures"),
    "reuse (pairs)": ("Copied passages (pairs)", "reuse"),
    "relays": ("Who has it from whom", "relays"),
    "one origin (pairs)": ("Reports of one origin (pairs)", "relays"),
    "utterances (pairs)": ("One saying in several reports (pairs)", "utterances"),
    "agreements": ("What independent reports agree on", "agreements"),
    "exclusives": ("What only one report has", "agreements"),
    "disagreements": ("Where reports differ", "disagreements"),
    "disagreements, right kind": ("Where reports differ, with the right kind", "disagreements"),
    "naming, terms together": ("Words for one actor or deed, put together", "naming"),
    "timeline, right days": ("Dated facts, with the right days", "timeline"),
    "timeline, days and status": ("Dated facts, with days and status", "timeline"),
    "one event (pairs)": ("Reports of one event (pairs)", "grouping"),
    GROUPED: ("Reports of one story (pairs)", "grouping"),
    "pairs: agree": ("Two texts that say the same", "claims"),
    "pairs: refine": ("Two texts of which one tells more", "claims"),
    "pairs: conflict": ("Two texts in conflict", "claims"),
    "pairs: disagreements": ("Differences in pairs of short reports", "disagreements"),
}
"""Row of an evaluation: what a reader calls it, and its page under docs/methods."""
PAIRED = tuple(name for name in FINDINGS if name.startswith("pairs: "))
ROWS = tuple(name for name in FINDINGS if name not in PAIRED)


def pooled(parts: Iterable[Mapping[str, Any]], pool: str) -> dict[str, Figure]:
    """The rows of all parts of a pool, added up by name."""
    sums: dict[str, list[int]] = {}
    for part in parts:
        for name, *counts in part["rows"] if part["pool"] == pool else ():
            sums[name] = [a + b for a, b in zip(sums.get(name, [0] * 4), counts, strict=True)]
    return {name: Figure(name, *counts) for name, counts in sums.items()}


def findings(stories: Sequence[Mapping[str, Any]], pairs: Sequence[Mapping[str, Any]]) -> Iterator[dict[str, str]]:
    """What the page shows: each finding on what was not looked at while building, or else on what was; then public sets."""
    for name, (label, page) in FINDINGS.items():
        for pool in (UNSEEN, LOOKED_AT):
            parts = [part for part in (*stories, *pairs) if part["pool"] == pool and has(part, name)]
            figure = pooled(parts, pool).get(name)
            if figure and (figure.wanted or figure.given):
                what = f"{sum(part['pairs'] for part in parts)} invented pairs" if name in PAIRED else stories_of(len(parts))
                amount = f"{figure.wanted} gold items" if figure.wanted else f"{figure.given} shown"
                yield finding(label, page, figure.precision, figure.recall, f"{what} {pool}, {amount}")
                break
    for row in public_rows():
        if row["finding"]:
            precision, recall = float(row["precision"]), float(row["recall"])
            yield finding(row["finding"], row["page"], precision, recall, f"{row['set']}, development half")


def stories_of(number: int) -> str:
    """``1 invented story``, ``3 invented stories``."""
    return f"{number} invented {'story' if number == 1 else 'stories'}"


def has(part: Mapping[str, Any], name: str) -> bool:
    """Whether a part has a row of that name."""
    return any(row[0] == name for row in part["rows"])


def finding(label: str, page: str, precision: float | None, recall: float | None, source: str) -> dict[str, str]:
    """One entry for readers."""
    return {"finding": label, "precision": share(precision), "recall": share(recall), "source": source, "page": page}


def share(value: float | None) -> str:
    """A share with two decimals, or the words that it was not measured."""
    return "not measured" if value is None else f"{value:.2f}"


def public_rows() -> list[dict[str, str]]:
    """The table of public benchmarks, which is kept by hand: its sets are not ours to pass on."""
    lines = [line for line in PUBLIC.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


def markdown(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table."""
    lines = [f"| {' | '.join(cells)} |" for cells in (head, ["---"] * len(head), *rows)]
    return "\n".join(lines) + "\n"


def own_table(stored: Mapping[str, Any], names: Sequence[str]) -> str:
    """Rows of the invented stories and pairs, one for each pool."""
    parts = [*stored["stories"], *stored["pairs"]]
    pools = {pool: pooled(parts, pool) for pool in (LOOKED_AT, UNSEEN)}
    rows = [
        (
            FINDINGS[name][0],
            f"{'pairs' if name in PAIRED else 'stories'} {pool}",
            share(figure.precision),
            share(figure.recall),
            str(figure.given or "–"),
            str(figure.wanted or "–"),
        )
        for name in names
        for pool, own in pools.items()
        if (figure := own.get(name)) and (figure.wanted or figure.given)
    ]
    return markdown(("finding", "measured on", "precision", "recall", "given", "gold"), rows) if rows else ""


def public_table(rows: Sequence[Mapping[str, str]]) -> str:
    """Rows of public benchmarks."""
    keys = ("task", "set", "metric", "variorum", "floor", "peer", "remark")
    head = ("task", "set", "metric", "Variorum", "trivial floor", "best peer known", "remark")
    return markdown(head, ([row[key] for key in keys] for row in rows)) if rows else ""


def story_table(stored: Mapping[str, Any]) -> str:
    """Every story by itself, a line each: precision and recall of its findings, a few to a table."""
    stories = stored["stories"]
    names = [name for name in ROWS if any(has(story, name) for story in stories)]
    figures = {story["folder"].rsplit("/", 1)[-1]: {row[0]: Figure(*row) for row in story["rows"]} for story in stories}
    tables = (
        markdown(
            ("story", *(FINDINGS[name][0] for name in few)),
            ([f"`{story}`", *(cell(own.get(name)) for name in few)] for story, own in figures.items()),
        )
        for few in (names[i : i + COLUMNS] for i in range(0, len(names), COLUMNS))
    )
    return "\n".join(tables)


def cell(figure: Figure | None) -> str:
    """Precision and recall of one row, or the one that was measured, marked R or P; a dash where none was."""
    if figure is None or not (figure.wanted or figure.given):
        return "–"
    measured = {letter: v for letter, v in (("P", figure.precision), ("R", figure.recall)) if v is not None}
    if len(measured) == 2:
        return " / ".join(f"{v:.2f}" for v in measured.values())
    return "".join(f"{letter} {v:.2f}" for letter, v in measured.items()) or "–"


def list_of_stories(stored: Mapping[str, Any]) -> str:
    """Which stories there are and whether they were looked at."""
    rows = [(f"`{s['folder']}`", str(s["reports"]), str(s["entries"]), s["pool"]) for s in stored["stories"]]
    return markdown(("story", "reports", "gold entries", ""), rows)


def block(stored: Mapping[str, Any], path: Path, name: str) -> str:
    """The text between two markers of a page."""
    public = public_rows()
    if name:
        return {
            "stories": list_of_stories,
            "per-story": story_table,
            "public": lambda _: public_table(public),
            "pooled": lambda s: own_table(s, ROWS),
            "pairs": lambda s: own_table(s, PAIRED),
        }[name](stored)
    page = path.stem
    own = own_table(stored, [row for row, (_, home) in FINDINGS.items() if home == page])
    shown = public_table([row for row in public if row["page"] == page])
    return "\n".join(part for part in (own, shown) if part) or "Not measured yet.\n"


MARKERS = re.compile(r"(<!-- measured:start ?(?P<name>[\w-]*) -->\n).*?(<!-- measured:end -->)", re.DOTALL)


def filled(stored: Mapping[str, Any], path: Path) -> str:
    """The text of a page with the tables between its markers renewed."""
    text = path.read_text(encoding="utf-8")
    return MARKERS.sub(lambda m: f"{m[1]}{block(stored, path, m['name'])}{m[3]}", text)


def pages() -> list[Path]:
    """The pages that have tables."""
    return [*sorted((DOCS / "methods").glob("*.md")), DOCS / "evaluation.md"]


def stale_pages(stored: Mapping[str, Any]) -> list[str]:
    """Pages whose tables do not show the stored figures."""
    return [
        path.relative_to(DOCS.parent).as_posix() for path in pages() if filled(stored, path) != path.read_text(encoding="utf-8")
    ]


def stored_text(stored: Mapping[str, Any]) -> str:
    """The stored figures as JSON, one finding and one row a line."""

    def lines(items: Iterable[Any], indent: str) -> str:
        return ",\n".join(f"{indent}{json.dumps(item, ensure_ascii=False)}" for item in items)

    def part(item: Mapping[str, Any]) -> str:
        head = json.dumps({key: value for key, value in item.items() if key != "rows"}, ensure_ascii=False)
        return f'  {head[:-1]}, "rows": [\n{lines(item["rows"], "   ")}]}}'

    parts = {key: ",\n".join(part(item) for item in stored[key]) for key in ("stories", "pairs")}
    found = lines(stored["findings"], "  ")
    return f'{{\n "findings": [\n{found}],\n "stories": [\n{parts["stories"]}],\n "pairs": [\n{parts["pairs"]}]\n}}\n'


def with_findings(stored: Mapping[str, Any]) -> dict[str, Any]:
    """The same counts with what readers see worked out anew."""
    return {**stored, "findings": list(findings(stored["stories"], stored["pairs"]))}
