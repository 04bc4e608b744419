"""Whose will a step was: taken freely in one voice ("at her own request"), brought about by others in another ("shown the
door", "ordered the recall").

Words of will (``en/wills.tsv``) may stand anywhere in a sentence, so that sentences are set against each other that tell of one
party or of one step and are near in what else they say; and clauses of which one tells that somebody went and the other that
the same one was made to go (``en/forced_pairs.tsv``).
"""

import functools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np

from variorum.collation.claims.alignment import dated_apart, phrase_head, quoted_words, same_act
from variorum.collation.claims.denials import quotation_around
from variorum.collation.claims.sentences import words_in
from variorum.collation.claims.setting import Setting
from variorum.collation.claims.statements import Statement
from variorum.collation.claims.verdicts import Side, Verdict
from variorum.collation.claims.words import (
    LANGUAGE,
    concept_of,
    forces,
    is_done_to,
    is_ones_own,
    kind_words,
    told_as_forced,
)
from variorum.collation.disagreements.agency import LEAVING
from variorum.collation.encoder import Encoder
from variorum.collation.figures.things import is_people, kind_of
from variorum.collation.word_stems import stems_in
from variorum.language.lexicon import values, word_list
from variorum.records.annotation import AnnotatedArticle
from variorum.records.article import Span

Will = Literal["freely", "forced"]

NEGATION = re.compile(r"\b(?:no|not|never|nobody|without)\b|n['’]t\b", re.IGNORECASE)

NEAR, NEAR_STEP = 0.4, 0.5
"""Least cosine of two sentences about one party's step, and about a step without its party; set on invented stories."""


MOST = 2
"""Forced steps shown against one free one, the nearest first."""


@dataclass(frozen=True, slots=True)
class Step:
    """``words`` say whose will it was; ``parties``: named people and bodies of the sentence; ``stems`` of its words;
    ``clause`` is what tells it, where there is one, and ``act`` what it tells that was or was to be done."""

    article: AnnotatedArticle
    span: Span
    will: Will
    words: str
    speaker: str | None
    parties: frozenset[str]
    stems: frozenset[str]
    clause: Statement | None
    act: str = ""


def will_verdicts(statements: Sequence[Statement], setting: Setting, encoder: Encoder | None) -> Iterator[Verdict]:
    """Conflicts between steps that one voice tells as free and another as forced, each free one with the nearest forced ones;
    none without an encoder."""
    if encoder is None:
        return
    steps = [*_worded(statements, setting), *_told(statements, setting)]
    free, forced = ([s for s in steps if s.will == will] for will in ("freely", "forced"))
    pairs = [(a, b) for a in free for b in forced if _apart(a, b) and _is_one_matter(a, b, setting)]
    texts = sorted({_text(x) for pair in pairs for x in pair})
    if not texts:
        return
    row = dict(zip(texts, encoder.encode(texts), strict=True))
    near = [round(float(np.dot(row[_text(a)], row[_text(b)])), 3) for a, b in pairs]
    shown: list[tuple[Step, Step]] = []
    for n in sorted(range(len(pairs)), key=lambda n: (-near[n], n)):
        a, b = pairs[n]
        others = [y for x, y in shown if _overlap(a, x)]
        least = NEAR if a.parties & b.parties else NEAR_STEP
        if near[n] >= least and len(others) < MOST and not any(_overlap(b, y) for y in others):
            shown.append((a, b))
            yield _verdict(a, b, setting)


def _overlap(one: Step, other: Step) -> bool:
    return one.article.id == other.article.id and one.span[0] < other.span[1] and other.span[0] < one.span[1]


@functools.cache
def _wills() -> re.Pattern[str]:
    rows = word_list(LANGUAGE, "wills")
    parts = ("|".join(f"(?:{r['words']})" for r in rows if r["will"] == will) for will in ("freely", "forced"))
    return re.compile(rf"\b(?:(?P<freely>{next(parts)})|(?P<forced>{next(parts)}))\b", re.IGNORECASE)


