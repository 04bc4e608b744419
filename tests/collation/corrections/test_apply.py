"""Corrections by hand: what they change, that their order does not matter, and that none is lost silently."""

import random
from collections.abc import Callable
from typing import Any

import pytest

from variorum.collation.assemble import collate_articles
from variorum.collation.corrections.apply import Corrected, correct
from variorum.collation.entities.find import merge_entities
from variorum.records.annotation import AnnotatedArticle, Claim
from variorum.records.corrections import Correction, Merge, Rename, Retype, Split
from variorum.records.provenance import Manifest
from variorum.records.story import Story

Drafts = Callable[..., Any]


@pytest.fixture
def reports(draft: Drafts) -> tuple[AnnotatedArticle, ...]:
    a = draft("a", "Ada Lorn spoke. “We wait for the ships,” said Lorn. Velda Dock was shut.")
    lorn = a.entity("Ada Lorn", "person")
    a.quote("We wait for the ships", lorn, cue="said")
    a.entity("Velda Dock", "place")
    b = draft("b", "Lorn left the harbour. Later Lorn came back. The dockers' chief stayed. VDC is shut.")
    b.entity("Lorn", "person")
    b.entity("The dockers' chief", "person", named=False)
    b.entity("VDC", "organisation")
    c = draft("c", "Ivo Berg agreed with Ada Lorn.")
    c.entity("Ivo Berg", "person")
    c.entity("Ada Lorn", "person")
    return a.done(), b.done(), c.done()


def corrected(reports: tuple[AnnotatedArticle, ...], *entries: Correction) -> Corrected:
    return correct(reports, merge_entities(reports), entries)


def members(done: Corrected) -> dict[str, tuple[str, ...]]:
    return {e.name: e.members for e in done.entities}


def kinds(done: Corrected) -> list[str]:
    return [n.kind for n in done.notices]


def test_without_entries_nothing_changes(reports: tuple[AnnotatedArticle, ...]) -> None:
    found = merge_entities(reports)
    assert members(corrected(reports))["Ada Lorn"] == ("a/e1", "b/e1", "c/e2")
    assert corrected(reports) == Corrected(reports, found, ())


def test_merged_by_name_and_id_with_the_reason_kept(reports: tuple[AnnotatedArticle, ...]) -> None:
    done = corrected(reports, Merge(("velda dock", "b/e3"), "so it signs"))
    (dock,) = [e for e in done.entities if "b/e3" in e.members]
    assert dock.members == ("a/e2", "b/e3") and {dock.name, *dock.aliases} == {"Velda Dock", "VDC"}
    assert dock.by.method == "corrections@1" and "so it signs" in dock.by.reason
    assert [e for e in done.entities if e.members != dock.members] == [
        e for e in merge_entities(reports) if e.members[0] not in dock.members
    ]
    assert [(n.kind, n.message) for n in done.notices] == [
        ("correction", "corrected by hand: merge “b/e3” and “velda dock” (so it signs)")
    ]


def test_an_unnamed_entity_that_is_renamed_has_a_name(reports: tuple[AnnotatedArticle, ...]) -> None:
    done = corrected(reports, Rename("b/e2", "Rolf Tamm"), Retype("VDC", "place"))
    (chief,) = [e for e in done.entities if e.members == ("b/e2",)]
    assert (chief.name, chief.named, chief.roles) == ("Rolf Tamm", True, ("The dockers' chief",))
    assert [e.type for e in done.entities if e.name == "VDC"] == ["place"]


def test_an_article_entity_split_away_is_an_actor_of_its_own_or_another(reports: tuple[AnnotatedArticle, ...]) -> None:
    alone = corrected(reports, Split(entity="b/e1"))
    assert members(alone) | {"Ada Lorn": ("a/e1", "c/e2"), "Lorn": ("b/e1",)} == members(alone)
    named = corrected(reports, Split(entity="b/e1", into="Maria Lorn"))
    (new,) = [e for e in named.entities if e.members == ("b/e1",)]
    assert (new.name, new.aliases) == ("Maria Lorn", ("Lorn",))
    moved = corrected(reports, Split(entity="b/e1", into="Ivo Berg"))
    assert members(moved)["Ivo Berg"] == ("b/e1", "c/e1")


def test_a_mention_split_away_takes_its_quotation_along(draft: Drafts) -> None:
    a = draft("a", "Ada Lorn spoke. “We wait,” said Lorn. Ada Lorn left.")
    lorn = a.entity("Ada Lorn", "person", "Lorn")
    article = a.done()
    place = article.text.index("said Lorn") + 5
    article = with_source(with_mention(article, lorn, place), lorn, place)
    done = corrected((article,), Split(article="a", words="Lorn", nth=2, into="Ivo Lorn"))
    (changed,) = done.articles
    piece = f"{lorn}.{place}"
    assert [q.speaker for q in changed.quotations] == [piece] and changed.quotations[0].chain == (piece,)
    assert [c.subject for c in changed.claims] == [piece]
    assert {e.name: [m.start for m in e.mentions] for e in done.entities} == {"Ada Lorn": [0, 4], "Ivo Lorn": [place]}
    assert changed.text == article.text


def with_mention(article: AnnotatedArticle, entity: str, start: int) -> AnnotatedArticle:
    import dataclasses

    from variorum.records.annotation import Mention

    mention = Mention(start, start + 4, "name", "person", entity)
    return dataclasses.replace(article, mentions=tuple(sorted((*article.mentions, mention), key=lambda m: m.start)))


