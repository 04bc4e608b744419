"""One person, given different ages: "Pia Marr, 41," in one report and "the 47-year-old" in the other."""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import combinations

from variorum.collation.claims.setting import Setting
from variorum.collation.claims.verdicts import Side, Verdict
from variorum.records.annotation import AnnotatedArticle, Mention

OLDEST = 120
"""Numbers from here on after a name are no ages."""

BESIDE = re.compile(r"(?:,| \(| aged|, aged) ?(\d{1,3})(?: years(?: old)?)?[,.;)]")
"""What follows a name and gives an age: "Pia Marr, 41,", "Pia Marr (41)", "Pia Marr, 41 years,"."""

OLD = re.compile(r"\b(\d{1,3})[- ]years?[- ]old\b", re.IGNORECASE)
"""The same within a phrase for somebody: "the 41-year-old", "41-year-old Pia Marr"."""

Age = tuple[str, int, Side]
"""Story entity, years, and the words that say so."""


def age_verdicts(articles: Sequence[AnnotatedArticle], setting: Setting) -> Iterator[Verdict]:
    """Conflicts between ages that different reports give one named person; a year apart may be a birthday between them."""
    ages = [age for a in articles for m in a.mentions if (age := _age_of(a, m, setting)) is not None]
    for one, other in combinations(ages, 2):
        differ = one[0] == other[0] and one[1] != other[1] and one[2].article.id != other[2].article.id
        if differ and not _grown(one, other):
            yield _verdict(one, other, setting)


def _age_of(article: AnnotatedArticle, mention: Mention, setting: Setting) -> Age | None:
    """The age that the words of a mention of a named person or those right after it give."""
    entity = setting.entity_of.get(mention.entity)
    known = setting.entities.get(entity or "")
    if mention.field != "text" or entity is None or known is None or known.type != "person" or not known.named:
        return None
    found = OLD.search(article.text, mention.start, mention.end)
    if found is None and mention.kind == "name":
        found = BESIDE.match(article.text, mention.end)
    if found is None or not 0 < int(found[1]) < OLDEST:
        return None
    years = float(found[1])
    return entity, int(years), Side(article, found.span(1), found[1], None, low=years, high=years)


def _verdict(one: Age, other: Age, setting: Setting) -> Verdict:
    name, years = setting.entities[one[0]].name, (one[1], other[1])
    close = abs(years[0] - years[1]) == 1 and _far_apart(one[2].article, other[2].article)
    why = "a birthday may lie between the reports" if close else "both cannot hold"
    reason = f"{years[0]} against {years[1]} for the age of {name}: {why}."
    score = round(1 - min(years) / max(years), 3)
    return Verdict("figure", "unsure" if close else "conflict", (one[2], other[2]), f"age of {name}", score, reason)


def _grown(one: Age, other: Age) -> bool:
    """Whether a year or more lies between the reports and the person has grown older by as much."""
    days = [age[2].article.published.earliest for age in (one, other)]
    if days[0] is None or days[1] is None:
        return False
    years = (date.fromisoformat(days[1][:10]) - date.fromisoformat(days[0][:10])).days / YEAR
    return abs(years) >= 1 and abs(other[1] - one[1] - years) < 1


YEAR = 365.25
"""Days of a year."""


def _far_apart(one: AnnotatedArticle, other: AnnotatedArticle) -> bool:
    """Whether so much time may lie between two reports that a birthday falls into it."""
    days = [day for a in (one, other) for day in (a.published.earliest, a.published.latest)]
    known = [date.fromisoformat(day[:10]) for day in days if day is not None]
    return len(known) < len(days) or (max(known) - min(known)).days > BIRTHDAY


BIRTHDAY = 14
"""Days between two reports within which hardly a birthday falls (one in 26)."""
