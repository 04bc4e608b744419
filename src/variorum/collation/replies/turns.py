"""The turns of a report: what one voice says within one sentence; neighbours are turns of two voices in one sentence or in two
that follow each other."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from variorum.collation.claims.sentences import is_content, words_in
from variorum.collation.claims.setting import Setting
from variorum.collation.denials.refusals import DENYING
from variorum.records.annotation import AnnotatedArticle, Quotation
from variorum.records.article import Span

POINTING = re.compile(r"(?:he|she|it|they|we|i|who|this|that|these|those|one|another)", re.IGNORECASE)
"""A source that by itself tells nothing of who speaks."""

OF_THEM = re.compile(r"(?:one|both|some|most|all|the other) of (?:them|the)\b", re.IGNORECASE)
"""A source that is part of one named before."""


@dataclass(frozen=True, slots=True)
class Turn:
    """What ``voice`` says in sentence ``number``, at ``span``: a story entity (``speaker``), or else the ``source``, the words
    for who speaks; ``cue``: the words of saying; ``denied``: they deny what is said."""

    article: AnnotatedArticle
    number: int
    sentence: Span
    span: Span
    voice: str
    speaker: str | None
    source: str
    cue: str
    denied: bool


def neighbours(article: AnnotatedArticle, setting: Setting) -> Iterator[tuple[Turn, Turn]]:
    """Turns of two voices that stand side by side, in text order."""
    told = [turns_in(article, number, setting) for number in range(len(article.sentences))]
    for here, after in zip(told, [*told[1:], []], strict=True):
        for number, a in enumerate(here):
            beside = [b for b in here[number + 1 :] if a.span[1] <= b.span[0]]
            yield from ((a, b) for b in (*beside, *after) if not _may_be_one(a, b))


def _may_be_one(a: Turn, b: Turn) -> bool:
    """Whether both may be in one voice: "a member who was there" and "the member", "two officials" and "one of them"."""
    if a.voice == b.voice or OF_THEM.match(b.source):
        return True
    return not (_has_name(a) or _has_name(b) or _nouns(a).isdisjoint(_nouns(b)))


def _has_name(turn: Turn) -> bool:
    return any(letter.isupper() for letter in turn.source[1:])


def _nouns(turn: Turn) -> set[str]:
    return {word.removesuffix("s") for word in turn.source.casefold().split() if is_content(word)}


def turns_in(article: AnnotatedArticle, number: int, setting: Setting) -> list[Turn]:
    """What is said in one sentence, by voice, in text order; of whom nothing is known is left out."""
    found: dict[str, Turn] = {}
    for quotation in article.quotations:
        turn = _turn(article, number, quotation, setting) if quotation.field == "text" else None
        if turn is not None:
            found[turn.voice] = _joined(found[turn.voice], turn) if turn.voice in found else turn
    return sorted(found.values(), key=lambda t: (t.span, t.voice))


def _turn(article: AnnotatedArticle, number: int, quotation: Quotation, setting: Setting) -> Turn | None:
    low, high = article.sentences[number]
    inside = [(max(s, low), min(e, high)) for s, e in quotation.content if s < high and low < e]
    speaker = setting.roll.id(quotation.speaker) if quotation.speaker is not None else None
    source = " ".join(" ".join(article.text[slice(*s)].split()) for s in quotation.source[:1])
    if not inside or not (speaker or (source and not POINTING.fullmatch(source))):
        return None
    cue = " ".join(lemma for span in quotation.cue for _, lemma in words_in(article, span))
    denied = quotation.polarity == "negative" or not DENYING.isdisjoint(cue.split())
    span = min(s for s, _ in inside), max(e for _, e in inside)
    words = " ".join(article.text[slice(*s)] for s in quotation.cue).casefold()
    return Turn(article, number, (low, high), span, speaker or source.casefold(), speaker, source, f"{words} {cue}", denied)


def _joined(one: Turn, other: Turn) -> Turn:
    """Two quotations of one voice in a sentence as one turn."""
    span = min(one.span[0], other.span[0]), max(one.span[1], other.span[1])
    cue, denied = f"{one.cue} {other.cue}", one.denied or other.denied
    return Turn(one.article, one.number, one.sentence, span, one.voice, one.speaker, one.source, cue, denied)
