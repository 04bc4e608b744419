"""Denials: what somebody is said to have done, and the one accused saying that it is not so."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace

from variorum.collation.claims.alignment import act, clause_words, quoted_words, rest_overlap, whole_side
from variorum.collation.claims.sentences import concepts_in, sentence_at, sentence_before, words_in
from variorum.collation.claims.setting import Setting
from variorum.collation.claims.statements import Statement
from variorum.collation.claims.verdicts import Kind, Side, Verdict
from variorum.collation.claims.words import kind_words
from variorum.collation.disagreements.agency import single_doers
from variorum.collation.disagreements.turns import whole_turn
from variorum.records.annotation import AnnotatedArticle
from variorum.records.article import Span

DENYING = kind_words("denying")
POINTING = kind_words("pointing")
"""What a denial points back with."""

NEAREST = kind_words("nearest")

NO_PART = kind_words("no_part")
"""Words with which somebody says, under a negation, to have had no part in it."""

BACK = 3
"""How many sentences back a denial may point."""


def denial_verdicts(statements: Sequence[Statement], setting: Setting) -> Iterator[Verdict]:
    """One verdict for each denial and each clause it denies: the clause it points back to, or, where somebody denies to have
    had any part, what other voices say that this one did."""
    by_article: dict[str, list[Statement]] = {}
    for s in statements:
        if s.claim.field == "text":
            by_article.setdefault(s.article.id, []).append(s)
    for key in sorted(by_article):
        for s in by_article[key]:
            target = _denied(s, by_article[key], setting) if _points_back(s) else None
            if target is not None:
                verdict = _verdict(target, s, setting, s.subject)
                said, denied = verdict.sides
                yield replace(verdict, sides=(whole_turn(said, s.subject, setting), denied))
    yield from _no_part(statements, setting)
    yield from _accused_of(statements, setting)


def _accused_of(statements: Sequence[Statement], setting: Setting) -> Iterator[Verdict]:
    """Somebody is accused of an act that the one accused, or a voice for it, says not to have done."""
    denied: dict[str, list[Statement]] = {}
    for s in statements:
        if s.polarity == "negative" and s.modality == "asserted" and s.subject is not None:
            denied.setdefault(s.subject, []).append(s)
    charges = [s for s in statements if act(s) == "accuse" and s.polarity == "positive" and s.object is not None]
    for charge in charges:
        for s in denied.get(charge.object or "", ()):
            if act(s) in charge.terms and rest_overlap(s, charge, setting, leave=(act(s),)) >= ALIKE:
                yield _verdict(charge, s, setting, None)


ALIKE = 0.4
"""Least share of telling words between what somebody is accused of and what is denied; measured on invented pairs."""


def _points_back(s: Statement) -> bool:
    """Whether the clause denies something told before: "denies this", "rejected the accusation"."""
    if s.polarity != "positive" or s.predicate not in DENYING or s.claim.object_span is None:
        return False
    words = [lemma for _, lemma in words_in(s.article, s.claim.object_span)]
    if SPELLED_OUT.match(s.article.text, s.claim.object_span[1]):
        return False
    return bool(words) and len(words) <= 3 and words[-1] in POINTING


SPELLED_OUT = re.compile(r"\s+(?:of|about|on|that|to)\b", re.IGNORECASE)
"""After "reports", "the claim" or "it": the denial itself tells what it denies ("rejected it to step back")."""


def _denied(denial: Statement, statements: Sequence[Statement], setting: Setting) -> Statement | None:
    """What the denial points back to, never in the denier's own voice; of one sentence the widest clause.

    "This" and "it" stand for the sentence before; "the accusation" for the last clause that tells of the denier.
    """
    start = sentence_at(denial.article, *denial.claim.span)[0]
    span = denial.claim.object_span or denial.claim.span
    near = any(lemma in NEAREST for _, lemma in words_in(denial.article, span))
    sentences = [s for s in denial.article.sentences if s[1] <= start][-1 if near else -BACK :]
    for low, high in reversed(sentences):
        inside = [s for s in statements if low <= s.claim.span[0] and s.claim.span[1] <= high and s.predicate not in DENYING]
        telling = [s for s in inside if (near or _tells_of(s, denial.subject)) and not _voiced_by(s, denial.subject, setting)]
        telling = [s for s in telling if not _speaks_in(s, denial.subject, setting)]
        if telling:
            return max(telling, key=lambda s: (does_it(s, denial.subject), *_width(s)))
    return None if near else _told_before(denial, statements, start)


def _width(s: Statement) -> tuple[int, int]:
    return s.claim.span[1] - s.claim.span[0], -s.claim.span[0]


def _told_before(denial: Statement, statements: Sequence[Statement], start: int) -> Statement | None:
    """What somebody says in the sentence before "rejected the accusation", where nothing before names the denier."""
    before = sentence_before(denial.article, start)
    if before is None:
        return None
    inside = [s for s in statements if before[0] <= s.claim.span[0] and s.claim.span[1] <= before[1]]
    told = [s for s in inside if s.speaker not in (None, denial.speaker, denial.subject) and s.predicate not in DENYING]
    return max(told, key=_width, default=None)


def _tells_of(s: Statement, entity: str | None) -> bool:
    return entity is not None and f"@{entity}" in s.terms


def _voiced_by(s: Statement, entity: str | None, setting: Setting) -> bool:
    return s.speaker is not None and entity is not None and (s.speaker == entity or _speaks_for(s.speaker, entity, setting))


def _speaks_in(s: Statement, entity: str | None, setting: Setting) -> bool:
    """Whether the clause tells that ``entity``, or somebody named by it, speaks: "a Norvan spokesman warned of a storm"."""
    verb, who = s.claim.predicate_span, s.claim.subject_span
    if verb is None or who is None or entity is None:
        return False
    cued = any(low < verb[1] and verb[0] < high for q in s.article.quotations if q.field == "text" for low, high in q.cue)
    named = (m for m in s.article.mentions if m.field == "text" and who[0] <= m.start < who[1])
    return cued and (s.subject == entity or any(setting.roll.party(m.entity) == entity for m in named))


def _speaks_for(speaker: str, entity: str, setting: Setting) -> bool:
    one, other = setting.entities.get(speaker), setting.entities.get(entity)
    return one is not None and other is not None and one.named and other.named and setting.related(speaker, entity)


def _verdict(target: Statement, denial: Statement, setting: Setting, denier: str | None) -> Verdict:
    words = quoted_words(denial, denial.claim.subject_span) if denial.claim.subject_span else ""
    speaker = setting.entities.get(denial.speaker or "")
    name = speaker.name if speaker is not None else words or "The one concerned"
    about = " ".join(quoted_words(target, target.claim.span).split()[:10])
    kind: Kind = "agency" if does_it(target, denier) else "polarity"
    sides = (whole_side(target, "said"), _to_end(denial) if _points_back(denial) else whole_side(denial, "denied"))
    return Verdict(kind, "conflict", sides, about, 1.0, f"{name[0].upper()}{name[1:]} denied what is said: “{about}”.")


def _to_end(denial: Statement) -> Side:
    """A denial that points back, with what is said for it: "denied that, blaming a fault"; where it ends with these words, the
    quoted sentence after it in its paragraph."""
    article, (low, high) = denial.article, denial.claim.span
    end = max(high, sentence_at(article, low, high)[1])
    if len(words_in(article, ((denial.claim.object_span or denial.claim.span)[1], end))) < LEAST_MORE:
        at = bisect_left(article.sentences, (end, end))
        end = next((stop for start, stop in article.sentences[at : at + 1] if _goes_on(article, end, (start, stop))), end)
    return Side(article, (low, end), "denied", denial.speaker)


LEAST_MORE = 4
"""Words and marks after what a denial points back with, from which it says something more itself."""


def _goes_on(article: AnnotatedArticle, end: int, sentence: Span) -> bool:
    """Whether a sentence stands in the paragraph that goes on from ``end``, and somebody is quoted in it."""
    low, high = sentence
    if "\n" in article.text[end:low]:
        return False
    return any(q.field == "text" and any(low <= s < high for s, _ in q.content) for q in article.quotations)


def does_it(s: Statement, entity: str | None) -> bool:
    """Whether the clause makes ``entity`` the doer of a deed: its subject, or the one accused in it."""
    return entity is not None and doer_in(s) == entity


def doer_in(s: Statement) -> str | None:
    """Who did a deed according to the clause: its subject, or the one accused in it; ``None`` where it tells of no deed."""
    if act(s) == "accuse":
        return s.object
    return s.subject if act(s) in single_doers() or s.predicate.startswith(BLAMING) else None


BLAMING = ("be behind", "be responsible", "be guilty", "be to blame", "be liable")


def _no_part(statements: Sequence[Statement], setting: Setting) -> Iterator[Verdict]:
    """Denials of any part, each against every clause in another voice that makes the denier the doer."""
    deeds: dict[str, list[Statement]] = {}
    for s in statements:
        doer = doer_in(s) if s.polarity == "positive" and s.modality == "asserted" and not _dismisses_words(s) else None
        if doer is not None:
            deeds.setdefault(doer, []).append(s)
    for denial in statements:
        parties = _parties(denial, setting) if _denies_part(denial) else []
        for party in parties:
            told = (s for s in deeds.get(party, ()) if _is_of_matter(s, denial, party, setting))
            yield from (_verdict(s, denial, setting, party) for s in told)


def _is_of_matter(deed: Statement, denial: Statement, party: str, setting: Setting) -> bool:
    """Whether another voice tells the deed in another sentence, which shares words with those of the denial."""
    if deed.claim.field != "text" or denial.claim.field != "text" or _voiced_by(deed, party, setting):
        return False
    told, start = (sentence_at(s.article, *s.claim.span) for s in (deed, denial))
    if deed.article.id == denial.article.id and told == start:
        return False
    before = sentence_before(denial.article, start[0]) or start
    names = concepts_in(denial.article, denial.claim.subject_span or start) | concepts_in(
        deed.article, deed.claim.subject_span or told
    )
    matter = concepts_in(denial.article, (before[0], start[1])) - names
    return round(setting.weights.overlap(concepts_in(deed.article, told) - names, matter), 3) >= OF_MATTER


OF_MATTER = 0.2
"""Least share of telling words of the sentence of a deed and those around the denial of any part in it; set by hand."""


def _dismisses_words(s: Statement) -> bool:
    """Whether the clause is itself a denial: "dismissed reports of a drone"."""
    thing = s.claim.object_span
    return s.predicate in DENYING and (thing is None or any(lemma in POINTING for _, lemma in words_in(s.article, thing)))


def _parties(denial: Statement, setting: Setting) -> list[str]:
    """Who denies: the subject; for "we" the speaker and the named ones of this sentence and the one before."""
    found = [e for e in (denial.subject,) if e is not None]
    if denial.claim.field == "text" and quoted_words(denial, denial.claim.subject_span).casefold() in ("we", "i"):
        found += [denial.speaker] if denial.speaker is not None else []
        start, end = sentence_at(denial.article, *denial.claim.span)
        before = sentence_before(denial.article, start)
        low = before[0] if before else start
        near = [m for m in denial.article.mentions if m.field == "text" and low <= m.start < end and m.kind == "name"]
        named = [setting.entities.get(setting.roll.party(m.entity) or "") for m in near]
        found += [e.id for e in named if e is not None and e.type not in ("place", "government", "event")]
    return list(dict.fromkeys(found))


def _denies_part(s: Statement) -> bool:
    words = clause_words(s)
    lemmas = [lemma for _, lemma in words]
    if s.predicate in DENYING and s.polarity == "positive":
        return bool({"involvement", "responsibility", "role", "part"} & set(lemmas))
    if s.polarity != "negative" or s.modality != "asserted":
        return False
    verb = (s.claim.predicate_span or s.claim.span)[1]
    if any(lemma == "that" for (start, _), lemma in words if start >= verb):
        return False
    text = " ".join(lemmas)
    many = {
        lemma for span, lemma in words if s.claim.field == "text" and s.article.text[slice(*span)].casefold() == f"{lemma}s"
    }
    return "nothing to do with" in text or bool(NO_PART & set(lemmas) - many) or s.predicate.startswith(BLAMING)
