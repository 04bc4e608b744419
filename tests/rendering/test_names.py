"""What each report calls it, as a table."""

import dataclasses

from variorum.records import Story
from variorum.rendering.contents import Contents
from variorum.rendering.edition import make_edition
from variorum.rendering.names import make_tables


def test_actors_are_columns_and_reports_rows(contents: Contents) -> None:
    actors, events = contents.tables
    assert [[n.label for n in t.columns] for t in (actors, events)] == [["Red Tide Front"], ["the fire"]]
    assert [r.letter for r in actors.rows] == ["B", "D", "E", "G"]
    red = actors.columns[0]
    assert [w.words for w in red.wordings["D"]] == ["a separatist movement", "Our fighters"]
    assert red.wordings["G"][0].cite.words == "criminals"


def test_what_all_name_alike_is_left_out(story: Story) -> None:
    record = story.naming[1]
    same = tuple(t for t in record.terms if t.exact in ("the fire", "A fire"))
    alike = tuple(dataclasses.replace(t, start=t.end - 4, exact="fire", text="fire") for t in same)
    made = make_tables(make_edition(dataclasses.replace(story, naming=(dataclasses.replace(record, terms=alike),))))
    assert made == ()
