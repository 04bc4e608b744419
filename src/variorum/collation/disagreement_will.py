"""Whose will a step was: taken freely in one voice ("at her own request"), brought about by others in another ("shown the
door").

Words of will stand beside any act (``en/wills.tsv``); two sentences are set against each other where they tell of one party
and are near in what else they say.
"""

import functools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np

from variorum.collation.claim_alignment import dated_apart, phrase_head, quoted_words, whole_side
from variorum.collation.claim_sentences import concepts_in, sentence_at
from variorum.collation.claim_setting import Setting
from variorum.collation.claim_statements import Statement
from variorum.collation.claim_verdicts import Verdict
from variorum.collation.claim_words import LANGUAGE, is_done_to
from variorum.collation.encoder import Encoder
from variorum.language.lexicon import word_list

Will = Literal["freely", "forced"]

NEAR, NEAR_UNNAMED = 0.3, 0.5
"""Least cosine of two clauses about one party's step, named or told by a noun; set on invented stories."""


@dataclass(frozen=True, slots=True)
class Step:
    """``words`` say whose will it was; ``parties``: story entities and head nouns of who took the step or was made to."""

    statement: Statement
    will: Will
    words: str
    parties: frozenset[str]


def will_verdicts(statements: Sequence[Statement], setting: Setting, encoder: Encoder | None) -> Iterator[Verdict]:
    """One conflict for each step of one party that one voice tells as free and another as forced; none without an encoder."""
    steps = [step for s in statements if (step := _step(s, setting)) is not None]
    free, forced = ([s for s in steps if s.will == will] for will in ("freely", "forced"))
    pairs = [(a, b) for a in free for b in forced if _one_party(a.statement, b.statement, a.parties & b.parties)]
    if encoder is None or not pairs:
        return
    texts = sorted({x.statement.text for pair in pairs for x in pair})
    row = dict(zip(texts, encoder.encode(texts), strict=True))
    for a, b in pairs:
        near = round(float(np.dot(row[a.statement.text], row[b.statement.text])), 3)
        named = any(p in setting.entities for p in a.parties & b.parties)
        if near >= (NEAR if named else NEAR_UNNAMED) or (named and _other_words(a, b)):
            yield _verdict(a, b, setting)


@functools.cache
def _wills() -> re.Pattern[str]:
    rows = word_list(LANGUAGE, "wills")
    parts = ("|".join(f"(?:{r['words']})" for r in rows if r["will"] == will) for will in ("freely", "forced"))
    return re.compile(rf"\b(?:(?P<freely>{next(parts)})|(?P<forced>{next(parts)}))\b", re.IGNORECASE)


def _step(s: Statement, setting: Setting) -> Step | None:
    """What the words of will in a clause say of its step; ``None`` without them."""
    if s.claim.field != "text" or s.modality not in ("asserted", "planned"):
        return None
    found = _wills().search(s.article.text, *s.claim.span)
    if found is None and not is_done_to(s.predicate):
        return None
    will: Will = "freely" if s.polarity == "negative" or (found is not None and found["freely"]) else "forced"
    words = found[0] if found is not None else quoted_words(s, s.claim.predicate_span)
    return Step(s, will, " ".join(words.split()), _parties(s, setting))


def _parties(s: Statement, setting: Setting) -> frozenset[str]:
    """Named people and bodies of a clause, and the nouns of who acts and who is acted upon."""
    entities = {e for e in (s.subject, s.object, *(t[1:] for t in s.terms if t.startswith("@"))) if e is not None}
    named = {e for e in entities if e in setting.entities and setting.entities[e].type not in ("place", "government")}
    heads = {phrase_head(s, s.claim.subject_span), phrase_head(s, s.claim.object_span)}
    return frozenset(named) | frozenset(h for h in heads if h is not None)


def _one_party(a: Statement, b: Statement, shared: frozenset[str]) -> bool:
    if not shared or dated_apart(a, b) or (a.speaker is not None and a.speaker == b.speaker):
        return False
    return a.article.id != b.article.id or a.speaker != b.speaker


def _other_words(a: Step, b: Step) -> bool:
    """Whether the sentences share something telling besides the party."""
    one, other = (concepts_in(x.statement.article, sentence_at(x.statement.article, *x.statement.claim.span)) for x in (a, b))
    return len(one & other) > 2


def _verdict(a: Step, b: Step, setting: Setting) -> Verdict:
    names = sorted(setting.entities[p].name if p in setting.entities else p for p in a.parties & b.parties)
    reason = f"“{a.words}” and “{b.words}” leave the decision to different ones; both tell of {', '.join(names)}."
    sides = (whole_side(a.statement, a.words), whole_side(b.statement, b.words))
    return Verdict("agency", "conflict", sides, ", ".join(names), 1.0, reason)
