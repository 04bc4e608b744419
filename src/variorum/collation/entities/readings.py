"""What one report misreads and the others, or the words before a name, set right: a newspaper taken for a person, a ship for a
lady, a minister with her country for a company.

Only the reading of a profile (its type, its names) is changed here; which profiles are one is decided later.
"""

import dataclasses
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from variorum.collation.entities.cuts import cut_names, reread
from variorum.collation.entities.natures import Nature, natures
from variorum.collation.entities.profiles import Function, Profile, function_of
from variorum.collation.entities.short_names import HEADS, UNCOMMON
from variorum.language.frequency import rarity
from variorum.language.lexicon import marked, values, word_list, words
from variorum.language.names import country, fold, given_name_gender

RULING = marked("en", "entity_words", "ruling")
"""Nouns behind the name of a land or a capital; an administration is mostly behind that of a person."""
_THIS = re.compile(r"(?i)(?:this|our) ([a-z]+)$")
ARTICLES = frozenset({"the"})
PLURAL_VERBS = frozenset({"are", "have", "were"})
MISREAD = ("person", "place", "government", "other", "work")
"""Types that a company's bare name gets too easily."""
LOOSE = ("place", "organisation", "other", "work", "government")
"""Types that a single capitalised word gets too easily."""


@dataclasses.dataclass(frozen=True, slots=True)
class Names:
    """All names of a story, folded: ``people`` full names of people and ``things`` longer names of other things, each with the
    reports that use them; ``given`` first names to the full names that begin with them; ``seats`` names
    that stand before "government" or "regime"."""

    people: Mapping[str, frozenset[str]]
    things: Mapping[str, frozenset[str]]
    given: Mapping[str, frozenset[str]]
    surnames: frozenset[str]
    seats: frozenset[str]
    natures: Mapping[str, Nature]
    outlets: frozenset[str]
    plural: frozenset[str]
    functions: frozenset[Function]


def settled(profiles: Sequence[Profile]) -> tuple[Profile, ...]:
    """The profiles, each as the story as a whole reads it; unnamed ones stay as they are."""
    cut = cut_names(profiles)
    seats = _seats(cut)
    told = natures(cut, seats=seats)
    read = [_built(_product(p, told)) if p.named else p for p in cut]
    names = _names_of([p for p in read if p.named], seats, told)
    return tuple(_settled(p, names) if p.named else _bare_surname(p, names) or _this_outlet(p, names) for p in read)


def _settled(profile: Profile, names: Names) -> Profile:
    for reading in (
        _office,
        _partners,
        _own_outlet,
        _thing_with_title,
        _thing_elsewhere,
        _person_elsewhere,
        _initialled,
        _given_name,
        _seat,
        _with_article,
        _members,
        _body,
        _land,
    ):
        found = reading(profile, names)
        if found is not None:
            return found
    return profile


def _seats(profiles: Iterable[Profile]) -> frozenset[str]:
    """The single words that tell whose an unnamed government is: "the Velmar regime", "the government in Velmar"."""
    functions = (f for p in profiles if p.type == "government" and not p.named for f in p.functions)
    return frozenset(w for f in functions if f.head in RULING and len(f.words) == 1 for w in f.words)


def _names_of(profiles: Sequence[Profile], seats: frozenset[str], told: Mapping[str, Nature]) -> Names:
    people: defaultdict[str, set[str]] = defaultdict(set)
    things: defaultdict[str, set[str]] = defaultdict(set)
    for profile in profiles:
        for name in {fold(n) for n in profile.names}:
            if " " in name:
                (people if profile.type == "person" else things)[name].add(profile.article)
    given: defaultdict[str, set[str]] = defaultdict(set)
    for name in people:
        given[name.split()[0]].add(name)
    surnames = frozenset(w for name in people for w in name.split())
    outlets = frozenset(fold(p.outlet) for p in profiles)
    held = frozenset(f for p in profiles if p.type == "person" for f in p.functions)
    return Names(_frozen(people), _frozen(things), _frozen(given), surnames, seats, told, outlets, _plural(profiles), held)


def _plural(profiles: Iterable[Profile]) -> frozenset[str]:
    """Single names that several reports write with "the" and some with a verb in the plural behind it ("the Ferrymen are")."""
    led: Counter[str] = Counter()
    many = set()
    for p in profiles:
        name = fold(p.names[0])
        led[name] += bool(p.beside.before & ARTICLES)
        many |= {name} if p.beside.after & PLURAL_VERBS else set()
    return frozenset(n for n in many if led[n] > 1 and " " not in n and n.endswith(("s", "men")))


def _frozen(table: Mapping[str, set[str]]) -> dict[str, frozenset[str]]:
    return {key: frozenset(found) for key, found in table.items()}


def _office(profile: Profile, names: Names) -> Profile | None:
    """ "The Permanent Secretary": an office written large, and no name."""
    name = fold(profile.names[0])
    function = function_of(name)
    if profile.type in ("person", "organisation") or not function or _ends_longer(name, names):
        return None
    if function not in names.functions and not profile.beside.before & ARTICLES:
        return None
    common = all(rarity(w) < UNCOMMON for w in name.split()) and given_name_gender(name.split()[0]) is None
    if not common or function.head not in words("en", "person_words") or len(names.things.get(name, ())) > 1:
        return None
    return dataclasses.replace(profile, type="person", named=False, keys=frozenset(), functions=frozenset({function}))


