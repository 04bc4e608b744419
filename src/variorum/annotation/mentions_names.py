"""Names: runs of capitalised words, cut at titles, countries and known names, with the pipeline's entities as a witness."""

import re
from collections.abc import Iterator

from variorum.annotation.entity_types import (
    SURE,
    TypeVote,
    known_by_first,
    known_names,
    name_type,
    noun_type,
    person_genders,
    titles,
)
from variorum.annotation.mentions import Phrase
from variorum.annotation.mentions_words import NAME_LABELS, Words
from variorum.language.lexicon import words as word_set
from variorum.language.names import country, given_name_gender
from variorum.records.annotation import EntityType

LINKING = frozenset({"through", "by", "with", "from", "to", "against", "de", "la", "s"})
SMALL = frozenset({"of", "for", "and", "the", "&", "on", "in"})
LONGEST_TITLE = 5
INITIALS = re.compile(r"(?:[A-Z]\.)+[A-Z]?$")
PLAIN_ENTS = frozenset({"ORG", "LAW", "WORK_OF_ART", "EVENT", "FAC", "LOC", "GPE"})
INSTITUTIONS = frozenset({"organisation", "government", "group", "work", "event", "document"})
Range = tuple[int, int]


def find_names(found: Words) -> tuple[Phrase, ...]:
    """The names of a document in text order; names in title-case lines only where the text bears them out."""
    known = _known_ranges(found)
    for start, end in _spelled_out(found):
        known = {s: e for s, e in known.items() if e <= start or s >= end}
        known[start] = end
    phrases = [p for run in _runs(found, known) for p in _phrases(found, run, known)]
    body = {p.name for p in phrases if not found.headline[p.head]}
    parts = {word for name in body for word in name.split()}
    return tuple(p for p in phrases if not found.headline[p.head] or _borne_out(found, p, body, parts))


def _borne_out(found: Words, phrase: Phrase, body: set[str], parts: set[str]) -> bool:
    if phrase.name in body or phrase.name in known_names() or country(phrase.name):
        return True
    return all(w in parts for w in phrase.name.split()) or (phrase.type == "person" and phrase.weight > 1)


def _known_ranges(found: Words) -> dict[int, int]:
    """Start to end token of every gazetteer name in the text, longest first, none inside another."""
    table, ranges, free = known_by_first(), {}, 0
    ends = {e: i + 1 for i, e in enumerate(found.end)}
    for i, word in enumerate(found.text):
        if i < free or word not in table or not (word[0].isupper() or word == "al"):
            continue
        start = found.start[i]
        for form in table[word]:
            end = ends.get(start + len(form))
            if end is not None and found.source.startswith(form, start) and _trusted(found, i, end):
                ranges[i], free = end, end
                break
    return ranges


def _spelled_out(found: Words) -> Iterator[Range]:
    """Names whose initials stand in brackets behind them: ``Keeping Rivers Clean Act (KRCA)``."""
    for i in range(3, len(found) - 1):
        letters = found.text[i]
        if found.text[i - 1] == "(" and found.text[i + 1] == ")" and letters.isalpha() and letters.isupper() and len(letters) > 2:
            start = _start_of_spelling(found, i - 1, letters.casefold())
            if start is not None:
                yield start, i - 1


def _start_of_spelling(found: Words, end: int, letters: str) -> int | None:
    """Where the words begin whose initials are ``letters``, small words left out or counted, each with a capital."""
    left, i = letters, end
    while left and i > 0 and end - i < 3 * len(letters) and found.sentence[i - 1] == found.sentence[end]:
        i -= 1
        word = found.text[i]
        if word[0].casefold() == left[-1] and (word[0].isupper() or word.casefold() in SMALL | LINKING):
            left = left[:-1]
        elif word[0].isupper() or (word[0].isalpha() and word.casefold() not in SMALL | LINKING):
            return None
    return i if not left and found.text[i][0].isupper() else None


