"""The first screen: origins in a sentence, what most have and nobody disputes, headings that say what differs."""

import dataclasses

from variorum.records import Story
from variorum.rendering.contents import Contents, make_contents
from variorum.rendering.dossier.front import make_front


def test_the_lead_counts_reports_and_origins_and_names_those_that_share_one(contents: Contents) -> None:
    front = make_front(contents)
    assert front.counts == "7 reports from 5 origins"
    assert front.shared.startswith("A, B and C share one, the other 4 stand alone")


def test_shared_origins_are_told_apart(story: Story) -> None:
    ids = [a.id for a in story.articles]
    pairs = tuple((ids[i], ids[i + 1]) for i in range(0, len(ids) - 1, 2))
    front = make_front(make_contents(dataclasses.replace(story, origins=pairs)))
    assert front.shared.startswith("A and C share one, B and D a second, E and F a third, the other report stands alone")


def test_reports_that_share_nothing_are_said_to(story: Story) -> None:
    alone = make_front(make_contents(dataclasses.replace(story, origins=(), relays=(), reuse=())))
    assert alone.shared == "none was found to draw on another"


def test_the_lead_agrees_with_the_sources_below_it(story: Story) -> None:
    contents = make_contents(dataclasses.replace(story, origins=(), reuse=()))
    assert [(h.source_report.letter, h.to.letter) for h in contents.origins.handovers if h.source_report] == [
        ("A", "B"),
        ("A", "C"),
        ("A", "G"),
    ]
    assert make_front(contents).shared == "no two share an origin, though B, C and G draw on others in part"
    copied = make_contents(dataclasses.replace(story, origins=(), relays=()))
    assert copied.origins.copies
    assert make_front(copied).shared == "no two share an origin, though A, B and C share passages"


def test_what_a_conflict_is_about_is_shown_last_and_found_again(contents: Contents) -> None:
    killed = contents.agreement.agreed[0]
    assert contents.disputes[killed.id].about == "People killed"
    assert make_front(contents).widest[-1].id in contents.disputes
    calm = dataclasses.replace(contents, disputes={killed.id: contents.differences[0]})
    assert make_front(calm).widest[0] is not killed


def test_a_disputed_statement_of_few_origins_is_not_on_the_first_screen(contents: Contents) -> None:
    contested = contents.agreement.contested[0]
    assert contested.origins < 3
    assert contested not in make_front(contents).widest


def test_what_many_repeat_stands_before_a_clause_that_does_not_stand_alone(contents: Contents) -> None:
    whole, other = contents.agreement.agreed[0], contents.agreement.repeated[0]
    cites = (*whole.members, *other.members, *contents.agreement.contested[0].members)
    repeated = dataclasses.replace(whole, status="repeated", origins=1, members=cites, complete=True)
    assert len(repeated.letters) >= 3
    short = dataclasses.replace(other, words="Were too far away", complete=False)
    agreement = dataclasses.replace(contents.agreement, agreed=(short,), repeated=(repeated, other), contested=())
    widest = make_front(dataclasses.replace(contents, agreement=agreement)).widest
    assert widest == (repeated, short)
