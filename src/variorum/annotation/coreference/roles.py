"""What an article calls people by function: titles before names, appositions, ``X is the Y``."""

import functools
from collections.abc import Sequence
from dataclasses import replace

from variorum.annotation.attributions.cues import reporting_verbs
from variorum.annotation.coreference.clusters import RoleFound
from variorum.annotation.mentions.find import Phrase
from variorum.annotation.mentions.types import SURE, noun_type, titles
from variorum.annotation.mentions.words import Words
from variorum.annotation.words.lists import listed
from variorum.language.lexicon import values, word_list, words
from variorum.language.names import country, given_name_gender


@functools.cache
def _body_kinds() -> dict[str, tuple[str, ...]]:
    """Nouns that say what a named body is, with the types of names they may follow."""
    return {row["word"]: values(row, "types") for row in word_list("en", "named_bodies")}


@functools.cache
def role_kinds() -> dict[str, tuple[str, ...]]:
    """Functions to the broader or equal words that may stand for them later."""
    return {row["role"]: values(row, "kinds") for row in word_list("en", "role_kinds")}


@functools.cache
def roles_called() -> dict[str, frozenset[str]]:
    """Broader or equal words to the functions that they may stand for."""
    found: dict[str, set[str]] = {}
    for role, kinds in role_kinds().items():
        for kind in kinds:
            found.setdefault(kind, set()).add(role)
    return {kind: frozenset(roles) for kind, roles in found.items()}


@functools.cache
def _title_functions() -> dict[str, tuple[str, ...]]:
    return {row["title"]: values(row, "nouns") for row in word_list("en", "title_functions")}


def may_be_titled(name: Phrase, lemma: str) -> bool:
    """Whether the form of address or rank before a name tells the function ``lemma`` (``Dr``: the doctor)."""
    parts = (word.rstrip(".") for word in name.title.casefold().split())
    return any(lemma in _title_functions().get(part, ()) for part in parts)


def title_role(found: Words, phrase: Phrase) -> RoleFound | None:
    """The function that the title before a name gives, with the words that stand before it."""
    start, end = phrase.title_span
    while end > start and titles().get(found.lower[end - 1], ("", ""))[0] == "honorific":
        end -= 1
    if phrase.type != "person" or end == start:
        return None
    first = start + (found.lower[start] in {"the", "a", "an"})
    if first >= end:
        return None
    head = next((i - 1 for i in range(first + 1, end) if found.lower[i] in {"of", "for"}), end - 1)
    telling = modifier_words(found, first, head) | modifier_words(found, head + 1, end)
    return RoleFound(_written_out(found.lower[head]), telling, first, end)


def _written_out(title: str) -> str:
    """``gov.`` as ``governor``; any other title as it is."""
    short = title.rstrip(".")
    return next((noun for noun in _title_functions().get(short, ()) if noun.startswith(short)), title)


def modifier_words(found: Words, start: int, end: int) -> frozenset[str]:
    """The telling words in ``[start, end)``: lower case, without countries (they are compared as countries)."""
    if start >= end:
        return frozenset()
    kept = [i for i in range(start, end) if found.pos[i] in {"NOUN", "PROPN", "ADJ", "VERB", "X", "NUM"}]
    return frozenset([found.lower[i] for i in kept if not country(found.text[i]) and not _tells_age(found, i)])


def _tells_age(found: Words, i: int) -> bool:
    """A part of ``112-year-old``."""
    year = i if found.lower[i] == "year" else i - 2 if found.lower[i] == "old" else i + 2
    if not 2 <= year < len(found) - 2 or found.lower[year] != "year":
        return False
    return found.text[year - 1] == found.text[year + 1] == "-" and found.lower[year + 2] == "old"


def phrase_words(found: Words, phrase: Phrase) -> frozenset[str]:
    """The telling words around the head of a noun phrase: those before it and those of its ``of`` or ``for`` complement."""
    before = modifier_words(found, phrase.start, phrase.head)
    if phrase.owner is None or phrase.owner < phrase.head:
        return before
    after = modifier_words(found, phrase.head + 1, phrase.end)
    return before | after


