"""What a clause says once the words around it are counted in: denials above it, and the state after a linking verb."""

import re
from collections.abc import Iterator
from itertools import pairwise

from variorum.collation.claims.sentences import SMALL, sentence_at, words_in
from variorum.collation.claims.words import kind_words
from variorum.records.annotation import AnnotatedArticle, Claim, Polarity, Quotation
from variorum.records.article import Span

LINKING = kind_words("linking")
"""Verbs that only link their subject to a state."""

SAYINGS = kind_words("saying")
"""Nouns for what others said; a denial of such a noun denies the clause that hangs on it."""


def linked_predicate(article: AnnotatedArticle, claim: Claim) -> str:
    """The predicate, with ``be`` and the state in place of a linking verb: ``be closed`` for "remains closed"."""
    if claim.predicate not in LINKING or claim.predicate_span is None or claim.field != "text":
        return claim.predicate
    after = words_in(article, (claim.predicate_span[1], claim.span[1]))[:2]
    state = next((lemma for _, lemma in after if lemma not in SMALL), "")
    return f"be {state}" if state else claim.predicate


def claim_polarity(article: AnnotatedArticle, claim: Claim) -> Polarity:
    """The polarity of the clause, turned round where somebody denies the report or the claim that it hangs on."""
    if claim.field != "text":
        return claim.polarity
    turned = any(_hangs_on_saying(article, quotation, claim) for quotation in _denials(article, claim))
    if claim.polarity == "negative" and LIMIT.search(article.text, *claim.span):
        turned = not turned
    if not turned:
        return claim.polarity
    return "positive" if claim.polarity == "negative" else "negative"


ASKING = kind_words("asking")
"""Words after which "when", "why" or "whether" begins a question and tells no fact."""


def is_asked(article: AnnotatedArticle, claim: Claim) -> bool:
    """Whether the clause is what somebody asks, or says or does not say: "did not say when it was inspected"."""
    if claim.field != "text":
        return False
    if article.text[claim.span[1] - 1 : claim.span[1] + 1].strip().endswith("?"):
        return True
    begin = sentence_at(article, *claim.span)[0]
    verb = (claim.predicate_span or claim.span)[0]
    before = [lemma for _, lemma in words_in(article, (max(claim.span[0] - 40, begin), verb))]
    return any(one in ASKING and other in WH for one, other in pairwise(before))


WH = kind_words("question")


LIMIT = re.compile(r"\b(?:no|not) (?:more|less|fewer|later|earlier) than\b", re.IGNORECASE)
"""Words that deny only a limit and nothing of what the clause says."""


def _denials(article: AnnotatedArticle, claim: Claim) -> Iterator[Quotation]:
    start, end = claim.predicate_span or claim.span
    for quotation in article.quotations:
        holds = quotation.field == "text" and any(s <= start and end <= e for s, e in quotation.content)
        if holds and quotation.polarity == "negative" and quotation.kind == "indirect":
            yield quotation


def _hangs_on_saying(article: AnnotatedArticle, quotation: Quotation, claim: Claim) -> bool:
    start = (claim.predicate_span or claim.span)[0]
    words = words_in(article, (quotation.content[0][0], start))
    return any(lemma in SAYINGS for _, lemma in words[:4])


def quotation_around(article: AnnotatedArticle, span: Span) -> Quotation | None:
    """The innermost quotation of the body that holds ``span``; ``None`` outside quotations."""
    holding = [q for q in article.quotations if q.field == "text" and any(s <= span[0] and span[1] <= e for s, e in q.content)]
    return max(holding, key=lambda q: (q.content[0][0], q.id), default=None)
