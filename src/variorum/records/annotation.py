"""What is found in one article. All spans count in ``Article.text`` unless the record's ``field`` says ``title``.

Records that other records point to (entities, quotations, times) carry an ``id`` that is unique in the article.
"""

import dataclasses
from dataclasses import dataclass
from typing import Literal

from variorum.records.article import SPARSE, Article, Field, Span
from variorum.records.provenance import Provenance

Spans = tuple[Span, ...]

EntityType = Literal["person", "organisation", "government", "place", "people", "group", "document", "event", "work", "other"]
"""``government``: a state or capital as an actor; ``place``: the same name as a location; ``group``: unnamed or armed
groups and teams; ``people``: nationalities and faiths; ``document``: reports, statements, laws; ``work``: products."""

MentionKind = Literal["name", "noun", "pronoun"]
QuotationKind = Literal["direct", "indirect", "mixed"]
Act = Literal["speech", "belief", "intent", "attitude", "document"]
Polarity = Literal["positive", "negative"]
Modality = Literal["asserted", "possible", "planned", "demanded", "conditional", "question"]
"""``asserted``: said to be so or to have happened; ``planned``: intended or scheduled; ``demanded``: called for."""

Relation = Literal["since", "from", "until", "by", "before", "after"]
"""The word before a time: it begins or ends a stretch, or is a deadline (``by``)."""

Hedge = Literal["about", "over", "at_least", "under", "up_to", "nearly", "between", "far_below", "far_above"]


@dataclass(frozen=True, slots=True)
class Mention:
    """One reference to an entity: a name, a common-noun phrase or a pronoun. ``type`` is the mention's own reading."""

    start: int
    end: int
    kind: MentionKind
    type: EntityType
    entity: str
    field: Field = dataclasses.field(default="text", metadata=SPARSE)


@dataclass(frozen=True, slots=True)
class Role:
    """What an article calls an entity by function (``Iraqi foreign minister``), and where."""

    text: str
    span: Span
    field: Field = dataclasses.field(default="text", metadata=SPARSE)


@dataclass(frozen=True, slots=True)
class Entity:
    """Someone or something the article refers to; ``named`` is false for sources without a name (``an official``).

    ``aliases`` are the other names used for it in this article; ``country`` is an ISO 3166 alpha-3 code where known (the
    country a person or institution is said to belong to, or the country itself).
    """

    id: str
    name: str
    type: EntityType
    named: bool
    roles: tuple[Role, ...] = ()
    aliases: tuple[str, ...] = dataclasses.field(default=(), metadata=SPARSE)
    country: str | None = dataclasses.field(default=None, metadata=SPARSE)


@dataclass(frozen=True, slots=True)
class Quotation:
    """An attribution: somebody (``source`` / ``speaker``) is reported (``cue``) to have said or held something (``content``).

    ``content``, ``cue`` and ``source`` are lists of spans in text order, without the quotation marks at the outer edges of
    ``content``. ``speaker`` is an entity id, ``None`` only when unresolved (then ``candidates``). ``chain``: who vouches
    between the report and the words, outermost first, the speaker last. ``source`` may be empty (a following quote without
    a cue, carried to its speaker).
    """

    id: str
    field: Field
    content: Spans
    cue: Spans
    source: Spans
    kind: QuotationKind
    act: Act
    polarity: Polarity
    modality: Modality
    speaker: str | None
    candidates: tuple[str, ...]
    addressee: Spans
    medium: Spans
    chain: tuple[str, ...]
    by: Provenance


