"""How a report introduces who speaks (rank, clause, copula, calling oneself), and whom a pronoun then leaves open."""

from collections.abc import Callable

import pytest

from variorum.annotation.attributions.page import lay_out
from variorum.annotation.coreference.find import find_references
from variorum.annotation.coreference.references import References
from variorum.annotation.nlp import Pipeline
from variorum.annotation.speakers.find import resolve
from variorum.annotation.speakers.pronouns import Spoken, last_speaker
from variorum.records.annotation import Entity, Mention

Speakers = Callable[[str, str], list[str | None]]


INTRODUCED = [
    ("Some 90 of the men have gone, a spokesman for the troops at Orsk, Maj Ivar Lund, told KNR.", "Some 90", "Ivar Lund"),
    (
        "Ships have left the ports of the homeland, the Minister of Inland Waters, His Excellency Omar Badran, declared. "
        "“We showed them the door,” the Minister said.",
        "We showed",
        "Omar Badran",
    ),
    (
        "The spokesman of the Lorn Front, who calls himself Maksil, said by telephone that it would rain.",
        "it would rain",
        "Maksil",
    ),
    (
        "The author of the study is Jorim Kale, a chemist. “I counted the wells in May and again in June,” he said.",
        "I counted",
        "Jorim Kale",
    ),
    ("A dyke engineer I trust, Dr Lisa Borg, told me: “A wet dyke is a sponge.” And Salme? Salme swims.", "A wet", "Lisa Borg"),
    ("A clerk who saw the fight, Per Dahl, said that nobody had run away.", "nobody had", "Per Dahl"),
    (
        "The hall burned. “They took the keys first, they bring them back last,” so the minister of justice Orsine.",
        "They",
        "Orsine",
    ),
    ("The hall burned. “A pilot may err. The system is there for that hour,” so its head Torvik.", "A pilot", "Torvik"),
    ("General Rovan left at noon. “We gave our word and we kept it,” the agency KNR quotes him.", "We gave", "Rovan"),
    (
        "The politician Runa Velk said it was late. She demanded that Dorkhir resign. "
        "Dorkhir told journalists he saw no reason to. “I was at the station with my men,” he said.",
        "I was",
        "Dorkhir",
    ),
    ("The guests left Estmark on Friday. The dead are three, says the hospital.", "The dead", "hospital"),
    ("The spokesman for the harbour board, Norvik, said that two ships had left.", "two ships", "Norvik"),
    ("“They threw the pump into the well,” said the neighbour, forester Bojan Rudel.", "They threw", "Bojan Rudel"),
    ("A woman who asked us to call her only Nill told the Bell she had seen it.", "she had", "Nill"),
    ("A man who presents himself as Commander Dahl, of the Lorn Front, says that it will rain.", "it will", "Dahl"),
    ("Three divers came up. “We carried them out,” says one of them, a welder whom we call Arno.", "We carried", "Arno"),
    ("It was late. The minister of defence Orsk, who was in Velm, insists on nine barges.", "nine barges", "Orsk"),
    ("It was late. The minister of Justice Orsk insists on nine barges.", "nine barges", "Orsk"),
    (
        "At least nine men were hurt, according to the director of Velm General Hospital, Nils Avar. The rest swam.",
        "At least nine",
        "Nils Avar",
    ),
    ("The Bell understands from two drivers that the strike is off.", "the strike", "two drivers"),
]


@pytest.mark.parametrize(
    ("text", "content", "speaker"),
    [
        ("The chairman of the harbour board, Norvik Mining, said that two ships had left.", "two ships", "Norvik Mining"),
        ("Dockers walked out, TRN reported. The union says that it was the whole day.", "whole day", "TRN"),
        (
            "Ona Brask told the Lantern: “They counted the cars.” The toll paid for paint. The firm says this is nonsense. "
            "The Lantern says: pay up!",
            "nonsense",
            "Lantern",
        ),
        (
            "President of Velmar: Toll at the strait must go\n\nVelmar demanded on Monday that the toll be dropped. "
            "“The sea is free,” Velmar said.",
            "Toll at the strait",
            "Velmar",
        ),
    ],
)
def test_nobody_is_taken_for_another(speakers: Speakers, text: str, content: str, speaker: str) -> None:
    assert speaker not in speakers(text, content)


def test_whom_the_text_calls_she_is_not_he(pipeline: Pipeline) -> None:
    def goes_on(pronoun: str) -> str | None:
        doc = pipeline.nlp(
            f"Professor Lajka Vahl spoke. She called it a trick.\n\nThe hall will have new chairs, {pronoun} added."
        )
        page, references = lay_out(doc), find_references(doc)
        vahl = next(e.id for e in references.entities if e.name == "Lajka Vahl")
        said = [Spoken(vahl, 0, doc[2].idx + len(doc[2]))]
        token = next(t for t in doc if t.text == pronoun)
        return last_speaker(page, token, None, said, references, goes_on=True)

    assert goes_on("she") is not None
    assert goes_on("he") is None


