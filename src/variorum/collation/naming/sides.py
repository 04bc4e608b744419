"""Who cannot be meant by a phrase: one who is named beside it, and one of two parties set against each other."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import pairwise

from variorum.collation.claims.sentences import SMALL, sentence_at, words_in
from variorum.collation.claims.statements import Statement
from variorum.collation.claims.words import LANGUAGE
from variorum.collation.naming.phrases import Phrase, kinds
from variorum.collation.naming.terms import Label
from variorum.language.lexicon import marked
from variorum.records.annotation import AnnotatedArticle
from variorum.records.article import Span
from variorum.records.story import StoryEntity

OPPOSING = frozenset({"against", "versus"})
"""Words between two parties of one conflict."""

FIGHTING = marked(LANGUAGE, "naming_words", "fight")
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


RULING = marked(LANGUAGE, "naming_words", "ruling")
"""Describing words of fighters who are not the rebels of a story."""


STATE = marked(LANGUAGE, "naming_words", "state_arms")
"""Nouns for those who bear arms for a state."""


def side_of(lemmas: Collection[str]) -> str:
    """``rule`` for forces of a state ("government soldiers"), ``rebels`` for those who fight one, empty for anybody else."""
    if not STATE.union(RULING).isdisjoint(lemmas):
        return "rule"
    fighting = {noun for noun in kinds()["fighters"] if noun not in kinds()["army"] and noun not in kinds()["crowd"]}
    return "rebels" if not fighting.isdisjoint(lemmas) else ""


def two_sides(one: Collection[str], other: Collection[str]) -> bool:
    """Whether two wordings are of opposite sides, so that they cannot name the same ones."""
    return {side_of(one), side_of(other)} == {"rule", "rebels"}


def opponents(statements: Iterable[Statement]) -> Mapping[str, frozenset[frozenset[str]]]:
    """Story entity id to the wordings of those at the other end of a statement about it ("soldiers shelled the Front")."""
    found: dict[str, set[frozenset[str]]] = {}
    for s in statements:
        if s.claim.field == "text" and s.claim.subject_span and s.claim.object_span:
            for id, span in ((s.subject, s.claim.object_span), (s.object, s.claim.subject_span)):
                if id:
                    found.setdefault(id, set()).add(frozenset(words_of(s.article, span)))
    return {id: frozenset(wordings) for id, wordings in found.items()}


def words_of(article: AnnotatedArticle, span: Span) -> tuple[str, ...]:
    """The lemmas of a phrase that tell something."""
    return tuple(lemma for _, lemma in words_in(article, span) if lemma not in SMALL)
