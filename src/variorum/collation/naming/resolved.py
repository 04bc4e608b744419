"""Bare functions of a named person ("the captain") beside other descriptions, as the reports' own reading resolves them."""

from collections.abc import Sequence

from variorum.collation.claims.sentences import words_in
from variorum.collation.naming.described import persons
from variorum.collation.naming.phrases import OWNERS
from variorum.collation.naming.terms import Label, label_at
from variorum.records.annotation import AnnotatedArticle, Mention
from variorum.records.story import StoryEntity

MOST = 6
"""Words of a phrase that still names somebody."""

POINTING = frozenset({"the", "this", "that"})


def resolved_labels(articles: Sequence[AnnotatedArticle], person: StoryEntity) -> list[Label]:
    """Definite phrases of the body that the reports' own reading resolves to a named person."""
    members = frozenset(person.members)
    offices = frozenset(w for role in person.roles for w in role.casefold().split()) & persons()
    own = ((a, m) for a in articles for m in a.mentions if m.entity in members and m.kind == "noun" and m.field == "text")
    return [label for a, m in own if _is_definite(a, m, label := label_at(a, (m.start, m.end), person), offices)]


def _is_definite(article: AnnotatedArticle, mention: Mention, label: Label, offices: frozenset[str]) -> bool:
    """Whether a phrase for a person is definite; one that somebody owns ("her minister") must be built on an office of the
    person."""
    lemmas = [lemma for _, lemma in words_in(article, (mention.start, mention.end))]
    if lemmas[:1] and (lemmas[0] in OWNERS - POINTING or "'s" in lemmas or "’s" in lemmas):
        return len(lemmas) <= MOST + 1 and label.head in offices
    return 1 < len(lemmas) <= MOST and lemmas[0] in POINTING and not persons().isdisjoint(lemmas)
