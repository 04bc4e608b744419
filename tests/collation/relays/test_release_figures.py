from typing import Any

import pytest

from variorum.annotation.annotate import annotate_article
from variorum.collation.relays.release_figures import stated_figure_edges
from variorum.records.annotation import AnnotatedArticle
from variorum.records.article import Article, Published

RELEASE = (
    "Harrow Lines: the pier at Selde\n\nThe crane fell at 04.35. Harrow Lines had spent 27 million crowns on the pier in 2030."
    " 8 people were on it, 62 ropes held it, and 340 containers stood below.\n\nPress contact: press@harrow.example"
)
CASES = [
    ("Harrow Lines says 27 million, the union says nine.", 1),
    ("According to the divers it was noon; Harrow Lines writes 4:35.", 0),
    ("The divers say five o'clock, Harrow Lines's own log says 04:35.", 1),
    ("Harrow Lines puts the number of containers at 340.", 1),
    ("That makes 340 containers, insists Harrow Lines.", 1),
    ("Harrow Lines insists that it was 4:35 a.m. when it fell.", 1),
    ("Harrow Lines says that sixty-two ropes held it.", 1),
    ("Harrow Lines said 27 million had been spent.", 0),
    ("Harrow Lines now says that 340 containers stood there.", 0),
    ("Harrow Lines says that 8 people were hurt.", 0),
    ("Harrow Lines says that the pier was built in 2030.", 0),
    ("Harrow Lines says nothing, the union says 27 million.", 0),
    ("Harrow Lines makes 27 million a year.", 0),
    ("The union says 27 million.", 0),
]


def report(pipeline: Any, name: str, sentence: str, day: str | None = "2031-05-08") -> AnnotatedArticle:
    published = Published(day, "day", "metadata", day, day) if day else Published()
    text = f"What is known of the crane\n\nThe pier is shut. {sentence}\n\nShops were open."
    return annotate_article(Article(name, text, outlet=f"Karsk {name}", published=published), pipeline)


def release(pipeline: Any) -> AnnotatedArticle:
    published = Published("2031-05-06", "day", "metadata", "2031-05-06", "2031-05-06")
    return annotate_article(Article("release", RELEASE, outlet="Harrow Lines", published=published), pipeline)


@pytest.mark.parametrize(("sentence", "number"), CASES)
def test_a_figure_stated_in_the_present_tense_comes_from_the_release_that_has_it(
    pipeline: Any, sentence: str, number: int
) -> None:
    later = report(pipeline, "Post", sentence)
    edges = list(stated_figure_edges([release(pipeline), later]))
    assert [(source, to) for source, to, _ in edges] == [("release", "Post")] * number
    assert all(p.article == "Post" and p.exact in later.text for _, _, passages in edges for p in passages)


def test_a_figure_that_others_have_or_had_before_is_nobodys_in_particular(pipeline: Any) -> None:
    sentence, other = "Harrow Lines says 27 million was spent.", "The crane had cost 27 million."
    party, later = release(pipeline), report(pipeline, "Post", sentence)
    third, fourth = report(pipeline, "Sun", other), report(pipeline, "Star", other)
    assert len(list(stated_figure_edges([party, later, third]))) == 1
    assert list(stated_figure_edges([party, later, third, fourth])) == []
    after = report(pipeline, "Star", other, "2031-05-20")
    assert len(list(stated_figure_edges([party, later, third, after]))) == 1
    assert list(stated_figure_edges([party, report(pipeline, "Post", sentence, "2031-05-02")])) == []


@pytest.mark.parametrize(
    ("sentence", "day", "number"),
    [
        ("Harrow Lines says that the pier held and the crane fell.", None, 1),
        ("Harrow Lines says that the pier held and the crane fell.", "2031-05-08", 0),
        ("Harrow Lines says that the crane was painted and oiled by divers.", None, 1),
        ("Harrow Lines says that the crane was painted green by sheep farmers.", None, 1),
        ("Harrow Lines says that the crane was painted, oiled, greased and loved by sheep farmers.", None, 0),
        ("Harrow Lines said that the pier held and the crane fell.", None, 0),
        ("Harrow Lines says that it pays its divers by the hour.", None, 0),
        ("The harbour office says that the pier held and the crane fell.", None, 0),
    ],
)
def test_a_text_without_a_date_sums_up_what_a_party_has_written(
    pipeline: Any, sentence: str, day: str | None, number: int
) -> None:
    edges = stated_figure_edges([release(pipeline), report(pipeline, "Notebook", sentence, day)])
    assert [(source, to) for source, to, _ in edges] == [("release", "Notebook")] * number
