"""Groups and things without a name that reports tell by one number: "43 inmates" and "43 of our imprisoned patriots"."""

from collections.abc import Iterator, Sequence
from itertools import combinations

from variorum.collation.claims.sentences import words_in
from variorum.collation.claims.words import LANGUAGE
from variorum.collation.naming.groups import GENERAL, is_people
from variorum.collation.naming.happenings import of_class
from variorum.collation.naming.phrases import CLAUSE_ENDS, Phrase, kinds, phrase_at, verb_places
from variorum.language.lexicon import marked
from variorum.records.annotation import AnnotatedArticle, Quantity

LEAST = 10
"""Least number that tells a group: smaller ones are said of many (in ten studied stories one group of twelve was two)."""

NEAR = 0.25
"""Two counts further apart than this part of the larger one are of two groups; as for figures "about" a number."""

Row = tuple[str, list[Phrase]]


def are_near(one: float, other: float) -> bool:
    """Whether two counts can be of one group."""
    return abs(one - other) <= NEAR * max(one, other)


def counted_alike(articles: Sequence[AnnotatedArticle]) -> list[Row]:
    """Label and phrases of each number of people, or things of one kind, that two reports give with different nouns."""
    found: dict[tuple[float, str], list[Phrase]] = {}
    for article in articles:
        for value, phrase in _counted(article):
            for sort in ("people",) if is_people(phrase.head) else _things(phrase.head):
                found.setdefault((value, sort), []).append(phrase)
    return [(f"the {value:,.0f} {_label(sort)}", group) for (value, sort), group in sorted(found.items()) if differ(group)]


def _things(noun: str) -> tuple[str, ...]:
    """The kinds of things that a noun can mean."""
    return tuple(kind for kind in of_class("thing") if noun in kinds()[kind])


def _label(sort: str) -> str:
    return sort if sort == "people" or sort.endswith("s") else f"{sort}s"


def _counted(article: AnnotatedArticle) -> Iterator[tuple[float, Phrase]]:
    verbs = verb_places(article)
    starts = {start: n for n, (start, _) in enumerate(article.tokens)}
    for q in article.quantities:
        phrase = noun_counted(article, q, verbs, starts) if q.field == "text" and q.unit is None and q.value >= LEAST else None
        known = phrase is not None and (is_people(phrase.head) or _things(phrase.head))
        if phrase is not None and known and (phrase.plural or phrase.head == "aircraft"):
            yield q.value, phrase


def noun_counted(article: AnnotatedArticle, q: Quantity, verbs: frozenset[int], starts: dict[int, int]) -> Phrase | None:
    """The noun phrase for what a number counts, ``None`` where none is told."""
    if q.of is None:
        return None
    tokens = words_in(article, (max(q.of[0], q.end), q.of[1]))
    while tokens and tokens[0][1] in marked(LANGUAGE, "collation_words", "definite") | {"of"}:
        tokens = tokens[1:]
    cut = next((n for n, (_, lemma) in enumerate(tokens) if n and lemma in CLAUSE_ENDS), len(tokens))
    return phrase_at(article, starts[tokens[cut - 1][0][0]], verbs) if cut else None


def differ(group: Sequence[Phrase]) -> bool:
    """Whether two reports use different nouns, not all of them general ones, and each report not all of them; or one noun with
    words before it of which neither report has the other's ("agency workers", "temporary workers")."""
    used: dict[str, set[str]] = {}
    for phrase in group:
        used.setdefault(phrase.article.id, set()).add(phrase.head)
    heads = set().union(*used.values())
    nouns = len(heads) > 1 and bool(heads - GENERAL) and any(own != heads for own in used.values())
    return len(used) > 1 and (nouns or _are_described_apart(group))


def _are_described_apart(group: Sequence[Phrase]) -> bool:
    """Whether two reports put words before a noun of which neither set holds the other."""
    return any(
        a.article.id != b.article.id and a.head == b.head and not (set(a.words) <= set(b.words) or set(b.words) <= set(a.words))
        for a, b in combinations(group, 2)
    )
