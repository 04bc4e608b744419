"""Short and long names of one organisation in several reports: acronyms, first words, a description before the name."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from variorum.collation.entities.profiles import GOVERNING, SMALL, Profile, usual_name
from variorum.language.frequency import rarity
from variorum.language.lexicon import marked, words
from variorum.language.names import country, fold, is_acronym_of

Group = tuple[Profile, ...]

LEAST_SCORE = 0.8
"""Least score of a short and a long name of one bearer; the figures rank the ways of shortening, set by judgement."""
DECLARED, ACRONYM, DESCRIBED, LEFT_OUT, BLENDED, HEAD_WORD, FORCES, FIRST_WORD = 0.95, 0.95, 0.9, 0.9, 0.9, 0.85, 0.82, 0.8
MAKERS = marked("en", "entity_words", "maker")
"""Nouns that end a description before a company's name."""
HEADS = marked("en", "entity_words", "head")
"""Words that names of bodies are built on, besides the nouns for things of our list."""
UNCOMMON = 0.95
"""Rarity from which a word is hardly anything but a name."""
SHORTEST = 4
"""Letters of "says"; a noun in the plural behind a name has more."""
MOSTLY = 0.75
"""Share of reports with words before a bare name that must have "the"."""
ACTING = frozenset({"organisation", "group", "document", "work", "other"})
LOOSE = ACTING | {"place"}
"""Types of a short name of several words: a body that leaves a word out is easily read as a place."""


def candidates(groups: Sequence[Group]) -> Iterator[tuple[int, int]]:
    """Numbers of a group with a short name and of one with a longer name that begins with the same letter or ends alike."""
    initials, lasts = defaultdict(list), defaultdict(list)
    for number, group in enumerate(groups):
        for name in _names(group):
            parts = fold(name).split()
            if len(parts) > 1:
                initials[parts[0][0]].append(number)
                for key in _ends(name):
                    lasts[key].append(number)
    for number, group in enumerate(groups):
        near = {k for name in _names(group) for key in _ends(name) for k in lasts[key]}
        near |= {k for name in _names(group) for k in initials[fold(name)[:1]]}
        yield from ((number, other) for other in sorted(near - {number}))


def _ends(name: str) -> set[str]:
    """The words that a name ends with, and the noun that it is built on."""
    parts = fold(name).split()
    return {" ".join(parts[-2:]), parts[-1] if parts else "", *_telling(name)[-1:]}


def score(short: Group, long: Group) -> float:
    """How surely the names of ``short`` are short for those of ``long``; 0 for not at all."""
    lands = _countries(short)
    if _is_declared(short, long):
        return DECLARED
    if any(_leaves_out(s, x) for s in _names(short) for x in _names(long)) and _could_act(long) and _is_loose(short):
        return 0.0 if lands and _countries(long) - lands else LEFT_OUT
    if not _could_act(short) or not _could_act(long) or (lands and _countries(long) - lands):
        return 0.0
    pairs = [(s, x) for s in _names(short) for x in _names(long)]
    if all(_is_acronym(name) for name in _names(short)) and any(is_acronym_of(s, x) for s, x in pairs):
        return ACRONYM
    if any(_describes(s, x) for s, x in pairs):
        return DESCRIBED
    if any(_adds_form(s, x) for s, x in pairs):
        return DESCRIBED
    if any(_is_blend(s, x) for s, x in pairs):
        return BLENDED
    if _has_article(short) and any(_is_head_word(s, x) for s, x in pairs):
        return HEAD_WORD
    if any(_is_first_word(s, x) for s, x in pairs) and not _only_describes(short):
        return FIRST_WORD
    return FORCES if _apart(short, long) and any(_are_forces(s, x) for s, x in pairs) else 0.0


def judge(value: float) -> bool:
    """Whether a short name stands for a long one."""
    return round(value, 3) >= LEAST_SCORE


