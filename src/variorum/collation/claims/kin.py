"""Acts that tell one event from its different sides or stages: who takes a town enters it."""

import functools
from collections.abc import Mapping

from variorum.collation.claims.alignment import same_act
from variorum.collation.claims.statements import Statement
from variorum.collation.claims.words import LANGUAGE, predicate_forms
from variorum.language.lexicon import values, word_list


@functools.cache
def _rows() -> Mapping[str, frozenset[int]]:
    table: dict[str, set[int]] = {}
    for number, row in enumerate(word_list(LANGUAGE, "kin_acts")):
        for verb in values(row, "verbs"):
            table.setdefault(verb, set()).add(number)
    return {verb: frozenset(numbers) for verb, numbers in table.items()}


@functools.cache
def _once(*marks: str) -> frozenset[int]:
    return frozenset(number for number, row in enumerate(word_list(LANGUAGE, "kin_acts")) if row["once"] in marks)


def _rows_of(predicate: str) -> frozenset[int]:
    return next((_rows()[form] for form in predicate_forms(predicate) if form in _rows()), frozenset())


def kin(a: Statement, b: Statement) -> bool:
    """Whether both predicates name one act, or stand in one row of the list of kindred acts."""
    return same_act(a, b) or bool(_rows_of(a.predicate) & _rows_of(b.predicate))


def befalls_once(a: Statement, b: Statement) -> bool:
    """Whether the act that both tell of befalls one thing only once."""
    return bool(_rows_of(a.predicate) & _rows_of(b.predicate) & _once("yes"))
