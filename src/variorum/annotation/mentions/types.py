"""What kind of thing a name or a noun stands for: gazetteers, telling words in the name, titles, the language pipeline."""

import functools
import re
from typing import NamedTuple, cast

from variorum.annotation.mentions.words import Words
from variorum.annotation.words.lists import listed
from variorum.language.frequency import rarity
from variorum.language.lexicon import values, word_list, words
from variorum.language.names import Country, country, given_name_gender
from variorum.records.annotation import EntityType

LABEL_TYPES: dict[str, EntityType] = {
    "PERSON": "person", "ORG": "organisation", "GPE": "place", "LOC": "place", "FAC": "place", "NORP": "people",
    "EVENT": "event", "LAW": "document", "WORK_OF_ART": "work", "PRODUCT": "work",
}  # fmt: skip
OLDEST = 120
LONGEST_DOTTED = 6
"""Most letters of initials that are written with dots."""
SURE, LIKELY, WEAK = 4, 2, 1
"""Votes of a gazetteer, title or telling word; of a given name or a name of several words; of the pipeline's label."""

_FIRST = re.compile(r"\w+")


class Known(NamedTuple):
    """An entry of the gazetteer: the usual ``name`` for a way of writing, its ``type`` and ``country``."""

    name: str
    type: EntityType
    country: str | None


class TypeVote(NamedTuple):
    """A type and how much it may be trusted."""

    type: EntityType
    weight: int


@functools.cache
def known_names(language: str = "en") -> dict[str, Known]:
    """Every way of writing a known organisation, place or event; initials with dots too (``C.I.A.``)."""
    table: dict[str, Known] = {}
    for row in word_list(language, "known_names"):
        entry = Known(row["name"], cast(EntityType, row["type"]), row["country"] or None)
        for form in (row["name"], *values(row, "aliases")):
            table.setdefault(form, entry)
            if form.isalpha() and form.isupper() and len(form) <= LONGEST_DOTTED:
                table.setdefault("".join(f"{letter}." for letter in form), entry)
    return table


def canonical_name(name: str) -> str:
    """The usual name of a known bearer (``EU``: European Union); any other name as it is."""
    known = known_names().get(name)
    return known.name if known else name


@functools.cache
def known_by_first(language: str = "en") -> dict[str, tuple[str, ...]]:
    """The known names of several words and all country names, by their first word, longest first."""
    forms = set(known_names(language))
    for row in word_list(language, "countries"):
        forms.update({row["name"], *values(row, "aliases"), *values(row, "capitals"), *values(row, "demonyms")})
    table: dict[str, list[str]] = {}
    for form in sorted(forms, key=lambda f: (-len(f), f)):
        first = _FIRST.match(form)
        if first and not form.startswith("the "):
            table.setdefault(first[0], []).append(form)
    return {first: tuple(found) for first, found in table.items()}


@functools.cache
def thing_types(language: str = "en") -> dict[str, EntityType]:
    """Common nouns to the entity type they head."""
    return {row["word"]: cast(EntityType, row["type"]) for row in word_list(language, "thing_words")}


@functools.cache
def person_genders(language: str = "en") -> dict[str, str]:
    """Nouns for one human being to their gender (or empty)."""
    return {row["word"]: row["gender"] for row in word_list(language, "person_words")}


@functools.cache
def titles(language: str = "en") -> dict[str, tuple[str, str]]:
    """Titles in lower case to their kind and gender."""
    table: dict[str, tuple[str, str]] = {}
    for row in word_list(language, "titles"):
        table.setdefault(row["title"].casefold(), (row["kind"], row["gender"]))
    return table


def country_at(found: Words, token: int) -> Country | None:
    """The country that a capitalised word names, alone or with the word before it; none in ``Central American``."""
    word = found.text[token]
    if not word[:1].isupper():
        return None
    before = found.lower[token - 1] if token else ""
    whole = country(found.slice(token - 1, token + 1)) if before and found.text[token - 1][:1].isupper() else None
    if whole or not (before in listed("continental") and word.startswith("Americ")):
        return whole or country(word)
    return None


def noun_type(lemma: str) -> EntityType | None:
    """The type of a common noun, ``None`` for a noun that says nothing of it."""
    if lemma in person_genders():
        return "person"
    return thing_types().get(lemma) or ("organisation" if lemma.endswith("maker") and len(lemma) > 7 else None)


