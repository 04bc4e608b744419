"""Markup left in text: class names glued to words, tags, entities, invisible characters."""

from variorum.reading.furniture import cut_lines
from variorum.reading.furniture.markup import find_markup


def found(text: str) -> list[str]:
    return [text[piece.start : piece.end] for piece in sorted(find_markup(text, cut_lines(text), "en"), key=lambda p: p.start)]


def test_a_class_name_glued_to_several_words_is_found_at_each() -> None:
    text = "Ministernote-mark Lorn left Veldanote-mark. The shipsnote-mark of Tarvianote-mark wait; ships of Velda do not."
    assert found(text) == ["note-mark"] * 4


def test_names_that_stand_nowhere_else_count_when_the_class_name_is_words() -> None:
    assert found("Halloranlink-icon met Ostrellink-icon at the portlink-icon of a citylink-icon.") == ["link-icon"] * 4


def test_real_compounds_with_one_ending_are_no_markup() -> None:
    text = (
        "State-owned, city-owned, family-owned and foreign-owned ships; the Tarvian-led, Selvian-led and Ostrian-led missions; "
        "Tarvia, Selvia and Ostria; north-west, south-west and mid-west; pro-minister, anti-minister, ex-minister."
    )
    assert found(text) == []


def test_a_class_name_on_two_words_is_not_enough() -> None:
    assert found("The shiplink-icon and the portlink-icon.") == []


def test_tags_inside_a_line_are_found_and_comparisons_are_not() -> None:
    assert found('The <b>port</b> is <a href="https://port.example">shut</a>.') == [
        "<b>",
        "</b>",
        '<a href="https://port.example">',
        "</a>",
    ]
    assert found("For all x < b and c > d.") == []


def test_the_frame_of_a_page_is_markup() -> None:
    page = "<!DOCTYPE html><html><head><title>Ships wait</title></head> <body><p>The port is shut.</p></body></html>"
    assert "".join(found(page)) == page.replace("Ships wait", "").replace(" <body>", "<body>").replace("The port is shut.", "")


def test_labels_and_signs_of_a_headline_are_markup() -> None:
    assert found("Title: Ships wait\n\nThe title: a ship.") == ["Title: "]
    assert found("# Ships wait\n\nThe port has dock # 4.\n## Later\n#ships") == ["# ", "## "]


def test_what_alone_separates_two_words_stays() -> None:
    assert found("It is shut.<br>Ships wait.") == []
    assert found("It is shut. <br>Ships wait.") == ["<br>"]
    assert found("shut&nbsp;down") == []
    assert found("shut &nbsp;down") == ["&nbsp;"]


def test_an_escaped_ampersand_keeps_its_sign() -> None:
    assert found("Lorn &amp; Reik") == ["amp;"]


def test_invisible_characters_and_cut_off_marks() -> None:
    assert found("Vel\u200bda is sh\u00adut") == ["\u200b", "\u00ad"]
    assert found("The ships wait… [+1234 chars]") == ["[+1234 chars]"]
    assert found("The list [1] and a note [sic].") == []