def _ends_longer(name: str, names: Names) -> bool:
    """Whether a longer name of a thing is built on a name ("Guard" of "People's Guard", but not of "Guild of Guards")."""
    return any(x.endswith(f" {name}") and not x.endswith((f" of {name}", f" of the {name}")) for x in names.things)


def _partners(profile: Profile, names: Names) -> Profile | None:
    """ "Verek & Olm": no person."""
    return reread(profile, "organisation", profile.names) if profile.type == "person" and " & " in profile.names[0] else None


def _own_outlet(profile: Profile, names: Names) -> Profile | None:
    """ "The Herald" in a report of the Olmar Herald, where some report names the paper in full."""
    bare, outlet = fold(profile.names[0]), profile.outlet.removeprefix("The ")
    parts = fold(outlet).split()
    if " " in bare or len(parts) < 2 or bare != parts[-1] or not profile.beside.before & ARTICLES:
        return None
    return reread(profile, "organisation", (outlet, *profile.names)) if fold(outlet) in names.things else None


def _this_outlet(profile: Profile, names: Names) -> Profile:
    """ "This newspaper" is the outlet whose report it is, where some report names that."""
    found, outlet = _THIS.match(profile.names[0]), profile.outlet.removeprefix("The ")
    if (
        not found
        or profile.type not in ("organisation", "work", "other")
        or fold(outlet) not in {*names.things, *names.natures}
    ):
        return profile
    if found[1].casefold() not in words("en", "media_nouns"):
        return profile
    return dataclasses.replace(reread(profile, "organisation", (outlet,)), named=True)


def _thing_with_title(profile: Profile, names: Names) -> Profile | None:
    """ "The ferry Lady Ansgard" read as a lady, where other reports use the whole as the name of a thing."""
    bare = fold(profile.names[0])
    if profile.type != "person" or " " in bare or bare in names.surnames:
        return None
    ends = Counter(" ".join(fold(m.exact).split()[-2:]) for m in profile.mentions)
    whole = sorted(n for n in ends if n in names.things and n.endswith(f" {bare}") and names.things[n] - {profile.article})
    if not whole:
        return None
    name = next(
        (" ".join(m.exact.split()[-2:]) for m in profile.mentions if fold(m.exact).endswith(whole[0])), profile.names[0]
    )
    return reread(profile, "work", (name, *profile.names))


def _built(profile: Profile) -> Profile:
    """A body, where a name read as that of a person of whom nothing is told ends in a noun for bodies behind a usual word
    ("Harbour Watch"), or where only "it" stands for its bearer."""
    parts = fold(profile.names[0]).split()
    if profile.type != "person" or len(parts) < 2 or profile.functions or profile.gender or given_name_gender(parts[0]):
        return profile
    nouns = _bodies() | HEADS | words("en", "company_words")
    built = (parts[-1] in nouns and rarity(parts[-2]) < UNCOMMON) or (parts[0] in HEADS and parts[0].endswith("s"))
    pronouns = {w for m in profile.mentions if (w := m.exact.casefold()) in IMPERSONAL | PERSONAL}
    return reread(profile, "organisation", profile.names) if built or (pronouns and pronouns <= IMPERSONAL) else profile


IMPERSONAL = frozenset({"it", "its", "itself"})
PERSONAL = marked("en", "collation_words", "personal")


def _thing_elsewhere(profile: Profile, names: Names) -> Profile | None:
    """A name of several words that one report takes for a person of whom it tells nothing but a word for an outlet ("the
    broadcaster"), and others for a thing; or that is built on a noun for a body ("Free Hill Front"), whatever is told of it."""
    name = fold(profile.names[0])
    if profile.type != "person" or " " not in name or given_name_gender(name.split()[0]):
        return None
    others, told = names.things.get(name, frozenset()), names.people.get(name, frozenset())
    nouns = _bodies() | HEADS | words("en", "company_words")
    plain = all(f.head in words("en", "media_nouns") for f in profile.functions)
    longer = [x for x in names.things if x.startswith(f"{name} ") and x.split()[-1] in nouns and plain]
    others = others.union(*(names.things[x] for x in longer))
    built = bool(longer) or name.split()[-1] in nouns
    sure = built or (plain and len(others) >= len(told))
    return reread(profile, "organisation", profile.names) if sure and others - {profile.article} else None


def _person_elsewhere(profile: Profile, names: Names) -> Profile | None:
    """A given name and a surname that one report takes for a thing, and at least as many others for a person."""
    parts = fold(profile.names[0]).split()
    if profile.type == "person" or len(parts) < 2 or given_name_gender(parts[0]) is None:
        return None
    told = names.people.get(" ".join(parts), frozenset()) - {profile.article}
    common = words("en", "thing_words") | words("en", "company_words")
    if not told or len(told) < len(names.things.get(" ".join(parts), ())) or any(w in common for w in parts):
        return None
    return reread(profile, "person", profile.names)


