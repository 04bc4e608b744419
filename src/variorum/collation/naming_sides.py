"""Who cannot be meant by a phrase: one who is named beside it, and one of two parties set against each other."""

from collections.abc import Mapping, Sequence
from itertools import pairwise

from variorum.collation.claim_sentences import sentence_at, words_in
from variorum.collation.naming_phrases import Phrase
from variorum.collation.naming_terms import Label
from variorum.records.annotation import AnnotatedArticle
from variorum.records.article import Span
from variorum.records.story import StoryEntity

OPPOSING = frozenset({"against", "versus"})
"""Words between two parties of one conflict."""

FIGHTING = frozenset(
    {"fight", "battle", "clash", "war", "conflict", "combat", "skirmish", "fighting", "struggle", "talk", "firefight", "truce"}
)
"""Words beside which "between" or "with" sets two parties apart."""


def names_beside(article: AnnotatedArticle, span: Span, entity: StoryEntity) -> bool:
    """Whether the sentence of a phrase names the entity elsewhere: "advising soldiers in the fight against the Front"."""
    start, end = sentence_at(article, *span)
    members = frozenset(entity.members)
    return any(
        m.kind == "name"
        and m.field == "text"
        and m.entity in members
        and start <= m.start
        and m.end <= end
        and not (span[0] < m.end and m.start < span[1])
        for m in article.mentions
    )


def without_opponents(phrases: Sequence[Phrase]) -> list[Phrase]:
    """The phrases less those that stand on two sides of one fight, as neither is known to be the one meant."""
    out = {(p.article.id, p.span) for a, b in pairwise(phrases) if a.article.id == b.article.id and _face(a, b) for p in (a, b)}
    return [p for p in phrases if (p.article.id, p.span) not in out]


def _face(a: Phrase, b: Phrase) -> bool:
    """Whether two phrases of one sentence are set against each other ("clashes between rebels and gunmen")."""
    sentence = sentence_at(a.article, *a.span)
    if b.span[0] >= sentence[1] or b.head == a.head:
        return False
    between = {lemma for _, lemma in words_in(a.article, (a.span[1], b.span[0]))}
    before = {lemma for _, lemma in words_in(a.article, (sentence[0], a.span[0]))}
    fought = FIGHTING & (before | between)
    return bool(between & OPPOSING or (fought and ("with" in between or ("between" in before and "and" in between))))


def without_shared(labels: Mapping[str, Sequence[Label]]) -> dict[str, list[Label]]:
    """Labels by entity; a wording of several words given to two entities stays with the one that most reports speak of.

    Where as many reports speak of both it stays with neither: one of them is a mistake.
    """
    owners: dict[tuple[str, ...], set[str]] = {}
    for id, found in labels.items():
        for label in found:
            if not label.named and len(label.key) > 1:
                owners.setdefault(label.key, set()).add(id)
    reach = {id: len({x.article.id for x in found}) for id, found in labels.items()}

    def is_own(label: Label, id: str) -> bool:
        rivals = owners.get(label.key, set()) - {id}
        return label.named or all(reach[id] > reach[rival] for rival in rivals)

    return {id: [x for x in found if is_own(x, id)] for id, found in labels.items()}


def is_of_rule(phrase: Phrase) -> bool:
    """Whether fighters are those of a state ("pro-government fighters", "army gunmen")."""
    return bool(RULING & set(phrase.words[:-1]))


RULING = frozenset({"government", "pro-government", "state", "army", "loyalist", "allied", "coalition", "foreign"})
"""Describing words of fighters who are not the rebels of a story."""
