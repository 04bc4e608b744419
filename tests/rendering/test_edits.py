"""Differences between two wordings as pieces of running text."""

from variorum.records import AnnotatedArticle, Edit, Furniture
from variorum.rendering.edition import Cite, Report
from variorum.rendering.edits import compare_passages, pieces_of, spoken_pieces


def cite(text: str, id: str = "a") -> Cite:
    article = AnnotatedArticle(id, text)
    return Cite(Report(article, id.upper(), 0, "", "", ""), "text", (0, len(text)), text)


def test_pieces_follow_the_shown_wording_with_what_was_left_out_in_its_place() -> None:
    base, other = AnnotatedArticle("a", "nine men died, he said"), AnnotatedArticle("b", "ten men, he said")
    edits = (
        Edit("replace", (0, 4), (0, 3), "number"), Edit("equal", (5, 8), (4, 7), None),
        Edit("delete", (9, 13), (7, 7), "other"),
        Edit("equal", (15, 22), (9, 16), None),
    )  # fmt: skip
    assert spoken_pieces(pieces_of(edits, base, other)) == "[-nine-] [+ten+] men [-died-], he said"


def test_furniture_is_no_difference_to_look_at() -> None:
    base = AnnotatedArticle("a", "Norvaneinfo-icon mourns", furniture=(Furniture(7, 16, "markup"),))
    other = AnnotatedArticle("b", "Norvane mourns")
    edits = (Edit("equal", (0, 23), (0, 14), None),)
    assert spoken_pieces(pieces_of(edits, base, other)) == "Norvane mourns"


def test_copied_passages_are_compared_word_by_word() -> None:
    pieces = compare_passages(cite("The valves were twenty years old"), cite("The valves were old", "b"))
    assert spoken_pieces(pieces) == "The valves were [-twenty years-] old"


def test_very_long_passages_are_shown_as_they_stand() -> None:
    pieces = compare_passages(cite("word " * 700), cite("word " * 701, "b"))
    assert [p.op for p in pieces] == ["equal"]
