"""How far a matter has gone by the words of one place: thought about, planned, decided, signed, or denied to have gone so far.

The words (``en/standings.tsv``) may stand anywhere in a sentence, since short sentences of this sort ("nothing is decided",
"one would study it") are seldom claims of their own. What they speak of is named by the telling words around them, and where
these are few, by the sentences before.
"""

import functools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from variorum.collation.claims.denials import quotation_around
from variorum.collation.claims.sentences import is_content, words_in
from variorum.collation.claims.setting import Setting
from variorum.collation.claims.words import LANGUAGE
from variorum.collation.word_stems import stem
from variorum.language.lexicon import Row, word_list
from variorum.records.annotation import AnnotatedArticle, Polarity
from variorum.records.article import Span

THOUGHT, PLANNED, DONE = 1, 2, 5
"""Steps: what is thought about has gone no further than planned; ``DONE`` is beyond all of the list."""

REACH = 6
"""Words before the words of a step within which a negation belongs to them, unless the clause begins with it."""

FEW = 3
"""Telling words below which a passage does not name its matter by itself."""

BACK = 2
"""Sentences before a passage that may name its matter."""


@dataclass(frozen=True, slots=True)
class Standing:
    """``words``, at ``at`` in the clause at ``span``, sentence ``number`` of its report, say that a matter has gone at least to
    step ``low`` and at most to ``high``; ``act`` is what sort of step it is. ``own`` are the stems that name the matter in the
    clause, ``matter`` with those around it; ``text`` is what the encoder reads. ``speaker`` is a story entity; ``voiced`` tells
    whether anybody speaks but the outlet."""

    article: AnnotatedArticle
    span: Span
    at: Span
    number: int
    words: str
    act: str
    low: int
    high: int
    own: frozenset[str]
    matter: frozenset[str]
    text: str
    speaker: str | None
    voiced: bool


@dataclass(frozen=True, slots=True)
class _Sign:
    """Words of the list found in a text, with the least and the furthest step they tell."""

    span: Span
    act: str
    low: int
    high: int


@functools.cache
def _signs() -> tuple[tuple[re.Pattern[str], Row], ...]:
    rows = word_list(LANGUAGE, "standings")
    return tuple((re.compile(rf"(?<!\w)(?:{r['words']})(?!\w)", re.IGNORECASE), r) for r in rows)


@functools.cache
def _around(kind: str, form: str = r"(?:\b|^)(?:{})\b") -> re.Pattern[str]:
    """Any of the words of one kind, ``form`` telling where they stand."""
    words = "|".join(words_of(kind))
    return re.compile(form.format(words), re.IGNORECASE)


def words_of(kind: str) -> tuple[str, ...]:
    """The words of one kind around those of a step."""
    return tuple(r["words"] for r in word_list(LANGUAGE, "standing_words") if r["kind"] == kind)


BOUND = re.compile(rf"[.;:!?“”\"\n]|,\s|{_around('bound').pattern}", re.IGNORECASE)
NEGATION = re.compile(rf"{_around('negation').pattern}|n['’]t\b", re.IGNORECASE)
NUMBER = re.compile(r"\d[\d.,]+")
IDLE = frozenset(map(stem, words_of("idle"))) | frozenset(words_of("idle"))


def standings_in(article: AnnotatedArticle, told: Sequence[Span], setting: Setting) -> Iterator[Standing]:
    """All that one report says of how far something has gone, once a clause, in the order of the text; questions ask it.

    ``told`` are the places of its claims, which stand for the clauses that they are. What is denied to be talked about ("we
    won't discuss it") may have gone far.
    """
    for number, sentence in enumerate(article.sentences):
        if article.text[slice(*sentence)].rstrip(" \n”\"’'").endswith("?"):
            continue
        clauses: set[Span] = set()
        for sign in sorted(_signs_in(article, sentence), key=lambda s: (s.low, s.span)):
            clause = _clause(article, sentence, sign.span)
            if clause not in clauses:
                clauses.add(clause)
                yield _standing(article, number, sign, _place(clause, sign, told), setting)


def _signs_in(article: AnnotatedArticle, sentence: Span) -> Iterator[_Sign]:
    for pattern, row in _signs():
        for found in pattern.finditer(article.text, *sentence):
            begin = _clause(article, sentence, found.span())[0]
            before = article.text[begin : found.start()]
            contested = _around("contest", r"\b(?:{})\s*$").search(article.text[sentence[0] : begin]) is not None
            span, told = _denied(begin, article.text, found), _told(article, found.span())
            if told == "positive" and not contested:
                span = None
            denied = row["counts"] == "itself" or (span is not None) != contested
            if (told == "negative" and not denied and row["step"] != "0") or _asks(row["act"], article.text, found.end()):
                continue
            doubts = ("norm", "condition") if denied else ("norm", "condition", "unsure")
            unsure = any(_around(kind).search(before) for kind in doubts)
            silent = denied and row["step"] == str(THOUGHT)
            if not (unsure or silent) and _counts(row["counts"], before, denied=denied, contested=contested):
                hoped = _around("hoped").search(before) is not None
                yield _Sign(span or found.span(), row["act"], *_steps(int(row["step"]), denied=denied, hoped=hoped))