def appositions(found: Words, phrases: Sequence[Phrase]) -> dict[int, Phrase]:
    """Noun phrases (by head token) that stand beside a name or are said of it, with that name."""
    phrases = [p for p in phrases if not found.dateline[p.head]]
    names = {p.head: p for p in phrases if p.kind == "name"}
    by_end = {p.end: p for p in phrases if p.kind == "name"}
    by_start = {p.start: p for p in phrases if p.kind == "name"}
    table: dict[int, Phrase] = {}
    for noun in phrases:
        if noun.kind == "noun" and noun.head not in table:
            next_one = _of_the_next(found, noun, by_end, by_start)
            near = (next_one, _beside(found, noun, names), _adjacent(found, noun, by_end, by_start))
            fitting = (n for n in near if n is not None and _same_sort(found, noun, n))
            name = next((n for n in fitting if n.start > noun.start or not _says(found, noun)), None)
            name = name or _given(found, noun, by_start) or _body_named(found, noun, by_start)
            name = name or _behind_portfolio(found, noun, by_start) or _behind_clause(found, noun, by_start)
            if name is not None:
                table[noun.head] = name
            elif noun.lemma in listed("of_name") and noun.owner in names and noun.owner > noun.head:
                table[noun.head] = names[noun.owner]
            elif noun.lemma in _body_kinds() and not noun.plural:
                inside = _name_inside(noun, by_start)
                table.update({noun.head: inside} if inside else {})
    return table


def _of_the_next(found: Words, noun: Phrase, by_end: dict[int, Phrase], by_start: dict[int, Phrase]) -> Phrase | None:
    """``At the invitation of the king of Velm, Per Dahl, the queen of Orn, Ada Roe, came``: between two names the function is
    of the second where commas enclose the first too."""
    before, after = by_end.get(noun.start - 1), by_start.get(noun.end + 1)
    if noun.type != "person" or noun.form != "definite" or before is None or after is None or after.type != "person":
        return None
    commas = (before.start - 1, noun.start - 1, noun.end, after.end)
    return after if after.end < len(found) and all(found.text[i] == "," for i in commas) else None


def _says(found: Words, noun: Phrase) -> bool:
    """``The victim was Anna Roe, a clerk of the court said``: a verb of saying right behind what a comma opens is its own."""
    after = found.right[noun.head] + 1
    if found.text[noun.start - 1] != "," or after >= len(found) or found.sentence[after] != found.sentence[noun.head]:
        return False
    return found.tag[after] in {"VBD", "VBZ"} and found.lemma[after] in reporting_verbs()


def retyped(found: Words, names: Sequence[Phrase], nouns: Sequence[Phrase], beside: dict[int, Phrase]) -> tuple[Phrase, ...]:
    """The names, typed by the noun beside them where their own type is unsure (``Rubio Mendel, a farmer,``: a person;
    ``Halcyra, the sole manufacturer,``: an organisation), wherever they stand."""
    people = {beside[n.head].head for n in nouns if n.head in beside and n.type == "person" and not n.plural}
    told = [beside[n.head] for n in nouns if n.head in beside and n.type in BODIES]
    misread = (p for p in told if p.weight < SURE or found.text[p.start - 1] in QUOTES)
    bodies = {p.name for p in misread if p.head not in people and p.type not in BODIES}
    return tuple(_typed(p, people, bodies) for p in names)


def _typed(name: Phrase, people: set[int], bodies: set[str]) -> Phrase:
    if name.head in people and name.weight < SURE:
        return replace(name, type="person", weight=SURE)
    return replace(name, type="organisation", weight=SURE) if name.name in bodies else name


def _name_inside(noun: Phrase, by_start: dict[int, Phrase]) -> Phrase | None:
    """``the CTB television network``: the one body whose name stands before a noun for what it is."""
    kinds = _body_kinds()[noun.lemma]
    inside = [by_start[i] for i in range(noun.start, noun.head) if i in by_start and by_start[i].type in kinds]
    best = max((p.weight for p in inside), default=0)
    leading = [p for p in inside if p.weight == best]
    return leading[0] if len(leading) == 1 and best > 1 else None


def _same_sort(found: Words, noun: Phrase, name: Phrase) -> bool:
    """Whether the types of both allow one bearer; ``Pell Orrin, an accountancy firm,`` is one whatever its name looks like."""
    if (noun.plural != name.plural and name.type in {"person", "place"}) or noun.type == "other":
        return False
    if noun.type in BODIES and noun.form == "indefinite" and _misread(found, noun, name):
        return noun.start == name.end + 1 and found.text[name.end] == ","
    if name.type == "person" or noun.type == "person":
        place = name.type == "place" and not _is_enclosed(found, noun, name)
        return noun.type == name.type or (noun.type == "person" and name.weight <= 1 and not place)
    if noun.type == name.type or (name.type == "other" and abs(noun.start - name.end) <= 2):
        return True
    bodies = {noun.type, name.type} <= {"organisation", "group", "government"}
    return bodies and (name.weight < SURE or noun.lemma in _body_kinds())


