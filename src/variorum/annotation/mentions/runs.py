"""Runs of capitalised words and where one name in them ends and the next begins."""

import functools
import re
from collections.abc import Iterator

from variorum.annotation.mentions.initials import Range, of_person, spelled_out
from variorum.annotation.mentions.rare_names import RARE
from variorum.annotation.mentions.types import is_company, known_by_first, noun_type, titles
from variorum.annotation.mentions.words import NAME_LABELS, Words
from variorum.annotation.words.lists import listed
from variorum.language.frequency import rarity
from variorum.language.lexicon import word_list
from variorum.language.lexicon import words as word_set
from variorum.language.names import country, given_name_gender

FIELD = frozenset({"of", "for"})
"""Words between an office and what it is about (``Minister of Health``)."""
LONGEST_TITLE = 5
FIRST = re.compile(r"\w+")
ELIDED = re.compile(r"[dl]['\u2019][A-Z\u00c0-\u00de]")
"""A surname with a particle that has lost its vowel (``d'Aubigny``)."""
NUMBERED = re.compile(r"[A-Z][A-Za-z]{0,3}-?\d{1,4}[A-Z]?s?$")
"""A model's name (``S-400``, ``A380s``), whatever part of speech the pipeline sees in it."""
PLAIN_ENTS = frozenset({"ORG", "LAW", "WORK_OF_ART", "EVENT", "FAC", "LOC", "GPE"})
INSTITUTIONS = frozenset({"organisation", "government", "group", "work", "event", "document"})


def name_ranges(found: Words) -> Iterator[tuple[Range, Range]]:
    """Every name of the document as tokens, with the tokens of the title in capitals right before it."""
    known = _known_ranges(found)
    for start, end in spelled_out(found):
        known = {s: e for s, e in known.items() if e <= start or s >= end}
        known[start] = end
    for run in _runs(found, known):
        yield from _cut(found, run, known)


def _known_ranges(found: Words) -> dict[int, int]:
    """Start to end token of every gazetteer name in the text, longest first, none inside another."""
    table, ranges, free = known_by_first(), {}, 0
    ends = {e: i + 1 for i, e in enumerate(found.end)}
    for i, word in enumerate(found.text):
        first = FIRST.match(word) if i >= free and (word[0].isupper() or word == "al") else None
        if first is None:
            continue
        start = found.start[i]
        for form in table.get(first[0], ()):
            end = ends.get(start + len(form))
            if end is not None and found.source.startswith(form, start) and _trusted(found, i, end):
                ranges[i], free = end, end
                break
    return ranges


def _trusted(found: Words, start: int, end: int) -> bool:
    """Whether a one-word gazetteer name is used as a name here (``US`` always, ``Total`` only where tagged as one)."""
    if end - start > 1 or (len(found.text[start]) > 1 and found.text[start].isupper() and not found.headline[start]):
        return True
    return found.pos[start] == "PROPN" or found.label[start] in NAME_LABELS or country(found.text[start]) is not None


def _runs(found: Words, known: dict[int, int]) -> Iterator[Range]:
    """Maximal runs of name words, with small words kept inside where a known name or the pipeline spans them."""
    inside = _inside(found, known)
    surnames = {found.text[e - 1] for s, e, label in found.entities if label == "PERSON" and e - s > 1}
    for i, word in enumerate(found.text):
        if word in surnames and word[0].isupper() and found.dep[i] in {"nsubj", "nsubjpass", "dobj", "pobj"}:
            inside[i] = True
    start = None
    for i in range(len(found) + 1):
        named = i < len(found) and (inside[i] or _in_nickname(found, i) or _is_name_word(found, i) or _joins(found, i))
        if named and start is None and not _joins(found, i):
            start = i
        elif not named and start is not None:
            yield start, _last_name_word(found, start, i)
            start = None


def _last_name_word(found: Words, start: int, end: int) -> int:
    while end - 1 > start and not found.text[end - 1][0].isalnum():
        end -= 1
    return end


