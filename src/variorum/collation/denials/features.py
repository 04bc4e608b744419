"""What is known of a denial and of a clause that it may deny: how near they are, who speaks, what is acted upon, when."""

import math
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from variorum.collation.claims.alignment import (
    LIGHT,
    act,
    counts_differ,
    dated_apart,
    in_other_time,
    is_nominal,
    phrase_head,
    reported_later,
    same_doer,
)
from variorum.collation.claims.kin import kin
from variorum.collation.claims.sentences import sentence_before, words_in
from variorum.collation.claims.setting import Setting
from variorum.collation.claims.statements import Statement
from variorum.collation.claims.words import kind_words
from variorum.collation.denials.units import ABSOLUTE, NEGATION, Unit, is_considered
from variorum.collation.encoder import Encoder, Vectors
from variorum.collation.word_stems import stem
from variorum.records.annotation import AnnotatedArticle
from variorum.records.article import Span

Features = dict[str, float]
HOLLOW = frozenset(map(stem, kind_words("hollow")))

ADMITTING = kind_words("admitting")
"""Verbs with which somebody grants what was denied before."""

LIKE = 0.15
"""Least cosine of a clause that shares no word with a denial."""

ALIKE = 0.6
"""Cosine from which two clauses are taken to say the same, so that neither is a rival of the other."""

KEPT, RIVALS = 15, 40
"""Nearest clauses of a denial that are judged, and that are looked at as rivals of the best."""

NEAREST, SHARING = 80, 200
"""Clauses that are looked at for their cosine, and for sharing a word, the rarest words first; keeps large stories linear."""

NEXT = 2
"""Sentences between a denial and what it answers in one report."""


@dataclass(frozen=True, slots=True)
class Page:
    """All that a story denies and affirms, with how rare each stem is (0..1) and the vectors of all texts; ``echoes`` are the
    cosines of a unit with the nearest of its own sort in other reports, by the identity of the unit."""

    denials: Sequence[Unit]
    affirmed: Sequence[Unit]
    rarity: Mapping[str, float]
    rows: Mapping[str, int]
    vectors: Vectors
    setting: Setting
    echoes: Mapping[int, float]

    def weight(self, stems: Iterable[str]) -> float:
        """Rarity of several stems together."""
        return math.fsum(self.rarity.get(s, 1.0) for s in stems)

    def cosine(self, one: str, other: str) -> float:
        """Cosine of two encoded texts."""
        return float(np.dot(self.vectors[self.rows[one]], self.vectors[self.rows[other]]))


@dataclass(frozen=True, slots=True)
class Candidate:
    """A denial and a clause that it may deny; ``near`` is the sum by which candidates are ordered before they are judged."""

    denial: Unit
    clause: Unit
    near: float
    features: Features


def page_of(denials: Sequence[Unit], affirmed: Sequence[Unit], setting: Setting, encoder: Encoder) -> Page:
    """The page of a story; encodes each text and each sentence once."""
    units = [*denials, *affirmed]
    counts: dict[str, int] = {}
    for unit in units:
        for s in unit.stems:
            counts[s] = counts.get(s, 0) + 1
    top = math.log(1 + len(units)) or 1.0
    rarity = {s: math.log(1 + len(units) / n) / top for s, n in counts.items()}
    texts = list(dict.fromkeys(text for u in units for text in (u.text, sentence_text(u))))
    rows, vectors = {t: n for n, t in enumerate(texts)}, encoder.encode(texts)
    echoes = {key: near for sort in (denials, affirmed) for key, near in _echoes(sort, rows, vectors)}
    return Page(denials, affirmed, rarity, rows, vectors, setting, echoes)


def _echoes(units: Sequence[Unit], rows: Mapping[str, int], vectors: Vectors) -> Iterator[tuple[int, float]]:
    """The identity of each unit with its nearest cosine in other reports, 0 where there is none."""
    told, homes = vectors[[rows[u.text] for u in units]], np.array([u.article.id for u in units])
    for unit, vector in zip(units, told, strict=True):
        elsewhere = (told @ vector)[homes != unit.article.id]
        yield id(unit), round(float(elsewhere.max(initial=0.0)), 3)


def sentence_text(unit: Unit) -> str:
    """The sentence around a unit on one line."""
    return " ".join(unit.article.text[slice(*unit.sentence)].split())


