"""What is denied, or only thought about, and what is affirmed: the passages that one voice may set against another's.

A denial is a clause with a negation of its own, what somebody denies or calls untrue, or a part of a sentence with "no",
"nobody" or "nothing" in which no clause was found ("nothing is decided"). A clause by which something is only considered or
prepared is set against those that tell it as done.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from variorum.collation.claims.alignment import is_nominal
from variorum.collation.claims.denials import SAYINGS, quotation_around
from variorum.collation.claims.sentences import is_content, sentence_at, words_in
from variorum.collation.claims.setting import Setting
from variorum.collation.claims.statements import Statement, counted
from variorum.collation.claims.words import LANGUAGE, kind_words
from variorum.collation.denials import refusals
from variorum.collation.denials.refusals import DENYING, refused_matters
from variorum.collation.word_stems import stem, stems_in
from variorum.language.lexicon import marked
from variorum.records.annotation import AnnotatedArticle
from variorum.records.article import Span

Kind = Literal["negation", "refusal", "words", "considered", "affirmed"]

NEGATION = re.compile(r"\b(?:not|no|never|nobody|nothing|none|neither|nor|cannot)\b|n['’]t\b", re.IGNORECASE)
ABSOLUTE = re.compile(
    r"\b(?:no|not (?:a|one|a single|any)|never|nobody|no one|nothing|none|neither|any|without|ever)\b", re.IGNORECASE
)
"""Words by which a denial holds for all of a kind."""
NEGATING = re.compile(
    r"\b(?:not a single|not one|not any|cannot|not|no one|nobody|nothing|none|neither|nor|never|no|any|ever|yet|either|such"
    r"|at all|den(?:y|ies|ied|ying)(?: that)?)\b|n['’]t\b",
    re.IGNORECASE,
)
"""Words that are left out of a denial to see what it denies."""
IDLE = re.compile(
    r"\b(?:(?:no|not|any) (?:more|less|fewer|longer|later|earlier|other|further|doubt|need|reason|way|words?|comment|only|just"
    r"|saving|denying|knowing|telling|escaping|point|use|sooner|matter|means|confidence|idea|question|surprise|choice|wonder"
    r"|stranger)|(?:not|no) (?:yet )?(?:know|clear|sure)|knows? (?:no|not)|or no(?:t)?|no\. ?\d+)\b",
    re.IGNORECASE,
)
"""Idioms and limits that deny nothing of what is told."""
INSTEAD = re.compile(r"(?:[,–—]|\band) (?:and )?not\b[^,]*$|\bnot\b.*\bbut\b", re.IGNORECASE)
"""A contrast, of which one half is denied: "a loan, not a gift", "not for money but for love"."""
HALF = re.compile(
    r"(?:[,–—]|\band)\s+(?:and\s+)?(?:not|never)\b(?P<after>[^,;:–—]*)(?=$|[,–—])"
    r"|\b(?:not|no)\b(?P<between>[^,;:–—]*?)\bbut\s+(?:an?|the|in|for|by)\b",
    re.IGNORECASE,
)
"""The half that a contrast denies: "a loan, not a gift", "no officer but a clerk"."""
UP_TO = re.compile(
    r"(?:\b(?:not|no|never|nobody|nothing|none|neither|cannot)\b|n['’]t\b).*\b(?:until|till|unless)\b", re.IGNORECASE
)
"""A denial that holds only up to something: "no word until Friday"."""
IN_CASE = re.compile(r"\b(?:if|unless|whether)\b[^,;]*(?:\b(?:not|no|never|nobody|nothing)\b|n['’]t\b)", re.IGNORECASE)
"""A denial inside a condition: "to fine them if they did not pay"."""
MAXIM = re.compile(
    r"(?:an? )?(?!(?:it|he|she|they|we|i|this|that|there|these|those)\b)[\w-]+"
    r" (?:is|are) (?:not|no) (?:an? )?[\w-]+(?: [\w-]+)?[.!]?",
    re.IGNORECASE,
)
"""A saying that holds for all of a kind: "a promise is no plan"."""
LEFT_OPEN = re.compile(rf"(?:{'|'.join(refusals.words_of('open'))})\b", re.IGNORECASE)
"""Negations that leave open whether it is so, or say what ought to be: "may not improve", "should never have been built"."""
OPEN = re.compile(r"(?:if|unless|whoever|when|what|which|who|how|why|whether|do not|don['’]t)\b", re.IGNORECASE)
"""Words that begin a condition, a question or an order."""
CUT = re.compile(rf"{refusals.CUT.pattern}|[“”\"]")
"""Where a part of a sentence ends."""
DESCRIBING = re.compile(r"\b(?:who|which|whom|whose)\s")
"""Where a clause begins that only describes what stands before it."""
LACKING = marked(LANGUAGE, "collation_words", "lacking")
"""Words that say without a negation that something is not there."""
UNTOLD = kind_words("untold")
CONSIDERED = kind_words("considering")
"""Verbs of what is only thought about, talked about or prepared."""
PONDERING = kind_words("pondering")
"""Those that lead to nothing by themselves: who considered it has not done it, who negotiated it may have."""
VAGUE = frozenset(map(stem, kind_words("matter")))
"""Stems of nouns that only point to what is considered: "the step is being considered" names nothing."""
EMPTY = frozenset(
    map(stem, ("deny", "such", "single", "any", "one", "ever", "yet", "nothing", "nobody", "none", "never", "neither"))
)
"""Stems of words that deny and tell nothing of what is denied."""


@dataclass(frozen=True, slots=True)
class Unit:
    """``text`` is what is denied, the negation taken out, or what is affirmed; ``stems`` are those of its words, ``around``
    those of its ``sentence``; ``heads`` are the nouns of which there is said to be none; ``entities`` as ``@`` and id;
    ``marks`` say that the denial is half of a "contrast", is a "maxim" or leaves something only "untold"."""

    article: AnnotatedArticle
    span: Span
    kind: Kind
    speaker: str | None
    statement: Statement | None
    text: str
    sentence: Span
    stems: frozenset[str]
    around: frozenset[str]
    heads: frozenset[str]
    entities: frozenset[str]
    marks: frozenset[str] = frozenset()

    @property
    def words(self) -> str:
        """The passage on one line."""
        return " ".join(self.article.text[slice(*self.span)].split())


def denial_units(statements: Sequence[Statement], setting: Setting) -> list[Unit]:
    """All denials, and all that is only considered, in order of report and place."""
    by_article: dict[str, list[Statement]] = {}
    for s in statements:
        if s.claim.field == "text":
            by_article.setdefault(s.article.id, []).append(s)
    articles = counted(list({s.article.id: s.article for s in statements}.values()))
    return [u for a in articles for u in _of_article(a, by_article.get(a.id, []), setting)]


def _of_article(article: AnnotatedArticle, said: Sequence[Statement], setting: Setting) -> Iterator[Unit]:
    denials = [s for s in said if s.polarity == "negative" and s.modality not in ("question", "conditional")]
    found: dict[Span, tuple[Kind, Statement | None]] = {}
    for s in denials:
        kind: Kind = "refusal" if is_denied(s) else "negation"
        if s.predicate.split()[:1] and (kind == "refusal" or is_negated(s)):
            found.setdefault(s.claim.span, (kind, s))
    for span in _uncovered(article, [s.claim.span for s in denials]):
        found.setdefault(span, ("words", None))
    known = [span for span, (kind, _) in found.items() if kind == "refusal"]
    for span in refused_matters(article):
        if not any(low < span[1] and span[0] < high for low, high in known):
            found[span] = ("refusal", _clause_in(span, said))
    for s in said:
        thought = s.modality in ("asserted", "planned") and is_considered(s)
        if s.polarity == "positive" and (thought or is_weighed(s)) and not is_negated(s):
            found.setdefault(s.claim.span, ("considered", s))
    for span in sorted(found):
        unit = _unit(article, span, *found[span], setting)
        vague = unit.kind == "considered" and unit.stems <= VAGUE | EMPTY
        if unit.stems and not (vague or _is_idle(unit) or _is_asked(unit)):
            yield unit


def _clause_in(span: Span, said: Sequence[Statement]) -> Statement | None:
    """The first clause whose verb stands inside ``span``."""
    return next((s for s in said if s.claim.predicate_span and span[0] <= s.claim.predicate_span[0] < span[1]), None)


def is_denied(s: Statement) -> bool:
    """Whether the clause is the content of somebody's denial."""
    cues = s.quotation.cue if s.quotation is not None and s.quotation.field == "text" else ()
    return any(lemma in DENYING for span in cues for _, lemma in words_in(s.article, span))


