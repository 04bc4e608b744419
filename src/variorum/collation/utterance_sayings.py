"""Sayings: what is quoted of a speaker, sentence by sentence, in the form in which reports are compared."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from variorum.collation.relay_names import is_outlet
from variorum.language.frequency import rarity
from variorum.language.tokens import Words, article_words, find_words
from variorum.records.annotation import AnnotatedArticle, Quotation, Spans
from variorum.records.article import Passage, Span, passage_of
from variorum.records.story import QuotationRef

FOLLOWED = frozenset({"speech", "document", "intent"})
"""Acts whose words can be followed; what somebody believes or rejects is told in each reporter's own words."""
LEAST_WORDS = 3
"""A sentence of a quotation with fewer words belongs to the one before it."""
TELLING = 0.3
"""Words less rare than this say nothing about what is said."""
LEAST_SAYING, LEAST_TOLD, LEAST_TERMS = 3, 5, 2
"""Words that a sentence in quotation marks, or told indirectly, must have to be followed, and telling lemmas of either:
shorter ones are said by everybody."""
SENTENCE_ENDS = ".!?"


@dataclass(frozen=True, slots=True)
class Saying:
    """One sentence of a quotation.

    ``words`` count in the article's ``field``; ``terms`` are its telling lemmas weighed by squared rarity; ``speaker`` is a
    story entity, ``known`` whether that has a name; ``heading`` says that it stands in the headline.
    """

    article: AnnotatedArticle
    quotation: Quotation
    number: int
    spans: Spans
    words: Words
    terms: Mapping[str, float]
    speaker: str | None
    known: bool
    heading: bool

    @property
    def ref(self) -> QuotationRef:
        """The quotation it is part of."""
        return QuotationRef(self.article.id, self.quotation.id)

    @property
    def key(self) -> tuple[str, str, int]:
        """Article, quotation and number of the sentence: its place among all sayings."""
        return self.article.id, self.quotation.id, self.number

    @property
    def source(self) -> str:
        """The text that its spans count in."""
        return self.article.text if self.quotation.field == "text" else self.article.title or ""

    @property
    def passages(self) -> tuple[Passage, ...]:
        """Its spans as passages."""
        return tuple(passage_of(self.article, span, self.quotation.field) for span in self.spans)

    @property
    def plain(self) -> str:
        """Its words as they stand, less furniture and quotation marks: what the encoder reads."""
        return " ".join(self.source[s:e] for s, e in self.words.spans)


def find_sayings(articles: Iterable[AnnotatedArticle], speakers: Mapping[str, str]) -> tuple[Saying, ...]:
    """The sayings of all ``articles``, ordered by article and place; ``speakers`` maps article to story entities."""
    return tuple(s for article in sorted(articles, key=lambda a: a.id) for s in _of_article(article, speakers))


def _of_article(article: AnnotatedArticle, speakers: Mapping[str, str]) -> Iterator[Saying]:
    texts = {"text": article_words(article), "title": find_words(article.title or "")}
    for quotation in sorted(_followed(article), key=lambda q: (q.field, q.content, q.id)):
        words = texts[quotation.field]
        for number, spans in enumerate(_sentences(article, quotation, words)):
            saying = _saying(article, quotation, number, (spans, words), speakers)
            least = LEAST_SAYING if quotation.kind == "direct" else LEAST_TOLD
            if len(saying.words) >= least and len(saying.terms) >= LEAST_TERMS:
                yield saying


def _followed(article: AnnotatedArticle) -> list[Quotation]:
    """The quotations less those told inside another one; where an outlet or a document only carries somebody's words
    (``Radio Orlin reported that Okoro said``), those words are kept and the carrier is not."""
    quotations = [q for q in article.quotations if q.act in FOLLOWED and q.content]
    outlets = {e.id for e in article.entities if e.named and is_outlet(e.name)}
    inside = [(a, b) for a in quotations for b in quotations if a.id != b.id and _holds(a, b)]
    carriers = {a.id for a, b in inside if b.act == "speech" and (a.speaker in outlets or a.act == "document")}
    told = {b.id for a, b in inside if a.id not in carriers}
    return [q for q in quotations if q.id not in carriers and q.id not in told]


