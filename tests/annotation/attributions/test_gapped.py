"""Figures that share a verb."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from variorum.annotation.attributions.candidates import propose
from variorum.annotation.attributions.page import lay_out
from variorum.annotation.nlp import Pipeline


def figures(pipeline: Pipeline, text: str) -> list[tuple[str, str]]:
    """Source and figure of every attribution of ``text``."""
    page = lay_out(pipeline.nlp(text))
    found, _ = propose(page)
    words = [" ".join(page.doc[i].text for i in sorted(a.content) if not page.doc[i].is_punct) for a in found]
    return [(page.text(*a.source) if a.source else "", said) for a, said in zip(found, words, strict=True)]


@pytest.mark.parametrize(
    ("text", "both"),
    [
        ("The mission speaks of six boats, the Guild of 14.", [("The mission", "six boats"), ("the Guild", "14")]),
        (
            "The ministry counted at least nine dead, and the union more than twenty.",
            [("The ministry", "at least nine dead"), ("the union", "more than twenty")],
        ),
        (
            "Orlan puts the start at 6.20, Velda at 6.50, Tarnow at seven.",
            [("Orlan", "the start at 6.20"), ("Velda", "at 6.50"), ("Tarnow", "at seven")],
        ),
        ("The governor spoke on Sunday in the chamber of only three arrests.", [("The governor", "only three arrests")]),
    ],
)
def test_each_source_has_its_figure(pipeline: Pipeline, text: str, both: list[tuple[str, str]]) -> None:
    assert figures(pipeline, text) == both


@pytest.mark.parametrize(
    ("text", "one"),
    [
        ("The office gives its dead as six.", [("The office", "its dead as six")]),
        ("The coastguard has raised the number of dead to 19.", [("The coastguard", "the number of dead to 19")]),
        ("The police saw 6,000.", [("The police", "6,000")]),
        ("The union counts 400 members.", []),
    ],
)
def test_a_number_alone(pipeline: Pipeline, text: str, one: list[tuple[str, str]]) -> None:
    assert figures(pipeline, text) == one


@settings(max_examples=20, deadline=None)
@given(first=st.integers(2, 900), second=st.integers(2, 900))
def test_the_figures_never_overlap(pipeline: Pipeline, first: int, second: int) -> None:
    page = lay_out(pipeline.nlp(f"The mission speaks of {first} boats, the Guild of {second}."))
    found, _ = propose(page)
    assert len({i for a in found for i in a.content}) == sum(len(a.content) for a in found)
