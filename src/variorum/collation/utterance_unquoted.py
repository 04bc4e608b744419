"""Statements outside quotations that say what somebody is quoted with elsewhere: a party's own release, an agency's own
dispatch, a report that tells the words of a speaker whom it names as if they were its own."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from variorum.collation.encoder import Encoder
from variorum.collation.relay_lines import is_release
from variorum.collation.relay_names import same_outlet
from variorum.collation.utterance_evidence import Agreement, score
from variorum.collation.utterance_sayings import Saying, make_saying
from variorum.collation.utterance_speakers import Voice, is_described, related
from variorum.language.tokens import article_words
from variorum.records.annotation import AnnotatedArticle, Quotation
from variorum.records.article import Span
from variorum.records.provenance import Provenance

OWN, TOLD, DESCRIBED = 0.5, 0.75, 0.9
"""Least likelihood of a quotation and a statement of the speaker's own outlet; of a statement in a report that names the
speaker there, or of an outlet that is related to the speaker or passed the words on; of a statement in a release and words of
a speaker who is only described ("the company")."""
LEAST_WORDS, LEAST_TERMS = 4, 2
"""Words, and telling lemmas among them, of a statement."""
TELLING = 5
"""Rarest terms of a release's statement of which two bring it together with words of a speaker who is only described."""
MOST_HOLDERS = 40
"""Statements that share a key; of a key with more none is looked up."""
RELATIVE = frozenset({"who", "which", "whom", "whose", "that", "where", "when"})
"""Words that open a clause which says something of a noun, not of the matter."""


@dataclass(frozen=True, slots=True)
class Statement:
    """A statement outside quotations: ``owners`` are the story entities that its outlet is, ``near`` those named in its
    sentence or quoted in its paragraph; ``release`` says that it stands in a party's release."""

    saying: Saying
    owners: frozenset[str]
    near: frozenset[str]
    release: bool


@dataclass(frozen=True, slots=True)
class Echo:
    """A statement that says what a quotation does, and how likely that is."""

    statement: Saying
    likelihood: float


def find_echoes(
    articles: Iterable[AnnotatedArticle],
    sayings: Sequence[Saying],
    speakers: Mapping[str, str],
    voices: Mapping[str, Voice],
    encoder: Encoder | None,
) -> dict[tuple[str, str, int], tuple[Echo, ...]]:
    """For each saying (by key) the statements of other reports that say the same, one at most in each report; ``speakers``
    maps article to story entities."""
    statements = [s for a in sorted(articles, key=lambda a: a.id) for s in _statements(a, speakers, voices)]
    pairs = sorted(_candidates(statements, sayings))
    pool = [*(s.saying for s in statements), *sayings]
    agreements = score(pool, [(i, len(statements) + j) for i, j in pairs], encoder)
    found: dict[tuple[tuple[str, str, int], str], Echo] = {}
    for i, j in pairs:
        agreement = agreements[i, len(statements) + j]
        if agreement.likelihood >= _least(statements[i], sayings[j], speakers, voices) and _may_be_one(agreement):
            place = sayings[j].key, statements[i].saying.article.id
            echo = Echo(statements[i].saying, agreement.likelihood)
            found[place] = min((echo, found.get(place, echo)), key=_rank)
    table: defaultdict[tuple[str, str, int], list[Echo]] = defaultdict(list)
    for key, article in sorted(found):
        table[key].append(found[key, article])
    return {key: tuple(echoes) for key, echoes in table.items()}


def _rank(echo: Echo) -> tuple[object, ...]:
    start, end = echo.statement.spans[0]
    return -echo.likelihood, start, -end


def _may_be_one(agreement: Agreement) -> bool:
    """Whether no number and no "not" speaks against it: who repeats words as his own does not correct them."""
    return agreement.facts is not False and not agreement.turned


def _least(statement: Statement, saying: Saying, speakers: Mapping[str, str], voices: Mapping[str, Voice]) -> float:
    """The likelihood from which ``statement`` says what ``saying`` does; above 1 where nothing ties it to the speaker."""
    own, owners = statement.saying.article, statement.owners
    if own.id == saying.article.id:
        return 2.0
    if own.outlet is not None and own.outlet == saying.article.outlet:
        return TOLD if saying.speaker in statement.near else 2.0
    if saying.speaker in owners:
        return OWN
    voice, passed = voices.get(saying.speaker or ""), {speakers.get(entity) for entity in saying.quotation.chain}
    if saying.speaker in statement.near or owners & passed or (voice and any(related(voices[o], voice) for o in owners)):
        return TOLD
    return DESCRIBED if statement.release and is_described(saying) else 2.0


def _candidates(statements: Sequence[Statement], sayings: Sequence[Saying]) -> set[tuple[int, int]]:
    """Numbers of a statement and a saying that share a telling lemma and the speaker, or two of their rarest lemmas."""
    holders: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    for number, statement in enumerate(statements):
        by = [("by", s, term) for s in sorted(statement.owners | statement.near) for term in statement.saying.terms]
        for key in (*by, *(_rare_keys(statement.saying) if statement.release or statement.owners else ())):
            holders[key].append(number)
    wanted = [
        (number, key)
        for number, saying in enumerate(sayings)
        for key in (*(("by", saying.speaker or "", term) for term in saying.terms), *_rare_keys(saying))
    ]
    return {(i, j) for j, key in wanted if len(holders.get(key, ())) <= MOST_HOLDERS for i in holders.get(key, ())}


