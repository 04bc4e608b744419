"""Which dated facts of different reports are the same one."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from variorum.collation.claims.setting import Setting
from variorum.collation.timeline.facts import Fact

SAME = 0.5
"""Least share of telling words of two facts of the same days; measured on our invented stories."""

SAME_WIDER = 0.6
"""The same where one date is wider than the other ("in 2011", "in December 2011")."""

READERS = 4
"""How many facts speak for an entry when another is compared with it."""


def merge_facts(facts: Sequence[Fact], setting: Setting) -> list[list[Fact]]:
    """Facts folded into entries; each fact joins the first entry of fitting days with which it shares the matter."""
    entries: list[list[Fact]] = []
    by_day: dict[str, Day] = {}
    ordered = sorted(facts, key=lambda f: (f.earliest, f.latest or "9999", f.article.id, f.span, f.field))
    for fact in ordered:
        own = by_day.setdefault(fact.earliest, Day())
        days = (own, *(by_day[day] for day in _wider(fact) if day in by_day))
        found = ((day, n) for day in days for n in day.near(fact))
        home = next(((d, n) for d, n in found if any(_same(fact, f, setting) for f in d.entries[n][:READERS])), None)
        day, number = home or (own, len(own.entries))
        if home is None:
            own.entries.append([])
            entries.append(own.entries[number])
        day.add(number, fact)
    return entries


@dataclass(slots=True)
class Day:
    """The entries that begin on one day, and which of them have a group, somebody or a word; in a large story one day has
    thousands, and a fact is compared with those alone that share something with it."""

    entries: list[list[Fact]] = field(default_factory=list)
    places: dict[tuple[str, str], list[int]] = field(default_factory=dict)

    def near(self, fact: Fact) -> list[int]:
        """The numbers of the entries that share something with ``fact``, in order."""
        return sorted({number for key in _keys(fact) for number in self.places.get(key, ())})

    def add(self, number: int, fact: Fact) -> None:
        """Put ``fact`` into an entry."""
        entry = self.entries[number]
        entry.append(fact)
        for key in _keys(fact) if len(entry) <= READERS else ():
            self.places.setdefault(key, []).append(number)


def _keys(fact: Fact) -> list[tuple[str, str]]:
    named = (("group", fact.group), ("who", fact.who))
    return [(kind, value) for kind, value in (*named, *(("term", term) for term in fact.terms)) if value is not None]


def _wider(fact: Fact) -> list[str]:
    """First days of the month and the year that the fact may be dated by elsewhere."""
    year, month = fact.earliest[:4], fact.earliest[:7]
    return [day for day in dict.fromkeys((f"{month}-01", f"{year}-01-01")) if day != fact.earliest]


def _same(a: Fact, b: Fact, setting: Setting) -> bool:
    if (
        not _days_fit(a, b)
        or (a.statement is None) != (b.statement is None)
        or (a.status == "planned") != (b.status == "planned")
    ):
        return False
    if a.statement is None:
        alike = a.who is None and b.who is None and round(setting.weights.overlap(a.terms, b.terms), 3) >= SAME
        return alike or (a.who is not None and a.who == b.who)
    if a.group is not None and a.group == b.group:
        return True
    if not setting.related(a.who, b.who):
        return False
    least = SAME if (a.earliest, a.latest) == (b.earliest, b.latest) else SAME_WIDER
    return round(setting.weights.overlap(a.terms, b.terms), 3) >= least


def _days_fit(a: Fact, b: Fact) -> bool:
    """Whether the days of one lie within those of the other."""
    (s1, e1), (s2, e2) = (a.earliest, a.latest or "9999"), (b.earliest, b.latest or "9999")
    return (s1 <= s2 and e2 <= e1) or (s2 <= s1 and e1 <= e2)
