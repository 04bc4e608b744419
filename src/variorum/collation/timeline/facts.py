"""Dated facts of single reports: a clause, or the act of saying something, with the days it can lie in."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from variorum.collation.claims.sentences import concepts_in, sentence_at
from variorum.collation.claims.statements import Statement
from variorum.collation.timeline.status import Status, status_of
from variorum.language.lexicon import alternatives, marked
from variorum.records.annotation import AnnotatedArticle, Quotation, Time
from variorum.records.article import Field, Span

ENDS = ("by", "until", "before")
"""Relations of what is planned to a day that only ends the stretch in which it will be."""

WHEN = re.compile(r",?\s+when\s+")
OWNER = re.compile(rf"(?:\b(?:{alternatives(marked('en', 'annotation_words', 'determiner'))})|['’]s)\s$", re.IGNORECASE)
OWNER_REACH = 12
"""Characters before a year in which an article or possessive can stand."""
YEAR_OF_NOUN = re.compile(r"\d{4}\s\w")

LEAST_CLAUSE = 3
"""Words of a clause behind "when" that tells something."""

LEAST_TOLD = 6
"""Words of a sentence that tells something though none of its clauses was read."""

OPEN = ("conditional", "question", "possible")
"""Modalities of clauses that tell of nothing that was, is or is to be."""


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
        if not _is_dated(time) or _in_furniture(article, time) or _names_a_noun(article, time):
            continue
        if (clause := _when_clause(article, time)) is not None:
            yield _told(article, time, clause, numbers[article.id])
        owner = None if _in_attribution(article, time) else _owner(time, statements)
        if owner is not None:
            owners[owner.claim.id] = owner
            held.setdefault(owner.claim.id, []).append(time)
        elif (speech := _speech_at(article, time)) is not None:
            yield _said(article, time, speech, numbers[article.id], names)
        elif (span := _whole_sentence(article, time)) is not None:
            yield _told(article, time, span, numbers[article.id])
    for key, owner in owners.items():
        if owner.modality not in OPEN and not _is_lapse(owner, held[key]):
            yield from _clause_facts(owner, held[key], groups.get(owner.key))


def _is_dated(time: Time) -> bool:
    return time.type in ("DATE", "TIME") and bool(time.earliest or time.latest) and not time.value.endswith("_REF")


def _in_furniture(article: AnnotatedArticle, time: Time) -> bool:
    """Whether the time stands in a dateline: it dates the report and no deed."""
    return time.field == "text" and any(f.start <= time.start and time.end <= f.end for f in article.furniture)


def _names_a_noun(article: AnnotatedArticle, time: Time) -> bool:
    """Whether a bare year stands between an article or possessive and its noun ("the 2015 accord"): it tells which accord is
    meant, and not when what the clause tells of it was."""
    source = article.text if time.field == "text" else article.title or ""
    before = OWNER.search(source, max(time.start - OWNER_REACH, 0), time.start)
    return before is not None and YEAR_OF_NOUN.match(source, time.start) is not None


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


def _from_publication(article: AnnotatedArticle, earliest: str, latest: str) -> str:
    """The first day of what must be done by a day, or lasts until it: any from publication on."""
    published = article.published.earliest if article.published.basis not in ("inferred", "unknown") else None
    return published if published is not None and published <= (latest or "9999") else earliest


def _is_lapse(owner: Statement, times: Sequence[Time]) -> bool:
    """Whether the clause says that something has not happened since then, which dates nothing."""
    source = owner.article.text if owner.claim.field == "text" else owner.article.title or ""
    return owner.polarity == "negative" and any("since" in source[max(t.start - 7, 0) : t.end].casefold() for t in times)


def _width(time: Time) -> tuple[int, int]:
    return -len(time.value.split("T")[0]), time.start


def _clause_fact(owner: Statement, earliest: str, latest: str, time: Time, group: str | None) -> Fact:
    status = status_of(owner, earliest)
    if status == "planned" and time.relation in ENDS:
        earliest = _from_publication(owner.article, earliest, latest)
    return Fact(
        owner.article,
        owner.origin,
        owner.claim.span,
        owner.claim.field,
        earliest,
        latest,
        grain_of(time),
        status,
        frozenset(owner.terms),
        owner.subject,
        owner,
        group,
    )


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


def _when_clause(article: AnnotatedArticle, time: Time) -> Span | None:
    """What happened at a past time that a clause with "when" tells of ("since 1987, when troops occupied it")."""
    if time.field != "text" or not article.published.latest or (time.latest or "9999") > article.published.latest:
        return None
    end = sentence_at(article, time.start, time.end)[1]
    found = WHEN.match(article.text, time.end, end)
    clause = article.text[found.end() : end].rstrip(".") if found else ""
    quoted = any(s <= time.start < e for q in article.quotations if q.kind != "indirect" for s, e in q.content)
    return (found.end(), found.end() + len(clause)) if found and len(clause.split()) >= LEAST_CLAUSE and not quoted else None


def _whole_sentence(article: AnnotatedArticle, time: Time) -> Span | None:
    """The sentence of the report's own that holds the time though no clause of it was read ("claimed victory on Monday")."""
    if time.field != "text" or _in_attribution(article, time):
        return None
    start, end = sentence_at(article, time.start, time.end)
    sentence = article.text[start:end]
    quoted = any(q.kind != "indirect" and s <= time.start < e for q in article.quotations for s, e in q.content)
    told = sentence.endswith(".") and len(sentence.split()) >= LEAST_TOLD and not quoted
    return (start, end) if told else None


def _told(article: AnnotatedArticle, time: Time, span: Span, origin: int) -> Fact:
    ahead = article.published.latest is not None and (time.earliest or "") > article.published.latest
    fact = _sentence_fact(article, time, span, origin, None)
    return replace(fact, status="planned") if ahead else fact


def _said(article: AnnotatedArticle, time: Time, speech: Quotation, origin: int, names: Mapping[str, str]) -> Fact:
    span = sentence_at(article, time.start, time.end)
    return _sentence_fact(article, time, span, origin, names.get(speech.speaker or "", speech.speaker))


def _sentence_fact(article: AnnotatedArticle, time: Time, span: Span, origin: int, speaker: str | None) -> Fact:
    terms = concepts_in(article, span) | ({f"@{speaker}"} if speaker else set())
    days = time.earliest or "", time.latest or ""
    return Fact(article, origin, span, "text", *days, grain_of(time), "happened", frozenset(terms), speaker, None, None)


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
