"""What denies, what is only considered and what affirms."""

from collections.abc import Callable

import pytest

from variorum.collation.claims.setting import setting_of
from variorum.collation.claims.statements import statements_of
from variorum.collation.denials.units import Unit, affirmed_units, denial_units
from variorum.collation.entities.find import merge_entities
from variorum.collation.word_stems import stem
from variorum.records import AnnotatedArticle

Told = Callable[..., AnnotatedArticle]


def read(text: str, told: Told) -> tuple[list[Unit], list[Unit]]:
    articles = (told("a", text, day="2031-05-20"),)
    entities = merge_entities(articles)
    statements = statements_of(articles, entities)
    setting = setting_of(statements, entities)
    return denial_units(statements, setting), affirmed_units(statements, setting)


@pytest.mark.parametrize(
    ("text", "kind", "denied"),
    [
        ("The army did not shell the mill in Dorn.", "negation", "shell the mill"),
        ("Orlen Lines denied that the ferry had lost its lock.", "refusal", "lost its lock"),
        ("The ministry is considering a guarantee for all deposits.", "considered", "guarantee for all deposits"),
        ("The ministry is considering whether to close the harbour.", "considered", "close the harbour"),
        ("The army shelled the mill in Dorn. Nothing is decided.", "words", "is decided"),
        ("The army shelled the mill in Dorn. The hotel denies that anybody was hurt.", "refusal", "anybody was hurt"),
        ("Mara Tellin denied having met the baker.", "refusal", "met the baker"),
        ("The mayor rejected the insinuation that votes were bought.", "refusal", "votes were bought"),
        ("Mara Tellin called the claim that her party had bought votes absurd.", "refusal", "her party had bought votes"),
        ("Mara Tellin said reports of beatings are false.", "refusal", "beatings"),
        ("The claim that votes were bought is inaccurate, the mayor said.", "refusal", "votes were bought"),
        ("Reports of a strike in Dorn are “nonsense”.", "refusal", "a strike in Dorn"),
        ("It is a lie that our boats rammed the pier.", "refusal", "our boats rammed the pier"),
        ("That the mill stood empty, as the paper wrote, he called an invention.", "refusal", "the mill stood empty"),
        ("Mara Tellin described the prices named in the letter as invented.", "refusal", "the prices named in the letter"),
    ],
)
def test_each_kind_is_found_with_what_it_denies(text: str, kind: str, denied: str, told: Told) -> None:
    denials, _ = read(text, told)
    assert [u.kind for u in denials] == [kind]
    assert denied in denials[0].text


def test_only_the_half_behind_and_not_is_denied(told: Told) -> None:
    (denial,) = read("The wound came from a fall and not from a club, a doctor said.", told)[0]
    assert ("club" in denial.text, "fall" in denial.text, "contrast" in denial.marks) == (True, False, True)


@pytest.mark.parametrize(
    "text",
    [
        "There is no doubt that the ferry sank.",
        "If the army did not shell the mill, somebody else did.",
        "Did the army not shell the mill?",
        "The claim that the army had shelled the mill was read aloud.",
        "Mara Tellin called the statement of the choir brave.",
        "There was no word from the ferry until Friday.",
        "The mayor threatened to fine the bakers if they did not pay.",
        "In some rooms the picture may not improve.",
        "It is a poor bridge that should have never been built.",
        "The papers do not necessarily show a theft.",
        "The band played Don’t Leave the Mill for an hour.",
    ],
)
def test_idioms_conditions_questions_and_bare_claims_deny_nothing(text: str, told: Told) -> None:
    assert read(text, told)[0] == []


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        ("Office is a loan, not a gift.", "contrast"),
        ("The mayor did not name the buyer of the mill.", "untold"),
        ("A promise is not a bridge.", "maxim"),
    ],
)
def test_weak_denials_are_marked(text: str, mark: str, told: Told) -> None:
    assert [u.marks for u in read(text, told)[0]] == [{mark}]


