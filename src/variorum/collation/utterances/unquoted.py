"""Statements outside quotations that say what somebody is quoted with elsewhere: a party's own release, an agency's own
dispatch, a report that tells the words of a speaker whom it names as if they were its own."""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from variorum.collation.relays.lines import is_release
from variorum.collation.relays.names import outlet_key
from variorum.collation.reuse.speech import marked_spans
from variorum.collation.utterances.evidence import Agreement, Encoders, score
from variorum.collation.utterances.sayings import Saying, make_saying
from variorum.collation.utterances.scores import is_as_quoted
from variorum.collation.utterances.speakers import SPEAKERS, Voice, is_described, related, telling
from variorum.language.lexicon import marked
from variorum.language.names import is_acronym_of
from variorum.language.tokens import article_words
from variorum.records.annotation import AnnotatedArticle, Quotation, QuotationKind
from variorum.records.article import Span
from variorum.records.provenance import Provenance

OWN, KIN, TOLD, DESCRIBED = 0.4, 0.55, 0.6, 0.9
"""Least likelihood of a quotation and a statement of the speaker's own outlet; of one in a release of somebody related to the
speaker; of a statement in a report that names the speaker there, or of another outlet that is related to him or passed the
words on; of a statement in a release and words of a speaker who is only described ("the company")."""
LEAST_WORDS, LEAST_TERMS = 4, 2
"""Words, and telling lemmas among them, of a statement."""
COPIED = 6
"""Words of a quotation, from which they are those of a statement that has just these words in this order."""
MARKED, MARKED_OTHER = 3, 5
"""Words in quotation marks that nobody is given, from which they belong to a saying that has them in this order, and to one
that has them in other words (a translation)."""
TELLING = 5
"""Rarest terms of a release's statement of which two bring it together with words of a speaker who is only described."""
MOST_HOLDERS = 40
"""Statements that share a key; of a key with more none is looked up."""
BODIES = frozenset({"organisation", "government", "group"})
OFFICE = frozenset({"office"})
LEAST_NAME = 2
"""Telling words of a body's name that stand in the name of an outlet, from which they are one."""
HEADLINE_MARKS = re.compile(r"(?<!\w)[‘']([^‘’']+(?:[’']\w+[^‘’']*)*)[’'](?!\w)")
"""Words in single quotation marks; an apostrophe inside a word closes nothing."""
RELATIVE = marked("en", "collation_words", "relative")
"""Words that open a clause which says something of a noun, not of the matter."""


@dataclass(frozen=True, slots=True)
class Statement:
    """A statement outside quotations: ``owners`` are the story entities that its outlet is, ``near`` those named in its
    sentence or quoted in its paragraph; ``release`` says that it stands in a party's release, ``marked`` that it stands in
    quotation marks, given to nobody."""

    saying: Saying
    owners: frozenset[str]
    near: frozenset[str]
    release: bool
    marked: bool


@dataclass(frozen=True, slots=True)
class Echo:
    """A statement that says what a quotation does, how likely that is, and whether it stands in quotation marks; ``party`` is
    the story entity whose release it stands in."""

    statement: Saying
    likelihood: float
    marked: bool
    party: str | None


def find_echoes(
    articles: Iterable[AnnotatedArticle],
    sayings: Sequence[Saying],
    speakers: Mapping[str, str],
    voices: Mapping[str, Voice],
    encoders: Encoders,
) -> dict[tuple[str, str, int], tuple[Echo, ...]]:
    """For each saying (by key) the statements of other reports that say the same, one at most in each report; ``speakers``
    maps article to story entities."""
    reports = sorted(articles, key=lambda a: a.id)
    owners = _owners(reports, voices)
    statements = [s for a in reports for s in _statements(a, speakers, owners.get(a.outlet or "", frozenset()))]
    pairs = sorted(_candidates(statements, sayings))
    pool = [*(s.saying for s in statements), *sayings]
    agreements = score(pool, [(i, len(statements) + j) for i, j in pairs], encoders)
    found: dict[tuple[tuple[str, str, int], str], Echo] = {}
    for i, j in pairs:
        agreement, one, other = agreements[i, len(statements) + j], statements[i], sayings[j]
        if one.marked:
            echoed = _is_marked_echo(one.saying, other, agreement)
        else:
            echoed = _is_echo(agreement, _least(one, other, speakers, voices)) or _is_copied(one, other, agreement)
        if echoed:
            place = sayings[j].key, statements[i].saying.article.id
            echo = Echo(statements[i].saying, agreement.likelihood, statements[i].marked, _party(statements[i], voices))
            found[place] = min((echo, found.get(place, echo)), key=_rank)
    table: defaultdict[tuple[str, str, int], list[Echo]] = defaultdict(list)
    for key, article in sorted(found):
        table[key].append(found[key, article])
    return {key: tuple(echoes) for key, echoes in table.items()}


