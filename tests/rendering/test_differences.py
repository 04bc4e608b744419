"""Disagreements: both sides, exact words, in the order of the story; a side that does not verify is not shown."""

import dataclasses

from variorum.records import DisagreementMember, Story
from variorum.rendering.contents import Contents
from variorum.rendering.differences import SHORT, make_differences
from variorum.rendering.edition import make_edition


def test_they_come_in_the_order_of_the_story_and_each_subject_is_named_once_at_the_front(contents: Contents) -> None:
    assert [d.about for d in contents.sharpest] == [
        "People killed", "People injured", "Norvanian soldiers inside the depot", "Start of the talks", "Start of the fire",
    ]  # fmt: skip
    assert [d.judgement for d in contents.differences][:3] == ["conflict", "update", "unsure"]


def test_reports_with_one_value_are_one_side(contents: Contents) -> None:
    first = contents.sharpest[0]
    assert [[w.cite.words for w in s.witnesses] for s in first.sides] == [
        ["at least 14 people", "At least 14 people"], ["nine bodies"],
    ]  # fmt: skip
    assert [s.first.voice for s in first.sides] == ["Interior Ministry", "Tomas Ferreg"]
    assert first.letters == ("A", "B", "D")


def test_a_bare_number_stands_in_its_sentence_and_a_long_passage_alone(contents: Contents) -> None:
    sides = {w.cite.words: w.around() for d in contents.differences for s in d.sides for w in s.witnesses}
    assert any("".join(sides["nine bodies"]))
    assert all(around == ("", "") for words, around in sides.items() if len(words) > SHORT)
    nine = next(w for s in contents.sharpest[0].sides for w in s.witnesses if w.cite.words == "nine bodies")
    assert all(len(part) <= 13 for part in nine.around(12))


def test_one_side_alone_is_no_difference(story: Story) -> None:
    record = story.disagreements[0]
    members = (*record.members[:2], dataclasses.replace(record.members[2], exact="ten bodies"))
    broken = dataclasses.replace(story, disagreements=(dataclasses.replace(record, members=members),))
    assert make_differences(make_edition(broken)) == ()


def test_the_order_of_members_does_not_matter(story: Story) -> None:
    turned = tuple(dataclasses.replace(d, members=d.members[::-1]) for d in story.disagreements)
    edition = make_edition(story)
    assert make_differences(make_edition(dataclasses.replace(story, disagreements=turned))) == make_differences(edition)


def test_a_heading_is_whose_words_they_are_or_the_words_both_sides_share(contents: Contents, story: Story) -> None:
    assert [d.about for d in contents.differences if d.kind == "quotation"] == ["What Dorin Vaszary said"]
    record = next(d for d in story.disagreements if d.kind == "polarity")
    bag = dataclasses.replace(story, disagreements=(dataclasses.replace(record, about="soldier, depot, night, fire"),))
    assert [d.about for d in make_differences(make_edition(bag))] == ["Eleven Norvanian soldiers were inside the depot on …"]
    named = dataclasses.replace(story, disagreements=(dataclasses.replace(record, about="Norvane, soldier, depot, night"),))
    assert [d.about for d in make_differences(make_edition(named))] == ["Norvane, soldier and depot"]
    same = dataclasses.replace(record.members[0], value="denied", voice=None)
    twice = dataclasses.replace(record, about="soldier, depot", members=(*record.members, same))
    (made,) = make_differences(make_edition(dataclasses.replace(story, disagreements=(twice,))))
    assert [side.first.cite.words for side in made.sides] == [
        "eleven Norvanian soldiers were inside the depot on the night of the fire", "Not one of our soldiers was in that depot",
    ]  # fmt: skip


def test_further_reports_on_a_side_are_named_once_each(contents: Contents) -> None:
    side = contents.sharpest[0].sides[0]
    assert [w.cite.report.letter for w in side.others] == ["B"]


def test_a_list_of_words_gives_way_to_what_both_sides_say(story: Story) -> None:
    begun = next(g for g in story.claim_groups if "pumping station" in g.members[0].exact)
    record = next(d for d in story.disagreements if d.kind == "polarity")
    members = tuple(
        DisagreementMember(m.article, m.start, m.end, m.exact, value, None)
        for m, value in zip(begun.members[:2], ("said", "denied"), strict=True)
    )
    made = dataclasses.replace(record, about="fire, pumping, station", members=members)
    (found,) = make_differences(make_edition(dataclasses.replace(story, disagreements=(made,))))
    assert found.about == "The fire began at about 4 a.m. in a pumping station"
