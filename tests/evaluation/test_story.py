"""The scorer of whole stories, on a story small enough to count by hand."""

from typing import Any

import pytest

from variorum.errors import GoldError
from variorum.evaluation import evaluate, table
from variorum.evaluation.figures import Figure

TEXT_A = "Nine people died, said Ada Moss. The dam held."
TEXT_B = "Moss said that 12 people died. The dam broke."


def passage(article: str, exact: str) -> dict[str, Any]:
    start = {"a": TEXT_A, "b": TEXT_B}[article].index(exact)
    return {"article": article, "start": start, "end": start + len(exact), "exact": exact}


def article(id: str, text: str, content: str, speaker: str | None) -> dict[str, Any]:
    start = text.index(content)
    quotation = {"id": f"q{id}", "field": "text", "content": [[start, start + len(content)]], "speaker": speaker}
    people = [{"id": speaker, "named": True, "roles": []}] if speaker else []
    return {
        "id": id,
        "text": text,
        "quotations": [quotation],
        "entities": people,
        "times": [],
        "quantities": [],
        "furniture": [],
    }


def story(**changes: Any) -> dict[str, Any]:
    base: dict[str, Any] = {
        "articles": [article("a", TEXT_A, "Nine people died", "a/e1"), article("b", TEXT_B, "12 people died", "b/e1")],
        "entities": [
            {
                "id": "a/e1",
                "name": "Ada Moss",
                "aliases": ["Moss"],
                "roles": [],
                "members": ["a/e1", "b/e1"],
                "mentions": [passage("a", "Ada Moss"), passage("b", "Moss")],
            }
        ],
        "disagreements": [
            {"kind": "figure", "judgement": "conflict", "members": [passage("a", "Nine people"), passage("b", "12 people")]}
        ],
        "claim_groups": [],
        "origins": [["a"], ["b"]],
    }
    return base | changes


GOLD: dict[str, Any] = {
    "attributions": [
        {"article": "a", "content": ["Nine people died"], "speaker": "Ada Moss", "kind": "indirect"},
        {"article": "b", "content": ["12 people died"], "speaker": "Moss", "kind": "indirect"},
    ],
    "aliases": [{"name": "Ada Moss", "mentions": [{"article": "a", "exact": "Ada Moss"}, {"article": "b", "exact": "Moss"}]}],
    "disagreements": [
        {
            "kind": "figure",
            "judgement": "conflict",
            "members": [{"article": "a", "exact": "Nine"}, {"article": "b", "exact": "12"}],
        },
        {
            "kind": "polarity",
            "judgement": "conflict",
            "members": [{"article": "a", "exact": "The dam held"}, {"article": "b", "exact": "The dam broke"}],
        },
    ],
    "origins": [["a", "b"]],
}


def rows(gold: dict[str, Any], system: dict[str, Any]) -> dict[str, Figure]:
    return {figure.name: figure for figure in evaluate("story", [gold], [system])}


def test_counts_are_those_of_hand() -> None:
    found = rows(GOLD, story())
    assert (found["attributions found"].recall, found["right speaker"].precision, found["right speaker"].recall) == (1, 1, 1)
    assert found["aliases (pairs)"].f1 == 1
    assert (found["disagreements"].precision, found["disagreements"].recall) == (1, 0.5)
    assert found["one origin (pairs)"].recall == 0


def test_a_wrong_speaker_and_a_missing_one_differ() -> None:
    wrong = story(entities=[dict(story()["entities"][0], name="Ida Bell", aliases=[])])
    assert rows(GOLD, wrong)["right speaker"].precision == 0
    assert [f["wrong named speaker"].precision for f in (rows(GOLD, wrong), rows(GOLD, story()))] == [1, 0]
    none = story(articles=[article("a", TEXT_A, "Nine people died", None), article("b", TEXT_B, "12 people died", "b/e1")])
    assert (rows(GOLD, none)["right speaker"].precision, rows(GOLD, none)["right speaker"].recall) == (1, 0.5)
    assert rows(GOLD, none)["wrong named speaker"].given == 1


def test_a_quotation_answers_for_one_attribution_of_gold() -> None:
    radio = {"article": "a", "content": ["Nine people died"], "speaker": "Radio Lent", "kind": "indirect"}
    both = GOLD | {"attributions": [*GOLD["attributions"], radio]}
    found = rows(both, story())
    assert (found["right speaker"].precision, found["right speaker"].wanted, found["wrong named speaker"].given) == (1, 3, 2)
    assert found["wrong named speaker"].precision == 0
    alone = rows(GOLD | {"attributions": [radio]}, story())
    assert alone["wrong named speaker"].precision == 1


def test_a_description_as_speaker_is_no_named_one() -> None:
    articles = story()["articles"]
    articles[0]["entities"][0]["named"] = False
    assert rows(GOLD, story(articles=articles))["wrong named speaker"].given == 1


def test_a_statement_outside_quotations_is_a_member_of_its_saying() -> None:
    gold = {"utterances": [[{"article": "a", "exact": "Nine people died"}, {"article": "b", "exact": "The dam broke"}]]}
    saying = {"quotations": [{"article": "a", "quotation": "qa"}]}
    assert rows(gold, story(utterances=[saying]))["utterances (pairs)"].recall == 0
    with_own = saying | {"unquoted": [passage("b", "The dam broke")]}
    assert rows(gold, story(utterances=[with_own]))["utterances (pairs)"].recall == 1


def test_an_empty_answer_scores_nothing() -> None:
    empty = story(articles=[dict(a, quotations=[]) for a in story()["articles"]], entities=[], disagreements=[])
    found = rows(GOLD, empty)
    assert found["right speaker"].f1 == found["aliases (pairs)"].f1 == found["disagreements"].f1 == 0


def test_gold_that_is_not_in_the_text_is_named() -> None:
    gold = {"exclusives": [{"article": "a", "exact": "no such words"}]}
    with pytest.raises(GoldError, match="no such words"):
        rows(gold, story(exclusives=[]))
    with pytest.raises(GoldError, match="no task"):
        evaluate("nonsense", [GOLD], [story()])


def test_the_table_has_a_line_for_each_row() -> None:
    figures = evaluate("story", [GOLD], [story()])
    assert len(table(figures).splitlines()) == len(figures) + 1
