"""Records to JSON and back, whatever they hold."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from variorum.records import (
    AnnotatedArticle,
    Article,
    Passage,
    Provenance,
    Published,
    Quotation,
    Relay,
    Story,
    finding_id,
    from_data,
    passage_of,
    to_json,
)

spans = st.tuples(st.integers(0, 50), st.integers(51, 99))
passages = st.builds(Passage, st.text(max_size=5), st.integers(0, 9), st.integers(10, 20), st.text(max_size=9))
provenances = st.builds(Provenance, st.text(max_size=9), st.none() | st.floats(0, 1), st.text(max_size=20))
quotations = st.builds(
    Quotation,
    id=st.text(max_size=5),
    field=st.sampled_from(["text", "title"]),
    content=st.lists(spans, max_size=3).map(tuple),
    cue=st.just(()),
    source=st.just(()),
    kind=st.just("direct"),
    act=st.just("speech"),
    polarity=st.just("positive"),
    modality=st.just("asserted"),
    speaker=st.none() | st.text(max_size=3),
    candidates=st.lists(st.text(max_size=3)).map(tuple),
    addressee=st.just(()),
    medium=st.just(()),
    chain=st.just(()),
    by=provenances,
)
articles = st.builds(
    AnnotatedArticle,
    id=st.text(max_size=5),
    text=st.text(max_size=40),
    published=st.builds(Published, passages=st.lists(passages, max_size=2).map(tuple)),
    quotations=st.lists(quotations, max_size=2).map(tuple),
    title_span=st.none() | spans,
)


@given(articles)
def test_an_article_survives_the_round_trip(article: AnnotatedArticle) -> None:
    assert from_data(AnnotatedArticle, json.loads(to_json(article))) == article


@given(st.lists(articles, max_size=2).map(tuple))
def test_a_story_survives_the_round_trip(reports: tuple[AnnotatedArticle, ...]) -> None:
    relay = Relay("r1", "Agency", "a", ("credit",), (), Provenance("relays@1", 0.5, "credited"))
    story = Story("s1", "A title", reports, relays=(relay,))
    assert from_data(Story, json.loads(to_json(story))) == story


def test_a_relay_says_from_in_json() -> None:
    data = json.loads(to_json(Relay("r1", "Agency", "a", (), (), Provenance("relays@1", None, ""))))
    assert data["from"] == "Agency"
    assert "source" not in data


def test_no_key_is_left_out() -> None:
    data = json.loads(to_json(Article("a", "text")))
    assert data["outlet"] is None
    assert data["furniture"] == []
    assert data["published"]["value"] is None


def test_data_of_another_shape_is_refused_by_name() -> None:
    with pytest.raises(ValueError, match="Article"):
        from_data(Article, ["not", "an", "object"])
    with pytest.raises(ValueError, match="Article"):
        from_data(Article, {"id": "a"})


def test_a_passage_must_lie_inside_its_text() -> None:
    article = Article("a", "twelve chars")
    assert passage_of(article, (0, 6)).exact == "twelve"
    for span in ((3, 3), (-1, 2), (5, 13)):
        with pytest.raises(ValueError, match="article 'a'"):
            passage_of(article, span)


@given(st.lists(passages, min_size=1, max_size=4), st.randoms())
def test_ids_come_from_content_and_not_from_order(found: list[Passage], random) -> None:  # type: ignore[no-untyped-def]
    shuffled = list(found)
    random.shuffle(shuffled)
    assert finding_id("reuse", found) == finding_id("reuse", shuffled)
    assert finding_id("reuse", found) != finding_id("relay", found)
    assert finding_id("reuse", found).startswith("r")
