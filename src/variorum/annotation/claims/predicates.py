"""The predicate of a claim: the verb that carries the clause, with particle, predicative or the noun of a light verb."""

import functools
from collections.abc import Mapping
from dataclasses import dataclass

from spacy.tokens import Token

from variorum.annotation.claims.clauses import Clause, Clauses, obliques
from variorum.annotation.claims.modality import LANGUAGE, governing
from variorum.annotation.words.lists import listed
from variorum.language.lexicon import Row, values, word_list


@dataclass(frozen=True, slots=True)
class Predicate:
    """What a claim says of its subject. ``words`` are the tokens named; ``denies`` is set for verbs such as "deny access"."""

    name: str
    words: tuple[Token, ...]
    denies: bool = False


def carrier(clause: Clause, clauses: Clauses) -> Clause:
    """The clause that carries the content of ``clause``: "refused to sign" and "is ready to sign" are about signing."""
    seen = clause
    for _ in range(6):
        inner = next((c for c in clauses.below(seen) if carries_on(c, seen)), None)
        if inner is None:
            return seen
        seen = inner
    return seen


def carries_on(inner: Clause, outer: Clause) -> bool:
    """Whether ``inner`` says what ``outer`` is about: "refused *to sign*", "there are soldiers *deployed*"."""
    if "expl" in outer.parts and inner.head.dep_ == "acl" and inner.head.head == outer.parts.get("attr"):
        return inner.form == "participle"
    if inner.head.dep_ not in ("xcomp", "pcomp") or inner.form == "finite" or inner.head.i < outer.head.i:
        return False
    row = governing(inner)
    return row is not None and (row["control"] == "subject" or outer.passive)


def predicate_of(clause: Clause) -> Predicate:
    """The predicate of the clause's own verb, as lemmas: ``carry out``, ``be ready``, ``hold talk``, ``withdraw``."""
    head = clause.head
    particle = _particle(clause)
    verb = f"{lemma(head)} {particle.lower_}" if particle is not None else lemma(head)
    words = (head, particle) if particle is not None else (head,)
    if head.lemma_ == "be":
        return _copular(clause, words)
    row = _light(verb, clause.object)
    if row is not None and clause.object is not None:
        name = f"{row['as'] or verb} {lemma(clause.object)}"
        return Predicate(name, (*words, clause.object), bool(row["polarity"]))
    return Predicate(verb, words)


def _particle(clause: Clause) -> Token | None:
    """The particle of the verb, or the preposition that belongs to it ("pull out (of)", "call for")."""
    if "prt" in clause.parts:
        return clause.parts["prt"]
    prepositions = _bound_prepositions().get(lemma(clause.head), ())
    near = (c for c in clause.children if c.dep_ in ("prep", "advmod") and c.i > clause.head.i)
    return next((c for c in near if _is_particle(c, clause) or (c.dep_ == "prep" and c.lower_ in prepositions)), None)


def _is_particle(word: Token, clause: Clause) -> bool:
    return word.lower_ in listed("particle") and (word.dep_ == "prep" or word.i == clause.head.i + 1)


@functools.cache
def _bound_prepositions() -> Mapping[str, tuple[str, ...]]:
    return {row["verb"]: values(row, "prepositions") for row in word_list(LANGUAGE, "prepositional_verbs")}


def _copular(clause: Clause, words: tuple[Token, ...]) -> Predicate:
    complement = clause.parts.get("acomp") or (clause.parts.get("attr") if "expl" not in clause.parts else None)
    if complement is not None:
        return Predicate(f"be {lemma(complement)}", (*words, complement))
    for name, noun in obliques(clause.head):
        if "expl" not in clause.parts:
            return Predicate(f"be {name} {lemma(noun)}", (*words, noun))
    return Predicate("be", words)


def _light(verb: str, noun: Token | None) -> Row | None:
    row = _light_verbs().get(verb)
    return row if row is not None and noun is not None and lemma(noun) in values(row, "nouns") else None


@functools.cache
def _light_verbs() -> Mapping[str, Row]:
    return {row["verb"]: row for row in word_list(LANGUAGE, "light_verbs")}


@functools.cache
def _lemmas() -> Mapping[str, str]:
    return {row["form"]: row["lemma"] for row in word_list(LANGUAGE, "lemmas")}


def lemma(token: Token) -> str:
    """The lower-case lemma, put right where the pipeline's own is wrong for news ("bases" is no "basis")."""
    return lemma_of(token.lower_, token.lemma_)


def lemma_of(lower: str, lemma: str) -> str:
    """As ``lemma``, of a lower-case form and the pipeline's lemma for it."""
    return _lemmas().get(lower) or lemma.lower()
