"""Things, groups and people without a name in several reports: one where they are called alike and a report has one of them."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from variorum.collation.entities.functions import OWNERS, land_of_profile
from variorum.collation.entities.offices import story_names
from variorum.collation.entities.profiles import Function, Profile
from variorum.collation.entities.things import is_governing
from variorum.language.lexicon import word_list, words

Group = tuple[Profile, ...]
Key = tuple[str, ...]

STEADY = frozenset({"organisation", "government", "document", "event", "place", "work", "other"})
"""Types of what has the same words in every report; groups and people do only where the article says that they are known."""
ALONE, ONE = "alone", "the one"
"""First words of the keys of what joins nothing, and of what joins where a report has one of it only."""


def group_unnamed(profiles: Iterable[Profile], named: Sequence[Profile] = ()) -> list[Group]:
    """Unnamed things that several reports name by the same words (``the fire service``, ``the hospital``), groups so named
    (``the foreign engineers``), and people of whom a story has one (``the gunman``) where nobody named is called so; other
    people each stand alone."""
    held = frozenset(f.head for p in named for f in p.functions)
    ordered = sorted(profiles, key=lambda p: p.id)
    demonyms = story_names(named, ordered).lands
    keys = {p.id: _key(p, held, demonyms) for p in ordered}
    uses = Counter((p.article, keys[p.id]) for p in ordered)
    groups: defaultdict[Key, list[Profile]] = defaultdict(list)
    for profile in ordered:
        key = keys[profile.id]
        several = key[0] == ONE and uses[profile.article, key] > 1
        groups[(ALONE, profile.id) if several else key].append(profile)
    return _with_bare({key: tuple(group) for key, group in groups.items()})


def _with_bare(groups: Mapping[Key, Group]) -> list[Group]:
    """The groups, those called by a bare noun ("the deal") put to the one longer wording ("the grain deal") of other reports
    that most of them use."""
    longer: defaultdict[str, list[Key]] = defaultdict(list)
    for key in sorted(groups):
        if key[0] != ALONE and len(key) > 3 and key[3] and _is_known(groups[key]):
            longer[key[2]].append(key)
    homes: dict[Key, Key] = {
        key: home for key in sorted(groups) if key[0] == ONE and len(key) == 3 and (home := _home(groups, key, longer))
    }
    joined: dict[Key, list[Profile]] = {}
    for key, group in groups.items():
        joined.setdefault(homes.get(key, key), []).extend(group)
    return [tuple(sorted(group, key=lambda p: p.id)) for group in joined.values()]


def _home(groups: Mapping[Key, Group], bare: Key, longer: Mapping[str, Sequence[Key]]) -> Key | None:
    here = {p.article for p in groups[bare]}
    ranked = sorted(((len({p.article for p in groups[k]}), k) for k in longer[bare[2]]), reverse=True)
    if not ranked or (len(ranked) > 1 and ranked[0][0] == ranked[1][0]):
        return None
    return None if any(here & {p.article for p in groups[k]} for _, k in ranked) else ranked[0][1]


def _is_known(group: Group) -> bool:
    """Whether some report uses the words as for something known: with "the"."""
    return any(m.exact[:4].casefold() == "the " for p in group for m in p.mentions)


def _key(profile: Profile, held: frozenset[str], demonyms: Mapping[str, str]) -> Key:
    """``(mark, type, noun, other words, lands)``; a bare noun has neither of the last two. The story's ``demonyms`` are read as
    their lands ("the Velmarian army", "Velmar's army")."""
    alone = (ALONE, profile.id)
    if is_governing(profile):
        return ("government", str(profile.country))
    function = next(iter(sorted(profile.functions, key=lambda f: (f.head, sorted(f.words)))), None)
    if function is None or profile.names[0].lower().startswith(OWNERS):
        return alone
    kind, others = _type_of(profile, function), " ".join(sorted({demonyms.get(w, w) for w in function.words}))
    lands = tuple(sorted(function.countries | land_of_profile(profile)))
    if kind in STEADY:
        if others or function.countries or kind == "organisation":
            return ("", kind, function.head, others, *lands)
        return (ONE, kind, function.head) if _is_known((profile,)) and function.head in _thing_types("en") else alone
    if not _is_known((profile,)) or function.head in held:
        return alone
    if kind == "person" and function.head not in words("en", "single_roles"):
        return alone
    return (ONE, kind, function.head, others, *lands)


def _type_of(profile: Profile, function: Function) -> str:
    """The type of an unnamed body that one report takes for a person ("the coast guard"), by its noun."""
    told = _thing_types("en").get(function.head)
    return told if told and profile.type == "person" else profile.type


@cache
def _thing_types(language: str) -> Mapping[str, str]:
    return {row["word"]: row["type"] for row in word_list(language, "thing_words")}
