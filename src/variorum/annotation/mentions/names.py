"""Names: the pipeline's entities and capitalised runs, with the titles and kinds of body that stand before them."""

from dataclasses import replace

from variorum.annotation.mentions.evidence import settle_bodies, settle_datelines, settle_people, settle_places
from variorum.annotation.mentions.find import Phrase
from variorum.annotation.mentions.headlines import with_headline_names
from variorum.annotation.mentions.initials import Range
from variorum.annotation.mentions.rare_names import RARE, settle_unlisted
from variorum.annotation.mentions.runs import INSTITUTIONS, name_ranges
from variorum.annotation.mentions.types import (
    LIKELY,
    SURE,
    TypeVote,
    country_at,
    is_company,
    known_names,
    name_type,
    noun_type,
    person_genders,
    titles,
)
from variorum.annotation.mentions.words import Words
from variorum.annotation.words.lists import listed
from variorum.language.frequency import rarity
from variorum.language.lexicon import words as word_set
from variorum.language.names import country, given_name_gender
from variorum.records.annotation import EntityType

COMMON = 0.8
"""Words less rare than this (about the 3000 most frequent) are no names when they merely open a sentence."""
BODIES = frozenset({"organisation", "group"})
MANY = frozenset({"people", "other"})


TIME_ZONES = frozenset({"GMT", "UTC", "BST", "CET", "CEST", "EST", "EDT", "PST", "PDT", "IST", "MSK", "AEST"})


def find_names(found: Words) -> tuple[Phrase, ...]:
    """The names of a document in text order; names in title-case lines only where the text bears them out."""
    ranges = (_without_kin(found, *both) for both in name_ranges(found))
    phrases = [_named(found, *_without_shout(found, name, title)) for name, title in ranges]
    phrases = settle_datelines(found, phrases)
    phrases = settle_places(found, [_share_surname(found, p, phrases) for p in phrases])
    phrases = settle_unlisted(found, settle_people(settle_bodies(found, phrases)))
    inside = {p.name for p in phrases if not opens_sentence(found, p.start)}
    phrases = [p for p in phrases if (p.name in inside or not _common_noun(found, p)) and not _is_leftover(p.name)]
    phrases = [p for p in phrases if not _is_address(p)]
    within = (p.name for p in phrases if p.type == "person" and not opens_sentence(found, p.name_span[0]))
    alone = {p.name for p in phrases} | {name.rpartition(" ")[2] for name in within}
    phrases = [_without_opening(found, p, alone) for p in phrases]
    return with_headline_names(found, phrases)


def _common_noun(found: Words, phrase: Phrase) -> bool:
    """``Demonstrators gathered``: one word that has its capital from the sentence it opens."""
    start, end = phrase.name_span
    if end - start > 1 or phrase.title or phrase.name.isupper() or phrase.name in known_names() or country(phrase.name):
        return False
    word = found.lower[start]
    if phrase.type == "other" and phrase.weight == 0 and word in word_set("en", "months") | word_set("en", "weekdays"):
        return True
    if not opens_sentence(found, start) or given_name_gender(word):
        return False
    plain = round(rarity(word), 3) < COMMON and (not found.label[start] or found.dep[start] != "nsubj")
    return plain or any(noun_type(w) for w in (word, word.removesuffix("s"), word.removesuffix("es")))


def _is_leftover(name: str) -> bool:
    """``Jr.`` alone, ``Royal Highness``, ``US-Mexico``: no name of its own."""
    parts, last = name.split("-"), name.casefold().rstrip(".").rpartition(" ")[2]
    return (
        name in TIME_ZONES
        or last in word_set("en", "honours")
        or name.casefold().rstrip(".") in {"jr", "sr"}
        or (len(parts) > 1 and all(country(p) for p in parts))
    )


def _is_address(phrase: Phrase) -> bool:
    """``Mr President``: two titles are no name."""
    return bool(phrase.title) and titles().get(phrase.name.casefold(), ("", ""))[0] == "office"


def opens_sentence(found: Words, token: int) -> bool:
    """Whether the word is the first of its sentence or of a quotation."""
    return token == 0 or found.sentence[token - 1] != found.sentence[token] or found.text[token - 1] in {'"', "\u201c"}


def _without_shout(found: Words, name: Range, title: Range) -> tuple[int, int, Range]:
    """``ICY Edda Roe rammed it through``: a word that is set in capitals to open a report is no part of the name."""
    start, end = name
    words = found.text[start:end]
    shouted = len(words) > 2 and words[0].isupper() and words[0].isalpha() and all(w.istitle() for w in words[1:])
    if title[1] > title[0] or not shouted or not opens_sentence(found, start) or rarity(found.lower[start]) == 1:
        return start, end, title
    return start + 1, end, (start + 1, start + 1)


