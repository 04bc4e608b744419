"""Results that differ: "101 votes to 97" against "101 to 98"."""

from collections.abc import Iterator, Sequence
from itertools import combinations

from variorum.collation.claims.sentences import sentence_at, words_in
from variorum.collation.claims.setting import Setting
from variorum.collation.claims.verdicts import Side, Verdict
from variorum.collation.figures.tallies import Tally, find_tallies
from variorum.language.lexicon import marked
from variorum.records.annotation import AnnotatedArticle
from variorum.records.story import Judgement

CORRECTING = marked("en", "collation_words", "correcting")
"""Words beside a result that replaces an earlier one."""

CLOSE = 0.1
"""Share of its numbers by which two results of one vote may differ; further apart they are two votes."""

MOST = 60
"""Results that are compared with each other."""


def tally_verdicts(articles: Sequence[AnnotatedArticle], setting: Setting) -> Iterator[Verdict]:
    """A verdict for every two results of one vote or match that differ; an update where a report corrects itself."""
    found = [t for a in sorted(articles, key=lambda a: a.id) for t in find_tallies(a, setting)][:MOST]
    corrected = {t.numbers for t in found if _corrects(t)}
    for a, b in combinations(found, 2):
        if (
            a.numbers != b.numbers
            and _one_result(a, b)
            and (a.article.id != b.article.id or {a.numbers, b.numbers} & corrected)
        ):
            yield _verdict(a, b, "update" if {a.numbers, b.numbers} & corrected else "conflict")


def _corrects(tally: Tally) -> bool:
    """Whether its sentence, or the one after it, says that an earlier result was wrong."""
    low, high = sentence_at(tally.article, *tally.span)
    after = sentence_at(tally.article, high + 1, high + 2)
    return any(lemma in CORRECTING for _, lemma in words_in(tally.article, (low, max(high, after[1]))))


def _one_result(a: Tally, b: Tally) -> bool:
    """Whether both can be of one vote (nearly the same numbers) or one match (the same side named, one number in common)."""
    if a.kind != b.kind:
        return False
    shared = bool(set(a.numbers) & set(b.numbers))
    if a.kind == "match":
        return shared and bool(a.names & b.names)
    off = sum(abs(x - y) for x, y in zip(a.numbers, b.numbers, strict=True))
    if sum(a.numbers) <= SMALL_BODY:
        return (shared and off <= 1) or (sum(a.numbers) == sum(b.numbers) and off <= 2)
    return round(off / sum(a.numbers), 3) <= CLOSE


SMALL_BODY = 30
"""Members of a court, a jury or a board, where one vote is more than a tenth."""


def _verdict(a: Tally, b: Tally, judgement: Judgement) -> Verdict:
    sides = (_side(a), _side(b))
    about = f"the result of the {a.kind}"
    why = "one corrects the other" if judgement == "update" else "both cannot hold"
    reason = f"“{sides[0].value}” against “{sides[1].value}” for {about}: {why}."
    return Verdict("figure", judgement, sides, about, 1.0, reason)


def _side(tally: Tally) -> Side:
    words = " ".join(tally.article.text[slice(*tally.span)].split())
    return Side(tally.article, tally.span, words, tally.voice)
