"""Who said what: every saying once, under its speaker, with each report's version of it."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from variorum.records import Quotation, QuotationRef, Utterance, Variant
from variorum.records.article import Span
from variorum.rendering.display import clean, shorten, shown
from variorum.rendering.edition import Cite, Edition, letters_of
from variorum.rendering.edits import Piece, pieces_of
from variorum.rendering.wording import ACTS, CHANGES, RELATIONS, count

OPEN_ACTS = ("speech", "document")
UNRESOLVED = "Speaker not established"
NOISY = ("paraphrased", "indirect")
"""Relations whose word differences say nothing: the report tells the saying in words of its own."""


@dataclass(frozen=True, slots=True)
class Version:
    """One wording of a saying and the reports that have it."""

    cites: tuple[Cite, ...]
    words: str
    pieces: tuple[Piece, ...]
    quoted: bool
    how: str
    path: str
    relation: str
    changes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Saying:
    """One saying of one speaker with its versions, the fullest quoted one first."""

    id: str
    anchor: str
    act: str
    act_label: str
    versions: tuple[Version, ...]
    reason: str
    candidates: tuple[str, ...]

    @property
    def cites(self) -> tuple[Cite, ...]:
        """All passages of the saying in report order."""
        return tuple(sorted((c for v in self.versions for c in v.cites), key=lambda c: (c.report.order, c.span)))

    @property
    def letters(self) -> tuple[str, ...]:
        """The letters of the reports that have it."""
        return letters_of(self.cites)


@dataclass(frozen=True, slots=True)
class Speaker:
    """A speaker with what is said (``sayings``) and what is reported of mind and will (``stances``)."""

    anchor: str
    name: str
    role: str
    aliases: tuple[str, ...]
    named: bool
    sayings: tuple[Saying, ...]
    stances: tuple[Saying, ...]

    @property
    def letters(self) -> tuple[str, ...]:
        """The letters of the reports that let the speaker speak."""
        return letters_of(c for s in (*self.sayings, *self.stances) for c in s.cites)


@dataclass(frozen=True, slots=True)
class Sayings:
    """All speakers, the most widely reported first, and the sayings whose speaker is not established."""

    speakers: tuple[Speaker, ...]
    unresolved: tuple[Saying, ...]

    @property
    def number(self) -> int:
        """How many sayings there are, stances left out."""
        return sum(len(s.sayings) for s in self.speakers) + len(self.unresolved)


def make_sayings(edition: Edition) -> Sayings:
    """Collect the utterances of the story by speaker."""
    by_speaker: dict[str, list[Saying]] = {}
    unresolved = []
    for utterance in edition.story.utterances:
        saying = make_saying(edition, utterance)
        if saying is None:
            continue
        if utterance.speaker and edition.name(utterance.speaker):
            by_speaker.setdefault(edition.homes.get(utterance.speaker, utterance.speaker), []).append(saying)
        else:
            unresolved.append(saying)
    drafts = [_speaker(edition, entity, sayings) for entity, sayings in sorted(by_speaker.items())]
    drafts.sort(key=_prominence)
    speakers = tuple(replace(s, anchor=f"speaker-{i}") for i, s in enumerate(drafts, 1))
    return Sayings(speakers, tuple(sorted(unresolved, key=_weight)))


def _speaker(edition: Edition, entity_id: str, sayings: Sequence[Saying]) -> Speaker:
    entity = edition.entities[entity_id]
    ordered = sorted(sayings, key=_weight)
    name = clean(entity.name)
    return Speaker(
        anchor="",
        name=name,
        role=next((r for r in map(clean, entity.roles) if r.casefold() not in name.casefold()), ""),
        aliases=tuple(a for a in map(clean, entity.aliases) if a != name),
        named=entity.named,
        sayings=tuple(s for s in ordered if s.act in OPEN_ACTS),
        stances=tuple(s for s in ordered if s.act not in OPEN_ACTS),
    )


def _prominence(speaker: Speaker) -> tuple[object, ...]:
    quoted = letters_of(c for s in speaker.sayings for v in s.versions if v.quoted for c in v.cites)
    return (not speaker.sayings, not speaker.named, -len(quoted), -len(speaker.letters), -len(speaker.sayings), speaker.name)


def _weight(saying: Saying) -> tuple[object, ...]:
    first = saying.cites[0]
    return (-len(saying.letters), not saying.versions[0].quoted, first.report.order, first.span, saying.id)


def make_saying(edition: Edition, utterance: Utterance) -> Saying | None:
    """The versions of one utterance; ``None`` when no passage of it verifies."""
    variants = {v.quotation: v for v in utterance.variants}
    versions = [v for ref in _in_order(utterance) if (v := _version(edition, ref, variants.get(ref)))]
    if not versions:
        return None
    quotations = [q for ref in utterance.quotations if (q := edition.quotation(ref))]
    act = next((a for a in OPEN_ACTS if any(q.act == a for q in quotations)), quotations[0].act)
    names = (edition.name(c) or _local_name(edition, c) for q in quotations for c in q.candidates)
    return Saying(
        id=utterance.id,
        anchor=edition.anchor(utterance.id),
        act=act,
        act_label=ACTS.get(act, act),
        versions=_folded(versions),
        reason=utterance.by.reason,
        candidates=tuple(dict.fromkeys(n for n in names if n)),
    )


def _in_order(utterance: Utterance) -> list[QuotationRef]:
    """The version that the others were compared with first, the rest as they come."""
    bases = Counter(v.against for v in utterance.variants)
    first = max(bases, key=lambda r: (bases[r], r.article, r.quotation), default=None)
    rest = [ref for ref in utterance.quotations if ref != first]
    return [first, *rest] if first in utterance.quotations else rest


def _version(edition: Edition, ref: QuotationRef, variant: Variant | None) -> Version | None:
    quotation = edition.quotation(ref)
    cite = quotation_cite(edition, ref)
    if quotation is None or cite is None:
        return None
    return Version(
        cites=(cite,),
        words=cite.words,
        pieces=_pieces(edition, variant) if variant and variant.relation not in NOISY else (),
        quoted=quotation.kind == "direct",
        how=_how(edition, ref.article, quotation),
        path=_path(edition, quotation),
        relation=RELATIONS.get(variant.relation, "") if variant else "",
        changes=tuple(dict.fromkeys(CHANGES[e.changes] for e in variant.edits if e.changes in CHANGES)) if variant else (),
    )


def _pieces(edition: Edition, variant: Variant) -> tuple[Piece, ...]:
    base, other = (edition.by_article.get(ref.article) for ref in (variant.against, variant.quotation))
    pieces = pieces_of(variant.edits, base.article, other.article) if base and other else ()
    return pieces if any(p.op != "equal" for p in pieces) else ()


def quotation_cite(edition: Edition, ref: QuotationRef) -> Cite | None:
    """A citation of the first piece of a quotation, with the words of all its pieces."""
    quotation = edition.quotation(ref)
    if quotation is None or not quotation.content:
        return None
    cites = [edition.cite_span(ref.article, span, quotation.field) for span in quotation.content]
    if any(c is None for c in cites):
        return None
    first = cites[0]
    return replace(first, words=_words(edition, ref.article, quotation)) if first else None


def _words(edition: Edition, article: str, quotation: Quotation) -> str:
    report = edition.by_article[article]
    return " … ".join(shown(report.article, span, quotation.field) for span in quotation.content)


def _how(edition: Edition, article: str, quotation: Quotation) -> str:
    """``told reporters``: the words that introduce the saying, as they stand in the report; a bare ``said`` is left out."""
    report = edition.by_article[article].article
    spans = sorted({*quotation.cue, *quotation.addressee, *quotation.medium})
    spans = [s for i, s in enumerate(spans) if not any(o != s and o[0] <= s[0] and s[1] <= o[1] for o in spans)]
    how = shorten(" … ".join(_joined(report.text if quotation.field == "text" else report.title or "", spans)), 90)
    bare = how.casefold() in ("said", "says") and quotation.polarity == "positive"
    return "" if bare or not any(c.isalpha() for c in how) else how.rstrip(" ,:;")


def _joined(source: str, spans: Iterable[Span]) -> list[str]:
    """The texts of ``spans``; neighbours with only a space between are one text."""
    runs: list[list[int]] = []
    for start, end in spans:
        if runs and not source[runs[-1][1] : start].strip():
            runs[-1][1] = max(end, runs[-1][1])
        else:
            runs.append([start, end])
    return [clean(source[s:e]) for s, e in runs]


def _path(edition: Edition, quotation: Quotation) -> str:
    """Who passed the words on between speaker and report, nearest to the speaker first; empty for none."""
    names = [edition.name(e) or _local_name(edition, e) for e in quotation.chain]
    if quotation.speaker and names:
        names = names[:-1]
    return ", then ".join(n for n in reversed(names) if n)


def _local_name(edition: Edition, entity_id: str) -> str:
    article = edition.by_article.get(entity_id.rsplit("/", 1)[0])
    entities = article.article.entities if article else ()
    return next((clean(e.name) for e in entities if e.id == entity_id), "")


def _folded(versions: Sequence[Version]) -> tuple[Version, ...]:
    """Versions with the same words, told the same way, made one with all their citations."""
    folded: dict[tuple[str, bool, str], Version] = {}
    for version in versions:
        key = (_key(version.words), version.quoted, version.path)
        first = folded.get(key)
        folded[key] = version if first is None else replace(first, cites=(*first.cites, *version.cites))
    return tuple(folded.values())


def _key(words: str) -> str:
    return "".join(c for c in words.casefold() if c.isalnum())


def reach(saying: Saying) -> str:
    """``in 3 reports``, in plain words."""
    return f"in {count(len(saying.letters), 'report')}"