def _rank(echo: Echo) -> tuple[object, ...]:
    start, end = echo.statement.spans[0]
    return -echo.likelihood, start, -end


def _party(statement: Statement, voices: Mapping[str, Voice]) -> str | None:
    """The party whose release a statement stands in: of entities of its name the one that can speak."""
    speaking = [o for o in sorted(statement.owners) if voices[o].entity.type in SPEAKERS]
    return speaking[0] if statement.release and len(speaking) == 1 and not statement.marked else None


def _is_marked_echo(statement: Saying, saying: Saying, agreement: Agreement) -> bool:
    """Whether words in quotation marks that nobody is given are those of ``saying``: the very words, or words so near that
    they must be, as where a speaker is not known. Inside one report only a headline repeats what its text quotes."""
    if statement.article.id == saying.article.id and not statement.heading:
        return False
    if agreement.verbatim == 1.0 and agreement.equal >= MARKED:
        return True
    least = min(len(statement.words), len(saying.words))
    quoted = saying.quotation.kind != "indirect"
    return quoted and least >= MARKED_OTHER and is_as_quoted(statement, saying, agreement)


def _is_copied(statement: Statement, saying: Saying, agreement: Agreement) -> bool:
    """Whether the words quoted stand word for word in another house's own text, whoever is given them there."""
    own, other = statement.saying.article, saying.article
    house = own.id == other.id or (own.outlet is not None and own.outlet == other.outlet)
    return not house and saying.quotation.kind == "direct" and agreement.verbatim == 1.0 and agreement.equal >= COPIED


def _is_echo(agreement: Agreement, least: float) -> bool:
    """Whether the statement says what the quotation does: no number and no "not" may speak against it, since who repeats
    words as his own does not correct them."""
    return agreement.likelihood >= least and agreement.facts is not False and not agreement.turned


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
    kin = voice is not None and any(related(voices[o], voice) for o in owners)
    if kin and statement.release:
        return KIN
    if kin or saying.speaker in statement.near or owners & passed:
        return TOLD
    return DESCRIBED if statement.release and is_described(saying) else 2.0


def _candidates(statements: Sequence[Statement], sayings: Sequence[Saying]) -> set[tuple[int, int]]:
    """Numbers of a statement and a saying that share a telling lemma and the speaker, two of their rarest lemmas, or a run of
    words of which the statement's stand in quotation marks."""
    holders: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    for number, statement in enumerate(statements):
        for key in (*_run_keys(statement.saying), *_rare_keys(statement.saying)) if statement.marked else _keys(statement):
            holders[key].append(number)
    wanted = [
        (number, key)
        for number, saying in enumerate(sayings)
        for key in (*(("by", saying.speaker or "", t) for t in saying.terms), *_rare_keys(saying), *_all_runs(saying))
    ]
    return {(i, j) for j, key in wanted if len(holders.get(key, ())) <= MOST_HOLDERS for i in holders.get(key, ())}


def _keys(statement: Statement) -> list[tuple[str, ...]]:
    by = [("by", s, term) for s in sorted(statement.owners | statement.near) for term in statement.saying.terms]
    rare = _rare_keys(statement.saying) if statement.release or statement.owners else []
    return [*by, *rare, *_copied_keys(statement.saying)]


def _copied_keys(saying: Saying) -> list[tuple[str, ...]]:
    keys = saying.words.keys
    return list(dict.fromkeys(("copied", *keys[n : n + COPIED]) for n in range(len(keys) - COPIED + 1)))


def _all_runs(saying: Saying) -> list[tuple[str, ...]]:
    return [*_run_keys(saying), *(_copied_keys(saying) if saying.quotation.kind == "direct" else ())]


def _run_keys(saying: Saying) -> list[tuple[str, ...]]:
    keys = saying.words.keys
    return list(dict.fromkeys(("words", *keys[n : n + MARKED]) for n in range(len(keys) - MARKED + 1)))


def _rare_keys(saying: Saying) -> list[tuple[str, ...]]:
    rarest = sorted(saying.terms, key=lambda t: (-saying.terms[t], t))[:TELLING]
    return [("rare", *pair) for pair in combinations(sorted(rarest), 2)]


def _statements(article: AnnotatedArticle, speakers: Mapping[str, str], owners: frozenset[str]) -> Iterator[Statement]:
    words, taken, release = article_words(article), _taken(article), is_release(article)
    for span in _free(_marked(article), taken[1:] if article.title_span else taken):
        saying = make_saying(article, _bare(span, kind="direct"), 0, ((span,), words), {})
        if len(saying.words) >= MARKED:
            yield Statement(saying, owners, frozenset(), release, marked=True)
    clauses = (c.span for c in article.claims if c.field == "text" and c.voice is None)
    for span in _free(sorted({*article.sentences, *clauses}), taken):
        saying = make_saying(article, _bare(span), 0, ((span,), words), {})
        if len(saying.words) >= LEAST_WORDS and len(saying.terms) >= LEAST_TERMS and saying.words.keys[0] not in RELATIVE:
            around = _sentence_of(article, span)
            whole = make_saying(article, _bare(around), 0, ((around,), words), {})
            near = frozenset(speakers[e] for e in _near(article, span, around) if e in speakers)
            yield Statement(replace(saying, facts=saying.facts or whole.facts), owners, near, release, marked=False)


