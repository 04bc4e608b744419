"""Which dated facts of different reports are the same one."""

from collections.abc import Sequence

from variorum.collation.claim_setting import Setting
from variorum.collation.timeline_facts import Fact

SAME = 0.5
"""Least share of telling words of two facts of the same days; measured on our invented stories."""

SAME_WIDER = 0.6
"""The same where one date is wider than the other ("in 2011", "in December 2011")."""

READERS = 4
"""How many facts speak for an entry when another is compared with it."""


def merge_facts(facts: Sequence[Fact], setting: Setting) -> list[list[Fact]]:
    """Facts folded into entries; each fact joins the first entry of fitting days with which it shares the matter."""
    entries: list[list[Fact]] = []
    by_day: dict[str, list[list[Fact]]] = {}
    ordered = sorted(facts, key=lambda f: (f.earliest, f.latest or "9999", f.article.id, f.span, f.field))
    for fact in ordered:
        near = by_day.setdefault(fact.earliest, [])
        wider = [e for year in _wider(fact) for e in by_day.get(year, []) if e not in near]
        home = next((e for e in (*near, *wider) if any(_same(fact, f, setting) for f in e[:READERS])), None)
        if home is None:
            home = [fact]
            entries.append(home)
            near.append(home)
        else:
            home.append(fact)
    return entries


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