def is_considered(s: Statement) -> bool:
    """Whether the clause says that something is considered, discussed or prepared, and not what it is taken for."""
    if not {s.predicate, *s.predicate.split()[:1]} & CONSIDERED:
        return False
    return s.claim.field != "text" or not (TAKEN_FOR.search(s.article.text, *s.claim.span) or _is_over(s))


def is_weighed(s: Statement) -> bool:
    """Whether the clause tells what somebody considers whether to do: "is considering whether to seize the ship"."""
    if s.modality != "question" or s.claim.field != "text":
        return False
    verb = (s.claim.predicate_span or s.claim.span)[0]
    before = words_in(s.article, (sentence_at(s.article, *s.claim.span)[0], verb))
    lemmas = [lemma for _, lemma in before][-ASKED:]
    return any(asked in ("whether", "if") and bool({one, two} & CONSIDERED) for one, two, asked in _threes(lemmas))


def _threes(lemmas: Sequence[str]) -> Iterator[tuple[str, str, str]]:
    """Each word with the two before it."""
    return zip(["", "", *lemmas], ["", *lemmas], lemmas, strict=False)


ASKED = 8
"""Words before a verb within which "considering whether" may stand."""


def _is_over(s: Statement) -> bool:
    """Whether the clause tells of talk or work that was done: "they discussed", "had negotiated the release"."""
    span = s.claim.predicate_span or s.claim.span
    verb, before = s.article.text[slice(*span)].split()[0], s.article.text[max(span[0] - 20, 0) : span[0]].split()[-1:]
    passive = any(word.casefold() in ("be", "been", "being", "is", "are", "was", "were") for word in before)
    return verb.casefold().endswith("ed") and not passive and s.predicate.split()[0] not in PONDERING


