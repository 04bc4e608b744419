"""Words that report: the word lists of cue verbs, nouns and adjectives as look-up tables, and where they stand in a text."""

import functools
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal, cast

from spacy.tokens import Doc, Token

from variorum.annotation.words.lists import listed
from variorum.language.lexicon import Row, values, word_list
from variorum.records.annotation import Act, EntityType, Modality, Polarity

LANGUAGE = "en"
"""The language whose word lists are used; the constructions are those of its grammar."""

CueKind = Literal["verb", "noun", "adjective", "phrase"]

_VERBAL = ("VERB", "AUX")
_GROUP = ("aux", "auxpass", "neg", "prt")
_ADVERB_TAGS = ("RB", "RBR", "RBS")


@dataclass(frozen=True, slots=True)
class CueEntry:
    """One row of a cue list: what the word does and what can stand as its content (see ``cues.tsv`` for the frames)."""

    lemma: str
    act: Act
    frames: frozenset[str]
    strong: bool
    modality: Modality
    polarity: Polarity
    objects: frozenset[str]
    subjects: frozenset[str]
    self_source: bool = False

    @property
    def prepositions(self) -> frozenset[str]:
        """The prepositions whose object can be the content."""
        return frozenset(f[2:] for f in self.frames if f.startswith("p:"))

    def leads_to_number(self, frame: str) -> bool:
        """Whether ``frame`` names a preposition that leads to a number (``raised the toll to 19``, ``arrives at 60``)."""
        return any(f.startswith(f"{frame}:") for f in self.frames)


@dataclass(frozen=True, slots=True)
class Cue:
    """A cue word in the text: its head token, the rows of the list that it can be, and the tokens of the whole cue."""

    head: Token
    kind: CueKind
    entries: tuple[CueEntry, ...]
    tokens: tuple[int, ...]

    @property
    def word(self) -> str:
        """The cue as it stands in the text, for reasons."""
        return " ".join(self.head.doc[i].text for i in self.tokens)


Table = Mapping[str, tuple[CueEntry, ...]]


@functools.cache
def cue_table(language: str, name: str) -> Table:
    """The rows of a cue list by lemma, in file order."""
    table: dict[str, list[CueEntry]] = {}
    for row in word_list(language, name):
        entry = _entry(row)
        table.setdefault(entry.lemma, []).append(entry)
    return MappingProxyType({lemma: tuple(entries) for lemma, entries in table.items()})


def _entry(row: Row) -> CueEntry:
    return CueEntry(
        lemma=next(iter(row.values())),
        act=cast(Act, row["act"]),
        frames=frozenset(values(row, "frames")),
        strong=row.get("strength", "strong") == "strong",
        modality=cast(Modality, row["modality"] or "asserted"),
        polarity=cast(Polarity, row["polarity"] or "positive"),
        objects=frozenset(values(row, "objects")),
        subjects=frozenset(values(row, "subjects")),
        self_source=row.get("flag") == "self",
    )


@functools.cache
def source_types(language: str) -> Mapping[str, EntityType]:
    """The nouns that can be a source, with the type of source they make."""
    return MappingProxyType({row["noun"]: cast(EntityType, row["type"]) for row in word_list(language, "source_nouns")})


@functools.cache
def companions(language: str, role: str) -> frozenset[str]:
    """The words of ``cue_companions.tsv`` with that role."""
    return frozenset(row["word"] for row in word_list(language, "cue_companions") if row["role"] == role)


def find_cues(doc: Doc, language: str) -> tuple[Cue, ...]:
    """Every word of the cue lists in ``doc`` that can report, in text order."""
    verbs, nouns = cue_table(language, "cues"), cue_table(language, "cue_nouns")
    adjectives = cue_table(language, "cue_adjectives")
    return tuple(_cues(doc, verbs, nouns, adjectives))


def _cues(doc: Doc, verbs: Table, nouns: Table, adjectives: Table) -> Iterator[Cue]:
    for token in doc:
        pos = token.pos_
        if pos in _VERBAL and not _opens_as_noun(token):
            if cue := _verb_cue(token, verbs):
                yield cue
        elif pos == "NOUN" or pos in _VERBAL:
            if entries := nouns.get(token.lemma_.lower()):
                yield Cue(token, "noun", entries, (token.i,))
        elif pos == "ADJ" and (entries := adjectives.get(token.lower_)):
            yield Cue(token, "adjective", entries, _adjective_tokens(token))


def _opens_as_noun(token: Token) -> bool:
    """``Reports that he fled are false``: a subject at the beginning of a sentence, which is tagged as a verb."""
    return token.is_sent_start is True and token.tag_ == "VBZ" and token.dep_ in ("nsubj", "nsubjpass")


def _verb_cue(token: Token, verbs: Table) -> Cue | None:
    lemma = token.lemma_.lower()
    entries: tuple[CueEntry, ...] = ()
    particle: Token | None = None
    for child in token.children:
        phrasal = child.dep_ in ("prt", "prep", "advmod") and child.i > token.i and f"{lemma} {child.lower_}"
        if phrasal and phrasal in verbs:
            entries, particle = (*entries, *verbs[phrasal]), child
        elif child.dep_ == "dobj" and f"{lemma} as" in verbs and any(c.lower_ == "as" for c in child.rights):
            entries = (*entries, *verbs[f"{lemma} as"])
    entries = (*entries, *verbs.get(lemma, ()))
    if not entries or token.tag_ == "NN":
        return None
    return Cue(token, "verb", entries, verb_group(token, particle))


def verb_group(token: Token, particle: Token | None = None) -> tuple[int, ...]:
    """The tokens of a verb with its auxiliaries, negation, particle and the adverbs between them."""
    doc = token.doc
    first = last = token.i
    left = {c.i for c in token.lefts if c.dep_ in _GROUP or (c.tag_ in _ADVERB_TAGS and c.i > 0)}
    while first - 1 in left:
        first -= 1
    while (
        first < token.i
        and doc[first].tag_ in _ADVERB_TAGS
        and doc[first].dep_ != "neg"
        and doc[first].lower_ in listed("loose")
    ):
        first += 1
    if particle is not None and particle.i - token.i <= 4:
        last = particle.i
    rights = {c.i for c in token.rights if c.dep_ in {"neg", "prt"}}
    while last + 1 in rights:
        last += 1
    return tuple(i for i in range(first, last + 1) if i <= token.i or i in rights or (particle is not None and i == particle.i))


def _adjective_tokens(token: Token) -> tuple[int, ...]:
    head = token.head
    if token.dep_ == "acomp" and head.pos_ in _VERBAL and head.i < token.i <= head.i + 4:
        group = verb_group(head)
        return tuple(sorted({*group, *range(head.i, token.i + 1)}))
    return (token.i,)


@functools.cache
def reporting_verbs() -> frozenset[str]:
    """Verbs of saying."""
    return frozenset(r["lemma"] for r in word_list(LANGUAGE, "cues") if r["act"] == "speech" and r["strength"] == "strong")
