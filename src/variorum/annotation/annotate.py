"""One article in, the same article with everything that was found in it out."""

from collections.abc import Iterable, Iterator

from spacy.tokens import Doc

from variorum.annotation.assemble import Words, assemble
from variorum.annotation.attributions.find import find_quotations
from variorum.annotation.claims.find import find_claims
from variorum.annotation.coreference.find import find_references
from variorum.annotation.events.find import find_event_mentions
from variorum.annotation.loaded_words import find_loaded_words
from variorum.annotation.mentions.furniture import with_furniture_names
from variorum.annotation.nlp import Pipeline
from variorum.annotation.placement import place_article
from variorum.annotation.quantities.find import find_quantities
from variorum.annotation.times.datelines import with_dateline_times
from variorum.annotation.times.find import find_times
from variorum.encoding import AttributionTagger
from variorum.records.annotation import AnnotatedArticle, Spans
from variorum.records.article import Article


def annotate_article(article: Article, pipeline: Pipeline, tagger: AttributionTagger | None = None) -> AnnotatedArticle:
    """Find everything in ``article``; with a ``tagger``, attributions of the tier ``best``, else ``fast``.

    The result depends on this article and the models only.
    """
    placement = place_article(article)
    doc = pipeline.nlp(placement.text)
    references = find_references(doc)
    quotations, references = find_quotations(doc, references, tagger=tagger)
    times = find_times(doc, article.published)
    quantities = find_quantities(doc, times, quotations)
    findings = {
        "quotations": quotations,
        "times": times,
        "quantities": quantities,
        "event_mentions": find_event_mentions(doc, references, times, quotations),
        "claims": find_claims(doc, references, quotations, times, quantities),
        "loaded_words": find_loaded_words(doc),
    }
    made = assemble(article, placement, references, words_in(doc), findings)
    return with_dateline_times(with_furniture_names(made), pipeline.nlp)


def annotate_articles(
    articles: Iterable[Article], pipeline: Pipeline, tagger: AttributionTagger | None = None
) -> Iterator[AnnotatedArticle]:
    """Annotate article after article, one in memory at a time; already annotated ones pass through.

    Articles out of a ``story.json`` lack their tokens and are annotated again.
    """
    for article in articles:
        if isinstance(article, AnnotatedArticle) and (article.tokens or not article.sentences):
            yield article
        else:
            yield annotate_article(article, pipeline, tagger)


def words_in(doc: Doc) -> Words:
    """The sentences of ``doc`` and its tokens less white space and punctuation, with their lower-case lemmas."""
    return Words(_sentences(doc), *_tokens(doc))


def _sentences(doc: Doc) -> Spans:
    spans = []
    for sentence in doc.sents:
        start, end = sentence.start, sentence.end
        while start < end and doc[start].is_space:
            start += 1
        while start < end and doc[end - 1].is_space:
            end -= 1
        if start < end:
            spans.append((doc[start].idx, doc[end - 1].idx + len(doc[end - 1])))
    return tuple(spans)


def _tokens(doc: Doc) -> tuple[Spans, tuple[str, ...]]:
    kept = [t for t in doc if not (t.is_space or t.is_punct)]
    return tuple((t.idx, t.idx + len(t)) for t in kept), tuple(t.lemma_.lower() for t in kept)
