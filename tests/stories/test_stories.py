"""The whole way on invented stories: what must be found in each, and what must never change the result."""

import json
import random
from pathlib import Path

import pytest

import variorum
from variorum.evaluation import score_story
from variorum.records import Article, from_data, to_json

HERE = Path(__file__).resolve().parent
STORIES = {
    "marenz": HERE.parents[1] / "examples" / "marenz",
    "sorrel_pass": HERE / "sorrel_pass",
    "dravik_recall": HERE / "dravik_recall",
}
FLOORS = json.loads((HERE / "floors.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def models() -> variorum.Models:
    return variorum.load_models()


def articles_of(name: str, models: variorum.Models) -> list[variorum.AnnotatedArticle]:
    problems: list[object] = []
    found = list(variorum.annotate(variorum.read([str(STORIES[name])], on_problem=problems.append), models=models))
    assert all(not getattr(p, "refused", True) for p in problems)
    return found


@pytest.mark.parametrize("name", sorted(STORIES))
def test_figures_stay_above_their_floors(name: str, models: variorum.Models) -> None:
    gold = json.loads((STORIES[name] / "expected.json").read_text(encoding="utf-8"))
    told, alone = variorum.stories(articles_of(name, models), models=models)
    assert [a.id for a in told[0].articles] == sorted(gold["articles"])
    assert [a.id for a in alone] == gold["apart"]
    rows = {row.name: row for row in score_story(gold, json.loads(to_json(told[0])))}
    for row, (precision, recall) in FLOORS[name].items():
        assert precision is None or (rows[row].precision or 0) >= precision, f"precision of {row}: {rows[row]}"
        assert (rows[row].recall or 0) >= recall, f"recall of {row}: {rows[row]}"


def test_order_of_input_never_matters(models: variorum.Models) -> None:
    articles = articles_of("sorrel_pass", models)
    shuffled = articles[:]
    random.Random(3).shuffle(shuffled)
    first, second = (variorum.dossier(reports, models=models) for reports in (articles, shuffled))
    assert dict(first.files) == dict(second.files)


def test_a_report_of_another_story_never_changes_this_one(models: variorum.Models) -> None:
    gold = json.loads((STORIES["sorrel_pass"] / "expected.json").read_text(encoding="utf-8"))
    articles = articles_of("sorrel_pass", models)
    own = [a for a in articles if a.id in gold["articles"]]
    others = articles_of("dravik_recall", models)
    alone = variorum.stories(own, models=models)[0][0]
    among = next(s for s in variorum.stories([*articles, *others], models=models)[0] if s.id == alone.id)
    assert among == alone


def test_copies_count_for_nothing(models: variorum.Models) -> None:
    articles = articles_of("sorrel_pass", models)
    copy = Article("zz_copy", articles[0].text, published=articles[0].published, title=articles[0].title)
    annotated = list(variorum.annotate([copy], models=models))
    before = variorum.stories(articles, models=models)[0][0]
    after = variorum.stories([*articles, *annotated], models=models)[0][0]
    assert len(after.origins) == len(before.origins)
    assert after.claim_groups == before.claim_groups
    assert after.disagreements == before.disagreements
    assert any("zz_copy" in group for group in after.origins)


def test_every_passage_is_in_its_source(models: variorum.Models) -> None:
    for name in STORIES:
        for story in variorum.stories(articles_of(name, models), models=models)[0]:
            data = json.loads(to_json(story))
            texts = {a["id"]: a["text"] for a in data["articles"]}
            assert check(data, texts) > 50


def check(value: object, texts: dict[str, str]) -> int:
    """How many passages ``value`` holds; every one must be the raw slice of its article."""
    if isinstance(value, dict):
        here = 0
        if {"article", "start", "end", "exact"} <= set(value) and value.get("field", "text") == "text":
            assert texts[value["article"]][value["start"] : value["end"]] == value["exact"]
            here = 1
        return here + sum(check(v, texts) for v in value.values())
    return sum(check(v, texts) for v in value) if isinstance(value, list) else 0


def test_a_story_survives_its_json(models: variorum.Models) -> None:
    story = variorum.stories(articles_of("dravik_recall", models), models=models)[0][0]
    assert from_data(variorum.Story, json.loads(to_json(story))) == story
