"""Which names of one article are one bearer's: full and short names, acronyms, spellings, known aliases."""

from collections.abc import Sequence

from variorum.annotation.coreference.clusters import voted_type
from variorum.annotation.coreference.relatives import told_apart
from variorum.annotation.mentions.find import Phrase
from variorum.annotation.mentions.types import LIKELY, SURE, is_company, known_names, noun_type
from variorum.annotation.mentions.words import Words
from variorum.annotation.words.lists import listed
from variorum.language.lexicon import words
from variorum.language.names import country, fold, is_acronym_of, name_words, same_person_name, spelling_key

Group = list[Phrase]
LONG_ENOUGH = 6
"""Letters from which two spellings of one sound count as one name."""
BODIES = frozenset({"organisation", "group", "work", "other"})


def group_names(found: Words, phrases: Sequence[Phrase]) -> list[Group]:
    """Split the names of a document into groups with one bearer each, in order of first mention."""
    short: list[Phrase] = []
    long: list[Phrase] = []
    for phrase in phrases:
        (short if _is_short(phrase) else long).append(phrase)
    groups = _full_people([p for p in long if _may_be_person(p)])
    groups += _others([p for p in long if not _may_be_person(p)])
    _place_short(found, short, groups)
    _join_acronyms(found, groups)
    return sorted(groups, key=lambda g: min(p.start for p in g))


def _is_short(phrase: Phrase) -> bool:
    return len(name_words(phrase.name)) < 2 or " " not in phrase.name.strip()


def _may_be_person(phrase: Phrase) -> bool:
    return phrase.type == "person"


def _full_people(phrases: Sequence[Phrase]) -> list[Group]:
    """Group personal names of several words, longest first, so that a middle name does not part them."""
    groups: list[Group] = []
    for phrase in sorted(phrases, key=lambda p: (-len(name_words(p.name)), p.start)):
        for group in groups:
            if all(_agree(phrase, other) for other in group):
                group.append(phrase)
                break
        else:
            groups.append([phrase])
    return [sorted(g, key=lambda p: p.start) for g in groups]


def _agree(one: Phrase, other: Phrase) -> bool:
    if one.gender and other.gender and one.gender != other.gender and fold(one.name) != fold(other.name):
        return False
    return same_person_name(one.name, other.name)


def _others(phrases: Sequence[Phrase]) -> list[Group]:
    table: dict[str, list[Group]] = {}
    for phrase in phrases:
        same = table.setdefault(name_key(phrase), [])
        fits = [g for g in same if not _of_other_country(phrase, g)]
        if fits:
            fits[-1].append(phrase)
        else:
            same.append([phrase])
    return [g for groups in table.values() for g in groups]


def _of_other_country(phrase: Phrase, group: Group) -> bool:
    """``Iraqi Parliament`` and ``Turkish Parliament`` are two."""
    countries = {p.country for p in group if p.country}
    return bool(phrase.country and countries and phrase.country not in countries)


def name_key(phrase: Phrase) -> str:
    """What all ways of writing one organisation, place or thing share."""
    known = known_names().get(phrase.name) or known_names().get(phrase.name.removeprefix("the ").removeprefix("The "))
    place = country(phrase.name)
    if known:
        return fold(known.name)
    if place and place.form == "country":
        return fold(place.name)
    if place and place.form == "demonym":
        return "people of " + fold(place.name)
    single = phrase.name[:-1] if phrase.name[-2:-1].isdigit() and phrase.name.endswith("s") else ""
    return fold(single or _without_country(phrase)).removeprefix("the ")


def _without_country(phrase: Phrase) -> str:
    """``Iraqi Defense Ministry`` as ``Defense Ministry``, ``United States Air Force`` as ``Air Force``: the country before an
    institution or a force is told apart elsewhere."""
    parts = phrase.name.removeprefix("the ").removeprefix("The ").split()
    force = phrase.type == "group" and noun_type(parts[-1].casefold()) == "group"
    if force or phrase.type in {"organisation", "government"}:
        size = next((n for n in (2, 1) if len(parts) > n and country(" ".join(parts[:n]))), 0)
        return " ".join(parts[size:]) if size else phrase.name
    return phrase.name


def _place_short(found: Words, phrases: Sequence[Phrase], groups: list[Group]) -> None:
    """Give every one-word name to the person or organisation whose longer name holds it; else a group of its own."""
    singles: dict[str, list[Group]] = {}
    people: dict[str, list[Group]] = {}
    for group in groups:
        for word in {spelling_key(w) for p in group for w in name_words(p.name)} if voted_type(group) == "person" else set():
            people.setdefault(word, []).append(group)
    apart = told_apart(found, phrases, [g for found_groups in people.values() for g in found_groups])
    for phrase in phrases:
        owner = _bearer(phrase, people, apart) or _same_single(phrase, singles.setdefault(_single_key(phrase), []))
        owner.append(phrase)
    for single in (g for groups_of_key in singles.values() for g in groups_of_key):
        holder = _holder(single, groups)
        if holder is not None:
            holder.extend(single)
        else:
            groups.append(single)


def _single_key(phrase: Phrase) -> str:
    """One word is one bearer whatever the pipeline took it for; a name that is in no list may be spelled in several ways."""
    if (phrase.weight >= SURE and not phrase.title) or len(phrase.name) < LONG_ENOUGH:
        return name_key(phrase)
    return spelling_key(phrase.name)