def _inside(found: Words, known: dict[int, int]) -> list[bool]:
    marks = [False] * len(found)
    for i in range(1, len(found) - 1):
        opens = found.lower[i] in FIELD and found.text[i - 1][0].isupper() and found.text[i + 1][0].isupper()
        capitals = next((k for k in range(i + 1, len(found)) if not found.text[k][0].isupper()), len(found)) if opens else i
        if opens and max(_title_end(found, i - 1, stop) for stop in (min(i + 8, len(found)), capitals)) > i:
            marks[i - 1 : i + 1] = [True, True]
    for start, end in known.items():
        marks[start:end] = [True] * (end - start)
    for start, whole, label in found.entities:
        end = _before_place(found, start, whole)
        if label in PLAIN_ENTS and _clean_entity(found, start, end) and not _is_pair(found, start, end):
            first = start + (found.lower[start] in {"the", "a", "an"})
            last = end - (found.lower[end - 1] in listed("possessive_mark"))
            marks[first:last] = [True] * (last - first)
    return marks


def _before_place(found: Words, start: int, end: int) -> int:
    """``Defence Ministry in Velm``: an institution ends before the place that it is in."""
    for i in range(start + 1, end - 1):
        if found.lower[i] in {"in", "at", "from"} and noun_type(found.lower[i - 1]) in INSTITUTIONS:
            return i
    return end


def _clean_entity(found: Words, start: int, end: int) -> bool:
    """Whether the pipeline's entity looks like one name: capitals but for small words, in one line, no quotes or commas."""
    rest = [i for i in range(start, end) if found.lower[i] not in listed("small") and found.text[i][0].isalnum()]
    if not rest or any(not found.text[i][0].isupper() for i in rest) or found.lower[end - 1] in listed("small"):
        return False
    if any(found.lower[i] in listed("possessive_mark") for i in range(start + 1, end - 1)) and not _own_possessive(
        found, start, end
    ):
        return False
    return not any(found.text[i][0] in '\n,;:()"\u201c\u201d' for i in range(start, end)) and not found.headline[start]


def _is_pair(found: Words, start: int, end: int) -> bool:
    """``Norland and Besk``: two names that both stand by themselves elsewhere are two, though the pipeline takes them for one;
    the name of a body (``Rail and Harbour Union``) is one."""
    links = [i for i in range(start + 1, end - 1) if found.lower[i] == "and"]
    if len(links) != 1 or noun_type(found.lower[end - 1]) in INSTITUTIONS:
        return False
    first = start + (found.lower[start] in {"the", "a", "an"})
    sides = (first, links[0]), (links[0] + 1, end)
    return all(side[0] < side[1] and _stands_alone(found, *side) for side in sides)


def _stands_alone(found: Words, start: int, end: int) -> bool:
    """Whether the words of a range stand elsewhere, with no name word or ``and`` beside them."""
    size, words = end - start, found.text[start:end]
    places = (i for i, word in enumerate(found.text) if word == words[0] and i != start and found.text[i : i + size] == words)
    return any(not _has_name_beside(found, i, i + size) for i in places)


def _has_name_beside(found: Words, start: int, end: int) -> bool:
    beside = [i for i in (start - 1, end) if 0 <= i < len(found) and found.sentence[i] == found.sentence[start]]
    opens = {i for i in beside if i == 0 or found.sentence[i - 1] != found.sentence[i]}
    return any(found.lower[i] == "and" or (found.text[i][0].isupper() and i not in opens) for i in beside)


def _own_possessive(found: Words, start: int, end: int) -> bool:
    """``People's Front``: the possessor is a plain word, not a name of its own (``Reed's National Council``)."""
    mark = next(i for i in range(start + 1, end) if found.lower[i] in listed("possessive_mark"))
    owner = found.text[mark - 1]
    return found.label[mark - 1] not in {"PERSON", "GPE"} and country(owner) is None and found.text.count(owner) == 1


