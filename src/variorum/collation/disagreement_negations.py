"""That no such thing was, against the one clause of another voice that tells of such a thing.

"No guest was taken off the beach by boat", "such an amendment is not being worked on", "there is no proof of arson" hold for
all of a kind. Nobody denies what nobody said, so that the clause of another voice that names the thing and comes nearest to the
rest of the denial is what it denies, if no other comes as near.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from variorum.collation.claim_alignment import (
    ENDING,
    dated_apart,
    in_other_time,
    phrase_head,
    quoted_words,
    reported_later,
    shared_words,
    whole_side,
)
from variorum.collation.claim_sentences import concepts_in, is_content, sentence_at, words_in
from variorum.collation.claim_setting import PLACE_TYPES, Setting
from variorum.collation.claim_statements import Statement
from variorum.collation.claim_verdicts import Verdict
from variorum.collation.claim_words import concept_of, kind_words
from variorum.collation.encoder import Encoder
from variorum.records.article import Span

NEAR, LIKE = 0.9, 0.45
"""Least sum of the share of a denial's telling words that a clause holds and of the cosine of both, and least cosine; set on
invented stories."""

ALONE = 0.1
"""By how much it must come nearer than the clause of any other sentence that does not say the same."""

ALIKE = 0.6
"""Cosine from which two clauses are taken to say the same."""

AROUND = 0.6
"""What a word counts that stands in the sentence of a clause but not in the clause."""

TELLING = 2
"""Least telling words of a denial."""

FIRM = ("asserted", "planned")
QUANTIFIER = re.compile(r"\b(?:no|any|single|such|(?:not|never) one)\b", re.IGNORECASE)
NEGATION = re.compile(
    r"\b(?:not a single|not one|not any|not|no one|no|never|nobody|nothing|none|neither|nor|any|ever|yet|still)\b|n['’]t\b",
    re.IGNORECASE,
)
THERE = re.compile(
    r"there (?:(?:will|would|has|have|had|was|were|is|are|never) ?(?:been|be|ever)? ?)+"
    r"(?:no|any|not an?|not one|never an?|not a single) ",
    re.IGNORECASE,
)
BEING = ("be", "exist")
LEAD = 10
"""Characters before a noun phrase in which "not one" or "not a single" may stand."""
DENIED = re.compile(r"\b(?:not|no|never|nobody|nothing|none|nor|neither|denie[ds]|deny)\b|n['’]t\b", re.IGNORECASE)
LIMITED = re.compile(
    r"\b(?:no|not|any) (?:more|less|fewer|longer|other|further|doubt|need|reason|way|word|comment|only|just|"
    r"saving|denying|knowing|telling|escaping|point|use)\b",
    re.IGNORECASE,
)
OPEN = re.compile(r"(?:if|unless|whoever|when|what|which|who|how|why|whether|do not|don['’]t|never)\b", re.IGNORECASE)
"""Words that begin a condition, a question or an order."""

HOLLOW = kind_words("hollow")
"""Nouns that tell nothing of what there is none of: proof, a sign, a plan."""

MONEY, MANY = frozenset({"money", "one"}), 1_000_000
"""Nouns that only measure, and how many of a thing make it such a noun ("1.4 billion crowns"): the one that there is none of is
not what another report tells of."""

UNTOLD = kind_words("untold")
"""Verbs under whose negation something is only not said or not known."""


@dataclass(frozen=True, slots=True)
class Denial:
    """``things``: concepts of which one must be named in what is denied; ``words``: concepts of the clause."""

    statement: Statement
    things: frozenset[str]
    words: frozenset[str]


def negation_verdicts(statements: Sequence[Statement], setting: Setting, encoder: Encoder | None) -> Iterator[Verdict]:
    """One verdict for each denial of all of a kind with the clause of another voice that it denies; none without an encoder."""
    if encoder is None:
        return
    said = [s for s in statements if s.claim.field == "text" and _is_told(s)]
    index: dict[str, list[int]] = {}
    for number, s in enumerate(said):
        for term in concepts_in(s.article, s.claim.span):
            index.setdefault(term, []).append(number)
    measures = MONEY | {q.thing[-1] for s in statements for q in s.quantities if q.thing and q.value >= MANY}
    for denial in filter(None, map(_denial, statements)):
        if denial.things <= measures:
            continue
        numbers = sorted({n for thing in denial.things for n in index.get(thing, ())})
        near = (said[n] for n in numbers if _other_voice(said[n], denial.statement))
        held = [s for s in near if not _is_elsewhere(s, denial.statement, setting)]
        target = _denied(denial, held, setting, encoder)
        if target is not None:
            yield _verdict(target, denial, setting)


def _is_told(s: Statement) -> bool:
    """Whether a clause affirms something, in a sentence that denies and asks nothing."""
    low, high = sentence_at(s.article, *s.claim.span)
    sentence = s.article.text[low:high]
    return s.polarity == "positive" and s.modality in FIRM and not DENIED.search(sentence) and not _is_asked(sentence)


def _is_asked(sentence: str) -> bool:
    return sentence.rstrip(" \n”\"’'").endswith("?")


def _denial(s: Statement) -> Denial | None:
    """The clause as a denial of all of a kind; ``None`` where it is none."""
    if s.polarity != "negative" or s.modality not in FIRM or s.claim.field != "text" or s.predicate.split()[0] in UNTOLD:
        return None
    text, (low, high) = quoted_words(s, s.claim.span), sentence_at(s.article, *s.claim.span)
    if LIMITED.search(text) or OPEN.match(text) or _is_asked(s.article.text[low:high]):
        return None
    things, words = _things(s), concepts_in(s.article, s.claim.span) - {"such", "single"}
    return Denial(s, things, words - HOLLOW) if things and len(words - HOLLOW) >= TELLING else None


def _things(s: Statement) -> frozenset[str]:
    """Concepts of what there is said to be none of; of hollow nouns what they are said of."""
    for span in (s.claim.subject_span, s.claim.object_span):
        head = (
            phrase_head(s, span)
            if span and QUANTIFIER.search(s.article.text[max(span[0] - LEAD, s.claim.span[0]) : span[1]])
            else None
        )
        if span and head is not None:
            return frozenset({head}) if head not in HOLLOW else _after(s, span, head)
    found = THERE.match(quoted_words(s, s.claim.span)) if s.predicate.split()[0] in BEING else None
    return _listed(s, s.claim.span[0] + found.end()) if found is not None else frozenset()


def _listed(s: Statement, start: int) -> frozenset[str]:
    """Concepts of the nouns from ``start`` on up to a preposition; of hollow ones what they are said of."""
    words = [lemma for _, lemma in words_in(s.article, (start, s.claim.span[1]))]
    cut = next((n for n, lemma in enumerate(words) if n and lemma in ENDING - {"or"}), len(words))
    ends = [n for n in range(cut) if n + 1 == cut or words[n + 1] == "or"]
    heads = [concept_of(words[n]) for n in ends if is_content(words[n])]
    if not any(h in HOLLOW for h in heads):
        return frozenset(heads)
    return _said_of([(concept_of(w), w) for w in words[cut:]])


def _after(s: Statement, span: Span, head: str) -> frozenset[str]:
    """Concepts of the clause that follow the head of a phrase."""
    words = [(concept_of(lemma), lemma) for _, lemma in words_in(s.article, (span[0], s.claim.span[1]))]
    at = next((n for n, (concept, _) in enumerate(words) if concept == head), len(words))
    return _said_of(words[at + 1 :])


def _said_of(words: Sequence[tuple[str, str]]) -> frozenset[str]:
    """Concepts of the words after "of" or "for" that follows a hollow noun."""
    if not words or words[0][1] not in ("of", "for"):
        return frozenset()
    return frozenset(concept for concept, lemma in words if is_content(lemma))


def _other_voice(s: Statement, denial: Statement) -> bool:
    """Whether a clause stands in another voice than the denial, in another sentence, and on days that fit."""
    if s.speaker is not None and s.speaker == denial.speaker:
        return False
    if s.article.id == denial.article.id:
        here, there = (sentence_at(x.article, *x.claim.span) for x in (s, denial))
        if here == there or s.speaker == denial.speaker:
            return False
    return not dated_apart(s, denial) and not in_other_time(s, denial) and not _done_to_itself(s, denial)


def _is_elsewhere(s: Statement, denial: Statement, setting: Setting) -> bool:
    """Whether the sentence of the clause tells of several countries, or the clause of several places, of which the denial
    says nothing."""
    low, high = sentence_at(s.article, *s.claim.span)
    mentions = (m for m in s.article.mentions if m.field == "text" and low <= m.start < high)
    around = {e for m in mentions if (e := setting.roll.party(m.entity)) is not None}
    told = {term[1:] for term in denial.terms if term.startswith("@")}
    inside = {term[1:] for term in s.terms if term.startswith("@")}
    places = {e for e in (inside | around) - told if e in setting.entities and setting.entities[e].type in PLACE_TYPES}
    return len(places & inside) > 1 or sum(setting.entities[e].country is not None for e in places) > 1


def _done_to_itself(s: Statement, denial: Statement) -> bool:
    """Whether the clause makes a doer of what the denial has acted upon: "nobody lost a crown", "the crown lost"."""
    wanted = phrase_head(denial, denial.claim.object_span)
    return wanted is not None and wanted == phrase_head(s, s.claim.subject_span) and s.claim.object_span is not None


def _denied(denial: Denial, held: Sequence[Statement], setting: Setting, encoder: Encoder) -> Statement | None:
    """The clause that comes nearest to the denial, if near enough and alone; the first of equals."""
    if not held:
        return None
    asked = " ".join(NEGATION.sub(" ", denial.statement.text).split())
    vectors = encoder.encode([asked, *(s.text for s in held)])
    near = [_nearness(denial, s, float(np.dot(vectors[0], v)), setting) for s, v in zip(held, vectors[1:], strict=True)]
    best = max(range(len(held)), key=lambda n: (near[n], -n))
    if near[best] < NEAR or round(float(np.dot(vectors[0], vectors[best + 1])), 3) < LIKE:
        return None
    rivals = [n for n in range(len(held)) if _is_rival(held[n], held[best], float(np.dot(vectors[n + 1], vectors[best + 1])))]
    return held[best] if all(round(near[best] - near[n], 3) >= ALONE for n in rivals) else None


def _is_rival(s: Statement, best: Statement, alike: float) -> bool:
    """Whether a clause of another sentence says something else than the best one."""
    here, there = (sentence_at(x.article, *x.claim.span) for x in (s, best))
    return (s.article.id != best.article.id or here != there) and round(alike, 3) < ALIKE


def _nearness(denial: Denial, s: Statement, cosine: float, setting: Setting) -> float:
    inside = concepts_in(s.article, s.claim.span)
    around = concepts_in(s.article, sentence_at(s.article, *s.claim.span)) - inside
    weigh = setting.weights.total
    held = weigh(denial.words & inside) + AROUND * weigh(denial.words & around)
    return round(held / (weigh(denial.words) or 1.0) + cosine, 3)


def _verdict(target: Statement, denial: Denial, setting: Setting) -> Verdict:
    s = denial.statement
    said, denied = (" ".join(quoted_words(x, x.claim.span).split()[:12]) for x in (target, s))
    about = shared_words(target, s, setting) or ", ".join(sorted(denial.things))
    later = reported_later(s, target) == 1
    sides = (whole_side(target, "said"), whole_side(s, "denied"))
    return Verdict("polarity", "update" if later else "conflict", sides, about, 1.0, f"“{denied}” leaves no room for “{said}”.")