def _trusted(found: Words, start: int, end: int) -> bool:
    """Whether a one-word gazetteer name is used as a name here (``US`` always, ``Total`` only where tagged as one)."""
    if end - start > 1 or (len(found.text[start]) > 1 and found.text[start].isupper() and not found.headline[start]):
        return True
    return found.pos[start] == "PROPN" or found.label[start] in NAME_LABELS or country(found.text[start]) is not None


def _runs(found: Words, known: dict[int, int]) -> Iterator[Range]:
    """Maximal runs of name words, with small words kept inside where a known name or the pipeline spans them."""
    inside = _inside(found, known)
    start = None
    for i in range(len(found) + 1):
        named = i < len(found) and (inside[i] or _is_name_word(found, i) or _joins(found, i))
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
    for start, end in known.items():
        marks[start:end] = [True] * (end - start)
    for start, end, label in found.entities:
        if label in PLAIN_ENTS and _clean_entity(found, start, end):
            first = start + (found.lower[start] in {"the", "a", "an"})
            last = end - (found.lower[end - 1] in {"'s", "\u2019s", "'", "\u2019"})
            marks[first:last] = [True] * (last - first)
    return marks


def _clean_entity(found: Words, start: int, end: int) -> bool:
    """Whether the pipeline's entity looks like one name: capitals but for small words, in one line, no quotes or commas."""
    rest = [i for i in range(start, end) if found.lower[i] not in SMALL and found.text[i][0].isalnum()]
    if not rest or any(not found.text[i][0].isupper() for i in rest) or found.lower[end - 1] in SMALL:
        return False
    return not any(found.text[i][0] in "\n,;:()\"\u201c\u201d" for i in range(start, end)) and not found.headline[start]


def _is_name_word(found: Words, i: int) -> bool:
    word = found.text[i]
    if not word[0].isalpha() or word in {"I", "A"} or found.label[i] in {"DATE", "TIME"}:
        return False
    if found.pos[i] == "PROPN":
        return word[0].isupper() or (found.lower[i] in word_set("en", "name_particles") and _between_capitals(found, i))
    if not word[0].isupper():
        return found.lower[i] in word_set("en", "name_particles") and _between_capitals(found, i)
    return found.label[i] in {"PERSON", "ORG", "GPE"} and found.tag[i] not in {"PRP", "DT", "IN", "CC"}


def _between_capitals(found: Words, i: int) -> bool:
    """``Haidar al-Abadi``, ``Maria de Souza``: a small word between name words, or with a hyphen after it."""
    after = i + 1
    while after < len(found) and (found.text[after] == "-" or found.lower[after] in word_set("en", "name_particles")):
        after += 1
    follows = after < len(found) and found.text[after][0].isupper() and found.pos[after] in {"PROPN", "NOUN", "ADJ", "X"}
    before = i > 0 and found.text[i - 1][0].isupper() and found.pos[i - 1] == "PROPN"
    return follows and (before or (i + 1 < len(found) and found.text[i + 1] == "-" and found.lower[i] not in {"an", "as", "at", "de"}))


def _joins(found: Words, i: int) -> bool:
    """A hyphen glued between two name words."""
    if found.text[i] not in {"-", "\u2011"} or not 0 < i < len(found) - 1:
        return False
    glued = found.end[i - 1] == found.start[i] and found.end[i] == found.start[i + 1]
    return glued and found.pos[i + 1] == "PROPN" and (found.pos[i - 1] == "PROPN" or found.lower[i - 1] == "al")


