"""Whether two statements tell of the same matter, part by part: who, what was done, to what, and the rest."""

from collections.abc import Iterable

from variorum.collation.claim_sentences import concepts_in, words_in
from variorum.collation.claim_setting import Setting
from variorum.collation.claim_statements import Statement
from variorum.collation.claim_verdicts import Side
from variorum.collation.claim_words import concept_of, predicate_forms
from variorum.records.article import Span

CUES = frozenset({"say", "warn", "believe", "think", "claim", "suggest", "report", "quote", "write", "ask", "speak", "comment"})
"""Concepts of verbs that only report; two statements about who said something are compared by what was said."""

LIGHT = frozenset({"be", "have", "do", "make", "take", "get", "go", "come", "give", "put", "become", "seem", "remain", "include"})
"""Verbs that say little by themselves; their clause tells what was done by its other words."""


def act(statement: Statement) -> str:
    """The concept of the predicate."""
    forms = list(predicate_forms(statement.claim.predicate))
    return next((c for c in map(concept_of, forms) if c not in forms), forms[0])


def predicate_terms(statement: Statement) -> frozenset[str]:
    """Concepts of the words of the predicate."""
    return frozenset(concept_of(w) for w in statement.claim.predicate.split()) | {act(statement)}


def rest(statement: Statement, *, leave: Iterable[str] = ()) -> frozenset[str]:
    """The terms besides the predicate, the subject and the words in ``leave``."""
    subject = {"@" + statement.subject} if statement.subject else set()
    return frozenset(statement.terms) - predicate_terms(statement) - subject - frozenset(leave)


def same_act(a: Statement, b: Statement) -> bool:
    """Whether both predicates name one act."""
    return act(a) == act(b)


def rest_overlap(a: Statement, b: Statement, setting: Setting, *, leave: Iterable[str] = ()) -> float:
    """Share of telling words common to both besides predicate and subject, 0..1, three decimals."""
    skip = (*predicate_terms(a), *predicate_terms(b), *leave)
    return round(setting.weights.overlap(rest(a, leave=skip), rest(b, leave=skip)), 3)


def same_subject(a: Statement, b: Statement, setting: Setting) -> bool:
    """Whether the subjects can stand for each other; a missing one (passive without agent) can."""
    if a.subject is None and b.subject is None:
        return True
    return setting.related(a.subject, b.subject)


def objects_fit(a: Statement, b: Statement) -> bool:
    """Whether what is acted upon can be the same: one entity, or phrases that share a telling word, or none on both sides."""
    if a.object is not None and a.object == b.object:
        return True
    one, other = (object_concepts(s) for s in (a, b))
    return bool(one & other) or not (one or other)


def object_concepts(statement: Statement) -> frozenset[str]:
    """Concepts of the object phrase, with its entity; empty without one."""
    span = statement.claim.object_span
    entity = {f"@{statement.object}"} if statement.object else set()
    if span is None:
        return frozenset(entity)
    if statement.claim.field != "text":
        return frozenset(entity) | frozenset(concept_of(w) for w in quoted_words(statement, span).casefold().split())
    return frozenset(entity) | concepts_in(statement.article, span)


def separate_voices(a: Statement, b: Statement) -> bool:
    """Whether the two come from different reports, or from different voices in one."""
    return a.article.id != b.article.id or a.speaker != b.speaker


def days(statement: Statement) -> tuple[str, str] | None:
    """The days its own dates allow; ``None`` without a date or with dates that lie apart."""
    spans = [(t.earliest, t.latest) for t in statement.times if t.type in ("DATE", "TIME") and t.earliest and t.latest]
    if not spans:
        return None
    start, end = max(s for s, _ in spans if s), min(e for _, e in spans if e)
    return (start, end) if start <= end else None


def dated_apart(a: Statement, b: Statement) -> bool:
    """Whether both give dates and these exclude each other."""
    one, other = days(a), days(b)
    return one is not None and other is not None and (one[1] < other[0] or other[1] < one[0])


def report_days(statement: Statement) -> tuple[str, str] | None:
    """Bounds of the publication of its report, when both are known."""
    published = statement.article.published
    return (published.earliest, published.latest) if published.earliest and published.latest else None


def reported_later(a: Statement, b: Statement) -> int:
    """1 when the report of ``b`` is certainly of a later day than that of ``a``, -1 the other way round, else 0."""
    one, other = report_days(a), report_days(b)
    if one is None or other is None:
        return 0
    return 1 if one[1] < other[0] else -1 if other[1] < one[0] else 0


def shared_words(a: Statement, b: Statement, setting: Setting) -> str:
    """What both tell of, for a reader: names, then words as the first report spells them, six at most."""
    shared = frozenset(a.terms) & frozenset(b.terms)
    names = sorted(setting.entities[t[1:]].name for t in shared if t.startswith("@") and t[1:] in setting.entities)
    known = frozenset(w for name in names for w in name.casefold().split())
    words = [a.article.text[s:e].casefold() for (s, e), lemma in clause_words(a) if concept_of(lemma) in shared]
    return ", ".join(list(dict.fromkeys([*names, *(w for w in words if w not in known)]))[:6])


def clause_words(statement: Statement) -> list[tuple[Span, str]]:
    """Tokens and lemmas of the clause; none for a clause of a title outside the text."""
    return words_in(statement.article, statement.claim.span) if statement.claim.field == "text" else []


def quoted_words(statement: Statement, span: Span | None) -> str:
    """The source words at ``span`` on one line; the predicate where there is no span."""
    source = statement.article.text if statement.claim.field == "text" else statement.article.title or ""
    return " ".join(source[span[0] : span[1]].split()) if span else statement.claim.predicate


def whole_side(statement: Statement, value: str) -> Side:
    """The whole clause as one side of a disagreement."""
    return Side(statement.article, statement.claim.span, value, statement.speaker, statement.claim.field)
