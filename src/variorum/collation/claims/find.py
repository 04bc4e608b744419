"""Claims that say the same, across reports: who has them, from how many origins, and whether they agree."""

import dataclasses
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from variorum.collation.claims.alignment import same_act, told_apart
from variorum.collation.claims.candidates import candidate_pairs
from variorum.collation.claims.clusters import cluster
from variorum.collation.claims.likelihood import sayings_of
from variorum.collation.claims.marks import numbers_in, times_in
from variorum.collation.claims.nearness import Nearness, nearness_of
from variorum.collation.claims.scores import LIKELY, SHORT, STEP, KeyPair, Scorer, scorer_of
from variorum.collation.claims.setting import Setting, setting_of
from variorum.collation.claims.statements import Statement, statements_of
from variorum.collation.claims.weights import cosine
from variorum.collation.comparing.judge import judge, nested
from variorum.collation.disagreements.figures import comparable, judge_figures, relate
from variorum.collation.encoder import Encoder
from variorum.collation.figures.find import Figure, find_figures
from variorum.language.partition import Partition
from variorum.records.annotation import AnnotatedArticle
from variorum.records.article import passage_of
from variorum.records.ids import finding_id
from variorum.records.provenance import Provenance
from variorum.records.story import ClaimGroup, ClaimMember, Disagreement, StoryEntity, Utterance

METHOD = "claims@1"

LEAST = 0.54
"""Least likeness of clauses in one group, with an encoder; measured on our invented stories (docs/evaluation.md)."""

LEAST_WORDS = 0.4
"""The same when tf-idf stands alone."""

THIN = 2
"""Clauses with fewer terms tell too little to be compared; all their numbers and dates count as one."""

NEARLY = 0.8
"""Of clauses inside each other the wider one is shown when it shares this much of what the narrower one shares."""

JUDGED = 12
"""How many wordings of a group are judged against each other; the rest are copies or near copies of these."""


MOST_FIGURES = 60
"""How many figures of one thing are set against each other; keeps the cost linear in large stories."""

Figures = Mapping[tuple[str, str], Sequence[Figure]]


@dataclass(frozen=True, slots=True)
class Compared:
    """What is set against each other in a story: clauses by distinct ``wordings``, their ``scorer`` and how ``near`` they are
    (``None`` without an encoder), and the ``pairs`` of wordings worth a look, of which neither holds the other."""

    wordings: tuple[tuple[Statement, ...], ...]
    setting: Setting
    figures: Figures
    scorer: Scorer
    near: Nearness | None
    pairs: tuple[tuple[int, int], ...]


def compared(
    articles: Sequence[AnnotatedArticle],
    entities: Sequence[StoryEntity],
    origins: Sequence[Sequence[str]],
    encoder: Encoder | None,
    utterances: Iterable[Utterance] = (),
) -> Compared:
    """The comparable claims of a story and which of them are worth setting against each other."""
    statements = tuple(s for s in statements_of(articles, entities, origins) if _tells(s))
    setting = setting_of(statements, entities)
    wordings = tuple(tuple(same) for same in _wordings(statements))
    figures = _figures_by_claim(statements, setting)
    heads = [w[0] for w in wordings]
    scorer = scorer_of(heads, setting, encoder, _same_figures(figures, setting), sayings_of(heads, utterances))
    near = _near(scorer)
    found = {*_candidates(scorer, wordings), *(near.pairs if near else ())}
    pairs = tuple(p for p in sorted(found) if not _inside(wordings[p[0]], wordings[p[1]]))
    return Compared(wordings, setting, figures, scorer, near, pairs)


def group_claims(
    articles: Sequence[AnnotatedArticle],
    entities: Sequence[StoryEntity],
    origins: Sequence[Sequence[str]],
    encoder: Encoder | None,
    utterances: Iterable[Utterance] = (),
) -> tuple[ClaimGroup, ...]:
    """The groups of the comparable claims of a story."""
    return groups_of(compared(articles, entities, origins, encoder, utterances))