def _phrases(found: Words, run: Range, known: dict[int, int]) -> Iterator[Phrase]:
    """Cut a run of name words into the names it holds."""
    start, end = run
    while start < end:
        while start < end and not found.text[start][0].isalnum():
            start += 1
        if start >= end:
            return
        title_end = _title_end(found, start, end)
        if title_end == end:
            return
        if title_end > start:
            yield _named(found, title_end, _name_end(found, title_end, end, known, titled=True), (start, title_end))
            start = _name_end(found, title_end, end, known, titled=True)
            continue
        stop = _name_end(found, start, end, known, titled=False)
        if _demonym_modifier(found, start, stop) or INITIALS.match(found.slice(start, stop)):
            start = stop
            continue
        yield _named(found, start, stop, _title_before(found, start))
        start = stop


def _demonym_modifier(found: Words, start: int, end: int) -> bool:
    """``Iraqi`` in ``Iraqi officials``: a demonym that only describes."""
    place = country(found.slice(start, end))
    modifies = found.dep[end - 1] in {"amod", "compound", "nmod", "npadvmod", "advmod"} or found.pos[end - 1] == "ADJ"
    return place is not None and place.form == "demonym" and modifies


def _name_end(found: Words, start: int, end: int, known: dict[int, int], *, titled: bool) -> int:
    """Where the name that begins at ``start`` ends: at a known name's end, before a title, or with the run."""
    if start in known and not titled and not _longer_person(found, start, known[start], end):
        return known[start]
    for i in range(start + 1, end):
        ends_title = _title_end(found, i, end)
        if i < ends_title and (ends_title < end or ends_title - i > 1) and noun_type(found.lower[i - 1]) is None:
            return i
        if i in known and known[i] - i > 1 and not titled:
            return i
        if _person_starts(found, i, end) and noun_type(found.lower[i - 1]) in {"organisation", "group", "government"}:
            return i
    return end


def _longer_person(found: Words, start: int, known_end: int, end: int) -> bool:
    """``Jordan Miller``, ``Ford Foundation``, ``Iraq Museum``: a known one-word name that begins a longer name."""
    if known_end - start > 1 or end <= known_end:
        return False
    place = country(found.text[start])
    person = any(s <= start and e >= known_end + 1 and label == "PERSON" for s, e, label in _around(found, start))
    if person and (not place or given_name_gender(found.text[start]) is not None):
        return True
    stop = next((i for i in range(known_end, end) if _title_end(found, i, end) > i and noun_type(found.lower[i]) == "person"), end)
    return stop > known_end and noun_type(found.lower[stop - 1]) in INSTITUTIONS


def _around(found: Words, token: int) -> list[tuple[int, int, str]]:
    return [e for e in found.entities if e[0] <= token < e[1]]


def _person_starts(found: Words, i: int, end: int) -> bool:
    return any(s == i and e == end and label == "PERSON" for s, e, label in _around(found, i))


def _title_end(found: Words, start: int, end: int) -> int:
    """Where a title that begins at ``start`` ends (``start`` where there is none)."""
    table = titles()
    for stop in range(min(end, start + LONGEST_TITLE), start, -1):
        words = " ".join(found.lower[start:stop]).replace(" - ", "-")
        if words in table:
            return stop
    return start


def _title_before(found: Words, start: int) -> Range:
    """A title in small letters right before a name (``spokeswoman Maria Ruiz``), with its adjectives; else an empty range."""
    if start and found.sentence[start - 1] == found.sentence[start] and found.pos[start - 1] in {"NOUN", "PROPN"}:
        word = found.lower[start - 1]
        if word in titles() or word in person_genders():
            return start - 1, start
    return start, start


def _named(found: Words, start: int, end: int, title: Range) -> Phrase:
    titled = title[1] > title[0]
    start, end = (start, end) if titled else _whole_name(found, start, end)
    text = found.slice(start, end).strip()
    vote = name_type(found, start, end, titled=titled)
    if titled and found.text[title[0]][0].islower() and vote.type not in {"person", "other"} and vote.weight >= SURE:
        title, titled = (start, start), False
    first = _left_of_title(found, title[0]) if titled else start
    place = country(text)
    last = end if titled else _with_body_word(found, end, vote.type)
    return Phrase(
        start=first, end=last, head=_head(found, start, last), kind="name", form="name", type=vote.type,
        lemma=found.lower[end - 1], weight=vote.weight, name=text, name_span=(start, end),
        title=found.slice(first, title[1]) if titled else "", title_span=(first, title[1]) if titled else (start, start),
        gender=_gender(found, start, end, title, vote), plural=found.tag[end - 1] == "NNPS" and vote.type in {"people", "other"},
        country=place.code if place else _country_of(found, first, end, text),
    )  # fmt: skip


