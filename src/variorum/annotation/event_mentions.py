"""Political events of one article, coded in PLOVER: who did what to whom, when, and who says so.

A verb (or a noun that names an act) gives the root, what stands beside it the sense; the modality then decides between a deed and
an announcement: cooperation still to come is AGREE, cooperation refused is REJECT (PLOVER codebook, 2021).
"""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from variorum.annotation.claim_predicates import lemma
from variorum.annotation.clause_setting import Setting, find_setting
from variorum.annotation.clauses import Clause, Clauses, find_clauses
from variorum.annotation.event_arguments import (
    actors_of,
    nominal_actors,
    nominal_recipients,
    recipients_of,
    slots_of,
)
from variorum.annotation.event_patterns import Match, match, noun_patterns
from variorum.annotation.modality import Stance, governing, nominal_stance, stance_of
from variorum.annotation.references import References
from variorum.records.annotation import EventMention, Quotation, Time
from variorum.records.provenance import Provenance

METHOD = "events@1"
COOPERATIVE = frozenset({"CONSULT", "SUPPORT", "COOPERATE", "AID", "YIELD", "RETREAT"})


@dataclass(frozen=True, slots=True)
class _Draft:
    """An event before it has an id; ``words`` are those that decided it, the naming word first."""

    head: Token
    root: str
    mode: str | None
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    stance: Stance
    words: tuple[Token, ...]
    turn: str = ""


def find_event_mentions(
    doc: Doc, references: References, times: tuple[Time, ...], quotations: tuple[Quotation, ...]
) -> tuple[EventMention, ...]:
    """The events of ``doc`` in text order; ``by.reason`` names the words that decided the code."""
    setting = find_setting(doc, references, quotations, times)
    clauses = find_clauses(doc)
    verbal = list(_verbal(clauses, setting))
    taken = frozenset(t.i for draft in verbal for t in draft.words)
    drafts = sorted([*verbal, *_nominal(doc, clauses, setting, taken)], key=lambda d: d.head.i)
    return tuple(_event(f"v{number}", draft, clauses, setting) for number, draft in enumerate(drafts, 1))


def _verbal(clauses: Clauses, setting: Setting) -> Iterator[_Draft]:
    coded: set[int] = set()
    for clause in clauses.items:
        slots = slots_of(clause, clauses.below(clause))
        found = match(_keys(clause), slots)
        if found is None or found.pattern.root is None or _belongs_above(clause, coded):
            continue
        coded.add(clause.head.i)
        actors = actors_of(clause, setting)
        recipients = recipients_of(found.pattern, slots, setting, actors)
        if actors or recipients:
            yield _coded(clause, found, actors, recipients)


def _keys(clause: Clause) -> tuple[str, ...]:
    """The names a verb may be listed under: with its particle, with a preposition, alone."""
    verb = lemma(clause.head)
    beside = [c.lower_ for c in clause.head.children if c.dep_ in ("prt", "prep", "advmod", "agent") and c.i > clause.head.i]
    return (*(f"{verb} {word}" for word in beside), verb)


def _belongs_above(clause: Clause, coded: set[int]) -> bool:
    """Whether the clause only says what an event above it demands, promises, refuses or fears."""
    above = clause.above
    if above is None or above.head.i not in coded or clause.head.dep_ not in ("xcomp", "ccomp", "pcomp", "acl", "advcl"):
        return False
    return governing(clause) is not None or clause.form == "bare"


def _coded(clause: Clause, found: Match, actors: tuple[str, ...], recipients: tuple[str, ...]) -> _Draft:
    stance = stance_of(clause)
    root, mode, turn = str(found.pattern.root), found.pattern.mode, ""
    if root in COOPERATIVE and stance.polarity == "negative" and stance.modality in ("planned", "possible"):
        root, mode, turn = "REJECT", None, "refused"
        stance = Stance("positive", "asserted")
    elif root in COOPERATIVE and stance.modality == "planned":
        root, mode, turn = "AGREE", None, "announced"
    return _Draft(clause.head, root, mode, actors, recipients, stance, (clause.head, *found.words), turn)


def _nominal(doc: Doc, clauses: Clauses, setting: Setting, taken: frozenset[int]) -> Iterator[_Draft]:
    patterns = noun_patterns()
    for token in doc:
        if token.pos_ != "NOUN" or token.i in taken or token.dep_ in ("compound", "amod", "nmod", "poss"):
            continue
        pattern = patterns.get(lemma(token))
        if pattern is None:
            continue
        actors = nominal_actors(token, pattern, setting)
        recipients = nominal_recipients(token, pattern, setting, actors)
        stance = nominal_stance(token, _clause_of(token, clauses))
        if recipients and stance.asserted:
            yield _Draft(token, str(pattern.root), pattern.mode, actors, recipients, stance, (token,))


def _clause_of(token: Token, clauses: Clauses) -> Clause | None:
    for _ in range(12):
        if token.head is token:
            return None
        token = token.head
        if (clause := clauses.at(token)) is not None:
            return clause
    return None


def _event(number: str, draft: _Draft, clauses: Clauses, setting: Setting) -> EventMention:
    head = draft.head
    return EventMention(
        number,
        head.idx,
        head.idx + len(head),
        draft.root,
        draft.mode,
        draft.actors,
        draft.recipients,
        _time(head, clauses, setting),
        draft.stance.polarity,
        draft.stance.modality,
        setting.voice(head),
        Provenance(METHOD, None, _reason(draft)),
    )


def _time(head: Token, clauses: Clauses, setting: Setting) -> str | None:
    """The time expression in the event's own clause, else the first one of the sentence when it has just one clause."""
    first, last = head.left_edge, head.right_edge
    inside = setting.times_inside((first.idx, last.idx + len(last)))
    return inside[0] if inside else None


def _reason(draft: _Draft) -> str:
    quoted = " and ".join(f"“{t.text}”" for t in sorted(set(draft.words)))
    verb = "name" if len(set(draft.words)) > 1 else "names"
    turns = {"refused": ", which is refused here", "announced": ", which is still to come"}
    return f"{quoted} {verb} it{turns.get(draft.turn, '')}."
