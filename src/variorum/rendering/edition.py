"""A story made ready for readers: reports in order with their letters, look-ups by id, and passages that verify."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Protocol

from variorum.records import AnnotatedArticle, Quotation, QuotationRef, Story, StoryEntity
from variorum.records.article import Field, Span
from variorum.rendering.display import clean, shorten, shorten_front, shown, source_text, trimmed
from variorum.rendering.wording import dated_on, published_label

NO_OUTLET = "outlet not given"
TITLE = 34
"""Characters of a title that stand for a report whose outlet is not given."""


LONGEST_NAME = 60
"""Characters of a speaker's description that stands for a name."""
AROUND = 90
"""Characters shown of a sentence on each side of a passage in it."""


class Placed(Protocol):
    """Anything with the keys of a passage."""

    @property
    def article(self) -> str: ...
    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...
    @property
    def exact(self) -> str: ...
    @property
    def field(self) -> Field: ...


@dataclass(frozen=True, slots=True)
class Report:
    """One article under the letter that stands for it everywhere (as the manuscripts of an edition have sigla)."""

    article: AnnotatedArticle
    letter: str
    order: int
    outlet: str
    title: str
    date: str
    copy_of: str | None = None

    @property
    def anchor(self) -> str:
        """The page anchor of the report."""
        return f"report-{self.letter}"

    @property
    def name(self) -> str:
        """What the report is called beside its letter: its outlet, or the beginning of its title where none is given."""
        return self.outlet or f"“{shorten(self.title, TITLE)}”"


@dataclass(frozen=True, slots=True)
class Cite:
    """A passage of a report as a reader meets it: whose, its words, and the link to it."""

    report: Report
    field: Field
    span: Span
    words: str

    @property
    def anchor(self) -> str:
        """The page anchor of the passage: letter of the report and offsets (``t`` before those of an outside title)."""
        mark = "t" if self.field == "title" else ""
        return f"{self.report.letter}-{mark}{self.span[0]}-{self.span[1]}"


@dataclass(frozen=True, slots=True)
class Edition:
    """A story with its look-up tables."""

    story: Story
    reports: tuple[Report, ...]
    by_article: Mapping[str, Report]
    quotations: Mapping[tuple[str, str], Quotation]
    entities: Mapping[str, StoryEntity]
    homes: Mapping[str, str]
    anchors: Mapping[str, str]
    phrases: Mapping[str, str]

    def cite(self, passage: Placed) -> Cite | None:
        """The passage as a citation; ``None`` when it does not stand in the report just so (it is then not shown)."""
        return self.cite_span(passage.article, (passage.start, passage.end), passage.field, passage.exact)

    def cite_span(self, article: str, span: Span, field: Field = "text", exact: str | None = None) -> Cite | None:
        """Like ``cite`` for bare offsets; ``exact``, where given, must be what stands there."""
        report = self.by_article.get(article)
        if report is None:
            return None
        source = source_text(report.article, field)
        start, end = span
        if not 0 <= start < end <= len(source) or (exact is not None and source[start:end] != exact):
            return None
        inner = trimmed(source, span)
        words = shown(report.article, inner, field)
        return Cite(report, field, inner, words) if words else None

    def cites(self, passages: Iterable[Placed]) -> tuple[Cite, ...]:
        """The passages that verify, in the order of the reports, each place once."""
        found = {c.anchor: c for p in passages if (c := self.cite(p))}
        return tuple(sorted(found.values(), key=lambda c: (c.report.order, c.field, c.span)))

    def quotation(self, ref: QuotationRef) -> Quotation | None:
        """The quotation a reference points to."""
        return self.quotations.get((ref.article, ref.quotation))

    def name(self, entity: str | None) -> str:
        """What a story or article entity is called; empty for none."""
        found = self.entities.get(self.homes.get(entity or "", entity or ""))
        return self.phrases.get(found.id) or clean(found.name) if found else ""

    def corrected(self, entity: str | None) -> str:
        """What was corrected by hand about an entity, in words; empty for what was found by itself."""
        found = self.entities.get(self.homes.get(entity or "", entity or ""))
        return clean(found.by.reason) if found and found.by.method.startswith("corrections@") else ""

    def local_name(self, entity: str) -> str:
        """What an article entity is called in its own report; empty when it is not known."""
        report = self.by_article.get(entity.rsplit("/", 1)[0])
        return next((clean(e.name) for e in report.article.entities if e.id == entity), "") if report else ""

    def anchor(self, finding: str) -> str:
        """The page anchor of a finding: its id where that is unique and plain, else a made one."""
        return self.anchors[finding]


