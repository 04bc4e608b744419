"""Whether a clause tells the very thing that a denial denies.

A long report speaks of many matters, and the likeliest clause of all may still only touch one word of a denial: a denial is
set against it only where what is denied is what is said.
"""

from variorum.collation.claims.sentences import words_in
from variorum.collation.claims.words import stage_of
from variorum.collation.denials.features import Candidate
from variorum.collation.denials.refusals import words_of
from variorum.collation.denials.units import Unit
from variorum.collation.word_stems import stem

HELD = 0.25
"""Least share, by rarity, of the words of a negation that the clause has too. Of 37 right pairs that the ranking alone shows in
eight invented stories of long reports, each on three matters, one lies below; of 23 shown in fifteen real stories four lay
below, all wrong. No command repeats this."""

DECIDED = 3
"""Step of the list of commitment from which something is more than considered."""

PREFIXES = words_of("prefix")
"""What turns a word into its opposite."""


def tells_it(c: Candidate) -> bool:
    """Whether the clause tells what is denied: of a negation its act, or what there is "no" of, and not little of the rest; of
    what is considered that it is decided. What somebody calls untrue need not be told in the same words."""
    if c.denial.kind == "considered":
        return is_decided(c.clause)
    if is_told_by_opposite(c.denial, c.clause):
        return False
    if c.denial.kind == "refusal":
        return True
    act = any(c.features.get(name) for name in ("act akin", "act named", "head named"))
    return (act or c.denial.statement is None) and c.features["held"] >= HELD


def is_decided(clause: Unit) -> bool:
    """Whether words of the clause say that something is decided or done: "decided to build", "signed a contract"."""
    return any((stage_of(lemma) or 0) >= DECIDED for _, lemma in words_in(clause.article, clause.span))


def is_told_by_opposite(denial: Unit, clause: Unit) -> bool:
    """Whether the clause says the same as the denial with an opposite word: "will not be disturbed", "is undisturbed"."""
    words = {lemma for _, lemma in words_in(clause.article, clause.span)}
    turned = {stem(word.removeprefix(prefix)) for word in words for prefix in PREFIXES if word.startswith(prefix)}
    return bool((denial.stems - clause.stems) & turned)
