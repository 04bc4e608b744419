"""Scores of quotations, times, figures, groups and judgements with values counted by hand."""

from typing import Any

import pytest

from variorum.errors import GoldError
from variorum.evaluation import evaluate

TEXT = "The mayor said the bridge is safe. Ten people agreed on Monday."


def span(exact: str) -> list[int]:
    return [TEXT.index(exact), TEXT.index(exact) + len(exact)]


def line(**lists: Any) -> dict[str, Any]:
    return {"id": "a", "text": TEXT, **lists}


def quotation(content: str, source: str) -> dict[str, Any]:
    return {"content": [span(content)], "source": [span(source)]}


def scores(task: str, gold: dict[str, Any], system: dict[str, Any]) -> dict[str, float | None]:
    return {row.name: row.f1 for row in evaluate(task, [gold], [system])}


def test_quotations_by_overlap_and_source() -> None:
    gold = line(quotations=[quotation("the bridge is safe", "The mayor")])
    assert scores("quotations", gold, gold) == {"content, J 0.8": 1, "content, J 0.3": 1, "relation": 1}
    short = line(quotations=[quotation("the bridge", "The mayor")])
    assert scores("quotations", gold, short) == {"content, J 0.8": 0, "content, J 0.3": 1, "relation": 0}
    other = line(quotations=[quotation("the bridge is safe", "Ten people")])
    assert scores("quotations", gold, other)["relation"] == 0


def test_times_and_figures_by_value() -> None:
    start, end = span("on Monday")
    gold = line(times=[{"start": start, "end": end, "value": "2026-05-04"}])
    near = line(times=[{"start": start + 3, "end": end, "value": "2026-05-11"}])
    assert scores("times", gold, near) == {"relaxed": 1, "value": 0}
    start, end = span("Ten")
    ten = line(quantities=[{"start": start, "end": end, "value": 10, "low": 10, "high": 10}])
    hedged = line(quantities=[{"start": start, "end": end, "value": 10, "low": 10, "high": None}])
    assert scores("quantities", ten, hedged) == {"relaxed": 1, "value": 1, "interval": 0}


def test_groups_by_pairs_and_judgements_by_kind() -> None:
    gold = [{"id": i, "event": e, "story": "s"} for i, e in (("a", "x"), ("b", "x"), ("c", "y"))]
    system = [{"id": i, "event": "x", "story": "s"} for i in "abc"]
    rows = {row.name: row for row in evaluate("groups", gold, system)}
    assert (rows["event (pairs)"].precision, rows["event (pairs)"].recall) == (0.333, 1)
    assert rows["story (pairs)"].f1 == 1
    pairs = evaluate("compare", [{"id": "1", "judgement": "conflict"}], [{"id": "1", "judgement": "agree"}])
    assert [(p.name, p.recall) for p in pairs] == [("conflict", 0)]


def test_texts_that_differ_cannot_be_scored() -> None:
    with pytest.raises(GoldError, match="not the gold text"):
        evaluate("times", [line(times=[])], [{"id": "a", "text": "another text"}])
    with pytest.raises(GoldError, match="two lines"):
        evaluate("compare", [{"id": "1", "judgement": "agree"}] * 2, [])
