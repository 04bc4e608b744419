"""Where a claim begins and ends: its clause without other claims at the edges, without attribution and connecting words."""

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from variorum.annotation.claims.clause_setting import Setting
from variorum.annotation.claims.clauses import Clause, Clauses
from variorum.annotation.claims.modality import LANGUAGE
from variorum.annotation.claims.negation_scope import belongs_to_negation
from variorum.annotation.words.lists import listed
from variorum.language.lexicon import words
from variorum.records.article import Span

Edges = tuple[int, int]
"""Index of the first and of the last token."""

_OPENING = {"(": ")", "[": "]", "“": "”", "‘": "’", "«": "»", "„": "“"}
_QUOTES = frozenset("\"'“”‘’«»„`")


def stands_apart(clause: Clause) -> bool:
    """Whether the words of ``clause`` are left out of the claim that they hang on."""
    label = clause.head.dep_
    if label in ("conj", "dep"):
        return clause.form == "finite" and not shares_object(clause)
    if label == "parataxis" or (label == "ccomp" and clause.above is not None and clause.head.i < clause.above.head.i):
        return clause.form == "finite"
    if label == "advcl":
        mark = clause.parts.get("mark") or clause.parts.get("advmod")
        if clause.form == "finite":
            opened = mark is not None and mark.i < clause.head.i and mark.lower_ in listed("apart")
            return opened and not belongs_to_negation(clause)
        return clause.form == "participle" and _after_comma(clause)
    return label in ("relcl", "acl") and _after_comma(clause)


def shares_object(clause: Clause) -> bool:
    """Whether the verb before leans on this one's object ("arrested and charged two men")."""
    before = clause.above
    if not clause.coordinated or before is None or "nsubj" in clause.parts or "nsubjpass" in clause.parts:
        return False
    linked = before.head.i + 2 == clause.head.i and before.parts.get("cc") is not None
    return linked and not any(label in before.parts for label in ("dobj", "prep", "ccomp", "xcomp", "advmod", "attr"))


def _after_comma(clause: Clause) -> bool:
    first = clause.head.left_edge.i
    return first > 0 and clause.head.doc[first - 1].text in (",", "–", "—", "--", "-")


def is_restrictive(clause: Clause) -> bool:
    """Whether the clause belongs closely to the noun before it ("troops stationed in Averia")."""
    head = clause.head
    if head.dep_ not in ("relcl", "acl") or head.head.i > head.i or _after_comma(clause):
        return False
    return not any(c.tag_ == "WRB" for c in clause.children)


def extent(clause: Clause, clauses: Clauses, setting: Setting, separate: frozenset[int]) -> Edges | None:
    """First and last token of the claim; ``separate`` are the heads of clauses that are claims of their own."""
    head = clause.head
    first = head.head.left_edge.i if is_restrictive(clause) else clause.first
    cuts = tuple(_cuts(clause, clauses, setting, separate))
    return trim(setting, (min(first, clause.first), head.right_edge.i), head, cuts)


def trim(setting: Setting, edges: Edges, head: Token, cuts: tuple[Edges, ...] = ()) -> Edges | None:
    """Take away from both ends what does not belong to the claim of ``head``; ``None`` when nothing is left."""
    doc, (first, last) = head.doc, edges
    before = {cut[0]: cut[1] for cut in cuts if cut[1] < head.i}
    after = {cut[1]: cut[0] for cut in cuts if cut[0] > head.i}
    last = _past_punctuation(doc, last, after)
    while first < head.i and (first in before or _foreign(doc[first], head, setting) or _joins(doc[first])):
        first = before.get(first, first) + 1
    while last > head.i and (last in after or _foreign(doc[last], head, setting) or _closes(doc, first, last)):
        last = after.get(last, last) - 1
        last = _past_punctuation(doc, last, after)
    while first < head.i and _opens(doc, first, last):
        first += 1
    return (first, last) if first <= head.i <= last else None


def _past_punctuation(doc: Doc, last: int, after: dict[int, int]) -> int:
    """The end of a clause that stands apart, where only punctuation follows it; else ``last``."""
    end = last
    while end > 0 and doc[end].is_punct and end not in after:
        end -= 1
    return end if end in after else last


def _cuts(clause: Clause, clauses: Clauses, setting: Setting, separate: frozenset[int]) -> Iterator[Edges]:
    """First and last tokens of the clauses below that stand apart."""
    queue = list(clauses.below(clause))
    for inner in queue:
        head = inner.head
        apart = stands_apart(inner) and (head.i in separate or head.dep_ == "parataxis")
        if apart or (head.dep_ in ("advcl", "conj") and is_attribution(inner, setting)):
            yield inner.first, head.right_edge.i
        else:
            queue.extend(clauses.below(inner))


def is_attribution(clause: Clause, setting: Setting) -> bool:
    """Whether the clause only says who speaks: its verb is the cue of a quotation that holds a statement of its own."""
    cued = setting.cues.get(clause.head.i, ())
    reported = (q for q in cued if q.act not in ("intent", "attitude"))
    return any(q.id in setting.stating or q.kind == "direct" for q in reported)


def _foreign(token: Token, head: Token, setting: Setting) -> bool:
    """Whether ``token`` belongs to another voice than ``head``."""
    voice = setting.voices.get(head.i)
    if voice is not None:
        return token.i not in setting.contents[voice]
    other = setting.voices.get(token.i)
    if other is None:
        return False
    own = any(q.id == other for q in setting.cues.get(head.i, ()))
    return not own and other in setting.stating


def _joins(token: Token) -> bool:
    """Whether a word at the front only connects the clause: conjunctions, commas, dashes."""
    if token.dep_ == "cc" or token.is_space:
        return True
    if token.dep_ in ("mark", "advmod"):
        word = token.lower_
        return word in listed("apart") or word in ("that", "where", "so") or word in words(LANGUAGE, "connectives")
    return token.is_punct and token.text not in _OPENING and token.text not in _QUOTES


def _closes(doc: Doc, first: int, last: int) -> bool:
    """Whether the last token is left over: punctuation without its partner, a dangling conjunction."""
    token = doc[last]
    if token.is_space or token.dep_ in ("cc", "mark"):
        return True
    if not token.is_punct:
        return False
    opener = next((o for o, c in _OPENING.items() if c == token.text), None)
    if opener is None and token.text not in _QUOTES:
        return True
    inside = {doc[i].text for i in range(first, last)}
    if token.text in _QUOTES:
        return not (inside & ({opener} if opener else {token.text}))
    return opener not in inside


def _opens(doc: Doc, first: int, last: int) -> bool:
    """Whether the first token opens a bracket or quotation mark that is not closed inside."""
    text = doc[first].text
    if text not in _OPENING and text not in _QUOTES:
        return False
    closer = _OPENING.get(text, text)
    return all(doc[i].text != closer for i in range(first + 1, last + 1))


def span_of(doc: Doc, edges: tuple[int, int]) -> Span:
    """The characters from the first to the last token."""
    return doc[edges[0]].idx, doc[edges[1]].idx + len(doc[edges[1]])
