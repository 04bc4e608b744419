"""Measure Variorum on invented stories and pairs, and write the figures into the package and the docs.

Stories with gold (``expected.json``) stand in ``examples`` and ``tests/stories``, which were looked at while building, and in
``benchmarks/stories``, of which those in ``STUDIED`` were looked at too and the others only run. The counts of the stories of
a pool are added up row by row; nothing is averaged.

Usage: python scripts/measure.py [--check] [--docs] [--jobs N]
    (nothing)   measure, write src/variorum/evaluation/measured.json, fill the tables of the docs
    --docs      measure nothing: fill the tables from the stored figures
    --check     write nothing; exit 1 when a stored figure is off by more than rounding, or a table is stale
    --jobs N    run the stories in so many processes (1 unless told), each with its own models; the figures are the same
"""

import argparse
import csv
import dataclasses
import functools
import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from itertools import combinations
from multiprocessing import get_context
from pathlib import Path
from typing import Any

from measured_tables import (
    GROUPED,
    LOOKED_AT,
    UNSEEN,
    filled,
    findings,
    pages,
    pooled,
    stale_pages,
    stored_text,
    with_findings,
)

import variorum
from variorum.evaluation import Figure, score_story
from variorum.evaluation.story import SCORERS
from variorum.records import Article, Published, to_json

ROOT = Path(__file__).resolve().parent.parent
STORED = ROOT / "src" / "variorum" / "evaluation" / "measured.json"
PAIRS = ROOT / "tests" / "collation" / "data"
FOLDERS = ((LOOKED_AT, "examples"), (LOOKED_AT, "tests/stories"), (UNSEEN, "benchmarks/stories"))
STUDIED = (
    "ambry_ceasefire",
    "arlund_doping",
    "arvane_crash",
    "astrel_collision",
    "avrel_helicopters",
    "belmor_resignation",
    "besk_summit",
    "brenn_convoy",
    "brodny_reactor",
    "caldry_coup",
    "cessa_fire",
    "corvane_school",
    "corvell_minister",
    "dasht_quake",
    "dorvik_airstrike",
    "dovrik_visit",
    "dremmin_depot",
    "duvra_prison",
    "felden_airport",
    "ferrin_swap",
    "galden_mine",
    "garrun_inquiry",
    "gavrin_drones",
    "hadrin_purchase",
    "haldoria_budget",
    "halvec_deal",
    "hask_relic",
    "haskel_refinery",
    "hestor_blackout",
    "ilvane_drone",
    "isdrun_crossing",
    "kaldra_floods",
    "kaleth_pact",
    "kelsam_floods",
    "kelvar_cable",
    "kerrant_strait",
    "kesh_release",
    "kettra_derailment",
    "laskar_arrest",
    "lessa_troops",
    "lomar_editor",
    "lusk_bank",
    "marn_election",
    "marrick_recall",
    "maruk_raid",
    "melvar_syrup",
    "merrow_dam",
    "meskar_hostages",
    "mirel_vaccine",
    "mirren_verdict",
    "mordane_walkout",
    "nerev_embassy",
    "nomara_gas",
    "noravia_spill",
    "odrun_bridge",
    "ondrel_accord",
    "orlane_withdrawal",
    "orn_protest",
    "orsk_missiles",
    "orvenna_count",
    "osmar_withdrawal",
    "osprin_ferry",
    "ostova_visit",
    "ostrel_hack",
    "pasmar_merger",
    "pavrin_extradition",
    "pelden_outbreak",
    "peldra_rails",
    "pellin_layoffs",
    "pethra_pipeline",
    "pintor_fraud",
    "quellan_siege",
    "ralden_hostages",
    "ruddock_blaze",
    "rusk_coalition",
    "selby_recall",
    "sirrin_strike",
    "skarne_ferry",
    "sulmar_jets",
    "tarvik_hospitals",
    "tavrek_bombing",
    "tesmar_bases",
    "tessel_river",
    "thalen_eruption",
    "tolmin_avalanche",
    "tolvik_governor",
    "torvald_kidnap",
    "ulmar_merger",
    "ulvey_shooting",
    "vantry_tariffs",
    "velm_orchestra",
    "verrin_vote",
    "veshin_trial",
    "vorland_talks",
    "yesharn_inspectors",
    "zamra_offensive",
    "zelmar_crash",
)
"""Benchmark stories whose errors have been read and mended since they were first run."""
ROUNDING = 0.011
"""Two figures of two decimals that differ by no more are one figure, rounded."""
SHOWN = ("conflict", "update", "unsure")

