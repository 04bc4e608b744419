"""People called by a function only, in reports annotated by hand."""

from collections.abc import Callable
from typing import Any

import pytest

from variorum.collation.entities.find import merge_entities
from variorum.records.annotation import AnnotatedArticle

Drafts = Callable[..., Any]


def groups(*articles: AnnotatedArticle) -> list[list[str]]:
    return sorted(list(e.members) for e in merge_entities(articles))


def holder(draft: Drafts, name: str, role: str, article: str = "a") -> AnnotatedArticle:
    report = draft(article, f"Then {role} {name} spoke.")
    report.entity(name, "person", roles=(role,))
    return report.done()


def phrase(draft: Drafts, text: str, name: str, article: str = "b") -> AnnotatedArticle:
    report = draft(article, text)
    report.entity(name, "person", named=False)
    return report.done()


@pytest.mark.parametrize(
    ("role", "text", "name"),
    [
        ("mayor", "It was up to the mayor now.", "the mayor"),
        ("Harbour Minister", "Nobody saw the minister there.", "the minister"),
        ("captain", "Nobody saw the skipper there.", "the skipper"),
        ("Prime Minister", "Nobody saw the head of government there.", "the head of government"),
        (
            "director of the Velm hospital school",
            "Nobody saw the director of the hospital there.",
            "the director of the hospital",
        ),
        ("Harbour Minister", "Ilan Verek's harbour minister left.", "Ilan Verek's harbour minister"),
        ("chief executive of Ostrel Foods", "Even Ostrel's boss left.", "Ostrel's boss"),
    ],
)
def test_a_function_of_another_report_is_the_one_person_who_holds_it(draft: Drafts, role: str, text: str, name: str) -> None:
    bodies = draft("c", "Ostrel Foods was fined.")
    bodies.entity("Ostrel Foods", "organisation")
    assert ["a/e1", "b/e1"] in groups(holder(draft, "Ilka Brandt", role), phrase(draft, text, name), bodies.done())


@pytest.mark.parametrize(
    ("role", "text", "name"),
    [
        ("mayor", "They will vote for a new mayor in May.", "a new mayor"),
        ("Harbour Minister", "She called for the next harbour minister.", "the next harbour minister"),
        ("former harbour minister", "She met the harbour minister.", "the harbour minister"),
        ("harbour minister", "She met the former harbour minister.", "the former harbour minister"),
        ("Prime Minister", "Nobody saw the minister there.", "the minister"),
        ("deputy mayor", "Nobody saw the mayor there.", "the mayor"),
        ("President of the Bakers", "Nobody saw the head of state there.", "the head of state"),
        ("head of state security", "Nobody saw the president there.", "the president"),
        ("deputy director of the harbour school", "Nobody saw the director of the school there.", "the director of the school"),
        ("spokeswoman", "Nobody saw the spokeswoman there.", "the spokeswoman"),
        ("mayor", "Some mayor or other was there.", "Some mayor or other"),
        ("chief executive of Ostrel Foods", "Even Tarvel's boss left.", "Tarvel's boss"),
        ("finance chief of Ostrel Foods", "Even Ostrel's boss left.", "Ostrel's boss"),
    ],
)
def test_a_successor_a_predecessor_and_another_office_are_not_the_holder(
    draft: Drafts, role: str, text: str, name: str
) -> None:
    bodies = draft("c", "Ostrel Foods and Tarvel Foods were fined.")
    bodies.entity("Ostrel Foods", "organisation")
    bodies.entity("Tarvel Foods", "organisation")
    assert ["b/e1"] in groups(holder(draft, "Ilka Brandt", role), phrase(draft, text, name), bodies.done())


def test_of_two_holders_the_one_of_the_same_report_is_meant(draft: Drafts) -> None:
    own = draft("a", "Foreign Minister Ilka Brandt spoke; the foreign minister left.")
    own.entity("Ilka Brandt", "person", roles=("Foreign Minister",))
    own.entity("the foreign minister", "person", named=False)
    other = holder(draft, "Josef Olm", "Foreign Minister", "b")
    assert groups(own.done(), other) == [["a/e1", "a/e2"], ["b/e1"]]
    far = phrase(draft, "The foreign minister left.", "The foreign minister", "c")
    assert ["c/e1"] in groups(own.done(), other, far)


def test_another_land_keeps_an_office_apart(draft: Drafts) -> None:
    lands = draft("c", "Ruvania and Kaldia talked; Ruvania is larger than Ruvania was.")
    lands.entity("Ruvania", "place")
    lands.entity("Kaldia", "place")
    named = holder(draft, "Ilka Brandt", "Ruvanian foreign minister")
    same = phrase(draft, "The foreign minister of Ruvania left.", "The foreign minister of Ruvania", "b")
    other = phrase(draft, "The Kaldian foreign minister left.", "The Kaldian foreign minister", "d")
    found = groups(named, same, lands.done(), other)
    assert ["a/e1", "b/e1"] in found and ["d/e1"] in found


def named_twice(draft: Drafts, role: str) -> list[AnnotatedArticle]:
    return [holder(draft, "Ilka Brandt", role, "a"), holder(draft, "Ilka Brandt", role, "d")]


def test_the_only_holder_of_an_office_that_several_reports_tell_of_is_meant(draft: Drafts) -> None:
    told = named_twice(draft, "prosecutor")
    found = groups(*told, phrase(draft, "Nobody saw the prosecutor there.", "the prosecutor"))
    assert ["a/e1", "b/e1", "d/e1"] in found


@pytest.mark.parametrize(
    ("text", "name"),
    [("Nobody saw a prosecutor there.", "a prosecutor"), ("Nobody saw the state prosecutor there.", "the state prosecutor")],
)
def test_one_of_several_holders_or_of_another_office_is_not(draft: Drafts, text: str, name: str) -> None:
    assert ["b/e1"] in groups(*named_twice(draft, "prosecutor"), phrase(draft, text, name))


def test_an_office_that_one_report_tells_of_is_not_of_one_holder(draft: Drafts) -> None:
    found = groups(holder(draft, "Ilka Brandt", "prosecutor"), phrase(draft, "Nobody saw the prosecutor.", "the prosecutor"))
    assert ["b/e1"] in found


@pytest.mark.parametrize(("role", "joined"), [("General", True), ("deputy general", False)])
def test_a_function_is_whom_the_report_names_and_others_call_so(draft: Drafts, role: str, *, joined: bool) -> None:
    report = draft("b", "Brandt left. The General says less.")
    report.entity("Brandt", "person")
    report.entity("The General", "person", named=False)
    found = groups(holder(draft, "Ilka Brandt", role), report.done())
    assert (["a/e1", "b/e1", "b/e2"] in found) is joined