def groups_of(told: Compared) -> tuple[ClaimGroup, ...]:
    """Every comparable claim in exactly one group, largest groups first; duplicates of other reports count for nothing."""
    least = LEAST if told.near else LEAST_WORDS
    scores, bridges = _scores(told, least)
    clusters = cluster(scores, size=len(told.wordings), least=least, compare=told.scorer.score, bridges=bridges)
    groups = [[s for i in members for s in told.wordings[i]] for members in clusters]
    return tuple(sorted((group_of(g, told.setting, told.figures) for g in _without_inner(groups)), key=order_of))


def _figures_by_claim(statements: Sequence[Statement], setting: Setting) -> Figures:
    """The figures of each clause, by its key."""
    found: dict[tuple[str, str], list[Figure]] = {}
    for figure in find_figures(statements, names=setting.entity_of):
        if figure.statement is not None:
            found.setdefault(figure.statement.key, []).append(figure)
    return found


def _same_figures(figures: Figures, setting: Setting) -> frozenset[KeyPair]:
    """Pairs of clauses of two reports that give one and the same number of the same thing."""
    by_thing: dict[tuple[str, str | None], list[tuple[tuple[str, str], Figure]]] = {}
    for key, found in sorted(figures.items()):
        for figure in found:
            by_thing.setdefault((figure.thing, figure.quantity.unit), []).append((key, figure))
    return frozenset(
        (a, b)
        for told in by_thing.values()
        for (a, one), (b, other) in combinations(told[:MOST_FIGURES], 2)
        if a[0] != b[0] and relate(one, other) == "same" and comparable(one, other, setting, {})
    )


def _wordings(statements: Sequence[Statement]) -> list[list[Statement]]:
    """Statements folded by wording, so that copies are compared once."""
    folded: dict[tuple[str, str, str], list[Statement]] = {}
    for s in statements:
        folded.setdefault((s.text.casefold(), s.polarity, s.modality), []).append(s)
    return [folded[key] for key in sorted(folded)]


def _tells(s: Statement) -> bool:
    """Whether a clause tells enough to be compared; numbers and days count once."""
    return bool(s.terms) and len(s.terms) + bool(s.quantities or s.times) >= THIN


def _scores(told: Compared, least: float) -> tuple[dict[tuple[int, int], float], frozenset[tuple[int, int]]]:
    """Scores of the pairs, and those that may join clusters."""
    scores = {p: told.scorer.score(*p) for p in told.pairs}
    if told.near is None:
        return scores, frozenset()
    known = told.scorer.likelihoods(told.pairs, told.near)
    scores |= {p: min(scores[p], round(least - SHORT, 3)) for p in told.scorer.strangers(known)}
    likely = told.scorer.matches(known)
    scores |= {p: max(scores[p], round(least + STEP * (value - LIKELY), 3)) for p, value in likely.items()}
    return scores, frozenset(likely)


def _near(scorer: Scorer) -> Nearness | None:
    if scorer.contexts is None:
        return None
    return nearness_of(scorer.meanings, scorer.contexts, [s.article.id for s in scorer.statements])


def _candidates(scorer: Scorer, wordings: Sequence[Sequence[Statement]]) -> Iterator[tuple[int, int]]:
    """Pairs with words, a figure, a number or a day in common."""
    homes = {s.key: n for n, same in enumerate(wordings) for s in same}
    pairs = ((min(homes[a], homes[b]), max(homes[a], homes[b])) for a, b in scorer.figured if a in homes and b in homes)
    yield from (p for p in pairs if p[0] != p[1])
    yield from candidate_pairs(scorer.vectors)
    yield from _marked(wordings)


def _inside(one: Sequence[Statement], other: Sequence[Statement]) -> bool:
    return any(nested(a, b) for a in one for b in other if a.article.id == b.article.id)


SHARED_MARKS = 40
"""Numbers and days that more clauses share than this bring nobody together."""

LEAST_NUMBER = 3
"""Smaller numbers recur by chance."""


