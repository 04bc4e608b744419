"""The turns of a story, and what it is called, on invented reports."""

import dataclasses
from collections.abc import Callable

from variorum.collation.events import LINK, best_headline, story_events, with_events
from variorum.collation.turns import likely_same
from variorum.records import AnnotatedArticle, Published

Told = Callable[..., AnnotatedArticle]


def labelled(article: AnnotatedArticle, label: str = "a", copy_of: str | None = None) -> AnnotatedArticle:
    return dataclasses.replace(article, event=label, duplicate_of=copy_of)


def events(*articles: AnnotatedArticle) -> list[tuple[str, tuple[str, ...]]]:
    return [(e.id, e.articles) for e in story_events(with_events(articles))]


FELL = "Part of the old mill at Orlo fell on Monday. Nine workers died under the roof."
NEXT = "The old mill at Orlo fell in on Monday. Rescuers pulled nine dead workers from under the roof."
HELD = "The owner of a mill in Orlo was arrested at the airport. Prosecutors accuse him of fraud."
SOLD = "A bank put the land of the mill up for sale. Three bidders have come forward."


def test_what_reports_days_apart_tell_is_of_two_turns(told: Told) -> None:
    texts = {"a": (FELL, "2031-05-20"), "b": (NEXT, "2031-05-21"), "c": (HELD, "2031-05-24"), "d": (SOLD, "2031-05-27")}
    reports = [labelled(told(name, text, day=day)) for name, (text, day) in texts.items()]
    found = [("a", ("a", "b")), ("c", ("c",)), ("d", ("d",))]
    assert events(*reports) == events(*reports[::-1]) == found


def test_labels_of_grouping_are_drawn_anew(told: Told) -> None:
    reports = [labelled(told("a", FELL, day="2031-05-20")), labelled(told("b", NEXT, day="2031-05-21"), label="b")]
    reports += [labelled(told("c", HELD, day="2031-05-23"))]
    assert events(*reports) == [("a", ("a", "b")), ("c", ("c",))]


def test_reports_of_the_day_on_which_a_story_begins_tell_of_one_thing(told: Told) -> None:
    one = labelled(told("a", "A mill fell in Orlo. Nine workers died under the roof.", day="2031-05-20"))
    other = labelled(told("b", "Our thoughts are with the families of our workers in Orlo.", day="2031-05-20"))
    late = labelled(told("c", "A bank sold the land to a brewer from the hills.", day="2031-05-24"))
    later = labelled(told("d", "Lawyers went to court in the capital for the widows.", day="2031-05-24"))
    assert events(one, other, late, later) == [("a", ("a", "b")), ("c", ("c",)), ("d", ("d",))]


def test_reports_that_share_nothing_but_the_first_day_are_not_of_one_event(told: Told) -> None:
    one = labelled(told("a", "A mill fell in Orlo and nine workers died.", day="2031-05-20"))
    strange = labelled(told("b", "Her new album reached the top of every chart.", day="2031-05-20"))
    assert dict(likely_same([one, strange]))[0, 1] < LINK <= likely_same([one, one])[0, 1]


def test_openings_that_name_other_days_are_rather_of_two_turns(told: Told) -> None:
    one = told("a", "The mill fell on Monday. Nobody was hurt.", day="2031-05-20")
    same = told("b", "On Monday the mill fell. Dust lay on the street.", day="2031-05-21")
    other = told("c", "On Wednesday the mill fell. Dust lay on the street.", day="2031-05-21")
    likely = likely_same([one, same, other])
    assert likely[0, 2] < likely[0, 1]


def test_days_that_are_only_inferred_begin_no_story(told: Told) -> None:
    a, b = told("a", FELL, day="2031-05-20"), told("b", "Thoughts go to the nine workers.", day="2031-05-20")
    guessed = dataclasses.replace(told("c", SOLD), published=Published(basis="inferred", earliest="2020-01-01"))
    assert likely_same([a, b, guessed])[0, 1] == likely_same([a, b, dataclasses.replace(guessed, published=Published())])[0, 1]


def test_reports_three_days_apart_are_never_compared(told: Told) -> None:
    assert likely_same([told("a", FELL, day="2031-05-20"), told("b", FELL, day="2031-05-23")]) == {}


def test_a_copy_goes_with_its_original(told: Told) -> None:
    one = labelled(told("a", "The mill fell.", day="2031-05-20"))
    late = labelled(told("b", "The mill was sold.", day="2031-05-29"))
    copy = labelled(told("c", "The mill was sold.", day="2031-05-20"), copy_of="b")
    assert events(one, late, copy) == [("a", ("a",)), ("b", ("b", "c"))]


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


def test_an_agency_tells_it_for_papers_of_every_colour(told: Told) -> None:
    opening = "The council of Varn keeps its word on the bridge, where three people died."
    proud = told("proud", opening, title="The council of Varn keeps its word")
    wire = told(
        "wire", "VARN, May 4 (TNA) - The bridge collapsed and three people died.", title="Three people die as bridge collapses"
    )
    other = told("other", "On the word of the council of Varn: three people died at its bridge.", title="Words")
    dispatch = dataclasses.replace(wire, outlet="TNA")
    assert best_headline([proud, wire, other]) == proud.title
    assert best_headline([proud, dispatch, other]) == wire.title


def test_a_dateline_alone_and_a_headline_cut_off_are_no_title(told: Told) -> None:
    bare = told("a", "Hills above Port Alma, Norvia —\nNine workers died when a mill fell in Orlo.")
    assert best_headline([bare]) == "Nine workers died when a mill fell in Orlo."
    cut, whole = (
        told("b", FELL, title="Nine workers died when the mill at..."),
        told("c", FELL, title="Nine die as mill at Orlo falls"),
    )
    assert best_headline([cut, whole]) == "Nine die as mill at Orlo falls"
