"""An invented story (Calidria, Norvane, the fire of Port Sael) with every kind of finding, offsets found by searching.

``reports/`` has the texts, ``port_sael.toml`` the findings, each passage by report and words.
"""

import dataclasses
import difflib
import re
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from variorum.records import (
    AnnotatedArticle,
    ClaimGroup,
    ClaimMember,
    Disagreement,
    DisagreementMember,
    Edit,
    Entity,
    Event,
    Exclusive,
    Furniture,
    Manifest,
    Naming,
    Notice,
    Omission,
    Passage,
    Provenance,
    Published,
    Quotation,
    QuotationRef,
    Relay,
    Reuse,
    Span,
    Story,
    StoryEntity,
    Term,
    TimelineEntry,
    Utterance,
    Variant,
    finding_id,
    from_data,
    passage_of,
    to_data,
)
from variorum.rendering.contents import Contents, make_contents
from variorum.rendering.edition import Edition, make_edition

HERE = Path(__file__).parent
LONG_WORD = "Donau" + "dampfschifffahrts" * 12
HOSTILE_TITLE = f'<b>Hafen</b> "in Flammen" {LONG_WORD} </title><script>alert(3)</script>'

Row = dict[str, Any]
"""A table of ``port_sael.toml``; keys that are left out have no value."""


def by(method: str, reason: str, score: float | None = 0.9) -> Provenance:
    return Provenance(f"{method}@1", score, reason)


def locate(article: AnnotatedArticle, words: str, field: str = "text") -> Span:
    source = article.text if field == "text" else article.title or ""
    start = source.index(words)
    return start, start + len(words)


def _article(row: Row) -> AnnotatedArticle:
    name, day = row["id"], row.get("day")
    text = (HERE / "reports" / f"{name}.txt").read_text(encoding="utf-8").rstrip("\n")
    if name == "undated":
        text = text.replace("Hafenerweiterung", LONG_WORD)
    first = text.split("\n", 1)[0]
    article = AnnotatedArticle(
        id=name,
        text=text,
        title=first,
        title_span=(0, len(first)),
        outlet=row["outlet"],
        published=Published(day, "day", "metadata", day, day) if day else Published(),
        language="en",
        url=f"https://{name}.example/sael?a=1&b=2",
        sentences=_sentences(text),
    )
    return _special(name, article)


def _special(name: str, article: AnnotatedArticle) -> AnnotatedArticle:
    def junk(words: str, kind: str) -> Furniture:
        return Furniture(*locate(article, words), kind)  # type: ignore[arg-type]

    if name == "undated":
        return dataclasses.replace(
            article,
            title=HOSTILE_TITLE,
            title_span=None,
            url="javascript:alert(4)",
            furniture=(junk("Share this!!! Share this!!! more-icon", "related"),),
        )
    if name == "harbour":
        furniture = (junk("Advertisement - subscribe to the Harbour Post from 2 crowns a week", "related"),)
        return dataclasses.replace(article, furniture=furniture)
    if name == "gazette":
        return dataclasses.replace(article, duplicate_of="cna")
    if name == "meridian":
        return dataclasses.replace(article, byline="Anselm Roux", furniture=(junk("By Anselm Roux", "byline"),))
    return article


