"""Furniture: every pattern finds its example, and report text that looks like furniture stays."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from variorum.reading.furniture import cut_lines, find_furniture
from variorum.reading.furniture.patterns import furniture_patterns

REPORT = "\n".join(
    [
        "The harbour of Velda was closed for a second day on Tuesday as dock workers refused to unload two ships.",
        "“We will not touch the cargo before somebody tells us what is in it,” said Ada Lorn, who speaks for the workers.",
        "The port authority said that it had asked the ministry for an answer and hoped to have one by the evening.",
        "Two further ships were sent on to Karsk, where they are expected on Thursday, according to the harbour master.",
    ]
)


def marked(text: str) -> list[tuple[str, str]]:
    return [(piece.kind, text[piece.start : piece.end]) for piece in find_furniture(text)]


@pytest.mark.parametrize("pattern", furniture_patterns("en"), ids=lambda p: p.example[:40])
def test_every_pattern_finds_its_example(pattern: object) -> None:
    assert pattern.regex.search(pattern.example)
    if pattern.where not in ("inline", "block", "suffix"):
        assert pattern.regex.fullmatch(pattern.example)


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("credit", f"{REPORT}\nReporting by Ada Lorn in Velda; Editing by T. Reik"),
        ("credit", f"{REPORT}\nEditing by Tom Reik"),
        ("credit", f"{REPORT}\n(With inputs from agencies)"),
        ("credit", f"{REPORT}\nSource: Velda Wire"),
        ("credit", f"{REPORT}\nK.L"),
        ("credit", f"{REPORT}\nkl/mo (AFP, dpa)"),
        ("credit", f"{REPORT}\n© 2031 Velda Wire. All rights reserved."),
        ("byline", f"By Ada Lorn and Tom Reik\n{REPORT}"),
        ("byline", f"Ada Lorn, Staff Writer\n{REPORT}"),
        ("byline", f"By Our Correspondent\n{REPORT}"),
        ("caption", f"FILE PHOTO: Cranes stand idle in the port of Velda, May 2, 2031.\n{REPORT}"),
        ("caption", f"(Photo: Velda Wire)\n{REPORT}"),
        ("navigation", f"{REPORT}\nSign up for our newsletter to get the day's news."),
        ("navigation", f"Share on Facebook Share on Twitter\n{REPORT}"),
        ("navigation", f"{REPORT}\nFollow us on Twitter @courier"),
        ("navigation", f"{REPORT}\nClick here to read the full list."),
        ("navigation", f"{REPORT}\nAdvertisement"),
        ("related", f"{REPORT}\nRead more: Dock workers walk out in Velda"),
        ("other", f"Published: May 3, 2031 at 5:04 pm\n{REPORT}"),
        ("other", f"Saturday, 3 May 2031\n{REPORT}"),
        ("credit", f"Media statement 7/2031\n{REPORT}"),
        ("credit", f"{REPORT}\nPress enquiries: Ada Lorn, office@port.example"),
        ("credit", f"{REPORT}\nVelda Radio / ml"),
        ("byline", f"By Herald staff and VWA\n{REPORT}"),
        ("byline", f"Uploaded by dockhand77\n{REPORT}"),
        ("byline", f"A commentary by Ada Lorn, Free Docks\n{REPORT}"),
        ("byline", f"From our foreign desk with VWA\n{REPORT}"),
        ("navigation", f"{REPORT}\nReload this page for the newest entries"),
        ("navigation", f"{REPORT}\nRegister to see the entire list"),
        ("navigation", f"{REPORT}\nBack independent reporting: subscribe today"),
        ("navigation", f"{REPORT}\nSign this appeal: 900 neighbours already did"),
        ("navigation", f"{REPORT}\nHave you seen the ships? Call us on 555 0100"),
        ("related", f"{REPORT}\nSee letters, page 14"),
        ("related", f"{REPORT}\nContinued on page 3"),
        ("dateline", f"Velda, 3 May 2031\n{REPORT}"),
    ],
)
def test_a_line_of_furniture_beside_a_report(kind: str, text: str) -> None:
    lines = [line for line in text.split("\n") if line not in REPORT]
    assert marked(text) == [(kind, line) for line in lines]


@pytest.mark.parametrize(
    "line",
    [
        "By Friday the ships had left the harbour.",
        "By Monday evening no ship had been unloaded.",
        "Reporting by The Velda Courier prompted the ministry to open an inquiry.",
        "Editing the list took the ministry three weeks, Lorn said.",
        "Sources close to the ministry said that the cargo was harmless.",
        "The source: a clerk in the harbour office, who saw the papers on Monday.",
        "Photos from the harbour showed two burning cranes.",
        "Photographs by satellites showed two burning cranes in the harbour.",
        "The report was published by the ministry on Friday.",
        "The report first appeared in the Velda Courier on Friday.",
        "Three ministries contributed to the report, which names no one.",
        "Copyright law is changing in Tarvia.",
        "Support for the minister fell today, a poll found.",
        "Subscribers of the mobile network were cut off for three hours.",
        "Readers of the paper were told to follow the minister on Twitter.",
        "Related companies must now report their cargo as well, the ministry said.",
        "Share prices fell by 3 percent in Velda.",
        "Print shops in the harbour closed at noon.",
        "Comments by the minister angered the dock workers.",
        "More than 40 people were hurt, the fire service said.",
        "The latest news from the harbour is not good, Lorn said.",
        "Published figures show that trade fell by a third in 2031.",
        "Updated on Monday, the list names 40 ships.",
        "Click farms in Karsk sold the messages, the police said.",
        "Advertisement for the post of harbour master closed on Friday.",
        "The port stays shut (see map).",
        "Tags on the containers were false, the inspectors said.",
        "“Read more books,” the minister told the pupils.",
        "The minister said: “Sign up for the army.”",
        "He lost 2-1 to the U.S.",
        "Contact between the two harbours was lost on Friday.",
        "Press releases of the ministry had named only one ship.",
        "Support for independent journalism today is weak, Lorn said.",
        "Sign the petition, she told the dock workers.",
        "The page of the register that names the ships is missing.",
        "Turn to the ministry for answers, Lorn told the families.",
        "The team that watched the harbour saw nothing.",
        "A report on the harbour names 40 ships",
        "Who called the police? Call records will tell, Lorn said.",
        "See what page 12 of the report says, Lorn told them.",
        "Posted by the ministry on Friday, the list names 40 ships.",
        "Subscribe, the union told its members, or we all lose.",
        "Analysis by the harbour office showed oil in the water.",
        "Ministers of the E.U. met in Karsk.",
        "Follow the ships, Lorn told the press.",
        "The hotline took 44 calls by noon.",
        "Ships turned away: 14",
        "Votes: 41 to 12.",
        "More than 400 dockers joined.",
        "The next bulletin is expected at 18:00, the ministry said.",
        "We demand: the release of all dockers.",
        "Share prices of the port fell.",
        "Donations of 4,000 crowns were received.",
        "Translated into ships, that is 40.",
        "Our correspondents were not let in.",
        "Ida Moss, 44, chairwoman of the union",
        "17:24 | Two more ships were turned away",
        "The press office of the port did not answer.",
    ],
)
def test_report_text_that_looks_like_furniture_stays(line: str) -> None:
    first, second, *rest = REPORT.split("\n")
    for text in ("\n".join([first, line, second, *rest]), f"{REPORT}\n{line}", f"{line}\n{REPORT}"):
        assert marked(text) == []


def test_a_standfirst_that_the_report_repeats_is_not_furniture() -> None:
    opening = REPORT.split("\n")[0]
    assert marked(f"{opening}\n\n{REPORT}") == []


def test_related_headlines_at_the_end_go_with_their_heading() -> None:
    tail = ["You might also like", "Rovers beat Karsk in last minute", "Ten ways to cook lake trout", "Latest news"]
    assert marked(f"{REPORT}\n\n" + "\n".join(tail)) == [("related", line) for line in tail]


def test_an_advertisement_at_the_end_goes_with_its_label() -> None:
    tail = ["Advertisement", "New boats from Reik & Daughters"]
    assert marked(f"{REPORT}\n" + "\n".join(tail)) == [("related", line) for line in tail]
    assert marked(f"{REPORT}\nAdvertisement\nThe port stays shut.") == [("navigation", "Advertisement")]


def test_a_headline_in_capitals_with_a_colon_is_no_dateline() -> None:
    title = "DOCKS OF SHAME: ‘Nobody told us’"
    assert marked(f"{title}\n\n{REPORT}") == []


def test_a_heading_before_report_text_takes_nothing_with_it() -> None:
    first, *rest = REPORT.split("\n")
    assert marked("\n".join([first, "Most read", *rest])) == [("related", "Most read")]


def test_credits_at_the_end_of_a_paragraph_are_cut_off() -> None:
    text = f"{REPORT}\nThe port stays shut, Lorn said. (Reporting by Ada Lorn; Editing by Tom Reik) (AP)"
    assert marked(text) == [("credit", "(Reporting by Ada Lorn; Editing by Tom Reik)"), ("credit", "(AP)")]


def test_the_title_is_never_furniture() -> None:
    title = "Watch: Dock workers walk out"
    text = f"{title}\n{REPORT}"
    assert marked(text) == [("related", title)]
    assert find_furniture(text, title_span=(0, len(title))) == ()


def test_where_all_lines_look_like_furniture_nothing_is_marked() -> None:
    assert marked("Share\nPrint\nAdvertisement") == []


TEXTS = st.lists(
    st.sampled_from(
        [
            "By Ada Lorn",
            "Share",
            "VELDA (AP) – Two ships",
            "Read more: x",
            "K.L",
            "<p>",
            "&nbsp;",
            "Velda",
            "\u200b",
            " ",
            "\n",
            "\r\n",
            "Latest news",
            "(Photo: AP)",
            "Ministerinfo-icon",
            "shipinfo-icon",
            "dockinfo-icon",
            "It rained.",
            "© 2031",
            "-",
            "😀",
        ]
    ),
    max_size=25,
)


@given(st.one_of(TEXTS.map(" ".join), TEXTS.map("\n".join), st.text(max_size=200)))
@example("|")
@example("\n".join("|?!\u2014:()[]"))
def test_pieces_are_in_order_apart_and_inside_the_text(text: str) -> None:
    at = 0
    for piece in find_furniture(text):
        assert at <= piece.start < piece.end <= len(text)
        at = piece.end
    assert not text.strip() or not find_furniture(text) or len(text) > sum(p.end - p.start for p in find_furniture(text))


@given(st.text(alphabet="a \n\r\u2028\t", max_size=60))
def test_lines_stand_where_they_say(text: str) -> None:
    for line in cut_lines(text):
        assert text[line.start : line.end] == line.text == line.text.strip() != ""