Row = list[Any]
"""``[name, right of the given, given, right of the wanted, wanted]``, as in ``Figure``."""


def measure(jobs: int) -> dict[str, Any]:
    """Everything that is stored: the findings that readers see, and the counts that they come from."""
    with ProcessPoolExecutor(jobs, get_context("spawn")) as workers:
        stories = list(workers.map(counted, story_folders()))
    models = _models()
    grouped = grouped_rows([ROOT / s["folder"] for s in stories])
    for story in stories:
        story["rows"].append(grouped[story["folder"]])
    pairs = [*compared_pairs(models), *differing_pairs(models)]
    return {"findings": list(findings(stories, pairs)), "stories": stories, "pairs": pairs}


@functools.cache
def _models() -> variorum.Models:
    """The models, loaded once a process."""
    return variorum.load_models()


def counted(story: tuple[str, Path]) -> dict[str, Any]:
    """``story_counts`` of a pool and a folder, with the models of this process."""
    pool, folder = story
    return story_counts(folder, pool, _models())


def story_folders() -> Iterator[tuple[str, Path]]:
    """Every folder with an ``expected.json``, with the pool that it belongs to."""
    for pool, place in FOLDERS:
        for gold in sorted((ROOT / place).glob("*/expected.json")):
            yield LOOKED_AT if gold.parent.name in STUDIED else pool, gold.parent


def gold_of(folder: Path) -> dict[str, Any]:
    """The gold of a story."""
    return dict(json.loads((folder / "expected.json").read_text(encoding="utf-8")))


def articles_of(folder: Path) -> list[variorum.Article]:
    """The reports of a story; nothing of it may be refused."""
    problems: list[Any] = []
    found = list(variorum.read([str(folder)], on_problem=problems.append))
    refused = [str(problem) for problem in problems if problem.refused]
    if refused:
        raise SystemExit("; ".join(refused))
    return found


def story_counts(folder: Path, pool: str, models: variorum.Models) -> dict[str, Any]:
    """The rows of one story: its own reports collated and scored (how they are grouped is counted by itself)."""
    gold = gold_of(folder)
    own = [article for article in articles_of(folder) if article.id in gold["articles"]]
    story = json.loads(to_json(variorum.collate(own, models=models)))
    rows = [row_of(figure) for figure in score_story(gold, story)]
    entries = sum(len(gold.get(key, ())) for key in SCORERS)
    return {"folder": folder.relative_to(ROOT).as_posix(), "pool": pool, "reports": len(own), "entries": entries, "rows": rows}


def row_of(figure: Figure) -> Row:
    """A figure as a row."""
    return [figure.name, figure.right_given, figure.given, figure.right_wanted, figure.wanted]


def grouped_rows(folders: Sequence[Path]) -> dict[str, Row]:
    """One row a story: pairs of its reports put into one story when the reports of all stories are grouped together.

    A wrong pair counts for the story of its first report.
    """
    names = {folder: folder.relative_to(ROOT).as_posix() for folder in folders}
    told: dict[str, str] = {}
    home: dict[str, str] = {}
    everything: list[variorum.Article] = []
    for folder in folders:
        members = gold_of(folder)["articles"]
        for article in articles_of(folder):
            key = f"{names[folder]}/{article.id}"
            everything.append(dataclasses.replace(article, id=key))
            home[key], told[key] = names[folder], names[folder] if article.id in members else key
    found = {row.id: row.story for row in variorum.group(everything)}
    rows = {name: [GROUPED, 0, 0, 0, 0] for name in names.values()}
    for one, other in combinations(sorted(home), 2):
        row = rows[home[one]]
        same, given = told[one] == told[other], found[one] == found[other]
        row[2] += given
        row[4] += same
        row[1] += same and given
        row[3] += same and given
    return rows


