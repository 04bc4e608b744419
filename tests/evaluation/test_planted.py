"""Generated collections: the truth holds, the same seed gives the same texts, and a system is scored by characters."""

import json
import re
from pathlib import Path

import pytest

from variorum.collation.reuse.find import find_reuse
from variorum.errors import GoldError
from variorum.evaluation import score_story
from variorum.evaluation.passages import Place, locate
from variorum.evaluation.planted_copies import Collection, Planted, plant_copies, score_copies
from variorum.evaluation.planted_story import plant_story
from variorum.evaluation.planted_texts import Loom, base_texts, make_loom, weave
from variorum.pipeline import Models, collate, read
from variorum.records import Article, to_json

REPORTS = Path(__file__).resolve().parents[2] / "corpus" / "attributions" / "reports"


@pytest.fixture(scope="module")
def loom() -> Loom:
    return make_loom(base_texts(REPORTS)[:120])


@pytest.fixture(scope="module")
def planted(loom: Loom) -> Collection:
    return plant_copies(loom, 240, seed=5, words=150)


def test_base_texts_are_reports_without_their_marks() -> None:
    texts = base_texts(REPORTS)
    assert len(texts) > 100 and not any(re.search(r"\{[csq]\d", text) for text in texts)


def test_a_folder_without_reports_is_named(tmp_path: Path) -> None:
    with pytest.raises(GoldError, match="holds no report"):
        base_texts(tmp_path)


def test_the_same_seed_gives_the_same_text_whatever_is_made_besides(loom: Loom) -> None:
    assert weave(loom, 7, seed=1, words=150) == weave(loom, 7, seed=1, words=150)
    assert weave(loom, 7, seed=1, words=150) != weave(loom, 7, seed=2, words=150)
    small, large = plant_copies(loom, 30, seed=5, words=150), plant_copies(loom, 60, seed=5, words=150)
    assert large.texts[:30] == small.texts


def test_copies_stand_where_the_truth_says(planted: Collection) -> None:
    texts = dict(planted.texts)
    assert len(planted.copies) > 60
    for copy in planted.copies:
        one, other = (re.findall(r"\w+", t) for t in (texts[copy.source][slice(*copy.a)], texts[copy.to][slice(*copy.b)]))
        assert one[0] == other[0] and one[-1] == other[-1] and len(one) > 20
        assert abs(len(one) - len(other)) <= 0.3 * len(one)
        if copy.changed == 0 and copy.kind == "plain":
            assert one == other


def test_every_kind_of_copy_is_made(planted: Collection) -> None:
    assert {c.changed for c in planted.copies} == {0.0, 0.05, 0.1, 0.15}
    assert {c.kind for c in planted.copies} == {"plain", "marks", "spaces"}
    pairs = [(c.source, c.to) for c in planted.copies]
    turned = [c for c in planted.copies if pairs.count((c.source, c.to)) == 2]
    assert turned and len(turned) % 2 == 0


def test_what_is_found_is_scored_by_characters_on_both_sides() -> None:
    copies = [Planted("a", (0, 100), "b", (50, 150), 0.0, "plain")]
    exact, found = score_copies(copies, [[Place("a", 0, 100), Place("b", 50, 150)]])
    assert (exact.precision, exact.recall, found.recall) == (1.0, 1.0, 1.0)
    half, found = score_copies(copies, [[Place("a", 0, 40), Place("b", 50, 90)]])
    assert (half.precision, half.recall, found.recall) == (1.0, 0.4, 0.0)
    wrong, found = score_copies(copies, [[Place("a", 0, 100), Place("c", 0, 100)]])
    assert (wrong.precision, wrong.recall, found.recall) == (0.0, 0.0, 0.0)
    assert score_copies(copies, [[Place("a", 0, 100), Place("a", 200, 300)]])[0].given == 0


def test_copies_over_twenty_words_are_found_with_up_to_fifteen_percent_changed(planted: Collection) -> None:
    found = find_reuse([Article(name, text) for name, text in planted.texts])
    groups = [[Place(m.article, m.start, m.end) for m in reuse.members] for reuse in found]
    characters, copies = score_copies(planted.copies, groups)
    assert characters.f1 is not None and characters.f1 >= 0.97
    assert copies.recall == 1.0


FRAMES = REPORTS.parents[2] / "benchmarks" / "planted"


def test_a_planted_story_holds_what_its_gold_says(loom: Loom) -> None:
    story = plant_story(loom, FRAMES, 15, seed=3, words=120)
    texts = {str(row["id"]): str(row["text"]) for row in story.reports}
    passages = [p for group in (*story.gold["reuse"], *story.gold["utterances"]) for p in group]
    passages += [p for item in story.gold["disagreements"] for p in item["members"]]
    assert len(passages) > 40
    assert all(texts[p["article"]][slice(*place_span(texts, p))] == p["exact"] for p in passages)
    assert {(d["kind"], d["judgement"]) for d in story.gold["disagreements"]} == {
        ("figure", "conflict"),
        ("figure", "update"),
        ("quotation", "conflict"),
    }
    assert story.gold["relays"] == [{"from": f"r{n - n % 5:04d}", "to": f"r{n:04d}"} for n in range(15) if n % 5 in (1, 4)]
    assert sorted(a for group in story.gold["origins"] for a in group) == sorted(texts)
    assert plant_story(loom, FRAMES, 15, seed=3, words=120) == story


def place_span(texts: dict[str, str], passage: dict[str, object]) -> tuple[int, int]:
    place = locate(texts, passage)
    return place.start, place.end


def test_planted_copies_credits_origins_and_altered_quotations_are_found(
    loom: Loom, bare_models: Models, tmp_path: Path
) -> None:
    story = plant_story(loom, FRAMES, 10, seed=3, words=120)
    file = tmp_path / "reports.jsonl"
    file.write_text("\n".join(map(json.dumps, story.reports)), encoding="utf-8")
    articles = tuple(read([str(file)], on_problem=lambda problem: pytest.fail(str(problem))))
    found = collate(articles, models=bare_models)
    rows = {f.name: f for f in score_story(story.gold, json.loads(to_json(found)))}
    texts = {a.id for a in articles}
    for name in ("reuse (pairs)", "one origin (pairs)"):
        assert (rows[name].precision, rows[name].recall) == (1.0, 1.0), name
    between = {(r.source, r.to) for r in found.relays if r.source in texts}  # the base texts credit agencies of their own
    assert between == {(r["from"], r["to"]) for r in story.gold["relays"]}
    assert rows["direct quotations whole"].recall == 1.0
    assert (rows["disagreements"].recall or 0) >= 0.6
