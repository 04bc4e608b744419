"""Who said what: every saying once, under its speaker, with each report's version of it."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from variorum.records import Quotation, QuotationRef, Utterance
from variorum.records.annotation import Spans
from variorum.rendering.display import clean, source_text
from variorum.rendering.edition import Cite, Edition, Report, letters_of
from variorum.rendering.versions import Telling, Version, fold_versions, make_version, tellings_of
from variorum.rendering.wording import ACTS

OPEN_ACTS = ("speech", "document")
UNRESOLVED = "Speaker not established"
POSSESSIVES = ("his", "her", "its", "their", "our", "my", "your", "whose")
LEAST_REST = 3
"""What is left of a quotation beside the sentences compared elsewhere is a saying of its own from this many words."""


@dataclass(frozen=True, slots=True)
class Saying:
    """One saying of one speaker with its versions, the fullest first."""

    id: str
    anchor: str
    act: str
    act_label: str
    versions: tuple[Version, ...]
    reason: str
    candidates: tuple[str, ...]

    @property
    def cites(self) -> tuple[Cite, ...]:
        """One citation for each report's version, in report order."""
        return tuple(sorted((c for v in self.versions for c in v.cites), key=lambda c: (c.report.order, c.span)))

    @property
    def letters(self) -> tuple[str, ...]:
        """The letters of the reports that have it."""
        return letters_of(self.cites)


@dataclass(frozen=True, slots=True)
class Speaker:
    """A speaker with what is said (``sayings``) and what is reported of mind and will (``stances``); ``corrected`` says what
    was corrected by hand about who it is."""

    anchor: str
    name: str
    role: str
    aliases: tuple[str, ...]
    named: bool
    sayings: tuple[Saying, ...]
    stances: tuple[Saying, ...]
    corrected: str = ""

    @property
    def letters(self) -> tuple[str, ...]:
        """The letters of the reports that let the speaker speak."""
        return letters_of(c for s in (*self.sayings, *self.stances) for c in s.cites)


@dataclass(frozen=True, slots=True)
class Sayings:
    """All speakers, the most widely quoted first, and the sayings whose speaker is not established."""

    speakers: tuple[Speaker, ...]
    unresolved: tuple[Saying, ...]

    @property
    def number(self) -> int:
        """How many sayings there are, stances left out."""
        return sum(len(s.sayings) for s in self.speakers) + len(self.unresolved)


def make_sayings(edition: Edition) -> Sayings:
    """What is followed across reports, and everything else that is quoted in one of them, by speaker."""
    by_speaker: dict[str, list[Saying]] = {}
    unresolved = []
    for entity, saying in (*_followed(edition), *_alone(edition)):
        speaker = edition.homes.get(entity or "", entity or "")
        if speaker in edition.entities:
            by_speaker.setdefault(speaker, []).append(saying)
        else:
            unresolved.append(saying)
    drafts = [_speaker(edition, entity, sayings) for entity, sayings in sorted(by_speaker.items())]
    drafts.sort(key=_prominence)
    speakers = tuple(replace(s, anchor=f"speaker-{i}") for i, s in enumerate(drafts, 1))
    return Sayings(speakers, tuple(sorted(unresolved, key=_weight)))


def _followed(edition: Edition) -> Iterator[tuple[str | None, Saying]]:
    for utterance in edition.story.utterances:
        saying = make_saying(edition, utterance)
        if saying:
            yield utterance.speaker, saying


def make_saying(edition: Edition, utterance: Utterance) -> Saying | None:
    """The versions of one utterance; ``None`` when no passage of it verifies."""
    tellings = tellings_of(edition, utterance)
    variants = {v.quotation: v for v in utterance.variants}
    above = edition.name(utterance.speaker)
    made = (make_version(edition, telling, variants.get(ref), above=above) for ref, telling in tellings.items())
    versions = [version for version in made if version]
    if not versions:
        return None
    quotations = [t.quotation for t in tellings.values()]
    return _saying(edition, utterance.id, quotations, versions, utterance.by.reason)


