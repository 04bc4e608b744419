"""Retorts: "this is a lie", "nothing of the kind", "it has not", "which he denies", set against what was said just before.

A retort names little of what it denies; it points to the sentence before, or to what stands before it in its own sentence, in
another voice.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from variorum.collation.claims.alignment import is_nominal
from variorum.collation.claims.denials import SAYINGS
from variorum.collation.claims.sentences import concepts_in, sentence_at, sentence_before, words_in
from variorum.collation.claims.setting import Setting
from variorum.collation.claims.statements import Statement
from variorum.collation.claims.verdicts import Side, Verdict
from variorum.collation.claims.words import concept_of
from variorum.collation.denials.refusals import BEING, DENYING, LABELLING, UNTRUE, refused_matters, words_of
from variorum.collation.disagreements.turns import whole_turn
from variorum.collation.word_stems import stem, stems_in
from variorum.records.annotation import AnnotatedArticle, Quotation
from variorum.records.article import Span

_THING = r"(?:the|that|this|these|those|his|her|its|their) (?P<thing>(?:[\w-]+ ){0,2}?[\w-]+)"
"""What is called untrue, where it is no words but a thing: "the picture", "that remark"."""
DENIES = "|".join(words_of("denying"))
"""Forms of verbs of denial."""
RETORT = re.compile(
    r"\b(?:nothing of the (?:kind|sort)|no such thing"
    rf"|(?P<matter>(?:this|that|it|these|those|they|all of it|everything|(?:the|such|these|those|all)(?P<what>(?: \w+){{1,3}}))"
    rf" (?:is|are|was|were)(?: (?:\w+ly|just|all|quite))? [“”\"‘']?{UNTRUE})"
    rf"|call(?:s|ed|ing) (?:this|that|it|them|these|those) [“”\"‘']?{UNTRUE}"
    rf"|call(?:s|ed|ing) {_THING} [“”\"‘']?{UNTRUE}"
    rf"|(?:{LABELLING})(?:e?s|ed|ing) {_THING.replace('thing', 'item')} as [“”\"‘']?{UNTRUE}"
    r"|(?:this|that|it|these|those|they|all of it|(?:the|such|these|those|all)(?: \w+){1,3})"
    r" (?:does|do|did) not (?:correspond|accord)"
    r"|no such [a-z-]+|any such [a-z-]+|such an? [a-z-]+ (?:has|had|is|was|does|did) (?:not|never)"
    rf"|(?:{DENIES}) (?:that )?(?:there (?:{BEING}) )?such (?:an? )?[a-z-]+)\b",
    re.IGNORECASE,
)
SHORT = re.compile(
    r"(?:(?<=^)|(?<=[.!?:;–—“\"] )|(?<=[“\"\n]))"
    r"(?:it|he|she|they|we|i) (?:has|have|had|is|are|was|were|did|does|do|will|would)(?: not|n['’]t)(?: done so)?(?=[.,;”\"])",
    re.IGNORECASE,
)
"""A negation that leaves its verb to the words before: "It has not.", "; he did not, his lawyer said"."""
_WHO = r"(?:(?!not\b|who\b|which\b|that\b)[\w'’.-]+ ){1,5}?"
TRAILING = re.compile(
    rf"(?<=[,–—]\s)(?:(?:which|something) {_WHO}(?:has (?:always |repeatedly )?denied|den(?:y|ies|ied)|disput(?:e|es|ed)"
    r"|contest(?:s|ed)?)|an? (?:claim|charge|allegation|accusation|assertion|suggestion|account) (?:that |which )?"
    rf"{_WHO}(?:den(?:y|ies|ied)|disput(?:e|es|ed)|contest(?:s|ed)?|reject(?:s|ed)?|dismiss(?:es|ed)?))(?=[.,;:”\"])",
    re.IGNORECASE,
)
"""A denial at the end of the sentence that it denies: ", which the ministry denies"."""
OPENING = re.compile(r"(?:^|[^\w\s]|\b(?:that|and|but|or|because|since|so|said|says))\s*$", re.IGNORECASE)
"""What stands before a matter that is called untrue; else it is part of a longer one ("reports of the leak are wrong")."""
SUCH = re.compile(r"\bsuch (?:an? )?(?P<thing>[a-z-]+)", re.IGNORECASE)
NUMBER = re.compile(r"\d+")
BACK = 2
"""How many sentences back what is denied may stand."""
Voices = Mapping[tuple[str, str], str | None]
"""Story entities of speakers, by article and quotation."""


def retort_verdicts(
    articles: Sequence[AnnotatedArticle], statements: Sequence[Statement], setting: Setting
) -> Iterator[Verdict]:
    """One conflict for each retort with what another voice says in the sentence, or the two, before it."""
    said: dict[str, list[Statement]] = {}
    having: dict[str, list[Statement]] = {}
    for s in statements:
        if s.claim.field == "text" and s.polarity == "negative" and s.subject is not None:
            having.setdefault(s.article.id, []).append(s)
        if s.claim.field == "text" and s.polarity == "positive" and s.predicate not in DENYING and not is_nominal(s):
            said.setdefault(s.article.id, []).append(s)
    voices = {(s.article.id, q.id): s.speaker for s in statements if (q := s.quotation) is not None}
    for article in sorted(articles, key=lambda a: a.id):
        for sentence in article.sentences:
            if _is_asked(article, sentence):
                continue
            for found in _retorts(article, sentence):
                around = _quotation(article, found.span())
                voice = voices.get((article.id, around.id), around.speaker) if around is not None else None
                told = said.get(article.id, ())
                clauses = _before_it(found, sentence, told) or _said_before(article, found, voice, told)
                if clauses and found.re is RETORT and _is_of_another(found, clauses, having.get(article.id, ())):
                    continue
                target = _said(clauses) if clauses else _refused_before(article, found, voice, voices)
                if target is not None:
                    span = found.span() if found.re is TRAILING else _clause(found.span(), around, sentence)
                    whole = target if found.re is TRAILING else whole_turn(target, voice, setting)
                    if found.re is TRAILING or not (whole.span[0] < span[1] and span[0] < whole.span[1]):
                        yield _verdict(whole, Side(article, span, "denied", voice))


def _is_of_another(found: re.Match[str], clauses: Sequence[Statement], denied: Sequence[Statement]) -> bool:
    """Whether one is said not to have "any such" thing, and no clause before tells of this one as its subject: "his father ran
    a mill", "the mayor himself does not own any such mill"."""
    if SUCH.search(found[0]) is None:
        return False
    owners = {s.subject for s in denied if s.claim.span[0] <= found.start() and found.end() <= s.claim.span[1]}
    doers = {s.subject for s in clauses if s.subject is not None}
    return bool(owners and doers) and not owners & doers