def _is_name_word(found: Words, i: int) -> bool:
    word = found.text[i]
    if word.islower() and word not in word_set("en", "name_particles") and found.text[i - 1] != "-":
        return False
    dated = found.label[i] in {"DATE", "TIME"} and not _addressed(found, i)
    if not word[0].isalpha() or word in {"I", "A"} or dated:
        return False
    if found.dateline[i] and word[0].isupper():
        return True
    if i > 1 and found.text[i - 1] == "-" and found.label[i] == found.label[i - 2] == "PERSON" and _joins(found, i - 1):
        return True
    if NUMBERED.match(word) or (ELIDED.match(word) and i and found.text[i - 1][0].isupper()):
        return True
    if found.pos[i] == "PROPN":
        return word[0].isupper() or (found.lower[i] in word_set("en", "name_particles") and _between_capitals(found, i))
    if not word[0].isupper():
        return found.lower[i] in word_set("en", "name_particles") and _between_capitals(found, i)
    if found.label[i] in {"PERSON", "ORG", "GPE"} and found.tag[i] not in {"PRP", "DT", "IN", "CC"}:
        return True
    return _given_name(found, i)


def _addressed(found: Words, i: int) -> bool:
    """``Mrs May``, ``Mr Dineen``: a surname behind a form of address, which the pipeline takes for a date."""
    return i > 0 and titles().get(found.lower[i - 1], ("", ""))[0] == "honorific" and found.text[i - 1][0].isupper()


def _given_name(found: Words, i: int) -> bool:
    """``Per Ullin``, ``Will Orr``: a given name taken for another word by the parse, before a surname inside a sentence; a word
    that no list of words knows (``Terion Ullin``) also where it opens one."""
    if i + 1 >= len(found) or found.pos[i + 1] != "PROPN" or not found.text[i + 1][0].isupper() or found.headline[i]:
        return False
    if found.tag[i] == "NN" and found.head[i] == i + 1 and found.text[i].istitle() and rarity(found.lower[i]) == 1:
        return True
    inside = i > 0 and found.sentence[i - 1] == found.sentence[i] and not found.quoted[i - 1]
    inside = inside and found.text[i - 1] not in {":", "\n"}
    return inside and found.text[i][1:].islower() and given_name_gender(found.text[i]) is not None


@functools.cache
def _joining() -> frozenset[str]:
    """Particles that stand between the parts of a name without a hyphen."""
    return frozenset(row["particle"] for row in word_list("en", "name_particles") if row["joins"])


def _between_capitals(found: Words, i: int) -> bool:
    """``Haidar al-Abadi``, ``Maria van der Berg``: a small word between name words, or with a hyphen after it."""
    before, after = i - 1, i + 1
    while after < len(found) and (found.text[after] == "-" or found.text[after] in _joining()):
        after += 1
    while before > 0 and found.text[before] in _joining():
        before -= 1
    follows = after < len(found) and found.text[after][0].isupper() and found.pos[after] in {"PROPN", "NOUN", "ADJ", "X"}
    starts = before >= 0 and found.text[before][0].isupper() and found.pos[before] == "PROPN"
    hyphen = i + 1 < len(found) and found.text[i + 1] == "-" and found.lower[i] not in listed("no_particle")
    return follows and ((starts and found.lower[i] in _joining()) or hyphen)


def _joins(found: Words, i: int) -> bool:
    """A hyphen glued between two name words, or a mark of the nickname in ``Dale "Hutch" Orr``."""
    if found.text[i] in NICKNAME_MARKS:
        return _nickname_at(found, i)
    if found.text[i] not in {"-", "\u2011"} or not 0 < i < len(found) - 1:
        return False
    glued = found.end[i - 1] == found.start[i] and found.end[i] == found.start[i + 1]
    person = found.label[i + 1] == found.label[i - 1] == "PERSON"
    named = found.pos[i + 1] == "PROPN" or person
    return glued and named and (found.pos[i - 1] == "PROPN" or found.lower[i - 1] == "al")


