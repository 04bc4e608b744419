"""A pronoun that speaks: the last speaker goes on, unless somebody else was named since."""

from dataclasses import dataclass

from spacy.tokens import Token

from variorum.annotation.attributions.assembly import Attribution
from variorum.annotation.attributions.cues import LANGUAGE, reporting_verbs
from variorum.annotation.attributions.page import Page
from variorum.annotation.attributions.sources import is_aged
from variorum.annotation.coreference.references import References
from variorum.annotation.mentions.nouns import pronoun_table
from variorum.annotation.mentions.types import person_genders, titles
from variorum.annotation.words.lists import listed
from variorum.language.names import given_name_gender
from variorum.records.annotation import Entity, EntityType, Mention

_GENDER = {"he": "m", "she": "f"}
_SAME_AS = {"his": "he", "her": "she"}
_PERSONS: tuple[EntityType, ...] = ("person", "group")
_THINGS: tuple[EntityType, ...] = ("document", "organisation", "government", "group")
_LOOSE: tuple[EntityType, ...] = ("organisation", "other", "work")
INDEFINITE = ("a", "an", "one")
REACH = 2
"""Paragraphs back in which the last speaker can still be meant."""


@dataclass(frozen=True, slots=True)
class Spoken:
    """Somebody spoke: the entity, the paragraph, and the character where the words that name the speaker end."""

    entity: str
    block: int
    end: int


def spoken(page: Page, item: Attribution, speaker: str | None, references: References) -> list[Spoken]:
    """The record of ``item`` for later pronouns; nothing for attitudes and beliefs, without a speaker, or for who asks
    (``Asked by Zubair whether he knew, he replied``, ``when the host asked her, she replied``)."""
    if speaker is None or item.speaker is None or item.act not in ("speech", "document"):
        return []
    verb = page.doc[item.anchor]
    if verb.lemma_.lower() in listed("asks") and verb.dep_ == "advcl" and item.addressee is not None:
        return _asked(page, item.addressee, references)
    if verb.tag_ == "VBN" and verb.lemma_.lower() in listed("asks") and any(c.lower_ == "by" for c in verb.children):
        return []
    return [Spoken(speaker, page.block_at[item.anchor], item.speaker.idx + len(item.speaker))]


def _asked(page: Page, listener: Token, references: References) -> list[Spoken]:
    """``When the reporter asked the guard, he answered``: whoever is asked answers."""
    mention = references.headed_at(listener.idx) or references.mention_at(listener.idx, listener.idx + len(listener))
    return [Spoken(mention.entity, page.block_at[listener.i], listener.idx + len(listener))] if mention is not None else []


def last_speaker(
    page: Page, pronoun: Token, known: str | None, said: list[Spoken], references: References, *, goes_on: bool = False
) -> str | None:
    """The entity that ``he``, ``she``, ``it`` or an open ``they`` as a source stands for by who spoke last; ``None`` leaves it
    as ``known``.

    The last speaker is taken over the one ``known`` from the references only when that one was not mentioned since, or
    when the verb itself ``goes_on`` (``it added``); no unnamed person over a named one, except in one sentence.
    """
    lower = _SAME_AS.get(pronoun.lower_, pronoun.lower_)
    aged = is_aged(pronoun)
    if not aged and (lower not in listed("third_person") or pronoun.pos_ != "PRON" or (lower == "they" and known)):
        return None
    if (new := _just_introduced(page, pronoun, known, references)) is not None:
        return new
    if known is None and (meant := _only_meant(page, pronoun, said, references)) is not None:
        return meant
    if not said:
        return None
    block = page.block_at[pronoun.i]
    near = [s for s in said if s.end <= pronoun.idx and block - s.block <= REACH]
    fitting = [
        s
        for s in near
        if _fits(s.entity, lower, references) and not _is_called_otherwise(page, s.entity, pronoun, lower, references)
    ]
    if not fitting:
        return None
    last = fitting[-1]
    if last is not said[-1] and known is not None:
        return None
    same = last.block == block
    since = [m for m in references.mentions if last.end < m.start < pronoun.idx and not (same and m.kind == "pronoun")]
    if known is not None and not goes_on and any(m.entity == known for m in since):
        return None
    person = lower in _GENDER and last.end < pronoun.sent.start_char
    if person and _is_named(known, references) and not _is_named(last.entity, references):
        return None
    if (known is None or block - last.block > 1) and _rivals(since, last.entity, lower, references):
        return None
    if lower in _GENDER and not same and _may_be_other(page, since, block, references):
        return None
    return last.entity