def _whole_name(found: Words, start: int, end: int) -> Range:
    """Take in a demonym before an institution (``Iraqi Parliament``) and a number after a name (``Rule 26``)."""
    before = found.slice(start - 1, start) if start else ""
    if noun_type(found.lower[end - 1]) in INSTITUTIONS and before[:1].isupper() and found.sentence[start - 1] == found.sentence[start]:
        place = country(before)
        start -= place is not None and place.form == "demonym" and found.dep[start - 1] in {"amod", "compound", "nmod"}
    numbered = end < len(found) and found.pos[end] == "NUM" and found.head[end] == end - 1 and found.text[end].isdigit()
    if numbered and found.end[end - 1] + 1 == found.start[end] and not country(found.slice(start, end)):
        end += 1
    return start, end


def _with_body_word(found: Words, end: int, kind: EntityType) -> int:
    """``the Norvik group``: after a small-letter noun that only says what the named body is."""
    if kind in {"place", "person"} or end >= len(found) or found.lower[end] not in word_set("en", "body_words"):
        return end
    modifies = found.head[end - 1] == end and found.dep[end - 1] in {"compound", "nmod", "amod"}
    return end + 1 if modifies and found.text[end].islower() else end


def _country_of(found: Words, start: int, end: int, text: str) -> str | None:
    """The country that a known name belongs to, or that stands in the title or in front of the institution."""
    known = known_names().get(text)
    if known:
        return known.country
    for i in range(start, end):
        for stop in (i + 2, i + 1):
            place = country(found.slice(i, stop)) if stop <= end and found.text[i][0].isupper() else None
            if place and stop < end:
                return place.code
    owner = found.child(_head(found, start, end), "poss")
    place = country(found.text[owner]) if owner is not None and owner < start else None
    return place.code if place else None


def _left_of_title(found: Words, start: int) -> int:
    """The first word of the phrase that a title stands in: ``former Iraqi`` before ``prime minister``, its article too."""
    first = start
    while first and found.sentence[first - 1] == found.sentence[start] and _modifies(found, first - 1):
        first -= 1
    if first and found.pos[first - 1] == "DET" and found.lower[first - 1] in {"the", "a", "an"}:
        first -= 1
    return first


def _modifies(found: Words, i: int) -> bool:
    if found.pos[i] in {"ADJ", "PROPN"} or found.text[i] == "-":
        return found.dep[i] in {"amod", "compound", "nmod", "punct", "npadvmod", "poss"} and found.head[i] > i
    return found.dep[i] in {"compound", "amod", "nmod"} and found.head[i] > i and found.pos[i] in {"NOUN", "VERB", "ADV"}


def _head(found: Words, start: int, end: int) -> int:
    """The token of the name that hangs highest in the parse."""
    inside = [i for i in range(start, end) if not start <= found.head[i] < end]
    return inside[-1] if inside else end - 1


def _gender(found: Words, start: int, end: int, title: Range, vote: TypeVote) -> str:
    if vote.type not in {"person", "other"}:
        return ""
    for stop in range(title[1], title[0], -1):
        gender = titles().get(found.lower[stop - 1], ("", ""))[1] or person_genders().get(found.lower[stop - 1], "")
        if gender:
            return gender
    if end - start > 1:
        gender = given_name_gender(found.text[start]) or ""
        return gender if gender != "u" else ""
    return ""

