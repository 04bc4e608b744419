"""How far one step has gone: thought about, hoped for or possible in one voice, decided or done in another.

Words of an open step (``en/open_steps.tsv``) may stand anywhere in a sentence, so that what is only thought about is read from
the words around them and not from a clause; what is decided or done are clauses that say so.
"""

import functools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from variorum.collation.claims.alignment import CUES, act, clause_words, is_nominal, phrase_head, quoted_words, whole_side
from variorum.collation.claims.denials import quotation_around
from variorum.collation.claims.sentences import is_content, sentence_before, words_in
from variorum.collation.claims.setting import Setting
from variorum.collation.claims.statements import Statement, once
from variorum.collation.claims.verdicts import Side, Verdict
from variorum.collation.claims.words import LANGUAGE, stage_of
from variorum.collation.encoder import Encoder
from variorum.collation.word_stems import stem
from variorum.language.lexicon import word_list
from variorum.records.annotation import AnnotatedArticle, Quantity
from variorum.records.article import Span
from variorum.records.story import Judgement

NEAR = 0.5
"""Least cosine of what is thought about and what is said to be so; set on invented stories."""

REACH = 12
"""Words within which the step is named."""

FEW = 4
"""Telling words of a sentence below which the one before it says what has not been decided."""

MOST = 3
"""Clauses shown against one open step, the nearest first."""


Who = tuple[str | None, frozenset[str]]


@dataclass(frozen=True, slots=True)
class OpenStep:
    """A step that is only thought about, at ``span``: ``words`` say so, ``place`` is where the step is named (a kind of
    ``en/open_steps.tsv``), ``named`` the stems that name it and ``around`` those before ``words``, in their order; ``text`` is
    what the encoder reads; ``who``: the voice, and the named story entities that act in its clauses."""

    article: AnnotatedArticle
    span: Span
    words: str
    place: str
    named: tuple[str, ...]
    around: tuple[str, ...]
    text: str
    who: Who


def stage_verdicts(statements: Sequence[Statement], setting: Setting, encoder: Encoder | None) -> Iterator[Verdict]:
    """One verdict for every open step and clause of another voice that tells it as decided or done; none without an encoder."""
    steps, firm = _open_steps(statements, setting), [s for s in statements if _is_firm(s)]
    if encoder is None or not steps or not firm:
        return
    names = _name_stems(setting)
    near = np.round(encoder.encode([o.text for o in steps]) @ encoder.encode([s.text for s in firm]).T, 3)
    for row, step in enumerate(steps):
        ranked = sorted((-float(near[row, n]), n) for n in range(len(firm)) if near[row, n] >= NEAR)
        fitting = [firm[n] for _, n in ranked if _fits(step, firm[n], setting) and _is_same_step(step, firm[n], names)]
        for s in fitting[:MOST]:
            yield _verdict(step, s)


PLACES = ("after", "verb", "before", "around")


def _open_steps(statements: Sequence[Statement], setting: Setting) -> list[OpenStep]:
    own: dict[str, list[Statement]] = {}
    for s in statements:
        own.setdefault(s.article.id, []).append(s)
    return [o for key in sorted(own) for o in _in_article(own[key][0].article, own[key], setting)]


def _in_article(article: AnnotatedArticle, own: Sequence[Statement], setting: Setting) -> Iterator[OpenStep]:
    for sentence in article.sentences:
        for place in PLACES:
            for found in _pattern(place).finditer(article.text, *sentence):
                clause = _clause_around(article, sentence, found.span())
                at = _named_at(article, sentence, clause, found.span(), place)
                named = _named(article, at, place)
                denied = place != "around" and DENIED.search(article.text, sentence[0], found.start())
                if not named or denied or found[0] == "May":
                    continue
                words, whole = (
                    " ".join(article.text[slice(*s)].split()) for s in (found.span(), at if place == "around" else clause)
                )
                around = _stems(article, (clause[0], found.start()))
                yield OpenStep(article, clause, words, place, named, around, whole, _who(own, clause, found, setting))


@functools.cache
def _words(kind: str) -> tuple[str, ...]:
    return tuple(row["words"] for row in word_list(LANGUAGE, "open_steps") if row["step"] == kind)


@functools.cache
def _pattern(kind: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(_words(kind))})\b", re.IGNORECASE)


BOUND = re.compile(rf"[.;:!?“”\"\n]|,\s|{_pattern('bound').pattern}")
DENIED = re.compile(rf"{_pattern('denied').pattern}|n['’]t\b", re.IGNORECASE)


def _clause_around(article: AnnotatedArticle, sentence: Span, words: Span) -> Span:
    """The part of the sentence around the words, up to marks and words that begin or end a clause."""
    begin = max((m.end() for m in BOUND.finditer(article.text, sentence[0], words[0])), default=sentence[0])
    closing = BOUND.search(article.text, words[1], sentence[1])
    while begin < words[0] and article.text[begin].isspace():
        begin += 1
    return begin, closing.start() if closing else sentence[1]


