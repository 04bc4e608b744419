"""Bytes into text: UTF-8, UTF-16 with a byte order mark, else Windows-1252 where that gives plausible text."""

import codecs
import re
from dataclasses import dataclass

BINARY_HEADS = (b"%PDF", b"PK\x03\x04", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"\x1f\x8b", b"\xd0\xcf\x11\xe0", b"{\\rtf")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0e-\x1a\x1c-\x1f\x7f]")
_MULTIBYTE = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_HIGH = re.compile(rb"[\x80-\xff]+")


class NotText(ValueError):
    """The bytes are no text we can read; the message says what they seem to be."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """``text`` and the ``encoding`` it was in; ``guessed`` when nothing in the bytes says so."""

    text: str
    encoding: str
    guessed: bool = False


def decode(data: bytes) -> Decoded:
    """The text of ``data`` without its byte order mark; line breaks are kept as they are.

    Raises ``NotText`` for binary data, damaged UTF-8 and encodings that cannot be told.
    """
    if data.startswith((codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)):
        raise NotText("it is in UTF-32")
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return Decoded(_strict(data, "utf-16"), "utf-16")
    if data.startswith(BINARY_HEADS):
        raise NotText("it is a binary file, not text")
    if data.count(0) * 4 > len(data):
        raise NotText("it looks like UTF-16 without a byte order mark")
    body = data.removeprefix(codecs.BOM_UTF8)
    try:
        text = body.decode("utf-8")
    except UnicodeDecodeError as problem:
        return _guess(body, problem.start)
    return Decoded(_without_controls(text), "utf-8")


def _strict(data: bytes, encoding: str) -> str:
    try:
        return _without_controls(data.decode(encoding))
    except UnicodeDecodeError as problem:
        raise NotText(f"it is damaged {encoding.upper()} (byte {problem.start + 1})") from None


def _without_controls(text: str) -> str:
    """``text`` itself; ``NotText`` where it holds more control characters than a text has by accident."""
    found = len(_CONTROL.findall(text))
    if found > 2 and found * 200 > len(text):
        raise NotText("it is a binary file, not text")
    return text


def _guess(data: bytes, bad_byte: int) -> Decoded:
    """Windows-1252, unless the bytes are clearly damaged UTF-8, another writing system or no text at all."""
    high = sum(len(run) for run in _HIGH.findall(data))
    valid = sum(len(run) for run in _MULTIBYTE.findall(data))
    if valid * 2 > high:
        raise NotText(f"it is damaged UTF-8 (byte {bad_byte + 1})")
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError:
        raise NotText("its encoding cannot be told, and it is not UTF-8") from None
    if _CONTROL.search(text):
        raise NotText("it is a binary file, not text")
    if high * 5 > len(data):
        raise NotText("its encoding cannot be told, and it is not UTF-8")
    return Decoded(text, "cp1252", guessed=True)
