"""What one report tells of an entity, in the form in which the entities of several reports are compared."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from variorum.collation.entities.surroundings import Surroundings, surroundings
from variorum.language.frequency import rarity
from variorum.language.lexicon import marked, values, word_list, words
from variorum.language.names import country, fold, given_name_gender, name_words
from variorum.language.tokens import find_words
from variorum.records.annotation import AnnotatedArticle, Entity, EntityType, Mention
from variorum.records.article import Passage, Span, passage_of

SMALL = marked("en", "entity_words", "small")
PASSING = marked("en", "entity_words", "passing")
"""Words that tell neither which function nor whose it is."""
LEGAL_FORMS = marked("en", "entity_words", "legal")
ENDS = marked("en", "collation_words", "phrase_end") | {"to"}
"""Prepositions behind the noun that a phrase is about."""


GOVERNING = marked("en", "entity_words", "governing")
"""Nouns that, with a country, stand for its government."""
STATES = marked("en", "entity_words", "state")
"""Forms of states and the like, before "of" and a land or right behind it."""
UNCOMMON = 0.95
"""Rarity from which a word is hardly anything but a name; as for short names."""
PRONOUNS = 2
"""Pronouns of one gender, and none of the other, that tell it."""
_PRONOUNS = {"he": "m", "him": "m", "his": "m", "himself": "m", "she": "f", "her": "f", "hers": "f", "herself": "f"}


@dataclass(frozen=True, slots=True, order=True)
class Function:
    """A function in comparable form: its head noun, the other telling words, the countries it names."""

    head: str
    words: frozenset[str]
    countries: frozenset[str]


@dataclass(frozen=True, slots=True)
class Profile:
    """One entity of one article.

    ``names`` are all its names, the article's main one first; ``keys`` what other writings of them share; ``functions``
    its roles; ``gender`` m, f or empty, by its given name or its roles; ``weight`` how often it is mentioned; ``beside`` the
    words around its names; ``outlet`` whose report it is; ``speaks`` whether the report quotes it.
    """

    id: str
    article: str
    type: EntityType
    named: bool
    names: tuple[str, ...]
    keys: frozenset[str]
    functions: frozenset[Function]
    country: str | None
    gender: str
    weight: int
    roles: tuple[str, ...]
    mentions: tuple[Passage, ...]
    beside: Surroundings = Surroundings()
    outlet: str = ""
    speaks: bool = False


def entity_profiles(articles: Sequence[AnnotatedArticle]) -> tuple[Profile, ...]:
    """A profile of every entity of ``articles``, in order of ids."""
    profiles = (profile for article in articles for profile in _of_article(article))
    return tuple(sorted(profiles, key=lambda p: p.id))


def _of_article(article: AnnotatedArticle) -> Iterator[Profile]:
    mentions: defaultdict[str, list[Mention]] = defaultdict(list)
    for mention in article.mentions:
        mentions[mention.entity].append(mention)
    nouns = sorted((m.start, m.end) for m in article.mentions if m.kind == "noun" and m.field == "text")
    speakers = frozenset(q.speaker for q in article.quotations if q.speaker)
    for entity in article.entities:
        yield _profile(article, entity, mentions[entity.id], nouns, speakers)


def _profile(
    article: AnnotatedArticle,
    entity: Entity,
    mentions: Sequence[Mention],
    nouns: Sequence[Span],
    speakers: frozenset[str],
) -> Profile:
    names = tuple(dict.fromkeys(n for n in (entity.name, *entity.aliases) if n.strip()))
    roles = tuple(r.text for r in entity.roles if fold(r.text) not in _honorifics("en"))
    described = roles if entity.named else (*roles, entity.name)
    return Profile(
        id=entity.id,
        article=article.id,
        type=entity.type,
        named=entity.named,
        names=names,
        keys=frozenset(key for name in names if (key := name_key(name)) and _is_whole(name, entity)),
        functions=frozenset(f for text in described if (f := function_of(text))),
        country=entity.country or own_country(entity.name),
        gender=_gender(entity) or _told_gender(article, mentions) if entity.type == "person" else "",
        weight=len(mentions),
        roles=roles,
        mentions=tuple(passage_of(article, (m.start, m.end), m.field) for m in mentions),
        beside=surroundings(article, mentions, nouns),
        outlet=article.outlet or "",
        speaks=entity.id in speakers,
    )


def _is_whole(name: str, entity: Entity) -> bool:
    """Whether a name can stand for the entity in other reports: ``Front`` for ``Northern Front`` stands for any front."""
    own, short = fold(entity.name).split(), fold(name).split()
    return name == entity.name or not (len(short) < len(own) and set(short) <= set(own) and entity.type != "person")


def name_key(name: str, *, language: str = "en") -> str:
    """What all ways of writing the name of an organisation, place or thing share.

    Institutions are compared without their country and in any order of words (``Velmar's Ministry of Defence``,
    ``Defense Ministry``); whose they are is told by the entity's country.
    """
    known = usual_name(name, language=language)
    place = None if known else country(name)
    if place and place.form != "capital":
        return f"{place.form} {place.code}"
    bare = known or name.removeprefix("the ").removeprefix("The ")
    parts = [_spellings(language).get(p, p) for p in fold(bare).split() if p not in LEGAL_FORMS]
    if (land := _land_of(parts)) != parts:
        return " ".join(land)
    if is_institution(bare, language=language):
        telling = {_spellings(language).get(w, w) for w in _telling(bare)}
        return "institution " + " ".join(sorted(telling)) if telling else ""
    return " ".join(parts) or fold(bare)


def _land_of(parts: list[str]) -> list[str]:
    """The words of a state's name without its form ("Republic of Velmar", "Velmar Federation")."""
    if len(parts) == 3 and parts[0] in STATES and parts[1] == "of" and rarity(parts[2]) >= UNCOMMON:
        return parts[2:]
    return parts[:1] if len(parts) == 2 and parts[1] in STATES - {"state", "union"} and rarity(parts[0]) >= UNCOMMON else parts


