"""How firmly a report stands behind a dated clause: it happened, is planned, is only claimed, or is denied.

A clause that a report puts before the words of saying ("Two men were arrested on Friday, police said") it tells itself and
names its source; one that it puts behind them ("the firm said that the deed was signed on Friday") it leaves to the speaker.
"""

import re
from collections.abc import Mapping, Sequence
from typing import Literal

from variorum.collation.claims.sentences import concepts_in
from variorum.collation.claims.statements import Statement
from variorum.collation.claims.words import kind_words, number_words
from variorum.language.lexicon import words
from variorum.records.annotation import AnnotatedArticle, Quotation
from variorum.records.article import Span
from variorum.records.story import Disagreement

Status = Literal["happened", "planned", "claimed", "denied"]
DOUBTED = kind_words("doubting")
"""Cues with which a report keeps its distance from what was said."""

FACTIVE = words("en", "factive_cues")
"""Words of saying with which a report takes what is said for a fact."""

ASIDE = ("according", "per")
"""Cues that may stand before what is said and leave it to nobody."""

SET_BACK = re.compile(r"\bhad (?:\w+ly |never |not |also |already |last |since )?(?:been|\w+e[dn])\b")
"""The past of the past."""

Disputes = Mapping[tuple[str, str], Sequence[Span]]
"""Article id and field to the passages that another side calls untrue."""


def status_of(owner: Statement, earliest: str) -> Status:
    """What the report makes of the clause ``owner`` that is dated from ``earliest`` (ISO day) on."""
    published = owner.article.published.latest
    if owner.modality in ("planned", "demanded") or (published is not None and earliest > published):
        return "planned"
    if owner.polarity == "negative":
        return "denied"
    return "claimed" if owner.quotation is not None and _is_only_claimed(owner, owner.quotation) else "happened"


def _is_only_claimed(owner: Statement, quotation: Quotation) -> bool:
    """Whether the report leaves it to the speaker.

    In quotation marks, as belief or intent, with a doubting cue, behind the words of saying, from somebody unnamed, or told
    by somebody of himself.
    """
    if quotation.kind != "indirect" or quotation.act not in ("speech", "document"):
        return True
    spans = quotation.cue if quotation.field == "text" else ()
    if any(concepts_in(owner.article, span) & DOUBTED for span in spans) or _is_left_to_speaker(owner.article, quotation):
        return True
    if _is_set_back(owner, quotation):
        return True
    return _vouches_for_nothing(owner.article, quotation) or (owner.speaker is not None and owner.subject == owner.speaker)


def _is_set_back(owner: Statement, quotation: Quotation) -> bool:
    """Whether the tense alone leaves it to the speaker though the words of saying do not come first: "Leaflets, it went on,
    had been dropped the day before". What a report tells itself it puts into the past ("were dropped, police said")."""
    source = owner.article.text if owner.claim.field == "text" else owner.article.title or ""
    said = [word.casefold() for start, end in quotation.cue for word in source[start:end].split()]
    told = FACTIVE.intersection(said) or (said and said[0] in ASIDE)
    return not told and SET_BACK.search(source[slice(*owner.claim.span)]) is not None


def _vouches_for_nothing(article: AnnotatedArticle, quotation: Quotation) -> bool:
    """Whether the speaker is nobody that a reader could ask: unknown, or without a name ("a guard", "two officials",
    "witnesses") and no reporter. "Police" and "doctors" speak for a body."""
    speaker = next((e for e in article.entities if e.id == quotation.speaker), None)
    if speaker is None:
        return True
    said = speaker.name.casefold().split() or [""]
    if speaker.named or said[-1] in words("en", "reporters"):
        return False
    counted = said[0] in number_words() or said[0].isdecimal() or said[0] in ("several", "some", "many", "few")
    group = speaker.type == "group" and (counted or said[-1] in words("en", "unnamed_sources"))
    return speaker.type == "person" or group


def _is_left_to_speaker(article: AnnotatedArticle, quotation: Quotation) -> bool:
    """Whether the words of saying come first ("the firm said that ..."), a mere "according to" left aside.

    What is confirmed, announced or admitted counts as so.
    """
    if not quotation.cue or not quotation.content or quotation.cue[0][0] > quotation.content[0][0]:
        return False
    start, end = quotation.cue[0]
    source = article.text if quotation.field == "text" else article.title or ""
    said = [word.casefold() for word in source[start:end].split()]
    return said[0] not in ASIDE and not FACTIVE.intersection(said)


def disputes_of(disagreements: Sequence[Disagreement]) -> Disputes:
    """The passages of conflicts over whether something is so."""
    found: dict[tuple[str, str], list[Span]] = {}
    for disagreement in disagreements:
        if disagreement.kind == "polarity" and disagreement.judgement == "conflict":
            for m in disagreement.members:
                found.setdefault((m.article, m.field), []).append((m.start, m.end))
    return found


def is_disputed(owner: Statement, disputes: Disputes) -> bool:
    """Whether another side calls the clause untrue."""
    start, end = owner.claim.span
    return any(s < end and start < e for s, e in disputes.get((owner.article.id, owner.claim.field), ()))
