"""Clauses over a parsed document: the verb and its auxiliaries, who does it, to whom, and what governs the clause.

Active and passive are brought to one form: ``subject`` is who does it, ``object`` who or what it is done to. A clause
without a subject of its own takes it over from the clause or noun that controls it ("vowed to leave", "troops stationed
there"). Labels are those of spaCy's English pipelines (ClearNLP dependencies, Penn tags).
"""

import functools
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

import numpy as np
from spacy.symbols import AUX, NOUN, VERB
from spacy.tokens import Doc, Token

from variorum.annotation.words.lists import listed
from variorum.language.lexicon import word_list

LANGUAGE = "en"

Form = Literal["finite", "infinitive", "participle", "bare"]

HEADS = frozenset(
    {"ROOT", "conj", "ccomp", "xcomp", "advcl", "relcl", "acl", "pcomp", "csubj", "csubjpass", "parataxis", "dep", "appos"}
)
SUBJECTS = ("nsubj", "nsubjpass", "csubj", "csubjpass")
OBJECTS = ("dobj", "oprd")
FINITE_TAGS = frozenset({"VBD", "VBP", "VBZ", "MD"})
_MEMO = "variorum.clauses"


@dataclass(frozen=True, slots=True, eq=False)
class Clause:
    """One verb with what belongs to it.

    ``parts`` holds the first child of each dependency label; ``auxiliaries`` also those shared with the verb it is
    coordinated with; ``above`` is the clause that governs this one (for a coordinated verb: the verb before it); ``first`` is
    the index of its first token.
    """

    head: Token
    form: Form
    passive: bool
    auxiliaries: tuple[Token, ...]
    subject: Token | None
    object: Token | None
    parts: Mapping[str, Token]
    children: tuple[Token, ...]
    above: "Clause | None"
    first: int

    @property
    def surface_subject(self) -> Token | None:
        """Who stands in subject position: of a passive clause that is the one it is done to."""
        return self.object if self.passive else self.subject

    @property
    def coordinated(self) -> bool:
        """Whether the clause is a further verb beside the one in ``above``."""
        return self.head.dep_ == "conj" and self.above is not None


@dataclass(frozen=True, slots=True)
class Clauses:
    """The clauses of a document in text order, and the ways to one: by its head token, by the clause above it.

    ``by_head`` holds governing clauses before those they govern.
    """

    items: tuple[Clause, ...]
    by_head: Mapping[int, Clause]
    by_above: Mapping[int, tuple[Clause, ...]]

    def at(self, token: Token) -> Clause | None:
        """The clause whose head is ``token``."""
        return self.by_head.get(token.i)

    def from_above(self) -> Iterator[Clause]:
        """The clauses, each after the one that governs it."""
        return iter(self.by_head.values())

    def below(self, clause: Clause) -> tuple[Clause, ...]:
        """The clauses that ``clause`` governs directly, in text order."""
        return self.by_above.get(clause.head.i, ())


def find_clauses(doc: Doc) -> Clauses:
    """The clauses of ``doc``, found once for a document and remembered with it."""
    found = doc.user_data.get(_MEMO)
    if not isinstance(found, Clauses):
        built = _build(doc)
        items = tuple(built[i] for i in sorted(built))
        below: dict[int, list[Clause]] = {}
        for clause in items:
            if clause.above is not None:
                below.setdefault(clause.above.head.i, []).append(clause)
        found = doc.user_data[_MEMO] = Clauses(items, built, {i: tuple(inner) for i, inner in below.items()})
    return found


def _build(doc: Doc) -> dict[int, Clause]:
    """The clauses of ``doc`` by head, governing clauses first."""
    heads = head_indices(doc)
    candidates = {t.i: t for t in _verbs(doc) if t.dep_ in HEADS}
    built: dict[int, Clause] = {}
    depths: dict[int, int] = {}
    for i in sorted(candidates, key=lambda i: (_depth(i, heads, depths), i)):
        head, parent = candidates[i], heads[i]
        while parent not in built and heads[parent] != parent:
            parent = heads[parent]
        above = built.get(parent) if parent != i else None
        children = tuple(head.children)
        if head.dep_ != "conj" or (above is not None and heads[i] == above.head.i) or _has_subject(children):
            built[i] = _clause(head, children, above)
    return built


