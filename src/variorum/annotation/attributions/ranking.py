"""How far an attribution is trusted: a logistic regression over what is known of it, so that its score is a probability.

Two tiers. ``fast`` reads the constructions and words only; ``best`` adds how far the tagger agrees. The weights are learned on
``corpus/attributions`` by ``scripts/fit_attributions.py``: the target is an attribution of gold that shares half of the words.
"""

import functools
import json
import math
from collections.abc import Mapping
from dataclasses import dataclass, replace
from importlib import resources
from types import MappingProxyType
from typing import Literal

from variorum.annotation.attributions.assembly import Attribution
from variorum.annotation.attributions.cues import LANGUAGE
from variorum.annotation.attributions.headings import SPEAKS_BELOW
from variorum.annotation.attributions.interview import TURN
from variorum.annotation.attributions.nested import NESTED
from variorum.annotation.attributions.order import behind_semicolon
from variorum.annotation.attributions.page import Page
from variorum.annotation.attributions.sources import plausible
from variorum.annotation.attributions.tagged import Support, support
from variorum.annotation.attributions.tagger_view import TaggedDoc
from variorum.language.regression import logistic

Tier = Literal["fast", "best"]
Features = Mapping[str, float]


QUOTED_FROM = 0.3
"""Words in quotation marks that a rule gives to somebody are kept from this probability on: nothing said is to be lost."""
SPOKEN_FROM = 0.7
"""What is said or written outside quotation marks is shown from this probability on in the tier ``best``: below it only half is
right in the test reports of the corpus."""
SECOND_HAND_FROM = 0.8
"""What somebody is reported to say that another one said is shown from this probability on: from 0.7 to 0.8 a quarter is
wrong in the reports of the corpus that are not kept for testing (4 of 17), above it nothing is (0 of 96)."""
TAGGED_FROM = 0.75
"""What only the tagger sees is shown from this probability on: by judgement, precision first."""

THING_FROM = 0.85
"""The same, where the source is a noun that no list knows as a speaker: by judgement."""
PLAIN_FROM = 0.45
"""What a whole sentence says beside ``, he said`` is shown from this probability on, and what stands with "according to":
word order alone makes it sure."""


@dataclass(frozen=True, slots=True)
class Ranker:
    """Weights of one tier. An attribution is kept from the probability ``kept_from`` on."""

    bias: float
    weights: Mapping[str, float]
    kept_from: float

    def logit(self, features: Features) -> float:
        """Log-odds that the attribution is right; features without a weight count nothing."""
        return self.bias + sum(self.weights.get(name, 0.0) * value for name, value in sorted(features.items()))


@functools.cache
def ranker(tier: Tier) -> Ranker:
    """The learned weights of ``tier``."""
    file = resources.files("variorum.annotation.attributions").joinpath("weights.json")
    row = json.loads(file.read_text(encoding="utf-8"))[tier]
    return Ranker(row["bias"], MappingProxyType(row["weights"]), row["kept_from"])


def judged(page: Page, found: list[Attribution], tagged: TaggedDoc | None) -> list[Attribution]:
    """``found`` with learned scores, without those that are not likely enough; the turns of an interview stay as they are."""
    fast, best = ranker("fast"), ranker("best")
    kept = []
    for item in found:
        if item.rules[0] == TURN:
            kept.append(item)
            continue
        logit = fast.logit(features(page, item))
        rank = fast
        if tagged is not None:
            alone = logit if item.rules[0] in _RARE or _closed_by(page, item) else -math.inf
            logit, rank = max(alone, best.logit(with_support(logit, item, support(page, item, tagged)))), best
        score = probability(logit)
        if score >= _kept_from(page, item, rank, best=tagged is not None):
            kept.append(replace(item, score=score))
    return _sure_at_second_hand(kept) if tagged is not None else kept


def _sure_at_second_hand(found: list[Attribution]) -> list[Attribution]:
    """``found`` less the doubtful ones whose cue stands in what another one attributes."""
    said = [(set(a.cue), a.content) for a in found]
    inside = (bool(cue) and any(cue <= other for own, other in said if own != cue) for cue, _ in said)
    return [a for a, held in zip(found, inside, strict=True) if not held or a.score >= SECOND_HAND_FROM or a.rules[0] == NESTED]


def _kept_from(page: Page, item: Attribution, rank: Ranker, *, best: bool) -> float:
    if item.rules[0] == "tagged":
        return TAGGED_FROM if item.speaker is None or plausible(item.speaker, LANGUAGE) else THING_FROM
    quoted = sum(page.quote_at[i] >= 0 for i in item.content)
    if quoted * 2 > len(item.content):
        return min(QUOTED_FROM, rank.kept_from)
    if item.rules == SPEAKS_BELOW:
        return QUOTED_FROM
    spoken = best and item.act in ("speech", "document")
    if spoken and (_is_plain(page, item) or _plainly_closed(page, item) or _leads_on(page, item)):
        return PLAIN_FROM
    return max(SPOKEN_FROM, rank.kept_from) if spoken else rank.kept_from


_PLAIN = ("according", "figure", "terse", "led to", "account", "clear")
"""Constructions that are sure as such: what follows is given from ``PLAIN_FROM`` on."""


