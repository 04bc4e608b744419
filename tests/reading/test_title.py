"""Titles: the first line of a plain text, or a given one found in it."""

import pytest

from variorum.reading.title import find_title, locate_title

BODY = "Two ships wait in the harbour of Velda."


def title(text: str) -> str | None:
    span = find_title(text)
    return text[slice(*span)] if span else None


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (f"Ships wait in Velda\n\n{BODY}", "Ships wait in Velda"),
        (f"\r\n  Ships wait in Velda \r\n{BODY}", "Ships wait in Velda"),
        (f"Do ships wait?\n{BODY}", "Do ships wait?"),
        (f"Ships wait in Velda.\n{BODY}", None),
        (f"“Ships wait.”\n{BODY}", None),
        (f"{'Ships wait ' * 20}\n{BODY}", None),
        ("Ships wait in Velda", None),
        ("Ships wait in Velda\n\n", None),
        (f"VELDA (AP) – Two ships wait\n{BODY}", None),
        (f"Share\nMay 3, 2031\nShips wait in Velda\n{BODY}", "Ships wait in Velda"),
        (f"By Ada Lorn\nShips wait in Velda\n{BODY}", "Ships wait in Velda"),
        (f"•\n{BODY}", None),
        (f"Velda Post\n\nShips wait in the harbour\n{BODY}", "Ships wait in the harbour"),
        (f"Velda Post\n{BODY}", "Velda Post"),
        (f"Docks Shut Today\nBy Ada Lorn\n{BODY}", "Docks Shut Today"),
        (f"Ships Wait Today\nDocks shut\n{BODY}", "Ships Wait Today"),
    ],
)
def test_the_first_line_of_a_plain_text(text: str, found: str | None) -> None:
    assert title(text) == found


def test_a_given_title_is_located_when_it_opens_the_text() -> None:
    assert locate_title(f"Ships wait in “Velda”.\n{BODY}", 'Ships wait in "Velda"') == (0, 22)
    assert locate_title(f"{BODY}\nShips", "Ships wait in Velda") is None
