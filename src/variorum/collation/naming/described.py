"""Descriptions of people and bodies beside their names, read from the words around them: "union firebrand Ida Kern",
"the guardian of the coin, Ida Kern,", "Ida Kern, once a clerk,"."""

import functools
import re
from collections.abc import Iterator, Sequence

from variorum.collation.claims.sentences import words_in
from variorum.collation.claims.statements import Roll
from variorum.collation.claims.words import LANGUAGE, number_words
from variorum.collation.naming.phrases import NOT_IN_PHRASE, PHRASE_ENDS, headline_end, human_nouns, verb_places
from variorum.collation.naming.terms import COLLOQUIAL, Label, label_at
from variorum.language.lexicon import alternatives, marked, values, word_list, words
from variorum.records.annotation import AnnotatedArticle
from variorum.records.article import Span
from variorum.records.story import StoryEntity

MOST = 5
"""Words before a name that may describe its bearer."""

WORD_BEFORE = re.compile(r"(?<![\w’'])([^\W\d_][\w’'-]*) $")
LEAD = re.compile(
    r"(?:^|(?<=[\s“\"(‘-]))(?=((?:[Tt]he|[Aa]n?|[Ii]ts|[Hh]is|[Hh]er|[Tt]heir|[Oo]ur|[Yy]our|[Mm]y)\s"
    r"[^,.;:!?\n“”\"()–—]{3,60})(?:,\s(?:[A-Z][\w.]*\s){0,2}|:\s(?:[\w’'-]+\s){0,3}(?:[“\"]\w+[”\"]\s)?)$)"
)
BEHIND = re.compile(
    r",\s(?:\d{1,3},\s)?(?:until \w+ |once |now |formerly |at present )?"
    r"((?:(?:the|an?|its|his|her|their|our)\s)?[^,.;:!?\n“”\"()–—]{3,60})[,.;:!?)–—]"
)
BEHIND_WHO = re.compile(r",\s((?:the|an?)\s[^,.;:!?\n“”\"()–—]{3,40}?)\swho\s")
NICKNAME = re.compile(r"[“\"‘'][A-Z][\w’' -]{1,20}[”\"’']\s$")
"""What stands in quotation marks before a name and belongs to it."""
HEADS_OF_WORDS = alternatives(marked("en", "collation_words", "heads_of"))
HEADS = re.compile(
    rf"(?<![\w’'])((?:[\w’'-]+\s)?(?:{HEADS_OF_WORDS})"
    r"\sof\s(?:the\s)?(?!the\b)[a-z]+(?:\s[a-z]+)?)\s$"
)
"""An office with "of" right before a name ("head of government Ida Kern")."""
CLAUSES = marked(LANGUAGE, "collation_words", "clause") | {"and", "or", "tell"}
"""Words that no description has before its head."""
WHO = re.compile(r",\s(who (\w+)\s[^,.;:!?\n“”\"()–—]{3,50})[,.]")


def described(article: AnnotatedArticle, entity: StoryEntity, places: Sequence[Span]) -> Iterator[Label]:
    """The descriptions beside the names of ``entity`` at ``places`` of the body, in text order."""
    nouns = persons() if entity.type == "person" else bodies()
    verbs = verbs_and_cues(article)
    for place in places:
        nickname = NICKNAME.search(article.text, max(place[0] - 26, 0), place[0])
        lead = (nickname.start(), place[1]) if nickname else place
        for span in (
            _before(article, lead, nouns, verbs)
            or _office(article, lead, entity)
            or _opening(article, lead, entity, verbs)
            or _behind_cue(article, lead, entity, verbs),
            _lead(article, place, nouns, verbs),
            _behind(article, place, nouns, verbs),
            _clause(article, place, entity),
        ):
            if span is not None and not any(f.start < span[1] and span[0] < f.end for f in article.furniture):
                yield label_at(article, span, entity)


def verbs_and_cues(article: AnnotatedArticle) -> frozenset[int]:
    """Where verbs begin in the body, and cues of quotations that the parse takes for something else ("stormed")."""
    cues = (c for q in article.quotations if q.field == "text" for c in q.cue)
    return verb_places(article) | {t[0] for c in cues for t, _ in words_in(article, c)}


