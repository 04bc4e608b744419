"""Dated facts of single reports: a clause, or the act of saying something, with the days it can lie in."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from variorum.collation.claim_sentences import concepts_in, sentence_at
from variorum.collation.claim_statements import Statement
from variorum.collation.claim_words import kind_words
from variorum.records.annotation import AnnotatedArticle, Quotation, Time
from variorum.records.article import Field, Span

Status = Literal["happened", "planned", "claimed", "denied"]
OPEN = ("conditional", "question", "possible")
"""Modalities of clauses that tell of nothing that was, is or is to be."""

DOUBTED = kind_words("doubting")
"""Cues with which a report keeps its distance from what was said."""


@dataclass(frozen=True, slots=True)
class Fact:
    """One dated clause, or one dated act of speech (``statement`` is ``None``).

    ``earliest`` and ``latest`` are ISO days, ``""`` where open; ``terms`` are concepts; ``who`` is the story entity that acts
    or speaks.
    """

    article: AnnotatedArticle
    origin: int
    span: Span
    field: Field
    earliest: str
    latest: str
    grain: str
    status: Status
    terms: frozenset[str]
    who: str | None
    statement: Statement | None
    group: str | None


def dated_facts(
    statements: Sequence[Statement], numbers: Mapping[str, int], groups: Mapping[tuple[str, str], str], names: Mapping[str, str]
) -> tuple[Fact, ...]:
    """Facts by article and place: each time expression goes to the smallest clause that holds it, or to the words of saying
    beside it."""
    by_article: dict[str, list[Statement]] = {}
    for s in statements:
        by_article.setdefault(s.article.id, []).append(s)
    return tuple(f for key in sorted(by_article) for f in _facts(by_article[key], numbers, groups, names))


def _facts(
    statements: Sequence[Statement], numbers: Mapping[str, int], groups: Mapping[tuple[str, str], str], names: Mapping[str, str]
) -> Iterator[Fact]:
    article = statements[0].article
    held: dict[str, list[Time]] = {}
    owners: dict[str, Statement] = {}
    for time in article.times:
        if not _is_dated(time) or _in_furniture(article, time):
            continue
        owner = None if _in_attribution(article, time) else _owner(time, statements)
        if owner is not None:
            owners[owner.claim.id] = owner
            held.setdefault(owner.claim.id, []).append(time)
        elif (speech := _speech_at(article, time)) is not None:
            yield _said(article, time, speech, numbers[article.id], names)
    for key, owner in owners.items():
        if owner.modality not in OPEN and not _is_lapse(owner, held[key]):
            yield from _clause_facts(owner, held[key], groups.get(owner.key))


def _is_dated(time: Time) -> bool:
    return time.type in ("DATE", "TIME") and bool(time.earliest or time.latest) and not time.value.endswith("_REF")


def _in_furniture(article: AnnotatedArticle, time: Time) -> bool:
    """Whether the time stands in a dateline: it dates the report and no deed."""
    return time.field == "text" and any(f.start <= time.start and time.end <= f.end for f in article.furniture)


def _in_attribution(article: AnnotatedArticle, time: Time) -> bool:
    """Whether the time belongs to the saying or to its source ("according to a 2024 report") and not to what was said."""
    spans = [s for q in article.quotations if q.field == time.field for s in (*q.cue, *q.source)]
    return any(start <= time.start and time.end <= end for start, end in spans)


def _owner(time: Time, statements: Sequence[Statement]) -> Statement | None:
    """The smallest clause that holds the time."""
    holding = [
        s for s in statements if s.claim.field == time.field and s.claim.span[0] <= time.start and time.end <= s.claim.span[1]
    ]
    return min(holding, key=lambda s: (s.claim.span[1] - s.claim.span[0], s.claim.span, s.claim.id), default=None)


def _clause_facts(owner: Statement, times: Sequence[Time], group: str | None) -> Iterator[Fact]:
    """One fact where the clause's dates fit together, else one for each."""
    start, end = max(t.earliest or "" for t in times), min(t.latest or "9999" for t in times)
    if start <= end:
        yield _clause_fact(owner, start, "" if end == "9999" else end, min(times, key=_width), group)
        return
    for time in times:
        yield _clause_fact(owner, time.earliest or "", time.latest or "", time, group)


