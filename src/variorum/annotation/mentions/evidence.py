"""What the text around a name shows of it: places are gone to and give their people a name, companies and clubs have staff."""

import functools
from collections.abc import Sequence
from dataclasses import replace

from variorum.annotation.mentions.find import Phrase
from variorum.annotation.mentions.types import LIKELY, SURE, known_names
from variorum.annotation.mentions.words import Words
from variorum.annotation.words.lists import listed
from variorum.language.lexicon import values, word_list
from variorum.language.names import country, fold, given_name_gender, is_demonym_of

MODIFYING = frozenset({"amod", "compound", "nmod", "npadvmod"})
ENOUGH = 2


def settle_places(found: Words, phrases: Sequence[Phrase]) -> list[Phrase]:
    """Type one-word names as places wherever the text shows anywhere that they are."""
    open_words = {fold(p.name) for p in phrases if _is_open(p)}
    if not open_words:
        return list(phrases)
    capitals = sorted({w for w in found.text if w[:1].isupper()})
    points = {w: 4 * any(is_demonym_of(c, w) for c in capitals) for w in sorted(open_words)}
    for phrase in phrases:
        if fold(phrase.name) in points:
            points[fold(phrase.name)] += _points(found, phrase)
    formed = {w for w in points if any(is_demonym_of(w, other) for other in points)}
    places = sorted(w for w, score in points.items() if score >= ENOUGH and w not in formed)
    settled = (_settled(p, places) for p in phrases)
    return [p for p in settled if p.type != "people" or found.dep[p.head] not in MODIFYING]


def _settled(phrase: Phrase, places: list[str]) -> Phrase:
    if not _is_open(phrase):
        return phrase
    if fold(phrase.name) in places:
        return replace(phrase, type="place", weight=LIKELY + 1, plural=False)
    if any(is_demonym_of(phrase.name, place) for place in places):
        return replace(phrase, type="people", weight=SURE)
    return phrase


def _is_open(phrase: Phrase) -> bool:
    return phrase.weight < SURE and phrase.name_span[1] - phrase.name_span[0] == 1 and not phrase.title


def _points(found: Words, phrase: Phrase) -> int:
    """How strongly one mention shows that it names a place."""
    token = phrase.name_span[0]
    above, dep = found.head[token], found.dep[token]
    points = 3 if found.dateline[token] else 0
    if dep == "pobj" and found.lower[above] in listed("inside_place"):
        points += 0 if found.lemma[found.head[above]] in listed("trusts") else 2
    if dep == "pobj" and found.lower[above] in {"to", "from"} and found.lemma[found.head[above]] in listed("moves"):
        points += 2
    if (
        dep == "pobj"
        and found.lower[above] == "of"
        and found.lemma[found.head[above]] in listed("has_state") | listed("place_noun")
    ):
        points += 2
    if dep in {"poss", "compound", "nmod"} and found.lemma[above] in listed("has_state"):
        points += 2
    if dep == "appos" and found.lemma[above] in listed("place_noun"):
        points += 3
    return points


def settle_datelines(found: Words, phrases: Sequence[Phrase]) -> list[Phrase]:
    """Type what a dateline begins with as a place wherever it stands (``PORT LENT, March 3 (Agency) -``)."""
    opening = {fold(p.name) for p in phrases if found.dateline[p.start] and _begins_paragraph(found, p.start)}
    known = {p.name for p in phrases if p.weight >= SURE}
    return [replace(p, type="place", weight=SURE) if _dated(p, opening) and p.name not in known else p for p in phrases]


def _dated(phrase: Phrase, opening: set[str]) -> bool:
    return fold(phrase.name) in opening and not phrase.title


def _begins_paragraph(found: Words, token: int) -> bool:
    return token == 0 or found.paragraph[token - 1] != found.paragraph[token]


def settle_bodies(found: Words, phrases: Sequence[Phrase]) -> list[Phrase]:
    """Type names of unsure type as organisations where staff, shares or players of theirs stand behind them anywhere."""
    bodies = {fold(p.name) for p in phrases if _has_staff(found, p)}
    if not bodies:
        return list(phrases)
    people = {fold(p.name).split()[-1] for p in phrases if p.type == "person" and " " in p.name}
    bodies -= people
    return [replace(p, type="organisation", weight=LIKELY) if fold(p.name) in bodies and not p.title else p for p in phrases]


def settle_people(phrases: Sequence[Phrase]) -> list[Phrase]:
    """Type names of two or more words and unsure type as people where their last word is called ``Mr`` or ``Dr`` anywhere."""
    called = {fold(p.name) for p in phrases if p.title and p.type == "person" and " " not in p.name}
    return [replace(p, type="person", weight=LIKELY) if _called_so(p, called) else p for p in phrases]


def _called_so(phrase: Phrase, called: set[str]) -> bool:
    parts = fold(phrase.name).split()
    return len(parts) > 1 and phrase.weight < LIKELY and phrase.type in LOOSE and parts[-1] in called


LOOSE = frozenset({"organisation", "other", "work", "place"})
"""Types that the pipeline gives to foreign names by mistake."""


def _has_staff(found: Words, phrase: Phrase) -> bool:
    """``Quantel boss``, ``Quantel's shares``, ``Rellmouth City striker``; ``Orlend Grid, which runs the lines``."""
    start, end = phrase.name_span
    if phrase.type == "other" and found.lower[end : end + 2] == (",", "which") and _whole(found, phrase):
        return True
    if _owns_as_thing(found, phrase):
        return True
    owning = end < len(found) and found.lower[end] in {"'s", "\u2019s"}
    sign = end + owning
    near = sign < len(found) and found.sentence[sign] == found.sentence[start]
    forms = _body_signs().get(found.lower[sign], ()) if near else ()
    if ("owner" if owning else "compound") not in forms or country(phrase.name) or phrase.name in known_names():
        return False
    club = "club" in forms and phrase.type == "place" and end - start > 1
    return club or (phrase.type in {"person", "other"} and phrase.weight < LIKELY and not phrase.title and end - start == 1)


def _owns_as_thing(found: Words, phrase: Phrase) -> bool:
    """``Halden Hydro is withdrawing its staff``: nobody is ``it``, so the name of unsure type is a body's."""
    if phrase.type not in {"person", "other"} or phrase.weight >= SURE or phrase.title or found.dep[phrase.head] != "nsubj":
        return False
    verb = found.head[phrase.head]
    objects = (c for c in found.children[verb] if found.dep[c] == "dobj" and c > verb)
    owned = any((owner := found.child(c, "poss")) is not None and found.lower[owner] == "its" for c in objects)
    return owned and given_name_gender(found.text[phrase.name_span[0]]) is None


def _whole(found: Words, phrase: Phrase) -> bool:
    """Whether a name is the subject of its sentence and what runs, owns or says something behind ``which``."""
    after = phrase.name_span[1] + 2
    subject = found.dep[phrase.head] in {"nsubj", "nsubjpass"}
    return subject and after < len(found) and found.lemma[after] in listed("runs")


@functools.cache
def _body_signs(language: str = "en") -> dict[str, tuple[str, ...]]:
    return {row["word"]: values(row, "form") for row in word_list(language, "body_signs")}