def make_edition(story: Story) -> Edition:
    """Order the reports of ``story`` by date and give them letters; build the look-up tables."""
    ordered = sorted(story.articles, key=lambda a: (dated_on(a.published) or "9999", a.duplicate_of is not None, a.id))
    letters = {a.id: letter(i) for i, a in enumerate(ordered)}
    reports = tuple(_report(a, i, letters) for i, a in enumerate(ordered))
    homes = {member: e.id for e in story.entities for member in e.members}
    return Edition(
        story=story,
        reports=reports,
        by_article={r.article.id: r for r in reports},
        quotations={(a.id, q.id): q for a in story.articles for q in a.quotations},
        entities={e.id: e for e in story.entities},
        homes=homes,
        anchors=_anchors(story),
        phrases=_phrases(story, homes),
    )


def _phrases(story: Story, homes: Mapping[str, str]) -> dict[str, str]:
    """For speakers without a name that are called by one word ("people"), the shortest words of a report that say more:
    "people familiar with the offer"."""
    bare = {e.id: clean(e.name).casefold() for e in story.entities if not e.named and len(e.name.split()) == 1}
    found: dict[str, list[str]] = {}
    for article in story.articles:
        for q in article.quotations:
            home = homes.get(q.speaker or "", q.speaker or "")
            if home in bare and len(q.source) == 1:
                words = clean(source_text(article, q.field)[slice(*q.source[0])].split(",")[0])
                if words.casefold().startswith(f"{bare[home]} ") and len(words) <= LONGEST_NAME:
                    found.setdefault(home, []).append(words)
    return {home: min(phrases, key=lambda p: (len(p), p)) for home, phrases in found.items()}


def rest_of_sentence(cite: Cite, limit: int = AROUND) -> tuple[str, str]:
    """What stands before and after a passage in its sentence, without furniture, shortened, with the white space between;
    empty for a passage over several sentences and for one of a title."""
    start, end = cite.span
    article = cite.report.article
    held = next(((a, b) for a, b in article.sentences if a <= start and end <= b), None) if cite.field == "text" else None
    if held is None:
        return "", ""
    before = shorten_front(shown(article, (held[0], start)), limit)
    after = shorten(shown(article, (end, held[1])), limit)
    left = " " if before and article.text[start - 1].isspace() else ""
    right = " " if after and article.text[end].isspace() else ""
    return before + left, right + after if any(map(str.isalnum, after)) else ""


def letters_of(cites: Iterable[Cite]) -> tuple[str, ...]:
    """The letters of the reports that are cited, each once, in report order."""
    orders = {c.report.order: c.report.letter for c in cites}
    return tuple(orders[order] for order in sorted(orders))


def letter(order: int) -> str:
    """A to Z, then AA, AB and so on."""
    letters = ""
    order += 1
    while order:
        order, rest = divmod(order - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def _report(article: AnnotatedArticle, order: int, letters: Mapping[str, str]) -> Report:
    return Report(
        article=article,
        letter=letters[article.id],
        order=order,
        outlet=clean(article.outlet or ""),
        title=clean(article.title or "") or shorten(shown(article, (0, len(article.text))), 80) or "Empty report",
        date=published_label(article.published),
        copy_of=letters.get(article.duplicate_of or ""),
    )


def _anchors(story: Story) -> dict[str, str]:
    """Anchors for all findings of the story; ids come from files and are not trusted to be plain."""
    groups = (
        story.utterances,
        story.claim_groups,
        story.disagreements,
        story.exclusives,
        story.reuse,
        story.relays,
        story.naming,
        story.timeline,
    )
    ids = [finding.id for group in groups for finding in group]
    ids += [quotation.id for article in story.articles for quotation in article.quotations]
    plain = re.compile(r"[a-z][0-9a-f]{6,40}")
    return {i: i if plain.fullmatch(i) else f"finding-{n}" for n, i in enumerate(ids)}
