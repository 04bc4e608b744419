from typing import Any

from variorum.annotation.annotate import annotate_article
from variorum.collation.relays.interviews import interview_edges
from variorum.records.annotation import AnnotatedArticle
from variorum.records.article import Article, Published

TOLD = "Low water in Orlen\n\n“We will not open the sluice before the fish have gone,” Ada Vekt told the Herald on Monday."
TAKEN = "Orlen waits\n\nThe warden is firm. “We won't open the sluice before the fish have gone,” Ada Vekt said."


def made(pipeline: Any, name: str, text: str, outlet: str, day: str | None = None) -> AnnotatedArticle:
    published = Published(day, "day", "metadata", day, day, ()) if day else Published(None, None, "unknown", None, None, ())
    return annotate_article(Article(name, text, outlet=outlet, published=published), pipeline)


def found(*reports: AnnotatedArticle) -> list[tuple[str, str]]:
    return [(source, to) for source, to, _ in interview_edges(reports)]


def test_words_told_to_one_outlet_make_it_the_source_of_a_report_that_has_them_too(pipeline: Any) -> None:
    told = made(pipeline, "told", TOLD, "Selde Herald", "2027-05-03")
    taken = made(pipeline, "taken", TAKEN, "Karsk Post", "2027-05-04")
    assert found(taken, told) == [("told", "taken")]
    for _, _, passages in interview_edges([told, taken]):
        assert {p.article for p in passages} == {"told", "taken"}
        assert all(p.exact in {"told": told, "taken": taken}[p.article].text for p in passages)


def test_who_speaks_to_both_or_to_all_or_later_has_no_source_in_the_other(pipeline: Any) -> None:
    told = made(pipeline, "told", TOLD, "Selde Herald", "2027-05-03")
    both = made(pipeline, "both", TAKEN.replace("Vekt said", "Vekt told this newspaper"), "Karsk Post", "2027-05-04")
    more = made(
        pipeline,
        "more",
        f"{TAKEN} “And the gate will stay shut until the last eel is in the sea,” Vekt said.",
        "Karsk Post",
        "2027-05-04",
    )
    crowd = made(pipeline, "crowd", TOLD.replace("the Herald", "reporters"), "Selde Herald", "2027-05-03")
    earlier = made(pipeline, "earlier", TAKEN, "Karsk Post", "2027-05-02")
    taken = made(pipeline, "taken", TAKEN, "Karsk Post", "2027-05-04")
    house = made(pipeline, "house", TAKEN, "Selde Herald", "2027-05-04")
    assert [found(told, other) for other in (both, more, earlier, house)] == [[], [], [], []]
    assert found(crowd, taken) == []


def test_what_was_told_another_outlet_in_the_same_paragraph_is_not_told_this_one(pipeline: Any) -> None:
    words = "“We will not open the sluice before the fish have gone”"
    text = f"Low water in Orlen\n\nAda Vekt told the Herald that she likes eels. To a Tarvian paper she said: {words}."
    told, plain = (
        made(pipeline, "told", t, "Selde Herald", "2027-05-03") for t in (text, text.replace("To a Tarvian paper", "Then"))
    )
    taken = made(pipeline, "taken", TAKEN, "Karsk Post", "2027-05-04")
    assert found(told, taken) == [] and found(plain, taken) == [("told", "taken")]


def test_an_interview_in_questions_and_answers_is_a_source(pipeline: Any) -> None:
    text = (
        "An hour with the warden\n\nRadio Selde: Will you open the sluice?\n\n"
        "Ada Vekt: We will not open the sluice before the fish have gone.\n\nRadio Selde: And the gate?\n\nAda Vekt: It stays."
    )
    asked = made(pipeline, "asked", text, "Radio Selde", "2027-05-03")
    assert found(asked, made(pipeline, "taken", TAKEN, "Karsk Post")) == [("asked", "taken")]
