from typing import Any

import pytest

from variorum.annotation.annotate import annotate_article
from variorum.collation.relays.lines import is_party, is_release
from variorum.collation.relays.releases import copied_release_edges, release_edges
from variorum.collation.reuse.find import find_reuse
from variorum.records.annotation import AnnotatedArticle
from variorum.records.article import Article, Published

RELEASE = (
    "Harrow Lines: the pier at Selde\n\nHarrow Lines regrets this. The crane had been inspected on 4 May without faults."
    " There was no warning from the crew. “We will stand by the families of Selde,” said director Ann Orr.\n\n"
    "Press contact: press@harrow.example"
)
CASES = [
    ("Harrow Lines said last week: “There was no warning from the crew.” Divers say otherwise.", 1),
    ("The crane had been inspected on 4 May without faults, Harrow Lines said in a statement.", 1),
    ("“We will stand by the families of Selde,” Ann Orr of Harrow Lines said.", 0),
    ("The crane had been inspected on 4 May without faults, Harrow Lines said.", 0),
    ("“There was no warning from the crew,” the police chief, Tom Arlen, said.", 0),
    ("Harrow Lines said in a statement that it would build a new pier in Karsk by the winter.", 0),
]


@pytest.mark.parametrize(("sentence", "number"), CASES)
def test_what_a_release_alone_says_in_its_own_words(pipeline: Any, sentence: str, number: int) -> None:
    release = annotate_article(Article("release", RELEASE, outlet="Harrow Lines"), pipeline)
    text = f"After the fall of the crane\n\nThe pier is shut. {sentence}\n\nShops were open."
    report = annotate_article(Article("report", text, outlet="Karsk Post"), pipeline)
    edges = [(source, to) for source, to, _ in release_edges([release, report])]
    assert edges == [("release", "report")] * number
    assert all(
        p.article == "report" and p.exact in text for _, _, passages in release_edges([release, report]) for p in passages
    )


def test_a_title_that_says_statement_makes_a_release() -> None:
    for title in ("Statement of the Guild of Pilots", "Joint statement by the two ports", "Communiqué No. 4", "Press release"):
        assert is_release(Article("a", f"{title}\n\nWe are at sea.", outlet="Guild of Pilots"))
    for title in ("Statement shocks Selde", "Bulletin boards are back"):
        assert not is_release(Article("a", f"{title}\n\nWe are at sea.", outlet="Karsk Post"))


def test_a_hill_or_a_river_in_its_name_makes_no_party_of_an_outlet() -> None:
    for outlet in ("Hill Watch", "Selde River Lamp"):
        assert not is_release(Article("a", "Nine ships, and what is true of them\n\nI counted them.", outlet=outlet))
    assert is_release(Article("a", "Nine ships, and what is true of them\n\nAll were seen.", outlet="Orlen Harbour Authority"))


def test_a_name_with_its_date_is_no_sentence_of_a_release(pipeline: Any) -> None:
    sentence = "Our thoughts are with the crew of barge 208 at Selde on 17 May. We are shaken."
    release = annotate_article(Article("release", f"Press release\n\n{sentence}", outlet="Harrow Lines"), pipeline)
    text = "Notice\n\nThe sinking of barge 208 at Selde on 17 May 2031 is being looked into by two divers."
    reports = [release, annotate_article(Article("report", text, outlet="Harbour Inspectorate"), pipeline)]
    assert list(copied_release_edges(reports, find_reuse(reports))) == []


@pytest.mark.parametrize(("day", "number"), [("2031-05-07", 1), ("2031-05-06", 0), ("2031-05-05", 0), (None, 1)])
def test_a_sentence_of_a_release_in_a_later_report_comes_from_there(pipeline: Any, day: str | None, number: int) -> None:
    def dated(name: str, text: str, outlet: str, on: str | None) -> AnnotatedArticle:
        published = Published(on, "day", "metadata", on, on) if on else Published()
        return annotate_article(Article(name, text, outlet=outlet, published=published), pipeline)

    release = dated("release", RELEASE, "Harrow Lines", "2031-05-06")
    report = dated(
        "report",
        "After the fall\n\nDivers were sent for. The crane had been inspected on 4 May without faults. Nobody believes it.",
        "Karsk Post",
        day,
    )
    reports = [release, report]
    edges = [(source, to) for source, to, _ in copied_release_edges(reports, find_reuse(reports))]
    assert edges == [("release", "report")] * number


@pytest.mark.parametrize(
    ("sentence", "number"),
    [
        ("On Tuesday the company said that the crane had been inspected on 4 May without faults.", 1),
        ("On Monday the company said that the crane had been inspected on 4 May without faults.", 0),
        ("On Tuesday the company said that a second crane was on its way from Orlen.", 0),
        ("On Tuesday the ministry said that the crane had been inspected on 4 May without faults.", 0),
        ("On Tuesday Mayor Ina Volt said that the crane had been inspected on 4 May without faults.", 0),
    ],
)
def test_what_a_party_said_on_the_day_of_its_release(pipeline: Any, sentence: str, number: int) -> None:
    tuesday, thursday = (Published(d, "day", "metadata", d, d) for d in ("2031-05-06", "2031-05-08"))
    release = annotate_article(Article("release", RELEASE, outlet="Harrow Lines", published=tuesday), pipeline)
    text = f"After the fall of the crane\n\nThe pier is shut. {sentence}\n\nShops were open."
    report = annotate_article(Article("report", text, outlet="Karsk Post", published=thursday), pipeline)
    assert [(source, to) for source, to, _ in release_edges([release, report])] == [("release", "report")] * number