class Desk:
    """Makes articles and findings of the rows; ``said`` are the quotations of each report in the order of the rows."""

    def __init__(self, rows: Row) -> None:
        self.rows = rows
        self.articles = {row["id"]: _article(row) for row in rows["report"]}
        self.said: dict[str, list[Quotation]] = {name: [] for name in self.articles}

    def passage(self, row: Row) -> Passage:
        article, field = self.articles[row["report"]], row.get("field", "text")
        span = locate(article, row["words"], field) if "words" in row else (0, len(article.text))
        return passage_of(article, span, field)

    def passages(self, row: Row) -> tuple[Passage, ...]:
        return tuple(self.passage(place) for place in row["passage"])

    def quote(self, row: Row) -> Quotation:
        name, article = row["report"], self.articles[row["report"]]
        content = tuple(locate(article, part) for part in row["words"].split(" | "))
        who, cue = row.get("who"), row.get("cue", "said")
        made = Quotation(
            id=finding_id("quotation", [passage_of(article, s) for s in content], who or ""),
            field="text",
            content=content,
            cue=(_nearest(article, cue, content[0]),),
            source=(),
            kind=row.get("kind", "direct"),
            act=row.get("act", "speech"),
            polarity="positive",
            modality="asserted",
            speaker=f"{name}/{who}" if who else None,
            candidates=tuple(f"{name}/{c}" for c in row.get("candidates", ())),
            addressee=(locate(article, row["addressee"]),) if "addressee" in row else (),
            medium=(),
            chain=tuple(f"{name}/{c}" for c in (*row.get("chain", ()), *([who] if who else []))),
            by=by("quotations", f"“{cue}” stands beside the words"),
        )
        self.said[name].append(made)
        return made

    def utterance(self, row: Row) -> Utterance:
        quotes = [(told["report"], self.quote(told)) for told in row["said"]]
        refs = tuple(QuotationRef(name, quote.id) for name, quote in quotes)
        variants = tuple(
            Variant(ref, refs[0], self.edits(quotes[0], quote, row.get("changes", {})), told["relation"])
            for ref, quote, told in zip(refs[1:], quotes[1:], row["said"][1:], strict=True)
        )
        passages = [passage_of(self.articles[name], s) for name, quote in quotes for s in quote.content]
        provenance = by("utterances", "the same words in both reports")
        return Utterance(finding_id("utterance", passages), row.get("speaker"), refs, variants, provenance)

    def edits(self, base: tuple[str, Quotation], other: tuple[str, Quotation], changes: dict[str, Any]) -> tuple[Edit, ...]:
        texts = [self.articles[name].text for name, _ in (base, other)]
        a, b = (_words(text, quote.content) for text, (_, quote) in zip(texts, (base, other), strict=True))
        plain = [[text[s:e].casefold() for s, e in words] for text, words in zip(texts, (a, b), strict=True)]
        matcher = difflib.SequenceMatcher(a=plain[0], b=plain[1], autojunk=False)
        return tuple(
            Edit(op, _cover(a[i1:i2]), _cover(b[j1:j2]), changes.get(" ".join(plain[1][j1:j2])) if op != "equal" else None)  # type: ignore[arg-type]
            for op, i1, i2, j1, j2 in matcher.get_opcodes()
        )

    def claims(self, row: Row) -> ClaimGroup:
        passages = [self.passage(member) for member in row["member"]]
        members = tuple(
            ClaimMember(p.article, p.start, p.end, p.exact, f"c{i}", member.get("voice"))
            for i, (p, member) in enumerate(zip(passages, row["member"], strict=True))
        )
        origins, speakers = tuple(tuple(o) for o in row["origins"]), tuple(row["speakers"])
        provenance = by("claims", "the clauses share who, what and when")
        return ClaimGroup(
            finding_id("claims", passages), members, row["status"], origins, speakers, provenance, row["witnesses"]
        )

    def difference(self, row: Row) -> Disagreement:
        passages = [self.passage(side) for side in row["side"]]
        members = tuple(
            DisagreementMember(
                p.article, p.start, p.end, p.exact, side["value"], side.get("voice"), "text", side.get("low"), side.get("high")
            )
            for p, side in zip(passages, row["side"], strict=True)
        )
        provenance = by("figures", row["reason"], row["score"])
        return Disagreement(
            finding_id("disagreement", passages), row["kind"], row["about"], members, row["judgement"], provenance
        )

    def reuse(self, row: Row) -> Reuse:
        members = self.passages(row)
        provenance = by("reuse", "a run of shared words")
        return Reuse(
            finding_id("reuse", members), members, row["kind"], row.get("origin"), provenance, row.get("spoken", False)
        )

    def relay(self, row: Row) -> Relay:
        passages = self.passages(row)
        id = finding_id("relay", passages, row["source"], row["to"])
        return Relay(id, row["source"], row["to"], tuple(row["basis"]), passages, by("relays", "the report names its source"))

    def date(self, row: Row) -> TimelineEntry:
        passages, days = self.passages(row), (row.get("earliest"), row.get("latest"))
        id = finding_id("timeline", passages, row["text"])
        return TimelineEntry(id, row["text"], row["status"], *days, row["grain"], row["origins"], passages)

    def naming(self, row: Row) -> Naming:
        passages = self.passages(row)
        terms = tuple(Term(p.article, p.start, p.end, p.exact, p.exact) for p in passages)
        return Naming(
            finding_id("naming", passages), row["about"], terms, by("naming", "all name the same actor"), row["label"]
        )

    def exclusive(self, row: Row) -> Exclusive:
        passages = self.passages(row)
        provenance = by("exclusives", "no other report has these words")
        return Exclusive(finding_id("exclusive", passages), passages[0].article, passages, provenance)

    def all(self, kind: str) -> tuple[Any, ...]:
        return tuple(getattr(self, kind)(row) for row in self.rows[kind])

    def entities(self) -> tuple[StoryEntity, ...]:
        made = []
        for row in self.rows["person"]:
            members = tuple(sorted(f"{report}/{row['key']}" for report in row["reports"]))
            told = (row["name"], row["type"], tuple(row.get("aliases", ())), tuple(row.get("roles", ())))
            made.append(StoryEntity(members[0], *told, members, (), row["named"]))
        return tuple(sorted(made, key=lambda e: e.id))

    def finished(self) -> tuple[AnnotatedArticle, ...]:
        """The articles with their quotations and one entity for every person."""
        return tuple(
            dataclasses.replace(
                article,
                quotations=tuple(self.said[name]),
                entities=tuple(
                    Entity(f"{name}/{row['key']}", row["name"], row["type"], named=row["named"]) for row in self.rows["person"]
                ),
            )
            for name, article in self.articles.items()
        )