def _marked(wordings: Sequence[Sequence[Statement]]) -> Iterator[tuple[int, int]]:
    """Pairs of clauses of two reports with one number or one time in common."""
    index: dict[float | str, list[int]] = {}
    for n, same in enumerate(wordings):
        for mark in {n for n in numbers_in(same[0]) if n >= LEAST_NUMBER} | times_in(same[0]):
            index.setdefault(mark, []).append(n)
    for numbered in index.values():
        if len(numbered) <= SHARED_MARKS:
            yield from ((i, j) for i, j in combinations(numbered, 2) if wordings[i][0].article.id != wordings[j][0].article.id)


def _without_inner(groups: list[list[Statement]]) -> list[list[Statement]]:
    """Groups less those whose every clause stands inside a clause of one other group that reaches as many reports."""
    holder: dict[tuple[str, str], set[int]] = {}
    spans = [(g, s) for g, members in enumerate(groups) for s in members]
    by_article: dict[tuple[str, str], list[tuple[int, Statement]]] = {}
    for g, s in spans:
        by_article.setdefault((s.article.id, s.claim.field), []).append((g, s))
    for g, s in spans:
        around = by_article[s.article.id, s.claim.field]
        holder[s.key] = {h for h, t in around if h != g and _holds(t, s)}
    return [members for g, members in enumerate(groups) if not set.intersection(*(holder[s.key] for s in members))]


def _holds(outer: Statement, inner: Statement) -> bool:
    (a, b), (c, d) = outer.claim.span, inner.claim.span
    return a <= c and d <= b and (b - a) > (d - c)


def _once_a_place(members: Sequence[Statement], setting: Setting) -> list[Statement]:
    """The members less those that overlap one of the same report: the widest that shares nearly as much with the others."""
    shares = {s.key: _shared(s, members, setting) for s in members}
    kept: list[Statement] = []
    for s in sorted(members, key=lambda s: (-shares[s.key], s.claim.span, s.key)):
        wider = [t for t in members if nested(s, t) and shares[t.key] >= round(NEARLY * shares[s.key], 3)]
        best = max(wider, key=lambda t: (t.claim.span[1] - t.claim.span[0], t.key), default=s)
        if not any(nested(best, t) for t in kept):
            kept.append(best)
    return sorted(kept, key=lambda s: (s.article.id, s.claim.field != "title", s.claim.span, s.claim.id))


def _shared(s: Statement, members: Sequence[Statement], setting: Setting) -> float:
    """Mean cosine with the members from other reports, three decimals."""
    others = [t for t in members if t.article.id != s.article.id][:JUDGED]
    own = setting.weights.vector(s.terms)
    return round(sum(cosine(own, setting.weights.vector(t.terms)) for t in others) / max(len(others), 1), 3)


def group_of(members: Sequence[Statement], setting: Setting, figures: Figures) -> ClaimGroup:
    """The members as one group, with its standing."""
    found = _once_a_place(members, setting)
    passages = [passage_of(s.article, s.claim.span, s.claim.field) for s in found]
    origins = claim_origins(found)
    reports, speakers = sorted({s.article.id for s in found}), sorted({s.speaker for s in found if s.speaker})
    reason = _contest(found, setting, figures)
    firm = claim_origins(_firm(found, figures))
    status = "contested" if reason else "single" if len(reports) == 1 else "agreed" if len(firm) > 1 else "repeated"
    witnesses = len({s.origin for s in found})
    count = f"{_many(len(reports), 'report')}, {_many(len(speakers), 'speaker')}, "
    count += f"{_many(witnesses, 'witness')}, {_many(len(origins), 'origin')}"
    return ClaimGroup(
        finding_id("group", passages, *sorted(s.claim.id for s in found)),
        tuple(_member(s) for s in found),
        status,  # type: ignore[arg-type]
        origins,
        tuple(speakers),
        Provenance(METHOD, None, f"{count}. {reason}".strip()),
        witnesses,
    )


def _firm(members: Sequence[Statement], figures: Figures) -> list[Statement]:
    """The members that state something and whose numbers hold together: those of the figure that most give, with all that
    give none."""
    members = [s for s in members if s.modality not in ("question", "conditional")]
    told = {s.key: figures[s.key] for s in members if s.key in figures}
    values = Counter(f.quantity.value for found in told.values() for f in found)
    if len(values) < 2:
        return list(members)
    best = min(values, key=lambda v: (-values[v], v))
    fitting = next(f for found in told.values() for f in found if f.quantity.value == best)
    apart = {key for key, found in told.items() if all(relate(f, fitting) != "same" for f in found)}
    return [s for s in members if s.key not in apart]