def _worded(statements: Sequence[Statement], setting: Setting) -> Iterator[Step]:
    """The steps of which words in their sentence say whose will they were."""
    own: dict[str, list[Statement]] = {}
    for s in statements:
        own.setdefault(s.article.id, []).append(s)
    for key in sorted(own):
        article = own[key][0].article
        for sentence in article.sentences:
            for found in _wills().finditer(article.text, *sentence):
                home = _clause_around(own[key], found.span())
                will = _will(found, home)
                if will is None:
                    continue
                voice = quotation_around(article, found.span())
                words = " ".join(found[0].split())
                speaker = setting.roll.id(voice.speaker) if voice else None
                near = _parties_in(article, home.claim.span, setting) if home is not None else None
                parties = near or _parties_in(article, sentence, setting)
                yield Step(article, sentence, will, words, speaker, parties, stems_in(article, sentence), None)


def _clause_around(own: Sequence[Statement], span: Span) -> Statement | None:
    """The narrowest clause that holds the words at ``span``: what they speak of."""
    holding = (s for s in own if s.claim.field == "text" and s.claim.span[0] <= span[0] and span[1] <= s.claim.span[1])
    return min(holding, key=lambda s: (s.claim.span[1] - s.claim.span[0], s.claim.span), default=None)


def _will(found: re.Match[str], home: Statement | None) -> Will | None:
    """Whose will the words tell; who denies to have forced it leaves it free, and what was not free is not told as forced."""
    denied = home is not None and home.polarity == "negative" and not NEGATION.search(found[0])
    if found["freely"]:
        return None if denied else "freely"
    return "freely" if denied else "forced"


def _told(statements: Sequence[Statement], setting: Setting) -> Iterator[Step]:
    """The steps that a verb tells as done to somebody, or denies to have been, or tells as somebody's own."""
    for s in statements:
        if s.claim.field != "text" or s.modality not in ("asserted", "planned"):
            continue
        pressed = _pressed_to(s)
        forced = is_done_to(s.predicate) or pressed is not None
        if not forced and (s.polarity == "negative" or s.predicate in LEAVING or not is_ones_own(s.predicate)):
            continue
        if s.predicate == "fire" and not _acted_upon(s, setting):
            continue
        will: Will = "forced" if forced and s.polarity == "positive" else "freely"
        parties = _acted_upon(s, setting) | (_people_in(s) if pressed else frozenset() if forced else _acting(s, setting))
        words, stems = quoted_words(s, s.claim.predicate_span), stems_in(s.article, s.claim.span)
        yield Step(s.article, s.claim.span, will, words, s.speaker, parties, stems, s, pressed or s.predicate)


ORDERING = kind_words("ordering")
"""Verbs of those who would have others go: who then goes need not have been forced, unless they say that nobody asked them."""


def _pressed_to(s: Statement) -> str | None:
    """What one could do of one's own that a clause tells somebody was made or told to do: "forced the troops to withdraw"."""
    if s.claim.predicate_span is None or not (forces(s.predicate) or s.predicate in ORDERING):
        return None
    lemmas = [lemma for _, lemma in words_in(s.article, (s.claim.predicate_span[1], s.claim.span[1]))]
    to = lemmas.index("to") + 1 if "to" in lemmas else len(lemmas)
    forms = (" ".join(lemmas[to : to + 2]), *lemmas[to : to + 1])
    return next((form for form in forms if is_ones_own(form)), None)


def _people_in(s: Statement) -> frozenset[str]:
    """The nouns for people that a clause has behind its verb."""
    start = (s.claim.predicate_span or s.claim.span)[1]
    nouns = (concept_of(lemma) for _, lemma in words_in(s.article, (start, s.claim.span[1])))
    return frozenset(noun for noun in nouns if is_people(kind_of(noun)))


def _is_forced_to(a: Step, b: Step) -> bool:
    """Whether what was done is what somebody was forced to do."""
    if b.clause is None or b.act == b.clause.predicate or b.clause.predicate in ORDERING:
        return False
    return _is_same_act(a.act, b.act)


def _is_same_act(one: str, other: str) -> bool:
    """Whether one act of others can stand for both ("withdraw", "leave")."""
    forced = {word for row in word_list(LANGUAGE, "forced_pairs") for word in values(row, "forced")}
    return any(told_as_forced(one, word) and told_as_forced(other, word) for word in sorted(forced))


def _tells_of(step: Step, act: str) -> bool:
    """Whether the sentence of a step tells of an act that somebody was pressed to do."""
    return any(lemma == act or _is_same_act(lemma, act) for _, lemma in words_in(step.article, step.span))


