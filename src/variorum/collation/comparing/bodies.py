"""A headline against a report: whether the report tells of it, and whether it confirms, leaves open or rejects it."""

import functools
from collections.abc import Mapping, Sequence

from variorum.collation.claims.words import LANGUAGE
from variorum.collation.comparing.words import meanings, plain, weighed_words
from variorum.collation.encoder import Encoder
from variorum.language.alignment import kindred
from variorum.language.lexicon import word_list
from variorum.records.annotation import AnnotatedArticle
from variorum.records.article import Span
from variorum.records.story import Judgement

ABOUT_WORDS, ABOUT_MEANING = 0.4, 0.5
"""Share of the headline's words in the whole report, or cosine with one sentence, from which the report tells of it."""

ABOUT_BOTH = 0.5
"""Least mean of share and cosine of a report that tells of its headline; set on invented headlines and reports."""

READ = 8
"""Sentences whose meaning is compared: those that share most with the headline."""

NEAREST = 3
"""Sentences nearest to the headline that tell where the report stands."""


def judge_body(headline: AnnotatedArticle, body: AnnotatedArticle, encoder: Encoder | None) -> tuple[Judgement, float, str]:
    """Judgement, likeness and reason for a headline and a report."""
    wanted = weighed_words(headline)
    share = _share(wanted, weighed_words(body))
    near = _near_sentences(wanted, body)
    texts = [" ".join(body.text[s:e].split()) for s, e in near]
    cosines = meanings(encoder, texts, plain(headline)) if encoder and texts else [share] * len(texts)
    score = round((share + max(cosines, default=0.0)) / 2, 3)
    if score < ABOUT_BOTH:
        return "unrelated", score, "The report tells of something else."
    ranked = sorted(range(len(near)), key=lambda n: (-cosines[n], near[n]))[:NEAREST]
    return _stand(headline, body, [near[n] for n in ranked], score)


def _share(wanted: Mapping[str, float], found: Mapping[str, float]) -> float:
    total = sum(sorted(wanted.values()))
    held = [weight for word, weight in wanted.items() if word in found or any(kindred(word, f) for f in found)]
    return round(sum(sorted(held)) / total, 3) if total else 0.0


def _near_sentences(wanted: Mapping[str, float], body: AnnotatedArticle) -> list[Span]:
    shares = [(_share(wanted, weighed_words(body, span)), span) for span in body.sentences]
    best = sorted(shares, key=lambda item: (-item[0], item[1]))[:READ]
    return sorted(span for _, span in best)


def _stand(
    headline: AnnotatedArticle, body: AnnotatedArticle, near: Sequence[Span], score: float
) -> tuple[Judgement, float, str]:
    """Whether the sentences nearest to the headline confirm it, reject it or leave it open."""
    ours = stance(headline, [(0, len(headline.text))])
    lead = [span for span in body.sentences[:2] if span not in near]
    theirs = stance(body, [*near, *lead])
    if theirs[0] == "refute" != ours[0]:
        return "conflict", score, f"The report rejects what the headline tells (“{theirs[1]}”)."
    if ours[0] == "refute" and theirs[0] == "tell":
        return "conflict", score, f"The headline rejects what the report tells (“{ours[1]}”)."
    if theirs[0] == "hedge":
        return "refine", score, f"The report leaves it open (“{theirs[1]}”)."
    return "agree", score, "The report tells what the headline says."


@functools.cache
def _doubts() -> tuple[Mapping[str, str], Mapping[str, str]]:
    """Single words and phrases with their stance."""
    rows = {row["word"]: row["stance"] for row in word_list(LANGUAGE, "doubt")}
    return {w: s for w, s in rows.items() if " " not in w}, {w: s for w, s in rows.items() if " " in w}


def stance(article: AnnotatedArticle, spans: Sequence[Span]) -> tuple[str, str]:
    """``refute``, ``hedge`` or ``tell`` with the word that decided: a rejection outweighs a doubt."""
    single, phrases = _doubts()
    found: list[tuple[str, str]] = []
    for start, end in spans:
        text = " ".join(article.text[start:end].split()).casefold()
        found += [(phrases[p], p) for p in phrases if p in text]
        inside = zip(article.tokens, article.lemmas, strict=True)
        found += [(single[w], w) for t, w in inside if start <= t[0] and t[1] <= end and w in single]
    for kind in ("refute", "hedge"):
        word = next((w for s, w in found if s == kind), None)
        if word is not None:
            return kind, word
    return "tell", ""