def _rare_keys(saying: Saying) -> list[tuple[str, ...]]:
    rarest = sorted(saying.terms, key=lambda t: (-saying.terms[t], t))[:TELLING]
    return [("rare", *pair) for pair in combinations(sorted(rarest), 2)]


def _statements(article: AnnotatedArticle, speakers: Mapping[str, str], voices: Mapping[str, Voice]) -> Iterator[Statement]:
    owners, release = _owners(article, voices), is_release(article)
    words = article_words(article)
    for span in _free_spans(article):
        saying = make_saying(article, _bare(span), 0, ((span,), words), {})
        if len(saying.words) >= LEAST_WORDS and len(saying.terms) >= LEAST_TERMS and saying.words.keys[0] not in RELATIVE:
            around = _sentence_of(article, span)
            whole = make_saying(article, _bare(around), 0, ((around,), words), {})
            near = frozenset(speakers[e] for e in _near(article, span, around) if e in speakers)
            yield Statement(replace(saying, facts=saying.facts or whole.facts), owners, near, release)


def _sentence_of(article: AnnotatedArticle, span: Span) -> Span:
    number = bisect_left(article.sentences, (span[0] + 1, 0)) - 1
    return article.sentences[number] if number >= 0 else span


def _owners(article: AnnotatedArticle, voices: Mapping[str, Voice]) -> frozenset[str]:
    """The story entities that the outlet of ``article`` is, by name."""
    entities = (voice.entity for voice in voices.values() if voice.entity.named)
    return frozenset(e.id for e in entities if any(same_outlet(name, article) for name in (e.name, *e.aliases)))


def _free_spans(article: AnnotatedArticle) -> list[Span]:
    """Sentences, and clauses in the report's own voice, that share nothing with a quotation, a headline or furniture."""
    said = [span for q in article.quotations if q.field == "text" for span in (*q.content, *q.cue)]
    taken = sorted(
        {*said, *((f.start, f.end) for f in article.furniture), *([article.title_span] if article.title_span else [])}
    )
    clauses = (c.span for c in article.claims if c.field == "text" and c.voice is None)
    return sorted(span for span in {*article.sentences, *clauses} if not any(s < span[1] and span[0] < e for s, e in taken))


def _near(article: AnnotatedArticle, span: Span, sentence: Span) -> Iterator[str]:
    """The article entities that are mentioned in the ``sentence`` of ``span`` or speak in its paragraph."""
    inside = (m for m in article.mentions if m.field == "text" and sentence[0] <= m.start and m.end <= sentence[1])
    yield from (m.entity for m in inside)
    first, last = article.text.rfind("\n", 0, span[0]) + 1, article.text.find("\n", span[1])
    spoken = (q for q in article.quotations if q.field == "text" and q.content)
    yield from (q.speaker for q in spoken if q.speaker and first <= q.content[0][0] and not -1 < last < q.content[-1][1])


def _bare(span: Span) -> Quotation:
    """What is told outside quotations, in the form in which sayings are compared."""
    by = Provenance("utterances@1", None, "Told outside quotations.")
    return Quotation(
        f"unquoted{span[0]}", "text", (span,), (), (), "indirect", "document", "positive", "asserted", None, (), (), (), (), by
    )


def with_echoes(
    groups: Sequence[Sequence[Saying]], sayings: Sequence[Saying], echoes: Mapping[tuple[str, str, int], Sequence[Echo]]
) -> list[tuple[list[Saying], list[Echo]]]:
    """Each group with the statements that say the same, and quotations that only a statement repeats.

    A report that is quoted in a group adds no statement to it; a statement goes with the likeliest group only.
    """
    grouped = {saying.key for group in groups for saying in group}
    alone: defaultdict[tuple[str, str], list[Saying]] = defaultdict(list)
    for saying in sayings:
        if saying.key not in grouped and saying.key in echoes:
            alone[saying.ref.article, saying.ref.quotation].append(saying)
    pools = [list(group) for group in (*groups, *(alone[ref] for ref in sorted(alone)))]
    offers = [(n, echo) for n, pool in enumerate(pools) for saying in pool for echo in echoes.get(saying.key, ())]
    chosen: list[list[Echo]] = [[] for _ in pools]
    taken: set[tuple[str, Span]] = set()
    for n, echo in sorted(offers, key=lambda offer: (*_rank(offer[1]), offer[1].statement.article.id, offer[0])):
        article, span = echo.statement.article.id, echo.statement.spans[0]
        held = {s.article.id for s in pools[n]} | {e.statement.article.id for e in chosen[n]}
        if article not in held and not any(article == a and s < span[1] and span[0] < e for a, (s, e) in taken):
            chosen[n].append(echo)
            taken.add((article, span))
    return [(pool, found) for n, (pool, found) in enumerate(zip(pools, chosen, strict=True)) if found or n < len(groups)]