TAKEN_FOR = re.compile(r"\b(?:be|is|are|was|were|been) considered\b", re.IGNORECASE)


def is_negated(s: Statement) -> bool:
    """Whether a negation stands in the clause, whatever it belongs to."""
    return NEGATION.search(s.article.text, *s.claim.span) is not None


def _uncovered(article: AnnotatedArticle, covered: Sequence[Span]) -> Iterator[Span]:
    """Parts of sentences that deny and in which no denying clause was found."""
    for low, high in article.sentences:
        for found in NEGATION.finditer(article.text, low, high):
            if any(s <= found.start() < e for s, e in covered):
                continue
            left, right = _content(article, found.span()) or (low, high)
            left, right = max(left, low), min(right, high)
            cuts = (cut.end() for mark in (CUT, DESCRIBING) for cut in mark.finditer(article.text, left, found.start()))
            start = max([left, *cuts])
            end = min([right, *(cut.start() for cut in CUT.finditer(article.text, found.end(), right))])
            words = [token for token, _ in words_in(article, (start, end)) if article.text[slice(*token)].strip(".,;:")]
            if words:
                yield words[0][0], words[-1][1]


def _content(article: AnnotatedArticle, span: Span) -> Span | None:
    """The piece of the innermost quotation that holds ``span``."""
    quotation = quotation_around(article, span)
    pieces = quotation.content if quotation is not None else ()
    return next((piece for piece in pieces if piece[0] <= span[0] and span[1] <= piece[1]), None)


