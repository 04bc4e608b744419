"""Which outlet an address or a dateline names."""

import pytest

from variorum.reading.press import outlet_of


@pytest.mark.parametrize(
    ("url", "source", "outlet"),
    [
        ("https://www.bbc.co.uk/news/1", None, "BBC News"),
        ("https://edition.cnn.com/x", None, "CNN"),
        ("https://velda.example/x", None, None),
        ("not an address [", None, None),
        (None, "Reuters", None),
        (None, "AP", None),
        (None, "Velda News Agency", None),
        (None, "Velda Gazette", "Velda Gazette"),
        (None, "CNN", "CNN"),
        (None, "Velda", None),
        (None, "Gazette", None),
    ],
)
def test_domains_and_datelines(url: str | None, source: str | None, outlet: str | None) -> None:
    assert outlet_of(url, source) == outlet
