"""Who did what, read from clauses and from what stands around them: active and passive clauses, "it was X who opened fire",
"X was the first to shoot", "the order came from X", "on the orders of X"."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from variorum.collation.claims.alignment import is_state, phrase_head
from variorum.collation.claims.setting import Setting
from variorum.collation.claims.statements import Statement
from variorum.collation.claims.words import predicate_forms
from variorum.collation.deeds.frames import by, frames, pattern
from variorum.collation.deeds.parties import Party, party_at
from variorum.records.article import Span

REACH = 80
"""Characters before a verb within which "it was X who" may stand."""


@dataclass(frozen=True, slots=True)
class Deed:
    """``names`` of the rows of ``en/disputed_deeds`` that tell it; ``stressed`` where the words stress who did it; ``at``: the
    words for the doer; ``text``: the clause with "somebody" for them; ``patient``: concepts of what it was done to."""

    statement: Statement
    names: frozenset[str]
    doer: Party
    stressed: bool
    at: Span
    text: str
    patient: frozenset[str]


def deeds_of(statements: Sequence[Statement], setting: Setting) -> list[Deed]:
    """All deeds that the texts tell of somebody, in order of report and place; what a clause tells by its own verb ("X left")
    is not told once more by the clause around it ("it was X")."""
    found = [d for s in statements if s.claim.field == "text" for d in _deeds(s, setting)]
    clauses = {(d.statement.article.id, d.at, name) for d in found if not is_state(d.statement) for name in d.names}
    return [d for d in found if not (is_state(d.statement) and {(d.statement.article.id, d.at, n) for n in d.names} <= clauses)]


AUXILIARIES = r"(?: (?:had|has|have|did|would|was|were|been|first|really|actually))*\s*$"
END = r"(?=[,;.:“”\"]|$| (?:in|on|at|to|after|before|and|for) )"
NO: frozenset[str] = frozenset()
BEGAN, BLAME = "first", "blame"
"""The deeds of whoever did something before others did it, and of whoever is at fault."""


def _deeds(s: Statement, setting: Setting) -> Iterator[Deed]:
    if s.claim.predicate_span is None or s.polarity == "negative" or not (s.modality == "asserted" or _is_to_blame(s)):
        return
    ordered = pattern("order", END).search(s.article.text, *s.claim.span)
    yield from _framed(s, ordered.span("who") if ordered is not None else None, frozenset({"order", "decision"}), setting)
    for span, names in frames(s):
        yield from _framed(s, span, names, setting)
    if pattern("mutual").search(s.article.text, *s.claim.span) is None:
        yield from _of_subject(s, setting)


def _is_to_blame(s: Statement) -> bool:
    """Whether the clause says that its subject "was to blame", which is read as a plan."""
    verb = s.claim.predicate_span
    return s.predicate == BLAME and verb is not None and s.article.text[: verb[0]].rstrip().endswith(" to")


def _of_subject(s: Statement, setting: Setting) -> Iterator[Deed]:
    """The deed that the verb of the clause tells of who stands before it, or in "it was X who" before that."""
    text, (low, high), verb = s.article.text, s.claim.span, (s.claim.predicate_span or s.claim.span)[0]
    cleft = pattern("cleft", AUXILIARIES).search(text, max(0, low - REACH, verb - REACH), verb)
    span = cleft.span("who") if cleft is not None else s.claim.subject_span
    entity = s.subject if cleft is None else first_entity(s, cleft.span("who"), setting) or s.subject
    began = pattern("began").search(text, low, high) is not None
    names = _names(s) | ({BEGAN} if began else NO)
    if names == {BLAME}:
        if not (s.predicate.startswith("be ") or _is_to_blame(s)):
            span, entity = s.claim.object_span, s.object
        began = True
    yield from _deed(s, span, entity, names, setting, stressed=cleft is not None or began or _is_stressed(s))


def _deed(
    s: Statement, span: Span | None, entity: str | None, names: frozenset[str], setting: Setting, *, stressed: bool
) -> Iterator[Deed]:
    doer = party_at(s.article, span, entity, s.speaker, setting, stressed=stressed) if span is not None and names else None
    if span is not None and doer is not None:
        yield Deed(s, names, doer, stressed, span, _without(s, span), NO if is_state(s) else s.object_terms)


def _framed(s: Statement, span: Span | None, names: frozenset[str], setting: Setting) -> Iterator[Deed]:
    """The deed of whom a phrase names that says where an order, a shot or a proposal came from."""
    if span is not None:
        yield from _deed(s, span, first_entity(s, span, setting), names, setting, stressed=True)


def first_entity(s: Statement, span: Span, setting: Setting) -> str | None:
    """The first story entity that a phrase mentions."""
    inside = [m for m in s.article.mentions if m.field == "text" and span[0] <= m.start and m.end <= span[1]]
    found = (setting.roll.party(m.entity) for m in sorted(inside, key=lambda m: (m.start, -m.end)))
    return next((e for e in found if e in setting.entities), None)


def _names(s: Statement) -> frozenset[str]:
    """The deeds that the verb tells, with what it takes ("set fire") before the bare verb."""
    head, verbs = phrase_head(s, s.claim.object_span), by("verbs")
    forms = ((f"{s.predicate.split()[0]} {head}",) if head else ()) + predicate_forms(s.predicate)
    return next((verbs[form] for form in forms if form in verbs), NO)


def _is_stressed(s: Statement) -> bool:
    text, low = s.article.text, s.claim.span[0]
    before = pattern("lead", r"\s*$").search(text, max(0, low - REACH), low)
    return before is not None or pattern("stress").search(text, *s.claim.span) is not None


def _without(s: Statement, span: Span) -> str:
    (low, high), text = s.claim.span, s.article.text
    if not (low <= span[0] and span[1] <= high):
        return s.text
    return " ".join(f"{text[low : span[0]]} somebody {text[span[1] : high]}".split())