@pytest.mark.parametrize(
    ("sentences", "number"),
    [
        ("The company said that the crane had been inspected on 4 May. The crew gave no warning, the company said.", 1),
        ("The company said that the crane had been inspected on 4 May. It would build a new pier, the company said.", 0),
        ("Two sailors said that the crane had been inspected on 4 May. There was no warning from the crew, they said.", 0),
        ("The company said in a statement that the crane had been inspected on 4 May without faults.", 1),
        ("On 3 June Harrow Lines said that the crane had been inspected without faults.", 1),
    ],
)
def test_what_a_party_says_twice_or_in_writing_stands_in_its_release(pipeline: Any, sentences: str, number: int) -> None:
    day = Published("2031-06-03", "day", "metadata", "2031-06-03", "2031-06-03")
    release = annotate_article(Article("release", RELEASE, outlet="Harrow Lines", published=day), pipeline)
    text = f"After the fall of the crane\n\nThe pier is shut. {sentences}\n\nShops were open."
    report = annotate_article(Article("report", text, outlet="Karsk Post"), pipeline)
    assert [(source, to) for source, to, _ in release_edges([release, report])] == [("release", "report")] * number


@pytest.mark.parametrize(
    ("sentence", "party"),
    [
        ("The vote was open, said our secretary, Ann Orr.", 1),
        ("Our deputy Tom Arlen asked for the papers.", 1),
        ("The vote was open, writes our correspondent Ann Orr.", 0),
        ("“Ask our secretary, Ann Orr,” a docker said.", 0),
    ],
)
def test_who_calls_people_its_own_is_a_party_unless_a_newsroom(sentence: str, party: int) -> None:
    text = f"News of the docks\n\n{sentence}\n\nThe gates were shut."
    assert is_party(Article("a", text, outlet="Free Docks")) == bool(party)
    assert not is_party(Article("a", text, outlet="Karsk Post")) and not is_release(Article("a", text, outlet="Free Docks"))


@pytest.mark.parametrize(
    ("sentence", "number"),
    [
        ("That contradicts the company’s earlier statement, which called the doubts a rumour.", 1),
        ("The statement by Harrow Lines leaves out the crane of Orlen.", 1),
        ("That contradicts the ministry’s earlier statement, which called the doubts a rumour.", 0),
        ("The company's release has nine ropes, the divers have ten.", 1),
        ("The release says that nobody of the crew gave a warning.", 1),
        ("The release says that the winter was mild in Karsk.", 0),
        ("The release tells nothing of 4.30.", 0),
        ("The communiqué of its own people maintained the opposite.", 1),
        ("The release of the two divers was not a matter for the press.", 0),
        ("The diver's release came on Monday.", 0),
        ("The release went well, and the divers came home.", 0),
        ("The statement of the minister leaves out the crane of Orlen.", 0),
        ("The statement by Ann Orr leaves out the crane of Orlen.", 0),
        ("The bulletin of the company said so.", 1),
        ("The bulletin of the miller said so.", 0),
        ("The release says nobody of the crew gave a warning; mills were shut, sheep in barns, winter mild in Karsk.", 1),
    ],
)
def test_a_paper_of_the_party_that_a_report_names(pipeline: Any, sentence: str, number: int) -> None:
    release = annotate_article(Article("release", RELEASE, outlet="Harrow Lines"), pipeline)
    text = f"After the fall of the crane\n\nThe pier is shut. {sentence}\n\nShops were open."
    report = annotate_article(Article("report", text, outlet="Karsk Post"), pipeline)
    assert [(source, to) for source, to, _ in release_edges([release, report])] == [("release", "report")] * number


def test_a_body_is_meant_by_what_it_is_where_several_handed_papers_out(pipeline: Any) -> None:
    notice = Article("notice", "Press release\n\nNine ropes held it.", outlet="Harbour Inspectorate of Selde")
    releases = [annotate_article(a, pipeline) for a in (notice, Article("release", RELEASE, outlet="Harrow Lines"))]
    text = "After the fall\n\nThe pier is shut since the notice of the inspectorate. The statement of the company is short."
    report = annotate_article(Article("report", text, outlet="Karsk Post"), pipeline)
    assert [(source, to) for source, to, _ in release_edges([*releases, report])] == [("notice", "report")]


@pytest.mark.parametrize(
    ("head", "outlet", "party"),
    [
        ("Dock Notes \u2013 cranes without tears", "Dock Notes", 0),
        ("Dock Notes demands a new crane", "Dock Notes", 1),
        ("From our lodger Tom Arlen, Selde", "Dock Notes", 0),
        ("Dock Notes, Information Bureau", "Dock Notes", 1),
        ("Dock Notes, information for all", "Dock Notes", 0),
    ],
)
def test_the_head_of_a_text_says_whether_a_party_wrote_it(head: str, outlet: str, party: int) -> None:
    text = f"The crane has fallen\n\n{head}\n\nThe pier is shut.\n\nNine ropes held it.\n\nShops were open."
    assert is_party(Article("a", text, outlet=outlet)) == bool(party)
