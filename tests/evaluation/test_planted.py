"""Generated collections: the truth holds, the same seed gives the same texts, and a system is scored by characters."""

import re
from pathlib import Path

import pytest

from variorum.collation.reuse import find_reuse
from variorum.errors import GoldError
from variorum.evaluation.passages import Place
from variorum.evaluation.planted_copies import Collection, Planted, plant_copies, score_copies
from variorum.evaluation.planted_texts import Loom, base_texts, make_loom, weave
from variorum.records import Article

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