def _initialled(profile: Profile, names: Names) -> Profile | None:
    """ "I. Kern", read as a body, where one person of the story alone has a full name that it shortens."""
    parts = fold(profile.names[0]).replace(".", "").split()
    if profile.type == "person" or len(parts) != 2 or len(parts[0]) != 1:
        return None
    bearers = [name for name in names.people if name[0] == parts[0] and name.split()[-1] == parts[1]]
    return reread(profile, "person", profile.names) if len(bearers) == 1 else None


def _bare_surname(profile: Profile, names: Names) -> Profile | None:
    """A word with a capital that a report takes for no name, where one person of the story alone bears it behind a given name
    and nothing else does."""
    name = profile.names[0]
    bare = fold(name)
    if profile.type != "other" or " " in bare or not (name[:1].isupper() and name[1:].islower()) or rarity(bare) < UNCOMMON:
        return None
    bearers = [full for full in names.people if full.split()[-1] == bare]
    shown = names.natures.get(bare, Nature())
    taken = any(bare in full.split() for full in names.things) or shown != Nature() or country(name)
    if len(bearers) != 1 or taken:
        return None
    return dataclasses.replace(reread(profile, "person", profile.names), named=True)


def _given_name(profile: Profile, names: Names) -> Profile | None:
    """A bare given name that the story's only bearer has, in a report that took it for a place or thing."""
    bare = fold(profile.names[0])
    if profile.type not in LOOSE or " " in bare or given_name_gender(bare) is None or country(profile.names[0]):
        return None
    if len(names.given.get(bare, ())) != 1 or any(bare in name.split() for name in names.things):
        return None
    return reread(profile, "person", profile.names)


def _seat(profile: Profile, names: Names) -> Profile | None:
    """A single name taken for a person of whom nothing is told, where some report writes of a government of that name."""
    bare = fold(profile.names[0])
    told = profile.functions or " " in bare or bare in names.surnames
    return None if profile.type != "person" or told or bare not in names.seats else reread(profile, "government", profile.names)


def _product(profile: Profile, told: Mapping[str, Nature]) -> Profile:
    """A company's name and a further word ("Corvane Dawn") read as a person of whom nothing is told: the product, or the
    company where the report calls it by its bare name too."""
    first, _, rest = fold(profile.names[0]).partition(" ")
    if profile.type != "person" or not rest or profile.functions or given_name_gender(first):
        return profile
    if first not in told or not told[first].is_body():
        return profile
    bare = tuple(n for n in profile.names if fold(n) == first)
    trade = rest.split()[-1] in words("en", "company_words")
    return reread(profile, "organisation" if bare or trade else "work", (*bare, *profile.names))


def _body(profile: Profile, names: Names) -> Profile | None:
    """A bare name that the story shows to be a company's, read as a person of whom nothing is told, a place or a state."""
    bare = fold(profile.names[0])
    if profile.type not in MISREAD or bare in names.surnames or bare not in names.natures:
        return None
    if profile.functions and bare not in names.outlets:
        return None
    return reread(profile, "organisation", profile.names) if names.natures[bare].is_body() else None


def _land(profile: Profile, names: Names) -> Profile | None:
    """A bare name that the story shows to be a land's, read as a person of whom nothing is told or a body: the government
    where it speaks."""
    bare = fold(profile.names[0])
    if profile.type not in ("person", "organisation", "other", "work") or profile.functions or bare in names.surnames:
        return None
    if (
        bare not in names.natures
        or not names.natures[bare].is_land()
        or (profile.type == "organisation" and not profile.speaks)
    ):
        return None
    return reread(profile, "government" if profile.speaks else "place", profile.names)


def _members(profile: Profile, names: Names) -> Profile | None:
    """ "The Ferrymen": a group, where one report takes it for a place or a government."""
    loose = profile.type in MISREAD and not profile.functions and not country(profile.names[0])
    return reread(profile, "group", profile.names) if loose and fold(profile.names[0]) in names.plural else None


def _with_article(profile: Profile, names: Names) -> Profile | None:
    """ "The Guild", "the shipyard Halden": people have neither an article nor a noun for a body before a single name."""
    bare = fold(profile.names[0])
    if profile.type not in ("person", "place", "work") or " " in bare or bare in names.surnames:
        return None
    if country(profile.names[0]):
        return None
    begun = any(name.startswith(f"{bare} ") for name in names.things)
    bodies = profile.beside.before & (_bodies() | _owners() if begun else _bodies())
    articled = profile.beside.before & ARTICLES and profile.type == "person" and not profile.functions
    return reread(profile, "organisation", profile.names) if bodies or articled else None


@cache
def _bodies() -> frozenset[str]:
    """Nouns for organisations that stand right before their names."""
    return frozenset(row["word"] for row in word_list("en", "thing_words") if row["type"] == "organisation")


@cache
def _owners() -> frozenset[str]:
    """Nouns for a line of business that may be said of a person too ("shipowner")."""
    return frozenset(n for row in word_list("en", "business_kinds") for n in values(row, "nouns") if " " not in n)