def _before(article: AnnotatedArticle, place: Span, nouns: frozenset[str], verbs: frozenset[int]) -> Span | None:
    """The words right before a name, from the first that can belong to them; with the name where they end in an adjective."""
    if place[1] <= headline_end(article) and article.text[place[0] : place[1]].isupper():
        return None
    start, first = place[0], ""
    for _ in range(MOST):
        m = WORD_BEFORE.search(article.text, max(0, start - 40), start)
        if m is None or not _joins(article, m, nearest=not first, nouns=nouns, verbs=verbs):
            break
        start, first = m.start(1), first or m[1].casefold()
    if not first:
        return None
    bare = _is_adjective(first) and first not in nouns
    return (start, place[1] if bare else place[0] - 1)


def _office(article: AnnotatedArticle, place: Span, entity: StoryEntity) -> Span | None:
    m = HEADS.search(article.text, max(place[0] - 70, 0), place[0]) if entity.type == "person" else None
    return m.span(1) if m is not None else None


def _opening(article: AnnotatedArticle, place: Span, entity: StoryEntity, verbs: frozenset[int]) -> Span | None:
    """The two to four words with which a sentence opens before the full name of a person ("Sofa tsar Ida Kern"), whatever
    their nouns; ``None`` where one of them is a verb, a time, a small word or a name."""
    start = max((s for s, _ in article.sentences if s <= place[0]), default=0)
    start = max(start, article.text.rfind("\n", 0, place[0]) + 1)
    tokens = words_in(article, (start, place[0]))
    words_of = [article.text[slice(*t)] for t, _ in tokens]
    full = entity.type == "person" and " " in article.text[place[0] : place[1]] and place[0] > headline_end(article)
    if not (full and 2 <= len(tokens) < MOST and article.text[start : place[0]].replace("-", " ").split() == words_of):
        return None
    plain = all(_describes(article, t, lemma, verbs, first=not n) for n, (t, lemma) in enumerate(tokens))
    timed = any(t.start < place[0] and start < t.end for t in article.times if t.field == "text")
    named = any(m.kind == "name" and m.start < place[0] and start < m.end for m in article.mentions if m.field == "text")
    return (start, place[0] - 1) if plain and not timed and not named else None


def _behind_cue(article: AnnotatedArticle, place: Span, entity: StoryEntity, verbs: frozenset[int]) -> Span | None:
    """The one to four words between a verb of saying and the full name of who says it ("stormed union battleaxe Ida Kern"),
    whatever their nouns."""
    if entity.type != "person" or " " not in article.text[place[0] : place[1]]:
        return None
    speeches = (q for q in article.quotations if q.field == "text" and any(s <= place[0] < e for s, e in q.source))
    start = max((e for q in speeches for _, e in q.cue if e <= place[0]), default=place[0])
    tokens = words_in(article, (start, place[0]))
    written = [article.text[slice(*t)] for t, _ in tokens]
    plain = all(_describes(article, t, lemma, verbs, first=False) for t, lemma in tokens)
    if not (plain and 0 < len(tokens) < MOST and article.text[start : place[0]].replace("-", " ").split() == written):
        return None
    return (tokens[0][0][0], place[0] - 1)


def _describes(article: AnnotatedArticle, token: Span, lemma: str, verbs: frozenset[int], *, first: bool) -> bool:
    """Whether a word can belong to such a description; only the first may have a capital."""
    source = article.text[slice(*token)]
    known = {lemma, source.casefold()} & (NOT_IN_PHRASE | _stops() | number_words())
    return not (known or token[0] in verbs or source.endswith(("ly", "ing"))) and (first or source.islower())


def _joins(article: AnnotatedArticle, m: re.Match[str], *, nearest: bool, nouns: frozenset[str], verbs: frozenset[int]) -> bool:
    """Whether a word before a name belongs to its description."""
    word = m[1].casefold()
    part = word.split("-")[-1]
    if nearest:
        return (word in nouns or _is_adjective(word) or part in nouns) and m.start(1) not in verbs
    if word in NOT_IN_PHRASE or word in _stops() or word.endswith(("ly", "’s", "'s", "s’", "s'")) or m.start(1) in verbs:
        return False
    return not any(t.start <= m.start(1) < t.end for t in article.times if t.field == "text")


def _lead(article: AnnotatedArticle, place: Span, nouns: frozenset[str], verbs: frozenset[int]) -> Span | None:
    """ "The head of the bank, Ida Kern,": a phrase set off before a name that is itself set off, or that opens a sentence."""
    low = max(place[0] - 90, 0)
    closed = article.text[place[1] : place[1] + 1] in ",.?!;:)" and not article.text.startswith((", and ", " and "), place[1])
    for m in LEAD.finditer(article.text, low, place[0]):
        opens = any(s == m.start(1) for s, _ in article.sentences) or article.text[max(m.start(1) - 1, 0)] in '\n“"'
        if (opens or closed) and _is_description(article, m.span(1), nouns, verbs):
            return m.span(1)
    return None


