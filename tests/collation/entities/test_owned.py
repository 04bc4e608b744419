"""People called by their age, bodies called by whose they are, in reports annotated by hand."""

from collections.abc import Callable
from typing import Any

import pytest

from variorum.collation.entities.find import merge_entities
from variorum.records.annotation import AnnotatedArticle

Drafts = Callable[..., Any]


def groups(*articles: AnnotatedArticle) -> list[list[str]]:
    return sorted(list(e.members) for e in merge_entities(articles))


def one(draft: Drafts, article: str, text: str, name: str, kind: str = "person", *also: str, **more: Any) -> AnnotatedArticle:
    report = draft(article, text)
    report.entity(name, kind, *also, **more)
    return report.done()


@pytest.mark.parametrize("text", ["Ilka Brandt, 57, left.", "Ilka Brandt (57) left."])
def test_an_age_tells_the_one_person_who_is_so_old(draft: Drafts, text: str) -> None:
    told = one(draft, "a", text, "Ilka Brandt")
    assert groups(told, one(draft, "b", "Then the 57-year-old spoke.", "the 57-year-old", named=False)) == [["a/e1", "b/e1"]]
    assert groups(told, one(draft, "b", "Then the 58-year-old spoke.", "the 58-year-old", named=False)) == [["a/e1"], ["b/e1"]]


def test_two_of_one_age_and_somebody_new_of_it_are_not_joined(draft: Drafts) -> None:
    told, other = one(draft, "a", "Ilka Brandt, 57, left.", "Ilka Brandt"), one(draft, "b", "Josef Olm, 57, left.", "Josef Olm")
    assert ["c/e1"] in groups(told, other, one(draft, "c", "Then the 57-year-old spoke.", "the 57-year-old", named=False))
    same = draft("a", "Ilka Brandt, 57, met a 57-year-old tailor.")
    same.entity("Ilka Brandt", "person")
    same.entity("a 57-year-old tailor", "person", named=False)
    assert groups(same.done()) == [["a/e1"], ["a/e2"]]


def owner(draft: Drafts, role: str, noun: str) -> AnnotatedArticle:
    report = draft("b", f"So said {role} Ilka Brandt; Ilka Brandt's {noun} agreed.")
    report.entity("Ilka Brandt", "person", roles=(role,))
    report.entity(f"Ilka Brandt's {noun}", "organisation", named=False)
    return report.done()


def test_a_ministers_ministry_and_the_body_that_somebody_speaks_for_are_known(draft: Drafts) -> None:
    ministry = one(draft, "a", "So wrote the Harbour Ministry.", "Harbour Ministry", "organisation")
    assert ["a/e1", "b/e2"] in groups(ministry, owner(draft, "Harbour Minister", "ministry"))
    union = one(draft, "a", "So wrote the Olmar Divers League.", "Olmar Divers League", "organisation")
    assert ["a/e1", "b/e2"] in groups(union, owner(draft, "head of the Olmar Divers League", "organisation"))


def test_another_department_and_another_lands_ministry_are_not_hers(draft: Drafts) -> None:
    ministry = one(draft, "a", "So wrote the Harbour Ministry.", "Harbour Ministry", "organisation")
    assert ["b/e2"] in groups(ministry, owner(draft, "Finance Minister", "ministry"))
    foreign = one(draft, "a", "So wrote Kaldia's Harbour Ministry.", "Harbour Ministry", "organisation")
    assert ["b/e2"] in groups(foreign, owner(draft, "Harbour Minister", "ministry"))


def test_the_form_of_a_state_is_no_part_of_its_name(draft: Drafts) -> None:
    names = ("Ruvania", "Republic of Ruvania", "Kingdom of Kaldia", "Kaldia Federation")
    lands = [one(draft, i, f"They left the {n}.", n, "place") for i, n in zip("abcd", names, strict=True)]
    assert groups(*lands) == [["a/e1", "b/e1"], ["c/e1", "d/e1"]]