def _only_meant(page: Page, pronoun: Token, said: list[Spoken], references: References) -> str | None:
    """Whom ``he`` or ``she`` stands for by the sentence or the paragraph before; nobody without a name over the one who has one
    and may be the same (``Per Dahl saw it. The guard was asleep. "I slept," he said``)."""
    before = _before(page, pronoun, said, references)
    only = _only_person(page, pronoun, references)
    if before is None or only is None or references.entity(before.entity).named or before.new:
        return only if before is None else before.entity
    return only


@dataclass(frozen=True, slots=True)
class _Before:
    """Whom the sentence before is about; ``new`` where it speaks of ``a`` person, who is nobody named before."""

    entity: str
    new: bool = False


def _before(page: Page, pronoun: Token, said: list[Spoken], references: References) -> _Before | None:
    """Who speaks or else is the subject in the sentence right before the words that ``he`` or ``she`` tells (``Dahl laughed.
    "Not I," he said``); also a bare name that a verb of saying shows to be a person's (``Orlow says no. He told us``)."""
    lower = pronoun.lower_
    first = _told_from(page, pronoun)
    block = page.blocks[page.block_at[pronoun.i]]
    if lower not in _GENDER or first <= block.body:
        return None
    start, end = page.sentences[page.sentence_at[first - 1]]
    subject = _subject(page, max(start, block.body), end)
    new = subject is not None and subject.left_edge.lower_ in INDEFINITE
    here = page.chars(max(start, block.body), end)
    spoke = [s.entity for s in said if here[0] < s.end <= here[1] and _fits(s.entity, lower, references)]
    if spoke:
        return _Before(spoke[-1], new)
    mention = (
        references.headed_at(subject.idx) or references.mention_at(subject.idx, subject.idx + len(subject)) if subject else None
    )
    if mention is None or subject is None:
        return None
    entity = references.entity(mention.entity)
    if entity.type in _LOOSE:
        told = subject.head.lemma_.lower() in reporting_verbs() and _may_be_surname(entity, subject)
    else:
        told = entity.type == "person" and _fits(entity.id, lower, references)
    return _Before(entity.id, new) if told else None


def _subject(page: Page, start: int, end: int) -> Token | None:
    """The subject of the main verb of a sentence, one person and not in quotation marks, or the name set beside it."""
    root = next((t for t in page.doc[start:end] if t.dep_ == "ROOT"), None)
    subject = next((c for c in root.children if c.dep_ in ("nsubj", "nsubjpass")), None) if root is not None else None
    if subject is None or page.quote_at[subject.i] >= 0 or subject.i < start or subject.tag_ not in ("NN", "NNP"):
        return None
    return _last_apposed(subject)


def _told_from(page: Page, pronoun: Token) -> int:
    """The first token of the words that ``pronoun`` tells: of the quotation before it, else of its sentence."""
    start = page.sentence(pronoun)[0]
    last = next((j for j in range(pronoun.i - 1, max(pronoun.i - 3, -1), -1) if page.quote_at[j] >= 0), None)
    return start if last is None else min(start, page.tokens_of(page.quoted[page.quote_at[last]])[0] - 1)


def _last_apposed(subject: Token) -> Token:
    """``His Excellency the President, Per Dahl``: the name at the end of what stands side by side."""
    beside = next((c for c in subject.rights if c.dep_ == "appos" and c.pos_ == "PROPN"), None)
    return subject if beside is None else _last_apposed(beside)


def _may_be_surname(entity: Entity, subject: Token) -> bool:
    """Whether all that is known of an entity is one plain word in the singular, as of a person called by the surname."""
    return entity.named and " " not in entity.name and not entity.roles and not entity.name.isupper() and subject.tag_ == "NNP"


def _is_called_otherwise(page: Page, entity: str, pronoun: Token, lower: str, references: References) -> bool:
    """``Ister Vahl warned of delay. She ...``: whether the paragraphs before have meant somebody by pronouns, all of the other
    gender than ``lower``."""
    here = page.doc[page.blocks[page.block_at[pronoun.i]].start].idx
    meant = (m for m in references.inside(0, here) if m.entity == entity and m.kind == "pronoun")
    called = {pronoun_table()[w].gender for m in meant if (w := page.raw[m.start : m.end].lower()) in pronoun_table()}
    return lower in _GENDER and bool(called & {"m", "f"}) and _GENDER[lower] not in called


def _is_named(entity_id: str | None, references: References) -> bool:
    return entity_id is not None and references.entity(entity_id).named


def _rivals(since: list[Mention], speaker: str, lower: str, references: References) -> bool:
    """Whether somebody else whom the pronoun fits was mentioned."""
    return any(m.entity != speaker and m.kind != "pronoun" and _fits(m.entity, lower, references) for m in since)