def candidates(page: Page) -> list[Candidate]:
    """For each denial the nearest clauses of other voices, with their features."""
    if not page.denials or not page.affirmed:
        return []
    told = page.vectors[[page.rows[u.text] for u in page.affirmed]]
    index: dict[str, list[int]] = {}
    for number, unit in enumerate(page.affirmed):
        for s in unit.stems:
            index.setdefault(s, []).append(number)
    spoken = _spoken_in(page.affirmed)
    near = [_nearest(d, page, told @ page.vectors[page.rows[d.text]], index, spoken) for d in page.denials]
    best: dict[tuple[str, Span], float] = {}
    for found in near:
        for c in found[:KEPT]:
            key = (c.clause.article.id, c.clause.span)
            best[key] = max(best.get(key, 0.0), c.near)
    kept = ((c, found) for found in near for n, c in enumerate(found) if n < KEPT or steps_back(c.denial, c.clause) == 1)
    return [_judged(c, found, best, page) for c, found in kept]


def _spoken_in(affirmed: Sequence[Unit]) -> dict[tuple[str, Span], list[int]]:
    """The numbers of the clauses that somebody says, by article id and sentence."""
    spoken: dict[tuple[str, Span], list[int]] = {}
    for number, unit in enumerate(affirmed):
        if unit.speaker is not None:
            spoken.setdefault((unit.article.id, unit.sentence), []).append(number)
    return spoken


def _nearest(
    denial: Unit,
    page: Page,
    cosines: Vectors,
    index: Mapping[str, Sequence[int]],
    spoken: Mapping[tuple[str, Span], Sequence[int]],
) -> list[Candidate]:
    """The clauses that are most like a denial, the likest first, and whatever is said right before it."""
    by_cosine = np.argsort(-np.round(cosines, 3), kind="stable")[:NEAREST]
    numbers = {int(n) for n in by_cosine if cosines[n] >= LIKE}
    rare = sorted(denial.stems, key=lambda s: (-page.rarity.get(s, 1.0), s))
    numbers |= set(list(dict.fromkeys(n for s in rare for n in index.get(s, ())))[:SHARING])
    before = sentence_before(denial.article, denial.sentence[0])
    said = spoken.get((denial.article.id, before), ()) if before is not None and denial.speaker is not None else ()
    told = ((n, page.affirmed[n]) for n in sorted(numbers.union(said)))
    found = [_near(denial, clause, float(cosines[n]), page) for n, clause in told if _other_voice(denial, clause)]
    ordered = sorted(found, key=lambda c: (-c.near, c.clause.article.id, c.clause.span))
    return ordered[:RIVALS] + [c for c in ordered[RIVALS:] if steps_back(c.denial, c.clause) == 1]


def steps_back(denial: Unit, clause: Unit) -> int:
    """How many sentences before the denial another voice says the clause, negative where it says so after it; 0 where the two
    are not said in one report."""
    if denial.article.id != clause.article.id or denial.speaker is None or clause.speaker is None:
        return 0
    (first, _), (last, _) = sorted((denial.sentence, clause.sentence))
    starts = [start for start, _ in denial.article.sentences]
    gap = bisect_right(starts, last) - bisect_right(starts, first)
    return gap if clause.sentence < denial.sentence else -gap


def _other_voice(denial: Unit, clause: Unit) -> bool:
    """Whether a clause stands in another voice than the denial and in another sentence, or takes the denial back."""
    if clause.speaker is not None and clause.speaker == denial.speaker and not takes_back(denial, clause):
        return False
    if denial.kind == "considered" and clause.statement is not None and is_considered(clause.statement):
        return False
    if denial.kind != "refusal" and clause.words.casefold() in denial.words.casefold():
        return False
    one, other = denial.statement, clause.statement
    if one is not None and other is not None and (_is_done_to_it(one, other) or _accuses_nobody(one, other)):
        return False
    if clause.article.id != denial.article.id:
        return True
    return clause.sentence != denial.sentence and (denial.kind == "refusal" or clause.speaker != denial.speaker)


def takes_back(denial: Unit, clause: Unit) -> bool:
    """Whether who denies in one report is said in another to admit the clause."""
    same = clause.speaker is not None and clause.speaker == denial.speaker
    return same and clause.article.id != denial.article.id and _is_admitted(clause)


def _is_done_to_it(denial: Statement, clause: Statement) -> bool:
    """Whether the clause makes a doer of what the denial has acted upon: "nobody lost a crown", "the crown lost a tenth"."""
    wanted = phrase_head(denial, denial.claim.object_span)
    return (
        wanted is not None and clause.claim.object_span is not None and wanted == phrase_head(clause, clause.claim.subject_span)
    )


