"""Who is named right beside quoted words, whatever the verb and the parse; and unlisted names, bodies by name, own words."""

import pytest

from variorum.annotation.attributions.find import find_quotations
from variorum.annotation.coreference.find import find_references
from variorum.annotation.nlp import Pipeline


def said(pipeline: Pipeline, text: str) -> list[tuple[str, str | None]]:
    """Content and speaker of each attribution."""
    doc = pipeline.nlp(text)
    quotations, references = find_quotations(doc, find_references(doc))
    names = {e.id: e.name for e in references.entities}
    return [(" ".join(text[s:e] for s, e in q.content), names.get(q.speaker or "")) for q in quotations]


def speakers(pipeline: Pipeline, text: str, content: str) -> list[str | None]:
    return [name for words, name in said(pipeline, text) if content in words]


@pytest.mark.parametrize(
    ("text", "content", "speaker"),
    [
        (
            "The hall burned. “We ran and nobody knew the way,” survivor Runa Velk, 31, wept.",
            "We ran",
            "Runa Velk",
        ),
        (
            "The hall burned. “Nobody will be sold like a lathe,” union boss Runa Velk thundered.",
            "Nobody will",
            "Runa Velk",
        ),
        ("The hall burned. “Tonight the wind decides and not we,” fumed the foreman Runa Velk.", "Tonight", "Runa Velk"),
        ("The hall burned. “It is a crying shame,” raged Runa Velk when we called on her.", "It is", "Runa Velk"),
        ("The town’s heartbroken mayor Runa Velk, 50, told the Lantern: “He hated that bridge.”", "He hated", "Runa Velk"),
        ("To the agency Tarvex the vice-minister Runa Velk had declared: “The case is over.”", "The case", "Runa Velk"),
        ("1.05 p.m. Tom Orr of the Union: “We were told for a week to be hard.”", "We were", "Tom Orr"),
        ("The harbour has been closed since dawn, the agency KNA reports.", "The harbour", "KNA"),
        ("The harbour is closed, the workers’ blog “The Lamp Loft” had first reported.", "The harbour", "Lamp Loft"),
        ("A group calling itself Grey Tern said that it had copied the files.", "it had copied", "Grey Tern"),
        (
            "A roof fell at a mine in northern Lent, the operator, Velmar Mining, said on Tuesday.",
            "A roof",
            "Velmar Mining",
        ),
        ("She left at once, the city paper “Daily Surge” wrote.", "She left", "Daily Surge"),
        ("SHAMED captain Tom Orr blames a syrup. The Norvik star, 28, told pals he bought it.", "he bought it", "Tom Orr"),
        ("Ada Roe, 57, ran, says guest Tom Orr. “She had dry shoes,” the 44-year-old plumber sobbed.", "She had", "Tom Orr"),
        ("The patient Runa Velk was sent home. “They had drawn an arrow on my leg,” the gran fumed.", "They had", "Runa Velk"),
        ("Police searched her house, her lawyer confirms. Tom Orr says they found nothing.", "Police", "her lawyer"),
        (
            "A retired teacher wrote that the list was long. Colonel Velk calls it a fake.",
            "that the list was long",
            "retired teacher",
        ),
        (
            "Ambassador Per Velk left. A former instructor wrote to us. The rest, he says, are asleep.",
            "The rest",
            "former instructor",
        ),
        ("Mrs Velk shook her head. Her call had come at noon, she said.", "Her call", "Velk"),
        (
            "The defence lawyer, Tom Orr, received us. The verdict was ready before one witness had spoken, he said.",
            "The verdict",
            "Tom Orr",
        ),
    ],
)
def test_the_speaker_beside_the_words(pipeline: Pipeline, text: str, content: str, speaker: str) -> None:
    assert speaker in speakers(pipeline, text, content)


def test_a_title_in_quotation_marks_is_nothing_said(pipeline: Pipeline) -> None:
    found = said(pipeline, "“The Long Walk to the Sea,” a novel by Runa Velk, was sold out by noon.")
    assert all(name != "Runa Velk" for _, name in found)


def test_whom_the_owner_named_is_not_given_her_kins_words(pipeline: Pipeline) -> None:
    assert "Runa" not in speakers(
        pipeline, "Runa’s brother Tom Orr, 30, told the Lantern: “She hated that bridge.”", "She hated"
    )


def test_one_unsure_word_that_only_owns_something_is_not_she(pipeline: Pipeline) -> None:
    found = find_references(pipeline.nlp("Asked about Talmar's claim that its soldiers had freed the town, she smiled."))
    names = {e.id: e.name for e in found.entities}
    assert "Talmar" in names.values()
    assert [
        names[m.entity] for m in found.mentions if m.kind == "pronoun" and names[m.entity] == "Talmar" and m.start > 50
    ] == []


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Solvane Harnek denied that any money had been paid. She said so twice.", "Solvane Harnek", "person"),
        ("ICY Edda Lundvar pushed the law through at night.", "Edda Lundvar", "person"),
        ("Harnek Maritime denied that any money had been paid.", "Harnek Maritime", "organisation"),
    ],
)
def test_names_that_no_list_knows(pipeline: Pipeline, text: str, name: str, kind: str) -> None:
    found = {e.name: e.type for e in find_references(pipeline.nlp(text)).entities}
    assert found.get(name) == kind


def test_a_clause_about_a_firm_does_not_name_it(pipeline: Pipeline) -> None:
    found = find_references(pipeline.nlp("The firm Velmar bought last year lost money, the ministry said. The firm is small."))
    names = {e.id: e.name for e in found.entities}
    assert [names[m.entity] for m in found.mentions if m.start == 0 and m.kind == "noun"] != ["Velmar"]


def test_initials_that_report_are_no_company(pipeline: Pipeline) -> None:
    text = "Oil leaked into the river on Saturday, LPD reported. The company speaks of 800 litres."
    assert speakers(pipeline, text, "800 litres") == ["company"]


def test_a_company_named_only_below_is_not_the_company(pipeline: Pipeline) -> None:
    text = (
        "Oil leaked into the river.\n\nOil leaked into the river on Saturday. The company says that it was little oil.\n\n"
        "The analyst Ada Roe of Velmar Bank expects a fine."
    )
    assert speakers(pipeline, text, "it was little oil") == ["company"]


def test_a_trust_is_no_hospital_of_its_word(pipeline: Pipeline) -> None:
    text = "Six clinics are closed, the hospital trust said. Ada Roe spoke outside Lent General Hospital."
    assert speakers(pipeline, text, "Six clinics") == ["hospital trust"]