def test_a_description_that_fits_bodies_is_the_body_named_beside_it(pipeline: Pipeline) -> None:
    def meant(text: str, word: str) -> str:
        doc = pipeline.nlp(text)
        start = text.index("Norvale")
        name = Mention(start, start + 7, "name", "organisation", "e1")
        references = References((name,), (Entity("e1", "Norvale", "organisation", named=True),))
        found = resolve(lay_out(doc), next(t for t in doc if t.text == word), references)
        return found.references.entity(found.entity or "").name

    assert meant("The mill burned, its employer, the firm Norvale, said.", "employer") == "Norvale"
    assert meant("The mill burned, its lawyer, the firm Norvale, said.", "lawyer") != "Norvale"


@pytest.mark.parametrize(("text", "content", "speaker"), INTRODUCED)
def test_who_is_introduced_speaks(speakers: Speakers, text: str, content: str, speaker: str) -> None:
    assert speakers(text, content) == [speaker]


NOT_MEANT = [
    (
        "Halvar Brisk read her letter. “If you want another mayor, Halvar, you must say so,” she writes.",
        "another",
        "Halvar Brisk",
    ),
    (
        "An officer of the staff says that the plan lies ready. President Sedrane has not signed it, he adds.",
        "has not signed",
        "Sedrane",
    ),
    (
        "Two of the clerks spoke. A guard supplied by the Inland Ministry had turned the key, they said.",
        "had turned",
        "Inland Ministry",
    ),
    (
        "Reporter Ilka Sorn was freed on Monday after a year in a cell. Our reporter says the mood at the bridge was calm.",
        "the mood",
        "Ilka Sorn",
    ),
    (
        "The minister Brandel spoke late. “We tried the boat,” he said according to the broadcaster KTV One. "
        "On the threat of fines he answered: “Nobody fines me.”",
        "Nobody",
        "KTV One",
    ),
    (
        "An old smith, Sami, told me then: “You will go one day.”\n\nYesterday Halvard survived the vote by seven. "
        "She told reporters: “I regret that I kept the letter.”",
        "I regret",
        "Sami",
    ),
    ("A spokesman for the commander, Maj Ivar Lund, said the port was shut.", "the port", "spokesman for the commander Lund"),
]


@pytest.mark.parametrize(("text", "content", "name"), NOT_MEANT)
def test_nobody_is_named_who_is_only_spoken_of(speakers: Speakers, text: str, content: str, name: str) -> None:
    found = speakers(text, content)
    assert found
    assert name not in found


STILL_MEANT = [
    ("Lauro Ferrand, 52, has slept three hours, he says.", "has slept", "Lauro Ferrand"),
    ("“I, Ada Roe, swear that the well is dry,” she said. Ada Roe then left the hall.", "swear", "Ada Roe"),
    ("From our reporter Ada Roe. The bridge is open. Our reporter says the mood was calm.", "the mood", "Ada Roe"),
    ("Per Dahl was told by the mayor that it rained.", "it rained", "mayor"),
]


@pytest.mark.parametrize(("text", "content", "name"), STILL_MEANT)
def test_who_names_himself_speaks(speakers: Speakers, text: str, content: str, name: str) -> None:
    assert name in speakers(text, content)


def test_what_somebody_was_somebody_else_may_be(speakers: Speakers) -> None:
    text = "The mayor was Ada Roe in those years. The mayor said that the well is dry."
    assert "Ada Roe" not in speakers(text, "the well")


HOURS = [
    ("The hour is open. The neighbour in the Gong says 7am. Nobody else does.", "7am"),
    ("The first flash is at 03:43. The ministry still says 4:10. Nobody answered my mail.", "4:10"),
]


@pytest.mark.parametrize(("text", "hour"), HOURS)
def test_an_hour_may_be_all_that_somebody_says(speakers: Speakers, text: str, hour: str) -> None:
    assert len(speakers(text, hour)) == 1


def test_an_hour_with_a_verb_is_part_of_what_is_said(speakers: Speakers) -> None:
    assert speakers("Dahl said 4.10 was too early.", "4.10 was too early") == ["Dahl"]


def test_what_a_reporter_saw_is_his(speakers: Speakers) -> None:
    text = "Fifteen men crossed from the western bank at dawn, a Lantern reporter at the scene saw."
    assert speakers(text, "Fifteen men crossed") == ["Lantern reporter at the scene"]
    assert not speakers("The gate gave way at dawn, and a baker saw it.", "The gate")
