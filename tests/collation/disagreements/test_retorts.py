"""Retorts that point to what another voice said just before."""

from collections.abc import Callable

import pytest

from variorum.collation.claims.setting import setting_of
from variorum.collation.claims.statements import statements_of
from variorum.collation.disagreements.retorts import retort_verdicts
from variorum.collation.entities.find import merge_entities
from variorum.records import AnnotatedArticle

Told = Callable[..., AnnotatedArticle]


def sides(article: AnnotatedArticle) -> list[tuple[str, str]]:
    entities = merge_entities((article,))
    statements = statements_of((article,), entities)
    verdicts = retort_verdicts((article,), statements, setting_of(statements, entities))
    return [(a.member().exact, b.member().exact) for a, b in (v.sides for v in verdicts)]


@pytest.mark.parametrize(
    ("before", "retort"),
    [
        (
            "Union leader Ilse Brand said the mine had been closed on Friday.",
            "Owner Piet Larsen said: “This is a complete lie.”",
        ),
        ("Ilse Brand said the owner had promised a hall.", "“He has said nothing of the kind,” lawyer Piet Larsen said."),
        ("Ilse Brand said the ropes of the mine were old.", "Piet Larsen calls this a wicked slander."),
        ("Ilse Brand said the pumps had been sold.", "“This does not correspond to the facts,” Piet Larsen said."),
        ("Ilse Brand said she had made a call to the harbour.", "Piet Larsen said that such a call has never existed."),
        ("Two clerks gave the paper a film that shows masked men at the lock.", "The ministry called the film a fake."),
        ("The paper printed a letter in which Ilse Brand asks for money.", "Piet Larsen said the letter was a forgery."),
        ("The note says that the mine was closed.", "Piet Larsen dismissed the note as a hoax."),
        ("Two clerks said the ministry was weighing a curfew for the docks.", "Piet Larsen said that no such plan existed."),
        ("Ilse Brand said the harbour had sent her a warning.", "Piet Larsen denied that there was such a warning."),
    ],
)
def test_a_retort_is_set_against_the_sentence_before(before: str, retort: str, told: Told) -> None:
    found = sides(told("a", f"{before} {retort}"))
    assert len(found) == 1
    assert found[0][0] in before
    assert found[0][1] in retort


@pytest.mark.parametrize(
    "text",
    [
        "Ilse Brand said the mine had been closed. Ilse Brand said: “Everything else is a lie.”",
        "The mine had been closed on Friday. This is wrong.",
        "Ilse Brand said the mine had been closed. “Is that a lie?” Piet Larsen asked.",
        "The mine had been closed. Piet Larsen said no such letter had come.",
        "Ilse Brand said the ropes were old. Piet Larsen said reports that he knew of the ropes are wrong.",
        "The team won the cup in June. Ilse Brand called the goal a fantasy.",
    ],
)
def test_no_retort_without_another_voice_or_what_it_points_to(text: str, told: Told) -> None:
    assert sides(told("a", text)) == []


@pytest.mark.parametrize(
    ("text", "said", "denied"),
    [
        ("The owner claims that the shaft has been drained. It has not.", "the shaft has been drained", "It has not"),
        (
            "Ilse Brand said that the ropes had been tested. They had not, Piet Larsen said.",
            "the ropes had been tested",
            "They had not",
        ),
        (
            "The harbour master has resigned, according to two clerks; she has not, Piet Larsen said.",
            "The harbour master has resigned",
            "she has not",
        ),
        (
            "The union says the owner drained the lake, which Piet Larsen denies.",
            "the owner drained the lake",
            "which Piet Larsen denies",
        ),
        (
            "Prosecutors say the owner hid the money abroad, a charge his lawyers reject.",
            "the owner hid the money abroad",
            "a charge his lawyers reject",
        ),
        (
            "The rumour that the owner has sold the mine comes from the cook. His clerk, Piet Larsen, calls it nonsense.",
            "The rumour that the owner has sold the mine",
            "calls it nonsense",
        ),
    ],
)
def test_short_and_trailing_denials_are_set_against_what_stands_before_them(
    text: str, said: str, denied: str, told: Told
) -> None:
    ((one, other),) = sides(told("a", text))
    assert said in one
    assert denied in other


