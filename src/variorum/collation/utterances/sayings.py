"""Sayings: what is quoted of a speaker, sentence by sentence, in the form in which reports are compared."""

from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from variorum.collation.claims.words import act_concept, concept_of
from variorum.collation.relays.names import is_outlet
from variorum.language.changes import numbers
from variorum.language.frequency import rarity
from variorum.language.tokens import Words, article_words, find_words
from variorum.records.annotation import AnnotatedArticle, Quantity, Quotation, Spans, Time
from variorum.records.article import Passage, Span, passage_of
from variorum.records.story import QuotationRef

FOLLOWED = frozenset({"speech", "document", "intent", "belief"})
"""Acts whose words can be followed however they are told; what somebody rejects or welcomes is told in each reporter's own
words, and followed where it stands in quotation marks."""
LEAST_WORDS = 3
"""A sentence of a quotation with fewer words belongs to the one before it."""
LETTERS = frozenset({"a", "i", "s", "t"})
"""Words, and ends of words, of one letter; the list of frequencies has none of so few."""
TELLING = 0.3
"""Words less rare than this say nothing about what is said."""
LEAST_SAYING, LEAST_TOLD, LEAST_TERMS = 2, 4, 2
"""Words that a sentence in quotation marks, or told indirectly, must have to be followed, and telling lemmas of either:
shorter ones are said by everybody. A figure told indirectly ("it spoke of 4,000") is followed however short, and words in
quotation marks to a wording of the same speaker that has just these in a row."""
AUXILIARIES = frozenset({"be", "have"})
"""Lemmas that show that few words have a verb, and tell nothing themselves."""
SENTENCE_ENDS = ".!?"
MOMENTS, HOUR = "DT", "T"
"""The letters that facts begin with which are a day or an hour, and an hour."""


@dataclass(frozen=True, slots=True)
class Saying:
    """One sentence of a quotation.

    ``words`` count in the article's ``field``; ``terms`` are its telling lemmas, synonyms as one, weighed by squared rarity;
    ``facts`` its numbers, days and hours, ``acts`` its verbs, synonyms as one; ``named`` the story entities whose names stand
    in it; ``speaker`` is a story entity, ``known`` whether that has a name; ``heading`` says that it stands in the headline,
    ``relayed`` that it is told inside the words of another speaker.
    """

    article: AnnotatedArticle
    quotation: Quotation
    number: int
    spans: Spans
    words: Words
    terms: Mapping[str, float]
    facts: frozenset[str]
    acts: frozenset[str]
    named: frozenset[str]
    speaker: str | None
    known: bool
    heading: bool
    relayed: bool

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
    def brief(self) -> bool:
        """Whether it stands in quotation marks and has one telling lemma only ("I bought it")."""
        return self.quotation.kind != "indirect" and len(self.words) >= LEAST_SAYING and len(self.terms) < LEAST_TERMS

    @property
    def curt(self) -> bool:
        """Whether it is speech told indirectly in few words ("it is decided") that have a verb or a day and no number."""
        told = self.quotation.kind == "indirect" and self.quotation.act == "speech" and not self.counts
        stated = self.acts or self.facts or self.terms.keys() & AUXILIARIES
        if not told or not stated or not self.terms.keys() - AUXILIARIES:
            return False
        return len(self.words) >= LEAST_SAYING and (len(self.words) < LEAST_TOLD or len(self.terms) < LEAST_TERMS)

    @property
    def counts(self) -> frozenset[str]:
        """Its numbers, without days and hours."""
        return frozenset(fact for fact in self.facts if fact[0] not in MOMENTS)

    @property
    def hours(self) -> frozenset[str]:
        """The hours of the clock in it."""
        return frozenset(fact for fact in self.facts if fact[0] == HOUR)

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
    followed = _followed(article)
    for quotation in sorted(followed, key=lambda q: (q.field, q.content, q.id)):
        words = texts[quotation.field]
        for number, spans in enumerate(_sentences(article, quotation, words)):
            saying = make_saying(article, quotation, number, (spans, words), speakers, relayed=followed[quotation])
            least = LEAST_TOLD if quotation.kind == "indirect" else LEAST_SAYING
            told = len(saying.words) >= least and len(saying.terms) >= LEAST_TERMS
            if told or saying.brief or saying.curt or (quotation.kind == "indirect" and (saying.counts or saying.hours)):
                yield saying


def _followed(article: AnnotatedArticle) -> dict[Quotation, bool]:
    """The quotations that are followed, and whether each is told inside another one.

    Where an outlet or a document only carries somebody's words (``Radio Orlin reported that Okoro said``), or a longer
    quotation is of the same speaker, the words inside are kept and what holds them is not.
    """
    quotations = [q for q in article.quotations if q.content and (q.act in FOLLOWED or q.kind == "direct")]
    outlets = {e.id for e in article.entities if e.named and is_outlet(e.name)}
    inside = [(a, b) for a in quotations for b in quotations if a.id != b.id and _holds(a, b)]
    carriers = {a.id for a, b in inside if b.act == "speech" and _only_carries(a, b, outlets)}
    told = {b.id for a, b in inside if a.id not in carriers}
    return {q: q.id in told for q in quotations if q.id not in carriers}


