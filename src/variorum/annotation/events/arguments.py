"""Who acts in an event and who is acted upon: the entities behind the noun phrases of a clause or an event noun."""

from collections.abc import Iterable, Iterator

from spacy.tokens import Token

from variorum.annotation.claims.clause_setting import Setting
from variorum.annotation.claims.clauses import Clause, by_agent, obliques, together
from variorum.annotation.claims.modality import own_modality
from variorum.annotation.claims.predicates import lemma
from variorum.annotation.events.patterns import Pattern, Slots
from variorum.annotation.words.lists import listed

FALLBACK = ("with", "against", "to", "on", "at", "toward", "towards", "from", "between", "inside")
"""Slots searched for the one acted upon when the pattern's own hold nobody, in this order."""

ASKED = ("to", "from", "of", "on", "upon", "with", "inside")
"""The same for requests: whom something is asked of."""

JOINT = frozenset({"AGREE", "CONSULT", "COOPERATE", "SUPPORT"})
"""Roots whose several actors act on each other when nobody else is named."""

BELONGING = ("of", "by", "from")
ABOUT = (*BELONGING, "in", "on", "with", "against")
"""Prepositions behind a noun: whose it is, and whom it is about."""

INSIDE = ("poss", "compound", "nmod", "amod")


def slots_of(clause: Clause, below: Iterable[Clause]) -> Slots:
    """What stands beside the verb of ``clause``, by slot."""
    slots: dict[str, tuple[Token, ...]] = {}
    if clause.object is not None and not _is_time(clause.object):
        slots["obj"] = together(clause.object)
    if clause.subject is not None:
        slots["subj"] = together(clause.subject)
    for child in clause.children:
        if child.dep_ in ("oprd", "acomp", "attr") or (child.dep_ == "ccomp" and child.pos_ == "ADJ"):
            slots["comp"] = (*slots.get("comp", ()), child)
            slots.setdefault("obj", tuple(c for c in child.children if c.dep_ == "nsubj"))
    for name, noun in obliques(clause.head):
        if not _is_time(noun):
            slots[name] = (*slots.get(name, ()), *together(noun))
    for inner in below:
        _add_clause(slots, inner, clause)
    for noun in slots.get("obj", ()):
        for name, inner_noun in obliques(noun):
            slots.setdefault(name, together(inner_noun))
    return slots


def _add_clause(slots: dict[str, tuple[Token, ...]], inner: Clause, clause: Clause) -> None:
    """Put a clause below the verb into its slot: an infinitive, a clause with "that", a gerund after a preposition."""
    label = inner.head.dep_
    if label in ("xcomp", "advcl", "ccomp") and inner.form == "infinitive":
        slots["to_do"] = (*slots.get("to_do", ()), inner.head)
        inside = (inner.object, *(noun for _, noun in obliques(inner.head)))
        slots["inside"] = tuple(t for t in (*slots.get("inside", ()), *inside) if t is not None and not _is_time(t))
    elif label == "ccomp":
        subject = inner.surface_subject or inner.head
        slots["that"] = (*slots.get("that", ()), subject)
        if own_modality(inner) == "planned":
            slots["will"] = (*slots.get("will", ()), inner.object or inner.head)
    elif label == "pcomp" and inner.head.head.head == clause.head:
        name = inner.head.head.lower_
        slots[name] = (*slots.get(name, ()), inner.object or inner.head)


def _is_time(token: Token) -> bool:
    return token.ent_type_ in ("DATE", "TIME")


def actors_of(clause: Clause, setting: Setting) -> tuple[str, ...]:
    """The entities that act in the clause."""
    return _unique(e for t in _all(setting.subject(clause)) for e in entities_in(t, setting, BELONGING))


def recipients_of(pattern: Pattern, slots: Slots, setting: Setting, actors: tuple[str, ...]) -> tuple[str, ...]:
    """The entities acted upon: the first of the pattern's slots, then of the usual prepositions, that holds somebody."""
    usual = ASKED if pattern.root == "REQUEST" else FALLBACK
    for slot in (*(pattern.recipient or ("obj",)), "obj", "that", *usual):
        found = _unique(e for t in slots.get(slot, ()) for e in entities_in(t, setting) if e not in actors)
        if found:
            return found
    return actors if len(actors) > 1 and pattern.root in JOINT else ()


def _all(token: Token | None) -> tuple[Token, ...]:
    return () if token is None else together(token)


def _unique(ids: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(ids))


def entities_in(noun: Token, setting: Setting, after: tuple[str, ...] = ABOUT, depth: int = 0) -> Iterator[str]:
    """The entity that a noun phrase refers to; of a phrase that names none, those it belongs to or measures.

    "Averia's decision" stands for Averia, "hundreds of workers" for the workers, "League troops" for themselves where they
    are a mention of their own, else for the League. ``after`` are the prepositions searched behind the noun.
    """
    own = setting.actor(noun)
    if own is not None and lemma(noun) not in listed("measures"):
        yield own
        return
    inside = [t for c in noun.children if c.dep_ in INSIDE for t in (c, *(g for g in c.children if g.dep_ == "poss"))]
    found = [e for t in inside if (e := setting.actor(t)) is not None]
    if not found and depth < 2:
        behind = [t for name, t in obliques(noun) if name in after]
        found = next((list(hits) for t in behind if (hits := tuple(entities_in(t, setting, after, depth + 1)))), [])
    if not found and own is not None:
        found = [own]
    yield from found


def nominal_actors(noun: Token, pattern: Pattern, setting: Setting) -> tuple[str, ...]:
    """Who acts in an event that a noun names: after "by", before it, or, for some nouns, after "of"."""
    agents = [by_agent(noun), *(c for c in noun.children if c.dep_ == "poss")]
    if pattern.owner:
        agents += [t for name, t in obliques(noun) if name == pattern.owner]
    agents += [t for name, t in obliques(noun) if name == "between" and pattern.root in JOINT]
    agents += [c for c in noun.children if c.dep_ in ("compound", "amod", "nmod")]
    for agent in agents:
        found = _unique(e for t in _all(agent) if (e := setting.actor(t)) is not None)
        if found:
            return found
    return ()


def nominal_recipients(noun: Token, pattern: Pattern, setting: Setting, actors: tuple[str, ...]) -> tuple[str, ...]:
    """Who is acted upon in an event that a noun names: after the pattern's prepositions."""
    phrases = list(obliques(noun))
    for slot in pattern.recipient:
        tokens = [t for name, noun_in in phrases if name == slot for t in together(noun_in)]
        found = _unique(e for t in tokens for e in entities_in(t, setting) if e not in actors)
        if found:
            return found
    return actors if len(actors) > 1 and pattern.root in JOINT else ()