def name_type(found: Words, start: int, end: int, *, titled: bool) -> TypeVote:
    """The type of the name in tokens ``[start, end)`` by its own words; ``titled``: a person's title stands before it."""
    text = found.slice(start, end)
    known = known_names().get(text)
    surname = titled and end - start == 1 and text.istitle()
    if known and not surname:
        return TypeVote(known.type, SURE)
    place = country(text)
    if place and not surname:
        return TypeVote("people" if place.form == "demonym" else "place", SURE)
    if titled:
        return TypeVote("person", SURE)
    telling = _telling_word(found, start, end)
    if telling and not (telling in PAPERS and _labelled_person(found, start, end)):
        return TypeVote(telling, SURE)
    label = next((found.label[i] for i in range(start, end) if found.label[i] in LABEL_TYPES), "")
    if end - start > 1 and given_name_gender(found.text[start]) and label not in {"EVENT", "LAW"}:
        return TypeVote("person", LIKELY)
    if label in {"NORP", "PERSON"} and end - start == 1 and _is_acronym(text) and not found.dateline[start]:
        return TypeVote("organisation", WEAK)
    if has_age(found, end):
        return TypeVote("person", SURE)
    if label == "PERSON" and _has_article(found, start, end):
        return TypeVote("organisation", WEAK)
    if label == "PERSON" and any(c.isdigit() for c in text):
        return TypeVote("other", WEAK)
    if label == "NORP" and found.tag[end - 1] == "NNP" and found.dep[end - 1] not in {"amod", "compound", "nmod"}:
        return TypeVote("organisation", WEAK) if found.dep[end - 1] == "nsubj" else TypeVote("people", WEAK)
    if label:
        sure = label == "PERSON" and end - start > 1
        return TypeVote(LABEL_TYPES[label], LIKELY if sure else WEAK)
    return TypeVote("other", 0)


PAPERS = frozenset({"document", "work", "event"})


def _labelled_person(found: Words, start: int, end: int) -> bool:
    """``Edric Poll``, ``Ada Bill``: two words for a person to the pipeline, the first a given name or in no list of words."""
    both = end - start == 2 and all(found.label[i] == "PERSON" for i in range(start, end))
    unlisted = round(rarity(found.lower[start]), 3) == 1 and thing_types().get(found.lower[end - 1]) == "document"
    return both and (unlisted or given_name_gender(found.text[start]) is not None)


def _has_article(found: Words, start: int, end: int) -> bool:
    """``the Courier``, ``yesterday's Comet``: one name that no person bears with an article; a title or a family may."""
    before = found.lower[start - 1] if start else ""
    owned = before in {"'s", "\u2019s"} and start > 1 and found.lower[start - 2] in {"yesterday", "today", "week"}
    alone = end - start == 1 and found.tag[start] == "NNP" and found.head[start] != start + 1
    return alone and (before == "the" or owned) and given_name_gender(found.text[start]) is None


def _is_acronym(text: str) -> bool:
    return text.isupper() and text.isalpha() and 2 <= len(text) <= 6


def has_age(found: Words, end: int) -> bool:
    """``Dan Orr, 34,``, ``Orr is 71.``: whether an age stands behind the name that ends at ``end``."""
    if end + 2 >= len(found) or found.text[end] not in {",", "is", "was", "turned", "turns"}:
        return False
    return found.text[end + 1].isdigit() and int(found.text[end + 1]) <= OLDEST and found.text[end + 2] in {",", "."}


def _telling_word(found: Words, start: int, end: int) -> EntityType | None:
    """The type that the last word (``Ministry``) or the word before ``of`` (``Bank of ...``) of a name tells."""
    last = found.lower[end - 1]
    if end - start > 1 and is_company(found.text[start], last):
        return "organisation"
    if last in words("en", "outlet_words") and found.pos[end - 1] == "PROPN" and end - start > 1:
        return "organisation"
    if end - start > 1 and found.lower[start] in words("en", "outlet_openers") and found.text[start][0].isupper():
        return "organisation"
    small = next((i for i in range(start + 1, end) if found.lower[i] in {"of", "for", "on"}), end)
    for word in (found.lower[small - 1], last):
        lemma = word if word in thing_types() else word.removesuffix("s")
        kind = thing_types().get(lemma)
        if kind and (end - start > 1 or (kind in {"organisation", "government"} and found.pos[start] == "PROPN")):
            return kind
    return None


def is_company(first: str, last: str) -> bool:
    """Whether a name that begins with ``first`` and ends with ``last`` (in lower case) is a company's."""
    kind = _company_words().get(last, "")
    return kind in {"legal", "branch"} or (kind == "trade" and given_name_gender(first) is None)


@functools.cache
def _company_words(language: str = "en") -> dict[str, str]:
    return {row["word"]: row["kind"] for row in word_list(language, "company_words")}