def test_the_noun_of_which_there_is_none_heads_the_denial(told: Told) -> None:
    denials, _ = read("No helicopter flew over Dorn that night.", told)
    assert stem("helicopter") in denials[0].heads


def test_only_what_is_affirmed_is_an_affirmation(told: Told) -> None:
    _, affirmed = read("The army shelled the mill. The harbour was not closed. Did the choir sing?", told)
    assert [u.words for u in affirmed] == ["The army shelled the mill"]


@pytest.mark.parametrize("text", ["The parties discussed the harbour.", "Mara Tellin negotiated the release of the crew."])
def test_talk_that_is_over_only_considers_nothing(text: str, told: Told) -> None:
    assert read(text, told)[0] == []


def test_what_meets_refusal_is_not_told_as_so(told: Told) -> None:
    _, affirmed = read("Mara Tellin rejected plans to build a dam. The school choir sang at noon.", told)
    assert [u.words for u in affirmed] == ["The school choir sang at noon"]


def test_what_is_denied_in_a_quotation_is_its_speakers(told: Told) -> None:
    denials, _ = read("“There was no siren,” Mara Tellin said. The hotel of Dorn burned down on Sunday.", told)
    assert [u.speaker is not None for u in denials] == [True]
    assert "Tellin" not in denials[0].words


@pytest.mark.parametrize(
    ("text", "denied"),
    [
        ("The men were bakers, not smugglers.", {"smuggler"}),
        ("Mara Tellin is no officer but a clerk of the mill.", {"officer"}),
    ],
)
def test_of_a_contrast_only_one_half_is_denied(text: str, denied: set[str], told: Told) -> None:
    (unit,) = read(text, told)[0]
    assert unit.stems == {stem(word) for word in denied}


def test_a_clause_that_lacks_something_affirms_nothing(told: Told) -> None:
    assert read("Dorn has been without water.", told)[1] == []
    assert read("Dorn has water.", told)[1] != []


def test_who_is_described_by_a_denial_is_not_denied(told: Told) -> None:
    denials, _ = read("Nine men, among them two clerks who were on no list, came to Dorn.", told)
    assert all("Nine" not in u.words for u in denials)


@pytest.mark.parametrize("label", ["a crude fake", "pure propaganda", "as a hoax"])
def test_labels_deny_what_they_are_given_to(label: str, told: Told) -> None:
    denials, _ = read(f"Mara Tellin described the report that votes were bought {label}.", told)
    assert [u.text for u in denials if u.kind == "refusal"] == ["votes were bought"]


@pytest.mark.parametrize("text", ["The step is being considered.", "Such a move is being considered."])
def test_what_is_considered_and_not_named_is_no_denial(text: str, told: Told) -> None:
    assert read(text, told)[0] == []


@pytest.mark.parametrize(
    "text",
    [
        "Mara Tellin dismissed it as nonsense.",
        "It is a pity that our boats rammed the pier.",
        "That the mill stood empty, he called a relief.",
    ],
)
def test_what_is_not_called_untrue_or_not_told_is_not_refused(text: str, told: Told) -> None:
    assert not [u for u in read(text, told)[0] if u.kind == "refusal"]


def test_what_is_called_a_lie_is_not_affirmed(told: Told) -> None:
    _, affirmed = read("It is a lie that our boats rammed the pier. The pier burned.", told)
    assert [u.words for u in affirmed] == ["The pier burned"]


@pytest.mark.parametrize(
    ("text", "affirmed"),
    [
        ("Mara Tellin withdrew the claim that the mill was hollow. The pier burned.", ["The pier burned"]),
        ("Mara Tellin has dropped the allegation that the mill was hollow. The pier burned.", ["The pier burned"]),
        ("The army withdrew from the mill. The pier burned.", ["The army withdrew from the mill", "The pier burned"]),
    ],
)
def test_words_taken_back_are_not_affirmed(text: str, affirmed: list[str], told: Told) -> None:
    found = [u.words for u in read(text, told)[1]]
    assert [words for words in found if "Tellin" not in words] == affirmed
