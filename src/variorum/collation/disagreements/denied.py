"""What one voice denies, or only considers, against the clause of another voice that tells it as so.

A denial presupposes that somebody said so: of the clauses of all other voices the likeliest is what it denies, if it is likely
enough (``denial_ranking``); less is asked where somebody speaks on both sides. Who says or denies the same elsewhere stands
with it.
"""

from collections.abc import Iterator, Sequence

from variorum.collation.claims.alignment import reported_later
from variorum.collation.claims.sentences import words_in
from variorum.collation.claims.setting import Setting
from variorum.collation.claims.statements import Statement
from variorum.collation.claims.verdicts import Side, Verdict
from variorum.collation.denials.features import Candidate, Page, candidates, page_of, takes_back
from variorum.collation.denials.ranking import denial_ranker
from variorum.collation.denials.telling import tells_it
from variorum.collation.denials.units import CONSIDERED, Unit, affirmed_units, denial_units
from variorum.collation.encoder import Encoder
from variorum.records.story import Judgement

SHOWN = 0.43
"""Least probability of what is shown: of 57 invented stories, each tenth judged by weights from the others, three in five of
the pairs from here on stand in one disagreement of gold; by reading, of the others near half are real ones that gold lacks."""

SHOWN_ANSWER = 0.3
"""The same where a report lets another voice deny right after the clause was said: of the pairs between the two in 59 invented
stories seven of eight stand in gold; all three of those a little below were wrong ("Nobody weighs cement" as an answer to cash
that came in cement bags). No command repeats this."""

ECHO, ECHO_WORDS, LIKELY, LESS = 0.6, 0.4, 0.2, 0.35
"""Least cosine, and share of telling words, of a clause or denial that says the same as one shown; or else its least
probability of standing against the other side, in itself and as a share of that of the pair shown."""


def denied_verdicts(
    statements: Sequence[Statement], setting: Setting, encoder: Encoder | None
) -> Iterator[tuple[Verdict, tuple[Side, ...]]]:
    """One verdict for each denial with what it denies, and all that say so; none without an encoder."""
    denials, affirmed = denial_units(statements, setting), affirmed_units(statements, setting)
    if encoder is None or not denials or not affirmed:
        return
    page, rank = page_of(denials, affirmed, setting, encoder), denial_ranker()
    found = [(c, rank.probability(c.features)) for c in candidates(page) if not _of_one_party(c, setting)]
    best: dict[int, tuple[Candidate, float]] = {}
    for c, score in found:
        if score >= _least(c) and score > best.get(id(c.denial), (c, 0.0))[1]:
            best[id(c.denial)] = c, score
    for c, score in best.values():
        if _is_taken_back(c, page) or _is_open_too(c) or not tells_it(c):
            continue
        likely = [other for other, chance in found if chance >= max(LIKELY, score * LESS) and tells_it(other)]
        yield _verdict(c, score), _sides(c, likely, page)


def _least(c: Candidate) -> float:
    """The probability from which a pair is shown."""
    return SHOWN_ANSWER if c.features["answers at once"] and c.denial.kind != "considered" else SHOWN


def _of_one_party(candidate: Candidate, setting: Setting) -> bool:
    """Whether both are said by named speakers of one side, a minister and his country for one: they do not deny each other."""
    one, other = candidate.denial.speaker, candidate.clause.speaker
    if one is None or other is None or takes_back(candidate.denial, candidate.clause):
        return False
    named = all(setting.entities[e].named for e in (one, other) if e in setting.entities)
    return named and setting.related(one, other)


def _is_taken_back(c: Candidate, page: Page) -> bool:
    """Whether who speaks in the clause denies elsewhere what is denied here, and so does not say it."""
    own = (u for u in page.denials if u.speaker is not None and u.speaker == c.clause.speaker)
    return not takes_back(c.denial, c.clause) and any(is_echo(u, c.denial, page) for u in own)


def _is_open_too(c: Candidate) -> bool:
    """Whether the clause that is set against something only considered says itself that it is considered or prepared."""
    words_of = (lemma for _, lemma in words_in(c.clause.article, c.clause.span))
    return c.denial.kind == "considered" and not CONSIDERED.isdisjoint(words_of)


def _sides(best: Candidate, likely: Sequence[Candidate], page: Page) -> tuple[Side, ...]:
    """The denial and what it denies, each with what says the same or likely stands on its side."""
    denial, clause = best.denial, best.clause
    said = [c.clause for c in likely if c.denial is denial] + [u for u in page.affirmed if is_echo(u, clause, page)]
    denied = [c.denial for c in likely if c.clause is clause] + [u for u in page.denials if is_echo(u, denial, page)]
    others = [u for u in said if u is not clause and (u.speaker is None or u.speaker != denial.speaker)]
    others = [u for u in others if (u.article.id, u.sentence) != (denial.article.id, denial.sentence)]
    against = {u.speaker for u in (denial, *denied) if u.speaker is not None}
    others = [u for u in others if u.speaker not in against]
    deniers = [u for u in denied if u is not denial and (u.kind == "considered") == (denial.kind == "considered")]
    sides = [(clause, "said"), *((u, "said") for u in others), *((u, _value(u)) for u in deniers), (denial, _value(denial))]
    return tuple(_side(unit, value) for unit, value in sides)


def is_echo(unit: Unit, other: Unit, page: Page) -> bool:
    """Whether two clauses, or two denials, say the same."""
    least = min(page.weight(unit.stems), page.weight(other.stems)) or 1.0
    told = page.weight(unit.stems & other.stems) / least
    return round(told, 3) >= ECHO_WORDS and round(page.cosine(unit.text, other.text), 3) >= ECHO


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
