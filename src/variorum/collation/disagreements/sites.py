"""One event put in different places in other words: "handed over near Tash Bridge", "freed in the district of Hollin"."""

from collections.abc import Iterator, Sequence
from itertools import combinations, product

import numpy as np

from variorum.collation.claims.alignment import (
    CUES,
    LIGHT,
    act,
    dated_apart,
    days,
    in_other_time,
    is_nominal,
    quoted_words,
    shared_words,
    whole_side,
)
from variorum.collation.claims.kin import befalls_once, kin, kin_keys, seldom_twice
from variorum.collation.claims.sentences import concepts_in, sentence_at, words_in
from variorum.collation.claims.setting import Setting
from variorum.collation.claims.statements import Statement
from variorum.collation.claims.verdicts import Verdict
from variorum.collation.disagreements.dates import STATES, happens_again
from variorum.collation.disagreements.kin import MOST, NEAR, TOLD, acted_upon, doers_fit
from variorum.collation.disagreements.site_kinds import Site, names_kind, one_side, sites_apart, sites_of
from variorum.collation.encoder import Encoder
from variorum.language.lexicon import marked
from variorum.records.article import Span

AREAS = marked("en", "collation_words", "area")
"""Words for what may hold a place that another report names."""

AROUND = 30
"""Characters around a name in which such a word stands."""

CLOSE = 1.5
"""How many times a number of people may be another one that is told of the same event."""

Sited = tuple[Statement, tuple[Site, ...]]


def site_verdicts(statements: Sequence[Statement], setting: Setting, encoder: Encoder | None) -> Iterator[Verdict]:
    """A verdict for every two reports that tell one event of two places; unsure where one may lie in the other."""
    sited = [(s, found) for s in statements if _tells(s) and (found := sites_of(s, setting))]
    chosen = [(a, b, pair) for a, b in _pairs(sited) if _may_be_one(a, b, setting) and (pair := _apart(a, b, setting))]
    texts = sorted({s.text for one, other, _ in chosen for s in (one[0], other[0])})
    vectors = encoder.encode(texts) if encoder is not None and texts else None
    row = {text: n for n, text in enumerate(texts)}
    for (a, _), (b, _), pair in chosen:
        near = vectors is not None and round(float(np.dot(vectors[row[a.text]], vectors[row[b.text]])), 3) >= NEAR
        if near or befalls_once(a, b) or (seldom_twice(a, b) and _same_days(a, b)):
            yield _verdict(a, b, pair, setting)


def _tells(s: Statement) -> bool:
    """Whether a clause of the body tells an event as having happened or as planned."""
    told = s.claim.field == "text" and s.polarity == "positive" and s.modality in TOLD and not is_nominal(s)
    return told and act(s) not in LIGHT | CUES | STATES and not happens_again(s)


def _pairs(sited: Sequence[Sited]) -> Iterator[tuple[Sited, Sited]]:
    """Pairs of clauses of two reports that tell of kindred acts."""
    index: dict[str, list[int]] = {}
    for number, (s, _) in enumerate(sited):
        for key in sorted(kin_keys(s)):
            index.setdefault(key, []).append(number)
    found = {pair for numbers in index.values() for pair in combinations(numbers[:MOST], 2)}
    for i, j in sorted(found):
        one, other = sited[i], sited[j]
        alike = one[0].modality == other[0].modality and one[0].article.id != other[0].article.id
        if alike and kin(one[0], other[0]):
            yield one, other


def _may_be_one(one: Sited, other: Sited, setting: Setting) -> bool:
    """Whether one thing is acted upon, on days that fit, and something ties both to one event."""
    (a, _), (b, _) = one, other
    if dated_apart(a, b) or in_other_time(a, b) or not _counts_fit(a, b):
        return False
    if befalls_once(a, b) and (_is_the_one(a, b) or _is_the_one(b, a)):
        return True
    if not _one_thing(one, other) or not (doers_fit(a, b, setting) or (seldom_twice(a, b) and _same_days(a, b))):
        return False
    return _same_days(a, b) or _same_named(a, b, setting) or _share_count(a, b) or a.modality == b.modality == "planned"