def head_indices(doc: Doc) -> list[int]:
    """For each token the index of the token it hangs on (roots hang on themselves)."""
    offsets = doc.to_array("HEAD").astype(np.int64)
    return [int(i) for i in offsets + np.arange(len(doc))]


def _verbs(doc: Doc) -> Iterator[Token]:
    pos = doc.to_array("POS")
    for i in np.flatnonzero((pos == VERB) | (pos == AUX)):
        yield doc[int(i)]


def _depth(i: int, heads: list[int], known: dict[int, int]) -> int:
    """How many words stand above token ``i``; ``known`` remembers what was counted."""
    path = []
    while i not in known and heads[i] != i:
        path.append(i)
        i = heads[i]
    depth = known.setdefault(i, 0)
    for j in reversed(path):
        depth += 1
        known[j] = depth
    return depth


def _has_subject(children: tuple[Token, ...]) -> bool:
    return any(child.dep_ in SUBJECTS for child in children)


def _clause(head: Token, children: tuple[Token, ...], above: Clause | None) -> Clause:
    parts: dict[str, Token] = {}
    for child in children:
        parts.setdefault(child.dep_, child)
    own = tuple(c for c in children if c.dep_ in ("aux", "auxpass"))
    form = _form(head, children)
    if form == "finite" and _continues_infinitive(head, children, above):
        form = "infinitive"
    above = _repaired(head, form, above)
    subject = next((parts[label] for label in SUBJECTS if label in parts), None)
    strayed = _strayed_subject(head, children, form) if subject is None else None
    if strayed is not None:
        subject = parts["nsubj"] = strayed
    shared = _shared_auxiliaries(head, own, above) if subject is None else ()
    form = above.form if shared and above is not None else form
    passive = _is_passive(head, parts, own + shared)
    doer, patient = _roles(head, parts, above, passive=passive)
    first = min(head.left_edge.i, strayed.left_edge.i) if strayed is not None else head.left_edge.i
    return Clause(head, form, passive, own + shared, doer, patient, parts, children, above, first)


def _strayed_subject(head: Token, children: tuple[Token, ...], form: Form) -> Token | None:
    """The subject that the parser left with the clause before: "he left the palace and *guards* were sent away".

    A tensed verb that leans on the subject of the verb before it follows a conjunction, a comma or an adverb, never a noun.
    """
    if head.dep_ != "conj" or form != "finite":
        return None
    start = min([head.i, *(c.i for c in children if c.dep_ in ("aux", "auxpass", "neg", "advmod") and c.i < head.i)])
    before = head.doc[start - 1] if start > 0 else head
    strayed = before.dep_ == "conj" and before.pos_ in ("NOUN", "PROPN", "PRON") and before.head.i < before.i
    return before if strayed and before.i < head.i else None


def _form(head: Token, children: tuple[Token, ...]) -> Form:
    """Finite with a tensed verb or auxiliary, or with an object clause's own subject; else by "to", the ending, or bare."""
    tags = {c.tag_ for c in children if c.dep_ in ("aux", "auxpass")}
    mistagged = head.tag_ == "VBN" and not tags and any(c.dep_ == "nsubj" for c in children)
    if head.tag_ in FINITE_TAGS or tags & FINITE_TAGS or mistagged:
        return "finite"
    if "TO" in tags:
        return "infinitive"
    return "participle" if head.tag_ in ("VBG", "VBN") else "bare"


def _continues_infinitive(head: Token, children: tuple[Token, ...], above: Clause | None) -> bool:
    """Whether a verb whose past looks like its stem goes on with an infinitive ("to close the plant and *cut* jobs")."""
    if head.dep_ != "conj" or above is None or above.form != "infinitive" or head.lower_ != head.lemma_:
        return False
    return not any(c.dep_ in ("aux", "auxpass", *SUBJECTS) for c in children)


def _repaired(head: Token, form: Form, above: Clause | None) -> Clause | None:
    """The clause a coordinated verb really stands beside: a tensed verb is not coordinated with an infinitive."""
    if head.dep_ != "conj" or form != "finite":
        return above
    candidate = above
    while candidate is not None and candidate.form != "finite":
        candidate = candidate.above
    return candidate or above


