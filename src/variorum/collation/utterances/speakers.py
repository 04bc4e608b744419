"""Who may have said one thing under two names: a body and its voice, a role and its holder, an outlet and what it carried."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Literal

from variorum.collation.claims.nations import TYPES, Nations, nations_of
from variorum.collation.entities.profiles import PASSING, SMALL, function_of
from variorum.collation.relays.names import names_own_outlet, same_outlet
from variorum.collation.utterances.sayings import Saying
from variorum.language.lexicon import marked, values, word_list, words
from variorum.language.names import country, fold, name_words
from variorum.records.annotation import AnnotatedArticle
from variorum.records.story import StoryEntity

Kinship = Literal["same", "state", "related", "open", "other"]
"""``same``: one story entity; ``state``: a government and a holder of an office of it; ``related``: the story's names and
roles tie the two; ``open``: one is not known, or without a name; ``other``: two speakers."""

STEMS = {"ministry": "minister", "ministries": "minister", "presidency": "president", "directorate": "director"}
"""Bodies that are called by the office of their head."""

GOVERNING = marked("en", "collation_words", "governing")
"""What somebody is called who speaks for a government."""

AFFAIRS = frozenset({"affair"})
"""What a ministry's full name has and its short one has not."""

PLACES = frozenset({*TYPES, "place"})
"""Types of entities that an office may be of."""

VAGUE = frozenset({"person", "organisation"})
"""Types of entities that a report may leave without a name where another gives it."""

BODIES = frozenset({"organisation", "government", "group"})
"""Types of entities that somebody may be "its chairman" of."""

LANGUAGE = "en"
WordSets = tuple[frozenset[str], ...]


@dataclass(frozen=True, slots=True)
class Voice:
    """One story entity as a speaker.

    ``names`` has the telling words of each name and ``offices`` those of each role that tell whose it is ("head of the
    Harbour Council": harbour, council); ``titles`` has all words of roles and of descriptions, ``states`` country codes,
    ``callings`` the services (police, army) that it belongs to, ``places`` and ``people`` the
    words of the names of all places and of all people in the story.
    """

    entity: StoryEntity
    names: WordSets
    offices: WordSets
    titles: WordSets
    states: frozenset[str]
    callings: frozenset[str]
    places: frozenset[str] = frozenset()
    people: frozenset[str] = frozenset()

    @property
    def words(self) -> frozenset[str]:
        """The words by which others of the story may be tied to it."""
        told = frozenset(word for words in (*self.names, *self.offices, *self.titles) for word in words)
        return told | {f"of the {calling}" for calling in self.callings}


def voices_of(
    entities: Sequence[StoryEntity], articles: Iterable[AnnotatedArticle] = (), speakers: Mapping[str, str] | None = None
) -> dict[str, Voice]:
    """A voice for every entity, by its id. Where services of several states speak, only those of one state are one.

    ``articles`` tell whose "its chairman" somebody is; ``speakers`` maps article to story entities.
    """
    nations, bodies = nations_of(entities), _bodies_of(articles, speakers or {})
    alone = {entity.id: _voice(entity, nations) for entity in entities}
    voices = [_with_bodies(voice, [alone[body] for body in bodies.get(id, ()) if body in alone]) for id, voice in alone.items()]
    states: defaultdict[str, set[str]] = defaultdict(set)
    for voice in voices:
        for calling in voice.callings:
            states[calling] |= voice.states
    places = frozenset(word for v in voices if v.entity.type in PLACES for name in v.names for word in name)
    named = (v for v in voices if v.entity.type == "person" and v.entity.named)
    people = frozenset(word for v in named for name in v.names for word in name)
    return {v.entity.id: replace(v, callings=_undisputed(v, states), places=places, people=people) for v in voices}


def _bodies_of(articles: Iterable[AnnotatedArticle], speakers: Mapping[str, str]) -> dict[str, list[str]]:
    """The bodies that people with a name have an office of by a pronoun alone ("Its chairman, Ilse Orban"): story entities."""
    found: set[tuple[str, str]] = set()
    for article in articles:
        by_id = {entity.id: entity for entity in article.entities}
        owners = {(m.field, m.start): by_id[m.entity] for m in article.mentions if m.kind == "pronoun" and m.entity in by_id}
        for mention in (m for m in article.mentions if m.kind == "noun" and m.entity in by_id):
            person, body = by_id[mention.entity], owners.get((mention.field, mention.start))
            if person.named and person.type == "person" and body and body.type in BODIES:
                found.add((speakers.get(person.id, ""), speakers.get(body.id, "")))
    return {person: sorted(b for p, b in found if p == person) for person in sorted({p for p, _ in found})}


