"""Differences between two wordings as pieces of running text."""

from variorum.records import AnnotatedArticle, Edit, Furniture
from variorum.rendering.edition import Cite, Report
from variorum.rendering.edits import clip, compare_passages, pieces_of, spoken_pieces


def cite(text: str, id: str = "a") -> Cite:
    article = AnnotatedArticle(id, text)
    return Cite(Report(article, id.upper(), 0, "", "", ""), "text", (0, len(text)), text)


def whole(article: AnnotatedArticle) -> tuple[AnnotatedArticle, tuple[tuple[int, int], ...]]:
    return article, ((0, len(article.text)),)


def test_pieces_follow_the_shown_wording_with_what_was_left_out_in_its_place() -> None:
    base, other = AnnotatedArticle("a", "nine men died, he said"), AnnotatedArticle("b", "ten men, he said")
    edits = (
        Edit("replace", (0, 4), (0, 3), "number"), Edit("equal", (5, 8), (4, 7), None),
        Edit("delete", (9, 13), (7, 7), "other"),
        Edit("equal", (15, 22), (9, 16), None),
    )  # fmt: skip
    assert spoken_pieces(pieces_of(edits, whole(base), whole(other))) == "[-nine-] [+ten+] men, [-died-] he said"


def test_furniture_is_no_difference_to_look_at() -> None:
    base = AnnotatedArticle("a", "Norvaneinfo-icon mourns", furniture=(Furniture(7, 16, "markup"),))
    other = AnnotatedArticle("b", "Norvane mourns")
    edits = (Edit("equal", (0, 23), (0, 14), None),)
    assert spoken_pieces(pieces_of(edits, whole(base), whole(other))) == "Norvane mourns"


def test_copied_passages_are_compared_word_by_word() -> None:
    pieces = compare_passages(cite("The valves were twenty years old"), cite("The valves were old", "b"))
    assert spoken_pieces(pieces) == "The valves were [-twenty years-] old"


def test_very_long_passages_are_shown_as_they_stand() -> None:
    pieces = compare_passages(cite("word " * 700), cite("word " * 701, "b"))
    assert [p.op for p in pieces] == ["equal"]


def test_a_cue_between_the_parts_of_a_quotation_is_not_shown() -> None:
    base = AnnotatedArticle("a", "No ship left, he said, and none came.")
    other = AnnotatedArticle("b", "No ship left and none came.")
    pieces = pieces_of((Edit("equal", (0, 26), (0, 36), None),), whole(other), (base, ((0, 12), (23, 36))))
    assert spoken_pieces(pieces) == "No ship left … and none came"
    assert clip((5, 30), ((0, 12), (23, 36))) == ((5, 12), (23, 30))


def test_opening_and_closing_marks_stay_with_their_words() -> None:
    base, other = AnnotatedArticle("a", "it would not stand, ever"), AnnotatedArticle("b", "it would “not stand” by")
    edits = (
        Edit("equal", (0, 8), (0, 8), None), Edit("equal", (9, 18), (10, 19), None),
        Edit("replace", (20, 24), (21, 23), "other"),
    )  # fmt: skip
    assert spoken_pieces(pieces_of(edits, whole(base), whole(other))) == "it would “not stand” [-ever-] [+by+]"
