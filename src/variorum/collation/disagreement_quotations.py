"""Altered quotations: the same words of one speaker, given in quotation marks, that do not say the same."""

from collections.abc import Iterator, Mapping, Sequence

from variorum.collation.claim_verdicts import Side, Verdict
from variorum.records.annotation import AnnotatedArticle, Quotation
from variorum.records.story import Change, Edit, Utterance, Variant

GRAVE: tuple[Change, ...] = ("negation", "modality", "number")
"""Changes that make quoted words say something else; others are left to the page that shows the variants."""

WORDED = ("same", "edited", "extended", "trimmed")
"""Relations in which both reports claim to give the words themselves."""


def quotation_verdicts(
    articles: Mapping[str, AnnotatedArticle], utterances: Sequence[Utterance], entity_of: Mapping[str, str]
) -> Iterator[Verdict]:
    """A conflict for every variant of a quotation that changes a negation, a modal or a number inside the quoted words."""
    quotations = {(a.id, q.id): q for a in articles.values() for q in a.quotations}
    for utterance in utterances:
        for variant in utterance.variants:
            ours = quotations.get((variant.quotation.article, variant.quotation.quotation))
            theirs = quotations.get((variant.against.article, variant.against.quotation))
            if ours is None or theirs is None or not _both_words(ours, theirs) or variant.relation not in WORDED:
                continue
            one, other = articles.get(variant.quotation.article), articles.get(variant.against.article)
            if one is not None and other is not None and one.id != other.id:
                yield from _verdict(one, other, ours, theirs, variant, entity_of)


def _both_words(one: Quotation, other: Quotation) -> bool:
    return one.kind != "indirect" and other.kind != "indirect"


def _verdict(
    one: AnnotatedArticle,
    other: AnnotatedArticle,
    ours: Quotation,
    theirs: Quotation,
    variant: Variant,
    entity_of: Mapping[str, str],
) -> Iterator[Verdict]:
    grave = [e for e in _inner(variant.edits) if e.changes in GRAVE]
    if not grave:
        return
    a, b = (_words(one, [e.a for e in grave]), _words(other, [e.b for e in grave]))
    sides = (_side(one, ours, a, entity_of), _side(other, theirs, b, entity_of))
    what = sorted({str(e.changes) for e in grave})
    reason = f"The quoted words differ in {' and '.join(what)}: “{a}” against “{b}”."
    yield Verdict("quotation", "conflict", sides, _opening(other, theirs), 1.0, reason)


def _inner(edits: Sequence[Edit]) -> list[Edit]:
    """The edits less what was only cut or added at the edges, which trims a quotation and does not alter it."""
    kept = list(edits)
    while kept and kept[0].op in ("insert", "delete"):
        kept.pop(0)
    while kept and kept[-1].op in ("insert", "delete"):
        kept.pop()
    return [e for e in kept if e.op != "equal"]


def _words(article: AnnotatedArticle, spans: Sequence[tuple[int, int]]) -> str:
    pieces = [" ".join(article.text[s:e].split()) for s, e in spans if s < e]
    return " … ".join(pieces) or "(left out)"


def _side(article: AnnotatedArticle, quotation: Quotation, value: str, entity_of: Mapping[str, str]) -> Side:
    span = quotation.content[0][0], quotation.content[-1][1]
    voice = entity_of.get(quotation.speaker or "", quotation.speaker)
    return Side(article, span, value, voice, quotation.field)


def _opening(article: AnnotatedArticle, quotation: Quotation) -> str:
    """The first words of the saying, to name it."""
    source = article.text if quotation.field == "text" else article.title or ""
    words = source[quotation.content[0][0] : quotation.content[-1][1]].split()
    return " ".join(words[:8]) + (" …" if len(words) > 8 else "")
