"""What somebody expressly denies, set against another voice that says it.

A denial presupposes that somebody said so. Its words are looked for in other voices of the story: the sentence that holds most
of their weight is what is denied.
"""

from collections.abc import Iterator, Mapping, Sequence

from variorum.collation.claim_alignment import (
    dated_apart,
    days,
    is_nominal,
    quoted_words,
    shared_words,
    whole_side,
)
from variorum.collation.claim_sentences import concepts_in, sentence_at, words_in
from variorum.collation.claim_setting import Setting
from variorum.collation.claim_statements import Statement
from variorum.collation.claim_verdicts import Verdict
from variorum.collation.claim_words import kind_words

DENYING = kind_words("denying")

HELD, LEAST_SHARED = 0.6, 2
"""Share of the weight of a denial's telling words that a sentence must hold to say what is denied, and words at least; set on
invented stories."""

MOST_HELD = 200
"""Sentences that share a word with a denial and are looked at; more share words that tell nothing."""


def refusal_verdicts(statements: Sequence[Statement], setting: Setting) -> Iterator[Verdict]:
    """One conflict for each express denial with the clause of another voice that says what it denies."""
    said = [s for s in statements if s.claim.field == "text" and s.polarity == "positive" and _is_firm(s)]
    index: dict[str, list[int]] = {}
    for number, s in enumerate(said):
        for term in _around(s):
            index.setdefault(term, []).append(number)
    for denial in statements:
        if denial.polarity == "negative" and denial.claim.field == "text" and is_denied(denial):
            target = _said(denial, said, index, setting)
            if target is not None:
                yield _verdict(target, denial, setting)


def _is_firm(s: Statement) -> bool:
    return s.modality in ("asserted", "planned") and not is_nominal(s) and not s.predicate.startswith(tuple(DENYING))


def is_denied(s: Statement) -> bool:
    """Whether the clause is the content of somebody's denial."""
    cues = s.quotation.cue if s.quotation is not None and s.quotation.field == "text" else ()
    return any(lemma in DENYING for span in cues for _, lemma in words_in(s.article, span))


def _around(s: Statement) -> frozenset[str]:
    """Concepts of the sentence around a clause."""
    return concepts_in(s.article, sentence_at(s.article, *s.claim.span))


def _said(denial: Statement, said: Sequence[Statement], index: Mapping[str, list[int]], setting: Setting) -> Statement | None:
    """The clause of another voice whose sentence holds most of what is denied; ``None`` where none holds enough."""
    own = frozenset(t for t in denial.terms if not t.startswith("@"))
    parties = frozenset(t for t in denial.terms if t.startswith("@"))
    numbers = sorted({n for term in sorted(own) for n in index.get(term, ())[:MOST_HELD]})
    best: tuple[float, float, int] | None = None
    for n in numbers:
        s = said[n]
        shared = own & _around(s)
        held = round(setting.weights.total(shared) / (setting.weights.total(own) or 1.0), 3)
        if held < HELD or len(shared) < LEAST_SHARED or not _fits(denial, s) or not _tells_of(s, parties):
            continue
        inside = round(setting.weights.total(own & concepts_in(s.article, s.claim.span)), 3)
        best = max(best or (0.0, 0.0, 0), (held, inside, -n))
    return said[-best[2]] if best else None


def _tells_of(s: Statement, parties: frozenset[str]) -> bool:
    """Whether a clause names somebody whom the denial names, or is that one's own words."""
    return not parties or bool(parties & set(s.terms)) or f"@{s.speaker}" in parties


def _fits(denial: Statement, s: Statement) -> bool:
    """Whether a clause stands in another voice than the denial, in another sentence, and on days that fit."""
    if s.article.id == denial.article.id:
        here, there = (sentence_at(x.article, *x.claim.span) for x in (denial, s))
        if here == there or s.speaker == denial.speaker:
            return False
    if s.speaker is not None and s.speaker == denial.speaker:
        return False
    return not dated_apart(denial, s) or days(s) is None


def _verdict(target: Statement, denial: Statement, setting: Setting) -> Verdict:
    speaker = setting.entities.get(denial.speaker or "")
    name = speaker.name if speaker is not None else "The one concerned"
    words = " ".join(quoted_words(target, target.claim.span).split()[:10])
    sides = (whole_side(target, "said"), whole_side(denial, "denied"))
    about = shared_words(target, denial, setting) or words
    return Verdict("polarity", "conflict", sides, about, 1.0, f"{name[0].upper()}{name[1:]} denies what is said: “{words}”.")