def _one_thing(one: Sited, other: Sited) -> bool:
    """Whether the same is acted upon, or acts where nothing is; a site is nothing that is acted upon ("met at a hotel")."""
    (a, here), (b, there) = one, other
    if not (_is_site(a, here) or _is_site(b, there)):
        return acted_upon(a, b)
    first, second = (s.subject_terms if _is_site(s, sites) else s.object_terms or s.subject_terms for s, sites in (one, other))
    return bool({t for t in first if not t.startswith("@")} & second)


def _is_site(s: Statement, sites: Sequence[Site]) -> bool:
    """Whether the object of the clause is its site."""
    span = s.claim.object_span
    if span is None or not s.object_terms:
        return False
    return any(span[0] < x.span[1] and x.span[0] < span[1] for x in sites)


def _same_days(a: Statement, b: Statement) -> bool:
    return days(a) is not None and days(a) == days(b)


def _is_the_one(a: Statement, b: Statement) -> bool:
    """Whether ``a`` says of "the ship", or on the same days of "a ship", what ``b`` says of a name."""
    one, other = (quoted_words(s, s.claim.subject_span) if s.claim.subject_span else "" for s in (a, b))
    first, _, rest = one.partition(" ")
    plain = rest == rest.casefold() and (first.casefold() == "the" or (first.casefold() in ("a", "an") and _same_days(a, b)))
    return plain and any(w[:1].isupper() for w in other.removeprefix("The ").split())


def _same_named(a: Statement, b: Statement, setting: Setting) -> bool:
    """Whether one named party or thing stands in both as the one that acts or is acted upon."""
    parties = {e for e in (a.subject, a.object) if e} & {e for e in (b.subject, b.object) if e}
    return any((known := setting.entities.get(e)) is not None and known.named for e in parties)


def _numbers(s: Statement) -> list[float]:
    return [q.value for q in s.quantities if q.unit is None and q.value > 1]


def _counts_fit(a: Statement, b: Statement) -> bool:
    one, other = _numbers(a), _numbers(b)
    return not (one and other) or any(max(x, y) <= CLOSE * min(x, y) for x in one for y in other)


def _share_count(a: Statement, b: Statement) -> bool:
    return bool(_numbers(a) and _numbers(b)) and _counts_fit(a, b)


def _apart(one: Sited, other: Sited, setting: Setting) -> tuple[Site, Site] | None:
    """The first two sites that exclude each other, where neither report tells of the act at the other's site too."""
    (a, here), (b, there) = one, other
    for x, y in product(here, there):
        if sites_apart(x, y, setting) and not _tells_at(a, y, setting) and not _tells_at(b, x, setting):
            return x, y
    return None


def _tells_at(s: Statement, site: Site, setting: Setting) -> bool:
    """Whether the clause, or a sentence of its report that tells of the act, is about the site of another report."""
    if site.holder:
        return any(one_side(found.holder, site.holder) for found in sites_of(s, setting) if found.holder)
    if site.place:
        near = [
            (m.start, m.end) for m in s.article.mentions if m.field == "text" and setting.roll.party(m.entity) == site.place
        ]
        return f"@{site.place}" in s.terms or any(_acts_in(s, span) for span in near)
    words = [span for span, lemma in words_in(s.article, (0, len(s.article.text))) if names_kind(site.kind, lemma)]
    return any(_acts_in(s, span) for span in words)


def _acts_in(s: Statement, span: Span) -> bool:
    return act(s) in concepts_in(s.article, sentence_at(s.article, *span))


def _is_area(s: Statement, span: Span) -> bool:
    """Whether the words beside a name say that it is an area ("the district of Hollin")."""
    text = s.article.text
    around = text[max(span[0] - AROUND, 0) : span[1] + AROUND // 2].casefold().replace(",", " ").split()
    return any(word in AREAS for word in around)


def _verdict(a: Statement, b: Statement, pair: tuple[Site, Site], setting: Setting) -> Verdict:
    about, words = shared_words(a, b, setting) or act(a), [quoted_words(s, x.span) for s, x in zip((a, b), pair, strict=True)]
    named = all(x.place for x in pair)
    doubtful = named and _is_area(a, pair[0].span) != _is_area(b, pair[1].span)
    why = "; one may lie in the other" if doubtful else ""
    reason = f"“{words[0]}” in one report, “{words[1]}” in the other for the same event{why}: {about}."
    sides = (whole_side(a, words[0]), whole_side(b, words[1]))
    return Verdict("place", "unsure" if doubtful else "conflict", sides, about, 0.6, reason)