@pytest.mark.parametrize(
    "text",
    [
        "Rents rose in the harbour. They did not, however, rise in the hills.",
        "The miners asked for a free day, which the owner rejected.",
        "What we know about the mine, and what we don't, would fill a page.",
        "The mine had been closed on Friday. It was not.",
        "Did Ilse Brand say the mine was closed? They did not.",
    ],
)
def test_no_verb_left_out_and_no_refusal_of_a_wish_is_a_denial(text: str, told: Told) -> None:
    assert sides(told("a", text)) == []


@pytest.mark.parametrize(
    ("before", "retort", "target"),
    [
        ("Piet Larsen denied that the dam had leaked.", "“That is pure fantasy,” Piet Larsen said.", "the dam had leaked"),
        ("The mill rejects reports that its pumps had been patched.", "There was no such patch.", "its pumps had been patched"),
    ],
)
def test_what_the_same_voice_has_just_denied_is_what_its_retort_answers(
    before: str, retort: str, target: str, told: Told
) -> None:
    found = sides(told("a", f"{before} {retort}"))
    assert [said for said, _ in found] == [target]


def test_no_other_voice_answers_a_denial_as_if_it_had_been_said(told: Told) -> None:
    text = "Piet Larsen denied that the dam had leaked. “That is pure fantasy,” Ilse Brand said."
    assert "the dam had leaked" not in [said for said, _ in sides(told("a", text))]


def test_words_of_an_unnamed_voice_are_answered_too(told: Told) -> None:
    text = "The safety board had recommended a halt, two clerks said. “No such recommendation has reached us,” Ilse Brand said."
    assert sides(told("a", text))


def test_a_number_that_nobody_gave_before_is_not_what_the_sentence_before_says(told: Told) -> None:
    text = "Ilse Brand said that 90 miners had been below. “The figure of 340 was invented,” Piet Larsen said."
    assert not sides(told("a", text))


@pytest.mark.parametrize(
    ("account", "said"),
    [
        (
            "Guard Ilse Brand said two boats had sunk at the pier. “I heard the planks crack,” she said. "
            "Piet Larsen said: “That is nonsense.”",
            "two boats had sunk at the pier",
        ),
        (
            "A clerk of the bank said that the vault had been emptied at night. “There was sawdust on the stairs,” the clerk "
            "said. Bank chief Piet Larsen called this a fairy tale.",
            "the vault had been emptied at night",
        ),
    ],
)
def test_a_retort_answers_the_whole_account_and_not_the_words_quoted_last(account: str, said: str, told: Told) -> None:
    ((found, _),) = sides(told("a", account))
    assert found.startswith(said)


def test_what_a_third_voice_said_before_is_not_answered(told: Told) -> None:
    account = "Mayor Otto Held said the ferry was late. Ilse Brand said the pumps had been sold. Piet Larsen called this a lie."
    ((found, _),) = sides(told("a", account))
    assert found == "the pumps had been sold"


def test_a_clause_behind_a_comma_denies_only_its_own_sentence(told: Told) -> None:
    account = "Ilse Brand said two boats had sunk. Ilse Brand said the planks had cracked, a claim Piet Larsen rejected."
    ((found, _),) = sides(told("a", account))
    assert found == "the planks had cracked"


@pytest.mark.parametrize(
    "text",
    [
        "“To end the rumour that I will sing at the fair; I will not,” Ilse Brand said.",
        "Piet Larsen's father ran a mill in Dorn, the paper said. Ada Brenn said that Ilse Brand did not own any such mill.",
    ],
)
def test_no_retort_answers_itself_or_what_is_told_of_another(text: str, told: Told) -> None:
    assert sides(told("a", text)) == []