def _asks(kind: str, text: str, end: int) -> bool:
    """Whether words of thinking are followed by a question of fact ("is reviewing what happened"), which is no step."""
    return kind == "think" and _around("fact", r"\s+(?:{})\b").match(text, end) is not None


def _told(article: AnnotatedArticle, words: Span) -> Polarity | None:
    """Whether the clause of which ``words`` are the predicate is told as so or denied; ``None`` where no claim has them.

    The negation of "did not sign because we trust each other" may be that of the reason, and "denied that they had signed"
    has none by the verb.
    """
    low, high = words
    claims = (c for c in article.claims if c.field == "text" and c.span[0] <= low and c.predicate_span is not None)
    over = [c for c in claims if c.predicate_span and c.predicate_span[0] < high and low < c.predicate_span[1]]
    narrow = min(over, key=lambda c: (c.span[1] - c.span[0], c.span), default=None)
    return narrow.polarity if narrow is not None else None


def _counts(where: str, before: str, *, denied: bool, contested: bool) -> bool:
    """Whether the words stand where they tell how far a matter has gone."""
    if where == "affirmed":
        return not denied
    if where in ("no", "not"):
        return denied and (contested or _around(where, r"\b(?:{}) $").search(before) is not None)
    return denied or where == "always"


def _steps(step: int, *, denied: bool, hoped: bool) -> tuple[int, int]:
    """The least and the furthest step that words of ``step`` tell; what is not given up is thought about."""
    if step == 0:
        return (THOUGHT, PLANNED) if denied else (0, 0)
    if denied:
        return 0, step - 1
    return (THOUGHT, PLANNED) if step == THOUGHT or hoped else (step, DONE)


def _denied(begin: int, text: str, found: re.Match[str]) -> Span | None:
    """The words with the negation shortly before, within or right behind them; ``None`` without one."""
    words = list(re.finditer(r"\S+", text[begin : found.start()]))
    leading = _around("leading", r"(?:{})\b").match(text, begin) and not _around("relative").search(text, begin, found.start())
    near = words if leading else words[-REACH:]
    before = NEGATION.search(text, begin + near[0].start() if near else found.start(), found.start())
    after = _around("after", r"(?:{})\b").match(text, found.end())
    if before is None and after is None and NEGATION.match(found[0]) is None:
        return None
    return before.start() if before else found.start(), after.end() if after else found.end()


def _clause(article: AnnotatedArticle, sentence: Span, words: Span) -> Span:
    """The part of the sentence around the words, up to marks and words that begin or end a clause."""
    begin = max((m.end() for m in BOUND.finditer(article.text, sentence[0], words[0])), default=sentence[0])
    closing = BOUND.search(article.text, words[1], sentence[1])
    while begin < words[0] and article.text[begin].isspace():
        begin += 1
    return begin, closing.start() if closing else sentence[1]


def _place(clause: Span, sign: _Sign, told: Sequence[Span]) -> Span:
    """The claim that begins or ends with the clause and holds the words, else the clause."""
    holding = [s for s in told if s[0] <= sign.span[0] and sign.span[1] <= s[1] and (s[0] == clause[0] or s[1] == clause[1])]
    return min(holding, key=lambda s: (s[1] - s[0], s), default=clause)


def _standing(article: AnnotatedArticle, number: int, sign: _Sign, place: Span, setting: Setting) -> Standing:
    sentence = article.sentences[number]
    own = _stems(article, _clause(article, sentence, sign.span))
    matter, first = _stems(article, sentence), number
    while first > max(number - BACK, 0) and (len(matter) < FEW or (first == number and len(own) < FEW)):
        first -= 1
        matter |= _stems(article, article.sentences[first])
    text = " ".join(article.text[article.sentences[first][0] : sentence[1]].split())
    words = " ".join(article.text[slice(*sign.span)].split())
    voice = quotation_around(article, sign.span)
    speaker = setting.roll.id(voice.speaker) if voice is not None else None
    steps = (sign.low, sign.high)
    return Standing(article, place, sign.span, number, words, sign.act, *steps, own, matter, text, speaker, voice is not None)


def _stems(article: AnnotatedArticle, span: Span) -> frozenset[str]:
    """Stems of the words of a span that can name a matter, and its numbers of two digits and more."""
    return frozenset(stem(lemma) for _, lemma in words_in(article, span) if is_content(lemma) or NUMBER.match(lemma)) - IDLE
