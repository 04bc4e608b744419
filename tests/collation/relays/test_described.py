from typing import Any

import pytest

from variorum.annotation.annotate import annotate_article
from variorum.collation.entities.find import merge_entities, story_ids
from variorum.collation.relays.credits import find_credits, press_of
from variorum.collation.relays.described import retold_edges, told_edges
from variorum.collation.relays.lines import Credit
from variorum.records.annotation import AnnotatedArticle
from variorum.records.article import Article

CASES = [
    ("“The gate stood open,” Ada Vekt told public radio.", ["public radio"]),
    ("“The gate stood open,” Ada Vekt told Tarvian television on Monday.", ["Tarvian television"]),
    ("The gate stood open, Ada Vekt told state radio, NRT reported.", []),
    ("Ada Vekt told this newspaper that the gate stood open.", []),
    ("Ada Vekt told the station that the gate stood open.", []),
    ("Ada Vekt told reporters that the gate stood open.", []),
    ("Ada Vekt told the broadcaster Nordkanal that the gate stood open.", []),
    ("“The gate stood open,” Ada Vekt told the local paper “Selde Ring”.", []),
]


def credits(*reports: AnnotatedArticle) -> dict[str, tuple[Credit, ...]]:
    return {r.id: find_credits(r, press=press_of(reports)) for r in reports}


def made(pipeline: Any, name: str, sentence: str, outlet: str) -> AnnotatedArticle:
    text = f"The gate of Selde\n\nThe town was quiet on Monday. {sentence}\n\nShops were open."
    return annotate_article(Article(name, text, outlet=outlet), pipeline)


@pytest.mark.parametrize(("sentence", "names"), CASES)
def test_outlets_that_were_told_something_under_their_description(pipeline: Any, sentence: str, names: list[str]) -> None:
    report = made(pipeline, "report", sentence, "Karsk Post")
    assert [name for name, _, _ in told_edges([report], {}, credits(report))] == names


def test_an_outlet_that_is_described_once_and_named_once_is_one(pipeline: Any) -> None:
    sentence = "The gate stood open, Ada Vekt told public radio. She told Radio Velm that nobody had asked."
    report = made(pipeline, "report", sentence, "Karsk Post")
    persons = story_ids(merge_entities([report]))
    assert list(told_edges([report], persons, credits(report))) == []


def test_a_local_paper_is_the_one_that_the_speaker_told_the_same(pipeline: Any) -> None:
    told = "“They told us twenty minutes and it was an hour,” his daughter Runa Vekt told the Tidings."
    first = made(pipeline, "first", told, "Selde Tidings")
    heard = made(pipeline, "heard", "“It was an hour,” Runa Vekt told reporters.", "Orlen Sun")
    report = made(pipeline, "report", "His daughter Runa told a local paper: “They said twenty minutes.”", "Karsk Post")
    persons = story_ids(merge_entities([first, heard, report]))
    assert [(s, to) for s, to, _ in told_edges([first, heard, report], persons, credits(first, heard, report))] == [
        ("first", "report")
    ]
    assert [s for s, _, _ in told_edges([heard, report], persons, credits(heard, report))] == ["local paper"]


@pytest.mark.parametrize(
    ("sentence", "sources"),
    [
        ("The keeper, Runa Vekt, admitted in an interview with a local magazine that the sluice was open.", ["Lumen"]),
        ("The keeper, Runa Vekt, admitted in an interview that the sluice had stood open for an hour that night.", ["Lumen"]),
        ("The keeper, Runa Vekt, admitted in an interview that she had sold forty barrels of diesel.", []),
        ("The keeper, Runa Vekt, admitted to reporters that the sluice had stood open for an hour that night.", []),
    ],
)
def test_a_magazine_or_interview_is_the_one_that_another_report_names(pipeline: Any, sentence: str, sources: list[str]) -> None:
    told = "The sluice had stood open for an hour that night, the keeper, Runa Vekt, told the magazine Lumen."
    first = made(pipeline, "first", told, "Selde Tidings")
    report = made(pipeline, "report", sentence, "Karsk Post")
    persons = story_ids(merge_entities([first, report]))
    found = told_edges([first, report], persons, credits(first, report))
    assert [source for source, to, _ in found if to == "report"] == sources


def test_one_outlet_of_a_kind_goes_by_its_description_where_no_report_states_the_same(pipeline: Any) -> None:
    report = made(pipeline, "report", "Tarvian television said that the gate stood open all night.", "Karsk Post")
    which = made(pipeline, "which", "Official television said that the lamp burned all night.", "Selde Sun")
    plural = made(pipeline, "plural", "Foreign outlets said that nine ships were missing.", "Orlen Sun")
    reports = [report, which, plural]
    assert [(s, to) for s, to, _ in retold_edges(reports, credits(*reports))] == [("Tarvian television", "report")]


