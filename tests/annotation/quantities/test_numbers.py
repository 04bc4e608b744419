"""Numbers in digits and words."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from variorum.annotation.quantities.numbers import number_of, numeral


@pytest.mark.parametrize(
    ("phrase", "value"),
    [
        ("1,500", 1500),
        ("2.5 million", 2500000),
        ("2 1/2", Fraction(5, 2)),
        ("½", Fraction(1, 2)),
        ("forty - five", 45),
        ("two hundred and fifty", 250),
        ("twelve thousand", 12000),
        ("two thousand five hundred", 2500),
        ("three hundred thousand", 300000),
        ("one million two hundred thousand", 1200000),
        ("a dozen", 12),
        ("two dozen", 24),
        ("a hundred", 100),
        ("half a million", 500000),
        ("a quarter of a million", 250000),
        ("one and a half million", 1500000),
        ("two and a half", Fraction(5, 2)),
        ("three quarters", Fraction(3, 4)),
        ("two hundred and six", 206),
        ("5 lakh", 500000),
        ("a", 1),
    ],
)
def test_phrase(phrase: str, value: Fraction) -> None:
    assert number_of(phrase.split()) == value


@pytest.mark.parametrize("phrase", ["", "boats", "five boats", "six and eight", "twenty fifteen", "9" * 16, "1.2.3", "5/0"])
def test_no_number(phrase: str) -> None:
    assert number_of(phrase.split()) is None


@given(st.integers(0, 10**14))
def test_digits_with_and_without_separators(number: int) -> None:
    assert numeral(f"{number:,}") == numeral(str(number)) == number
