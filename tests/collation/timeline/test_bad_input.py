"""Dates that do not exist, endless numbers, other calendars, reports of the future or of no day: right or empty."""

import pytest

from variorum.annotation.annotate import annotate_article
from variorum.annotation.nlp import Pipeline
from variorum.collation.assemble import collate_articles
from variorum.records import AnnotatedArticle, Story
from variorum.records.article import Article, Published
from variorum.records.provenance import Manifest


def story_of(pipeline: Pipeline, *texts: str, day: str | None = "2031-05-20") -> Story:
    published = Published(day, "day", "metadata", day, day) if day else Published()
    articles = [annotate_article(Article(f"r{n}", text, published=published), pipeline) for n, text in enumerate(texts)]
    assert all(isinstance(a, AnnotatedArticle) for a in articles)
    return collate_articles(articles, encoder=None, manifest=Manifest())


@pytest.mark.parametrize(
    "text",
    [
        "The bridge was opened on 31 February 2030. It rained on 2030-13-45.",
        "The mint struck " + "9" * 1000 + " coins on 12 Rajab 1452.",
        "The temple burned in 300 BC. The decree of 14 Esfand 1396 was read to " + "1," * 300 + "0 people.",
    ],
)
def test_what_no_calendar_has_is_on_no_timeline(pipeline: Pipeline, text: str) -> None:
    story = story_of(pipeline, text, text.replace("The", "A", 1))
    assert story.timeline == ()
    assert not [q for a in story.articles for q in a.quantities if q.value > 1e15]


def test_a_real_day_beside_a_false_one_is_kept(pipeline: Pipeline) -> None:
    story = story_of(pipeline, "The bridge was opened on 30 February 2030. It was closed on 3 March 2030.")
    assert [(e.earliest, e.latest) for e in story.timeline] == [("2030-03-03", "2030-03-03")]


def test_a_report_without_a_day_dates_nothing_by_today(pipeline: Pipeline) -> None:
    story = story_of(pipeline, "The bridge fell on Friday. The mayor resigned yesterday.", day=None)
    assert story.timeline == ()
    assert all(t.earliest is None and "X" in t.value for a in story.articles for t in a.times)


def test_several_reports_without_a_day_keep_their_full_dates_only(pipeline: Pipeline) -> None:
    one, other = "The bridge fell on 3 May 2031, on Saturday evening.", "The bridge fell on 3 May 2031. Two men died last week."
    story = story_of(pipeline, one, other, day=None)
    assert {(e.earliest, e.latest) for e in story.timeline} == {("2031-05-03", "2031-05-03")}


def test_a_report_of_the_far_future_tells_of_its_past(pipeline: Pipeline) -> None:
    story = story_of(pipeline, "The bridge fell on Friday. The mayor will resign on Monday.", day="2999-05-22")
    assert [(e.earliest, e.status) for e in story.timeline] == [("2999-05-17", "happened"), ("2999-05-27", "planned")]


def test_the_last_day_of_the_calendar(pipeline: Pipeline) -> None:
    story = story_of(
        pipeline, "The bridge will fall tomorrow, next week, in three years and by the end of the century.", day="9999-12-31"
    )
    assert all((e.earliest or "9999") <= (e.latest or "9999") for e in story.timeline)
