"""Furniture at the edges of a text: the lines above its first paragraph and below its last, read from the edge inwards."""

import re
from collections.abc import Iterator, Mapping, Sequence

from variorum.reading.furniture.lines import LONGEST, Line
from variorum.reading.furniture.patterns import furniture_patterns
from variorum.reading.furniture.press import OwnPress
from variorum.reading.furniture.voices import ENOUGH, heard, only_address, told_for, voice_of
from variorum.records.article import Furniture, FurnitureKind

_Marked = Mapping[int, FurnitureKind]
_Found = tuple[int, FurnitureKind]

EDGE_LINES = 8
"""Lines of an edge at most, and never more than half of the text."""
PARAGRAPH_WORDS = 12
HEADLINE_WORDS = 14
NOTE_LEAST, NOTE_WORDS = 2, 12
CREDITED_WORDS = 25
"""A line with a picture's credit at its end is the picture's caption where it stands above the report and is no longer."""
COUNTED_WORDS = 4
"""A headline that begins with a number has so many words; a shorter one is a figure of the report (``Dead: 40 men``)."""

_HEAD_USES = frozenset({"desk", "work", "right", "picture", "issue", "page", "press", "date"})
_SENTENCE = re.compile(r"[.!?…][\"'”’)\]]*$")
_TOLD = re.compile(r"(?:[.!…][\"'”’)\]]*|:|[?][\"'”’)\]]+)$|^[*•★–—-]\s|[“”]")
"""What a line of the report has and a note below it has not: an end like a sentence's, a sign of a list, quotation marks."""
_APART = re.compile(r"(?:\s[–—|]\s|,\s)$")
_CLAUSE = re.compile(r"[^?!.:|]+(?:[?!.:|]+(?!\s|$)[^?!.:|]+)*[?!.:|]*")
_TO_READER = re.compile(r"\b(?:you|your|yours|yourself|got|want|know|think)\b", re.IGNORECASE)
_NUMBER = re.compile(r"\b\d{3,}\b")
_LABEL = re.compile(r"(?P<label>[^:“”\"]{2,50}):\s+(?P<headline>\S.*)")
_ARROW = re.compile(r"[→»›▶►▸➔➤>]\s*\w.*|.*\S\s*\[(?:video|videos|photos|pictures|watch|gallery|audio)\]", re.IGNORECASE)
_PLACE = re.compile(r"(?:[A-ZÀ-Þ][\w’'-]*[ /]?){1,3}, ?(?:[^\W\d]+,? )?\d")
_QUOTE_OR_COUNT = re.compile(r"[“”]|:\s*[\d.,\s]+$")
_INSIDE = re.compile(r"\b(?:in|on|at)\b")
_COUNTED = re.compile(r"[\d.,:\s-]+")