NICKNAME_MARKS = frozenset({'"', "\u201c", "\u201d", "\u2018", "\u2019", "'"})


def _in_nickname(found: Words, i: int) -> bool:
    return found.text[i - 1] in NICKNAME_MARKS and found.text[i][0].isupper() and _nickname_at(found, i - 1) if i else False


def _nickname_at(found: Words, i: int) -> bool:
    """Whether a quotation mark opens or closes one capitalised word between a given name and a surname."""
    for opening in (i, i - 2):
        if opening < 1 or opening + 3 >= len(found) or found.sentence[opening - 1] != found.sentence[opening + 3]:
            continue
        marks = found.text[opening] in NICKNAME_MARKS and found.text[opening + 2] in NICKNAME_MARKS
        parts = (opening - 1, opening + 1, opening + 3)
        if marks and all(found.text[k][0].isupper() for k in parts) and found.pos[parts[0]] == found.pos[parts[2]] == "PROPN":
            return found.start[opening] > found.end[opening - 1] and given_name_gender(found.text[opening - 1]) is not None
    return False


def _cut(found: Words, run: Range, known: dict[int, int]) -> Iterator[tuple[Range, Range]]:
    """Cut a run of name words into names, each with the title in capitals before it (an empty range without one)."""
    start, end = run
    while start < end:
        while start < end and not found.text[start][0].isalnum():
            start += 1
        title_end = _title_end(found, start, end)
        while start < title_end < (further := _title_end(found, title_end, end)):
            title_end = further
        if start >= end or title_end == end:
            return
        if title_end > start and found.lower[title_end] in listed("small"):
            start = _behind_office(found, title_end + 1, end)
            continue
        stop = _name_end(found, title_end, end, known, titled=title_end > start)
        if title_end > start and _is_body(found, title_end, stop):
            title_end = start
        last = stop
        while last - 1 > title_end and (found.lower[last - 1] in listed("small") or not found.text[last - 1][0].isalnum()):
            last -= 1
        if title_end > start or not (_demonym_modifier(found, start, stop) or of_person(found, start, stop, known)):
            yield (title_end, last), (start, title_end)
        start = stop


def _behind_office(found: Words, start: int, end: int) -> int:
    """``Minister of Finance``, ``President of Norland``: an office is no name; where the next one after ``of`` may begin, which
    is a place or body but no field of work."""
    field = found.label[start] in {"", "ORG"} and country(found.text[start]) is None and found.lower[start] != "the"
    while field and start < end and (found.text[start][0].isupper() or found.lower[start] in {"and", "&"}):
        start += 1
    return start


def _is_body(found: Words, start: int, end: int) -> bool:
    """``Justice Department``, ``General Motors Corp``: what follows a title word is no person but the rest of a body's name."""
    last = found.lower[end - 1]
    telling = noun_type(last) in INSTITUTIONS or is_company(found.text[start], last) or last in word_set("en", "outlet_words")
    return telling and given_name_gender(found.text[start]) is None


def _demonym_modifier(found: Words, start: int, end: int) -> bool:
    """``Iraqi`` in ``Iraqi officials``: a demonym that only describes."""
    place = country(found.slice(start, end))
    modifies = found.dep[end - 1] in {"amod", "compound", "nmod", "npadvmod", "advmod"} or found.pos[end - 1] == "ADJ"
    return place is not None and place.form == "demonym" and modifies