def _unit(article: AnnotatedArticle, span: Span, kind: Kind, s: Statement | None, setting: Setting) -> Unit:
    sentence = sentence_at(article, *span)
    plain = " ".join(article.text[slice(*span)].split())
    told = (_denied_half(article, span) if kind in ("negation", "words") else None) or span
    text = s.text if s is not None and s.claim.span == told else " ".join(article.text[slice(*told)].split())
    if kind != "affirmed":
        text = " ".join((CONSIDERING if kind == "considered" else NEGATING).sub(" ", text).split()) or text
    cue = {stem(s.predicate.split()[0])} if s is not None and kind == "considered" and not is_weighed(s) else EMPTY
    around = quotation_around(article, span)
    speaker = s.speaker if s is not None else setting.roll.id(around.speaker if around is not None else None)
    entities = (t for t in s.terms if t.startswith("@")) if s is not None else _mentioned(article, span, setting)
    return Unit(
        article,
        span,
        kind,
        speaker,
        s,
        text,
        sentence,
        stems_in(article, told) - (cue if kind != "affirmed" else frozenset()),
        stems_in(article, sentence),
        _heads(article, span) if kind not in ("affirmed", "considered") else frozenset(),
        frozenset(entities),
        _marks(plain, s) if kind not in ("affirmed", "considered") else frozenset(),
    )


def _denied_half(article: AnnotatedArticle, span: Span) -> Span | None:
    """The half of a contrast that is denied; what stands beside it is affirmed."""
    found = HALF.search(article.text, *span)
    return found.span("after" if found["after"] is not None else "between") if found is not None else None


def _marks(words: str, s: Statement | None) -> frozenset[str]:
    named = {"contrast": INSTEAD.search(words), "maxim": MAXIM.fullmatch(words)}
    untold = {"untold"} if s is not None and s.predicate.split()[0] in UNTOLD else set()
    return frozenset(untold | {name for name, found in named.items() if found is not None})


CONSIDERING = re.compile(
    r"\b(?:(?:is|are|was|were|be|been|being) )?(?:still )?(?:consider|weigh|examin|stud(?=[yi])|review|discuss|mull|negotiat"
    r"|prepar|finali[sz]|plan|draft|explor|assess|debat)(?:e|y|s|es|ies|ing|ed|ied|ning|ned)?\b"
    r"(?: (?:about|whether(?: to)?|to|over))?",
    re.IGNORECASE,
)
"""The words of considering, left out to see what is considered."""


def _mentioned(article: AnnotatedArticle, span: Span, setting: Setting) -> Iterator[str]:
    """Story entities mentioned inside ``span``, as terms."""
    for mention in article.mentions:
        if mention.field == "text" and span[0] <= mention.start < span[1]:
            entity = setting.roll.party(mention.entity)
            if entity is not None:
                yield f"@{entity}"


HEAD = re.compile(r"\b(?:no|any|not an?|not one|not a single|single|nor)\s+([\w-]+(?:\s+[\w-]+){0,2})", re.IGNORECASE)


def _heads(article: AnnotatedArticle, span: Span) -> frozenset[str]:
    """Stems of the first and last noun of each phrase under "no", "any" or "not one"."""
    found: set[str] = set()
    for phrase in HEAD.finditer(article.text, *span):
        lemmas: list[str] = []
        for _, lemma in words_in(article, phrase.span(1)):
            if not is_content(lemma):
                break
            lemmas.append(lemma)
        found |= {stem(lemma) for lemma in (lemmas[:1] + lemmas[-1:])}
    return frozenset(found)