def is_institution(name: str, *, language: str = "en") -> bool:
    """Whether a name is made of a common noun (``State Department``), so that other countries can have one too."""
    telling = _telling(name)
    return bool({*telling[:1], *telling[-1:]} & words(language, "thing_words"))


def own_country(name: str) -> str | None:
    """The country that an institution's name begins with (``US State Department``: USA)."""
    parts = name.removeprefix("the ").split() if is_institution(name) else []
    for size in (3, 2, 1):
        place = country(" ".join(parts[:size])) if len(parts) > size else None
        if place:
            return place.code
    return None


def _telling(name: str) -> list[str]:
    """The folded words of a name less its country and small words."""
    parts = name.removeprefix("the ").removeprefix("The ").split()
    for size in (3, 2, 1):
        if len(parts) > size and country(" ".join(parts[:size])):
            parts = parts[size:]
            break
    return [w for part in parts for w in fold(part).split() if w and w not in SMALL]


def spelled(word: str, *, language: str = "en") -> str:
    """A word in the usual one of its spellings (``defense``: defence)."""
    return _spellings(language).get(word, word)


@cache
def _spellings(language: str) -> Mapping[str, str]:
    return {row["spelling"]: row["usual"] for row in word_list(language, "spellings")}


def usual_name(name: str, *, language: str = "en") -> str | None:
    """The usual name of a known organisation, group or place, ``None`` where we do not know it; initials may have dots."""
    bare = name.removeprefix("the ").removeprefix("The ")
    return _usual(language).get(bare) or _usual(language).get(bare.replace(".", "") if bare.isupper() else bare)


@cache
def _usual(language: str) -> Mapping[str, str]:
    table: dict[str, str] = {}
    for row in word_list(language, "known_names"):
        for form in (row["name"], *values(row, "aliases")):
            table.setdefault(form, row["name"])
    return table


@lru_cache(maxsize=50_000)
def function_of(text: str) -> Function | None:
    """The function that a phrase names (``the Iraqi foreign minister``: minister, foreign, IRQ); ``None`` for none."""
    found = find_words(text)
    raw = [text[s:e] for s, e in found.spans]
    bare = [word.removesuffix("'s").removesuffix("’s") for word in raw]
    countries = frozenset(place.code for word in bare if (place := country(word)))
    telling = _one_word([fold(w) for w in bare if not country(w)])
    kept = [w for w in telling if w and w not in SMALL and w not in PASSING]
    if not kept:
        return None
    head = _head(telling)
    return Function(head, frozenset(kept) - {head}, countries) if head else None


def _one_word(telling: Sequence[str]) -> list[str]:
    """``coast guard`` as ``coastguard``, where the joined word is a noun of our lists."""
    nouns = words("en", "thing_words") | words("en", "person_words")
    joined: list[str] = []
    for word in telling:
        if joined and joined[-1] and word and joined[-1] + word in nouns:
            joined[-1] += word
        else:
            joined.append(word)
    return joined


def _head(telling: Sequence[str]) -> str:
    """The noun a phrase is about: the last word before ``of`` or ``for``, or the last."""
    cut = next((i for i, word in enumerate(telling) if i and word in ENDS), len(telling))
    kept = [w for w in telling[:cut] if w not in SMALL]
    return kept[-1] if kept else ""


def _gender(entity: Entity) -> str:
    parts = name_words(entity.name)
    given = given_name_gender(parts[0]) if entity.named and len(parts) > 1 else None
    if given in ("m", "f"):
        return given
    told = {_gender_words("en").get(part, "") for role in entity.roles for part in fold(role.text).split()} - {""}
    return told.pop() if len(told) == 1 else ""


def _told_gender(article: AnnotatedArticle, mentions: Sequence[Mention]) -> str:
    """The gender that a form of address before the name or, where all agree, several pronouns tell."""
    texts = [article.text[m.start : m.end].casefold() for m in mentions if m.field == "text"]
    address = {_gender_words("en").get(t.split()[0].strip("."), "") for t in texts if " " in t} - {""}
    if len(address) == 1:
        return address.pop()
    told = [_PRONOUNS[t] for t in texts if t in _PRONOUNS]
    return told[0] if len(told) >= PRONOUNS and len(set(told)) == 1 else ""


@cache
def _honorifics(language: str) -> frozenset[str]:
    return frozenset(fold(row["title"]) for row in word_list(language, "titles") if row["kind"] == "honorific")


@cache
def _gender_words(language: str) -> Mapping[str, str]:
    """Nouns and forms of address (``Mrs``, ``chairwoman``) to the gender they tell."""
    table = {fold(row["title"]): row["gender"] for row in word_list(language, "titles")}
    return table | {row["word"]: row["gender"] for row in word_list(language, "person_words")}