def _without_kin(found: Words, name: Range, title: Range) -> tuple[Range, Range]:
    """``Daughter Livia, 29,``: a word of kinship that opens a sentence before a given name is a title."""
    start, end = name
    kin = person_genders().get(found.lower[start], "") and found.text[start].istitle() and opens_sentence(found, start)
    if title[1] > title[0] or end - start < 2 or not kin or given_name_gender(found.text[start]) is not None:
        return name, title
    given = given_name_gender(found.text[start + 1]) is not None
    return ((start + 1, end), (start, start + 1)) if given else (name, title)


def _without_opening(found: Words, phrase: Phrase, alone: set[str]) -> Phrase:
    """``Rival Quantel said``, ``Meanwhile Orr said``: a common word that has its capital from the sentence is no part of the
    name."""
    start, end = phrase.name_span
    rest = found.slice(start + 1, end) if end - start > 1 else ""
    word = found.lower[start]
    plain = round(rarity(word), 3) < COMMON and given_name_gender(word) is None
    common = plain or noun_type(word) is not None or word in titles() or word in word_set("en", "connectives")
    if not common or rest not in alone or not opens_sentence(found, start):
        return phrase
    vote = name_type(found, start + 1, end, titled=False)
    return replace(phrase, name=rest, name_span=(start + 1, end), type=vote.type, weight=vote.weight)


def _share_surname(found: Words, phrase: Phrase, phrases: list[Phrase]) -> Phrase:
    """``Tom and Sarah Bell``: the first name of two takes the surname of the second."""
    start, end = phrase.name_span
    if end - start > 1 or end + 1 >= len(found) or found.lower[end] != "and" or not given_name_gender(phrase.name):
        return phrase
    other = next((p for p in phrases if p.start == end + 1), None)
    if other is None or other.type != "person" or other.name_span[1] - other.name_span[0] != 2 or other.title:
        return phrase
    gender = given_name_gender(phrase.name) or ""
    name = f"{phrase.name} {found.text[other.name_span[1] - 1]}"
    return replace(phrase, name=name, type="person", weight=LIKELY, gender="" if gender == "u" else gender)


def _title_before(found: Words, start: int, end: int) -> Range:
    """A title in small letters right before a name (``spokeswoman Maria Ruiz``, ``head of state Roe``); else an empty range.

    A noun for a person that is no title (``rival``, ``suspect``) counts only before what looks like a person's name.
    """
    if not start or found.sentence[start - 1] != found.sentence[start] or found.pos[start - 1] not in {"NOUN", "PROPN", "ADJ"}:
        return start, start
    word = found.lower[start - 1]
    looks = found.label[start] == "PERSON" or given_name_gender(found.text[start]) is not None
    looks = looks or (
        end - start == 2 and all(w.istitle() and round(rarity(w.casefold()), 3) >= RARE for w in found.text[start:end])
    )
    known = known_names().get(found.slice(start, end))
    place = country(found.slice(start, end))
    last = found.lower[end - 1]
    body = end - start > 1 and (noun_type(last) in INSTITUTIONS or is_company(found.text[start], last))
    if (
        known
        or body
        or (word in word_set("en", "body_words") and _is_outlet(found, start, end))
        or found.tag[end - 1] == "NNPS"
        or (place and not looks)
    ):
        return start, start
    if start > 2 and " ".join(found.lower[start - 3 : start]) in titles():
        return start - 3, start
    return (start - 1, start) if word in titles() or (word in person_genders() and looks) else (start, start)


def _is_outlet(found: Words, start: int, end: int) -> bool:
    """``KTV One``, ``Radio Tarn``: what a name is beside a noun that may be a person's or a body's (``broadcaster``)."""
    initials = any(w.isupper() and w.isalpha() and 1 < len(w) < LONGEST_INITIALS for w in found.text[start:end])
    opens, ends = found.lower[start] in word_set("en", "outlet_openers"), found.lower[end - 1] in word_set("en", "outlet_words")
    return initials or (end - start > 1 and (opens or ends))


LONGEST_INITIALS = 5
"""Letters from which a word in capitals is no initials."""