def _is_lapse(owner: Statement, times: Sequence[Time]) -> bool:
    """Whether the clause says that something has not happened since then, which dates nothing."""
    source = owner.article.text if owner.claim.field == "text" else owner.article.title or ""
    return owner.polarity == "negative" and any("since" in source[max(t.start - 7, 0) : t.end].casefold() for t in times)


def _width(time: Time) -> tuple[int, int]:
    return -len(time.value.split("T")[0]), time.start


def _clause_fact(owner: Statement, earliest: str, latest: str, time: Time, group: str | None) -> Fact:
    return Fact(
        owner.article,
        owner.origin,
        owner.claim.span,
        owner.claim.field,
        earliest,
        latest,
        grain_of(time),
        _status(owner, earliest),
        frozenset(owner.terms),
        owner.subject,
        owner,
        group,
    )


def _status(owner: Statement, earliest: str) -> Status:
    published = owner.article.published.latest
    if owner.modality in ("planned", "demanded") or (published is not None and earliest > published):
        return "planned"
    if owner.polarity == "negative":
        return "denied"
    return "claimed" if owner.quotation is not None and _is_only_claimed(owner.article, owner.quotation) else "happened"


def _is_only_claimed(article: AnnotatedArticle, quotation: Quotation) -> bool:
    """Whether the report leaves it to the speaker: in quotation marks, with a doubting cue, or as belief or intent."""
    if quotation.kind != "indirect" or quotation.act not in ("speech", "document"):
        return True
    spans = quotation.cue if quotation.field == "text" else ()
    return any(concepts_in(article, span) & DOUBTED for span in spans)


def _speech_at(article: AnnotatedArticle, time: Time) -> Quotation | None:
    """The attribution whose words of saying stand in one sentence with the time, outside of what was said."""
    if time.field != "text":
        return None
    sentence = sentence_at(article, time.start, time.end)
    near = [
        q
        for q in article.quotations
        if q.field == "text"
        and any(sentence[0] <= s and e <= sentence[1] for s, e in q.cue)
        and not any(s <= time.start < e for s, e in q.content)
    ]
    return min(near, key=lambda q: (min(abs(s - time.start) for s, _ in q.cue), q.id), default=None)


def _said(article: AnnotatedArticle, time: Time, speech: Quotation, origin: int, names: Mapping[str, str]) -> Fact:
    span = sentence_at(article, time.start, time.end)
    speaker = names.get(speech.speaker or "", speech.speaker)
    terms = concepts_in(article, span) | ({f"@{speaker}"} if speaker else set())
    return Fact(
        article,
        origin,
        span,
        "text",
        time.earliest or "",
        time.latest or "",
        grain_of(time),
        "happened",
        frozenset(terms),
        speaker,
        None,
        None,
    )


def grain_of(time: Time) -> str:
    """How fine a time is, from its TIMEX3 value."""
    value = time.value
    if "T" in value:
        return "hour" if any(c.isdigit() for c in value.split("T")[1]) else "day"
    parts = value.split("-")
    if len(parts) >= 2 and parts[1].startswith("W"):
        return "day" if len(parts) > 2 and parts[2].isdigit() else "week"
    if len(parts) >= 2 and parts[1].startswith("Q"):
        return "quarter"
    if len(parts) >= 2 and parts[1] in ("SP", "SU", "FA", "WI"):
        return "season"
    if len(parts) == 1:
        return "year" if len(value) == 4 else "decade" if len(value) == 3 else "unknown"
    return "month" if len(parts) == 2 else "day"