def _shared_auxiliaries(head: Token, own: tuple[Token, ...], above: Clause | None) -> tuple[Token, ...]:
    """The auxiliaries of the verb before, where the coordinated one leans on them ("were shot and (were) wounded")."""
    if head.dep_ != "conj" or above is None or own or not above.auxiliaries:
        return ()
    same = head.tag_ == above.head.tag_ or {head.tag_, above.head.tag_} <= {"VBN", "VBD"}
    return above.auxiliaries if same and above.head.i < head.i else ()


def _is_passive(head: Token, parts: Mapping[str, Token], auxiliaries: tuple[Token, ...]) -> bool:
    if "nsubjpass" in parts or "csubjpass" in parts or any(a.dep_ == "auxpass" for a in auxiliaries):
        return True
    reduced = head.tag_ == "VBN" and not auxiliaries and head.dep_ in ("acl", "advcl", "relcl")
    return reduced and "dobj" not in parts and "nsubj" not in parts


def _roles(
    head: Token, parts: Mapping[str, Token], above: Clause | None, *, passive: bool
) -> tuple[Token | None, Token | None]:
    """Who does it and to whom, whatever the voice."""
    own = next((parts[label] for label in SUBJECTS if label in parts), None)
    surface = _antecedent(own, head) if own is not None else _controller(head, above, passive=passive)
    if passive:
        return by_agent(head) or _shared_agent(head), surface
    found = next((parts[label] for label in OBJECTS if label in parts), None) or _raised_object(parts)
    if found is not None:
        return surface, _antecedent(found, head)
    if (shared := _shared_object(head, parts)) is not None:
        return surface, shared
    if "expl" in parts:
        return surface or parts.get("attr"), None
    gap = head.dep_ == "relcl" and own is not None and surface is own and head.lemma_ != "be"
    missing = gap and not any(c.tag_ in ("WRB", "IN") and c.i < own.i for c in head.children) if own else False
    return surface, head.head if missing else parts.get("attr") or parts.get("dative")


def _shared_object(head: Token, parts: Mapping[str, Token]) -> Token | None:
    """The object that stands only at the second of two verbs ("arrested and charged two men")."""
    second, link = parts.get("conj"), parts.get("cc")
    if second is None or link is None or (link.i, second.i) != (head.i + 1, head.i + 2) or second.tag_ != head.tag_:
        return None
    return next((c for c in second.children if c.dep_ == "dobj"), None)


def _antecedent(token: Token, head: Token) -> Token:
    """What a relative pronoun stands for, else the token itself."""
    clause = head
    while clause.dep_ == "conj" and clause.head.pos_ in ("VERB", "AUX"):
        clause = clause.head
    relative = token.lower_ in listed("relative") and token.tag_ in ("WDT", "WP", "IN", "DT")
    return clause.head if relative and clause.dep_ == "relcl" else token


def _raised_object(parts: Mapping[str, Token]) -> Token | None:
    """The object that the parser made the subject of an infinitive ("allow *the rebels* to leave")."""
    inner = parts.get("ccomp") or parts.get("xcomp")
    if inner is None or inner.tag_ not in ("VB", "VBG"):
        return None
    labels = {child.dep_: child for child in inner.children}
    plain = "mark" not in labels and (inner.tag_ == "VBG" or inner.head.lemma_ in listed("bare_infinitive") or _has_to(inner))
    return labels.get("nsubj") or labels.get("nsubjpass") if plain else None


def _has_to(head: Token) -> bool:
    return any(c.tag_ == "TO" for c in head.children)


def _controller(head: Token, above: Clause | None, *, passive: bool) -> Token | None:
    """Who is understood as the subject of a clause that has none of its own."""
    if head.dep_ in ("acl", "relcl"):
        return _owner(head.head, above) if not passive and _has_to(head) else head.head
    if above is None:
        return None
    if head.dep_ == "pcomp" and head.head.head != above.head and head.head.head.pos_ in ("NOUN", "PROPN"):
        return _owner(head.head.head, above)
    if head.dep_ == "xcomp":
        return _raised(head, above) or above.surface_subject
    shared = above.surface_subject
    return shared if shared is None or head.dep_ != "conj" or _agrees(head, shared) else None


