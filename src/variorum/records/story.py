"""What is found by putting the reports of one story side by side. Links point down only: groups name their members.

Everything outside ``articles`` uses the ids of story entities.
"""

import dataclasses
from dataclasses import dataclass
from typing import Literal

from variorum.records.annotation import AnnotatedArticle, EntityType
from variorum.records.article import SPARSE, Field, Passage, Span
from variorum.records.provenance import Manifest, Notice, Provenance

Judgement = Literal["agree", "conflict", "update", "refine", "unrelated", "unsure"]
Change = Literal["negation", "modality", "number", "subject", "scope", "other"]


@dataclass(frozen=True, slots=True)
class StoryEntity:
    """One actor under all its names in all reports. ``id`` is the smallest member id; ``members`` are article entity ids."""

    id: str
    name: str
    type: EntityType
    aliases: tuple[str, ...]
    roles: tuple[str, ...]
    members: tuple[str, ...]
    mentions: tuple[Passage, ...]
    named: bool = dataclasses.field(default=True, metadata=SPARSE)
    country: str | None = dataclasses.field(default=None, metadata=SPARSE)
    by: Provenance = Provenance("entities@1", None, "")


@dataclass(frozen=True, slots=True)
class QuotationRef:
    """A quotation of one article."""

    article: str
    quotation: str


@dataclass(frozen=True, slots=True)
class Edit:
    """One step of a word-level alignment; ``a`` and ``b`` are spans in the two articles (empty for insert, delete)."""

    op: Literal["equal", "insert", "delete", "replace"]
    a: Span
    b: Span
    changes: Change | None


@dataclass(frozen=True, slots=True)
class Variant:
    """How ``quotation`` words the saying compared with ``against``."""

    quotation: QuotationRef
    against: QuotationRef
    edits: tuple[Edit, ...]
    relation: Literal["same", "trimmed", "extended", "edited", "paraphrased", "indirect"] = "edited"
    judgement: Judgement = "agree"


@dataclass(frozen=True, slots=True)
class Utterance:
    """One saying of one speaker, followed across reports.

    ``unquoted`` are statements outside quotations that say the same: in a release or dispatch of the speaker's own, or in a
    report that tells it as its own where it names the speaker.
    """

    id: str
    speaker: str | None
    quotations: tuple[QuotationRef, ...]
    variants: tuple[Variant, ...]
    by: Provenance
    unquoted: tuple[Passage, ...] = dataclasses.field(default=(), metadata=SPARSE)


@dataclass(frozen=True, slots=True)
class ClaimMember:
    """A claim of one article inside a group; a passage with the claim's id and the quotation that voices it."""

    article: str
    start: int
    end: int
    exact: str
    claim: str
    voice: str | None
    field: Field = dataclasses.field(default="text", metadata=SPARSE)


@dataclass(frozen=True, slots=True)
class ClaimGroup:
    """Claims that say the same. ``origins`` are the article ids folded by origin; ``agreed`` needs two origins."""

    id: str
    members: tuple[ClaimMember, ...]
    status: Literal["agreed", "repeated", "contested", "single"]
    origins: tuple[tuple[str, ...], ...]
    speakers: tuple[str, ...]
    by: Provenance
    witnesses: int = dataclasses.field(default=0, metadata=SPARSE)


@dataclass(frozen=True, slots=True)
class DisagreementMember:
    """One side's passage with the value it gives and whose voice it is (entity id, ``None`` the outlet)."""

    article: str
    start: int
    end: int
    exact: str
    value: str
    voice: str | None
    field: Field = dataclasses.field(default="text", metadata=SPARSE)
    low: float | None = dataclasses.field(default=None, metadata=SPARSE)
    high: float | None = dataclasses.field(default=None, metadata=SPARSE)


Aspect = Literal["step"]
"""``step``: one act is decided or done here, and only considered or planned there (kind ``polarity``)."""


@dataclass(frozen=True, slots=True)
class Disagreement:
    """Two or more reports (or voices in one report) that differ about one thing; ``aspect`` where the kind leaves open how."""

    id: str
    kind: Literal["figure", "date", "place", "agency", "polarity", "quotation", "speaker"]
    about: str
    members: tuple[DisagreementMember, ...]
    judgement: Judgement
    by: Provenance
    aspect: Aspect | None = dataclasses.field(default=None, metadata=SPARSE)


