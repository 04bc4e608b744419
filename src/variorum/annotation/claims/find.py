"""Claims of one article: clauses that can be put beside those of another report.

A claim is a clause that says something of its own: a main clause, a reported one, a coordinated one, a relative or participial
clause, or a noun that names an act. "X said" is none when a quotation holds what X said: that is the claim, in X's voice.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from variorum.annotation.claims.clause_setting import Setting, find_setting, ids_inside, in_order
from variorum.annotation.claims.clauses import Clause, Clauses, find_clauses, obliques
from variorum.annotation.claims.extents import Edges, extent, is_attribution, is_restrictive, span_of, trim
from variorum.annotation.claims.hollow_clauses import is_hollow
from variorum.annotation.claims.modality import LANGUAGE, Stance, governing, own_modality, stance_of
from variorum.annotation.claims.nominals import Nominal, find_nominals
from variorum.annotation.claims.predicates import Predicate, carrier, carries_on, lemma, predicate_of
from variorum.annotation.claims.terms import Vocabulary, find_vocabulary
from variorum.annotation.coreference.references import References
from variorum.annotation.words.lists import listed
from variorum.language.lexicon import words
from variorum.records.annotation import Claim, Polarity, Quantity, Quotation, Time
from variorum.records.article import Span

MIN_TERMS = 2
MIN_TERMS_INNER = 4
"""A clause inside a noun phrase, or an act named by a noun, must say more to stand alone; here a name and a number count
twice."""


@dataclass(frozen=True, slots=True)
class _Draft:
    """A claim before it has an id."""

    head: Token
    edges: Edges
    subject: Token | None
    object: Token | None
    predicate: Predicate
    stance: Stance
    least: int


def find_claims(
    doc: Doc,
    references: References,
    quotations: tuple[Quotation, ...],
    times: tuple[Time, ...],
    quantities: tuple[Quantity, ...],
) -> tuple[Claim, ...]:
    """The claims of ``doc`` in text order; ``voice`` is the innermost quotation that holds the clause.

    ``polarity`` is that of the predicate as it is named: "refused to sign" is a negative ``sign``, "rejected the deal" a
    positive ``reject``. ``subject`` is who acts and ``object`` who or what is acted upon, active or passive.
    """
    setting = find_setting(doc, references, quotations)
    drafts = sorted(_drafts(doc, setting), key=lambda d: (d.edges[0], -d.edges[1], d.head.i))
    vocabulary, inside = find_vocabulary(doc, setting), (in_order(times), in_order(quantities))
    claims = (_claim(f"c{number}", draft, vocabulary, inside) for number, draft in enumerate(drafts, 1))
    return tuple(claim for claim in claims if claim is not None)


def _drafts(doc: Doc, setting: Setting) -> Iterator[_Draft]:
    clauses = find_clauses(doc)
    stating = [c for c in clauses.items if _states(c, clauses, setting) and not is_attribution(carrier(c, clauses), setting)]
    separate = frozenset(c.head.i for c in stating)
    taken: set[int] = set()
    covered: set[Edges] = set()
    for clause in stating:
        edges = extent(clause, clauses, setting, separate)
        if edges is not None:
            draft = _verbal(clause, clauses, edges, setting)
            taken.update(w.i for w in draft.predicate.words)
            covered.add(edges)
            yield draft
    for nominal in find_nominals(doc, clauses):
        edges = trim(setting, (nominal.head.left_edge.i, _phrase_end(nominal.head)), nominal.head)
        if nominal.head.i not in taken and edges is not None and edges not in covered:
            yield _nominal(nominal, edges)


def _states(clause: Clause, clauses: Clauses, setting: Setting) -> bool:
    """Whether the clause says something that can stand alone."""
    label, form = clause.head.dep_, clause.form
    if _only_supposes(clause) or _is_counted(clause) or is_hollow(clause, clauses):
        return False
    if form == "finite" or label == "ROOT":
        return True
    if form == "bare":
        return label in ("ccomp", "conj") and "nsubj" in clause.parts
    if form == "participle":
        if lemma(clause.head) in words(LANGUAGE, "idle_participles"):
            return False
        return label in ("acl", "relcl", "advcl") or (label == "pcomp" and clause.head.head.lower_ in listed("gerund_happens"))
    noun = clause.head.head
    carried = clause.above is not None and noun in predicate_of(clause.above).words
    return label in ("acl", "relcl") and governing(clause) is not None and not carried and noun.i not in setting.cues


def _only_supposes(clause: Clause) -> bool:
    return clause.head.dep_ == "advcl" and own_modality(clause) in ("conditional", "question")


def _is_counted(clause: Clause) -> bool:
    """Whether the clause belongs to "there are": "there are soldiers deployed" says once that they are deployed."""
    return clause.head.dep_ == "acl" and clause.above is not None and carries_on(clause, clause.above)


def _verbal(clause: Clause, clauses: Clauses, edges: Edges, setting: Setting) -> _Draft:
    core = carrier(clause, clauses)
    predicate = predicate_of(core)
    stance = stance_of(core)
    if predicate.denies:
        stance = Stance(_reversed(stance.polarity), stance.modality)
    whole = clause.form == "finite" or clause.head.dep_ == "pcomp"
    least = MIN_TERMS if whole and (not is_restrictive(clause) or _is_told_in(clause, edges)) else MIN_TERMS_INNER
    acted_on = core.object if core.object is not None or core.passive else _oblique(core, predicate)
    subject = setting.subject(core) if core is clause or core.passive else clause.surface_subject
    return _Draft(clause.head, edges, subject, acted_on, predicate, stance, least)


def _is_told_in(clause: Clause, edges: Edges) -> bool:
    """Whether the clause tells what was said in something, of which the claim holds nothing ("said in an interview *that the
    front had no part in it*")."""
    mark = clause.parts.get("mark")
    return is_restrictive(clause) and mark is not None and mark.lower_ == "that" and edges[0] > clause.head.head.i


def _reversed(polarity: Polarity) -> Polarity:
    return "positive" if polarity == "negative" else "negative"


def _oblique(clause: Clause, predicate: Predicate) -> Token | None:
    """The first noun after a preposition, where the verb has no object ("withdrew from Averia")."""
    named = {w.i for w in predicate.words}
    return next((t for _, t in obliques(clause.head) if t.i not in named and not _is_time(t)), None)


def _is_time(token: Token) -> bool:
    return token.ent_type_ in ("DATE", "TIME")


def _nominal(nominal: Nominal, edges: Edges) -> _Draft:
    predicate = Predicate(nominal.verb, (nominal.head,))
    return _Draft(nominal.head, edges, nominal.subject, nominal.object, predicate, nominal.stance, MIN_TERMS_INNER)


def _phrase_end(noun: Token) -> int:
    """The last token of a noun phrase less what is coordinated with it or stands after a comma."""
    ends = [noun.i]
    for child in noun.children:
        if child.i > noun.i and child.dep_ in ("prep", "acl", "agent"):
            ends.append(child.right_edge.i)
        elif child.i > noun.i and child.dep_ in ("punct", "cc", "conj", "appos", "relcl"):
            break
    return max(ends)


def _claim(
    number: str, draft: _Draft, vocabulary: Vocabulary, inside: tuple[tuple[Time, ...], tuple[Quantity, ...]]
) -> Claim | None:
    setting = vocabulary.setting
    span = span_of(draft.head.doc, draft.edges)
    voice = setting.voice(draft.head)
    found = vocabulary.terms(draft.edges, voice)
    counted = ids_inside(inside[1], span)
    if len(found) + any(term.startswith("@") for term in found) + bool(counted) < draft.least:
        return None
    named = draft.predicate.words
    subject, acted_on = setting.entity(draft.subject), setting.entity(draft.object)
    return Claim(
        number,
        span,
        subject,
        draft.predicate.name,
        None if acted_on == subject else acted_on,
        draft.stance.polarity,
        draft.stance.modality,
        voice,
        subject_span=_phrase(draft.subject),
        predicate_span=(min(w.idx for w in named), max(w.idx + len(w) for w in named)),
        object_span=_phrase(draft.object),
        terms=found,
        times=ids_inside(inside[0], span),
        quantities=counted,
    )


def _phrase(noun: Token | None) -> Span | None:
    """The characters of a noun with what stands before it."""
    return None if noun is None else (noun.left_edge.idx, noun.idx + len(noun))
