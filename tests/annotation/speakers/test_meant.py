"""Whose words they are where no full name says it: pronouns, words of respect, datelines, words without a cue; near misses."""

import pytest

from variorum.annotation.attributions.find import find_quotations
from variorum.annotation.coreference.find import find_references
from variorum.annotation.mentions.words import words_of
from variorum.annotation.nlp import Pipeline


def speakers(pipeline: Pipeline, text: str) -> dict[str, str | None]:
    """The speaker of each attribution, by the first three words of its content."""
    doc = pipeline.nlp(text)
    quotations, references = find_quotations(doc, find_references(doc))
    names = {e.id: e.name for e in references.entities}
    return {" ".join(text[q.content[0][0] : q.content[0][1]].split()[:3]): names.get(q.speaker or "") for q in quotations}


@pytest.mark.parametrize(
    ("text", "content", "speaker"),
    [
        (
            'The vote was close. "It is over," said Tom Bell. He would go home, he said.\n\n'
            'Dupren Orlath, the coach of the other side, was having none of it. "It is not over," he thundered.',
            "It is not",
            "Dupren Orlath",
        ),
        (
            "President Ada Kroll opened the dam. His Excellency Tom Orr, the ambassador, watched.\n\n"
            "His Excellency said that the lake was deep.",
            "that the lake",
            "Tom Orr",
        ),
        (
            "PORT LENT, March 3 (Nova) – The mayor, Ada Kroll, has said that the ferry will sail.",
            "that the ferry",
            "Ada Kroll",
        ),
        (
            "The president wanted it, according to army circles. The boy is dead, they say, and will be buried.",
            "The boy is",
            "army circles",
        ),
        (
            "Tom Bell, a fisherman, wanted the dam, according to an official close to the court. He rejects that it leaks.",
            "that it leaks",
            "Tom Bell",
        ),
        (
            "The coach Stan Grubb lost his temper.\n\nMeanwhile Grubb, 61, insisted that he was calm.",
            "that he was",
            "Stan Grubb",
        ),
        (
            "Rain fell. Police called it a murder, according to three clerks with knowledge of the talks, who added that the "
            "door was open.",
            "that the door",
            "three clerks with knowledge of the talks",
        ),
        ('Gus Orr brought a jar of washers to the council. "I am not making a threat to anyone."', "I am not", "Gus Orr"),
        (
            '"We are proud of this mill," said Ada Kroll, chairman and chief executive of Lentmill.',
            "We are proud",
            "Ada Kroll",
        ),
        (
            "Some praised the Evening News. This newspaper understands that the mill will close.",
            "that the mill",
            "This newspaper",
        ),
    ],
)
def test_speaker_meant(pipeline: Pipeline, text: str, content: str, speaker: str) -> None:
    assert speakers(pipeline, text)[content] == speaker


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("At the interval, asked whether she liked the play, Ada Kroll said that it was long.", "whether she liked"),
        ("Ada Kroll opened the dam. The dam is old and wide. Her Majesty said that the lake was deep.", "that the lake"),
    ],
)
def test_nobody_named_is_guessed(pipeline: Pipeline, text: str, content: str) -> None:
    assert "Kroll" not in (speakers(pipeline, text).get(content) or "")


def test_a_dateline_speaks_nothing(pipeline: Pipeline) -> None:
    text = "Two ferries meet\n\nLENTPORT: Two ferries collided off the mole at noon and eight people were hurt.\n"
    assert "LENTPORT" not in speakers(pipeline, text).values()


def test_a_label_that_returns_is_no_dateline(pipeline: Pipeline) -> None:
    turns = words_of(pipeline.nlp("On the dam\n\nKROLL: The dam is dry.\n\nNOVA: Who says so?\n\nKROLL: I say so.\n"))
    dated = words_of(pipeline.nlp("On the dam\n\nLENTPORT: Two ferries collided at noon.\n"))
    assert "KROLL" not in {w for w, marked in zip(turns.text, turns.dateline, strict=True) if marked}
    assert "LENTPORT" in {w for w, marked in zip(dated.text, dated.dateline, strict=True) if marked}


def test_a_thing_before_the_words_does_not_speak(pipeline: Pipeline) -> None:
    text = '"We are leaving," said Tom Bell. The lamp went out. "There is nothing left to say here."'
    assert set(speakers(pipeline, text).values()) == {"Tom Bell"}


