"""One place under two names is no difference of places."""

import pytest

from variorum.collation.disagreements.places import abbreviates


@pytest.mark.parametrize(
    ("short", "name", "one"),
    [
        ("Norv.", "Norvia", True),
        ("Pt. Sl.", "Port Sael", True),
        ("Vn.", "Velmorania", True),
        ("Norvia", "Norvia Hills", False),
        ("Karsk.", "Norvia", False),
        (".", "Norvia", False),
    ],
)
def test_letters_before_a_full_stop_stand_for_a_name(short: str, name: str, *, one: bool) -> None:
    assert abbreviates(short, name) is one