def _named(found: Words, start: int, end: int, title: Range) -> Phrase:
    """The phrase of the name in ``[start, end)`` with the title or kind of body before it."""
    vessel = _is_vessel(found, title, end)
    if vessel:
        start, title = title[0], (title[0], title[0])
    elif title[1] == title[0]:
        title = _title_before(found, start, end)
    titled = title[1] > title[0]
    start, end = (start, end) if titled or vessel else _whole_name(found, start, end)
    text = found.slice(start, end).strip()
    vote = TypeVote("work", SURE) if vessel else name_type(found, start, end, titled=titled)
    body = None if titled else _body_before(found, start, end)
    if body and vote.weight < SURE:
        vote = TypeVote(body, SURE)
    first = _left_of_title(found, title[0]) if titled else start
    last = end if titled else _with_body_word(found, end, vote.type)
    place = country(text) if vote.type != "person" else None
    return Phrase(
        start=first, end=last, head=_head(found, start, last), kind="name", form="name", type=vote.type,
        lemma=found.lower[end - 1], weight=vote.weight, name=text, name_span=(start, end),
        title=found.slice(first, title[1]) if titled else "", title_span=(first, title[1]) if titled else (start, start),
        gender=_gender(found, start, end, title, vote), plural=found.tag[end - 1] == "NNPS" and vote.type in MANY,
        country=place.code if place else _country_of(found, first, end, text if vote.type != "person" else ""),
    )  # fmt: skip


def _is_vessel(found: Words, title: Range, end: int) -> bool:
    """``the Lady Anne``: nobody is called by such a title and one name with an article before it."""
    start = title[0]
    alone = title[1] == start + 1 and end == start + 2 and found.text[start][0].isupper()
    return alone and start > 0 and found.lower[start - 1] == "the" and found.lower[start] in listed("vessel")


def _body_before(found: Words, start: int, end: int) -> EntityType | None:
    """``campaign group Save Our Meadow``: the small-letter noun right before a name that says what body it is."""
    if not start or found.pos[start - 1] != "NOUN" or found.sentence[start - 1] != found.sentence[start]:
        return None
    if found.lower[start - 1] in word_set("en", "body_words") and _is_outlet(found, start, end):
        return "organisation"
    kind, dep = noun_type(found.lower[start - 1]), found.dep[_head(found, start, end)]
    person = given_name_gender(found.text[start]) is not None
    beside = found.dep[start - 1] in {"compound", "nmod"} or (not person and dep not in {"nsubj", "nsubjpass", "pobj"})
    trade = kind == "group" and start > 1 and is_company("", found.lower[start - 2])
    return ("organisation" if trade else kind) if kind in BODIES and beside else None


def _whole_name(found: Words, start: int, end: int) -> Range:
    """Take in a demonym before an institution (``Iraqi Parliament``) and a number after a name (``Rule 26``)."""
    before = found.slice(start - 1, start) if start and found.sentence[start - 1] == found.sentence[start] else ""
    if noun_type(found.lower[end - 1]) in INSTITUTIONS and before[:1].isupper():
        place = country(before)
        start -= place is not None and place.form == "demonym" and found.dep[start - 1] in {"amod", "compound", "nmod"}
    if end + 1 < len(found) and found.text[end] == "," and found.lower[end + 1] in listed("generation"):
        return start, end + 2
    if end >= len(found) or found.pos[end] != "NUM" or found.head[end] != end - 1 or not found.text[end].isdigit():
        return start, end
    follows = found.text[min(end + 1, len(found) - 1)]
    if follows not in {"-", "\u2013"} and found.end[end - 1] + 1 == found.start[end] and not country(found.slice(start, end)):
        end += 1
    return start, end


def _with_body_word(found: Words, end: int, kind: EntityType) -> int:
    """``the Norvik group``: after a small-letter noun that only says what the named body is; an army is its land's."""
    if (
        kind in {"place", "person", "people", "government"}
        or end >= len(found)
        or found.lower[end] not in word_set("en", "body_words") - listed("has_state")
    ):
        return end
    modifies = found.head[end - 1] == end and found.dep[end - 1] in {"compound", "nmod", "amod"}
    return end + 1 if modifies and found.text[end].islower() else end


def _country_of(found: Words, start: int, end: int, text: str) -> str | None:
    """The country that a known name belongs to, or that stands in the title or in front of the institution."""
    known = known_names().get(text)
    if known:
        return known.country
    inside = next((place.code for i in range(start, end - 1) if (place := country_at(found, i))), None)
    if inside:
        return inside
    owner = found.child(_head(found, start, end), "poss")
    place = country(found.text[owner]) if owner is not None and owner < start else None
    return place.code if place else None


def _left_of_title(found: Words, start: int) -> int:
    """The first word of the phrase that a title stands in: ``former Iraqi`` before ``prime minister``, its article too."""
    first = start
    while first and found.sentence[first - 1] == found.sentence[start] and _modifies(found, first - 1):
        first -= 1
    while first < start and not found.text[first][0].isalnum():
        first += 1
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