def _many(number: int, noun: str) -> str:
    return f"{number} {noun if number == 1 else noun + ('es' if noun.endswith('s') else 's')}"


def claim_origins(members: Sequence[Statement]) -> tuple[tuple[str, ...], ...]:
    """Article ids folded by where the claim comes from: one dispatch is one origin, and so is one speaker to all who heard."""
    homes: Partition[str] = Partition()
    for s in members:
        for key in (f"origin {s.origin}", *([f"speaker {s.speaker}"] if s.speaker else [])):
            homes.join(f"article {s.article.id}", key)
    found: dict[str, set[str]] = {}
    for s in members:
        found.setdefault(homes.root(f"article {s.article.id}"), set()).add(s.article.id)
    return tuple(sorted(tuple(sorted(ids)) for ids in found.values()))


def _contest(members: Sequence[Statement], setting: Setting, figures: Figures) -> str:
    """The reason why members cannot all hold; empty where none was found."""
    wordings = list({(s.text.casefold(), s.polarity, s.modality): s for s in members}.values())[:JUDGED]
    for a, b in combinations(wordings, 2):
        verdict = judge(a, b, setting)
        if verdict is not None and verdict.judgement == "conflict":
            return verdict.reason
    for a, b in combinations(wordings, 2):
        if a.article.id != b.article.id and told_apart(a, b) and same_act(a, b) and "question" not in (a.modality, b.modality):
            said, denied = (a, b) if a.polarity == "positive" else (b, a)
            return f"“{said.text}” is said, “{denied.text}” is denied."
    told = [f for s in wordings for f in figures.get(s.key, ())]
    for one, other in combinations(told, 2):
        if comparable(one, other, setting, {s.key: "" for s in wordings}):
            figure_verdict = judge_figures(one, other)
            if figure_verdict is not None:
                return figure_verdict.reason
    return ""


def with_contests(groups: Sequence[ClaimGroup], disagreements: Iterable[Disagreement]) -> tuple[ClaimGroup, ...]:
    """The groups, those of which a conflict sets two members against each other as contested, with its reason."""
    conflicts = [d for d in disagreements if d.judgement == "conflict"]
    return tuple(_contested(group, next((d for d in conflicts if _is_set_apart(group, d)), None)) for group in groups)


def _contested(group: ClaimGroup, conflict: Disagreement | None) -> ClaimGroup:
    if conflict is None or group.status in ("single", "contested"):
        return group
    by = dataclasses.replace(group.by, reason=f"{group.by.reason} {conflict.by.reason}".strip())
    return dataclasses.replace(group, status="contested", by=by)


def _is_set_apart(group: ClaimGroup, conflict: Disagreement) -> bool:
    """Whether members of two reports hold sides of a conflict that give different values."""
    held = {
        (side.article, side.value)
        for side in conflict.members
        for m in group.members
        if (m.article, m.field) == (side.article, side.field) and m.start < side.end and side.start < m.end
    }
    return len({article for article, _ in held}) > 1 and len({value for _, value in held}) > 1


def _member(s: Statement) -> ClaimMember:
    start, end = s.claim.span
    passage = passage_of(s.article, s.claim.span, s.claim.field)
    return ClaimMember(s.article.id, start, end, passage.exact, s.claim.id, s.claim.voice, s.claim.field)


def order_of(group: ClaimGroup) -> tuple[int, int, str, int, str]:
    """What groups are ordered by: most origins first, then most reports, then place."""
    first = group.members[0]
    return -len(group.origins), -len({m.article for m in group.members}), first.article, first.start, group.id


def group_of_claim(groups: Iterable[ClaimGroup]) -> dict[tuple[str, str], str]:
    """(article id, claim id) to the id of the group that holds it."""
    return {(m.article, m.claim): group.id for group in groups for m in group.members}