def _acting(s: Statement, setting: Setting) -> frozenset[str]:
    return _named(s.subject, setting) | _people(s.subject, phrase_head(s, s.claim.subject_span), setting)


def _acted_upon(s: Statement, setting: Setting) -> frozenset[str]:
    return _named(s.object, setting) | _people(s.object, phrase_head(s, s.claim.object_span), setting)


def _people(entity: str | None, head: str | None, setting: Setting) -> frozenset[str]:
    """The head noun of a phrase that is for people."""
    known = setting.entities.get(entity or "")
    people = head is not None and (is_people(kind_of(head)) or (known is not None and known.type in ("person", "people")))
    return frozenset({head}) if head is not None and people else frozenset()


def _named(entity: str | None, setting: Setting) -> frozenset[str]:
    found = setting.entities.get(entity or "")
    return (
        frozenset({found.id})
        if found is not None and found.named and found.type not in ("place", "government")
        else frozenset()
    )


def _parties_in(article: AnnotatedArticle, span: Span, setting: Setting) -> frozenset[str]:
    inside = [m.entity for m in article.mentions if m.field == "text" and span[0] <= m.start and m.end <= span[1]]
    return frozenset(p for entity in inside for p in _named(setting.roll.party(entity), setting))


def _apart(a: Step, b: Step) -> bool:
    """Whether two voices can tell of one step in the two."""
    if a.article.id == b.article.id and (a.speaker == b.speaker or _overlap(a, b)):
        return False
    if a.speaker is not None and a.speaker == b.speaker:
        return False
    if a.clause is not None and b.clause is not None:
        told = told_as_forced(a.clause.predicate, b.clause.predicate) or _is_forced_to(a, b)
        denied = a.clause.polarity == "negative" and same_act(a.clause, b.clause)
        return (told or denied) and bool(a.parties & b.parties) and not dated_apart(a.clause, b.clause)
    if a.clause is not None and not is_done_to(a.clause.predicate):
        return False
    if b.clause is not None and b.act != b.clause.predicate and not _tells_of(a, b.act):
        return False
    if a.parties and b.parties:
        return bool(a.parties & b.parties)
    return len(a.stems & b.stems) > 1


def _is_one_matter(a: Step, b: Step, setting: Setting) -> bool:
    """Whether two steps of which a verb tells one are one: where both are clauses, they share something named or two
    words; else the sentence of the free one tells of the act of the other or of its counterpart."""
    if b.clause is None:
        return True
    if a.clause is None:
        return _tells_of(a, b.act) or any(told_as_forced(lemma, b.act) for _, lemma in words_in(a.article, a.span))
    return bool(_all_named(a, setting) & _all_named(b, setting)) or len(a.stems & b.stems) > 1


def _text(step: Step) -> str:
    return step.clause.text if step.clause is not None else " ".join(step.article.text[slice(*step.span)].split())


def _verdict(a: Step, b: Step, setting: Setting) -> Verdict:
    about = ", ".join(_shared_names(a, b, setting)) or ", ".join(sorted(a.stems & b.stems)[:4])
    reason = f"“{a.words}” and “{b.words}” leave the decision to different ones; both tell of {about}."
    sides = (Side(a.article, a.span, a.words, a.speaker), Side(b.article, b.span, b.words, b.speaker))
    return Verdict("agency", "conflict", sides, about, 1.0, reason)


def _shared_names(a: Step, b: Step, setting: Setting) -> list[str]:
    """What both steps tell of: everybody and everything named in both, then the people of both, in the words of ``a``."""
    parties = a.parties & b.parties
    both = parties | (_all_named(a, setting) & _all_named(b, setting))
    words = {concept_of(lemma): a.article.text[slice(*span)] for span, lemma in words_in(a.article, a.span)}
    people = sorted(words.get(p, p) for p in parties if p not in setting.entities)
    return [*sorted(setting.entities[p].name for p in both if p in setting.entities), *people]


def _all_named(step: Step, setting: Setting) -> frozenset[str]:
    low, high = step.span
    inside = [m.entity for m in step.article.mentions if m.field == "text" and low <= m.start and m.end <= high]
    known = (setting.entities.get(setting.roll.party(entity) or "") for entity in inside)
    return frozenset(e.id for e in known if e is not None and e.named)
