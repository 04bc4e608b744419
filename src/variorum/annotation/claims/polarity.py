"""Negation by words inside a clause. Verbs that deny what they govern ("refuse to") are in ``modality``."""

from collections.abc import Iterator

from spacy.tokens import Token

from variorum.annotation.claims.clauses import Clause, obliques
from variorum.annotation.claims.negation_scope import negators, spares_act


def is_negated(clause: Clause) -> bool:
    """Whether the words of ``clause`` itself deny it; two negations cancel out."""
    return sum(1 for _ in negations(clause)) % 2 == 1


def negations(clause: Clause) -> Iterator[Token]:
    """The words that negate ``clause``, each once: at its verb, arguments, predicative or preposition."""
    yield from _at_verb(clause)
    arguments = {clause.subject, clause.object, clause.parts.get("attr"), clause.parts.get("nsubj")} - {None}
    for argument in sorted(t for t in arguments if t is not None):
        yield from _at_noun(argument)
    yield from _at_preposition(clause)
    yield from _predicative(clause)


def is_denied_by_shared(clause: Clause) -> bool:
    """Whether a clause takes an argument that negates it over from the clause above ("*No rebel* was forced to leave"), where
    the same words negate that one."""
    if clause.above is None:
        return False
    own, above = ({t.i: t for t in (c.subject, c.object) if t is not None} for c in (clause, clause.above))
    shared = [own[i] for i in sorted(own.keys() & above.keys()) if own[i].head.i != clause.head.i]
    return sum(1 for noun in shared for _ in _at_noun(noun)) % 2 == 1


def _at_verb(clause: Clause) -> Iterator[Token]:
    carriers = [clause]
    if clause.coordinated and clause.above is not None and clause.auxiliaries == clause.above.auxiliaries:
        carriers += [clause.above] if clause.auxiliaries else []
    for carrier in carriers:
        denials = [child for child in carrier.children if _negates(child) and not _limited(child)]
        yield from denials if denials and not spares_act(carrier) else ()


def _negates(word: Token) -> bool:
    if word.dep_ == "neg" or (word.dep_ == "advmod" and word.lower_ in negators("adverb")):
        return True
    return word.lower_ == "longer" and word.i > 0 and word.nbor(-1).lower_ == "no"


def _limited(word: Token) -> bool:
    """Whether the negation denies only a limit ("not only"), only what follows a comma ("it was rain that broke the dam, not
    a bomb") or hangs on "no longer", which counts once."""
    follows = word.doc[word.i + 1].lower_ if word.i + 1 < len(word.doc) else ""
    behind = word.i > word.head.i and word.nbor(-1).text == ","
    return behind or follows in negators("limits") or (word.lower_ == "no" and follows == "longer")


def _at_noun(noun: Token) -> Iterator[Token]:
    if noun.lower_ in negators("pronoun") and noun.doc[min(noun.i + 1, len(noun.doc) - 1)].lower_ not in negators("exception"):
        yield noun
    for child in noun.children:
        if child.dep_ == "poss" and child.lower_ in negators("pronoun"):
            yield child
        if child.dep_ in ("det", "neg", "preconj") and child.lower_ in negators("determiner") and child.i < noun.i:
            yield child
    yield from _not_one(noun)


def _not_one(noun: Token) -> Iterator[Token]:
    """The "not" of "not *one* shot", "not a *single* shot", "not *one* of them", wherever among these words it hangs."""
    one = next((c for c in (noun, *noun.children) if c.lower_ in negators("single") and c.i <= noun.i), None)
    if one is not None:
        words = (one, noun) if one != noun else (noun,)
        at_it = (c for word in words for c in word.children if c.lower_ == "not" and c.dep_ in ("neg", "advmod"))
        yield from (c for c in at_it if c.i in (one.i - 1, one.i - 2))


def _at_preposition(clause: Clause) -> Iterator[Token]:
    head = clause.head
    if head.dep_ == "pcomp" and _preposition(head.head) in negators("preposition"):
        yield head.head
    for name, noun in obliques(head):
        if name in negators("oblique"):
            yield from _at_noun(noun)
        words = [c.lower_ for c in noun.children if c.dep_ == "det"]
        if " ".join((name, *words, noun.lemma_.lower())) in negators("phrase"):
            yield noun


def _preposition(word: Token) -> str:
    return f"{word.head.lower_} {word.lower_}" if word.head.dep_ in ("prep", "cc", "advmod") else word.lower_


def _predicative(clause: Clause) -> Iterator[Token]:
    complement = clause.parts.get("acomp") or clause.parts.get("attr")
    if clause.head.lemma_ == "be" and complement is not None and complement.lower_ in negators("predicative"):
        yield complement
