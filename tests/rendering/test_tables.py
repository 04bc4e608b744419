"""Findings as tables: every row pinned, every cell a value."""

import csv
import dataclasses
import io

import pytest

from variorum.errors import InputError
from variorum.records import (
    AnnotatedArticle,
    EventMention,
    Passage,
    Provenance,
    Published,
    Quantity,
    Story,
    StoryEntity,
    Time,
    TimelineEntry,
)
from variorum.rendering.exports import FORMATS, render_export
from variorum.rendering.tables import TABLES, table_csv

BY = Provenance("made@1", None, "“twelve” counts “ships”.")


def rows(story: Story, table: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(table_csv(story, table), newline="")))


@pytest.mark.parametrize("table", sorted(set(TABLES) - {"figures", "times", "actions"}))
def test_every_table_of_a_whole_story_has_rows_that_fit_the_header(story: Story, table: str) -> None:
    lines = list(csv.reader(io.StringIO(table_csv(story, table), newline="")))
    assert len(lines) > 1 and {len(line) for line in lines} == {len(TABLES[table][0])}


@pytest.mark.parametrize("table", sorted(name for name, (header, _) in TABLES.items() if "start" in header))
def test_the_offsets_of_a_row_hold_its_words(story: Story, table: str) -> None:
    texts = {("text", a.id): a.text for a in story.articles} | {("title", a.id): a.title or "" for a in story.articles}
    for row in rows(story, table):
        held = texts[row["field"], row["article"]][int(row["start"]) : int(row["end"])]
        assert held == row["exact"].removeprefix("'")


def test_a_quotation_has_its_speaker_by_name_and_id(story: Story) -> None:
    said = [row for row in rows(story, "quotations") if row["speaker"] == "Ilke Maren"]
    assert said and {row["speaker_id"] for row in said} == {"cna/maren"}
    assert all(row["utterance"] for row in said if row["kind"] == "direct")


SHIPS = "Reuse on Monday: Averia sent about twelve ships to Belmar."


def small() -> Story:
    time = Time("t1", 9, 15, "DATE", "2031-05-05", "2031-05-05", "2031-05-05", "publication", BY)
    figure = Quantity("n1", 29, 41, 12, "about", 9, 15, None, (42, 47), ("ship",), "t1", BY)
    event = EventMention("v1", 24, 28, "MOBILIZE", None, ("a/e1",), ("a/e2",), "t1", "positive", "asserted", None, BY)
    names = ((1, "Averia", "AVE"), (2, "Belmar", None))
    entities = tuple(
        StoryEntity(f"a/e{n}", name, "government", (), (), (f"a/e{n}",), (), country=country) for n, name, country in names
    )
    article = AnnotatedArticle(
        "a", SHIPS, published=Published("2031-05-06", "day", "metadata", "2031-05-06", "2031-05-06"),
        times=(time,), quantities=(figure,), event_mentions=(event,),
    )  # fmt: skip
    return Story("s1", "Ships", (article,), entities=entities)


def test_a_figure_has_its_interval_and_its_day() -> None:
    (row,) = rows(small(), "figures")
    assert (row["value"], row["hedge"], row["low"], row["high"], row["unit"]) == ("12", "about", "9", "15", "")
    assert (row["thing"], row["of"], row["earliest"], row["published"]) == ("ship", "ships", "2031-05-05", "2031-05-06")


def test_an_action_names_both_sides_and_says_when() -> None:
    (row,) = rows(small(), "actions")
    assert (row["type"], row["actors"], row["recipients"], row["time"]) == ("MOBILIZE", "Averia", "Belmar", "2031-05-05")


def test_what_does_not_verify_is_no_row() -> None:
    entry = TimelineEntry("t1", "Sent", "happened", "2031-05-05", None, "day", 1, (Passage("a", 0, 5, "Other"),))
    assert rows(dataclasses.replace(small(), timeline=(entry,)), "timeline") == []


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1"])
def test_a_spreadsheet_meets_no_formula(text: str) -> None:
    article = AnnotatedArticle("a", "Then it rained.", outlet=text)
    entry = TimelineEntry("t1", text, "happened", "2031-05-05", None, "day", 1, (Passage("a", 0, 4, "Then"),))
    (row,) = rows(Story("s1", "t", (article,), timeline=(entry,)), "timeline")
    assert row["text"].startswith("'") and row["latest"] == ""


def test_an_unknown_format_is_refused_by_name(story: Story) -> None:
    assert all(render_export(story, form) for form in FORMATS)
    with pytest.raises(InputError, match=r"no export 'xls'; known: .*quotations-csv"):
        render_export(story, "xls")
