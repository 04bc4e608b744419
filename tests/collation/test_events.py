"""Reports of one label parted into the turns of their story, on invented reports."""

import dataclasses
from collections.abc import Callable

from variorum.collation.events import best_headline, story_events, with_events
from variorum.records import AnnotatedArticle, Published

Told = Callable[..., AnnotatedArticle]


def labelled(article: AnnotatedArticle, label: str = "a", copy_of: str | None = None) -> AnnotatedArticle:
    return dataclasses.replace(article, event=label, duplicate_of=copy_of)


def events(*articles: AnnotatedArticle) -> list[tuple[str, tuple[str, ...]]]:
    return [(e.id, e.articles) for e in story_events(with_events(articles))]


def test_reports_two_days_apart_are_of_two_turns(told: Told) -> None:
    text = "Nobody was hurt when the old mill fell."
    days = {"a": "2031-05-20", "b": "2031-05-21", "c": "2031-05-23"}
    reports = [labelled(told(name, text, day=day)) for name, day in days.items()]
    assert events(*reports) == [("a", ("a", "b")), ("c", ("c",))]


def test_openings_that_name_other_days_are_of_two_turns(told: Told) -> None:
    one = labelled(told("a", "The mill fell on Monday. Nobody was hurt.", day="2031-05-20"))
    same = labelled(told("b", "On Monday the mill fell. Dust lay on the street.", day="2031-05-21"))
    other = labelled(told("c", "The owner of the mill was arrested on Wednesday.", day="2031-05-21"))
    assert events(one, same, other) == [("a", ("a", "b")), ("c", ("c",))]


def test_a_copy_goes_with_its_original_and_other_labels_stay(told: Told) -> None:
    one = labelled(told("a", "The mill fell.", day="2031-05-20"))
    late = labelled(told("b", "The mill was sold.", day="2031-05-29"))
    copy = labelled(told("c", "The mill was sold.", day="2031-05-20"), copy_of="b")
    alone = labelled(told("d", "A bridge was opened.", day="2031-05-20"), label="d")
    assert events(one, late, copy, alone) == [("a", ("a",)), ("d", ("d",)), ("b", ("b", "c"))]


def test_days_that_are_only_inferred_do_not_widen_an_event(told: Told) -> None:
    dated = labelled(told("a", "The mill fell.", day="2031-05-20"))
    guessed = labelled(told("b", "The mill fell.", day="2031-05-20"))
    guessed = dataclasses.replace(guessed, published=Published(basis="inferred", earliest="2021-01-01", latest="2031-05-20"))
    (event,) = story_events((dated, guessed))
    assert (event.earliest, event.latest) == ("2031-05-20", "2031-05-20")


def test_reports_without_a_label_are_left_as_they_are(told: Told) -> None:
    reports = (told("a", "The mill fell.", day="2031-05-20"), told("b", "The mill was sold.", day="2031-05-29"))
    assert with_events(reports) == reports


def test_the_story_is_called_what_most_reports_open_with_in_plain_words(told: Told) -> None:
    facts = "The old mill at Orlo fell on Monday and nine workers died under its roof."
    titles = {
        "a": "MURDER BY NEGLECT! Who let them die?",
        "b": "Nine workers die as old mill falls at Orlo",
        "c": "Owner: “Nobody could have known” at Orlo mill",
        "d": "A week of silence",
    }
    reports = [dataclasses.replace(told(name, facts), title=title) for name, title in titles.items()]
    assert best_headline(reports) == best_headline(reports[::-1]) == titles["b"]


def test_of_sharp_headlines_the_one_that_fits_is_taken(told: Told) -> None:
    texts = [
        "The mayor of Orlo will not rebuild the mill.",
        "Talks in Orlo went on.",
        "The mill of Orlo stays closed, the mayor said.",
    ]
    titles = ["Mayor: mill of Orlo will not be rebuilt", "Long talks", "No way back for the mill"]
    reports = [
        dataclasses.replace(told(name, text), title=title) for name, text, title in zip("abc", texts, titles, strict=True)
    ]
    assert best_headline(reports) == titles[0]


def test_a_report_without_a_title_is_called_by_its_first_full_sentence(told: Told) -> None:
    report = told("a", "Friday. The mill at Orlo is still burning and nobody puts it out.")
    assert best_headline([report]) == "The mill at Orlo is still burning and nobody puts it out."
