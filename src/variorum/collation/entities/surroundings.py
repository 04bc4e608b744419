"""The words around the names of an entity in its report, by which a bare name is told for a body, a land or a person."""

import bisect
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from variorum.records.annotation import AnnotatedArticle, Mention
from variorum.records.article import Span

NEAR = 4
"""Noun phrases before a name that may still hold it."""
LEAD = 40
"""Characters before and after a name that are read."""
_LAST_WORD = re.compile(r"\b(The|[a-z]+) $")
_OFFICE = re.compile(r"(?:\b([A-Za-z]+) (?:of|for|at|from)|\b([Ss]hares?|[Ss]takes?) in) (?:the )?$")
_OWNER = re.compile(r"([A-Z][\w-]+)['’]s? (?:own )?$")
_SEAT = re.compile(r" (?:in|of) ([A-Z][\w-]+(?: [A-Z][\w-]+)?)")
_AGE = re.compile(r"(?:, | \()(\d{1,3})(?:[,;)]|\. )")
_NEXT = re.compile(r"(?P<owner>['’]s?)?[ ](?:own )?(?P<word>[a-z]+(?:-[a-z]+)*)")


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What stands beside the names of one entity, in lower case.

    ``before`` are the words right before them ("in", "the", "shipyard"), ``of`` the nouns that a preposition ties to them
    ("minister" of "the minister of X"), ``after`` the words right behind them, with "'s" before what they own ("'s boss");
    ``ages`` the figures right behind them as ages stand (", 57,");
    ``whose`` the names that own them or where they sit ("Velmar's X", "the X in Velmar").
    """

    before: frozenset[str] = frozenset()
    of: frozenset[str] = frozenset()
    after: frozenset[str] = frozenset()
    ages: frozenset[str] = frozenset()
    whose: frozenset[str] = frozenset()


def surroundings(article: AnnotatedArticle, mentions: Sequence[Mention], nouns: Sequence[Span]) -> Surroundings:
    """The words around the names among ``mentions``; ``nouns`` are the spans of the noun phrases of the report, sorted."""
    names = [m for m in mentions if m.kind == "name" and m.field == "text"]
    heads = [m for m in names if not _is_modifier(m, nouns)]
    leads = [_lead(article, m) for m in heads]
    return Surroundings(
        before=frozenset(w for lead in leads if (w := _found(_LAST_WORD, lead))),
        of=frozenset(w for lead in leads if (w := _found(_OFFICE, lead))),
        after=frozenset(_behind(article, names)),
        whose=frozenset(_owners(article, heads)),
        ages=frozenset(found[1] for m in names if (found := _AGE.match(article.text, m.end))),
    )


def _is_modifier(name: Mention, nouns: Sequence[Span]) -> bool:
    """Whether a name only describes a noun behind it ("the Corvane depot")."""
    last = bisect.bisect_right(nouns, (name.start, name.start))
    return any(start < name.start and name.end < end for start, end in nouns[max(last - NEAR, 0) : last])


def _lead(article: AnnotatedArticle, mention: Mention) -> str:
    """The text up to the first capital of a name, inside the mention or before it."""
    inside = next((n for n in range(mention.start, mention.end) if article.text[n].isupper()), mention.start)
    return article.text[max(inside - LEAD, 0) : inside]


def _found(pattern: re.Pattern[str], lead: str) -> str:
    match = pattern.search(lead)
    return (match[1] or match[match.lastindex or 1]).casefold() if match else ""


def _behind(article: AnnotatedArticle, names: Sequence[Mention]) -> Iterator[str]:
    for mention in names:
        found = _NEXT.match(article.text, mention.end, mention.end + LEAD)
        if found:
            yield f"'s {found['word']}" if found["owner"] else found["word"]


def _owners(article: AnnotatedArticle, names: Sequence[Mention]) -> Iterator[str]:
    for mention in names:
        before, behind = _OWNER.search(_lead(article, mention)), _SEAT.match(article.text, mention.end)
        yield from (found[1].casefold() for found in (before, behind) if found)
