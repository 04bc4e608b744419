"""Clauses that say nothing by themselves: words of saying without what was said, a verb that stands for another, a topic."""

from spacy.tokens import Token

from variorum.annotation.claims.clauses import Clause, Clauses
from variorum.annotation.claims.predicates import lemma

CONTENT = frozenset({"ccomp", "dobj", "xcomp", "attr", "oprd", "acomp", "csubj", "csubjpass"})
"""Parts of a clause that hold what is said, done or had."""

BEFORE = frozenset({"nsubj", "aux", "prep", "mark", "cc", "punct"})
AFTER = BEFORE | {"advcl"}
"""Parts before and behind a verb of saying that tell who spoke, when and where; any other may be what was said
("she said 112", "two dead, said the mayor"). Headlines say so in the present tense ("Sulmar says close to a deal")."""

SAYING = "say"
STANDING_IN = ("do", "have")
"""Verbs that stand for one said before ("as the last treaty did")."""


def is_hollow(clause: Clause, clauses: Clauses) -> bool:
    """Whether the clause tells nothing: "she said during the debate" (what she said stands elsewhere), "as the last treaty
    did", "when it comes to fishing". What is denied so ("the other never did") may be told of nowhere else and stays."""
    return _only_says(clause, clauses) or _stands_in(clause) or _sets_topic(clause)


def _only_says(clause: Clause, clauses: Clauses) -> bool:
    """Whether only who, when and where stand beside "said"; a sentence before it is a claim of its own."""
    if lemma(clause.head) != SAYING or clause.head.tag_ != "VBD":
        return False
    said = {c.head.i for c in clauses.below(clause) if c.head.dep_ == "ccomp" and c.form == "finite"}
    around = ((BEFORE if c.i < clause.head.i else AFTER, c) for c in clause.children)
    return all((c.dep_ in parts and c.text != ":") or (c.i in said and c.i < clause.head.i) for parts, c in around)


def _stands_in(clause: Clause) -> bool:
    if clause.auxiliaries or (lemma(clause.head) not in STANDING_IN and clause.head.tag_ != "MD"):
        return False
    after = any(c.i > clause.head.i and not c.is_punct and not c.is_space for c in clause.children)
    return clause.form == "finite" and not after and "neg" not in clause.parts and not _holds_content(clause)


def _holds_content(clause: Clause) -> bool:
    return any(child.dep_ in CONTENT and not _asks(child) for child in clause.children)


def _asks(child: Token) -> bool:
    return child.tag_ in ("WP", "WDT")


def _sets_topic(clause: Clause) -> bool:
    """Whether the clause is the idiom "it comes to": "when it comes to the protection of its waters"."""
    subject, preposition = clause.parts.get("nsubj"), clause.parts.get("prep")
    return (
        lemma(clause.head) == "come"
        and (subject is not None and subject.lower_ == "it")
        and (preposition is not None and preposition.lower_ == "to")
        and clause.head.dep_ == "advcl"
    )
