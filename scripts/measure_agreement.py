"""How far two annotations of the same reports in ``corpus/attributions`` agree, and how far Variorum agrees with the first.

Usage: python scripts/measure_agreement.py
"""

import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import variorum
from variorum.evaluation import evaluate, gold_row, read_reports, table
from variorum.evaluation.attribution_corpus import KINDS

CORPUS = Path(__file__).resolve().parent.parent / "corpus" / "attributions"


def main() -> int:
    second = {report.id: report for report in read_reports(CORPUS / "second")}
    first = [report for report in read_reports(CORPUS / "reports") if report.id in second]
    gold = [gold_row(report) for report in first]
    print(f"{len(first)} reports; first: {count(first)} attributions, second: {count(second.values())}\n")
    print("second annotation against the first")
    print(table(evaluate("quotations", without_names(gold), [gold_row(second[r.id]) for r in first])))
    for kind in KINDS:
        rows = [[only(gold_row(r), kind) for r in side] for side in (first, [second[r.id] for r in first])]
        figures = {f.name: f for f in evaluate("quotations", without_names(rows[0]), rows[1])}
        print(f"  of these {kind:10} F1 {figures['content, J 0.8'].f1:.3f} at 0.8, {figures['content, J 0.3'].f1:.3f} at 0.3")
    models = variorum.load_models()
    own = variorum.annotate([variorum.Article(r.id, r.text) for r in first], models=models)
    print("\nVariorum against the first")
    print(table(evaluate("quotations", gold, [variorum.to_data(article) for article in own])))
    return 0


def count(reports: Any) -> int:
    return sum(len(report.attributions) for report in reports)


def without_names(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [{**row, "quotations": [dropped(q) for q in row["quotations"]]} for row in rows]


def dropped(quotation: Mapping[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in quotation.items() if key != "speaker_name"}


def only(row: Mapping[str, Any], kind: str) -> dict[str, Any]:
    return {**row, "quotations": [q for q in row["quotations"] if q["act"] == kind]}


if __name__ == "__main__":
    sys.exit(main())