def _is_enclosed(found: Words, noun: Phrase, name: Phrase) -> bool:
    """``The minister, Josan Keru, came``: two words between commas right behind a function, whatever they look like."""
    ends = noun.form == "definite" and noun.owner is None and name.start == noun.end + 1 and name.end < len(found)
    return ends and " " in name.name and found.text[noun.end] == found.text[name.end] == ","


def _beside(found: Words, noun: Phrase, names: dict[int, Phrase]) -> Phrase | None:
    """The name that the parse puts in apposition to the noun, or of which it is the predicate."""
    head = noun.head
    if found.dep[head] == "appos" and found.head[head] in names:
        return names[found.head[head]]
    inner = next((c for c in found.children[head] if found.dep[c] == "appos" and c in names and c > head), None)
    if inner is None and noun.owner is not None and noun.owner > head and noun.type == "person":
        inner = next((c for c in found.children[noun.owner] if found.dep[c] == "appos" and c in names and c > noun.owner), None)
        inner = (
            inner if inner is not None and names[inner].type == "person" and found.text[found.left[inner] - 1] == "," else None
        )
    if inner is not None:
        return names[inner]
    verb = found.head[head]
    if found.dep[head] == "attr" and found.lemma[verb] == "be" and found.child(verb, "neg") is None:
        subject = found.child(verb, "nsubj")
        if subject in names and noun.form != "bare" and not any(found.tag[c] == "MD" for c in found.children[verb]):
            return names[subject]
    return _told_behind(found, noun, names)


def _told_behind(found: Words, noun: Phrase, names: dict[int, Phrase]) -> Phrase | None:
    """``The author of the report is Ada Roe``: the name right behind ``is``; what somebody was, somebody else may be by now."""
    verb = found.head[noun.head]
    if found.dep[noun.head] != "nsubj" or noun.form != "definite" or found.lower[verb] not in {"is", "’s", "'s"}:
        return None
    name = next((names[c] for c in found.children[verb] if found.dep[c] == "attr" and c in names), None)
    return name if name is not None and name.start == verb + 1 and name.type == "person" else None


def _behind_portfolio(found: Words, noun: Phrase, by_start: dict[int, Phrase]) -> Phrase | None:
    """``the minister of defence Roe``: the name without a comma behind an office and its bare field, also where the parse
    makes one phrase of field and name or the field is a form of address (``of Justice Roe``); ``the mayor of the town Velm``
    has an article there."""
    field = noun.head + 2
    office = noun.form == "definite" and noun.type == "person" and noun.lemma in titles()
    if not office or field >= len(found) or found.lower[noun.head + 1] != "of":
        return None
    name = by_start.get(field + 1) or by_start.get(field)
    if name is None or name.title.lower() != ("" if name.start > field else "justice"):
        return None
    bare = noun.end in {field + 1, name.end} and (
        name.start == field or (found.pos[field] != "DET" and found.text[field].islower())
    )
    return name if bare and (name.type == "person" or name.weight < SURE) else None


def _behind_clause(found: Words, noun: Phrase, by_start: dict[int, Phrase]) -> Phrase | None:
    """``A nurse I know, Dr Ada Roe, told me``, ``the guard who saw it, Per Dahl, said``: the name between commas behind a
    clause of a few words that tells more of a person; not where those end with another person."""
    end = noun.end
    if noun.type != "person" or noun.plural or end + 1 >= len(found) or found.lower[end] not in CLAUSE_OPENERS:
        return None
    comma = next((i for i in range(end, min(end + CLAUSE_REACH, len(found))) if found.text[i] in {",", ".", ";", ":"}), end)
    name = by_start.get(comma + 1)
    if name is None or found.text[comma] != "," or name.type != "person" or noun_type(found.lemma[comma - 1]) == "person":
        return None
    after = found.text[name.end : name.end + 1] == (",",) and found.tag[name.end + 1 : name.end + 2]
    return name if after and after[0] in {"VBD", "VBZ", "VBP", "MD"} else None


CLAUSE_OPENERS = frozenset({"who", "whom", "i", "we"})
CLAUSE_REACH = 8
"""Tokens of a clause behind a noun at whose end the name may stand."""


QUOTES = frozenset({'"', "\u201c", "\u2018", "'"})
BODIES = frozenset({"organisation", "group"})
NAMING_REACH = 10
"""Tokens in which a person introduced by function gives the name."""