def _retorts(article: AnnotatedArticle, sentence: Span) -> Iterator[re.Match[str]]:
    """The first retort of each sort in a sentence."""
    found = RETORT.search(article.text, *sentence)
    if found is not None and (not found["matter"] or OPENING.search(article.text[sentence[0] : found.start()])):
        yield found
    yield from (found for sort in (SHORT, TRAILING) if (found := sort.search(article.text, *sentence)) is not None)


def _before_it(found: re.Match[str], sentence: Span, said: Sequence[Statement]) -> Sequence[Statement]:
    """The clauses of its own sentence that a short or trailing retort denies."""
    if found.re is RETORT:
        return ()
    told = [s for s in said if sentence[0] <= s.claim.span[0] and s.claim.span[1] <= found.start()]
    return told if found.re is TRAILING or any(map(_is_voiced, told)) else ()


def _quotation(article: AnnotatedArticle, span: Span) -> Quotation | None:
    """The innermost quotation around the words at ``span``."""
    holding = [q for q in article.quotations if q.field == "text" and _holds(q, span)]
    return max(holding, key=lambda q: (q.content[0][0], q.id), default=None)


def _holds(quotation: Quotation, span: Span) -> bool:
    return any(s <= span[0] and span[1] <= e for s, e in quotation.content)


def _clause(found: Span, around: Quotation | None, sentence: Span) -> Span:
    """The retort with the content of the quotation that it stands in, within its sentence; without one the sentence."""
    parts = [(s, e) for s, e in around.content if s <= found[0] and found[1] <= e] if around is not None else []
    low, high = parts[0] if parts else sentence
    return max(low, sentence[0]), min(high, sentence[1])


