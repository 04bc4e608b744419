"""One event put in different places in other words: "handed over near Tash Bridge", "freed in the district of Hollin"."""

from collections.abc import Iterator, Sequence
from itertools import combinations

import numpy as np

from variorum.collation.claim_alignment import (
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
from variorum.collation.claim_kin import befalls_once, kin, kin_keys, seldom_twice
from variorum.collation.claim_sentences import concepts_in, sentence_at
from variorum.collation.claim_setting import Setting
from variorum.collation.claim_statements import Statement
from variorum.collation.claim_verdicts import Verdict
from variorum.collation.disagreement_dates import STATES, happens_again
from variorum.collation.disagreement_kin import MOST, NEAR, acted_upon, doers_fit
from variorum.collation.disagreement_places import places_of
from variorum.collation.encoder import Encoder
from variorum.language.lexicon import marked
from variorum.records.article import Span

AREAS = marked("en", "collation_words", "area")
"""Words for what may hold a place that another report names."""

AROUND = 30
"""Characters around a name in which such a word stands."""

CLOSE = 1.5
"""How many times a number of people may be another one that is told of the same event."""

Site = tuple[str, Span]


def site_verdicts(statements: Sequence[Statement], setting: Setting, encoder: Encoder | None) -> Iterator[Verdict]:
    """A verdict for every two reports that tell one event of two places; unsure where one may lie in the other."""
    sited = [(s, site) for s in statements if _tells(s) and (site := _site(s, setting)) is not None]
    pairs = [pair for pair in _pairs(sited) if _may_be_one(pair[0][0], pair[1][0], setting) and _apart(*pair, setting)]
    texts = sorted({s.text for pair in pairs for s, _ in pair})
    vectors = encoder.encode(texts) if encoder is not None and texts else None
    row = {text: n for n, text in enumerate(texts)}
    for one, other in pairs:
        a, b = one[0], other[0]
        near = vectors is not None and round(float(np.dot(vectors[row[a.text]], vectors[row[b.text]])), 3) >= NEAR
        if near or befalls_once(a, b) or (seldom_twice(a, b) and _same_days(a, b)):
            yield _verdict(one, other, setting)


def _tells(s: Statement) -> bool:
    """Whether a clause of the body tells an event as having happened."""
    told = s.claim.field == "text" and s.polarity == "positive" and s.modality == "asserted" and not is_nominal(s)
    return told and act(s) not in LIGHT | CUES | STATES and not happens_again(s)


def _site(s: Statement, setting: Setting) -> Site | None:
    """The first place after the verb that the clause puts its event in."""
    verb = s.claim.predicate_span
    found = [p for p in places_of(s, setting) if verb is None or p[1][0] >= verb[1]]
    return found[0] if found else None


def _pairs(sited: Sequence[tuple[Statement, Site]]) -> Iterator[tuple[tuple[Statement, Site], tuple[Statement, Site]]]:
    """Pairs of clauses of two reports that tell of kindred acts."""
    index: dict[str, list[int]] = {}
    for number, (s, _) in enumerate(sited):
        for key in sorted(kin_keys(s)):
            index.setdefault(key, []).append(number)
    found = {pair for numbers in index.values() for pair in combinations(numbers[:MOST], 2)}
    for i, j in sorted(found):
        one, other = sited[i], sited[j]
        if one[0].article.id != other[0].article.id and kin(one[0], other[0]):
            yield one, other


def _may_be_one(a: Statement, b: Statement, setting: Setting) -> bool:
    """Whether one thing is acted upon, on days that fit, and something ties both to one event."""
    if dated_apart(a, b) or in_other_time(a, b) or not _counts_fit(a, b):
        return False
    if befalls_once(a, b) and (_is_the_one(a, b) or _is_the_one(b, a)):
        return True
    if not acted_upon(a, b) or not (doers_fit(a, b, setting) or (seldom_twice(a, b) and _same_days(a, b))):
        return False
    return _same_days(a, b) or _same_named(a, b, setting) or _share_count(a, b)


def _same_days(a: Statement, b: Statement) -> bool:
    return days(a) is not None and days(a) == days(b)


def _is_the_one(a: Statement, b: Statement) -> bool:
    """Whether ``a`` says of "the ship" what ``b`` says of a name."""
    one, other = (quoted_words(s, s.claim.subject_span) if s.claim.subject_span else "" for s in (a, b))
    plain = one.casefold().startswith("the ") and one[4:] == one[4:].casefold()
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


def _apart(one: tuple[Statement, Site], other: tuple[Statement, Site], setting: Setting) -> bool:
    """Whether the places are two, and neither report tells of the act at the other's place too."""
    (a, (here, _)), (b, (there, _)) = one, other
    if not setting.apart(here, there) or f"@{here}" in b.terms or f"@{there}" in a.terms:
        return False
    return not _told_at(a, there, setting) and not _told_at(b, here, setting)


def _told_at(s: Statement, place: str, setting: Setting) -> bool:
    """Whether the report has the act and the place in one sentence."""
    near = [m for m in s.article.mentions if m.field == "text" and setting.roll.party(m.entity) == place]
    return any(act(s) in concepts_in(s.article, sentence_at(s.article, m.start, m.end)) for m in near)


def _is_area(s: Statement, span: Span) -> bool:
    """Whether the words beside a name say that it is an area ("the district of Hollin")."""
    text = s.article.text
    around = text[max(span[0] - AROUND, 0) : span[1] + AROUND // 2].casefold().replace(",", " ").split()
    return any(word in AREAS for word in around)


def _verdict(one: tuple[Statement, Site], other: tuple[Statement, Site], setting: Setting) -> Verdict:
    (a, (_, at)), (b, (_, then)) = one, other
    about, words = shared_words(a, b, setting) or act(a), (quoted_words(a, at), quoted_words(b, then))
    doubtful = _is_area(a, at) != _is_area(b, then)
    why = "; one may lie in the other" if doubtful else ""
    reason = f"“{words[0]}” in one report, “{words[1]}” in the other for the same event{why}: {about}."
    sides = (whole_side(a, words[0]), whole_side(b, words[1]))
    return Verdict("place", "unsure" if doubtful else "conflict", sides, about, 0.6, reason)