def _same_single(phrase: Phrase, groups: list[Group]) -> Group:
    """The latest group of this word that is of no other gender (``Mr Bell``, ``Mrs Bell``) and that is surely nothing else
    (``Jordan``, ``Senator Jordan``); a new one where none is."""
    for group in reversed(groups):
        surely = {p.type == "person" for p in (phrase, *group) if p.weight >= SURE}
        if len(surely) < 2 and (not phrase.gender or all(p.gender in {"", phrase.gender} for p in group)):
            return group
    groups.append([])
    return groups[-1]


def _bearer(phrase: Phrase, people: dict[str, list[Group]], apart: frozenset[int]) -> Group | None:
    """The person with a full name who may be called by this one word: the latest named before it, else the first after; of
    those whom the text tells ``apart`` from the bearer of their bare surname none but by the form of address."""
    if (phrase.weight >= SURE and phrase.type != "person") or phrase.type == "people":
        return None
    parts = name_words(phrase.name)
    if not parts:
        return None
    fits = [g for g in people.get(spelling_key(parts[-1]), ()) if _fits(phrase, g)]
    fits = [g for g in fits if g[0].start not in apart or phrase.gender or fold(parts[-1]) != name_words(g[0].name)[-1]]
    exact = [g for g in fits if any(parts[-1] in name_words(p.name) for p in g)]
    before = [g for g in exact or fits if min(p.start for p in g) < phrase.start]
    if before:
        return max(before, key=lambda g: max(p.start for p in g if p.start < phrase.start))
    return min(exact or fits, key=lambda g: min(p.start for p in g), default=None)


def _fits(phrase: Phrase, group: Group) -> bool:
    genders = {p.gender for p in group if p.gender}
    if phrase.gender and genders and phrase.gender not in genders:
        return False
    full = max((p.name for p in group), key=lambda n: len(name_words(n)))
    ends = {spelling_key(w) for w in (name_words(full)[0], name_words(full)[-1])}
    parts = name_words(phrase.name)
    return spelling_key(parts[-1]) in ends and (phrase.type == "person" or phrase.weight < SURE)


def _holder(single: Group, groups: list[Group]) -> Group | None:
    """The one organisation or thing with the same key, or whose name begins or ends with this word."""
    key, first = name_key(single[0]), single[0]
    if any(p.type == "person" and p.weight >= SURE for p in single):
        return None
    same = [g for g in groups if any(name_key(p) == key for p in g if p.type != "person") and not _of_other_country(first, g)]
    if same:
        return same[-1]
    if noun_type(key):
        ending = [g for g in groups if voted_type(g) in BODIES and _ends_with(fold(first.name), g)]
        return ending[0] if len(ending) == 1 else None
    if any(p.weight > LIKELY for p in single):
        return None
    halves = [g for g in groups if country(g[0].name) and fold(g[0].name).split()[0] == fold(first.name) != fold(g[0].name)]
    if len(halves) == 1 and fold(first.name) in {"north", "south"}:
        return halves[0]
    holders = [g for g in groups if voted_type(g) in BODIES and _begins_or_ends(fold(first.name), g)]
    other = all(p.type in {"people", "place", "person"} for p in single)
    if len(holders) != 1 or (other and not _is_company(holders[0]) and not _ends_with(fold(first.name), holders[0])):
        return None
    return holders[0]


def _ends_with(word: str, group: Group) -> bool:
    return any(
        len(name) > 1 and name[-1] == word and name[-2] not in listed("in_name")
        for name in (fold(p.name).split() for p in group)
    )


def _begins_or_ends(word: str, group: Group) -> bool:
    for name in (fold(p.name).split() for p in group if " " in p.name):
        if (word == name[-1] and name[-2] not in listed("in_name")) or (
            word == name[0] and name[-1] not in words("en", "outlet_words")
        ):
            return True
    return False


def _is_company(group: Group) -> bool:
    names = [p.name.split() for p in group]
    return any(len(parts) > 1 and is_company(parts[0], parts[-1].casefold()) for parts in names)


def _join_acronyms(found: Words, groups: list[Group]) -> None:
    """Join ``IAEA`` with the longer name whose initials it is or behind which it stands in brackets."""
    index = 0
    while index < len(groups):
        short = groups[index]
        partner = next((g for g in groups if g is not short and _spelled_out(found, short, g)), None)
        if partner is not None and voted_type(short) != "person":
            partner.extend(short)
            partner.sort(key=lambda p: p.start)
            del groups[index]
        else:
            index += 1


def _spelled_out(found: Words, short: Group, long: Group) -> bool:
    first = short[0]
    if not (first.name.isupper() or "." in first.name) or " " in first.name:
        return False
    if any(is_acronym_of(first.name, p.name) for p in long):
        return not country(first.name)
    initials = {p.end for p in long if " " in p.name and fold(p.name)[:1] == fold(first.name)[:1]}
    opened = {end for end in initials if end < len(found) and found.text[end] == "("}
    closed = {p.name_span[0] - 1 for p in short if p.name_span[1] < len(found) and found.text[p.name_span[1]] == ")"}
    return bool(opened & closed)