def _with_bodies(voice: Voice, bodies: Sequence[Voice]) -> Voice:
    """A voice with the names of ``bodies`` among its offices."""
    return replace(voice, offices=(*voice.offices, *(name for body in bodies for name in body.names)))


def _undisputed(voice: Voice, states: Mapping[str, Collection[str]]) -> frozenset[str]:
    """The callings of a voice, each with its state where the story has that service of several states."""
    alone = (calling for calling in voice.callings if len(states[calling]) < 2)
    shared = (f"{calling} {state}" for calling in voice.callings if len(states[calling]) > 1 for state in voice.states)
    return frozenset((*alone, *shared))


def _voice(entity: StoryEntity, nations: Nations) -> Voice:
    called = (entity.name, *entity.aliases)
    described = entity.roles if entity.named else (*entity.roles, *called)
    bearers = words(LANGUAGE, "person_words") | words(LANGUAGE, "unnamed_sources")
    titles = tuple(t for text in described if (t := telling(text)))
    named = tuple(frozenset(name_words(c)) for c in called) if entity.type == "person" and entity.named else ()
    return Voice(
        entity,
        named or tuple(t for c in called if (t := telling(c))),
        tuple(office for title in titles if (office := frozenset(w for w in title if w not in bearers or w in STEMS.values()))),
        titles,
        _states(entity, nations),
        frozenset(found for text in (*called, *entity.roles) if (found := _calling(text, nations))),
    )


OFFICIALS = marked(LANGUAGE, "collation_words", "officials")
SENIOR = marked(LANGUAGE, "collation_words", "senior")
PARTS = re.compile(r"\b(?:of|for|in|at|from|with)\b")
"""Prepositions between an office and whose it is ("chief of the general staff")."""


def _calling(text: str, nations: Nations) -> str | None:
    """The service that a name or a role belongs to, by its last word, less words for an office ("police chief"), or by what
    such words are of ("spokesman for the army")."""
    table, offices = _callings(LANGUAGE)
    for part in PARTS.split(text):
        keys = [_singular(word) for word in fold(part).split() if word not in SMALL]
        while keys and keys[-1] in offices and keys[-1] not in table:
            keys.pop()
        while keys:
            size = 2 if " ".join(keys[-2:]) in table else 1
            calling, before = table.get(" ".join(keys[-size:]), ("", ""))
            if not calling:
                return None
            if before == "any" or not keys[:-size] or _may_stand_before(keys[-size - 1], calling, nations):
                return calling
            keys.pop()
    return None


def _may_stand_before(word: str, calling: str, nations: Nations) -> bool:
    """Whether a rank or an army is called so behind ``word``: that of a land, a higher one, or another rank of that service
    (a "prosecutor general" is of no army)."""
    own = _callings(LANGUAGE)[0].get(word, ("", ""))[0] == calling
    return word in SENIOR or own or bool(country(word) or nations.of(word))


@cache
def _callings(language: str) -> tuple[dict[str, tuple[str, str]], frozenset[str]]:
    """The service and what may stand before each word for one, and the words for offices and for people."""
    table = {row["word"]: (row["calling"], row["before"]) for row in word_list(language, "callings")}
    roles = frozenset(row["role"] for row in word_list(language, "role_kinds"))
    return table, roles | words(language, "person_words") | words(language, "unnamed_sources")


def telling(text: str) -> frozenset[str]:
    """The words of a name or role in comparable form, less its country and small words."""
    parts = [part for part in text.split() if not country(part.removesuffix("'s").removesuffix("’s"))]
    kept = [w for part in parts for w in fold(part).split() if w not in SMALL and w not in PASSING]
    return frozenset(_singular(STEMS.get(w, w)) for w in kept)


def _singular(word: str) -> str:
    return word[:-1] if len(word) > 4 and word.endswith("s") and not word.endswith("ss") else word


