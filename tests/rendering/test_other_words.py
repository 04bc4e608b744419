"""Statements that reports tell in words that take different sides."""

import dataclasses

import pytest

from variorum.records import LoadedWord, Naming, Provenance, Story, Term
from variorum.rendering.contents import make_contents
from variorum.rendering.dossier.page import render_dossier
from variorum.rendering.markdown import render_markdown

DEATHS = {"cna": "killed", "harbour": "died", "norvane": "died"}
"""The verb of each report in the statement that they agree on ("has killed at least 14 people", "14 people died")."""


def term(story: Story, report: str, words: str) -> Term:
    """Where ``words`` first stand in a member of the story's statement of the dead."""
    member = next(m for g in story.claim_groups for m in g.members if m.article == report and words in m.exact)
    start = member.start + member.exact.index(words)
    return Term(report, start, start + len(words), words, words)


def told(story: Story, words: dict[str, str], loaded: str) -> Story:
    """The story with one naming entry of ``words`` by report, that of the report ``loaded`` being charged."""
    terms = tuple(term(story, report, w) for report, w in words.items())
    record = Naming("n1", "e9", terms, Provenance("test", 1.0, ""))
    charged = {t.article: LoadedWord(t.start, t.end, "slanted") for t in terms if t.article == loaded}
    articles = tuple(dataclasses.replace(a, loaded_words=(charged[a.id],) if a.id in charged else ()) for a in story.articles)
    return dataclasses.replace(story, articles=articles, naming=(record,))


def wordings(story: Story) -> list[list[tuple[str, tuple[str, ...]]]]:
    return [[(w.words, w.letters) for w in found] for found in make_contents(story).other_words.values()]


def test_words_of_a_statement_that_take_a_side_stand_beside_those_of_the_others(story: Story) -> None:
    letters = {r.article.id: r.letter for r in make_contents(story).edition.reports}
    both = [("killed", (letters["cna"],)), ("died", (letters["harbour"], letters["norvane"]))]
    assert wordings(told(story, DEATHS, "cna")) == [sorted(both, key=lambda w: w[1])]


@pytest.mark.parametrize(
    ("words", "loaded"),
    [(DEATHS, "undated"), ({"harbour": "died", "norvane": "died"}, "harbour"), ({"cna": "killed"}, "cna")],
    ids=["none takes a side", "all have one word", "one report alone"],
)
def test_other_words_are_no_news(story: Story, words: dict[str, str], loaded: str) -> None:
    assert wordings(told(story, words, loaded)) == []


def test_page_and_text_say_how_it_is_told(story: Story) -> None:
    slanted = told(story, DEATHS, "cna")
    page = render_dossier(slanted)
    assert page.count("told as") == 2, "on the first screen and in its section"
    assert "told as" in page[: page.index('id="agreed"')]
    assert "  - told as: " in render_markdown(slanted)
    assert "told as" not in render_dossier(told(story, DEATHS, "undated"))
