"""What only one report has: claims found in no other report that tell a reader something."""

from collections.abc import Mapping, Sequence

from variorum.collation.claims.sentences import concepts_in, sentence_at
from variorum.collation.claims.statements import counted, origin_numbers
from variorum.collation.claims.weights import Weights, weigh
from variorum.language.frequency import rarity
from variorum.records.annotation import AnnotatedArticle, Claim
from variorum.records.article import Passage, Span, passage_of
from variorum.records.ids import finding_id
from variorum.records.provenance import Provenance
from variorum.records.story import ClaimGroup, Exclusive

METHOD = "exclusives@1"

MOST = 20
"""Exclusives shown for one report, as for omissions."""

THIN, THIN_EXACT, RICH = 4, 3, 6
"""Telling words from which a sentence is news: with a name or somebody's words, with a number or a date, and with none."""

SHORT, OWN_WORD = 2, 0.6
"""Telling words from which a shorter sentence is news where no other report has one of them that is so rare ("The band played
on the quay"); questions are none. Of 40 such sentences of invented stories, four were told by another report as well."""

EVERYWHERE = 500
"""Words that more sentences hold than this are taken as told by all; keeps the cost linear in a large story."""

COVERED = 0.55
"""A sentence of whose telling words another report's sentence holds this share is no exclusive; set on invented stories."""


def find_exclusives(
    articles: Sequence[AnnotatedArticle], claim_groups: Sequence[ClaimGroup], origins: Sequence[Sequence[str]]
) -> tuple[Exclusive, ...]:
    """Exclusives by report and place: one for each sentence whose claims no other report has, of its own origin neither.

    Where all reports are of one origin nothing is exclusive: they differ in what they cut.
    """
    kept = counted(articles)
    if len(set(origin_numbers(kept, origins).values())) < 2:
        return ()
    shared = _shared_claims(claim_groups)
    bags = {a.id: [concepts_in(a, s) for s in a.sentences] for a in kept}
    weights = weigh([tuple(sorted(bag)) for article in kept for bag in bags[article.id]])
    index = _index(bags)
    return tuple(e for a in kept for e in _of(a, shared, (bags, index, weights)))


Scene = tuple[Mapping[str, Sequence[frozenset[str]]], Mapping[str, list[tuple[str, int]]], Weights]


def _shared_claims(groups: Sequence[ClaimGroup]) -> frozenset[tuple[str, str]]:
    """(article, claim) of every claim that another report has too."""
    wide = [g for g in groups if len({m.article for m in g.members}) > 1]
    return frozenset((m.article, m.claim) for g in wide for m in g.members)


def _index(bags: Mapping[str, Sequence[frozenset[str]]]) -> dict[str, list[tuple[str, int]]]:
    found: dict[str, list[tuple[str, int]]] = {}
    for article in sorted(bags):
        for n, bag in enumerate(bags[article]):
            for word in bag:
                found.setdefault(word, []).append((article, n))
    return found


def _of(article: AnnotatedArticle, shared: frozenset[tuple[str, str]], scene: Scene) -> list[Exclusive]:
    chosen = []
    for n, span in enumerate(article.sentences):
        claims = [c for c in article.claims if c.field == "text" and span[0] <= c.span[0] and c.span[1] <= span[1]]
        told = _is_shared(article, span, [c.span for c in claims if (article.id, c.id) in shared])
        if not told and _is_news(article, n, span, claims, scene) and not _told_elsewhere(article, n, scene):
            chosen.append((n, _worth(article, n, span, scene), span))
    best = sorted(chosen, key=lambda item: (-item[1], item[0]))[:MOST]
    return [_exclusive(article, span) for _, _, span in sorted(best)]


def _is_shared(article: AnnotatedArticle, sentence: Span, found: Sequence[Span]) -> bool:
    """Whether claims that other reports have too make up most of the telling words of a sentence."""
    own = concepts_in(article, sentence)
    told = frozenset(word for span in found for word in concepts_in(article, span))
    return bool(found) and 2 * len(own & told) > len(own)


def _is_news(article: AnnotatedArticle, n: int, span: Span, claims: Sequence[Claim], scene: Scene) -> bool:
    """Whether a sentence says something: a clause or somebody's words, with a name, a number, a day, or words enough."""
    telling, spoken = len(scene[0][article.id][n]), _is_spoken(article, span)
    exact = _figures(article, span) > 0
    clause = bool(claims) or spoken or (exact and telling >= RICH)
    if not clause or _in_title(article, span) or _in_furniture(article, span):
        return False
    named = any(m.kind == "name" and span[0] <= m.start < span[1] and m.field == "text" for m in article.mentions)
    long = telling >= RICH or (telling >= THIN and (named or spoken)) or (telling >= THIN_EXACT and exact)
    return long or (telling >= SHORT and bool(claims) and _has_own_word(article, n, span, scene))


def _has_own_word(article: AnnotatedArticle, n: int, span: Span, scene: Scene) -> bool:
    """Whether a sentence that asks nothing has a rare word that no other report has."""
    bags, index, _ = scene
    asks = {"?", "|"} & set(article.text[slice(*span)])
    own = (w for w in bags[article.id][n] if rarity(w) >= OWN_WORD)
    return not asks and any(all(place[0] == article.id for place in index[w]) for w in own)


def _figures(article: AnnotatedArticle, span: Span) -> int:
    """How many numbers and dates stand in a sentence."""
    numbers = {(q.start, q.end) for q in article.quantities if q.field == "text" and span[0] <= q.start < span[1]}
    days = {(t.start, t.end) for t in article.times if t.field == "text" and t.type == "DATE" and span[0] <= t.start < span[1]}
    return len(numbers | days)


def _is_spoken(article: AnnotatedArticle, span: Span) -> bool:
    return any(s < span[1] and span[0] < e for q in article.quotations if q.field == "text" for s, e in q.content)


def _in_title(article: AnnotatedArticle, span: Span) -> bool:
    return article.title_span is not None and span[0] < article.title_span[1]


def _in_furniture(article: AnnotatedArticle, span: Span) -> bool:
    inside = sum(max(0, min(f.end, span[1]) - max(f.start, span[0])) for f in article.furniture)
    return 2 * inside > span[1] - span[0]


def _told_elsewhere(article: AnnotatedArticle, n: int, scene: Scene) -> bool:
    """Whether a sentence of another report holds most of the telling words."""
    bags, index, weights = scene
    own = bags[article.id][n]
    told = weights.total(w for w in own if len(index[w]) > EVERYWHERE)
    sums: dict[tuple[str, int], float] = {}
    for word in sorted(w for w in own if len(index[w]) <= EVERYWHERE):
        for place in index[word]:
            if place[0] != article.id:
                sums[place] = sums.get(place, 0.0) + weights.of(word)
    total = weights.total(own)
    return any(round((told + s) / total, 3) >= COVERED for s in sums.values())


def _worth(article: AnnotatedArticle, n: int, span: Span, scene: Scene) -> float:
    """How much a sentence tells: the weight of its words, more for numbers and for words quoted."""
    bags, _, weights = scene
    exact = min(_figures(article, span), 2)
    return round(weights.total(bags[article.id][n]) * (1 + 0.2 * exact + 0.2 * _is_spoken(article, span)), 3)


def _exclusive(article: AnnotatedArticle, span: Span) -> Exclusive:
    passage: Passage = passage_of(article, sentence_at(article, *span))
    reason = "No other report of the story has this statement."
    return Exclusive(finding_id("exclusive", [passage]), article.id, (passage,), Provenance(METHOD, None, reason))