def test_an_unnamed_newspaper_is_the_one_report_that_states_the_same(pipeline: Any) -> None:
    first = made(
        pipeline, "first", "The keeper of the sluice sold forty barrels of stolen diesel, the Herald has learned.", "Herald"
    )
    other = made(pipeline, "other", "The harbour master counted the barges twice and found none missing.", "Selde Times")
    report = made(
        pipeline,
        "report",
        "A Tarvian newspaper reported that the keeper had sold forty barrels of stolen diesel.",
        "Karsk Post",
    )
    known = made(
        pipeline, "report", "The agency reported that the keeper had sold forty barrels of stolen diesel.", "Karsk Post"
    )
    assert [(s, to) for s, to, _ in retold_edges([first, other, report], credits(first, other, report))] == [
        ("first", "report")
    ]
    assert list(retold_edges([first, other, known], credits(first, other, known))) == []
    twin = made(pipeline, "twin", "The keeper of the sluice sold forty barrels of stolen diesel, divers said.", "Orlen Sun")
    assert list(retold_edges([first, twin, report], credits(first, twin, report))) == []


@pytest.mark.parametrize(
    ("sentence", "sources"),
    [
        ("“They told us twenty minutes and it was an hour,” one relative confessed to a newspaper.", ["first"]),
        ("“They told us twenty minutes and it was an hour,” Runa Vekt wept on television.", ["first"]),
        ("“They told us half a day,” one relative confessed to a newspaper.", []),
    ],
)
def test_some_newspaper_is_the_one_report_with_the_same_words(pipeline: Any, sentence: str, sources: list[str]) -> None:
    told = "“They told us twenty minutes and it was an hour,” Runa Vekt told the Tidings."
    first, report = made(pipeline, "first", told, "Selde Tidings"), made(pipeline, "report", sentence, "Karsk Post")
    persons = story_ids(merge_entities([first, report]))
    assert [s for s, _, _ in told_edges([first, report], persons, credits(first, report))] == sources


@pytest.mark.parametrize(("outlet", "sources"), [("Radio Selde", ["first"]), ("Selde Tidings", [])])
def test_the_radio_is_the_broadcaster_that_the_speaker_told_it(pipeline: Any, outlet: str, sources: list[str]) -> None:
    told = f"“They told us twenty minutes and it was an hour,” Runa Vekt told {outlet} in an interview."
    first = made(pipeline, "first", told, outlet)
    for place in ("the radio", "radio"):
        report = made(pipeline, "report", f"“They told us about twenty minutes,” Runa Vekt whined on {place}.", "Karsk Post")
        persons = story_ids(merge_entities([first, report]))
        assert [s for s, _, _ in told_edges([first, report], persons, credits(first, report))] == sources


def test_state_television_is_the_one_whose_name_says_television(pipeline: Any) -> None:
    first = made(pipeline, "first", "A great crowd came to the square.", "Tarvian National Television")
    report = made(pipeline, "report", "State television put the crowd at two hundred thousand.", "Karsk Post")
    assert [s for s, _, _ in retold_edges([first, report], credits(first, report))] == ["first"]
    assert list(retold_edges([report], credits(report))) == []


def test_his_own_television_is_the_outlet_with_that_noun(pipeline: Any) -> None:
    first = made(pipeline, "first", "A great crowd came to the square.", "Tarvian National Television")
    report = made(pipeline, "report", "To his own television the marshal promised that bread would be cheap.", "Karsk Post")
    assert [s for s, _, _ in told_edges([first, report], {}, credits(first, report))] == ["first"]
    assert list(told_edges([report], {}, credits(report))) == []


@pytest.mark.parametrize(
    ("sentence", "source"),
    [
        ("a newspaper in Selde", "first"),
        ("a Selde newspaper", "first"),
        ("a newspaper in Karsk", None),
        ("a Karsk newspaper", None),
    ],
)
def test_a_newspaper_of_a_place_has_the_place_in_its_name(pipeline: Any, sentence: str, source: str | None) -> None:
    first = made(pipeline, "first", "The gate stood open.", "Selde Tidings")
    report = made(pipeline, "report", f"“I had forgotten the river,” a nurse said to {sentence}.", "Orlen Post")
    reports = [first, report]
    assert [s for s, _, _ in told_edges(reports, {}, credits(*reports))] == ([source] if source else [])


@pytest.mark.parametrize(
    ("sentence", "sources"),
    [
        ("The keeper, Runa Vekt, told the city's radio that the sluice had stood open.", ["Radio Selde"]),
        ("The keeper, Runa Vekt, told an Orlenian paper that the sluice had stood open.", ["orlen"]),
        ("The keeper, Runa Vekt, told a friend's sister that the sluice had stood open.", []),
    ],
)
def test_an_outlet_of_a_town_or_country_is_the_one_that_the_speaker_told_it(
    pipeline: Any, sentence: str, sources: list[str]
) -> None:
    told = "The sluice had stood open for an hour that night, the keeper, Runa Vekt, told Radio Selde."
    first = made(pipeline, "first", told, "Selde Tidings")
    orlen = made(pipeline, "orlen", "The keeper, Runa Vekt, was asleep.", "Orlen Sun")
    report = made(pipeline, "report", sentence, "Karsk Post")
    reports = [first, orlen, report]
    found = told_edges(reports, story_ids(merge_entities(reports)), credits(*reports))
    assert [source for source, to, _ in found if to == "report"] == sources