def _said_before(
    article: AnnotatedArticle, found: re.Match[str], voice: str | None, said: Sequence[Statement]
) -> Sequence[Statement] | None:
    """The clauses that one other voice says in the sentence before, or before that where they name what "such" points to."""
    if found.re is TRAILING or (found.re is SHORT and not _opens(article, found)):
        return None
    thing = _thing(article, found)
    before: Span | None = sentence_before(article, sentence_at(article, *found.span())[0])
    for step in range(BACK):
        if before is None or (found.re is SHORT and _is_asked(article, before)):
            return None
        if not set(NUMBER.findall(found[0])) <= set(NUMBER.findall(article.text[slice(*before)])):
            return None
        low, high = before
        told = [s for s in said if low <= s.claim.span[0] and s.claim.span[1] <= high and (voice is None or s.speaker != voice)]
        named = thing is not None and (thing in concepts_in(article, before) or stem(thing) in stems_in(article, before))
        spoken = any(s.speaker is not None or ((found.re is SHORT or voice is not None) and _is_voiced(s)) for s in told)
        spoken = spoken or (voice is None and _is_rumour(article, before))
        if told and named and (spoken or _is_labelled(found)):
            return told
        if spoken and step == 0 and (thing is None or found["what"] or (voice is not None and not _is_labelled(found))):
            return told
        before = sentence_before(article, low)
    return None


def _refused_before(article: AnnotatedArticle, found: re.Match[str], voice: str | None, voices: Voices) -> Side | None:
    """What the same voice has denied in the sentence before: "denied that the dam leaked. “That is nonsense,” she said"."""
    before = sentence_before(article, sentence_at(article, *found.span())[0])
    if found.re is not RETORT or before is None or found[0].casefold().startswith("such"):
        return None
    for span in refused_matters(article):
        around = _quotation(article, span)
        refuser = voices.get((article.id, around.id), around.speaker) if around is not None else None
        if before[0] <= span[0] < before[1] and (voice is None or refuser in (None, voice)):
            return Side(article, span, "said", None)
    return None


def _is_labelled(found: re.Match[str]) -> bool:
    """Whether a thing that may only be shown, a picture or a paper, is called untrue."""
    return found.re is RETORT and bool(_labelled(found))


def _labelled(found: re.Match[str]) -> str:
    """The words of the thing that is called untrue."""
    return found["thing"] or found["item"] or found["what"] or ""


def _thing(article: AnnotatedArticle, found: re.Match[str]) -> str | None:
    """The concept of what is called untrue, or of what there is "no such" of; ``None`` where the retort names no thing, or
    one that is words."""
    such = SUCH.search(found[0])
    if found.re is not RETORT or (such is None and not _is_labelled(found)):
        return None
    words = such["thing"] if such is not None else _labelled(found)
    start = found.start() + found[0].rindex(words)
    lemmas = [lemma for _, lemma in words_in(article, (start, start + len(words)))]
    lemma = lemmas[0] if such is not None else lemmas[-1]
    return None if such is None and lemma in SAYINGS else concept_of(lemma)


def _opens(article: AnnotatedArticle, found: re.Match[str]) -> bool:
    """Whether a short retort begins its sentence."""
    start = sentence_at(article, *found.span())[0]
    return not article.text[start : found.start()].strip(' \n“"')


def _is_asked(article: AnnotatedArticle, sentence: Span) -> bool:
    return article.text[slice(*sentence)].rstrip(' \n”"’').endswith("?")


def _is_voiced(s: Statement) -> bool:
    """Whether somebody says it, named or not ("according to two officials")."""
    return s.speaker is not None or s.quotation is not None


def _is_rumour(article: AnnotatedArticle, sentence: Span) -> bool:
    """Whether a sentence tells something as said by others: "the rumour that they have sold the mine"."""
    lemmas = [lemma for _, lemma in words_in(article, sentence)]
    return any(one in SAYINGS and other == "that" for one, other in pairwise(lemmas))


def _said(told: Sequence[Statement]) -> Side:
    """All that some clauses of one voice say, as one passage."""
    span = min(s.claim.span[0] for s in told), max(s.claim.span[1] for s in told)
    return Side(told[0].article, span, "said", told[0].speaker)


def _verdict(target: Side, denial: Side) -> Verdict:
    said, words = (" ".join(x.article.text[slice(*x.span)].split()[:12]) for x in (target, denial))
    about = ", ".join(sorted(concepts_in(target.article, target.span))[:4]) or said
    return Verdict("polarity", "conflict", (target, denial), about, 1.0, f"“{words}” answers what is said: “{said}”.")
