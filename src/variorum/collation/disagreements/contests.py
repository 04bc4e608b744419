"""Where a report itself says that two accounts do not go together: "contradicted this", "a board paper says the opposite".

What the words of contest (``en/contests.tsv``) point to is in the same report: one account stands in the sentence before them,
the other after them.
"""

import functools
import re
from collections.abc import Iterator, Mapping, Sequence

from variorum.collation.claims.denials import SAYINGS, quotation_around
from variorum.collation.claims.sentences import words_in
from variorum.collation.claims.statements import Statement
from variorum.collation.claims.verdicts import Side, Verdict
from variorum.collation.claims.words import LANGUAGE
from variorum.language.lexicon import words
from variorum.records.annotation import AnnotatedArticle
from variorum.records.article import Span

GOES_ON = re.compile(r"[:“\"]|, (?:in )?(?:which|where)\b")
"""What shows that a sentence tells an account of its own after the words of contest."""

LEAST = 4
"""Words that an account has at least."""

ABOUT = 10
"""Words of the contested account that stand for what it is about."""

Voices = Mapping[tuple[str, str], str | None]
"""Story entities of speakers, by article and quotation."""


def contest_verdicts(articles: Sequence[AnnotatedArticle], statements: Sequence[Statement]) -> Iterator[Verdict]:
    """One conflict for each place where a report sets two accounts against each other."""
    voices = {(s.article.id, q.id): s.speaker for s in statements if (q := s.quotation) is not None}
    for article in sorted(articles, key=lambda a: a.id):
        for found, spans in _contested(article):
            yield _verdict(article, found, spans, voices)


def _contested(article: AnnotatedArticle) -> Iterator[tuple[re.Match[str], tuple[Span, Span]]]:
    """The words of contest of a report, each with what is contested and what is set against it."""
    sentences = [s for s in article.sentences if any(c.isalpha() for c in article.text[slice(*s)])]
    for number, sentence in enumerate(sentences):
        found = _contests().search(article.text, *sentence)
        if found is None or article.text[slice(*sentence)].rstrip(' \n”"’').endswith("?"):
            continue
        before = sentences[number - 1] if number else None
        after = sentences[number + 1] if number + 1 < len(sentences) else None
        spans = _accounts(article, found, sentence, before, after)
        if spans is not None:
            yield found, spans


@functools.cache
def _contests() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(sorted(words(LANGUAGE, 'contests')))})(?!\w)", re.IGNORECASE)


def _accounts(
    article: AnnotatedArticle, found: re.Match[str], sentence: Span, before: Span | None, after: Span | None
) -> tuple[Span, Span] | None:
    """What is contested and what is set against it; ``None`` where one of the two is not told in a voice, or hardly told."""
    if before is None:
        return None
    rest = found.end(), sentence[1]
    named = SAYINGS & {lemma for _, lemma in words_in(article, (before[0], found.end()))}
    contested = _said(article, before) or (before if named else None)
    against = rest if GOES_ON.search(article.text, *rest) else _said(article, after)
    if contested is None or against is None or min(_length(article, contested), _length(article, against)) < LEAST:
        return None
    return contested, against


def _said(article: AnnotatedArticle, sentence: Span | None) -> Span | None:
    """What somebody is quoted with in a sentence, from its first to its last word."""
    if sentence is None:
        return None
    low, high = sentence
    pieces = [p for q in article.quotations if q.field == "text" for p in q.content if low <= p[0] and p[1] <= high + 2]
    return (min(p[0] for p in pieces), max(p[1] for p in pieces)) if pieces else None


def _length(article: AnnotatedArticle, span: Span) -> int:
    return sum(article.text[slice(*token)].strip(".,;:").isalnum() for token, _ in words_in(article, span))


def _verdict(article: AnnotatedArticle, found: re.Match[str], spans: tuple[Span, Span], voices: Voices) -> Verdict:
    values = ("said", "contested")
    contested, against = (_side(article, _trimmed(article, s), v, voices) for s, v in zip(spans, values, strict=True))
    said, told = (" ".join(article.text[slice(*x.span)].split()[:12]) for x in (contested, against))
    about = " ".join(said.split()[:ABOUT])
    cue = " ".join(found[0].split()[:8])
    reason = f"“{cue}”: the report itself says that two accounts do not go together, “{said}” and “{told}”."
    return Verdict("polarity", "conflict", (contested, against), about, 1.0, reason)


def _trimmed(article: AnnotatedArticle, span: Span) -> Span:
    """``span`` from its first to its last word."""
    tokens = [token for token, _ in words_in(article, span) if any(c.isalnum() for c in article.text[slice(*token)])]
    return tokens[0][0], tokens[-1][1]


def _side(article: AnnotatedArticle, span: Span, value: str, voices: Voices) -> Side:
    around = quotation_around(article, (span[0], min(span[0] + 1, span[1])))
    voice = voices.get((article.id, around.id), around.speaker) if around is not None else None
    return Side(article, span, value, voice)
