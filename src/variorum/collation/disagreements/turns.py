"""All that a voice says in a row: what a denial or a retort right after it answers.

Reports tell an account in a sentence and let its voice go on in quoted words: "A guard said that two boats had sunk. “I heard
them crack,” he added. The port denied this." What is denied is the account, and not the words quoted last.
"""

from dataclasses import replace

from variorum.collation.claims.sentences import sentence_at, sentence_before, words_in
from variorum.collation.claims.setting import Setting
from variorum.collation.claims.verdicts import Side
from variorum.collation.denials.refusals import LINKS
from variorum.records.annotation import AnnotatedArticle
from variorum.records.article import Span

BACK = 2
"""Sentences before the last one of a turn that may belong to it."""

OPENING = "“\"‘'"
"""Marks with which a sentence goes on in quoted words."""


def whole_turn(side: Side, denier: str | None, setting: Setting) -> Side:
    """``side`` with all that its voice says in its sentences and right before them; ``denier`` never belongs to it."""
    first, low, high = sentence_at(side.article, *side.span), *side.span
    if side.voice is None and not _is_quoted(side.article, first):
        return side
    told = [p for v, p in _told_in(side.article, first, setting) if v == side.voice]
    low, high = min([low, *(s for s, _ in told)]), max([high, *(e for _, e in told)])
    for _ in range(BACK):
        before = sentence_before(side.article, first[0])
        told = _goes_before(side, first, before, setting) if before is not None else []
        if (
            before is None
            or not told
            or (denier is not None and denier in {v for v, _ in _told_in(side.article, before, setting)})
        ):
            break
        first, low = before, min(s for s, _ in told)
    words = words_in(side.article, (low, high))
    return replace(side, span=(words[1][0][0] if words[0][1] in LINKS and len(words) > 1 else low, high))


def _is_quoted(article: AnnotatedArticle, sentence: Span) -> bool:
    """Whether a sentence goes on in quoted words."""
    return article.text[sentence[0]] in OPENING


def _goes_before(side: Side, sentence: Span, before: Span, setting: Setting) -> list[Span]:
    """What the voice, or where ``sentence`` only quotes one that can be the same, says in the sentence before."""
    quoted = _is_quoted(side.article, sentence)
    told = _told_in(side.article, before, setting)
    return [p for v, p in told if v is not None and (v == side.voice or (quoted and _can_be(v, side.voice, setting)))]


def _can_be(voice: str, other: str | None, setting: Setting) -> bool:
    """Whether a voice can be one that is not known ("she"), or both are unnamed or of one side ("one of them")."""
    if other is None:
        return True
    one, two = setting.entities.get(voice), setting.entities.get(other)
    return one is not None and two is not None and one.named == two.named and setting.related(voice, other)


def _told_in(article: AnnotatedArticle, sentence: Span, setting: Setting) -> list[tuple[str | None, Span]]:
    """What is said in a sentence, each with its voice."""
    low, high = sentence
    said = ((q, piece) for q in article.quotations if q.field == "text" for piece in q.content)
    return [(setting.roll.id(q.speaker), (max(s, low), min(e, high))) for q, (s, e) in said if s < high and low < e]