@dataclass(frozen=True, slots=True)
class Exclusive:
    """What only one report of the story has."""

    id: str
    article: str
    passages: tuple[Passage, ...]
    by: Provenance = Provenance("exclusives@1", None, "")


@dataclass(frozen=True, slots=True)
class Omission:
    """A claim group that most other origins carry and this report does not. Its passages are the group's."""

    article: str
    claim_group: str


@dataclass(frozen=True, slots=True)
class CopyEdit:
    """One change between two writings of a copied passage; ``a`` and ``b`` are spans in the two articles (empty for insert,
    delete).

    ``kind``: ``words``; ``writing`` (capitals, accents, apostrophes of one word); ``marks`` (quotation marks and other
    punctuation); ``space`` (non-breaking or invisible characters); ``markup`` (furniture that stands inside one of them).
    """

    op: Literal["insert", "delete", "replace"]
    a: Span
    b: Span
    kind: Literal["words", "writing", "marks", "space", "markup"] = "words"


@dataclass(frozen=True, slots=True)
class CopyVariant:
    """How one member of a copied passage (its number in ``members``) differs from another; what is equal is left out.

    ``moved``: of the passages that the two reports share, this one stands in another order.
    """

    member: int
    against: int
    edits: tuple[CopyEdit, ...]
    moved: bool = dataclasses.field(default=False, metadata=SPARSE)


@dataclass(frozen=True, slots=True)
class Reuse:
    """One passage that stands in several reports. ``origin`` is the article it seems to come from, when that can be told.

    ``variants`` has the members that differ from the one of the origin (or from the first), each with its edits.
    """

    id: str
    members: tuple[Passage, ...]
    kind: Literal["verbatim", "edited"]
    origin: str | None
    by: Provenance
    spoken: bool = dataclasses.field(default=False, metadata=SPARSE)
    variants: tuple[CopyVariant, ...] = dataclasses.field(default=(), metadata=SPARSE)


@dataclass(frozen=True, slots=True)
class Relay:
    """``source`` ("from") handed something on to article ``to``. ``source`` is an article id, entity id or agency name."""

    id: str
    source: str
    to: str
    basis: tuple[Literal["credit", "dateline", "reuse"], ...]
    passages: tuple[Passage, ...]
    by: Provenance


@dataclass(frozen=True, slots=True)
class Term:
    """One wording for an actor or event in one report."""

    article: str
    start: int
    end: int
    exact: str
    text: str
    field: Field = dataclasses.field(default="text", metadata=SPARSE)


@dataclass(frozen=True, slots=True)
class Naming:
    """How each report names one actor (entity id) or event (its shared words). ``about`` is the entity id or event id."""

    id: str
    about: str
    terms: tuple[Term, ...]
    by: Provenance
    label: str = dataclasses.field(default="", metadata=SPARSE)


@dataclass(frozen=True, slots=True)
class Event:
    """Reports that tell of one event inside the story."""

    id: str
    title: str
    articles: tuple[str, ...]
    earliest: str | None
    latest: str | None


@dataclass(frozen=True, slots=True)
class TimelineEntry:
    """One dated fact, merged over reports; ``origins`` counts the independent origins that give it."""

    id: str
    text: str
    status: Literal["happened", "planned", "claimed", "denied"]
    earliest: str | None
    latest: str | None
    grain: str
    origins: int
    passages: tuple[Passage, ...]
    by: Provenance = Provenance("timeline@1", None, "")


@dataclass(frozen=True, slots=True)
class Story:
    """The whole reconstruction of one running story: the content of ``story.json``."""

    id: str
    title: str
    articles: tuple[AnnotatedArticle, ...]
    schema: str = "variorum/story@1"
    entities: tuple[StoryEntity, ...] = ()
    utterances: tuple[Utterance, ...] = ()
    claim_groups: tuple[ClaimGroup, ...] = ()
    disagreements: tuple[Disagreement, ...] = ()
    exclusives: tuple[Exclusive, ...] = ()
    omissions: tuple[Omission, ...] = ()
    reuse: tuple[Reuse, ...] = ()
    relays: tuple[Relay, ...] = ()
    origins: tuple[tuple[str, ...], ...] = ()
    naming: tuple[Naming, ...] = ()
    events: tuple[Event, ...] = ()
    timeline: tuple[TimelineEntry, ...] = ()
    notices: tuple[Notice, ...] = ()
    manifest: Manifest = dataclasses.field(default_factory=Manifest)
