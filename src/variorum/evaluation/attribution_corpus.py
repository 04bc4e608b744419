"""Reads reports in which attributions are marked in place (``corpus/attributions``): text, and gold by character offsets.

The notation: ``{LABEL|words}``, labels ``s`` source, ``c`` content, ``q`` cue, ``a`` addressee, ``m`` medium with the
number of their attribution, ``x`` for what only looks like one; after the number the kind, ``neg``, ``hyp`` and
``=speaker``. Marks nest and never cross.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

from variorum.errors import GoldError

Span = tuple[int, int]
Kind = Literal["speech", "document", "belief", "intent", "attitude"]
KINDS: tuple[Kind, ...] = ("speech", "document", "belief", "intent", "attitude")
_LABEL = re.compile(r"(?P<part>[scqam])(?P<number>\d+)(?P<words>(?: \w+)*)(?:=(?P<speaker>[^=;|{}]+))?$")
_PARTS = {"s": "source", "c": "content", "q": "cue", "a": "addressee", "m": "medium"}


@dataclass(frozen=True, slots=True)
class GoldAttribution:
    """One marked attribution. Spans count characters of the bare text, in text order; ``speaker`` is ``None`` for ``?``."""

    number: int
    kind: Kind
    content: tuple[Span, ...]
    cue: tuple[Span, ...]
    source: tuple[Span, ...]
    addressee: tuple[Span, ...]
    medium: tuple[Span, ...]
    speaker: str | None
    negative: bool
    hypothetical: bool


@dataclass(frozen=True, slots=True)
class MarkedReport:
    """A report: bare ``text`` (headline first), header ``fields``, attributions by number, and the ``lookalikes`` (``x``)."""

    id: str
    text: str
    fields: Mapping[str, str]
    attributions: tuple[GoldAttribution, ...]
    lookalikes: tuple[Span, ...]

    @property
    def number(self) -> int:
        """The running number at the end of the id, by which reports are kept for testing."""
        return int(self.id.rsplit("-", 1)[-1])


def gold_row(report: MarkedReport) -> dict[str, Any]:
    """``report`` as a line of gold for the task ``quotations``: ``id``, ``text``, ``quotations`` with the speaker's name."""
    rows = [
        {
            "content": [list(s) for s in a.content],
            "cue": [list(s) for s in a.cue],
            "source": [list(s) for s in a.source],
            "act": a.kind,
            "speaker_name": a.speaker,
        }
        for a in report.attributions
    ]
    return {"id": report.id, "text": report.text, "quotations": rows}


@dataclass(slots=True)
class _Draft:
    spans: dict[str, list[Span]] = field(default_factory=lambda: {name: [] for name in _PARTS.values()})
    kinds: set[str] = field(default_factory=set)
    flags: set[str] = field(default_factory=set)
    speakers: set[str] = field(default_factory=set)


def read_reports(folder: Path) -> Iterator[MarkedReport]:
    """Every ``*.txt`` of ``folder`` in order of name. Raises ``GoldError`` that names the file and the mark that is wrong."""
    for path in sorted(folder.glob("*.txt")):
        yield parse_report(path.stem, path.read_text(encoding="utf-8"))


def parse_report(name: str, marked: str) -> MarkedReport:
    """The report in ``marked``; ``name`` is its id. Raises ``GoldError``."""
    head, gap, body = marked.partition("\n\n")
    if not gap:
        raise GoldError(f"{name}: no empty line after the header")
    pairs = (line.partition(":") for line in head.splitlines())
    fields = {key.strip(): value.strip() for key, _, value in pairs}
    text, marks = _unmark(name, body.strip("\n") + "\n")
    drafts: dict[int, _Draft] = {}
    lookalikes: list[Span] = []
    for labels, span in marks:
        for label in labels.split(";"):
            if label.strip() == "x":
                lookalikes.append(span)
            else:
                _note(name, drafts, label.strip(), span)
    found = tuple(_finished(name, number, drafts[number]) for number in sorted(drafts))
    return MarkedReport(name, text, fields, found, tuple(lookalikes))


def _unmark(name: str, body: str) -> tuple[str, list[tuple[str, Span]]]:
    """The bare text and each mark's labels with its span, in order of its start."""
    bare: list[str] = []
    length = 0
    open_marks: list[tuple[int, str, int]] = []
    marks: list[tuple[int, str, Span]] = []
    at = 0
    while at < len(body):
        char = body[at]
        if char == "{":
            bar = body.find("|", at)
            if bar < 0 or "{" in body[at + 1 : bar] or "}" in body[at + 1 : bar]:
                raise GoldError(f"{name}: a mark without | at {body[at : at + 40]!r}")
            open_marks.append((len(marks) + len(open_marks), body[at + 1 : bar], length))
            at = bar + 1
            continue
        if char == "}":
            if not open_marks:
                raise GoldError(f"{name}: a closing brace too many at {body[max(0, at - 40) : at + 1]!r}")
            order, labels, start = open_marks.pop()
            marks.append((order, labels, (start, length)))
        elif char == "|":
            raise GoldError(f"{name}: a bar outside a mark at {body[max(0, at - 40) : at + 1]!r}")
        else:
            bare.append(char)
            length += 1
        at += 1
    if open_marks:
        raise GoldError(f"{name}: a mark is not closed: {open_marks[-1][1]!r}")
    return "".join(bare), [(labels, span) for _, labels, span in sorted(marks, key=lambda m: (m[2], m[0]))]


def _note(name: str, drafts: dict[int, _Draft], label: str, span: Span) -> None:
    match = _LABEL.match(label)
    if match is None:
        raise GoldError(f"{name}: not a label: {label!r}")
    draft = drafts.setdefault(int(match["number"]), _Draft())
    draft.spans[_PARTS[match["part"]]].append(span)
    words = set(match["words"].split())
    unknown = words - {*KINDS, "neg", "hyp"}
    if unknown:
        raise GoldError(f"{name}: {sorted(unknown)[0]!r} in {label!r} is no kind and neither neg nor hyp")
    draft.kinds |= words & set(KINDS)
    draft.flags |= words & {"neg", "hyp"}
    if match["speaker"]:
        draft.speakers.add(match["speaker"].strip())


def _finished(name: str, number: int, draft: _Draft) -> GoldAttribution:
    for what, held in (("content", draft.spans["content"]), ("kind", draft.kinds), ("speaker (or =?)", draft.speakers)):
        if not held:
            raise GoldError(f"{name}: attribution {number} has no {what}")
    for what, given in (("kinds", draft.kinds), ("speakers", draft.speakers)):
        if len(given) > 1:
            raise GoldError(f"{name}: attribution {number} has two {what}: {sorted(given)}")
    kind, speaker = next(iter(draft.kinds)), next(iter(draft.speakers))
    parts = {part: tuple(sorted(spans)) for part, spans in draft.spans.items()}
    return GoldAttribution(
        number=number,
        kind=next(k for k in KINDS if k == kind),
        speaker=None if speaker == "?" else speaker,
        negative="neg" in draft.flags,
        hypothetical="hyp" in draft.flags,
        **parts,
    )