def _name_end(found: Words, start: int, end: int, known: dict[int, int], *, titled: bool) -> int:
    """Where the name that begins at ``start`` ends: at a known name's end, before a title, or with the run."""
    whole = start in known and not titled and not _longer_person(found, start, known[start], end)
    if whole and (country(found.slice(start, known[start])) or not _hyphen_follows(found, known[start], end)):
        return known[start]
    for i in range(start + 1, end):
        ends_title = _title_end(found, i, end)
        followed = ends_title < end or ends_title - i > 1 or _is_initials_of_office(found, start, i)
        if i < ends_title and followed and noun_type(found.lower[i - 1]) is None:
            return i
        if i in known and known[i] - i > 1 and not titled:
            return i
        if _person_starts(found, i, end) and noun_type(found.lower[i - 1]) in {"organisation", "group", "government"}:
            return i
    return end


def _is_initials_of_office(found: Words, start: int, last: int) -> bool:
    """``CEO`` in ``Tarvex CEO``: an office in capitals behind a name that is not set in capitals throughout."""
    word = found.text[last]
    return word.isupper() and 1 < len(word) < 5 and not all(w.isupper() for w in found.text[start:last])


def _longer_person(found: Words, start: int, known_end: int, end: int) -> bool:
    """``Jordan Miller``, ``Ford Foundation``, ``Norway Telecom``: a known one-word name, or a country's, that begins a longer
    name."""
    place = country(found.slice(start, known_end))
    if end <= known_end or (known_end - start > 1 and (place is None or place.form != "country")):
        return False
    person = known_end - start == 1 and any(
        s <= start and e >= known_end + 1 and label == "PERSON" for s, e, label in _around(found, start)
    )
    if person and (not place or given_name_gender(found.text[start]) is not None):
        return True
    titled = (i for i in range(known_end, end) if _title_end(found, i, end) > i and noun_type(found.lower[i]) == "person")
    stop = next(titled, end)
    trades = place is not None and is_company(found.text[start], found.lower[stop - 1])
    return stop > known_end and (trades or noun_type(found.lower[stop - 1]) in INSTITUTIONS)


def _around(found: Words, token: int) -> list[tuple[int, int, str]]:
    return [e for e in found.entities if e[0] <= token < e[1]]


def _person_starts(found: Words, i: int, end: int) -> bool:
    return any(s == i and e == end and label == "PERSON" for s, e, label in _around(found, i))


def _hyphen_follows(found: Words, token: int, end: int) -> bool:
    """``Saint-Orr``, ``Labour-Farm``: the word goes on behind a hyphen, so it is no title or name by itself."""
    return token + 1 < end and found.text[token] in {"-", "\u2011"} and found.text[token + 1][0].isupper()


def _office_of(found: Words, start: int, end: int) -> int:
    """``Minister of Health``, ``Commissioner for Trade`` before a person's name, which the pipeline, the list of given names
    or two words in no list show: where the office ends; ``start`` where there is none."""
    if start + 3 >= end or found.lower[start] not in titles() or found.lower[start + 1] not in FIELD:
        return start
    people = {s for s, _, label in found.entities if label == "PERSON"}
    for i in range(start + 2, min(end, start + 2 + LONGEST_TITLE)):
        if i > start + 2 and (i in people or given_name_gender(found.text[i])):
            return i
        if not found.text[i][0].isupper() and found.lower[i] not in listed("small"):
            return start
    unlisted = all(found.text[i].istitle() and round(rarity(found.lower[i]), 3) >= RARE for i in (end - 2, end - 1))
    return end - 2 if end - start >= 5 and unlisted else start


def _title_end(found: Words, start: int, end: int) -> int:
    """Where a title that begins at ``start`` ends (``start`` where there is none)."""
    table, first = titles(), start
    while first < end - 1 and found.lower[first] in listed("before_title"):
        first += 1
    office = _office_of(found, first, end)
    if office > first:
        return office
    for begin in dict.fromkeys((start, first)):
        for stop in range(min(end, begin + LONGEST_TITLE), begin, -1):
            if " ".join(found.lower[begin:stop]).replace(" - ", "-") in table and not _hyphen_follows(found, stop, end):
                return max(stop, _office_of(found, stop - 1, end))
    return start
