"""Since when there has been one thing: "the Ansgard, built in 1979" against "the ferry was launched in 1981"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from variorum.collation.claims.sentences import sentence_at, words_in
from variorum.collation.claims.setting import Setting
from variorum.collation.claims.verdicts import Side, Verdict
from variorum.collation.claims.words import LANGUAGE
from variorum.language.lexicon import words
from variorum.records.annotation import AnnotatedArticle, Mention, Time
from variorum.records.article import Span

BETWEEN = 30
"""Most characters between the name of a thing and the verb that says that it was built."""

FURTHEST = 15
"""Years between two dates of one beginning; further apart two things or stages are likelier."""

YEAR = re.compile(r"[12]\d{3}")


@dataclass(frozen=True, slots=True)
class Beginning:
    """A year in which a thing is said to have been built, opened or founded; ``thing`` is its entity in the story."""

    article: AnnotatedArticle
    span: Span
    year: int
    name: str
    thing: str | None
    plain: bool


def beginning_verdicts(articles: Sequence[AnnotatedArticle], setting: Setting) -> Iterator[Verdict]:
    """A conflict for every two reports that give one thing two years of its beginning."""
    found = [b for article in sorted(articles, key=lambda a: a.id) for b in _beginnings(article, setting)]
    for a, b in combinations(found, 2):
        apart = a.article.id != b.article.id and 0 < abs(a.year - b.year) <= FURTHEST
        if apart and not _gives(a.article, b.year) and not _gives(b.article, a.year) and _one_thing(a, b, articles):
            yield _verdict(a, b)


def _beginnings(article: AnnotatedArticle, setting: Setting) -> Iterator[Beginning]:
    for time in article.times:
        mention = _begun(article, time) if time.field == "text" and YEAR.fullmatch(time.value) else None
        if mention is not None:
            name = " ".join(article.text[mention.start : mention.end].split())
            plain = mention.kind == "noun" and name.casefold().startswith("the ")
            if plain or mention.kind == "name":
                thing = setting.entity_of.get(mention.entity)
                yield Beginning(article, (mention.start, time.end), int(time.value), name, thing, plain)


def _begun(article: AnnotatedArticle, time: Time) -> Mention | None:
    """What was built, opened or founded in a year: the mention right before the verb."""
    sentence = sentence_at(article, time.start, time.end)
    before = [w for w in words_in(article, sentence) if w[0][1] <= time.start]
    if not article.text[sentence[0] : time.start].casefold().rstrip().endswith(" in"):
        return None
    verb = next((span for span, lemma in before[-2:] if lemma in words(LANGUAGE, "beginning_verbs")), None)
    if verb is None:
        return None
    near = [m for m in article.mentions if m.field == "text" and m.kind != "pronoun" and 0 <= verb[0] - m.end <= BETWEEN]
    near = [m for m in near if sentence[0] <= m.start]
    return max(near, key=lambda m: (m.end, m.end - m.start), default=_subject(article, verb))


def _subject(article: AnnotatedArticle, verb: Span) -> Mention | None:
    """The subject of the clause whose predicate is the verb, where it is no mention of anybody or anything known."""
    for claim in article.claims:
        said, subject = claim.predicate_span, claim.subject_span or claim.object_span
        if claim.field != "text" or said is None or not said[0] <= verb[0] < verb[1] <= said[1]:
            continue
        if subject is not None and subject[1] <= verb[0]:
            return Mention(*subject, "noun", "other", "")
    return None


def _gives(article: AnnotatedArticle, year: int) -> bool:
    return any(t.value == str(year) for t in article.times)


def _one_thing(a: Beginning, b: Beginning, articles: Sequence[AnnotatedArticle]) -> bool:
    """Whether one entity is meant, or some report calls the one by the noun of the other ("the ferry Ansgard")."""
    if a.thing is not None and a.thing == b.thing:
        return True
    if a.plain == b.plain:
        return a.name.casefold() == b.name.casefold()
    noun, name = (a.name, b.name) if a.plain else (b.name, a.name)
    kind, called = re.escape(noun.split()[-1]), re.escape(name.removeprefix("The ").removeprefix("the "))
    beside = re.compile(rf"\b{kind}\b(?:\s\w+){{0,2}}\s{called}\b|\b{called}\b(?:\s\w+){{0,2}}\s{kind}\b", re.IGNORECASE)
    return any(beside.search(article.text) for article in articles)


def _verdict(a: Beginning, b: Beginning) -> Verdict:
    name = b.name if a.plain else a.name
    sides = (Side(a.article, a.span, str(a.year), None), Side(b.article, b.span, str(b.year), None))
    reason = f"{a.year} in one report, {b.year} in the other for the beginning of {name}: both cannot hold."
    return Verdict("date", "conflict", sides, f"the beginning of {name}", 0.8, reason)