@pytest.mark.parametrize(
    ("text", "content", "speaker"),
    [
        (
            "Ada Kroll of the mill owed money. Its lawyer, Tom Bell, said that nothing was due. He vowed to fight the claim.",
            "to fight the",
            "Tom Bell",
        ),
        (
            "The envoy had raised the case of the jailed writer Luka Orr, a member of her staff told reporters on Monday.",
            "The envoy had",
            "member of her staff",
        ),
        (
            "Asked about the money, Tom Bell says nothing new. Aldo Kroll had taken no mark, he repeats; on the boat they ate.",
            "Aldo Kroll had",
            "Tom Bell",
        ),
        ("I asked Tom Bell whether Halvex had told his office. He laughed. “At nine,” he said.", "At nine", "Tom Bell"),
        ("Analyst Rolf Dane of Basin Research expects a delay of a year.", "a delay of", "Rolf Dane"),
        ("1015 GMT – Former inspector Gaspar Nolan cautioned against rumours.", "rumours", "Gaspar Nolan"),
        ("Bell had sent his brother a message, the “Mirror” had reported.", "Bell had sent", "Mirror"),
        (
            "The skipper walked free in May.\n\nDaughter Livia, 29, raged: “They needed a thief, any thief.”",
            "They needed a",
            "Livia",
        ),
        (
            "Maren Sainte-Just, the only candidate, spoke first. “You do not stop a match,” she argued.",
            "You do not",
            "Maren Sainte-Just",
        ),
        ("Terion Ullin, who came second, lodged a protest. She said that she had been angry.", "that she had", "Terion Ullin"),
    ],
)
def test_speaker_among_others(pipeline: Pipeline, text: str, content: str, speaker: str) -> None:
    assert speakers(pipeline, text)[content] == speaker


@pytest.mark.parametrize(
    ("text", "content"),
    [
        (
            "“It is over,” Tom Bell said.\n\nThe guild warned the bailiff in June. He wrote that the letter had been filed.",
            "that the letter",
        ),
        (
            "Ketriform kept the first line and lost the second. It also lost his admission that sixty men were with him.",
            "that sixty men",
        ),
        (
            'The band, Mara Doss asserted on air, had left. The brigadier brushed this aside. "Huts do not shoot at men."',
            "Huts do not",
        ),
    ],
)
def test_doubt_names_nobody(pipeline: Pipeline, text: str, content: str) -> None:
    assert speakers(pipeline, text).get(content) is None


@pytest.mark.parametrize(
    ("between", "pieces"),
    [
        ("said, as a few young boxers trained inside, while outside some people stopped to take photos.", [2]),
        ("said in an interview aired Monday on “New Day.”", [2]),
        ("said, suggesting that a quieter song would do.", [2, 1]),
        ("said on his doorstep. Was he bitter?", [1, 1]),
    ],
)
def test_quotations_parted_by_the_sentence_with_the_cue_alone_are_one(
    pipeline: Pipeline, between: str, pieces: list[int]
) -> None:
    doc = pipeline.nlp(f"“The name will live on,” Tom Bell {between} “The stories will live on, and the example too.”")
    quotations, _ = find_quotations(doc, find_references(doc))
    assert [len(q.content) for q in quotations] == pieces


def test_several_named_together_are_no_single_person(pipeline: Pipeline) -> None:
    text = "Ada Kroll and Nils Orr said that the mill was safe.\n\nHe said that the dam was not."
    assert speakers(pipeline, text)["that the dam"] != "Ada Kroll and Nils Orr"


@pytest.mark.parametrize(
    ("text", "content", "speaker"),
    [
        ('"There was no fire," the agency Argent quoted baker Pia Low as saying.', "There was no", "Pia Low"),
        (
            "Lantern: The minister Dorn Hask says that he has won.\n\nOrlin: He has lost.\n\nLantern: And?\n\nOrlin: Yes.",
            "that he has",
            "Dorn Hask",
        ),
        (
            'The League left. "He was punished for his views," said the High Representative, Lena Voss.',
            "He was punished",
            "Lena Voss",
        ),
        (
            "Factory boss Otto Krell spoke for an hour.\n\nOn the minister's offer of 90 million he was cool. "
            '"Money was never the problem."',
            "Money was never",
            "Otto Krell",
        ),
        (
            'A nurse told the Lantern by telephone that the roof fell. "We ran," said the nurse, who gave her name as Selma.',
            "that the roof",
            "Selma",
        ),
        (
            "On Monday the head of government Ada Brandt renewed her charges. “We had a paper,” she said.",
            "We had a",
            "Ada Brandt",
        ),
    ],
)
def test_who_is_put_forward_is_not_always_who_speaks(pipeline: Pipeline, text: str, content: str, speaker: str) -> None:
    assert speakers(pipeline, text)[content] == speaker


@pytest.mark.parametrize(
    ("text", "content", "wrong"),
    [
        (
            "A group led by the deputy trade minister, Joren Pask, came in March, one of the officials said. "
            '"They took a price list," said the official, who asked for anonymity.',
            "They took a",
            "Joren Pask",
        ),
        (
            'President Ilan Morvath met Saida Renn on Friday. "We agreed," Morvath said. "There is work left," Renn said. '
            "Her foreign minister, Goran Pell, will travel to Tolvek next week, he told reporters.",
            "Her foreign minister,",
            "Ilan Morvath",
        ),
        ("The works council at Orlend's main mill fears for 900 jobs.", "for 900 jobs", "Orlend"),
    ],
)
def test_nobody_else_is_named_where_it_is_not_clear_who_speaks(pipeline: Pipeline, text: str, content: str, wrong: str) -> None:
    assert speakers(pipeline, text).get(content) != wrong