def _given(found: Words, noun: Phrase, by_start: dict[int, Phrase]) -> Phrase | None:
    """``a baker who gave his name only as Jor``, ``a man identified as Dan Orr``, ``a group that calls itself the Hawks``."""
    if noun.type not in {"person", *BODIES} or (noun.plural and noun.type == "person"):
        return None
    if noun.type in BODIES and found.lower[noun.end : noun.end + 1] not in {
        (word,) for word in (*listed("gives_name"), "which", "that", "who")
    }:
        return None
    said = False
    for i in range(noun.end, min(noun.end + NAMING_REACH, len(found))):
        name = by_start.get(i)
        if name is not None:
            before = found.lower[i - 1 - (found.text[i - 1] in QUOTES or found.lower[i - 1] == "the")]
            close = before in listed("names_closely") or found.lower[i - 2 : i] in {("name", "of"), ("name", ",")}
            fits = name.weight < SURE or name.type in ({"person", "other"} if noun.type == "person" else BODIES)
            return name if said and close and fits else None
        if found.text[i] in {".", ";", ":"} or found.sentence[i] != found.sentence[noun.head]:
            return None
        said = said or found.lower[i] in listed("gives_name")
    return None


def _body_named(found: Words, noun: Phrase, by_start: dict[int, Phrase]) -> Phrase | None:
    """``the agency KNA reports``, ``the blog "Lamp Room"``, ``the operator, Velmar Mining, said``: the body named right behind
    a noun for one, whatever the parse made of it; not where a clause begins with the name (``the firm Velmar bought``)."""
    if noun.plural or noun.form not in {"definite", "possessive", "indefinite"} or noun.end + 2 >= len(found):
        return None
    comma = found.text[noun.end] == ","
    quoted = found.text[noun.end + comma] in QUOTES
    first = noun.end + comma + quoted
    name = by_start.get(first) or (by_start.get(first + 1) if found.lower[first] == "the" else None)
    either = comma and noun.lemma in words("en", "either_roles")
    if name is None or not (either or noun.type in {*BODIES, *(("document", "work") if quoted else ())}) or name.title:
        return None
    bodily = name.type in {*BODIES, "other", "work"} or (quoted and name.type != "person") or _misread(found, noun, name)
    if not bodily or found.sentence[name.head] != found.sentence[noun.head]:
        return None
    after = found.text[name.end : name.end + 2]
    if comma and not (after[:1] in {(",",), (")",)} and after[1:] not in {("and",), ("or",)}):
        return None
    clause = found.dep[name.head] == "nsubj" and found.dep[found.head[name.head]] in {"relcl", "acl"}
    return None if clause else name


def _misread(found: Words, noun: Phrase, name: Phrase) -> bool:
    """``an association of volunteers, Velm Solidarity, said``: what only the pipeline takes for a person's name."""
    body = noun.type in BODIES and noun.form == "indefinite" and name.type == "person" and name.weight < SURE
    return body and given_name_gender(found.text[name.name_span[0]]) is None


def _adjacent(found: Words, noun: Phrase, by_end: dict[int, Phrase], by_start: dict[int, Phrase]) -> Phrase | None:
    """``Tom Hale, a spokesman for the port,``: between two commas beside a name, whatever the parse made of it."""
    start, end = noun.start, noun.end
    if noun.type != "person" or end >= len(found):
        return None
    closed = found.text[end] in {",", ".", ";", ")"} or found.tag[end] in {"WP", "WDT"}
    after_comma = start >= 2 and found.text[start - 1] == "," and start - 1 in by_end
    if after_comma and closed and noun.form in {"indefinite", "definite"}:
        return by_end[start - 1]
    if found.text[end] == "," and noun.form in {"definite", "possessive", "indefinite"}:
        name = by_start.get(end + 1) or (by_start.get(end + 2) if found.lower[end + 1] in {"his", "her"} else None)
        if name is None or (name.start > end + 1 and not name.title):
            return None
        full = noun.form == "indefinite" or (name.type == "person" and " " in name.name and noun.owner is not None)
        closed = name.end < len(found) and found.text[name.end] in ({",", "."} if full else {","})
        unsure = (
            name.weight <= 1 and name.type in BODIES and " " not in name.name and noun.owner is not None and not noun.plural
        )
        if closed and (name.type == "person" or unsure) and _may_have_title(found, noun, name):
            return name
    return None


def _may_have_title(found: Words, noun: Phrase, name: Phrase) -> bool:
    """Whether a name with this form of address can be that of the one described: ``a spokesman for the harbour, Maj Per Dahl,``
    but not ``a spokesman for the commander, Maj Per Dahl,``."""
    kind = titles().get(name.title.casefold(), ("", ""))[0]
    owned = noun.owner is not None and noun_type(found.lemma[noun.owner]) == "person"
    return not name.title or kind == "honorific" or name.start > noun.end + 1 or (kind == "rank" and not owned)