def cluster(groups: Sequence[Group]) -> list[Group]:
    """``groups`` with each short name put to the one longer name of the story that it fits; it joins none of two."""
    fits: defaultdict[int, list[int]] = defaultdict(list)
    for short, long in candidates(groups):
        if judge(score(groups[short], groups[long])):
            fits[short].append(long)
    homes = {short: home for short, longs in fits.items() if (home := _home(groups, short, longs)) is not None}
    for short in sorted(fits.keys() - homes.keys()):
        ends = {_last(homes, long) for long in fits[short]}
        if len(ends) == 1:
            homes[short] = ends.pop()
    table: defaultdict[int, list[Profile]] = defaultdict(list)
    for number, group in enumerate(groups):
        table[_last(homes, number)] += group
    return [tuple(sorted(g, key=lambda p: p.id)) for g in table.values()]


def _home(groups: Sequence[Group], short: int, longs: Sequence[int]) -> int | None:
    """The one longer name that fits; of several the one that adds nothing but a word for a line of business. A council of a
    front is not what "the Front" is short for."""
    longs = [n for n in longs if not any(_is_part_of(groups[n], groups[whole]) for whole in longs if whole != n)]
    if len(longs) == 1:
        return longs[0]
    told = [n for n in longs if _adds_trade(groups[short], groups[n])] or [n for n in longs if not _is_product(groups[n])]
    if all(score(groups[short], groups[n]) == FORCES for n in longs):
        told = sorted(longs, key=lambda n: (-len(groups[n]), n))[:1]
    return told[0] if len(told) == 1 else None


def _is_part_of(part: Group, whole: Group) -> bool:
    """Whether the name of a body tells whose part it is ("Council of the Olmar Front")."""
    wholes = {fold(name) for name in _names(whole) if " " in name}
    return any(fold(name).endswith((f" of {w}", f" of the {w}")) for name in _names(part) for w in wholes)


def _is_product(group: Group) -> bool:
    """Whether reports mostly take the bearer of a name for a thing made, and its name ends with no word for a business."""
    made = sum(p.type in ("work", "other", "person") for p in group)
    trade = words("en", "company_words")
    return 2 * made > len(group) and not any(fold(name).split()[-1:][0] in trade for name in _names(group) if fold(name))


def _adds_trade(short: Group, long: Group) -> bool:
    trade = words("en", "company_words")
    rest = [fold(x).removeprefix(f"{fold(s)} ").split() for s in _names(short) for x in _names(long) if _is_first_word(s, x)]
    return any(r and all(w in trade for w in r) for r in rest)


def _last(homes: dict[int, int], number: int) -> int:
    """Where a chain of short names ends: in a ring (each short for the other) at its smallest number, wherever one starts."""
    seen = [number]
    while number in homes and homes[number] not in seen:
        number = homes[number]
        seen.append(number)
    return min(seen[seen.index(homes[number]) :]) if number in homes else number


def _names(group: Group) -> list[str]:
    return sorted({name for profile in group for name in profile.names})


def _countries(group: Group) -> set[str]:
    return {p.country for p in group if p.country}


def _could_act(group: Group) -> bool:
    """Whether a group can be an organisation: as many reports take it for one as not, and it is no country or government."""
    acting = sum(p.type in ACTING for p in group)
    if any({fold(name).split()[0], fold(name).split()[-1]} & GOVERNING for name in _names(group) if fold(name)):
        return False
    return 2 * acting >= len(group) and not any(country(name) for name in _names(group))


def _is_declared(short: Group, long: Group) -> bool:
    """Whether reports call the bearer of the longer name by the short one too, and more of them than take the short one for a
    person or place of its own."""
    own = {fold(name) for name in _names(short)}
    full = {p.article for p in long for name in p.names[1:] if fold(name) in own and len(fold(p.names[0])) > len(fold(name))}
    begun = all(any(fold(x).startswith(f"{n} ") for x in _names(long)) for n in own)
    alone = {p.article for p in short} - full
    return (begun or (len(full) > len(alone) and all(len(n.split()) == 1 for n in own))) and bool(full) and not _is_land(short)


def _is_land(group: Group) -> bool:
    return any(country(name) for name in _names(group)) or any(p.type == "person" and p.functions for p in group)


def _has_article(group: Group) -> bool:
    """Whether the reports that use a bare name mostly write it as a common noun ("the Herald")."""
    led = [p for p in group if p.beside.before]
    return bool(led) and sum("the" in p.beside.before for p in led) >= MOSTLY * len(led)