def _holds(outer: Quotation, inner: Quotation) -> bool:
    if outer.field != inner.field or outer.content[0][0] > inner.content[0][0] or inner.content[-1][1] > outer.content[-1][1]:
        return False
    if outer.content == inner.content:
        return outer.id < inner.id
    return all(any(s <= start and end <= e for s, e in outer.content) for start, end in inner.content)


def _saying(
    article: AnnotatedArticle, quotation: Quotation, number: int, place: tuple[Spans, Words], speakers: Mapping[str, str]
) -> Saying:
    spans, words = place
    pieces = [words.between(*span) for span in spans]
    chosen = Words(tuple(k for p in pieces for k in p.keys), tuple(s for p in pieces for s in p.spans))
    title = article.title_span
    in_title = title is not None and title[0] <= spans[0][0] and spans[-1][1] <= title[1]
    heading = quotation.field == "title" or in_title
    speaker = speakers.get(quotation.speaker or "")
    terms = _terms(article, quotation, spans, chosen)
    known = speaker is not None and any(e.id == quotation.speaker and e.named for e in article.entities)
    return Saying(article, quotation, number, spans, chosen, terms, speaker, known, heading)


def _terms(article: AnnotatedArticle, quotation: Quotation, spans: Spans, words: Words) -> dict[str, float]:
    """Telling lemmas of the spans with their weight; the title outside the text has word keys only."""
    lemmas = _lemmas(article, spans) if quotation.field == "text" and article.tokens else list(words.keys)
    weights = {lemma: round(rarity(lemma) ** 2, 4) for lemma in sorted(set(lemmas)) if any(map(str.isalnum, lemma))}
    return {lemma: weight for lemma, weight in weights.items() if weight > TELLING**2}


def _lemmas(article: AnnotatedArticle, spans: Spans) -> list[str]:
    found = []
    for start, end in spans:
        place = bisect_left(article.tokens, (start, start))
        while place < len(article.tokens) and article.tokens[place][1] <= end:
            found.append(article.lemmas[place])
            place += 1
    return found


def _sentences(article: AnnotatedArticle, quotation: Quotation, words: Words) -> list[Spans]:
    """The content cut where a sentence ends; what a cue only interrupts stays together, short ends join what is before."""
    text = article.text if quotation.field == "text" else article.title or ""
    sentences: list[list[Span]] = []
    for piece in (p for span in quotation.content for p in _cut(article, quotation, span)):
        size = len(words.between(*piece))
        if not size:
            continue
        if sentences and (size < LEAST_WORDS or not _ends_between(text, sentences[-1][-1], piece)):
            sentences[-1].append(piece)
        else:
            sentences.append([piece])
    return [_joined(text, sentence) for sentence in sentences]


def _cut(article: AnnotatedArticle, quotation: Quotation, span: Span) -> Iterator[Span]:
    """``span`` cut at the ends of the article's sentences."""
    if quotation.field != "text":
        yield span
        return
    start, end = span
    first = max(0, bisect_left(article.sentences, (start, start)) - 1)
    for _, stop in article.sentences[first:]:
        if stop >= end:
            break
        if stop > start:
            yield start, stop
            start = stop
    yield start, end


def _ends_between(text: str, before: Span, after: Span) -> bool:
    """Whether a sentence ends between two pieces: a full stop at the end of the first, or between them."""
    return any(mark in text[max(before[0], before[1] - 2) : after[0]] for mark in SENTENCE_ENDS)


def _joined(text: str, pieces: Sequence[Span]) -> Spans:
    """``pieces`` with those that touch made one, less the spaces at their ends."""
    joined: list[Span] = []
    for start, end in pieces:
        if joined and not text[joined[-1][1] : start].strip():
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return tuple(_stripped(text, piece) for piece in joined)


def _stripped(text: str, span: Span) -> Span:
    piece = text[slice(*span)]
    return span[0] + len(piece) - len(piece.lstrip()), span[1] - (len(piece) - len(piece.rstrip()))