def _is_idle(unit: Unit) -> bool:
    """Whether the words of a denial deny only a limit, or are no statement."""
    if unit.kind == "considered":
        return False
    if unit.kind != "refusal" and (LEFT_OPEN.search(unit.words) or _is_title(unit)):
        return True
    return OPEN.match(unit.words) is not None or any(idle.search(unit.words) for idle in (IDLE, UP_TO, IN_CASE))


def _is_title(unit: Unit) -> bool:
    """Whether every word that tells something begins with a capital letter: the name of a song, a book, a campaign."""
    words = [unit.article.text[start] for (start, _), lemma in words_in(unit.article, unit.span) if is_content(lemma)]
    return len(words) > 1 and all(letter.isupper() for letter in words)


def _is_asked(unit: Unit) -> bool:
    return unit.article.text[slice(*unit.sentence)].rstrip(" \n”\"’'").endswith("?")


def affirmed_units(statements: Sequence[Statement], setting: Setting) -> list[Unit]:
    """All clauses that affirm something, in the order of ``statements``."""
    told = [s for s in statements if s.claim.field == "text" and s.polarity == "positive"]
    thought = [(s.article.id, s.claim.span) for s in told if is_considered(s)]
    firm = (s for s in told if s.modality not in ("question", "conditional") and not is_negated(s) and _is_told(s))
    firm = (s for s in firm if LACKING.isdisjoint(lemma for _, lemma in words_in(s.article, s.claim.span)))
    firm = (s for s in firm if not any(_is_inside(s, home) for home in thought))
    articles = {s.article.id: s.article for s in told}
    refused = {key: list(refused_matters(article)) for key, article in articles.items()}
    firm = (s for s in firm if not any(_is_of_matter(s, span) for span in refused[s.article.id]))
    units = (_unit(s.article, s.claim.span, "affirmed", s, setting) for s in firm)
    return [u for u in units if not _is_asked(u) and not OPEN.match(u.words)]


def _is_inside(s: Statement, home: tuple[str, Span]) -> bool:
    """Whether the clause is part of another one: what is considered is not told as so."""
    article, (start, end) = home
    return s.article.id == article and start <= s.claim.span[0] and s.claim.span[1] <= end and s.claim.span != (start, end)


def _is_of_matter(s: Statement, matter: Span) -> bool:
    """Whether the clause is what is called untrue, or calls it so."""
    return matter[0] <= (s.claim.predicate_span or s.claim.span)[0] < matter[1] or (
        s.claim.span[0] <= matter[0] and matter[1] <= s.claim.span[1]
    )


def _is_told(s: Statement) -> bool:
    """Whether the clause tells something as so: no noun does, nor refusal or resistance, nor what they meet ("rejected plans
    to build a dam"), nor what is said no longer ("withdrew the claim that he was an envoy")."""
    start, verb = sentence_at(s.article, *s.claim.span)[0], (s.claim.predicate_span or s.claim.span)[0]
    met = {lemma for _, lemma in words_in(s.article, (max(s.claim.span[0] - BEFORE, start), verb))}
    return not is_nominal(s) and not _is_taken_back(s, start) and not (set(s.predicate.split()) | met) & AGAINST


def _is_taken_back(s: Statement, start: int) -> bool:
    """Whether the clause is what a noun for words tells that somebody takes back, in the sentence that begins at ``start``."""
    verb = (s.claim.predicate_span or s.claim.span)[0]
    lemmas = [lemma for _, lemma in words_in(s.article, (start, verb))][-BEFORE_WORDS:]
    return any(one in WITHDRAWING and SAYINGS & set(lemmas[at:]) for at, one in enumerate(lemmas))


BEFORE_WORDS = 10
"""Words before the verb of a clause within which "withdrew the claim that" stands."""
WITHDRAWING = kind_words("withdrawing")
"""Verbs by which words are taken back."""
AGAINST = DENYING | {"oppose", "refuse", "resist"}
BEFORE = 25
"""Characters before a clause within which a word of refusal says what meets it."""