def _alone(edition: Edition) -> Iterator[tuple[str | None, Saying]]:
    """Quotations, or sentences of them, that no utterance holds; those of copies are left out."""
    held = _held(edition)
    for report in edition.reports:
        for quotation in report.article.quotations if report.copy_of is None else ():
            spans = _rest(report, quotation, held.get(QuotationRef(report.article.id, quotation.id), ()))
            told, above = Telling(report, quotation, spans), edition.name(quotation.speaker)
            version = make_version(edition, told, above=above) if spans else None
            if version:
                yield quotation.speaker, _saying(edition, quotation.id, [quotation], [version], quotation.by.reason)


def _held(edition: Edition) -> Mapping[QuotationRef, Spans]:
    """What of each quotation stands in an utterance."""
    held: dict[QuotationRef, list[tuple[int, int]]] = {}
    for utterance in edition.story.utterances:
        for ref, telling in tellings_of(edition, utterance).items():
            held.setdefault(ref, []).extend(telling.spans)
    return {ref: tuple(sorted(spans)) for ref, spans in held.items()}


def _rest(report: Report, quotation: Quotation, held: Spans) -> Spans:
    """The content less what is held elsewhere; scraps of a word or two are no saying."""
    if not held:
        return quotation.content
    source = source_text(report.article, quotation.field)
    rest = []
    for start, end in quotation.content:
        at = start
        for span in (*held, (end, end)):
            if at < span[0] <= end and len(source[at : span[0]].split()) >= LEAST_REST:
                rest.append((at, span[0]))
            if span[0] < end and span[1] > at:
                at = span[1]
    return tuple(rest)


def _saying(edition: Edition, id: str, quotations: Sequence[Quotation], versions: Sequence[Version], reason: str) -> Saying:
    act = next((a for a in OPEN_ACTS if any(q.act == a for q in quotations)), quotations[0].act)
    names = (edition.name(c) or edition.local_name(c) for q in quotations for c in q.candidates)
    return Saying(
        id=id,
        anchor=edition.anchor(id),
        act=act,
        act_label=ACTS.get(act, act),
        versions=fold_versions(versions),
        reason=reason,
        candidates=tuple(dict.fromkeys(n for n in names if n)),
    )


def _speaker(edition: Edition, entity_id: str, sayings: Sequence[Saying]) -> Speaker:
    entity = edition.entities[entity_id]
    ordered = sorted(sayings, key=_weight)
    name = clean(entity.name)
    return Speaker(
        anchor="",
        name=name,
        role=next((r for r in map(clean, entity.roles) if _tells(r, name)), ""),
        aliases=tuple(a for a in map(clean, entity.aliases) if not _says_less(a, name)),
        named=entity.named,
        sayings=tuple(s for s in ordered if s.act in OPEN_ACTS),
        stances=tuple(s for s in ordered if s.act not in OPEN_ACTS),
        corrected=edition.corrected(entity_id),
    )


def _tells(role: str, name: str) -> bool:
    """Whether ``role`` says something beside ``name`` and can stand alone ("its spokeswoman" cannot)."""
    return role.casefold() not in name.casefold() and role.casefold().split(" ", 1)[0] not in POSSESSIVES


def _says_less(alias: str, name: str) -> bool:
    """Whether all words of ``alias`` stand in ``name``, an article or the like apart ("al-" before a family name)."""
    known = set(_plain_words(name))
    return all(word in known for word in _plain_words(alias))


def _plain_words(name: str) -> list[str]:
    return [w for w in re.findall(r"\w+", name.casefold()) if w not in ("the", "al", "el")]


def _prominence(speaker: Speaker) -> tuple[object, ...]:
    quoted = letters_of(c for s in speaker.sayings for v in s.versions if v.quoted for c in v.cites)
    return (not speaker.sayings, not speaker.named, -len(quoted), -len(speaker.letters), -len(speaker.sayings), speaker.name)


def _weight(saying: Saying) -> tuple[object, ...]:
    first = saying.cites[0]
    return (-len(saying.letters), not saying.versions[0].quoted, first.report.order, first.span, saying.id)
