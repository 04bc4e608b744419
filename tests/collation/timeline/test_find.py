import random
from collections.abc import Callable

import pytest

from variorum.collation.claims.find import group_claims
from variorum.collation.entities.find import merge_entities
from variorum.collation.events import story_events
from variorum.collation.timeline.find import draw_timeline
from variorum.records import AnnotatedArticle, TimelineEntry
from variorum.records.annotation import Time
from variorum.records.provenance import Provenance

Told = Callable[..., AnnotatedArticle]


def line(*articles: AnnotatedArticle) -> tuple[TimelineEntry, ...]:
    entities, origins = merge_entities(articles), tuple((a.id,) for a in articles)
    return draw_timeline(articles, entities, group_claims(articles, entities, origins, None), origins)


def test_facts_are_dated_and_in_order(told: Told) -> None:
    article = told("a", "The ferry sank on Monday. It was built in 2004. The inquiry will begin on June 2.")
    found = [(e.earliest, e.latest, e.status, e.grain) for e in line(article)]
    assert found == [
        ("2004-01-01", "2004-12-31", "happened", "year"),
        ("2031-05-19", "2031-05-19", "happened", "day"),
        ("2031-06-02", "2031-06-02", "planned", "day"),
    ]


def test_the_same_fact_of_two_reports_is_one_entry(told: Told) -> None:
    one = told("a", "The ferry sank off Port Alma on Monday.")
    other = told("b", "On Monday the ferry sank off Port Alma.")
    (entry,) = line(one, other)
    assert entry.origins == 2 and {p.article for p in entry.passages} == {"a", "b"}


def test_a_finer_date_of_the_same_fact_wins(told: Told) -> None:
    one = told("a", "Norvia withdrew its troops from Velmora in 2021.")
    other = told("b", "Norvia withdrew its troops from Velmora in December 2021.")
    (entry,) = line(one, other)
    assert (entry.earliest, entry.latest, entry.grain) == ("2021-12-01", "2021-12-31", "month")


def test_what_only_a_speaker_says_is_claimed(told: Told) -> None:
    article = told("a", "“We warned the company in 2029,” engineer Pavel Strand said.")
    assert [e.status for e in line(article) if e.earliest == "2029-01-01"] == ["claimed"]


def test_saying_something_on_a_day_is_an_event_of_its_own(told: Told) -> None:
    article = told("a", "“The dam is safe,” engineer Pavel Strand told reporters in Orrin on Friday.")
    (entry,) = line(article)
    assert (entry.earliest, entry.status) == ("2031-05-16", "happened")
    assert "told reporters" in entry.text


def test_nothing_happened_since_is_no_fact(told: Told) -> None:
    assert line(told("a", "The depot has not been inspected since November 2029.")) == ()


@pytest.mark.parametrize(
    "text",
    [
        "Norvia wants the ferry firm to honour the 2015 accord.",
        "The mayor was asked about Velmora's 2029 census.",
        "Fishermen marched against its 2024 quotas in Port Alma.",
    ],
)
def test_a_year_that_only_names_a_noun_dates_no_deed(told: Told, text: str) -> None:
    assert line(told("a", text)) == ()


def test_a_year_beside_a_noun_still_dates_where_it_says_when(told: Told) -> None:
    assert [
        e.earliest for e in line(told("a", "In 2015 Norvia signed the accord. The bridge closed on the 2nd of May 2029."))
    ] == [
        "2015-01-01",
        "2029-05-02",
    ]


def test_entries_quote_their_reports_and_order_changes_nothing(told: Told) -> None:
    articles = [
        told("a", "The ferry sank off Port Alma on Monday. The captain was arrested on Tuesday."),
        told("b", "On Monday the ferry sank off Port Alma."),
        told("c", "The captain of the ferry was arrested on Tuesday."),
    ]
    texts = {a.id: a.text for a in articles}
    first = line(*articles)
    assert all(texts[p.article][p.start : p.end] == p.exact for e in first for p in e.passages)
    shuffled = articles[:]
    random.Random(2).shuffle(shuffled)
    assert line(*shuffled) == first


def test_events_take_the_headline_that_others_share(told: Told) -> None:
    titles = {"a": "Ferry sinks off Port Alma", "b": "Ferry sinks off Port Alma, nine dead", "c": "Grief in a small town"}
    days = ("2031-05-20", "2031-05-21", "2031-05-22")
    articles = [
        told(name, "Nine people died.", title=title, day=day) for (name, title), day in zip(titles.items(), days, strict=True)
    ]
    (event,) = story_events(articles)
    assert event.title in (titles["a"], titles["b"])
    assert (event.earliest, event.latest, event.articles) == ("2031-05-20", "2031-05-22", ("a", "b", "c"))


@pytest.mark.parametrize(
    ("value", "grain"),
    [
        ("2031-05-19", "day"), ("2031-05", "month"), ("2031", "year"), ("203", "decade"), ("2031-W12", "week"),
        ("2031-Q1", "quarter"), ("2031-SU", "season"), ("2031-05-19T07:40", "hour"), ("2031-05-19TNI", "day"),
    ],
)  # fmt: skip
def test_grains(value: str, grain: str) -> None:
    from variorum.collation.timeline.facts import grain_of

    assert grain_of(Time("t", 0, 1, "DATE", value, None, None, None, Provenance("times@1", None, ""))) == grain
