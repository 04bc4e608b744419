"""How far one step has gone: thought about, possible or not decided in one voice, decided or done in another.

What is left open is told by words of a step anywhere in a sentence (``standings``), and not by a clause; what is decided or
done are clauses that say so.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from variorum.collation.claims.alignment import CUES, act, clause_words, is_nominal, phrase_head, quoted_words, whole_side
from variorum.collation.claims.sentences import is_content, sentence_before, words_in
from variorum.collation.claims.setting import Setting
from variorum.collation.claims.statements import Statement, once
from variorum.collation.claims.verdicts import Side, Verdict
from variorum.collation.claims.words import stage_of
from variorum.collation.disagreements.standings import IDLE, PLANNED, Standing, words_of
from variorum.collation.encoder import Encoder
from variorum.collation.word_stems import stem
from variorum.records.annotation import AnnotatedArticle, Quantity
from variorum.records.article import Span
from variorum.records.story import Judgement

NEAR = 0.5
"""Least cosine of what is thought about and what is said to be so; set on invented stories."""

REACH = 12
"""Words within which the step is named."""

HEAD = 3
"""Telling words behind those of an open step among which its act or its matter stands."""

FEW = 4
"""Telling words of a sentence below which the one before it says what has not been decided."""

MOST = 3
"""Clauses shown against one open step, the nearest first."""


Who = tuple[str | None, frozenset[str]]


@dataclass(frozen=True, slots=True)
class OpenStep:
    """A step that is only thought about, at ``span``: ``words`` say so, in ``place`` it is named; ``named`` are the stems that
    name it, those behind ``words`` where there are any; ``around`` tells whether it is named anywhere near them ("no decision
    has been taken"); ``text`` is what the encoder reads; ``who``: the voice, and the named story entities that act in its
    clauses."""

    article: AnnotatedArticle
    span: Span
    place: Span
    words: str
    around: bool
    named: tuple[str, ...]
    text: str
    who: Who


def stage_verdicts(
    statements: Sequence[Statement], standings: Sequence[Standing], setting: Setting, encoder: Encoder
) -> Iterator[Verdict]:
    """One verdict for every open step and clause of another voice that tells it as decided or done."""
    left_open: dict[str, list[Standing]] = {}
    for o in standings:
        if o.high <= PLANNED:
            left_open.setdefault(o.article.id, []).append(o)
    steps, firm = (
        _open_steps(statements, standings, setting),
        [s for s in statements if _is_firm(s, left_open.get(s.article.id, ()))],
    )
    if not steps or not firm:
        return
    names = _name_stems(setting)
    near = np.round(encoder.encode([o.text for o in steps]) @ encoder.encode([s.text for s in firm]).T, 3)
    for row, step in enumerate(steps):
        ranked = sorted((-float(near[row, n]), n) for n in range(len(firm)) if near[row, n] >= NEAR)
        fitting = [firm[n] for _, n in ranked if _fits(step, firm[n], setting) and _is_same_step(step, firm[n], names)]
        for s in fitting[:MOST]:
            yield _verdict(step, s)


def _open_steps(statements: Sequence[Statement], standings: Sequence[Standing], setting: Setting) -> list[OpenStep]:
    own: dict[str, list[Statement]] = {}
    for s in statements:
        own.setdefault(s.article.id, []).append(s)
    steps = (_open_step(s, own.get(s.article.id, ()), setting) for s in standings if s.act == "think" or _is_undecided(s))
    return [step for step in steps if step.named]


def _is_undecided(s: Standing) -> bool:
    """Whether words deny that anything has been decided."""
    return s.low == 0 and s.act == "decide"


def _open_step(s: Standing, own: Sequence[Statement], setting: Setting) -> OpenStep:
    """The step that words leave open; denied words may name it before or behind them."""
    sentence, around = s.article.sentences[s.number], _is_undecided(s)
    if around:
        before = sentence_before(s.article, sentence[0])
        few = before is not None and len(_stems(s.article, sentence)) < FEW
        place = (before[0], sentence[1]) if few and before is not None else sentence
        named, text = _stems(s.article, place)[:REACH], " ".join(s.article.text[slice(*place)].split())
    else:
        place = s.span
        behind, ahead = _stems(s.article, (s.at[1], s.span[1])), _stems(s.article, (s.span[0], s.at[0]))
        named, text = behind[:REACH] or ahead[-REACH:], " ".join(s.article.text[slice(*s.span)].split())
    return OpenStep(s.article, s.span, place, s.words, around, named, text, _who(own, s, setting))


def _who(own: Sequence[Statement], s: Standing, setting: Setting) -> Who:
    """Who speaks at the words, and the named ones that the clauses there speak of as acting."""
    here = [c for c in own if c.claim.field == "text" and _overlap(c.claim.span, (s.at[0], s.span[1]))]
    return s.speaker, frozenset(p for c in here for p in _doers(c, setting))


def _stems(article: AnnotatedArticle, span: Span) -> tuple[str, ...]:
    """Stems of the telling words of a span, without dates and amounts."""
    skipped = [(x.start, x.end) for x in article.times if x.field == "text"]
    skipped += [(q.start, _after_unit(article, q)) for q in article.quantities if q.field == "text"]
    kept = [(at, lemma) for at, lemma in words_in(article, span) if is_content(lemma) and stem(lemma) not in IDLE]
    return tuple(stem(lemma) for at, lemma in kept if not any(s <= at[0] and at[1] <= e for s, e in skipped))


def _after_unit(article: AnnotatedArticle, quantity: Quantity) -> int:
    """The end of an amount with the word for its unit, where that follows."""
    unit = NEXT_WORD.match(article.text, quantity.end)
    return unit.end() if unit is not None and quantity.unit is not None else quantity.end


NEXT_WORD = re.compile(r"\s\w+")
ASKED = re.compile(r"\b(?:whether|if)\b", re.IGNORECASE)
INQUIRY, AT_HAND = frozenset(words_of("inquiry")), frozenset(words_of("at_hand"))


def _is_firm(s: Statement, left_open: Sequence[Standing]) -> bool:
    """Whether a clause says that something is decided or done, or is about to be, and holds nothing that its report leaves
    open; what something is like is no step."""
    state = s.predicate.removeprefix("be ")
    if (
        (state != s.predicate and state not in AT_HAND)
        or s.claim.field != "text"
        or s.polarity != "positive"
        or s.modality not in ("asserted", "planned")
    ):
        return False
    if act(s) in CUES | INQUIRY or is_nominal(s) or _describes(s):
        return False
    if any(s.claim.span[0] <= o.at[0] < s.claim.span[1] for o in left_open):
        return False
    return not ASKED.search(s.article.text, *s.claim.span)


def _describes(s: Statement) -> bool:
    """Whether the clause only describes the noun before it: "the bridges run by the firm"."""
    thing, verb = s.claim.object_span, s.claim.predicate_span
    return thing is not None and verb is not None and thing[1] <= verb[0] and not s.article.text[thing[1] : verb[0]].strip()


@once
def _stems_of(s: Statement) -> tuple[str, ...]:
    return _stems(s.article, s.claim.span)


def _fits(step: OpenStep, s: Statement, setting: Setting) -> bool:
    """Whether another voice can tell of the step in the clause, of the same doer and as no plan or wish."""
    voice, parties = step.who
    if s.article.id == step.article.id and (s.speaker == voice or _overlap(s.claim.span, step.place)):
        return False
    doers = _doers(s, setting)
    one, other = (_named_in(x, setting) - parties - doers for x in ((step.article, step.span), (s.article, s.claim.span)))
    if one and other and not one & other:
        return False
    if doers and parties and not any(setting.related(one, other) for one in doers for other in parties):
        return False
    return not any(stage_of(lemma) in (1, 2) and stem(lemma) not in step.named for _, lemma in clause_words(s))


def _is_same_step(step: OpenStep, s: Statement, names: frozenset[str]) -> bool:
    """Whether the clause tells the step that is left open, by words that are no names."""
    named = [w for w in step.named if w not in names]
    shared = [w for w in named if w in _stems_of(s)]
    if not shared:
        return False
    if step.around:
        return stem(act(s)) in shared and len(set(shared)) > 1
    return (len(set(shared)) > 1 or shared[0] == named[0]) and _is_done(s, [w for w in named[:HEAD] if w in shared])


def _is_done(s: Statement, named: Sequence[str]) -> bool:
    """Whether the step is what the verb of the clause tells or acts upon, and not who acts or a circumstance: "the ban was
    lifted", but not "the ban hurts us"."""
    patient = phrase_head(s, s.claim.object_span)
    return stem(act(s)) in named or stem(s.predicate.split()[0]) in named or (patient is not None and stem(patient) in named)


def _doers(s: Statement, setting: Setting) -> frozenset[str]:
    """The named story entities of the subject of a clause."""
    span = s.claim.subject_span
    inside = [m.entity for m in s.article.mentions if span and m.field == "text" and span[0] <= m.start and m.end <= span[1]]
    found = {s.subject, *(setting.roll.party(entity) for entity in inside)}
    return frozenset(e for e in found if e is not None and e in setting.entities and setting.entities[e].named)


def _named_in(place: tuple[AnnotatedArticle, Span], setting: Setting) -> frozenset[str]:
    """The named story entities of a passage."""
    article, span = place
    inside = (m.entity for m in article.mentions if m.field == "text" and span[0] <= m.start and m.end <= span[1])
    found = (setting.entities.get(setting.roll.party(entity) or "") for entity in inside)
    return frozenset(e.id for e in found if e is not None and e.named)


def _overlap(a: Span, b: Span) -> bool:
    return a[0] < b[1] and b[0] < a[1]


def _name_stems(setting: Setting) -> frozenset[str]:
    """Stems of the words of names, which do not tell what step it is."""
    return frozenset(
        stem(w.casefold())
        for e in setting.entities.values()
        if e.named
        for n in (e.name, *e.aliases)
        for w in n.split()
        if w[:1].isupper()
    )


def _verdict(step: OpenStep, s: Statement) -> Verdict:
    text = s.article.text
    words = [
        text[low:high].casefold() for (low, high), lemma in clause_words(s) if stem(lemma) in step.named and is_content(lemma)
    ]
    about = ", ".join(list(dict.fromkeys(words))[:6])
    sides = (Side(step.article, step.span, step.words, step.who[0]), whole_side(s, quoted_words(s, s.claim.predicate_span)))
    reason = f"“{step.words}” leaves open what “{sides[1].value}” tells as decided or done; both tell of {about}."
    return Verdict("polarity", _judgement(step, s), sides, about, 1.0, reason, "step")


def _judgement(step: OpenStep, s: Statement) -> Judgement:
    """An update where what was open is decided in a report of a later day."""
    last, first = step.article.published.latest, s.article.published.earliest
    return "update" if last and first and last < first else "conflict"
