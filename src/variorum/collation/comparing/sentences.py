"""Two short texts: the same, one telling more, in conflict, or about different things."""

import dataclasses
from collections.abc import Sequence

from variorum.collation.claims.alignment import act
from variorum.collation.claims.setting import Setting, setting_of
from variorum.collation.claims.statements import Statement, statements_of
from variorum.collation.claims.verdicts import Verdict
from variorum.collation.comparing.judge import judge
from variorum.collation.comparing.words import Likeness, likeness
from variorum.collation.disagreements.amounts import amount_verdicts
from variorum.collation.disagreements.figures import comparable, judge_figures
from variorum.collation.encoder import Encoder
from variorum.collation.entities.find import merge_entities
from variorum.collation.figures.find import find_figures
from variorum.records.annotation import AnnotatedArticle
from variorum.records.article import Published
from variorum.records.story import Judgement

MEANING = 0.6
"""Share of the encoder's cosine in the likeness of two texts; the rest is the share of words; set on our invented pairs."""

OTHER_ACT = 0.07
"""Taken off when no clause of one text tells of an act of the other; set likewise."""

ONE_DAY = Published(earliest="0001-01-01", latest="0001-01-01")
"""Two texts without dates are read as of one day, whichever it is: neither brings the other up to date."""

SAME = 0.65
"""Least likeness of two texts that say the same; set on our invented pairs."""

WHOLE = 0.45
"""Least share of its words that each of two equal texts has in the other; below, one tells more."""

HELD = 0.75
"""Share of the shorter text's words in the longer one from which the longer one refines it."""

ALL, MORE = 0.95, 4
"""A text that holds this share of the other and so many words besides tells more, however alike the two are."""

ABOUT = 0.45
"""Least likeness of texts about one matter; below they are unrelated, unless they count one thing."""

ONE_THING = 0.5
"""Least likelihood that a number of one text and another number of the other count one thing, whatever else they say."""


def judge_sentences(a: AnnotatedArticle, b: AnnotatedArticle, encoder: Encoder | None) -> tuple[Judgement, float, str]:
    """Judgement, likeness and reason for two short texts."""
    like = likeness(a, b, encoder)
    setting, statements = _told(a, b)
    score = _score(like, statements)
    verdict = _clauses(statements, setting) or _numbers(statements, setting) if score >= ABOUT else None
    verdict = verdict or next(amount_verdicts(statements, setting, encoder, least=ONE_THING), None)
    if verdict is not None:
        return "conflict", score, verdict.reason
    if score < ABOUT:
        return "unrelated", score, "The two texts share too little to be about one matter."
    if score >= SAME and min(like.of_a, like.of_b) >= WHOLE and not _tells_more(like):
        return "agree", score, _same(like)
    if max(like.of_a, like.of_b) >= HELD:
        more = like.only_b if like.of_a >= like.of_b else like.only_a
        return "refine", score, f"One text tells more: {', '.join(more[:6])}." if more else "One text tells more."
    return ("refine" if score >= SAME else "unrelated"), score, _apart(like)


def _tells_more(like: Likeness) -> bool:
    """Whether one text holds all of the other and several words besides."""
    longer = max((like.of_a, like.only_b), (like.of_b, like.only_a))
    return longer[0] >= ALL and len(longer[1]) >= MORE


def _score(like: Likeness, statements: Sequence[Statement]) -> float:
    """Likeness of two texts, less where they tell of different acts."""
    value = MEANING * like.meaning + (1 - MEANING) * like.words
    return round(value - (0.0 if _shared_act(statements) else OTHER_ACT), 3)


def _shared_act(statements: Sequence[Statement]) -> bool:
    """Whether some clause of one text tells of the act of some clause of the other; also where a text has no clause."""
    one, other = ([s for s in statements if s.article.id == side] for side in ("a", "b"))
    if not one or not other:
        return True
    return any(act(s) == act(t) or act(s) in t.terms or act(t) in s.terms for s in one for t in other)


def _told(a: AnnotatedArticle, b: AnnotatedArticle) -> tuple[Setting, tuple[Statement, ...]]:
    """The clauses of two texts as those of a story of two reports."""
    dated = a.published.earliest is not None or b.published.earliest is not None
    one, other = (
        dataclasses.replace(text, id=side, duplicate_of=None, published=text.published if dated else ONE_DAY)
        for text, side in ((a, "a"), (b, "b"))
    )
    entities = merge_entities((a, b)) if a.id != b.id else ()
    statements = statements_of((one, other), entities)
    return setting_of(statements, entities), statements


def _clauses(statements: tuple[Statement, ...], setting: Setting) -> Verdict | None:
    pairs = ((s, t) for s in statements if s.article.id == "a" for t in statements if t.article.id == "b")
    return next((v for s, t in pairs if (v := judge(s, t, setting)) and v.judgement in ("conflict", "update")), None)


def _numbers(statements: tuple[Statement, ...], setting: Setting) -> Verdict | None:
    figures = find_figures(statements, names=setting.entity_of)
    pairs = ((f, g) for f in figures if f.article.id == "a" for g in figures if g.article.id == "b")
    near = (judge_figures(f, g) for f, g in pairs if comparable(f, g, setting, {}))
    return next((v for v in near if (v and v.judgement != "unsure") or (v and v.sides[0].low == v.sides[0].high)), None)


def _same(like: Likeness) -> str:
    if not like.only_a and not like.only_b:
        return "Both texts tell the same in nearly the same words."
    left, right = ", ".join(like.only_a[:4]), ", ".join(like.only_b[:4])
    return f"Both texts tell the same; they differ in {' against '.join(w for w in (left, right) if w)}."


def _apart(like: Likeness) -> str:
    left, right = ", ".join(like.only_a[:4]) or "nothing", ", ".join(like.only_b[:4]) or "nothing"
    return f"Only one has {left}; only the other has {right}."
