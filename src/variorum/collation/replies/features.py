"""What is known of two neighbouring turns: what joins them, how they are voiced, what they deny and how near they are."""

import functools
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from variorum.collation.claims.alignment import phrase_head
from variorum.collation.claims.sentences import words_in
from variorum.collation.claims.setting import Setting
from variorum.collation.claims.statements import Statement, counted
from variorum.collation.claims.words import LANGUAGE
from variorum.collation.denials.units import ABSOLUTE, CONSIDERED, NEGATION
from variorum.collation.encoder import Encoder
from variorum.collation.replies.turns import Turn, neighbours
from variorum.collation.word_stems import stems_in
from variorum.language.lexicon import word_list
from variorum.records.annotation import AnnotatedArticle
from variorum.records.article import Span

Features = dict[str, float]

LONGEST, SHORT = 15, 5
"""Telling words above which a turn is no longer longer, and up to which it is short."""


@dataclass(frozen=True, slots=True)
class Reply:
    """Two turns side by side, the first ``said``, with what is known of the two."""

    said: Turn
    answer: Turn
    features: Features


def replies(statements: Sequence[Statement], setting: Setting, encoder: Encoder) -> list[Reply]:
    """All neighbouring turns of the reports that count, in order of report and place."""
    own: dict[str, list[Statement]] = {}
    for s in statements:
        if s.claim.field == "text":
            own.setdefault(s.article.id, []).append(s)
    articles = counted(list({s.article.id: s.article for s in statements}.values()))
    pairs = [pair for article in articles for pair in neighbours(article, setting)]
    spoken = {(t.article.id, t.number, t.voice) for pair in pairs for t in pair}
    texts = list(dict.fromkeys(_text(t.article, t.sentence) for pair in pairs for t in pair))
    row = dict(zip(texts, encoder.encode(texts), strict=True)) if texts else {}

    def known(a: Turn, b: Turn) -> Features:
        near = round(float(np.dot(row[_text(a.article, a.sentence)], row[_text(b.article, b.sentence)])), 3)
        goes_on = (b.article.id, b.number + 1, b.voice) in spoken
        clauses = _clauses(a, own.get(a.article.id, ())), _clauses(b, own.get(b.article.id, ()))
        return {
            **_of_place(a, b),
            **_of_voices(a, b, setting),
            **_of_words(a, b),
            **_of_clauses(*clauses),
            "nearness of sentences": near,
            "answer goes on": float(goes_on),
        }

    return [Reply(a, b, _with_joint(known(a, b))) for a, b in pairs]


def _text(article: AnnotatedArticle, span: Span) -> str:
    return " ".join(article.text[slice(*span)].split())


def _clauses(turn: Turn, own: Sequence[Statement]) -> list[Statement]:
    """The clauses whose verb stands in a turn."""
    return [s for s in own if turn.span[0] <= (s.claim.predicate_span or s.claim.span)[0] < turn.span[1]]


@functools.cache
def _pattern(kind: str) -> re.Pattern[str]:
    """The words of one kind of ``en/reply_words``."""
    words = (row["words"] for row in word_list(LANGUAGE, "reply_words") if row["kind"] == kind)
    return re.compile(rf"(?<!\w)(?:{'|'.join(words)})(?!\w)", re.IGNORECASE)


def _of_place(a: Turn, b: Turn) -> Features:
    between = a.article.text[a.span[1] : b.span[0]]
    return {
        "one paragraph": float("\n" not in between),
        "semicolon": float(a.number == b.number and ";" in between),
        "late": a.span[0] / (len(a.article.text) or 1),
    }


def _of_voices(a: Turn, b: Turn, setting: Setting) -> Features:
    one, other = (setting.entities.get(t.speaker or "") for t in (a, b))
    named = one is not None and other is not None and one.named and other.named
    related = one is not None and other is not None and setting.related(one.id, other.id)
    mentioned = {setting.roll.party(m.entity) for m in a.article.mentions if m.field == "text" and _is_in(m.start, a.span)}
    says = [_pattern("says").search(t.cue) is not None for t in (a, b)]
    return {
        "voices apart": float(named and not related),
        "voices of one side": float(named and related),
        "answerer named": float(b.speaker is not None and b.speaker in mentioned),
        "same cue": float(not set(a.cue.split()).isdisjoint(b.cue.split())),
        "says": float(says[0]),
        "both say": float(all(says)),
        "said firmly": float(_pattern("firm").search(a.cue) is not None),
    }


def _is_in(at: int, span: Span) -> bool:
    return span[0] <= at < span[1]


def _of_words(a: Turn, b: Turn) -> Features:
    texts = one, other = _text(a.article, a.span), _text(b.article, b.span)
    said, answered = (NEGATION.search(text) is not None for text in texts)
    stems = [stems_in(t.article, t.span) for t in (a, b)]
    considered = [_is_considered(t) for t in (a, b)]
    return {
        "contrast": float(_pattern("contrast").search(_text(b.article, b.sentence)) is not None),
        "said denies": float(said),
        "one denies": float(said != answered),
        "one denies or is denied": float((said or a.denied) != (answered or b.denied)),
        "absolute": float(any(ABSOLUTE.search(text) for text in texts)),
        "one considers": float(considered[0] != considered[1]),
        "none shared": float(stems[0].isdisjoint(stems[1])),
        "length of said": min(len(stems[0]), LONGEST) / LONGEST,
        "length of answer": min(len(stems[1]), LONGEST) / LONGEST,
        "both short": float(all(len(s) <= SHORT for s in stems)),
        "said points": float(_pattern("pointing").match(one) is not None),
        "answer points": float(_pattern("pointing").match(other) is not None),
    }


def _is_considered(turn: Turn) -> bool:
    return not CONSIDERED.isdisjoint(lemma for _, lemma in words_in(turn.article, turn.span))


def _of_clauses(said: Sequence[Statement], answered: Sequence[Statement]) -> Features:
    return {
        "no clause": float(not said or not answered),
        "noun same": float(bool(set(_heads(said)) & set(_heads(answered)))),
        "said planned": float(any(s.modality != "asserted" for s in said)),
        "answer planned": float(any(s.modality != "asserted" for s in answered)),
    }


def _heads(clauses: Sequence[Statement]) -> Iterator[str]:
    """The head nouns of subjects and objects."""
    for s in clauses:
        yield from (h for span in (s.claim.subject_span, s.claim.object_span) if (h := phrase_head(s, span)) is not None)


def _with_joint(known: Mapping[str, float]) -> Features:
    """What is known, with what counts in one paragraph only."""
    joint = {f"{name} in one paragraph": known[name] * known["one paragraph"] for name in JOINT}
    return {**known, **joint}


JOINT = ("one denies or is denied", "both say", "both short")