def _agrees(head: Token, subject: Token) -> bool:
    """Whether a tensed verb fits its subject in number, as far as the tags tell ("he" does not go with "are fighting")."""
    first = next((c for c in head.children if c.dep_ in ("aux", "auxpass")), head)
    if first.tag_ not in ("VBP", "VBZ") or subject.lower_ in listed("any_number"):
        return True
    plural = subject.tag_ in ("NNS", "NNPS") or subject.lower_ in ("they", "these", "those") or any(subject.conjuncts)
    return first.tag_ == "VBZ" or plural or subject.tag_ not in ("PRP", "NNP") or subject.lower_ == "them"


def _raised(head: Token, above: Clause) -> Token | None:
    """Whom the governing verb makes act: its object, or the noun after "on" or "to" ("called on the rebels to disarm")."""
    if above.head.lemma_.lower() not in _moving_others():
        return None
    if above.object is not None and above.object.i < head.i:
        return above.object
    addressed = (noun for name, noun in obliques(above.head) if name in ("on", "upon", "to") and noun.i < head.i)
    return next(addressed, None)


@functools.cache
def _moving_others() -> frozenset[str]:
    """The verbs whose infinitive is somebody else's act ("urge", "force", "allow")."""
    return frozenset(row["word"] for row in word_list(LANGUAGE, "matrix") if row["control"] == "object")


def _owner(noun: Token, above: Clause | None) -> Token | None:
    """Whose plan, offer or demand it is: the possessor, a name before it, else who does something with it."""
    owner = next((c for c in noun.children if c.dep_ == "poss"), None)
    named = (c for c in noun.children if c.dep_ in ("compound", "amod", "nmod") and c.ent_type_ in ("GPE", "NORP", "ORG"))
    owner = owner or next(named, None)
    if owner is None and above is not None and above.object == noun:
        owner = above.subject
    return owner


def by_agent(head: Token) -> Token | None:
    """The noun after "by" at a passive verb."""
    for child in head.children:
        if child.dep_ == "agent" or (child.dep_ == "prep" and child.lower_ == "by"):
            return next((c for c in child.children if c.dep_ == "pobj" and not _is_measure(c)), None)
    return None


def _shared_agent(head: Token) -> Token | None:
    """The agent that stands at the last of several passive verbs ("shot and wounded by police")."""
    following = next((c for c in head.children if c.dep_ == "conj" and c.tag_ in ("VBN", "VBD")), None)
    own = following is not None and any(c.dep_ in ("aux", "auxpass", *SUBJECTS) for c in following.children)
    return by_agent(following) if following is not None and not own else None


def _is_measure(token: Token) -> bool:
    return token.ent_type_ in ("DATE", "TIME", "PERCENT", "MONEY", "CARDINAL", "QUANTITY")


def obliques(head: Token) -> Iterator[tuple[str, Token]]:
    """The prepositions at ``head`` (also "out of", "ahead of") in text order, each with its noun."""
    for child in head.children:
        if child.dep_ in ("prep", "agent", "dative", "prt", "advmod") and child.lower_ != "according":
            yield from _under(child, child.lower_, 0)


def _under(preposition: Token, name: str, depth: int) -> Iterator[tuple[str, Token]]:
    for inner in preposition.children:
        if inner.dep_ == "pobj":
            yield name, inner
        elif inner.dep_ in ("prep", "conj") and inner.pos_ == "ADP" and depth < 3:
            yield from _under(inner, f"{name} {inner.lower_}" if inner.dep_ == "prep" else inner.lower_, depth + 1)


def nouns_in(doc: Doc) -> Iterator[Token]:
    """The common nouns of ``doc`` in text order."""
    for i in np.flatnonzero(doc.to_array("POS") == NOUN):
        yield doc[int(i)]


def together(token: Token) -> tuple[Token, ...]:
    """``token`` and the nouns coordinated with it, in text order."""
    return tuple(sorted({token, *(t for t in token.conjuncts if t.i > token.i and t.pos_ not in ("VERB", "AUX"))}))
