"""What each report calls it, as a table."""

from variorum.rendering.contents import Contents


def test_actors_are_columns_and_reports_rows(contents: Contents) -> None:
    (table,) = contents.tables
    assert [n.label for n in table.columns] == ["Red Tide Front", "the fire"]
    assert [r.letter for r in table.rows] == ["A", "B", "D", "E", "F", "G"]
    red = table.columns[0]
    assert [w.words for w in red.wordings["D"]] == ["a separatist movement", "Our fighters"]
    assert red.wordings["G"][0].cite.words == "criminals"
