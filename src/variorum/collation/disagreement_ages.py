"""One person, given different ages: "Pia Marr, 41," in one report and "Pia Marr, 47," in the other."""

from collections.abc import Iterator, Sequence
from itertools import combinations

from variorum.collation.claim_sentences import words_in
from variorum.collation.claim_setting import Setting
from variorum.collation.claim_verdicts import Side, Verdict
from variorum.records.annotation import AnnotatedArticle, Mention

OLDEST = 120
"""Numbers from here on after a name are no ages."""

Age = tuple[str, int, Side]
"""Story entity, years, and the words that say so."""


def age_verdicts(articles: Sequence[AnnotatedArticle], setting: Setting) -> Iterator[Verdict]:
    """Conflicts between ages that different reports give one named person; a year apart may be a birthday between them."""
    ages = [age for a in articles for m in a.mentions if (age := _age_after(a, m, setting)) is not None]
    for one, other in combinations(ages, 2):
        if one[0] == other[0] and one[1] != other[1] and one[2].article.id != other[2].article.id:
            yield _verdict(one, other, setting)


def _age_after(article: AnnotatedArticle, mention: Mention, setting: Setting) -> Age | None:
    """The age between commas right after the name of a person."""
    entity = setting.entity_of.get(mention.entity)
    known = setting.entities.get(entity or "")
    if mention.kind != "name" or mention.field != "text" or entity is None or known is None or known.type != "person":
        return None
    after = words_in(article, (mention.end, mention.end + 6))
    if not after or article.text[mention.end : after[0][0][0]].strip() != ",":
        return None
    (start, end), written = after[0]
    number = article.text[start:end]
    if not number.isdigit() or not 0 < int(number) < OLDEST or article.text[end : end + 1] not in (",", "."):
        return None
    return entity, int(number), Side(article, (start, end), written, None, low=float(number), high=float(number))


def _verdict(one: Age, other: Age, setting: Setting) -> Verdict:
    name, years = setting.entities[one[0]].name, (one[1], other[1])
    close = abs(years[0] - years[1]) == 1 and _days_differ(one[2].article, other[2].article)
    why = "a birthday may lie between the reports" if close else "both cannot hold"
    reason = f"{years[0]} against {years[1]} for the age of {name}: {why}."
    score = round(1 - min(years) / max(years), 3)
    return Verdict("figure", "unsure" if close else "conflict", (one[2], other[2]), f"age of {name}", score, reason)


def _days_differ(one: AnnotatedArticle, other: AnnotatedArticle) -> bool:
    """Whether the two reports may have appeared on different days."""
    days = [(a.published.earliest, a.published.latest) for a in (one, other)]
    return days[0] != days[1] or None in days[0]
