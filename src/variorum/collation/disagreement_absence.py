"""That there is none, or that nothing was done, set against a report that tells of one, or of the deed.

"Nothing has been signed", "there is no contract", "not a single shot was fired" hold for all of a kind, so that one case of it
in another voice excludes them. The words are read from the tokens of the sentence, since such clauses have no doer.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from variorum.collation.claim_alignment import days, is_nominal, phrase_head, report_days, whole_side
from variorum.collation.claim_kin import kin_word
from variorum.collation.claim_sentences import concepts_in, is_content, sentence_at, sentence_before, words_in
from variorum.collation.claim_setting import Setting
from variorum.collation.claim_statements import Statement
from variorum.collation.claim_verdicts import Side, Verdict
from variorum.collation.claim_words import concept_of, kind_words
from variorum.records.annotation import AnnotatedArticle
from variorum.records.article import Span
from variorum.records.story import Judgement

MADE = kind_words("making")
"""Acts that bring about what they are done to: who signs a contract says that there is one."""

NONE_DONE = re.compile(
    r"\b(?P<none>nothing|nobody|no one|(?:no|not one|not a single|not a) (?P<thing>[a-z-]+(?: [a-z-]+)?)) "
    r"(?:has|have|had|was|were) (?:yet |ever |so far )?(?:been )?(?P<act>[a-z]+)",
    re.IGNORECASE,
)
NONE_THERE = re.compile(
    r"\bthere (?:is|was|are|were|has been|have been|had been) (?:absolutely |simply |as yet |still )?"
    r"(?:no|not a|not a single|not one|never a|never any) (?P<thing>[a-z-]+(?: [a-z-]+)?)"
    r"(?= ?[.,;:!?”\"’)—–]| (?:and|but|between|with|in|at|on|to)\b|$)",
    re.IGNORECASE,
)
NOBODY = re.compile(
    r"\b(?P<none>nobody|no one) (?P<act>[a-z]+)(?P<thing>(?!))?(?: (?:them|him|her|it|us|me|anyone))?"
    r"(?: (?P<way>out|off|down|away|back|up))?(?= ?[.,;:!?”\"’)]|$)",
    re.IGNORECASE,
)
LIMITED = re.compile(
    r"\b(?:no|not) (?:more|less|fewer|longer|other|further|such|doubt|need|reason|way|sign|comment|word)\b", re.IGNORECASE
)
"""Words after which "no" denies only a limit, or is an idiom."""


@dataclass(frozen=True, slots=True)
class Absence:
    """``things``: concepts of what there is none of, empty for anything; ``act``: the deed not done, else ``None``."""

    article: AnnotatedArticle
    span: Span
    speaker: str | None
    things: frozenset[str]
    act: str | None


def absence_verdicts(
    articles: Sequence[AnnotatedArticle], statements: Sequence[Statement], setting: Setting
) -> Iterator[Verdict]:
    """One verdict for each absence with each clause of another voice that tells of what is absent."""
    said = [s for s in statements if s.claim.field == "text" and s.polarity == "positive" and s.modality == "asserted"]
    told = [s for s in said if not is_nominal(s)]
    for article in sorted(articles, key=lambda a: a.id):
        for absence in absences(article, setting):
            yield from (_verdict(s, absence, setting) for s in told if _excludes(absence, s, setting))


def absences(article: AnnotatedArticle, setting: Setting) -> Iterator[Absence]:
    """Everything of which the text says that there is none or that it was not done, in text order."""
    for pattern in (NONE_DONE, NONE_THERE, NOBODY):
        for found in pattern.finditer(article.text):
            if LIMITED.match(found[0][found[0].casefold().find("no") :]):
                continue
            things = words_in(article, found.span("thing")) if found["thing"] else []
            names = frozenset(concept_of(lemma) for _, lemma in things if is_content(lemma))
            if found["thing"] and not names:
                continue
            yield Absence(article, found.span(), _speaker(article, found.span(), setting), names, _act(article, found))


def _act(article: AnnotatedArticle, found: re.Match[str]) -> str | None:
    """The verb that is denied with its particle, if any."""
    groups = found.groupdict()
    verbs = words_in(article, found.span("act")) if groups.get("act") else []
    return " ".join([verbs[0][1], *([groups["way"].casefold()] if groups.get("way") else [])]) if verbs else None


def _speaker(article: AnnotatedArticle, span: Span, setting: Setting) -> str | None:
    holding = [q for q in article.quotations if q.field == "text" and any(s <= span[0] and span[1] <= e for s, e in q.content)]
    inner = max(holding, key=lambda q: (q.content[0][0], q.id), default=None)
    return setting.roll.id(inner.speaker) if inner is not None else None


def _excludes(absence: Absence, s: Statement, setting: Setting) -> bool:
    """Whether the clause tells of what is said to be absent, in another voice, in words of one matter."""
    if s.article.id == absence.article.id and (s.speaker == absence.speaker or _inside(s, absence)):
        return False
    if s.speaker is not None and s.speaker == absence.speaker:
        return False
    done, published = days(s), absence.article.published.earliest
    if done is not None and published is not None and done[1][:4] < published[:4]:
        return False
    patient = _patient_head(s)
    if patient is None or (absence.things and patient not in absence.things):
        return False
    deed = kin_word(s, absence.act) if absence.act else s.predicate.split()[0] in MADE
    return (
        deed and (not absence.things or len(absence.things) == 1 or absence.things <= set(s.terms)) and _one_matter(absence, s)
    )


def _inside(s: Statement, absence: Absence) -> bool:
    return s.claim.span[0] < absence.span[1] and absence.span[0] < s.claim.span[1]


def _patient_head(s: Statement) -> str | None:
    """The concept of what is acted upon: of the object, or of the subject of a passive clause."""
    return phrase_head(s, s.claim.object_span or s.claim.subject_span)


def _one_matter(absence: Absence, s: Statement) -> bool:
    """Whether the sentence of an absence, or the one before, shares a telling word with the clause besides deed and thing, or
    the deed is one that is rarely told of more than one thing in a story."""
    if absence.act is None or concept_of(absence.act) in MADE:
        return True
    low, high = sentence_at(absence.article, *absence.span)
    before = sentence_before(absence.article, low)
    after = sentence_at(absence.article, high + 1, high + 2)
    around = concepts_in(absence.article, (before[0] if before else low, max(high, after[1])))
    there = concepts_in(s.article, sentence_at(s.article, *s.claim.span)) | set(s.terms)
    return bool(around & (there - {concept_of(absence.act)} - absence.things))


def _verdict(s: Statement, absence: Absence, setting: Setting) -> Verdict:
    text = absence.article.text[slice(*absence.span)]
    denied = Side(absence.article, absence.span, "denied", absence.speaker, "text")
    words = " ".join(text.split())
    said = " ".join(s.article.text[slice(*s.claim.span)].split()[:10])
    about = ", ".join(sorted(absence.things)) or said
    reason = f"“{words}” leaves no room for “{said}”."
    return Verdict("polarity", _judgement(s, absence), (whole_side(s, "said"), denied), about, 1.0, reason)


def _judgement(s: Statement, absence: Absence) -> Judgement:
    """An update where the deed may have been done after the report that knows of none, else a conflict."""
    published, reported = absence.article.published, report_days(s)
    if published.latest is None or reported is None or reported[0] <= published.latest:
        return "conflict"
    done = days(s)
    return "conflict" if done is not None and done[1] < published.latest else "update"