def _nearest(article: AnnotatedArticle, words: str, near: Span) -> Span:
    starts = [m.start() for m in re.finditer(re.escape(words), article.text)]
    start = min(starts, key=lambda s: (abs(s - near[0]), s))
    return start, start + len(words)


def _words(text: str, spans: tuple[Span, ...]) -> list[Span]:
    return [(s + m.start(), s + m.end()) for s, e in spans for m in re.finditer(r"\w+", text[s:e])]


def _cover(words: list[Span]) -> Span:
    return (words[0][0], words[-1][1]) if words else (0, 0)


def _sentences(text: str) -> tuple[Span, ...]:
    return tuple(m.span() for m in re.finditer(r"\S[^\n]*?(?:[.!?][\"”]?(?=\s)|(?=\n|$))", text))


def make_story() -> Story:
    rows = tomllib.loads((HERE / "port_sael.toml").read_text(encoding="utf-8"))
    desk = Desk(rows)
    utterances, groups = desk.all("utterance"), desk.all("claims")
    return Story(
        id="s0123456789ab",
        title="Fire at Port Sael fuel depot kills at least 14",
        articles=desk.finished(),
        entities=desk.entities(),
        utterances=utterances,
        claim_groups=groups,
        disagreements=desk.all("difference"),
        exclusives=desk.all("exclusive"),
        omissions=(Omission("meridian", groups[1].id), Omission("undated", groups[1].id)),
        reuse=desk.all("reuse"),
        relays=desk.all("relay"),
        origins=(("cna", "gazette", "harbour"), ("meridian",), ("norvane",), ("review",), ("undated",)),
        naming=desk.all("naming"),
        events=tuple(Event(e["id"], e["title"], tuple(e["articles"]), e["earliest"], e["latest"]) for e in rows["event"]),
        timeline=desk.all("date"),
        notices=(
            Notice("duplicate", "gazette", "gazette is a copy of cna and is counted once."),
            Notice("undated", "undated", "undated carries no date; <b>nothing</b> was assumed."),
        ),
        manifest=Manifest(
            {"variorum": "0.1.0", "quotations": "1"},
            {"language": "en", "tier": "fast"},
            {"pipeline": "ab" * 32},
            {"cna": "cd" * 32},
        ),
    )


def multiply(story: Story, times: int) -> Story:
    """A story of ``times`` as many reports: every record again under other article and finding ids."""
    whole: dict[str, Any] = {}
    data = to_data(story)
    ids = {a.id for a in story.articles}

    def renamed(value: Any, number: int) -> Any:
        if isinstance(value, str):
            head, _, rest = value.partition("/")
            if head in ids:
                return f"{head}{number}/{rest}" if rest else f"{head}{number}"
            return f"{value[:10]}{number:03x}" if re.fullmatch(r"[a-z][0-9a-f]{12}", value) else value
        if isinstance(value, list):
            return [renamed(v, number) for v in value]
        if isinstance(value, dict):
            return {k: v if k == "text" else renamed(v, number) for k, v in value.items()}
        return value

    for number in range(times):
        for key, value in renamed(data, number).items():
            whole[key] = whole.get(key, []) + value if isinstance(value, list) else value
    return from_data(Story, whole)


@pytest.fixture(scope="session")
def story() -> Story:
    return make_story()


@pytest.fixture(scope="session")
def edition(story: Story) -> Edition:
    return make_edition(story)


@pytest.fixture(scope="session")
def contents(story: Story) -> Contents:
    return make_contents(story)


@pytest.fixture(scope="session")
def make() -> Callable[[], Story]:
    return make_story


@pytest.fixture(scope="session")
def multiplied() -> Callable[[int], Story]:
    return lambda times: multiply(make_story(), times)


@pytest.fixture(scope="session")
def long_story(multiplied: Callable[[int], Story]) -> Story:
    """A story whose page has leaves."""
    return multiplied(7)