def find_edges(lines: Sequence[Line], marked: _Marked, own: OwnPress, language: str, *, text: str) -> Iterator[Furniture]:
    """Further furniture among the ``lines`` of a ``text``, its title left out; ``marked``: starts of lines known as such."""
    reach = min(EDGE_LINES, (len(lines) + 1) // 2)
    head = dict(_head(lines[:reach], marked, own, language))
    foot = dict(_foot(lines[len(lines) - reach :], marked, own, language))
    found = {**head, **foot}
    beside = _beside(lines[len(lines) - reach :], {**marked, **foot}, text)
    yield from (Furniture(line.start, line.end, found[line.start]) for line in lines if line.start in found)
    yield from (Furniture(line.start, line.end, "related") for line in beside if line.start not in found)


def _head(lines: Sequence[Line], marked: _Marked, own: OwnPress, language: str) -> Iterator[_Found]:
    for line in lines:
        if line.start in marked:
            continue
        kind = _head_kind(line, own, language) or _caption(line, own, language)
        if kind:
            yield line.start, kind
        elif _paragraph(line):
            return


def _foot(lines: Sequence[Line], marked: _Marked, own: OwnPress, language: str) -> Iterator[_Found]:
    for line in reversed(lines):
        if line.start in marked:
            continue
        kind = _foot_kind(line, own, language)
        if kind:
            yield line.start, kind
        elif _paragraph(line):
            return


def _paragraph(line: Line) -> bool:
    """Whether a line reads like report text, so that the edge of the text ends there."""
    return line.words >= PARAGRAPH_WORDS and bool(_SENTENCE.search(line.text))


def _head_kind(line: Line, own: OwnPress, language: str) -> FurnitureKind | None:
    if own.whole.fullmatch(line.text):
        return "other"
    named = own.whole.match(line.text)
    if named and _is_slogan(line, named[0]):
        return "other"
    plain = heard(line.text, own, language) if named else None
    if plain and not plain.strange:
        return plain.kind if plain.kind != "navigation" else "other"
    voice = voice_of(line.text, own, language)
    if voice is None or not _HEAD_USES & voice.uses.keys():
        return None
    return "dateline" if voice.kind == "other" and _PLACE.match(line.text) and "issue" not in voice.uses else voice.kind


def _caption(line: Line, own: OwnPress, language: str) -> FurnitureKind | None:
    """Whether the line is a picture's: a label and a short text, or a text that ends with the picture's credit."""
    match = _LABEL.fullmatch(line.text)
    if line.words > CREDITED_WORDS or len(line.text) > LONGEST:
        return None
    if match and told_for(match["label"], "picture", language) >= ENOUGH and heard(match["label"], own, language):
        return "caption"
    ends = (p for p in furniture_patterns(language) if p.where == "suffix" and p.kind == "caption")
    credited = any(m.end() == len(line.text) and m.start() > 0 for p in ends for m in p.regex.finditer(line.text))
    return "caption" if credited else None


def _is_slogan(line: Line, name: str) -> bool:
    """Whether the outlet's name, a dash, a bar or a comma, and a few words that are no sentence fill the line."""
    return bool(_APART.search(name)) and line.words <= NOTE_WORDS and not _TOLD.search(line.text)


def _foot_kind(line: Line, own: OwnPress, language: str) -> FurnitureKind | None:
    named = own.whole.match(line.text)
    if named and _is_slogan(line, named[0]):
        return "other"
    voice = voice_of(line.text, own, language)
    if voice:
        return "credit" if voice.kind == "byline" else voice.kind
    if _ARROW.fullmatch(line.text) and line.words <= HEADLINE_WORDS and not line.text.endswith("."):
        return "related"
    if _calls_reader(line, own, language):
        return "navigation"
    return "related" if _points(line.text, own, language) else None


def _calls_reader(line: Line, own: OwnPress, language: str) -> bool:
    """Whether one clause bids the reader do something with the page, and each other one asks the reader or is of that kind."""
    if line.words > 2 * HEADLINE_WORDS or _QUOTE_OR_COUNT.search(line.text):
        return False
    clauses = [clause.strip() for clause in _CLAUSE.findall(line.text) if clause.strip()]
    if not clauses:
        return False
    bids = [_bid(clause, own, language) for clause in clauses]
    asks = [clause.endswith("?") and bool(_TO_READER.search(clause)) for clause in clauses]
    voices = [heard(clause, own, language) for clause in clauses]
    known = [voice is not None and not voice.strange for voice in voices]
    first = voices[0] is not None and not only_address(voices[0])
    led = any(bid and (first if n == 0 else clauses[n - 1].endswith(("?", ":"))) for n, bid in enumerate(bids))
    asked = [clause.endswith("?") for clause in clauses]
    return led and all(b or a or k or (q and bids[0]) for b, a, k, q in zip(bids, asks, known, asked, strict=True))


def _bid(clause: str, own: OwnPress, language: str) -> bool:
    """Whether a clause is made of the vocabulary alone and calls the reader to the page: by words of both, or by a number."""
    voice = heard(clause, own, language)
    if voice is None or voice.strange or not told_for(clause.split(maxsplit=1)[0], "call", language) + voice.uses.get("you", 0):
        return False
    return voice.weight + bool(_NUMBER.search(clause)) >= ENOUGH


def _points(text: str, own: OwnPress, language: str) -> bool:
    """Whether the line is a label for other pages, a colon and a headline."""
    match = _LABEL.fullmatch(text)
    if not match or _COUNTED.fullmatch(match["headline"]) or len(match["headline"].split()) > HEADLINE_WORDS:
        return False
    label, headline = own.pattern.sub("", match["label"]), match["headline"]
    voice = heard(match["label"], own, language)
    telling = told_for(label, "point", language) + bool(label != match["label"] and _INSIDE.search(label))
    if voice is None or voice.strange or telling < 1 or headline.endswith((".", "”", '"')):
        return False
    if len(headline.split()) < 2 or any(character.isdigit() for character in label):
        return False
    counted = headline[0].isdigit() and len(headline.split()) >= COUNTED_WORDS
    return headline[0].isupper() or counted or (telling > 1 and headline[0].islower())


def _beside(lines: Sequence[Line], marked: _Marked, text: str) -> Iterator[Line]:
    """Short lines that are no sentence, in one block with the furniture that ends a text (no blank line between)."""
    found, numbered = set(marked), [*enumerate(lines)]
    for number, line in (*numbered, *reversed(numbered)):
        if line.start in found or not NOTE_LEAST <= line.words <= NOTE_WORDS or _TOLD.search(line.text):
            continue
        around = (*lines[max(0, number - 1) : number], *lines[number + 1 : number + 2])
        if any(other.start in found and _together(text, line, other) for other in around):
            found.add(line.start)
            yield line


def _together(text: str, line: Line, other: Line) -> bool:
    first, second = sorted((line, other), key=lambda x: x.start)
    return "\n\n" in text and text[first.end : second.start].count("\n") == 1
