"""Where reports, or voices in one report, differ about one thing; ranked by how much a reader needs to know it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations

from variorum.collation.claims.candidates import candidate_pairs
from variorum.collation.claims.find import group_of_claim
from variorum.collation.claims.setting import Setting, setting_of
from variorum.collation.claims.statements import Statement, counted, origin_numbers, statements_of
from variorum.collation.claims.verdicts import Side, Verdict
from variorum.collation.comparing.judge import judge
from variorum.collation.disagreements.ages import age_verdicts
from variorum.collation.disagreements.amounts import amount_differences
from variorum.collation.disagreements.base_rate import Bundle, mostly_agrees
from variorum.collation.disagreements.contests import contest_verdicts
from variorum.collation.disagreements.counts import count_differences, standing
from variorum.collation.disagreements.denials import denial_verdicts
from variorum.collation.disagreements.denied import denied_verdicts
from variorum.collation.disagreements.echoes import ECHOED, with_echoes
from variorum.collation.disagreements.groups import judge_grouped
from variorum.collation.disagreements.hours import hour_verdicts
from variorum.collation.disagreements.numbers import joined_differences
from variorum.collation.disagreements.occasions import occasion_verdicts
from variorum.collation.disagreements.quotations import quotation_verdicts
from variorum.collation.disagreements.ranking import rank
from variorum.collation.disagreements.retorts import retort_verdicts
from variorum.collation.disagreements.rewording import rewording_verdicts
from variorum.collation.disagreements.settled import step_verdicts
from variorum.collation.disagreements.speakers import speaker_verdicts
from variorum.collation.disagreements.tallies import tally_verdicts
from variorum.collation.disagreements.versions import version_verdicts
from variorum.collation.disagreements.will import will_verdicts
from variorum.collation.encoder import Encoder
from variorum.collation.figures.chances import figure_chances
from variorum.records.annotation import AnnotatedArticle
from variorum.records.article import Passage
from variorum.records.ids import finding_id
from variorum.records.provenance import Provenance
from variorum.records.story import ClaimGroup, Disagreement, DisagreementMember, StoryEntity, Utterance

METHOD = "disagreements@1"


def find_disagreements(
    articles: Sequence[AnnotatedArticle],
    entities: Sequence[StoryEntity],
    claim_groups: Sequence[ClaimGroup],
    utterances: Sequence[Utterance],
    origins: Sequence[Sequence[str]],
    *,
    encoder: Encoder | None = None,
) -> tuple[Disagreement, ...]:
    """All disagreements of a story, what a reader needs most first. Duplicates of other reports count for nothing.

    Without an ``encoder`` one event told in other words and dated apart is found only where it can befall a thing but once.
    """
    statements = statements_of(articles, entities, origins)
    setting = setting_of(statements, entities)
    kept = counted(articles)
    chances = figure_chances(statements, setting, encoder)
    homes = group_of_claim(claim_groups)
    numbers = [*count_differences(statements, setting, homes, chances), *amount_differences(chances, setting)]
    sure, doubted = joined_differences(numbers, chances)
    rewordings = list(rewording_verdicts(kept, utterances, setting))
    judged = list(_of_statements(statements, setting, claim_groups))
    surer = [bundle for bundle in judged if not _is_plain_denial(bundle[0])]
    surer += denied_verdicts(statements, setting, encoder)
    surer += _pairs(denial_verdicts(statements, setting))
    surer += _pairs(retort_verdicts(kept, statements, setting))
    surer += _pairs(contest_verdicts(kept, statements))
    surer += _pairs(hour_verdicts(statements))
    surer += _pairs(age_verdicts(kept, setting))
    surer += _pairs(tally_verdicts(kept, setting))
    surer += _pairs(quotation_verdicts({a.id: a for a in kept}, utterances, setting.entity_of))
    surer += _pairs(v for v in rewordings if v.kind != "speaker")
    surer += _pairs(speaker_verdicts(kept, setting))
    rows = [*sure, *_merged(surer)]
    if not mostly_agrees(rows, setting):
        others = [bundle for bundle in judged if _is_plain_denial(bundle[0])]
        others += _pairs(will_verdicts(statements, setting, encoder))
        others += _pairs(step_verdicts(statements, setting, encoder))
        others += _pairs(version_verdicts(statements, setting, encoder))
        others += _pairs(occasion_verdicts(statements, setting, encoder))
        others += _pairs(v for v in rewordings if v.kind == "speaker")
        rows = [*sure, *doubted, *_merged([*surer, *others])]
    told = _without_quoted(rows)
    echoed = list(with_echoes(told, statements, homes, setting))
    joined = [*_merged(b for b in echoed if b[0].kind in ECHOED), *(b for b in echoed if b[0].kind not in ECHOED)]
    return rank([_disagreement(verdict, sides) for verdict, sides in joined], kept, origin_numbers(kept, origins))


def _pairs(verdicts: Iterable[Verdict]) -> Iterator[Bundle]:
    return ((v, v.sides) for v in verdicts)


def _of_statements(statements: Sequence[Statement], setting: Setting, groups: Sequence[ClaimGroup]) -> Iterator[Bundle]:
    """Verdicts on near pairs of clauses, each with every clause that stands in the same words on either side."""
    alike: dict[tuple[object, ...], list[Statement]] = {}
    for s in statements:
        alike.setdefault(_signature(s), []).append(s)
    wordings, homes = [alike[key] for key in sorted(alike, key=str)], group_of_claim(groups)
    for i, j in sorted(_near(wordings, setting, homes)):
        crossed = list(_crossed(wordings[i], wordings[j]))
        verdict = next((v for a, b in crossed if (v := judge(a, b, setting) or _in_group(a, b, setting, homes))), None)
        if verdict is not None:
            yield verdict, verdict.sides


def _in_group(a: Statement, b: Statement, setting: Setting, homes: Mapping[tuple[str, str], str]) -> Verdict | None:
    home = homes.get(a.key)
    return judge_grouped(a, b, setting) if home is not None and home == homes.get(b.key) else None


def _is_plain_denial(verdict: Verdict) -> bool:
    """Whether two clauses merely stand against each other as said and denied, and not as steps of one act."""
    return verdict.kind == "polarity" and verdict.aspect != "step"


def _signature(s: Statement) -> tuple[object, ...]:
    times = tuple((t.earliest or "", t.latest or "") for t in s.times)
    return s.terms, s.predicate, s.polarity, s.modality, s.subject, s.object, s.speaker, times


def _crossed(one: Sequence[Statement], other: Sequence[Statement]) -> Iterator[tuple[Statement, Statement]]:
    return ((a, b) for a in one[:3] for b in other[:3])


MOST = 40
"""Wordings of one group that are compared with each other; a story of many origins repeats itself beyond that."""


def _near(
    wordings: Sequence[Sequence[Statement]], setting: Setting, homes: Mapping[tuple[str, str], str]
) -> set[tuple[int, int]]:
    """Pairs worth judging: near by their words, or in one claim group."""
    pairs = set(candidate_pairs([setting.weights.vector(w[0].terms) for w in wordings]))
    members: dict[str, list[int]] = {}
    for number, wording in enumerate(wordings):
        for home in sorted({homes[s.key] for s in wording if s.key in homes}):
            members.setdefault(home, []).append(number)
    for numbers in members.values():
        pairs |= set(combinations(numbers[:MOST], 2))
    return pairs


def _merged(bundles: Iterable[Bundle]) -> Iterator[Bundle]:
    """Verdicts of one kind that share a side become one; the gravest, then the best scored, then the one with most sides speaks
    for them."""
    owners: list[tuple[set[tuple[object, ...]], list[Bundle]]] = []
    for bundle in bundles:
        keys: set[tuple[object, ...]] = {(bundle[0].kind, s.article.id, s.field, s.span) for s in bundle[1]}
        touching = [o for o in owners if o[0] & keys]
        owners = [o for o in owners if not o[0] & keys]
        owners.append((keys.union(*(o[0] for o in touching)), [b for o in touching for b in o[1]] + [bundle]))
    for _, members in owners:
        ordered = sorted(members, key=lambda m: (standing(m[0])[:3], -len(m[1]), m[0].reason))
        best, sides = ordered[0][0], [side for _, sides in ordered for side in sides]
        yield best, _once_a_place(sides)


def _once_a_place(sides: Sequence[Side]) -> tuple[Side, ...]:
    """The first of the sides at each place: what the verdict that speaks for them says of it."""
    first: dict[tuple[object, ...], Side] = {}
    for side in sides:
        first.setdefault((side.article.id, side.field, side.span), side)
    return tuple(first.values())


def _without_quoted(bundles: Sequence[Bundle]) -> Iterator[Bundle]:
    """The bundles less those whose every side stands inside an altered quotation, which already shows what differs."""
    quoted = [s for verdict, sides in bundles if verdict.kind == "quotation" for s in sides]
    for verdict, sides in bundles:
        if verdict.kind in ("quotation", "speaker") or not all(any(_inside(s, q) for q in quoted) for s in sides):
            yield verdict, sides


def _inside(side: Side, other: Side) -> bool:
    same = side.article.id == other.article.id and side.field == other.field
    return same and other.span[0] <= side.span[0] and side.span[1] <= other.span[1]


def _disagreement(verdict: Verdict, sides: Iterable[Side]) -> Disagreement:
    members = tuple(sorted({side.member() for side in sides}, key=_place))
    passages = [Passage(m.article, m.start, m.end, m.exact, m.field) for m in members]
    by, name = Provenance(METHOD, verdict.score, verdict.reason), finding_id("disagreement", passages, verdict.kind)
    return Disagreement(name, verdict.kind, verdict.about, members, verdict.judgement, by, verdict.aspect)


def _place(member: DisagreementMember) -> tuple[str, str, int, int, str]:
    return member.article, member.field, member.start, member.end, member.value
