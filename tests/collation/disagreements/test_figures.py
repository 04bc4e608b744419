"""Disagreements about figures, dates and places: invented pairs of mini-reports with what is to be found between them."""

from dataclasses import replace
from pathlib import Path

import pytest

from variorum.annotation.annotate import annotate_article
from variorum.annotation.nlp import Pipeline
from variorum.collation.claims.find import group_claims
from variorum.collation.claims.statements import statements_of
from variorum.collation.disagreements.figures import relate
from variorum.collation.disagreements.find import find_disagreements
from variorum.collation.entities.find import merge_entities
from variorum.collation.figures.find import Figure, find_figures
from variorum.records.annotation import AnnotatedArticle
from variorum.records.article import Article, Published
from variorum.records.story import Disagreement

DATA = Path(__file__).resolve().parents[1] / "data"
KINDS = ("figure", "date", "place")


def rows(name: str) -> list[dict[str, str]]:
    lines = [line for line in (DATA / name).read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    head, *body = (line.split("\t") for line in lines)
    return [dict(zip(head, cells, strict=True)) for cells in body]


PAIRS = rows("figure_pairs.tsv") + [r for r in rows("disagreement_pairs.tsv") if r["id"][0] in "fdp"]


def annotated(pipeline: Pipeline, name: str, text: str, day: str) -> AnnotatedArticle:
    published = Published(day, "day", "metadata", day, day)
    return annotate_article(Article(name, text, published=published, language="en"), pipeline=pipeline)


def reports(pipeline: Pipeline, row: dict[str, str]) -> list[AnnotatedArticle]:
    texts = [("one", row["a"], row["day_a"])] + ([("two", row["b"], row["day_b"])] if row["b"] != "both" else [])
    return [annotated(pipeline, *given) for given in texts]


def found_in(articles: list[AnnotatedArticle]) -> tuple[Disagreement, ...]:
    entities, origins = merge_entities(articles), [[a.id] for a in articles]
    groups = group_claims(articles, entities, origins, None)
    return find_disagreements(articles, entities, groups, (), origins)


@pytest.mark.parametrize("row", PAIRS, ids=lambda row: row["id"])
def test_pairs(pipeline: Pipeline, row: dict[str, str]) -> None:
    articles = reports(pipeline, row)
    found = [d for d in found_in(articles) if d.kind in KINDS]
    if row["kind"] == "-":
        assert not found, [(d.about, d.by.reason) for d in found]
        return
    assert (row["kind"], row["judgement"]) in {(d.kind, d.judgement) for d in found}
    texts = {a.id: a.text for a in articles}
    for member in (m for d in found for m in d.members):
        assert texts[member.article][member.start : member.end] == member.exact


def figures(pipeline: Pipeline, text: str) -> list[Figure]:
    article = annotated(pipeline, "one", text, "2031-05-04")
    return list(find_figures(statements_of([article], merge_entities([article]))))


def test_a_bare_number_takes_over_what_the_one_before_counts(pipeline: Pipeline) -> None:
    text = "The divers found 14 tonnes of scrap metal in the lake, they said. The council speaks of nine."
    counted, echo = figures(pipeline, text)
    assert (echo.quantity.value, echo.quantity.unit, echo.thing, echo.head) == (9, "tonne", counted.thing, counted.head)
    assert echo.echo == counted.quantity.id and echo.voice != counted.voice


def test_a_number_with_its_own_noun_answers_nothing(pipeline: Pipeline) -> None:
    found = figures(pipeline, "The divers found 14 tonnes of scrap metal in the lake. The council counted nine boats.")
    assert [f.echo for f in found] == [None, None]


def test_the_verb_of_the_clause_says_what_is_counted(pipeline: Pipeline) -> None:
    text = "Five newborns have died and 31 patients have been infected in the clinic, the ministry said."
    assert [(f.quantity.value, f.thing) for f in figures(pipeline, text)] == [(5, "deaths"), (31, "infections")]


def test_former_numbers_are_no_counts(pipeline: Pipeline) -> None:
    text = "The office raised its estimate of dead birds to 900 from 400."
    assert 400 not in [f.quantity.value for f in figures(pipeline, text)]


def test_intervals_relate_the_same_both_ways(pipeline: Pipeline) -> None:
    text = "The storm killed 14 people. About 20 people were killed. Dozens of people were killed. Up to 90 people were killed."
    found = figures(pipeline, text)
    assert len(found) == 4
    assert all(relate(a, b) == relate(b, a) for a in found for b in found)
    assert relate(found[0], replace(found[0])) == "same"


@pytest.mark.parametrize(
    ("numbers", "relation"),
    [("about six", "touching"), ("at least four", "same"), ("about 5", "same"), ("over six", "apart")],
)
def test_a_bound_that_the_other_number_meets_leaves_room(pipeline: Pipeline, numbers: str, relation: str) -> None:
    text = f"The storm sank {numbers} boats. The storm sank 5 boats."
    one, other = figures(pipeline, text)
    assert relate(one, other) == relation


def test_some_of_a_larger_number_are_no_count_of_their_own(pipeline: Pipeline) -> None:
    found = figures(pipeline, "The clinic took in 57 miners. Thirteen of them were treated on Monday.")
    assert [f.quantity.value for f in found] == [57]


def test_a_refused_number_stands_with_the_one_in_its_place(pipeline: Pipeline) -> None:
    [found] = figures(pipeline, "Four tugs, not six, had been sent to the lock.")
    assert (found.quantity.value, found.refuted) == (4, frozenset({6}))


@pytest.mark.parametrize(
    ("text", "values"),
    [
        (
            "The number of marchers was put at 3,000 by the Harbour Guard and at more than 40,000 by the Harbour Union.",
            {"3,000", "over 40,000"},
        ),
        ("The Harbour Guard counted 25,000 people on the quay, and the Harbour Union 45,000.", {"25,000", "45,000"}),
        ("The Harbour Guard counted 25,000 people on the quay and 40 in the chapel.", set()),
    ],
)
def test_two_credited_in_one_sentence_contradict_each_other(text: str, values: set[str], pipeline: Pipeline) -> None:
    articles = [annotated(pipeline, "one", text, "2031-05-12"), annotated(pipeline, "two", "It rained in Salm.", "2031-05-12")]
    entities = merge_entities(tuple(articles))
    found = find_disagreements(articles, entities, group_claims(articles, entities, (), None, ()), (), ())
    assert {m.value for d in found for m in d.members} == values