def _may_be_other(page: Page, since: list[Mention], block: int, references: References) -> bool:
    """``Yesterday Tolmar survived the vote. She told``: whether the paragraph opens with a bare name that may be a person's."""
    for mention in since:
        entity = references.entity(mention.entity)
        span = page.doc.char_span(mention.start, mention.end) if mention.kind == "name" else None
        if span is None or page.block_at[span.start] != block or entity.type not in _LOOSE or entity.roles:
            continue
        if span.root.dep_ in ("nsubj", "nsubjpass") and entity.name.istitle() and span[0].tag_ != "DT":
            return True
    return False


def _only_person(page: Page, pronoun: Token, references: References) -> str | None:
    """The one person that the paragraph has named before ``he`` or ``she``."""
    lower = _SAME_AS.get(pronoun.lower_, pronoun.lower_)
    start = page.doc[page.blocks[page.block_at[pronoun.i]].start].idx
    named = {m.entity for m in references.inside(start, pronoun.idx) if m.kind == "name"}
    people = sorted(e for e in named if references.entity(e).type == "person" and _fits(e, lower, references))
    return people[0] if len(people) == 1 and lower in _GENDER and _is_introduced(people[0], references) else None


def _is_introduced(entity_id: str, references: References) -> bool:
    """Whether a person has more than one bare word, which could name a company: two names, a title or a function."""
    entity = references.entity(entity_id)
    longest = max((m.end - m.start for m in references.mentions if m.entity == entity_id and m.kind == "name"), default=0)
    return " " in entity.name or bool(entity.roles) or longest > len(entity.name)


def _just_introduced(page: Page, pronoun: Token, known: str | None, references: References) -> str | None:
    """``The nurse who saw it shrugs. "It was dark," she says``: an unnamed person with a clause of her own that
    opens the sentence before.

    Not where the paragraph has already spoken of the one ``known``.
    """
    block, number = page.blocks[page.block_at[pronoun.i]], page.sentence_at[pronoun.i]
    if pronoun.lower_ not in _GENDER or number == 0:
        return None
    start, end = page.sentences[number - 1]
    start = max(start, block.body)
    subject = next((page.doc[i] for i in range(start, end) if page.doc[i].dep_ in ("nsubj", "nsubjpass")), None)
    here = references.inside(page.doc[block.start].idx, pronoun.idx)
    if (
        subject is None
        or subject.tag_ != "NN"
        or not any(c.dep_ == "relcl" for c in subject.rights)
        or page.quote_at[subject.i] >= 0
        or _spoken_of(here, known, page.doc[start].idx)
    ):
        return None
    mention = references.headed_at(subject.idx) or references.mention_at(subject.idx, subject.idx + len(subject))
    if mention is None or mention.kind != "noun" or mention.type != "person" or page.doc[subject.left_edge.i].i != start:
        return None
    entity = references.entity(mention.entity)
    return entity.id if not entity.named and not _others(here, entity.id, start, page, references) else None


def _spoken_of(here: tuple[Mention, ...], known: str | None, start: int) -> bool:
    """Whether ``known`` is named in the paragraph, or meant by a pronoun before the sentence that starts at ``start``."""
    return any(m.entity == known and (m.kind == "name" or m.start < start) for m in here)


def _others(here: tuple[Mention, ...], entity: str, start: int, page: Page, references: References) -> bool:
    """Whether the sentence before names somebody else."""
    since = (m for m in here if m.start >= page.doc[start].idx and m.kind == "name" and m.entity != entity)
    return any(references.entity(m.entity).type == "person" for m in since)


def _fits(entity_id: str, lower: str, references: References) -> bool:
    entity = references.entity(entity_id)
    if lower == "it":
        people = entity.type == "group" and not entity.named and entity.name.lower().endswith(("s", "people", "men"))
        return entity.type in _THINGS and not people
    if lower == "they":
        return _are_several(entity)
    if lower not in _GENDER:
        return entity.type == "person" and entity.named
    gender = _gender(entity) if entity.type == "person" else None
    several = entity.type == "group" and (entity.named or entity.name.lower().endswith("s"))
    return entity.type in _PERSONS and gender in (None, "u", _GENDER[lower]) and not several


def _are_several(entity: Entity) -> bool:
    """Whether an entity is spoken of in the plural: people, the police, circles."""
    last = entity.name.split()[-1].lower()
    plural = entity.type == "group" or "police" in entity.name.lower().split() or (not entity.named and last.endswith("s"))
    return plural and entity.type in (*_THINGS, "people", "other")


def _gender(entity: Entity) -> str | None:
    """By the words of functions (``chairwoman``), else by the given name; ``u`` for both, ``None`` for unknown."""
    words = [word for role in entity.roles for word in role.text.casefold().split()]
    told = {person_genders().get(w, "") or titles().get(w, ("", ""))[1] for w in words} - {""}
    if len(told) == 1:
        return told.pop()
    given = entity.name.split()[:1] if entity.named and " " in entity.name else []
    return given_name_gender(given[0], language=LANGUAGE) if given else None