def _only_carries(outer: Quotation, inner: Quotation, outlets: Collection[str]) -> bool:
    same = outer.speaker is not None and outer.speaker == inner.speaker and outer.content != inner.content
    return outer.speaker in outlets or outer.act == "document" or (same and outer.kind == inner.kind == "indirect")


def _holds(outer: Quotation, inner: Quotation) -> bool:
    if outer.field != inner.field or outer.content[0][0] > inner.content[0][0] or inner.content[-1][1] > outer.content[-1][1]:
        return False
    if outer.content == inner.content:
        return outer.id < inner.id
    return all(any(s <= start and end <= e for s, e in outer.content) for start, end in inner.content)


def make_saying(
    article: AnnotatedArticle,
    quotation: Quotation,
    number: int,
    place: tuple[Spans, Words],
    speakers: Mapping[str, str],
    *,
    relayed: bool = False,
) -> Saying:
    """Sentence ``number`` of ``quotation``: its spans, with the words of the field that they count in."""
    spans, words = place
    pieces = [words.between(*span) for span in spans]
    chosen = Words(tuple(k for p in pieces for k in p.keys), tuple(s for p in pieces for s in p.spans))
    speaker = speakers.get(quotation.speaker or "")
    return Saying(
        article,
        quotation,
        number,
        spans,
        chosen,
        terms=_terms(article, quotation, spans, chosen),
        facts=_facts(article, quotation, spans, chosen),
        acts=_acts(article, quotation, spans),
        named=_named(article, quotation, spans, speakers),
        speaker=speaker,
        known=speaker is not None and any(e.id == quotation.speaker and e.named for e in article.entities),
        heading=quotation.field == "title" or _in_title(article, spans),
        relayed=relayed,
    )


def _in_title(article: AnnotatedArticle, spans: Spans) -> bool:
    title = article.title_span
    return title is not None and title[0] <= spans[0][0] and spans[-1][1] <= title[1]


def _terms(article: AnnotatedArticle, quotation: Quotation, spans: Spans, words: Words) -> dict[str, float]:
    """Telling lemmas of the spans, synonyms as one, with their weight; the title outside the text has word keys only."""
    lemmas = _lemmas(article, spans) if quotation.field == "text" and article.tokens else list(words.keys)
    weights: dict[str, float] = {}
    for lemma in sorted({lemma for lemma in lemmas if any(map(str.isalnum, lemma)) and lemma not in LETTERS}):
        weight = round(rarity(lemma) ** 2, 4)
        if weight > TELLING**2:
            weights[concept_of(lemma)] = max(weight, weights.get(concept_of(lemma), 0.0))
    return weights


def _facts(article: AnnotatedArticle, quotation: Quotation, spans: Spans, words: Words) -> frozenset[str]:
    """Numbers of the spans (``one`` left out), the days of their times where known, and the hours of the clock."""
    dated = [t for t in article.times if t.type in ("DATE", "TIME") and _inside(t, quotation, spans)]
    counted = [q for q in article.quantities if _inside(q, quotation, spans)]
    read = [*((t.start, t.end) for t in dated), *((q.start, q.end) for q in counted)]
    rest = [n for n, (start, _) in enumerate(words.spans) if not any(s <= start < e for s, e in read)]
    plain = Words(tuple(words.keys[n] for n in rest), tuple(words.spans[n] for n in rest))
    values = {f"{q.value:g}" for q in counted if q.value != 1}
    return frozenset(values | set(numbers(plain)) | {f for t in dated for f in _moments(t.value)})


def _inside(found: Time | Quantity, quotation: Quotation, spans: Spans) -> bool:
    return found.field == quotation.field and any(s <= found.start and found.end <= e for s, e in spans)


def _moments(value: str) -> Iterator[str]:
    """The day or month of a TIMEX3 value, with and without its year, and its hour on a clock of twelve ("at two in the
    afternoon", "at 14:00")."""
    day, _, hour = value.partition("T")
    if day[:4].isdigit():
        yield f"D{day}"
    if day[5:].replace("-", "").isdigit():
        yield f"D{day[4:]}"
    if hour[:2].isdigit():
        yield f"T{int(hour[:2]) % 12}{hour[2:]}"


def _acts(article: AnnotatedArticle, quotation: Quotation, spans: Spans) -> frozenset[str]:
    """The verbs of the clauses that have theirs in ``spans``; "be" with what it says of the subject."""
    placed = [(c.predicate, c.predicate_span) for c in article.claims if c.predicate_span and c.field == quotation.field]
    inside = [verb for verb, (start, _) in placed if any(s <= start < e for s, e in spans)]
    return frozenset(act_concept(verb.removeprefix("be ").split()[0]) for verb in inside if verb.strip())


def _named(article: AnnotatedArticle, quotation: Quotation, spans: Spans, speakers: Mapping[str, str]) -> frozenset[str]:
    """The story entities whose names stand in ``spans``."""
    names = [m for m in article.mentions if m.kind == "name" and m.field == quotation.field and m.entity in speakers]
    return frozenset(speakers[m.entity] for m in names if any(s <= m.start and m.end <= e for s, e in spans))


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
