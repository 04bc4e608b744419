"""Altered quotations: the same words of one speaker, given in quotation marks, that do not say the same."""

from collections.abc import Iterator, Mapping, Sequence

from variorum.collation.claim_verdicts import Side, Verdict
from variorum.records.annotation import AnnotatedArticle, Quotation
from variorum.records.article import Field, Span
from variorum.records.story import Change, Edit, Utterance, Variant

GRAVE: tuple[Change, ...] = ("negation", "modality", "number")
"""Changes that make quoted words say something else; others are left to the page that shows the variants."""

def quotation_verdicts(
    articles: Mapping[str, AnnotatedArticle], utterances: Sequence[Utterance], entity_of: Mapping[str, str]
) -> Iterator[Verdict]:
    """A conflict for every variant of a quotation that is judged to say something else within the quoted words."""
    quotations = {(a.id, q.id): q for a in articles.values() for q in a.quotations}
    for utterance in utterances:
        for variant in utterance.variants:
            ours = quotations.get((variant.quotation.article, variant.quotation.quotation))
            theirs = quotations.get((variant.against.article, variant.against.quotation))
            if ours is None or theirs is None or not _both_words(ours, theirs) or variant.judgement != "conflict":
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
    changed = _inner(variant.edits)
    grave = [e for e in changed if e.changes in GRAVE]
    if not grave:
        return
    a, b = (_words(one, [e.b for e in changed]), _words(other, [e.a for e in changed]))
    sides = (
        _side(one, _piece(ours, grave[0].b), a, voice=ours.speaker, entity_of=entity_of, field=ours.field),
        _side(other, _piece(theirs, grave[0].a), b, voice=theirs.speaker, entity_of=entity_of, field=theirs.field),
    )
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


def _piece(quotation: Quotation, edit: Span) -> Span:
    """The piece of the quotation in which the edit stands."""
    return next((p for p in quotation.content if p[0] <= edit[0] <= p[1]), quotation.content[0])


def _side(
    article: AnnotatedArticle, span: Span, value: str, *, voice: str | None, entity_of: Mapping[str, str], field: Field
) -> Side:
    return Side(article, span, value, entity_of.get(voice or "", voice), field)


def _opening(article: AnnotatedArticle, quotation: Quotation) -> str:
    """The first words of the saying, to name it."""
    source = article.text if quotation.field == "text" else article.title or ""
    words = source[quotation.content[0][0] : quotation.content[-1][1]].split()
    return " ".join(words[:8]) + (" …" if len(words) > 8 else "")
