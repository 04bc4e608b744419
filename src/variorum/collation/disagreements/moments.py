"""One event dated apart in other words: when it began, when the first of its kind came, what two voices answer each other."""

from collections.abc import Iterator, Sequence
from itertools import combinations

from variorum.collation.claims.alignment import LIGHT, act, dated_apart, days, rest, same_doer, separate_voices
from variorum.collation.claims.sentences import sentence_at, words_in
from variorum.collation.claims.setting import Setting
from variorum.collation.claims.statements import Statement
from variorum.collation.claims.verdicts import Verdict
from variorum.collation.disagreements.dates import date_verdict
from variorum.collation.figures.things import acts_among
from variorum.language.lexicon import marked

ORDINALS = marked("en", "collation_words", "ordinal")
"""Words that single out one event of a kind, so that two dates for it exclude each other."""

STARTING = marked("en", "collation_words", "starting")
"""Acts, by the list of acts on counted things, whose moment two reports can tell in different verbs."""

BESIDE = 12
"""Characters after the predicate in which its adjective stands ("fallen ill")."""

ANSWER = 400
"""Characters within which a second voice of a report answers the first (about three sentences)."""

MOST = 40
"""Dated clauses of one act that are compared with each other."""


def moment_verdicts(statements: Sequence[Statement], setting: Setting) -> Iterator[Verdict]:
    """Conflicts between dated clauses that name one act with different verbs."""
    by_act: dict[str, list[Statement]] = {}
    for s in statements:
        if days(s) is not None and s.polarity == "positive" and s.modality == "asserted":
            for name in sorted(_acts(s)):
                by_act.setdefault(name, []).append(s)
    for name in sorted(by_act):
        for a, b in combinations(by_act[name][:MOST], 2):
            if dated_apart(a, b) and separate_voices(a, b) and _one_moment(a, b):
                yield date_verdict(a, b, setting)


def _acts(statement: Statement) -> frozenset[str]:
    """Listed acts of the predicate, and of the subject where an ordinal singles it out."""
    said = set(statement.predicate.split()) | {act(statement)}
    if statement.claim.field == "text":
        predicate = statement.claim.predicate_span or (0, 0)
        said |= {lemma for _, lemma in words_in(statement.article, (predicate[0], predicate[1] + BESIDE))}
        said |= set(_before_verb(statement)) if _ordinal(statement) else set()
    return acts_among(sorted(said)) & STARTING


def _one_moment(a: Statement, b: Statement) -> bool:
    if _ordinal(a) or _ordinal(b):
        return a.article.id != b.article.id and _ordinal(a) == _ordinal(b)
    return _began(a, b) or _began(b, a) or _answers(a, b)


def _ordinal(statement: Statement) -> str:
    """The ordinal in the subject, empty where there is none."""
    return next((w for w in _before_verb(statement) if w in ORDINALS), "")


def _before_verb(statement: Statement) -> list[str]:
    """The lemmas of the clause up to its predicate."""
    verb = statement.claim.predicate_span
    if verb is None or statement.claim.field != "text":
        return []
    return [lemma for _, lemma in words_in(statement.article, (statement.claim.span[0], max(verb[0], statement.claim.span[0])))]


def _began(a: Statement, b: Statement) -> bool:
    """``a`` says that it has gone on since a day before the one on which ``b`` says that it came."""
    one, other = days(a), days(b)
    if one is None or other is None or one[1] >= other[0] or not _since(a) or _since(b):
        return False
    own = _matter(a)
    shared = own & (frozenset(b.terms) | b.subject_terms)
    return bool(shared) and (own <= shared or len(shared) > 1)


def _matter(statement: Statement) -> frozenset[str]:
    """What the clause tells of besides its act."""
    said = (rest(statement) | statement.subject_terms) - LIGHT
    return frozenset(t for t in said if not acts_among((t,)) and t not in statement.predicate.split())


def _since(statement: Statement) -> bool:
    if statement.claim.field != "text":
        return False
    text = statement.article.text
    return any(text[max(t.start - 11, 0) : t.start + 5].casefold().find("since") >= 0 for t in statement.times)


def _answers(a: Statement, b: Statement) -> bool:
    """Whether two voices of one report, close to each other, date what one named doer did to the same or to all."""
    if a.article.id != b.article.id or a.claim.field != b.claim.field or a.subject is None or not same_doer(a, b):
        return False
    if a.object is not None and b.object is not None and a.object != b.object and _named(a) and _named(b):
        return False
    first, last = sorted((a.claim.span, b.claim.span))
    return sentence_at(a.article, *last)[0] - first[1] <= ANSWER


def _named(statement: Statement) -> bool:
    """Whether the object is a name."""
    span = statement.claim.object_span
    return span is not None and statement.article.text[span[0] : span[1]].strip()[:1].isupper()