def _named(article: AnnotatedArticle, span: Span, place: str) -> tuple[str, ...]:
    stems = _stems(article, span)
    return stems[-REACH:] if place == "before" else stems[:REACH]


def _who(own: Sequence[Statement], clause: Span, found: re.Match[str], setting: Setting) -> Who:
    """Who speaks at the words, and the named ones that the clauses there speak of as acting."""
    here = [s for s in own if s.claim.field == "text" and _overlap(s.claim.span, (found.start(), clause[1]))]
    quotation = quotation_around(own[0].article, found.span())
    voice = setting.roll.id(quotation.speaker) if quotation else None
    return voice, frozenset(p for s in here for p in _doers(s, setting))


def _named_at(article: AnnotatedArticle, sentence: Span, clause: Span, words: Span, place: str) -> Span:
    """Where the step is named, by the place of the words that leave it open."""
    if place in ("after", "verb"):
        return words[1], clause[1]
    if place == "before":
        return clause[0], words[0]
    before = sentence_before(article, sentence[0])
    return (before[0], sentence[1]) if before is not None and len(_stems(article, sentence)) < FEW else sentence


def _stems(article: AnnotatedArticle, span: Span) -> tuple[str, ...]:
    """Stems of the telling words of a span, without dates and amounts."""
    skipped = [(x.start, x.end) for x in article.times if x.field == "text"]
    skipped += [(q.start, _after_unit(article, q)) for q in article.quantities if q.field == "text"]
    kept = [(at, lemma) for at, lemma in words_in(article, span) if is_content(lemma) and lemma not in IDLE]
    return tuple(stem(lemma) for at, lemma in kept if not any(s <= at[0] and at[1] <= e for s, e in skipped))


def _after_unit(article: AnnotatedArticle, quantity: Quantity) -> int:
    """The end of an amount with the word for its unit, where that follows."""
    unit = NEXT_WORD.match(article.text, quantity.end)
    return unit.end() if unit is not None and quantity.unit is not None else quantity.end


NEXT_WORD = re.compile(r"\s\w+")
ASKED = re.compile(r"\b(?:whether|if)\b", re.IGNORECASE)
IDLE = frozenset(_words("idle"))
LIGHT_VERBS = frozenset(_words("light"))
INQUIRY = frozenset(_words("inquiry"))
AT_HAND = frozenset(_words("at_hand"))


def _is_firm(s: Statement) -> bool:
    """Whether a clause says that something is decided or done, or is about to be; what something is like is no step."""
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
    if any(_pattern(p).search(s.article.text, *s.claim.span) for p in PLACES):
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
    if s.article.id == step.article.id and (s.speaker == voice or _overlap(s.claim.span, step.span)):
        return False
    doers = _doers(s, setting)
    if doers and parties and not any(setting.related(one, other) for one in doers for other in parties):
        return False
    return not any(stage_of(lemma) in (1, 2) and stem(lemma) not in step.named for _, lemma in clause_words(s))


def _is_same_step(step: OpenStep, s: Statement, names: frozenset[str]) -> bool:
    """Whether the clause tells the step that is left open, by words that are no names."""
    named = [w for w in step.named if w not in names]
    shared = [w for w in named if w in _stems_of(s)]
    if not shared:
        return False
    if step.place == "around":
        return stem(act(s)) in shared and len(set(shared)) > 1
    if step.place == "verb":
        return _same_verb(named, shared, step, s)
    return (len(set(shared)) > 1 or shared[0] == named[0]) and _is_done(s, shared)


def _is_done(s: Statement, named: Sequence[str]) -> bool:
    """Whether the step is what the verb of the clause tells or acts upon, and not who acts or a circumstance: "the ban was
    lifted", but not "the ban hurts us"."""
    patient = phrase_head(s, s.claim.object_span)
    return stem(act(s)) in named or stem(s.predicate.split()[0]) in named or (patient is not None and stem(patient) in named)


def _same_verb(named: Sequence[str], shared: Sequence[str], step: OpenStep, s: Statement) -> bool:
    """Whether the verb that is left open, or what stands behind a light one, is what the clause tells."""
    if named[0] in LIGHT_VERBS:
        return len(named) > 1 and named[1] in shared and len(set(step.around) & set(_stems_of(s)) - {named[1]}) > 0
    return named[0] == stem(act(s)) and (len(set(shared)) > 1 or (len(named) == 1 and s.modality == "planned"))


def _doers(s: Statement, setting: Setting) -> frozenset[str]:
    """The named story entities of the subject of a clause."""
    span = s.claim.subject_span
    inside = [m.entity for m in s.article.mentions if span and m.field == "text" and span[0] <= m.start and m.end <= span[1]]
    found = {s.subject, *(setting.roll.party(entity) for entity in inside)}
    return frozenset(e for e in found if e is not None and e in setting.entities and setting.entities[e].named)


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