def _states(entity: StoryEntity, nations: Nations) -> frozenset[str]:
    """The states that an entity may speak for: its own as one, those in the offices of a person and in the names of public
    bodies and their people ("Ruvanian officials")."""
    if entity.type in TYPES and entity.named:
        return frozenset({entity.country} if entity.country else {nations.canonical[entity.id]})
    person = entity.named and entity.type == "person"
    called = entity.roles if person else (entity.name, *entity.aliases, *entity.roles)
    public = [text for text in called if _is_public(text.casefold().split())]
    codes = {code for text in (called if person else public) if (f := function_of(text)) for code in f.countries}
    stems = {state for text in public for word in text.casefold().split() if (state := nations.of(word))}
    return frozenset(codes | stems)


def _is_public(parts: Iterable[str]) -> bool:
    return any(_singular(part) in _public_words(LANGUAGE) for part in parts)


@cache
def _public_words(language: str) -> frozenset[str]:
    """What public bodies, and those who hold an office of one, are called."""
    bodies = {row["word"] for row in word_list(language, "body_classes") if row["class"] == "public"}
    held = {word for row in word_list(language, "role_kinds") for word in (row["role"], *values(row, "kinds"))}
    return frozenset(bodies | held)


def kinship(one: Saying, other: Saying, voices: Mapping[str, Voice]) -> Kinship:
    """How the speakers of two sayings stand to each other."""
    if one.speaker is not None and one.speaker == other.speaker:
        return "same"
    a, b = voices.get(one.speaker or ""), voices.get(other.speaker or "")
    if a is None or b is None:
        return "open"
    if _state_and_holder(a, b):
        return "state"
    if related(a, b) or _carried(a, other) or _carried(b, one):
        return "related"
    return "open" if _is_vague(a) or _is_vague(b) or _is_thing(a) != _is_thing(b) else "other"


def _state_and_holder(a: Voice, b: Voice) -> bool:
    """Whether one is a state, and the other a body or a person that speaks for it."""
    return (a.entity.type in TYPES) != (b.entity.type in TYPES) and bool(a.states & b.states)


def _is_vague(voice: Voice) -> bool:
    """Whether nobody could tell another by the description: a person or a body without a name ("the company")."""
    return not voice.entity.named and voice.entity.type in VAGUE


def _is_thing(voice: Voice) -> bool:
    """Whether it is a thing that is said to speak ("the rumours", "official radio"): somebody's words stand in it."""
    return not voice.entity.named and voice.entity.type in ("other", "document")


def related(a: Voice, b: Voice) -> bool:
    """Whether the names and roles of the story tie two speakers: one may be what a report calls the other, or its voice."""
    return _speaks_for(a, b) or _speaks_for(b, a) or _of_one_service(a, b) or _are_officials(a, b) or _are_officials(b, a)


def _are_officials(a: Voice, b: Voice) -> bool:
    """Whether ``a`` is "officials" or "the authorities" and ``b`` a public body, or somebody who speaks for one: no force."""
    apart = bool(a.states and b.states) and not a.states & b.states
    if a.entity.named or apart or b.callings or not a.titles or not all(title <= OFFICIALS for title in a.titles):
        return False
    return any(_is_public(name) for name in (*b.names, *b.offices))


def _of_one_service(a: Voice, b: Voice) -> bool:
    """Whether a body or a description and somebody else are of one service ("police", "Superintendent Orr")."""
    both_named = a.entity.named and b.entity.named
    apart = both_named and (a.entity.type == "person") == (b.entity.type == "person")
    return not apart and bool(a.callings & b.callings)


def _speaks_for(a: Voice, b: Voice) -> bool:
    """Whether ``a`` may be what a report calls ``b`` or the body for which ``b`` speaks."""
    if a.entity.country and b.entity.country and a.entity.country != b.entity.country:
        return False
    if a.entity.type == b.entity.type == "person":
        return _one_person(a, b)
    if _is_surname(a, b):
        return True
    if a.entity.type == b.entity.type == "group" and not (a.entity.named or b.entity.named) and _is_within(a, b):
        return True
    if b.entity.type == "person" or (b.entity.type == "group" and not b.entity.named):
        spoken_for = any(name <= office or office <= name for name in a.names for office in b.offices)
        return spoken_for or _has_name(a, b) or _governs(a, b)
    if not a.entity.named and a.entity.type == "government" and any(GOVERNING & name for name in b.names):
        return True
    unnamed = not (a.entity.named and b.entity.named)
    return unnamed and a.entity.type != "person" and any(name <= longer for name in a.names for longer in b.names)


