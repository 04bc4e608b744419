"""Bytes into text: what can be told is read, what cannot is refused with its reason."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from variorum.reading.decoding import NotText, decode

TEXT = "Café owners in Velda – “all of them” – protest."


@pytest.mark.parametrize(
    ("data", "encoding", "guessed"),
    [
        (TEXT.encode(), "utf-8", False),
        (b"\xef\xbb\xbf" + TEXT.encode(), "utf-8", False),
        (TEXT.encode("utf-16"), "utf-16", False),
        (b"\xfe\xff" + TEXT.encode("utf-16-be"), "utf-16", False),
        (TEXT.encode("cp1252"), "cp1252", True),
    ],
)
def test_encodings_that_are_read(data: bytes, encoding: str, guessed: bool) -> None:  # noqa: FBT001
    decoded = decode(data)
    assert (decoded.text, decoded.encoding, decoded.guessed) == (TEXT, encoding, guessed)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"\x89PNG\r\n\x1a\n" + bytes(200), "binary"),
        (bytes(range(256)) * 4, "encoding cannot be told|binary"),
        (b"%PDF-1.7 text", "binary"),
        (TEXT.encode()[:-1] + b"\xe2\x80", "damaged UTF-8"),
        (TEXT.encode("utf-16-le"), "UTF-16 without"),
        (TEXT.encode("utf-32"), "UTF-32"),
        ("Корабли ждут в порту второй день".encode("cp1251"), "cannot be told"),
        (b"\x81\x8d plain words around two bytes that mean nothing", "cannot be told"),
    ],
)
def test_what_is_refused_and_why(data: bytes, reason: str) -> None:
    with pytest.raises(NotText, match=reason):
        decode(data)


@given(st.text(alphabet=st.characters(blacklist_categories=("Cs", "Cc"))))
def test_utf8_comes_back_as_it_was(text: str) -> None:
    if not text.startswith("\ufeff"):
        assert decode(b"\xef\xbb\xbf" + text.encode()).text == text