def _only_describes(group: Group) -> bool:
    """Whether several reports write a name only before nouns in the plural ("the Olmic rebels", "the Olmic highlands"): an
    adjective."""
    behind = [p.beside.after for p in group]
    return len(group) > 1 and all(after and all(len(w) > SHORTEST and w.endswith("s") for w in after) for after in behind)


def _is_head_word(short: str, long: str) -> bool:
    """Whether a single word is the noun that a longer name is built on (``Herald``, ``Guild`` of ``Guild of Smiths``)."""
    name, parts = fold(short).split(), fold(long).split()
    return len(name) == 1 < len(parts) and (parts[-1] == name[0] or (parts[0] == name[0] and parts[1] in ("of", "for")))


def _is_blend(short: str, long: str) -> bool:
    """Whether a single word is the first and last word of a longer name in one (``Olmbank`` for ``Olm Savings Bank``)."""
    name, parts = fold(short).split(), fold(long).split()
    return len(name) == 1 < len(parts) and len(parts[0]) > 2 and name[0] == parts[0] + parts[-1]


def _are_forces(one: str, other: str) -> bool:
    """Whether two names put nouns for an armed group's parts behind one rare word (``Olm Brigades``, ``Olm units``)."""
    a, b, nouns = fold(one).split(), fold(other).split(), words("en", "forces")
    return len(a) > 1 < len(b) and a[0] == b[0] and rarity(a[0]) >= UNCOMMON and a[-1] in nouns and b[-1] in nouns


def _apart(short: Group, long: Group) -> bool:
    """Whether more reports use the second name than the first, and none uses both."""
    one, other = {p.article for p in short}, {p.article for p in long}
    return len(one) < len(other) and not one & other


def _is_acronym(name: str) -> bool:
    return " " not in name and len(fold(name)) <= 8 and sum(c.isupper() for c in name) >= 2


def _describes(short: str, long: str) -> bool:
    """Whether ``long`` is ``short`` with common nouns before it (``Carmaker Corvane Motors``)."""
    name, parts = fold(short).split(), fold(long).split()
    before = parts[: len(parts) - len(name)]
    nouns = words("en", "thing_words") | words("en", "person_words")
    plain = all(word in nouns or rarity(word) < UNCOMMON for word in before)
    return bool(before) and parts[len(before) :] == name and plain and before[-1] in nouns | MAKERS | HEADS


def _adds_form(short: str, long: str) -> bool:
    """Whether ``long`` only adds a noun that every company may bear (``Corvane Shipping Group``)."""
    name, parts = fold(short).split(), fold(long).split()
    rest = parts[len(name) :]
    return len(name) > 1 and bool(rest) and parts[: len(name)] == name and all(w in words("en", "body_words") for w in rest)


def _is_loose(group: Group) -> bool:
    return all(p.type in LOOSE for p in group) and not any(country(name) for name in _names(group))


def _leaves_out(short: str, long: str) -> bool:
    """Whether ``short`` is ``long`` less some of its words, with the noun for a body that both are built on
    (``Highland Front`` for ``Highland Liberation Front``)."""
    name, parts = _telling(short), _telling(long)
    if not 1 < len(name) < len(parts) or usual_name(short) or usual_name(long):
        return False
    heads = words("en", "thing_words") | words("en", "media_nouns") | HEADS
    return set(name) < set(parts) and name[-1] in heads and name[-1] in (parts[-1], parts[0])


def _telling(name: str) -> list[str]:
    """The folded words of a name less small ones, the noun it is built on last (``Army of Liberation``: liberation, army)."""
    parts = fold(name).split()
    if "of" in parts[1:]:
        cut = parts.index("of", 1)
        parts = parts[cut + 1 :] + parts[:cut]
    return [w for w in parts if w not in SMALL]


def _is_first_word(short: str, long: str) -> bool:
    """Whether ``short`` is the first word of ``long`` and no common word (``Corvane`` for ``Corvane Trading``)."""
    name, parts = fold(short).split(), fold(long).split()
    return len(name) == 1 < len(parts) and parts[0] == name[0] and len(name[0]) > 2 and rarity(name[0]) >= UNCOMMON