_RARE = ("led to", "account", "clear", "figure", "terse")
"""Constructions too rare for the tagger to have learned: that it does not see them counts nothing against them."""


def _is_plain(page: Page, item: Attribution) -> bool:
    """Whether the construction is sure as such; ``speaks of sabotage`` is like ``speaks of 40``."""
    return item.rules[0] in _PLAIN or (item.rules[0] == "preposition" and page.doc[item.anchor].lemma_ == "speak")


def _leads_on(page: Page, item: Attribution) -> bool:
    """``His lawyer says he confessed to nothing: "He gave his name."``: a clause that a colon joins to words in quotation
    marks, which the tagger takes for all that is said."""
    colon = max(item.content) + 1
    joined = colon + 1 < len(page.doc) and page.doc[colon].text == ":" and page.quote_at[colon + 1] >= 0
    return joined and item.rules[0] in ("clause", "rest")


def _plainly_closed(page: Page, item: Attribution) -> bool:
    """``X, the office said.``, ``X, he said, and Y``: content from the beginning of the sentence to a comma, source and cue
    side by side behind it."""
    if item.rules[0] not in ("after", "around") or item.source is None or not item.cue:
        return False
    first, last = page.sentence(page.doc[item.anchor])
    low, high = min(item.source[0], item.cue[0]), max(item.source[1], item.cue[-1] + 1)
    words = [i for i in item.content if i < low and not page.doc[i].is_punct and not page.doc[i].is_space]
    if not words:
        return False
    between = set(range(low, high)) - {*range(*item.source), *item.cue}
    side = all(page.doc[i].tag_ == "RB" for i in between)
    whole = behind_semicolon(page, first, low) + 2 >= min(words) and max(words) == low - 2 and page.doc[low - 1].text == ","
    adds = (i for i in range(high, last - 1) if _next_begins(page, i))
    tail = [t for t in page.doc[high : next(adds, last)] if not t.is_punct and not t.is_space]
    if item.rules[0] == "around":
        return side and whole and page.doc[min(high, last - 1)].text in (",", ";")
    listens = item.addressee is not None and item.addressee.i >= high
    remarked = high < last and page.doc[high].text in ("–", "—", "--")
    ends = not tail or listens or remarked or tail[0].pos_ == "ADP" or tail[0].ent_type_ in ("DATE", "TIME")
    return side and whole and ends and (remarked or not any(t.tag_ in ("VBD", "VBZ", "VBP", "MD") for t in tail))


def _closed_by(page: Page, item: Attribution) -> bool:
    """``X, the Post reported with reference to her staff.``: the sentence is all reported, whatever the tagger makes of it."""
    return item.rules[0] == "after" and _plainly_closed(page, item)


def _next_begins(page: Page, i: int) -> bool:
    """``he said, adding``, ``he said: "``: what follows the mark at ``i`` is another remark."""
    return page.doc[i].text == ":" or (page.doc[i].text == "," and page.doc[i + 1].tag_ == "VBG")


def probability(logit: float) -> float:
    """The probability of a logit, three decimals."""
    return logistic(logit)


def with_support(logit: float, item: Attribution, given: Support) -> Features:
    """The features of the tier ``best``: the logit of the tier ``fast`` and the tagger's support."""
    return {
        "fast": max(-6.0, min(6.0, logit)),
        "cue": given.cue,
        "content": given.content,
        "cue and content": given.cue * given.content,
        "no cue": float(not item.cue),
        "tagged": float(item.rules[0] == "tagged"),
        "heading": float(item.rules[0] == "heading"),
    }


def features(page: Page, item: Attribution) -> Features:
    """What is known of an attribution without the tagger: constructions, words, lengths."""
    anchor = page.doc[item.anchor]
    words = [i for i in item.content if not (page.doc[i].is_punct or page.doc[i].is_space)]
    quoted = sum(page.quote_at[i] >= 0 for i in words)
    found = {
        f"content {item.rules[0]}": 1.0,
        f"source {item.rules[1]}": 1.0,
        f"act {item.act}": 1.0,
        f"modality {item.modality}": 1.0,
        f"speaker {_speaker_kind(item)}": 1.0,
        "score": math.log(max(item.score, 0.01) / max(1.01 - item.score, 0.01)),
        "length": math.log(1 + len(words)),
        "quoted": quoted / max(len(words), 1),
        "negative": float(item.polarity == "negative"),
        "finite": float(any(page.doc[i].tag_ in ("VBD", "VBZ", "VBP", "MD") for i in words)),
        "in heading": float(page.blocks[page.block_at[item.anchor]].heading),
        "follows": float(item.follows is not None),
    }
    if item.cue:
        found[f"word {anchor.lemma_.lower()}"] = 1.0
        found[f"part {anchor.pos_}"] = 1.0
        found[f"relation {anchor.dep_}"] = 1.0
        found["in quotation"] = float(page.quote_at[item.anchor] >= 0)
    return {name: value for name, value in found.items() if value}


def _speaker_kind(item: Attribution) -> str:
    if item.speaker is None:
        return "nobody"
    likely = "" if plausible(item.speaker, LANGUAGE) else " unlikely"
    return item.speaker.pos_ + likely