def _behind(article: AnnotatedArticle, place: Span, nouns: frozenset[str], verbs: frozenset[int]) -> Span | None:
    m = BEHIND_WHO.match(article.text, place[1])
    if m is not None and _is_description(article, m.span(1), nouns, verbs):
        return m.span(1)
    m = BEHIND.match(article.text, place[1])
    if m is None or article.text.startswith((" and ", " or "), m.end()) or article.text[m.end() + 1 : m.end() + 2].isupper():
        return None
    return m.span(1) if _is_description(article, m.span(1), nouns, verbs) else None


def _clause(article: AnnotatedArticle, place: Span, entity: StoryEntity) -> Span | None:
    """ "Ida Kern, who heads the harbour office,": an office told with a verb."""
    m = WHO.match(article.text, place[1]) if entity.type == "person" else None
    return m.span(1) if m is not None and m[2] in marked(LANGUAGE, "naming_words", "leads") else None


def _is_description(article: AnnotatedArticle, span: Span, nouns: frozenset[str], verbs: frozenset[int]) -> bool:
    """Whether a stretch is one noun phrase about somebody: no verb before its end, and a noun of the right sort as its head."""
    tokens = words_in(article, span)
    ends = (n for n, (_, lemma) in enumerate(tokens) if n and lemma in PHRASE_ENDS)
    cut = next(ends, len(tokens))
    if not tokens or not cut or any(t[0] in verbs for t, _ in tokens):
        return False
    if any(lemma in CLAUSES for _, lemma in tokens[:cut]):
        return False
    head = article.text[slice(*tokens[cut - 1][0])].casefold()
    return head in nouns or head.split("-")[-1] in nouns


def told_outright(article: AnnotatedArticle, roll: Roll) -> Iterator[tuple[StoryEntity, Label]]:
    """ "Kern is a land agent": people of whom a clause says outright what they are."""
    for c in article.claims:
        entity = roll.names.get(c.subject or "")
        verb, _, what = c.predicate.partition(" ")
        said = c.field == "text" and c.polarity == "positive" and c.modality == "asserted" and verb == "be"
        known = entity is not None and entity.named and entity.type == "person"
        if said and known and entity and c.object_span and what.split()[-1:] and what.split()[-1] in persons():
            yield entity, label_at(article, c.object_span, entity)


@functools.cache
def persons() -> frozenset[str]:
    """Nouns for one human being, titles and colloquial words for offices."""
    titles = frozenset(w for title in words(LANGUAGE, "titles") for w in title.split(" of ")[0].split()[-1:] if len(w) > 3)
    return (human_nouns() | COLLOQUIAL | titles | _sort("person")) - words(LANGUAGE, "name_particles") - _address()


@functools.cache
def _address() -> frozenset[str]:
    kinds = ("honorific", "nobility")
    return frozenset(row["title"].strip(".").casefold() for row in word_list(LANGUAGE, "titles") if row["kind"] in kinds)


@functools.cache
def bodies() -> frozenset[str]:
    """Nouns for companies, offices and groups."""
    business = {n.split()[-1] for row in word_list(LANGUAGE, "business_kinds") for n in values(row, "nouns")}
    told = {row["word"] for row in word_list(LANGUAGE, "thing_words") if row["type"] in ("organisation", "group")}
    return frozenset(business | told | {w + "s" for w in business}) | _sort("body")


def _is_adjective(word: str) -> bool:
    """Whether a word before a name describes its bearer; two words as one participle do ("red-faced")."""
    return word in adjectives() or ("-" in word and word.endswith("ed"))


@functools.cache
def adjectives() -> frozenset[str]:
    """Describing words before a name that say more than which one is meant."""
    return _sort("adjective")


@functools.cache
def _sort(name: str) -> frozenset[str]:
    return frozenset(row["word"] for row in word_list(LANGUAGE, "naming_epithets") if row["sort"] == name)


@functools.cache
def _stops() -> frozenset[str]:
    return words(LANGUAGE, "weekdays") | words(LANGUAGE, "months") | marked(LANGUAGE, "naming_words", "aside")