@dataclass(frozen=True, slots=True)
class Time:
    """A time expression after TIMEX3. ``value`` is TIMEX3; ``earliest``/``latest`` are ISO days it can lie in.

    ``anchor``: ``publication``, the id of an earlier time, ``event`` or ``None`` (absolute, or not resolved). ``mod`` is the
    TIMEX3 modifier (``START``, ``END``, ``MORE_THAN`` ...), ``relation`` how what is told lies to the time ("by Friday").
    """

    id: str
    start: int
    end: int
    type: Literal["DATE", "TIME", "DURATION", "SET"]
    value: str
    earliest: str | None
    latest: str | None
    anchor: str | None
    by: Provenance
    field: Field = dataclasses.field(default="text", metadata=SPARSE)
    mod: str | None = dataclasses.field(default=None, metadata=SPARSE)
    relation: Relation | None = dataclasses.field(default=None, metadata=SPARSE)


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number that counts or measures something.

    ``value`` is the number as written; ``[low, high]`` the interval its ``hedge`` allows (``None`` is open); ``unit`` a
    normalised unit or currency or ``None``; ``of`` the span of what is counted; ``thing`` its normalised head lemmas, head
    noun last; ``time`` the id of the time it holds at; ``voice`` the innermost quotation that gives it (``None``: the outlet).
    """

    id: str
    start: int
    end: int
    value: float
    hedge: Hedge | None
    low: float | None
    high: float | None
    unit: str | None
    of: Span | None
    thing: tuple[str, ...]
    time: str | None
    by: Provenance
    field: Field = dataclasses.field(default="text", metadata=SPARSE)
    voice: str | None = dataclasses.field(default=None, metadata=SPARSE)


@dataclass(frozen=True, slots=True)
class EventMention:
    """Who did what to whom. ``type`` is a PLOVER root; ``voice`` the quotation that says so (``None``: the outlet).

    ``actor_codes`` and ``recipient_codes`` give for each actor and recipient its country (ISO 3166 alpha-3) and sector
    (PLOVER), such as ``USAGOV`` and ``---REB``; ``place`` is the entity where it happens, ``contexts`` PLOVER contexts.
    """

    id: str
    start: int
    end: int
    type: str
    mode: str | None
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    time: str | None
    polarity: Polarity
    modality: Modality
    voice: str | None
    by: Provenance
    field: Field = dataclasses.field(default="text", metadata=SPARSE)
    actor_codes: tuple[str, ...] = dataclasses.field(default=(), metadata=SPARSE)
    recipient_codes: tuple[str, ...] = dataclasses.field(default=(), metadata=SPARSE)
    place: str | None = dataclasses.field(default=None, metadata=SPARSE)
    contexts: tuple[str, ...] = dataclasses.field(default=(), metadata=SPARSE)


@dataclass(frozen=True, slots=True)
class Claim:
    """One clause that can be compared with another report's: subject, predicate, object, polarity, modality, voice.

    ``span`` is the whole clause without its attribution; ``subject`` and ``object`` are entity ids or ``None``;
    ``predicate`` the lemma of the head verb (with particle or predicative); ``terms`` the content lemmas of the clause in
    text order (names by entity id prefix ``@``); ``times`` and ``quantities`` ids inside the span; ``voice`` the innermost
    quotation that holds the clause (``None``: the outlet's own voice).
    """

    id: str
    span: Span
    subject: str | None
    predicate: str
    object: str | None
    polarity: Polarity
    modality: Modality
    voice: str | None
    subject_span: Span | None = dataclasses.field(default=None, metadata=SPARSE)
    predicate_span: Span | None = dataclasses.field(default=None, metadata=SPARSE)
    object_span: Span | None = dataclasses.field(default=None, metadata=SPARSE)
    terms: tuple[str, ...] = dataclasses.field(default=(), metadata=SPARSE)
    times: tuple[str, ...] = dataclasses.field(default=(), metadata=SPARSE)
    quantities: tuple[str, ...] = dataclasses.field(default=(), metadata=SPARSE)
    field: Field = dataclasses.field(default="text", metadata=SPARSE)


@dataclass(frozen=True, slots=True)
class LoadedWord:
    """A word with a charge beside a neutral alternative; a mark, never a verdict."""

    start: int
    end: int
    label: str
    field: Field = dataclasses.field(default="text", metadata=SPARSE)


@dataclass(frozen=True, slots=True)
class AnnotatedArticle(Article):
    """An article with everything that was found in it; carries all that collation needs.

    ``lemmas`` aligns with ``tokens``: content-bearing tokens as ``[start, end]`` and their lower-case lemma, so that no
    later room parses text again.
    """

    sentences: Spans = ()
    tokens: Spans = dataclasses.field(default=(), metadata=SPARSE)
    lemmas: tuple[str, ...] = dataclasses.field(default=(), metadata=SPARSE)
    mentions: tuple[Mention, ...] = ()
    entities: tuple[Entity, ...] = ()
    quotations: tuple[Quotation, ...] = ()
    times: tuple[Time, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    event_mentions: tuple[EventMention, ...] = ()
    claims: tuple[Claim, ...] = ()
    loaded_words: tuple[LoadedWord, ...] = dataclasses.field(default=())
