"""Reports in order with their letters; only passages that stand in their report are cited."""

import dataclasses

from hypothesis import given
from hypothesis import strategies as st

from variorum.records import AnnotatedArticle, Passage, Provenance, Quotation, Story, StoryEntity
from variorum.records.article import Span
from variorum.rendering.edition import Edition, letter, letters_of, make_edition, rest_of_sentence


def test_reports_are_lettered_by_date_and_the_undated_come_last(edition: Edition) -> None:
    assert [(r.letter, r.article.id) for r in edition.reports] == [
        ("A", "cna"), ("B", "harbour"), ("C", "gazette"), ("D", "meridian"), ("E", "norvane"), ("F", "review"),
        ("G", "undated"),
    ]  # fmt: skip
    assert edition.by_article["gazette"].copy_of == "A"
    assert edition.by_article["undated"].date == "undated"


def test_letters_do_not_depend_on_the_order_of_articles(story: Story) -> None:
    turned = dataclasses.replace(story, articles=story.articles[::-1])
    assert [r.article.id for r in make_edition(turned).reports] == [r.article.id for r in make_edition(story).reports]


def test_a_passage_that_does_not_stand_there_is_not_cited(edition: Edition) -> None:
    good = Passage("cna", 0, 4, "Fire")
    assert edition.cite(good) is not None
    assert edition.cite(dataclasses.replace(good, exact="Fore")) is None
    assert edition.cite(dataclasses.replace(good, article="nowhere")) is None
    assert edition.cite(dataclasses.replace(good, end=99999)) is None
    assert edition.cite(dataclasses.replace(good, start=4, end=4, exact="")) is None


def test_citations_come_once_and_in_report_order(edition: Edition) -> None:
    late, early = Passage("review", 0, 6, "A week"), Passage("cna", 0, 4, "Fire")
    cites = edition.cites([late, early, late])
    assert [c.anchor for c in cites] == ["A-0-4", "F-0-6"]
    assert letters_of(cites) == ("A", "F")


def test_the_rest_of_a_sentence_stands_around_a_passage() -> None:
    text = "It burned. The mayor, after a visit to the quay on Sunday, went home. Rain fell."
    article = AnnotatedArticle("a", text, sentences=((0, 10), (11, 69), (70, 80)))
    edition = make_edition(Story("s", "Fire", (article,)))

    def around(words: str) -> tuple[str, str]:
        start = text.index(words)
        cite = edition.cite_span("a", (start, start + len(words)))
        assert cite is not None
        return rest_of_sentence(cite)

    assert around("a visit to the quay on Sunday") == ("The mayor, after ", ", went home.")
    assert around("The mayor, after a visit to the quay on Sunday, went home") == ("", "")
    assert around("burned. The mayor") == ("", "")


def said(name: str, content: Span, source: Span, speaker: str) -> Quotation:
    by = Provenance("quotations@1", 0.9, "said")
    return Quotation(
        name, "text", (content,), (), (source,), "indirect", "speech", "positive", "asserted", speaker, (), (), (), (), by
    )


def test_a_speaker_of_one_word_is_called_by_what_the_report_says_of_them() -> None:
    text = "People familiar with the bid said it was late. People said it was early. It failed, Vale said."
    quotations = (
        said("q1", (33, 44), (0, 28), "a/e1"),
        said("q2", (58, 70), (46, 52), "a/e1"),
        said("q3", (72, 81), (83, 87), "a/e2"),
    )
    article = AnnotatedArticle("a", text, quotations=quotations)
    entities = (
        StoryEntity("a/e1", "People", "group", (), (), ("a/e1",), (), named=False),
        StoryEntity("a/e2", "Vale", "person", (), (), ("a/e2",), ()),
    )
    edition = make_edition(Story("s", "Bid", (article,), entities=entities))
    assert edition.name("a/e1") == "People familiar with the bid"
    assert edition.name("a/e2") == "Vale"


def test_ids_that_are_not_plain_get_anchors_of_our_own(story: Story) -> None:
    strange = dataclasses.replace(story.disagreements[0], id='"><script>')
    edition = make_edition(dataclasses.replace(story, disagreements=(strange,)))
    assert edition.anchor(strange.id).startswith("finding-")


@given(st.integers(0, 20000), st.integers(0, 20000))
def test_letters_are_unique(one: int, other: int) -> None:
    assert (letter(one) == letter(other)) == (one == other)