def _accuses_nobody(denial: Statement, clause: Statement) -> bool:
    """Whether the clause tells as a bare event what somebody is said in the denial not to have done: "the mill burned down",
    "they did not burn down the mill". Nobody denies the event."""
    wanted = phrase_head(denial, denial.claim.object_span)
    doer = denial.subject is not None and denial.claim.subject_span is not None
    told = clause.claim.object_span is None and phrase_head(clause, clause.claim.subject_span) == wanted
    return wanted is not None and doer and told and act(denial) == act(clause)


def _near(denial: Unit, clause: Unit, cosine: float, page: Page) -> Candidate:
    shared, weigh = denial.stems & clause.stems, page.weight
    around = denial.around & clause.around
    features = {
        "cosine": cosine,
        "held": weigh(shared) / (weigh(denial.stems) or 1.0),
        "held of clause": weigh(shared) / (weigh(clause.stems) or 1.0),
        "held in sentence": weigh(denial.stems & clause.around) / (weigh(denial.stems) or 1.0),
        "shared around": weigh(around) / (min(weigh(denial.around), weigh(clause.around)) or 1.0),
        "cosine of sentences": page.cosine(sentence_text(denial), sentence_text(clause)),
    }
    near = features["cosine"] + 0.5 * features["held"] + 0.3 * (features["held in sentence"] + features["cosine of sentences"])
    return Candidate(denial, clause, round(near, 3), features)


def _judged(
    c: Candidate, found: Sequence[Candidate], best: Mapping[tuple[str, tuple[int, int]], float], page: Page
) -> Candidate:
    rivals = (r.near for r in found if r is not c and _is_rival(r.clause, c.clause, page))
    features = {
        **c.features,
        "near": c.near,
        "margin": c.near - next(rivals, 0.3),
        "first": float(c is found[0]),
        "mutual": float(c.near >= best.get((c.clause.article.id, c.clause.span), 0.0)),
        "denial echoed": page.echoes[id(c.denial)],
        "clause echoed": page.echoes[id(c.clause)],
        **_of_words(c, page),
        **_of_voices(c, page.setting),
        **_of_answers(c, page.setting),
        **_of_denial(c.denial, page),
    }
    if c.denial.statement is not None and c.clause.statement is not None:
        features |= _of_statements(c.denial.statement, c.clause.statement, page.setting)
    return Candidate(c.denial, c.clause, c.near, features)


def _is_rival(one: Unit, other: Unit, page: Page) -> bool:
    """Whether two clauses of different sentences say different things."""
    return (one.article.id, one.sentence) != (other.article.id, other.sentence) and page.cosine(one.text, other.text) < ALIKE


def _of_words(c: Candidate, page: Page) -> Features:
    shared, heads = c.denial.stems & c.clause.stems, c.denial.heads
    return {
        "none shared": float(not shared),
        "shared weight": min(page.weight(shared), 3.0) / 3,
        "rarest shared": max((page.rarity.get(s, 1.0) for s in shared), default=0.0),
        "head named": float(bool(heads & c.clause.stems)),
        "head rarity": max((page.rarity.get(s, 1.0) for s in heads & c.clause.stems), default=0.0),
        "head missing": float(bool(heads) and not heads & c.clause.stems),
        "held and near": c.features["held"] * c.features["cosine"],
        "very near": max(c.features["cosine"] - 0.5, 0.0),
        "length of clause": min(len(c.clause.stems), 12) / 12,
        "said late": c.clause.span[0] / (len(c.clause.article.text) or 1),
    }


def _of_voices(c: Candidate, setting: Setting) -> Features:
    denial, clause = c.denial, c.clause
    who = {f"@{e}" for e in (denial.speaker, denial.statement.subject if denial.statement else None) if e}
    same = denial.article.id == clause.article.id
    low, high = sorted((denial.sentence[0], clause.sentence[0]))
    gap = sum(low < s[0] <= high for s in denial.article.sentences) if same else NEXT + 1
    before = sentence_before(denial.article, denial.sentence[0]) or denial.sentence
    mentioned = _mentioned(clause.article, clause.sentence, setting)
    around = mentioned & _mentioned(denial.article, (before[0], denial.sentence[1]), setting)
    return {
        "names shared": min(len(denial.entities & clause.entities), 2) / 2,
        "names missing": float(bool(denial.entities) and not denial.entities & (clause.entities | mentioned)),
        "names around": min(len(around), 3) / 3,
        "named around": min(sum(_is_named(term[1:], setting) for term in around), 2) / 2,
        "denier named": float(bool(who & clause.entities)),
        "denier acts": float(bool(denial.speaker and clause.statement and clause.statement.subject == denial.speaker)),
        "denial voiced": float(denial.speaker is not None),
        "clause voiced": float(clause.speaker is not None),
        "one report": float(same),
        "answered at once": float(gap <= NEXT),
        "clause beside denial": float(NEGATION.search(clause.article.text, *clause.sentence) is not None),
    }


