"""How much a candidate is trusted: one number for each construction, set by judgement and not fitted to any corpus."""

from collections.abc import Mapping

KEPT_FROM = 0.5
"""A candidate below this score is not shown: set by judgement, precision first; not fitted to any corpus."""

CONTENT_SCORES: Mapping[str, float] = {
    "clause": 0.97,
    "rest": 0.86,
    "relative object": 0.66,
    "quote": 0.97,
    "nested": 0.97,
    "after": 0.94,
    "around": 0.9,
    "according": 0.95,
    "question": 0.9,
    "quoted": 0.92,
    "clear": 0.93,
    "figure": 0.9,
    "terse": 0.9,
    "light": 0.88,
    "infinitive": 0.88,
    "urged": 0.88,
    "gerund": 0.85,
    "as": 0.85,
    "predicate": 0.82,
    "preposition": 0.8,
    "object": 0.78,
    "passive object": 0.72,
    "raised": 0.8,
    "noun clause": 0.85,
    "noun infinitive": 0.75,
    "noun object": 0.68,
    "heading": 0.85,
    "carried": 0.7,
    "told on": 0.8,
    "colon": 0.8,
    "led to": 0.85,
    "account": 0.85,
}
SOURCE_SCORES: Mapping[str, float] = {
    "subject": 1.0,
    "relative": 0.95,
    "agent": 0.97,
    "noun": 0.92,
    "order": 0.88,
    "inverted": 0.94,
    "shared": 0.93,
    "control": 0.85,
    "participle": 0.9,
    "participle above": 0.75,
    "owner": 0.95,
    "phrase": 1.0,
    "none": 0.75,
    "self": 0.9,
    "label": 0.85,
    "carried": 0.85,
}


def score_of(content_rule: str, source_rule: str, *, strong: bool, plausible: bool) -> float:
    """The score of a candidate, three decimals: its constructions, less for a weak verb or an unlikely speaker."""
    score = CONTENT_SCORES[content_rule] * SOURCE_SCORES[source_rule]
    return round(score * (1.0 if strong else 0.85) * (1.0 if plausible else 0.7), 3)
