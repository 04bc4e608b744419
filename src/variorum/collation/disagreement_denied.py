"""What one voice denies, or only considers, against the clause of another voice that tells it as so.

A denial presupposes that somebody said so: of the clauses of all other voices the likeliest is what it denies, if it is likely
enough (``denial_ranking``) and both speak of somebody or something named. The same said elsewhere belongs to it.
"""

from collections.abc import Iterator, Sequence

from variorum.collation.claim_alignment import reported_later
from variorum.collation.claim_setting import Setting
from variorum.collation.claim_statements import Statement
from variorum.collation.claim_verdicts import Side, Verdict
from variorum.collation.denial_features import Candidate, Page, candidates, page_of
from variorum.collation.denial_ranking import denial_ranker
from variorum.collation.denial_units import Unit, affirmed_units, denial_units
from variorum.collation.encoder import Encoder
from variorum.records.story import Judgement

SHOWN = 0.35
"""Least probability of what is shown. In nine invented stories kept from the learning ten of eleven such pairs stand in gold;
of 22 from 0.4 on in the stories that were learned from, each left out in turn, nine do, and gold does not list all."""

ECHO = 0.85
"""Least cosine of a clause that says the same as the one denied."""


def denied_verdicts(
    statements: Sequence[Statement], setting: Setting, encoder: Encoder | None
) -> Iterator[tuple[Verdict, tuple[Side, ...]]]:
    """One verdict for each denial with what it denies, and all that say so; none without an encoder."""
    denials, affirmed = denial_units(statements, setting), affirmed_units(statements, setting)
    if encoder is None or not denials or not affirmed:
        return
    page, rank = page_of(denials, affirmed, setting, encoder), denial_ranker()
    best: dict[int, tuple[float, int]] = {}
    found = candidates(page)
    for number, candidate in enumerate(found):
        shown = _is_of_one(candidate) and not _of_one_party(candidate, setting)
        score = rank.probability(candidate.features) if shown else 0.0
        key = id(candidate.denial)
        best[key] = max(best.get(key, (0.0, 0)), (score, -number))
    for score, number in best.values():
        if score >= SHOWN:
            yield _verdict(found[-number], score), _sides(found[-number], found, page)


def _is_of_one(candidate: Candidate) -> bool:
    """Whether both name somebody or something in common, or the denial is expressly given as one."""
    anchors = ("refusal", "names shared", "subject same")
    return any(candidate.features.get(name, 0.0) > 0 for name in anchors)


def _of_one_party(candidate: Candidate, setting: Setting) -> bool:
    """Whether both are said by named speakers of one side, a minister and his country for one: they do not deny each other."""
    one, other = candidate.denial.speaker, candidate.clause.speaker
    if one is None or other is None:
        return False
    named = all(setting.entities[e].named for e in (one, other) if e in setting.entities)
    return named and setting.related(one, other)


def _sides(best: Candidate, found: Sequence[Candidate], page: Page) -> tuple[Side, ...]:
    """The denial, what it denies, and every other clause that says the same."""
    others = (c.clause for c in found if c.denial is best.denial and c is not best)
    echoes = [u for u in others if round(page.cosine(u.text, best.clause.text), 3) >= ECHO]
    return (_side(best.clause, "said"), *(_side(u, "said") for u in echoes), _side(best.denial, _value(best.denial)))


def _side(unit: Unit, value: str) -> Side:
    return Side(unit.article, unit.span, value, unit.speaker)


def _value(denial: Unit) -> str:
    return "considered" if denial.kind == "considered" else "denied"


def _verdict(c: Candidate, score: float) -> Verdict:
    denial, said = (" ".join(u.words.split()[:12]) for u in (c.denial, c.clause))
    words = "only considers" if c.denial.kind == "considered" else "denies"
    reason = f"“{denial}” {words} what is said: “{said}”."
    if c.denial.kind == "refusal":
        reason = f"It is denied that “{denial}”; elsewhere it is said: “{said}”."
    sides = (_side(c.clause, "said"), _side(c.denial, _value(c.denial)))
    return Verdict("polarity", _judgement(c), sides, _about(c), score, reason)


def _about(c: Candidate) -> str:
    """The words of the clause that the denial has too, as the clause spells them, else the clause."""
    return " ".join(c.clause.words.split()[:10])


def _judgement(c: Candidate) -> Judgement:
    """An update where the step may have been taken after the report that knows it only considered, else a conflict."""
    a, b = c.denial.statement, c.clause.statement
    if a is None or b is None:
        return "conflict"
    later = reported_later(a, b)
    return "update" if later == 1 or (later == 0 and c.denial.kind == "considered") else "conflict"