def _sentence_of(article: AnnotatedArticle, span: Span) -> Span:
    number = bisect_left(article.sentences, (span[0] + 1, 0)) - 1
    return article.sentences[number] if number >= 0 else span


def _owners(reports: Sequence[AnnotatedArticle], voices: Mapping[str, Voice]) -> dict[str, frozenset[str]]:
    """The story entities that each outlet of ``reports`` is, by name, short name or acronym."""
    entities = [voice.entity for voice in voices.values() if voice.entity.named and voice.entity.type != "person"]
    named = [(name, e.id) for e in entities for name in (e.name, *e.aliases)]
    by_key: defaultdict[str, set[str]] = defaultdict(set)
    for name, id in named:
        by_key[outlet_key(name)].add(id)
    acronyms = [(name, id) for name, id in named if " " not in name]
    owners = {}
    for outlet in sorted({report.outlet for report in reports if report.outlet}):
        short = {id for name, id in acronyms if is_acronym_of(name, outlet)}
        long = {id for name, id in named if " " not in outlet and is_acronym_of(outlet, name)}
        owners[outlet] = frozenset(by_key.get(outlet_key(outlet), set()) | short | long | _bodies(outlet, voices))
    return owners


def _bodies(outlet: str, voices: Mapping[str, Voice]) -> set[str]:
    """The bodies that an outlet is by the words of its name: a report leaves out whose ministry it is."""
    own = telling(outlet) - OFFICE
    bodies = (v for v in voices.values() if v.entity.type in BODIES)
    return {v.entity.id for v in bodies if any(len(name) >= LEAST_NAME and name - OFFICE <= own for name in v.names)}


def _marked(article: AnnotatedArticle) -> Iterator[Span]:
    """The words in quotation marks, paragraph by paragraph; in a headline single marks are such too."""
    start = 0
    if article.title_span:
        yield from (found.span(1) for found in HEADLINE_MARKS.finditer(article.text, *article.title_span))
    for line in article.text.split("\n"):
        yield from marked_spans(article.text, (start, start + len(line)))
        start += len(line) + 1


def _taken(article: AnnotatedArticle) -> list[Span]:
    """What is no statement of its own: the headline (first), quotations with their cues, furniture."""
    said = [span for q in article.quotations if q.field == "text" for span in (*q.content, *q.cue)]
    title = [article.title_span] if article.title_span else []
    return [*title, *said, *((f.start, f.end) for f in article.furniture)]


def _free(spans: Iterable[Span], taken: Sequence[Span]) -> list[Span]:
    return [span for span in spans if not any(s < span[1] and span[0] < e for s, e in taken)]


def _near(article: AnnotatedArticle, span: Span, sentence: Span) -> Iterator[str]:
    """The article entities that are mentioned in the ``sentence`` of ``span`` or speak in its paragraph."""
    inside = (m for m in article.mentions if m.field == "text" and sentence[0] <= m.start and m.end <= sentence[1])
    yield from (m.entity for m in inside)
    first, last = article.text.rfind("\n", 0, span[0]) + 1, article.text.find("\n", span[1])
    spoken = (q for q in article.quotations if q.field == "text" and q.content)
    yield from (q.speaker for q in spoken if q.speaker and first <= q.content[0][0] and not -1 < last < q.content[-1][1])


def _bare(span: Span, *, kind: QuotationKind = "indirect") -> Quotation:
    """What is told outside quotations, in the form in which sayings are compared."""
    by = Provenance("utterances@1", None, "Told outside quotations.")
    return Quotation(
        f"unquoted{span[0]}", "text", (span,), (), (), kind, "document", "positive", "asserted", None, (), (), (), (), by
    )


def with_echoes(
    groups: Sequence[Sequence[Saying]], sayings: Sequence[Saying], echoes: Mapping[tuple[str, str, int], Sequence[Echo]]
) -> list[tuple[list[Saying], list[Echo]]]:
    """Each group with the statements that say the same, and quotations that only a statement repeats.

    A report that is quoted in a group adds only words in quotation marks to it; a statement goes with the likeliest group.
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
        held = {e.statement.article.id for e in chosen[n]} | (set() if echo.marked else {s.article.id for s in pools[n]})
        if article not in held and not any(article == a and s < span[1] and span[0] < e for a, (s, e) in taken):
            chosen[n].append(echo)
            taken.add((article, span))
    return [(pool, found) for n, (pool, found) in enumerate(zip(pools, chosen, strict=True)) if found or n < len(groups)]
