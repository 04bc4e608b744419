"""One event, put in different places."""

import re
from collections.abc import Sequence

from variorum.collation.claims.alignment import (
    counts_differ,
    dated_apart,
    days,
    in_other_time,
    predicate_terms,
    quoted_words,
    rest,
    rest_overlap,
    same_act,
    same_doer,
    same_subject,
    shared_words,
    whole_side,
)
from variorum.collation.claims.setting import PLACE_TYPES, Setting
from variorum.collation.claims.statements import Statement
from variorum.collation.claims.verdicts import Verdict
from variorum.language.lexicon import marked
from variorum.records.annotation import Mention

ALIKE = 0.6
"""Least share of telling words besides verb, subject and place; as for dates, since events of one kind recur elsewhere."""

WHERE = marked("en", "collation_words", "somewhere")
"""Prepositions that put an event somewhere; "to" and "for" name where somebody goes or what something is meant for."""


def judge_place(a: Statement, b: Statement, setting: Setting) -> Verdict | None:
    """Conflict where one event is put in two places neither of which lies in the other; ``None`` where they can both hold."""
    if not same_act(a, b) or a.polarity != b.polarity or dated_apart(a, b) or not same_subject(a, b, setting):
        return None
    if a.modality != b.modality or counts_differ(a, b) or in_other_time(a, b):
        return None
    one, other = places_of(a, setting), places_of(b, setting)
    if len(one) != 1 or len(other) != 1:
        return None
    (here, at), (there, then) = one[0], other[0]
    if not setting.apart(here, there) or f"@{here}" in b.terms or f"@{there}" in a.terms:
        return None
    leave = (f"@{here}", f"@{there}")
    telling = rest(a, leave=leave) & rest(b, leave=leave) - predicate_terms(a)
    if len(telling) + same_doer(a, b) + _same_day(a, b) < 2:
        return None
    if rest_overlap(a, b, setting, leave=leave) < ALIKE and not (_nothing_else(a, b, leave) and same_doer(a, b)):
        return None
    about, words = shared_words(a, b, setting), (quoted_words(a, at), quoted_words(b, then))
    if abbreviates(*words) or abbreviates(*words[::-1]):
        return None
    reason = f"“{words[0]}” in one report, “{words[1]}” in the other for the same event: {about}."
    sides = (whole_side(a, words[0]), whole_side(b, words[1]))
    return Verdict("place", "conflict", sides, about, rest_overlap(a, b, setting, leave=leave), reason)


def abbreviates(short: str, name: str) -> bool:
    """Whether ``short`` ends with a full stop and its letters stand in ``name`` in that order, from the first on ("Pa.")."""
    letters = re.findall(r"[a-z]", short.casefold())
    pattern = "".join(f"{letter}.*?" for letter in letters)
    return short.endswith(".") and bool(letters) and re.match(pattern, name.casefold()) is not None


def _nothing_else(a: Statement, b: Statement, leave: Sequence[str]) -> bool:
    """Whether one clause tells nothing besides who, what, when and where."""
    return not (rest(a, leave=leave) and rest(b, leave=leave))


def _same_day(a: Statement, b: Statement) -> bool:
    return days(a) is not None and days(a) == days(b)


def places_of(statement: Statement, setting: Setting) -> list[tuple[str, tuple[int, int]]]:
    """Named places that the clause puts its event in: story entity and span, in text order, nested ones left out."""
    found: list[tuple[str, tuple[int, int]]] = []
    for mention in statement.article.mentions:
        if mention.field != statement.claim.field or mention.kind != "name" or mention.type not in PLACE_TYPES:
            continue
        inside = statement.claim.span[0] <= mention.start and mention.end <= statement.claim.span[1]
        entity = setting.roll.party(mention.entity)
        if inside and entity and _located(statement, mention) and not any(setting.inside(entity, e) for e, _ in found):
            found.append((entity, (mention.start, mention.end)))
    return found


def _located(statement: Statement, mention: Mention) -> bool:
    source = statement.article.text if statement.claim.field == "text" else statement.article.title or ""
    before = source[max(mention.start - 30, 0) : mention.start].split()
    near = [w.casefold() for w in before[-4:]]
    return any(w in WHERE for w in near[-1:]) or (any(w in WHERE for w in near) and "the" in near)