def _one_person(a: Voice, b: Voice) -> bool:
    """Whether two people may be one: part of a name and the whole, or a role and somebody who holds it."""
    if a.entity.named and b.entity.named:
        plain = words(LANGUAGE, "person_words")
        return any((kept := name - plain) and kept <= longer for name in a.names for longer in b.names)
    return not a.entity.named and any(_may_be_called(called, title, a) for called in a.titles for title in b.titles)


def _is_within(a: Voice, b: Voice) -> bool:
    """Whether one description has all words of the other ("doctors", "two local doctors")."""
    return any(title <= longer for title in a.titles for longer in b.titles)


def _is_surname(a: Voice, person: Voice) -> bool:
    """Whether what a report takes for a body has no other name than a person's last one ("Halloran says four")."""
    if person.entity.type != "person" or not person.entity.named or not a.entity.named:
        return False
    return name_words(a.entity.name) == name_words(person.entity.name)[-1:]


def _may_be_called(called: frozenset[str], title: frozenset[str], voice: Voice) -> bool:
    """Whether who bears a title may be called so: a report adds whose office it is ("Selde's mayor", of the mayor) or whose
    lawyer or wife somebody is, or gives it in full ("minister of foreign affairs", of the foreign minister)."""
    plain = called - AFFAIRS
    whose = plain - voice.places if not title & voice.places else plain
    owner, other = whose & voice.people, title & voice.people
    if owner and other and not owner & other:
        return False
    whose = whose - owner or whose
    return bool(whose) and whose <= title


def _governs(body: Voice, person: Voice) -> bool:
    """Whether a body is "the government" or "the regime" and a person a member of one."""
    return body.entity.type == "government" and not body.entity.named and any(GOVERNING & title for title in person.titles)


def _has_name(body: Voice, person: Voice) -> bool:
    """Whether a body is called after a person ("Halloran's ministry")."""
    if body.entity.named or not person.entity.named:
        return False
    surname = name_words(person.entity.name)[-1:]
    return any(word in called for word in surname for called in body.names)


def _carried(outlet: Voice, saying: Saying) -> bool:
    """Whether a speaker is the outlet of the other saying's report: what it "reported" is what somebody told there."""
    names = (outlet.entity.name, *outlet.entity.aliases)
    return any(same_outlet(name, saying.article) or names_own_outlet(name, saying.article) for name in names)


def is_described(saying: Saying) -> bool:
    """Whether the report has words that say who speaks, and no name in them."""
    quotation = saying.quotation
    names = [m for m in saying.article.mentions if m.kind == "name" and m.field == quotation.field]
    return bool(quotation.source) and not any(s <= m.start and m.end <= e for m in names for s, e in quotation.source)


SPEAKERS = frozenset({"person", "organisation", "government", "group"})
"""Types of entities that can be taken for each other: no paper is somebody's words to a reporter."""


def is_unnamed(one: Saying, other: Saying, voices: Mapping[str, Voice]) -> bool:
    """Whether a report gives one of two speakers no name ("the palace")."""
    known = (voices.get(saying.speaker or "") for saying in (one, other))
    return any(voice is not None and not voice.entity.named for voice in known)


def is_mistakable(one: Saying, other: Saying, voices: Mapping[str, Voice]) -> bool:
    """Whether the words that say who speaks in one report, a description without a name ("the minister"), fit the speaker of
    the other as well: which of two ministers is meant is easily mistaken."""
    return _fits(one, other, voices) or _fits(other, one, voices)


def _fits(one: Saying, other: Saying, voices: Mapping[str, Voice]) -> bool:
    called, voice = telling(_source(one)), voices.get(other.speaker or "")
    if voice is None or not called or called <= words(LANGUAGE, "pronouns") or not is_described(one):
        return False
    same = called == telling(_source(other)) and is_described(other)
    return same or any(_may_be_called(called, title, voice) for title in voice.titles)


def _source(saying: Saying) -> str:
    return " ".join(saying.source[start:end] for start, end in saying.quotation.source)