def _of_answers(c: Candidate, setting: Setting) -> Features:
    """How the two stand to each other as words of two voices: a report sets an answer right after what it answers."""
    back, (one, other) = steps_back(c.denial, c.clause), (c.denial.speaker, c.clause.speaker)
    both = one is not None and other is not None
    named = one is not None and other is not None and _is_named(one, setting) and _is_named(other, setting)
    refused = c.denial.kind == "refusal"
    return {
        "both voiced": float(both),
        "voices apart": float(named and not setting.related(one, other)),
        "answers at once": float(back == 1),
        "answers soon": float(back == 2),
        "refusal answers": float(refused and back in (1, 2)),
        "near answers": c.near * (back == 1),
    }


def _is_admitted(clause: Unit) -> bool:
    """Whether the clause is what somebody admits."""
    s = clause.statement
    cues = s.quotation.cue if s is not None and s.quotation is not None and s.quotation.field == "text" else ()
    return any(lemma in ADMITTING for span in cues for _, lemma in words_in(clause.article, span))


def _mentioned(article: AnnotatedArticle, span: Span, setting: Setting) -> frozenset[str]:
    """Who and what is mentioned inside ``span``, as ``@`` and id."""
    inside = (m for m in article.mentions if m.field == "text" and span[0] <= m.start < span[1])
    return frozenset(f"@{party}" for m in inside if (party := setting.roll.party(m.entity)) is not None)


def _is_named(entity: str, setting: Setting) -> bool:
    return entity in setting.entities and setting.entities[entity].named


def _of_denial(denial: Unit, page: Page) -> Features:
    return {
        denial.kind: 1.0,
        **dict.fromkeys(sorted(denial.marks), 1.0),
        "denied late": denial.span[0] / (len(denial.article.text) or 1),
        "absolute": float(denial.kind != "considered" and ABSOLUTE.search(denial.words) is not None),
        "told weight": min(page.weight(denial.stems), 6.0) / 6,
        "length of denial": min(len(denial.stems), 12) / 12,
        "hollow": float(denial.stems <= HOLLOW),
    }


def _of_statements(a: Statement, b: Statement, setting: Setting) -> Features:
    light = act(a) in LIGHT or a.predicate.startswith("be") or a.predicate == "have"
    one, other = (setting.entities.get(s.subject or "") for s in (a, b))
    ours, theirs = ({phrase_head(s, s.claim.subject_span), phrase_head(s, s.claim.object_span)} - {None} for s in (a, b))
    objects = [phrase_head(s, s.claim.object_span) for s in (a, b)]
    akin = not light and kin(a, b)
    named = not light and (act(a) in b.terms or stem(a.predicate.split()[0]) in map(stem, b.claim.terms))
    return {
        "act akin": float(akin),
        "act named": float(named),
        "act missing": float(not light and not akin and not named),
        "subject same": float(a.subject is not None and a.subject == b.subject),
        "subject other": float(
            one is not None and other is not None and one.named and other.named and not setting.related(one.id, other.id)
        ),
        "doer same": float(same_doer(a, b)),
        "object same": float(
            (a.object is not None and a.object == b.object) or (None not in objects and objects[0] == objects[1])
        ),
        "noun same": float(bool(ours & theirs)),
        "dated apart": float(dated_apart(a, b) or in_other_time(a, b)),
        "counts apart": float(counts_differ(a, b)),
        "denial planned": float(a.modality == "planned"),
        "clause planned": float(b.modality == "planned"),
        "clause open": float(b.modality not in ("asserted", "planned")),
        "modality same": float(a.modality == b.modality),
        "reported later": float(reported_later(a, b) == 1),
        "clause is noun": float(is_nominal(b)),
        "clause considers": float(is_considered(b)),
    }
