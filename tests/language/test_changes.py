import pytest
from hypothesis import given
from hypothesis import strategies as st

from variorum.language.changes import find_edits, gravest, negations, numbers, spelled_alike
from variorum.language.tokens import find_words
from variorum.records.story import Edit

VOCABULARY = ("we", "will", "not", "never", "all", "most", "nine", "14", "ships", "Orlev", "Verek", "the", "until")
SENTENCES = st.lists(st.sampled_from(VOCABULARY), max_size=15).map(" ".join)


def edits(a: str, b: str) -> tuple[Edit, ...]:
    return find_edits(a, find_words(a), b, find_words(b))


@pytest.mark.parametrize(
    ("a", "b", "change"),
    [
        ("We will not leave the port", "We will leave the port", "negation"),
        ("The front denied the attack", "The front admitted the attack", "negation"),
        ("Selde was finalising the purchase of ships", "Selde was considering the purchase of ships", "modality"),
        ("The depot exploded", "The depot allegedly exploded", "modality"),
        ("We should sail on Monday", "We sail on Monday", "modality"),
        ("nine people were killed", "14 people were killed", "number"),
        ("at least nine people were killed", "nine people were killed", "number"),
        ("We will find them", "They will find them", "subject"),
        ("the army said Verek ordered it", "the army said Brandt ordered it", "subject"),
        ("all depots will close", "most depots will close", "scope"),
        ("the huge blast", "the big blast", "other"),
    ],
)
def test_the_gravest_change_is_named(a: str, b: str, change: str) -> None:
    assert gravest(edits(a, b)) == change


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("nine people were killed", "9 people were killed"),
        ("Should the rain stop, we sail", "If the rain stops, we sail"),
        ("the ships will leave", "the ships would leave"),
        ("we won't leave the port", "we will not leave the port"),
        ("we cannot leave the port", "we can't leave the port"),
        ("Selde refused the offer", "Selde rejected the offer"),
    ],
)
def test_words_of_one_meaning_change_nothing_grave(a: str, b: str) -> None:
    assert gravest(edits(a, b)) == "other"


def test_equal_passages_have_one_edit_without_change() -> None:
    assert edits("We rest.", "we rest") == (Edit("equal", (0, 7), (0, 7), None),)
    assert gravest(edits("We rest.", "we rest")) is None


def test_not_until_sets_a_condition() -> None:
    assert negations(find_words("We will not rest until they are found")) == 0
    assert negations(find_words("We will not rest")) == 1


def test_numbers_are_spelled_in_digits() -> None:
    assert numbers(find_words("every one of nine men and 2,400 tonnes")) == ("9", "2400")


def test_a_deletion_points_at_its_place() -> None:
    a, b = "a very huge blast", "a huge blast"
    gone = next(e for e in edits(a, b) if e.op == "delete")
    assert (a[slice(*gone.a)], gone.b) == ("very", (1, 1))


@given(SENTENCES, SENTENCES)
def test_edits_rebuild_both_passages(a: str, b: str) -> None:
    found = edits(a, b)
    assert " ".join(a[slice(*e.a)] for e in found if e.a[0] < e.a[1]) == a
    assert " ".join(b[slice(*e.b)] for e in found if e.b[0] < e.b[1]) == b
    assert all((e.changes is None) == (e.op == "equal") for e in found)


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("I'd go", "I would go", True),
        ("I'd gone", "I had gone", True),
        ("he's", "he has", True),
        ("he's", "he was", False),
        ("e-mail", "email", True),
        ("isn't", "is not", True),
        ("isn't", "is", False),
        ("", "", False),
    ],
)
def test_words_that_are_only_spelled_otherwise(one: str, other: str, *, alike: bool) -> None:
    assert spelled_alike(find_words(one).keys, find_words(other).keys) == alike
