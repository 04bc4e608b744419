"""Acts named by a noun with those who act or are acted upon: "the withdrawal of foreign troops", "Brennia's attack on Lisk"."""

import functools
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from variorum.annotation.claims.clauses import Clause, Clauses, nouns_in, obliques
from variorum.annotation.claims.modality import LANGUAGE, Stance, nominal_stance
from variorum.annotation.claims.predicates import lemma
from variorum.language.lexicon import Row, values, word_list


@dataclass(frozen=True, slots=True, eq=False)
class Nominal:
    """A noun that names an act, as a clause: ``verb`` is the verb for it; ``above`` is the clause that it stands in."""

    head: Token
    verb: str
    subject: Token | None
    object: Token | None
    stance: Stance
    above: Clause | None


@functools.cache
def act_nouns() -> Mapping[str, Row]:
    """The nouns that name an act, by lemma."""
    return {row["noun"]: row for row in word_list(LANGUAGE, "nominals")}


def find_nominals(doc: Doc, clauses: Clauses) -> Iterator[Nominal]:
    """The nouns of ``doc`` that name an act with somebody or something in it, in text order."""
    nouns = act_nouns()
    for token in nouns_in(doc):
        if token.dep_ not in ("compound", "amod", "nmod", "poss"):
            row = nouns.get(lemma(token))
            nominal = _nominal(token, row, clauses) if row is not None else None
            if nominal is not None:
                yield nominal


def _nominal(noun: Token, row: Row, clauses: Clauses) -> Nominal | None:
    phrases = list(obliques(noun))
    of = next((t for name, t in phrases if name == "of"), None)
    by = next((t for name, t in phrases if name == "by"), None)
    aim = next((t for name, t in phrases if name in values(row, "object")), None)
    owner = next((c for c in noun.children if c.dep_ == "poss"), None)
    before = next((c for c in noun.children if c.dep_ in ("compound", "amod") and (c.ent_type_ or c.pos_ == "PROPN")), None)
    is_object = row["of"] == "object"
    subject = by or (owner if owner is not None else None if is_object else of) or before
    patient = aim or (of if is_object else None)
    if is_object and patient is None:
        patient, subject = (owner, by) if owner is not None and by is not None else (patient, subject)
    if patient is None and (subject is None or subject is before):
        return None
    above = _clause_around(noun, clauses)
    return Nominal(noun, row["verb"], subject, patient, nominal_stance(noun, above), above)


def _clause_around(noun: Token, clauses: Clauses) -> Clause | None:
    token = noun
    for _ in range(12):
        if token.head is token:
            return None
        token = token.head
        if (clause := clauses.at(token)) is not None:
            return clause
    return None