def table(name: str) -> list[dict[str, str]]:
    """The rows of a table of invented pairs."""
    lines = [line for line in (PAIRS / name).read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


def pool_of(row: Mapping[str, str]) -> str:
    """The pool of an invented pair: the ``held`` ones were only run; ``dev`` and ``fresh`` ones have been mended."""
    return UNSEEN if row["set"] == "held" else LOOKED_AT


def compared_pairs(models: variorum.Models) -> Iterator[dict[str, Any]]:
    """Judgements on invented pairs of sentences, by judgement; "other" stands for unrelated or unsure and is given no row."""
    gold = table("compared_pairs.tsv")
    found = dict(variorum.compare([(row["id"], row["a"], row["b"]) for row in gold], models=models))
    for pool in (LOOKED_AT, UNSEEN):
        own = [row for row in gold if pool_of(row) == pool]
        rows = []
        for judgement in ("agree", "refine", "conflict"):
            wanted = {row["id"] for row in own if row["judgement"] == judgement}
            given = {row["id"] for row in own if found[row["id"]].judgement == judgement}
            rows.append([f"pairs: {judgement}", len(wanted & given), len(given), len(wanted & given), len(wanted)])
        yield {"table": "compared_pairs.tsv", "pool": pool, "pairs": len(own), "rows": rows}


def differing_pairs(models: variorum.Models) -> Iterator[dict[str, Any]]:
    """Disagreements in invented pairs of short reports, by kind; about half of the pairs have none."""
    gold = table("disagreement_pairs.tsv")
    for pool in (LOOKED_AT, UNSEEN):
        own = [row for row in gold if pool_of(row) == pool]
        right = given = hit = 0
        for row in own:
            kinds = shown_kinds(row, models)
            given, right = given + len(kinds), right + kinds.count(row["kind"])
            hit += row["kind"] in kinds
        wanted = sum(row["kind"] != "-" for row in own)
        rows = [["pairs: disagreements", right, given, hit, wanted]]
        yield {"table": "disagreement_pairs.tsv", "pool": pool, "pairs": len(own), "rows": rows}


def shown_kinds(row: Mapping[str, str], models: variorum.Models) -> list[str]:
    """The kinds of the disagreements that are shown for two short reports."""
    days = [Published(day, "day", "metadata", day, day) for day in (row["day_a"], row["day_b"])]
    reports = [Article(side, row[side], published=day) for side, day in zip("ab", days, strict=True)]
    return [d.kind for d in variorum.collate(reports, models=models).disagreements if d.judgement in SHOWN]


def numbers(stored: Mapping[str, Any]) -> dict[tuple[str, str, str], float]:
    """Every precision and recall that a table shows."""
    found: dict[tuple[str, str, str], float] = {}
    parts = [*stored["stories"], *stored["pairs"]]
    for part in parts:
        for row in part["rows"]:
            found |= shares(part.get("folder") or f"{part['table']}, {part['pool']}", Figure(*row))
    for pool in (LOOKED_AT, UNSEEN):
        for figure in pooled(parts, pool).values():
            found |= shares(pool, figure)
    return found


def shares(where: str, figure: Figure) -> dict[tuple[str, str, str], float]:
    """Precision and recall of a figure, those that were measured."""
    both = {"precision": figure.precision, "recall": figure.recall}
    return {(where, figure.name, key): value for key, value in both.items() if value is not None}


def stale_figures(stored: Mapping[str, Any], now: Mapping[str, Any]) -> list[str]:
    """What the stored figures say otherwise than a new measurement."""
    old, new = numbers(stored), numbers(now)
    keys = sorted(old.keys() | new.keys())
    return [
        f"{' '.join(key)}: stored {old.get(key)}, measured {new.get(key)}"
        for key in keys
        if key not in old or key not in new or abs(old[key] - new[key]) > ROUNDING
    ]


def check(jobs: int) -> int:
    """Say what is stale; 0 when nothing is."""
    stored = json.loads(STORED.read_text(encoding="utf-8"))
    problems = [] if with_findings(stored) == stored else [f"{STORED.name}: the findings do not follow from the counts"]
    problems += stale_figures(stored, measure(jobs)) + [f"{page}: its tables are stale" for page in stale_pages(stored)]
    print("\n".join([*problems, "run python scripts/measure.py"] if problems else ["the figures hold"]))
    return 1 if problems else 0


def main() -> int:
    parser = argparse.ArgumentParser(description=str(__doc__).split("\n", 1)[0])
    parser.add_argument("--check", action="store_true")
    parser.add_argument("--docs", action="store_true")
    parser.add_argument("--jobs", type=int, default=1)
    told = parser.parse_args()
    if told.check:
        return check(told.jobs)
    stored = with_findings(json.loads(STORED.read_text(encoding="utf-8"))) if told.docs else measure(told.jobs)
    STORED.write_text(stored_text(stored), encoding="utf-8")
    for path in pages():
        path.write_text(filled(stored, path), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