def with_source(article: AnnotatedArticle, speaker: str, start: int) -> AnnotatedArticle:
    import dataclasses

    from variorum.records.annotation import Quotation
    from variorum.records.provenance import Provenance

    content = (article.text.index("We wait"), article.text.index("We wait") + 7)
    quotation = Quotation(
        "a-q1", "text", (content,), ((start - 5, start - 1),), ((start, start + 4),), "direct", "speech", "positive",
        "asserted", speaker, (), (), (), (speaker,), Provenance("quotations@1", None, ""),
    )  # fmt: skip
    claim = Claim("a-c1", (start - 5, start + 4), speaker, "say", None, "positive", "asserted", None, (start, start + 4))
    return dataclasses.replace(article, quotations=(quotation,), claims=(claim,))


REFUSED: list[tuple[tuple[Correction, ...], str, list[str]]] = [
    ((Rename("Nobody", "Somebody"),), "nothing in the story is called “Nobody”", ["correction-unknown"]),
    ((Split(entity="a/e9"),), "no report has an entity 'a/e9'", ["correction-unknown"]),
    ((Split(article="a", words="Lorn", nth=9),), "mentions nobody at place 9", ["correction-refused"]),
    ((Split(entity="c/e1"),), "already stands alone", ["correction-refused"]),
    ((Rename("Ada Lorn", "A"), Rename("b/e1", "B")), "keep one of them", ["correction-refused"] * 2),
    ((Retype("Ada Lorn", "group"), Retype("Lorn", "place")), "keep one of them", ["correction-refused"] * 2),
    ((Split(entity="b/e1"), Merge(("a/e1", "b/e1"))), "keep one of them", ["correction-refused"] * 2),
    ((Split(entity="b/e1", into="Ada Lorn"),), "it contradicts", ["correction-refused"]),
    ((Split(entity="b/e1", into="X"), Split(entity="b/e1", into="Y")), "keep one of them", ["correction-refused"] * 2),
    (
        (
            Split(entity="b/e1", into="X"),
            Split(entity="a/e1", into="X"),
            Split(entity="c/e2", into="X"),
            Rename("Ada Lorn", "Z"),
        ),
        "split away by other entries",
        ["correction"] * 3 + ["correction-refused"],
    ),
]


@pytest.mark.parametrize(("entries", "message", "expected"), REFUSED, ids=lambda v: v if isinstance(v, str) else "")
def test_what_cannot_be_followed_is_named_with_what_to_do(
    reports: tuple[AnnotatedArticle, ...], entries: tuple[Correction, ...], message: str, expected: list[str]
) -> None:
    done = corrected(reports, *entries)
    assert kinds(done) == expected
    assert all(message in n.message for n in done.notices if n.kind != "correction")
    if "correction" not in expected:
        assert done.entities == merge_entities(reports) and done.articles == reports


def test_a_name_that_several_bear_is_refused_with_their_ids(draft: Drafts) -> None:
    a = draft("a", "Ada Lorn came. Lorn left. Ivo Lorn stayed, young Lorn said.")
    a.entity("Ada Lorn", "person", "Lorn")
    a.entity("Ivo Lorn", "person", "young Lorn", "Lorn")
    done = corrected((a.done(),), Rename("Lorn", "Ida Lorn"), Split(entity="a/e2", into="lorn"))
    assert kinds(done) == ["correction-refused"] * 2
    assert all("write an id instead: a/e1 (“Ada Lorn”), a/e2 (“Ivo Lorn”)" in n.message for n in done.notices)


def test_a_copy_is_corrected_in_what_it_copies(draft: Drafts) -> None:
    import dataclasses

    one, copy = draft("a", "Ada Lorn left."), draft("b", "Ada Lorn left.")
    one.entity("Ada Lorn", "person")
    copy.entity("Ada Lorn", "person")
    both = (one.done(), dataclasses.replace(copy.done(), duplicate_of="a"))
    done = correct(both, merge_entities(both[:1]), [Split(article="b", words="Ada Lorn")])
    assert "it is a copy of a: correct that one" in done.notices[0].message


def test_order_of_entries_makes_no_difference(reports: tuple[AnnotatedArticle, ...]) -> None:
    entries: list[Correction] = [
        Merge(("Velda Dock", "VDC")),
        Split(entity="b/e1", into="Maria Lorn"),
        Merge(("Maria Lorn", "b/e2")),
        Rename("Ada Lorn", "Ada K. Lorn"),
        Rename("VDC", "Velda Dock Company"),
        Rename("Velda Dock", "Dock of Velda"),
    ]
    first = corrected(reports, *entries)
    assert members(first)["Maria Lorn"] == ("b/e1", "b/e2") and "correction-refused" in kinds(first)
    for seed in range(5):
        random.Random(seed).shuffle(entries)
        assert corrected(reports, *entries) == first


def story(reports: tuple[AnnotatedArticle, ...], *entries: Correction) -> Story:
    return collate_articles(reports, encoder=None, manifest=Manifest(), corrections=entries)


def test_the_story_counts_on_corrected_entities_and_can_go_back(reports: tuple[AnnotatedArticle, ...]) -> None:
    before = story(reports)
    after = story(reports, Rename("Ivo Berg", "Ivo van Berg"))
    assert "Ivo van Berg" in {e.name for e in after.entities} and "Ivo van Berg" not in {e.name for e in before.entities}
    assert [n.kind for n in after.notices].count("correction") == 1
    assert story(reports) == before
