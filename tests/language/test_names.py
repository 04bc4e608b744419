import pytest
from hypothesis import given
from hypothesis import strategies as st

from variorum.language.names import (
    country,
    country_of,
    fold,
    given_name_gender,
    is_acronym_of,
    is_demonym_of,
    name_words,
    same_person_name,
    spelling_key,
    surname_key,
)


def test_fold_levels_diacritics_apostrophes_and_hyphens() -> None:
    assert fold("Zoë O’Hara-Núñez") == "zoe ohara nunez"
    assert fold("the Hollins'") == "the hollins"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Karim al-Jaffari", "Jaffari"),
        ("Karim al-Jaffari", "Karim Jafari"),
        ("Karim el Jaafari", "Dr Ja’afari"),
        ("Osman bin Tariq", "Tariq"),
        ("Pieter van den Berg", "Berg"),
        ("Mary O'Hara", "OHara"),
        ("Ian McLeod", "MacLeod"),
        ("José Muñoz", "Munoz"),
        ("Hussein", "Husayn"),
    ],
)
def test_surname_key_is_the_same_for_spellings_of_one_name(one: str, other: str) -> None:
    assert surname_key(one) == surname_key(other)


def test_surname_key_differs_for_different_names() -> None:
    assert len({surname_key(n) for n in ("Hale", "Hall", "Holm", "Hill")}) == 4


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("Karim al-Jaffari", "Karim Jaffari", True),
        ("Karim al-Jaffari", "Jaffari", True),
        ("Lee Dong-min", "Lee", True),
        ("John F. Reed", "John Reed", True),
        ("J. Reed", "John Reed", True),
        ("Anna Reed", "Tom Reed", False),
        ("Ben Reed", "Tom Reed", False),
        ("Anna Maria Reed", "Maria", False),
        ("Anna Reed", "Anna Holm", False),
    ],
)
def test_same_person_name(one: str, other: str, *, expected: bool) -> None:
    assert same_person_name(one, other) is expected
    assert same_person_name(other, one) is expected


def test_a_particle_that_is_a_given_name_counts_in_first_place() -> None:
    assert name_words("Al Reed") == ("al", "reed")
    assert name_words("al-Reed") == ("reed",)


@pytest.mark.parametrize(
    ("short", "long", "expected"),
    [
        ("IRC", "International River Commission", True),
        ("I.R.C.", "International River Commission", True),
        ("BDP", "Bank of Deposits and Pensions", True),
        ("BODAP", "Bank of Deposits and Pensions", True),
        ("TPC", "Trans-Pacific Council", True),
        ("IRC", "Interior Ministry", False),
        ("Irc", "International River Commission", False),
        ("X", "Xylo", False),
    ],
)
def test_is_acronym_of(short: str, long: str, *, expected: bool) -> None:
    assert is_acronym_of(short, long) is expected


@pytest.mark.parametrize(
    ("name", "code", "form"),
    [
        ("the United States", "USA", "country"),
        ("US", "USA", "country"),
        ("Americans", "USA", "demonym"),
        ("Washington", "USA", "capital"),
        ("South Korean", "KOR", "demonym"),
        ("Norway's", "NOR", "country"),
    ],
)
def test_country_knows_names_demonyms_and_capitals(name: str, code: str, form: str) -> None:
    found = country(name)
    assert found is not None
    assert (found.code, found.form) == (code, form)


def test_a_country_must_have_its_capital_letter_and_be_a_real_one() -> None:
    assert country_of("turkey") is None
    assert country_of("us") is None
    assert country_of("Norland") is None


def test_invented_demonyms() -> None:
    assert is_demonym_of("Norlandic", "Norland")
    assert is_demonym_of("Ruvanians", "Ruvania")
    assert not is_demonym_of("Norland", "Norland")
    assert not is_demonym_of("Norlington", "Norland")


def test_given_name_gender() -> None:
    assert given_name_gender("Anna") == "f"
    assert given_name_gender("Ibrahim") == "m"
    assert given_name_gender("Kim") == "u"
    assert given_name_gender("Table") is None


@given(st.text(max_size=30))
def test_keys_never_fail_and_ignore_case(text: str) -> None:
    assert fold(fold(text)) == fold(text)
    assert spelling_key(text) == spelling_key(fold(text))
    surname_key(text)
    country_of(text)
