"""Political events of one article, coded in PLOVER: who did what to whom, when, and who says so.

A verb (or a noun that names an act) gives the root, what stands beside it the sense. The modality then decides between deed
and announcement: cooperation still to come is AGREE, cooperation refused REJECT, force still to come THREATEN, and what must
be done is a REQUEST of whoever says so (after the PLOVER codebook, 2021).
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from variorum.annotation.claims.clause_setting import Setting, find_setting, ids_inside, in_order
from variorum.annotation.claims.clauses import Clause, Clauses, find_clauses, nouns_in
from variorum.annotation.claims.modality import Stance, governing, nominal_stance, own_modality, stance_of
from variorum.annotation.claims.predicates import lemma
from variorum.annotation.coreference.references import References
from variorum.annotation.events.arguments import (
    actors_of,
    nominal_actors,
    nominal_recipients,
    recipients_of,
    slots_of,
)
from variorum.annotation.events.patterns import Match, Slots, match, noun_patterns, verb_patterns
from variorum.annotation.events.places import contexts_of, place_of, places_of
from variorum.annotation.events.sectors import NOWHERE, UNKNOWN, actor_codes
from variorum.records.annotation import EventMention, Quotation, Time
from variorum.records.provenance import Provenance

METHOD = "events@1"
COOPERATIVE = frozenset({"CONSULT", "SUPPORT", "COOPERATE", "AID", "YIELD", "RETREAT"})
HOSTILE = frozenset({"SANCTION", "COERCE", "ASSAULT", "MOBILIZE", "PROTEST"})


PARTIES = ("obj", "with", "to", "by")
"""Where the other party of a consultation stands: without one, "met" or "visited" is no political event."""

TURNS = {
    "AGREE": ", still to come",
    "THREATEN": ", still to come",
    "REJECT": ", which is refused here",
    "REQUEST": ", which is called for here",
}
"""How a reason goes on when the root is not the one that the words name."""


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
    turned: str | None = None


def find_event_mentions(
    doc: Doc, references: References, times: tuple[Time, ...], quotations: tuple[Quotation, ...]
) -> tuple[EventMention, ...]:
    """The events of ``doc`` in text order; ``by.reason`` names the words that decided the code."""
    setting = find_setting(doc, references, quotations)
    clauses = find_clauses(doc)
    verbal = list(_verbal(clauses, setting))
    taken = frozenset(t.i for draft in verbal for t in draft.words)
    drafts = sorted([*verbal, *_nominal(doc, clauses, setting, taken)], key=lambda d: d.head.i)
    known = _Known(in_order(times), actor_codes(references, _parties(drafts)), places_of(references), setting)
    return tuple(_event(f"v{number}", draft, known) for number, draft in enumerate(drafts, 1))


def _parties(drafts: Iterable[_Draft]) -> frozenset[str]:
    return frozenset(e for draft in drafts for e in (*draft.actors, *draft.recipients))


def _codes(entities: tuple[str, ...], codes: Mapping[str, str]) -> tuple[str, ...]:
    """The codes of actors or recipients; none where nothing is known of any."""
    found = tuple(codes[e] for e in entities if e in codes)
    return found if set(found) - {f"{NOWHERE}{UNKNOWN}"} else ()


def _verbal(clauses: Clauses, setting: Setting) -> Iterator[_Draft]:
    known = verb_patterns().keys()
    coded: set[int] = set()
    covered: set[int] = set()
    for clause in clauses.from_above():
        if _belongs_above(clause, coded, covered):
            covered.add(clause.head.i)
            continue
        keys = _keys(clause)
        if known.isdisjoint(keys):
            continue
        slots = slots_of(clause, clauses.below(clause))
        found = match(keys, slots)
        if found is None or found.pattern.root is None:
            continue
        coded.add(clause.head.i)
        draft = _coded(clause, found, setting, slots)
        if draft is not None:
            yield draft


def _keys(clause: Clause) -> tuple[str, ...]:
    """The names a verb may be listed under: with its particle, with a preposition, alone."""
    verb = lemma(clause.head)
    beside = [c.lower_ for c in clause.children if c.dep_ in ("prt", "prep", "advmod", "agent") and c.i > clause.head.i]
    return (*(f"{verb} {word}" for word in beside), verb)


def _belongs_above(clause: Clause, coded: set[int], covered: set[int]) -> bool:
    """Whether the clause only says what an event above it demands, promises, refuses or fears."""
    above = clause.above
    if above is not None and above.head.i in covered and clause.coordinated and clause.form != "finite":
        return True
    if above is None or above.head.i not in coded or clause.head.dep_ not in ("xcomp", "ccomp", "pcomp", "acl", "advcl"):
        return False
    purpose = clause.form == "infinitive" and clause.head.dep_ == "advcl"
    return purpose or governing(clause) is not None or clause.form == "bare"


def _coded(clause: Clause, found: Match, setting: Setting, slots: Slots) -> _Draft | None:
    """The event of a clause, or ``None`` when nobody in it is known."""
    stance = stance_of(clause)
    root, mode = str(found.pattern.root), found.pattern.mode
    actors = actors_of(clause, setting)
    recipients = recipients_of(found.pattern, slots, setting, actors)
    turned = _turned(root, stance, clause)
    if turned == "REQUEST":
        speaker = setting.speaker(clause.head)
        actors, recipients = ((speaker,), actors or recipients) if speaker else ((), ())
    if turned is not None:
        done: Stance = Stance("positive", "asserted" if turned in ("REJECT", "REQUEST") else stance.modality)
        root, mode, stance = turned, None, done
    if not (actors or recipients) or (root == "CONSULT" and not recipients and not any(slots.get(s) for s in PARTIES)):
        return None
    return _Draft(clause.head, root, mode, actors, recipients, stance, (clause.head, *found.words), turned)


def _turned(root: str, stance: Stance, clause: Clause) -> str | None:
    """The root that an act has when it is only announced, refused or called for; ``None`` when it stays what it is."""
    if stance.modality == "demanded" and own_modality(clause) == "demanded":
        return "REQUEST"
    if stance.polarity == "negative":
        willed = stance.modality in ("planned", "conditional")
        return "REJECT" if willed and (root in COOPERATIVE or root == "AGREE") else None
    if stance.modality == "planned":
        return "AGREE" if root in COOPERATIVE else "THREATEN" if root in HOSTILE else None
    return None


def _nominal(doc: Doc, clauses: Clauses, setting: Setting, taken: frozenset[int]) -> Iterator[_Draft]:
    patterns = noun_patterns()
    for token in nouns_in(doc):
        if token.i in taken or token.dep_ in ("compound", "amod", "nmod", "poss"):
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


@dataclass(frozen=True, slots=True)
class _Known:
    """What is known around the events of one document: times in order, codes by entity, ids of places, who says what."""

    times: tuple[Time, ...]
    codes: Mapping[str, str]
    places: frozenset[str]
    setting: Setting


def _event(number: str, draft: _Draft, known: _Known) -> EventMention:
    head = draft.head
    return EventMention(
        number,
        head.idx,
        head.idx + len(head),
        draft.root,
        draft.mode,
        draft.actors,
        draft.recipients,
        _time(head, known.times),
        draft.stance.polarity,
        draft.stance.modality,
        known.setting.voice(head),
        Provenance(METHOD, None, _reason(draft)),
        actor_codes=_codes(draft.actors, known.codes),
        recipient_codes=_codes(draft.recipients, known.codes),
        place=place_of(head, known.setting, known.places),
        contexts=contexts_of(head),
    )


def _time(head: Token, times: tuple[Time, ...]) -> str | None:
    """The first time expression in the event's own clause."""
    last = head.right_edge
    inside = ids_inside(times, (head.left_edge.idx, last.idx + len(last)))
    return inside[0] if inside else None


def _reason(draft: _Draft) -> str:
    quoted = " and ".join(f"“{t.text}”" for t in sorted(set(draft.words)))
    verb = "name" if len(set(draft.words)) > 1 else "names"
    return f"{quoted} {verb} it{TURNS.get(draft.turned or '', '')}."
