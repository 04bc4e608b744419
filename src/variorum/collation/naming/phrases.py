"""Short noun phrases of a report around a noun of one kind (forces, crowds, happenings), read from its tokens."""

import dataclasses
import functools
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from variorum.collation.claims.sentences import SMALL, words_in
from variorum.collation.claims.words import LANGUAGE, number_words
from variorum.language.lexicon import marked, values, word_list, words
from variorum.records.annotation import AnnotatedArticle, Claim
from variorum.records.article import Span, passage_of
from variorum.records.story import Term

BEFORE = 3
"""Words before the head noun that still belong to the label."""

POINTING = marked(LANGUAGE, "naming_words", "pointer")
OWNERS = marked(LANGUAGE, "naming_words", "owner")
"""Words that own what follows."""

FIRST_PARTS = tuple(sorted(marked(LANGUAGE, "collation_words", "first_part")))
"""What words written in one are made with ("cyberattack", "warplane"); the noun behind it tells the kind."""

NOT_IN_PHRASE = (
    SMALL
    | POINTING
    | marked(LANGUAGE, "naming_words", "outside")
    | words(LANGUAGE, "weekdays")
    | words(LANGUAGE, "connectives")
)
"""Words that end a phrase to the left of its head."""

NO_NOUN = marked(LANGUAGE, "collation_words", "modal") | marked(LANGUAGE, "collation_words", "no_noun")
"""Words behind which a word is a verb."""

NOUN_ENDS = marked(LANGUAGE, "collation_words", "phrase_end")
PHRASE_ENDS = NOUN_ENDS | marked(LANGUAGE, "collation_words", "phrase_going")
CLAUSE_ENDS = PHRASE_ENDS | marked(LANGUAGE, "collation_words", "phrase_clause")
"""Words at which a noun phrase goes on with something else: behind its noun, besides in descriptions, and before clauses."""


OPENING = 3
"""Sentences at the head of a report that tell what it is about."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """One noun phrase: ``words`` are its lemmas in order, the head last; ``pointer`` the lower-case determiner or owner before
    it; ``count`` the number before it as written; ``owner`` the word that owns it ("Veldia" in "Veldia's army")."""

    article: AnnotatedArticle
    span: Span
    words: tuple[str, ...]
    plural: bool
    pointer: str = ""
    count: str = ""
    owner: str = ""

    @property
    def head(self) -> str:
        """The lemma of the noun the phrase is about."""
        return self.words[-1]

    @property
    def text(self) -> str:
        """The phrase as written, white space folded."""
        return " ".join(self.article.text[self.span[0] : self.span[1]].split())

    def term(self) -> Term:
        """The phrase as a record."""
        passage = passage_of(self.article, self.span)
        return Term(passage.article, passage.start, passage.end, passage.exact, self.text)


@functools.cache
def kinds() -> Mapping[str, Mapping[str, bool]]:
    """Kind to its nouns, each with whether it is the usual, plain word."""
    found: dict[str, dict[str, bool]] = {}
    for row in word_list(LANGUAGE, "naming_kinds"):
        found.setdefault(row["kind"], {})[row["word"]] = "telling" not in values(row, "tone")
    return found


@functools.cache
def wide_words() -> frozenset[tuple[str, str]]:
    """Kind and noun where the noun is one of many things ("paper" for a memorandum)."""
    return frozenset((row["kind"], row["word"]) for row in word_list(LANGUAGE, "naming_kinds") if "wide" in values(row, "tone"))


@functools.cache
def human_nouns() -> frozenset[str]:
    """Nouns for one human being, and those for people in the mass."""
    return words(LANGUAGE, "person_words") | marked(LANGUAGE, "naming_words", "human") | frozenset(kinds()["crowd"])


@functools.cache
def things() -> frozenset[str]:
    """Nouns for what is no human being."""
    return words(LANGUAGE, "thing_words")


def phrases_of(article: AnnotatedArticle, heads: frozenset[str]) -> Iterator[Phrase]:
    """The phrases of the body whose head noun is one of ``heads``, in text order."""
    verbs = verb_places(article)
    for at, lemma in enumerate(article.lemmas):
        noun = next((w for w in _forms(article, at, lemma) if w in heads), None)
        if noun is not None:
            phrase = phrase_at(article, at, verbs)
            last = at + 2 if " of " in noun else at
            if phrase is not None and not _goes_on(article, last, verbs):
                plural = phrase.plural or (noun != lemma and lemma.endswith("s") and not noun.endswith("s"))
                span = (phrase.span[0], article.tokens[last][1])
                yield dataclasses.replace(phrase, span=span, words=(*phrase.words[:-1], noun), plural=plural)


def _forms(article: AnnotatedArticle, at: int, lemma: str) -> Iterator[str]:
    """The compound that a word ends ("cease-fire", "rescue worker") or begins ("letter of intent"), else a lemma, the word
    itself and less a plural's ending ("Rebels")."""
    source = article.text[slice(*article.tokens[at])].casefold()
    start = article.tokens[at][0]
    if at and article.text[start - 1 : start] == "-" and article.tokens[at - 1][1] == start - 1:
        whole = f"{article.lemmas[at - 1]}-{lemma}"
        if any(whole in nouns for nouns in kinds().values()):
            yield whole
            return
    behind = article.lemmas[at + 1 : at + 3]
    wholes = (f"{lemma} {' '.join(behind)}", f"{article.lemmas[at - 1] if at else ''} {lemma}")
    yield from (whole for whole in wholes if whole in _of_several_words())
    yield lemma
    yield source
    yield from (lemma[len(part) :] for part in FIRST_PARTS if lemma.startswith(part) and len(lemma) > len(part) + 3)
    if lemma == source and len(source) > 4:
        yield from (source.removesuffix("s"), source[:-3] + "y" if source.endswith("ies") else source)


@functools.cache
def _of_several_words() -> frozenset[str]:
    """The nouns of several words of all kinds."""
    return frozenset(noun for nouns in kinds().values() for noun in nouns if " " in noun)


def verb_places(article: AnnotatedArticle) -> frozenset[int]:
    """Starts of the verbs that head a clause; a noun that names the act ("the departure of the troops") is none."""
    return frozenset(
        c.predicate_span[0] for c in article.claims if c.predicate_span and c.field == "text" and _is_verb(article, c)
    )


def _is_verb(article: AnnotatedArticle, claim: Claim) -> bool:
    """Whether the word at the head of a clause is its verb: the verb's lemma, a form of "be" or a past form."""
    words_of = words_in(article, claim.predicate_span) if claim.predicate_span else []
    if not words_of:
        return True
    (start, end), lemma = words_of[0]
    verb = lemma in (claim.predicate.split()[0], "be") or article.text[end - 2 : end] == "ed"
    return verb and not _is_noun_form(article, bisect_left(article.tokens, (start, end)))


def _is_noun_form(article: AnnotatedArticle, at: int) -> bool:
    """Whether a word that is written as a bare verb stands where only a noun can: right behind an article or an owner ("the
    attack"), or behind an article and one describing word in the singular ("an air strike", "the night raid on")."""
    lemma, source = article.lemmas[at], article.text[slice(*article.tokens[at])].casefold()
    before = [article.lemmas[n] if n >= 0 and _joined(article, n) else "" for n in (at - 1, at - 2)]
    if source != lemma or not lemma.isalpha():
        return source == f"{lemma}s" and before[0] in DETERMINERS
    if before[0] in DETERMINERS:
        return True
    following = article.lemmas[at + 1] if at + 1 < len(article.lemmas) and _joined(article, at) else ""
    plain = before[0] not in human_nouns() | NOT_IN_PHRASE | SAME_PAST and lemma not in SAME_PAST
    alone = article.text[slice(*article.tokens[at - 1])].casefold() == before[0]
    article_before = before[1] in ("a", "an") or (before[1] == "the" and following in ("of", "on", "against"))
    return plain and alone and article_before and not any(before[0] in kinds()[kind] for kind in ("army", "police", "workers"))


DETERMINERS = frozenset({"a", "an", "the", "this", "such", "its", "their", "his", "our", "'s", "’s"})
"""Words right behind which no bare verb stands; "rebels that attack" and "made her resign" have one."""

SAME_PAST = marked(LANGUAGE, "naming_words", "same_past")
"""Verbs whose past form is the bare one ("when the dam burst")."""


def phrase_at(article: AnnotatedArticle, head: int, verbs: frozenset[int]) -> Phrase | None:
    """The phrase that ends in token number ``head``; ``None`` for a verb, an adjective, a number, a sign or furniture."""
    start, end = article.tokens[head]
    source = article.text[start:end]
    if (
        not article.lemmas[head][:1].isalpha()
        or start in verbs
        or (source.casefold().endswith(("ed", "ing")) and article.lemmas[head] != source.casefold())
    ):
        return None
    if any(f.start < end and start < f.end for f in article.furniture) or (
        source.casefold() in _months() and source[:1].isupper()
    ):
        return None
    left, most = head, BEFORE if end > headline_end(article) else 1
    while left > max(head - most, 0) and _joined(article, left - 1) and _belongs(article, left - 1, verbs):
        left -= 1
    left = _whole(article, left)
    before = _lead(article, left)
    if before in NO_NOUN:
        return None
    lemmas = tuple(x for x in article.lemmas[left : head + 1] if x[:1].isalpha())
    count = before if before in number_words() or before[:1].isdigit() else ""
    owner = article.lemmas[left - 2] if left > 1 and before in ("'s", "’s") else ""
    first = left - 2 if owner and article.text[article.tokens[left - 2][0]].isupper() else left
    singular = source.casefold() in (article.lemmas[head], article.lemmas[head] + "'")
    plural = not singular or article.lemmas[head] == "people"
    return Phrase(article, (article.tokens[first][0], end), lemmas, plural, before if not count else "", count, owner)


def _whole(article: AnnotatedArticle, left: int) -> int:
    """The first token of a phrase that would begin inside a name or behind a hyphen ("so-called mayor"), else ``left``."""
    start = article.tokens[left][0]
    if left and article.text[start - 1 : start] == "-":
        return left - 1
    names = (m for m in article.mentions if m.kind == "name" and m.field == "text" and m.start < start < m.end)
    name = next(names, None)
    inside = [n for n in range(max(left - BEFORE, 0), left) if name is not None and article.tokens[n][0] >= name.start]
    return inside[0] if inside and article.tokens[inside[0]][0] == getattr(name, "start", -1) else left


def headline_end(article: AnnotatedArticle) -> int:
    """Where a headline ends: verbs are not told from nouns in it, so that its phrases are kept short."""
    first = article.text.find("\n")
    return first if first > 0 and article.text[first - 1] not in ".!?" else 0


@functools.cache
def _months() -> frozenset[str]:
    return words(LANGUAGE, "months")


def _joined(article: AnnotatedArticle, at: int) -> bool:
    """Whether only white space or a hyphen stands between a token and the next."""
    between = article.text[article.tokens[at][1] : article.tokens[at + 1][0]]
    return "\n" not in between and between.strip() in ("", "-")


def _belongs(article: AnnotatedArticle, at: int, verbs: frozenset[int]) -> bool:
    lemma, (start, end) = article.lemmas[at], article.tokens[at]
    if lemma in NOT_IN_PHRASE or lemma in number_words() or not lemma[:1].isalpha() or start in verbs:
        return False
    source = article.text[start:end].casefold()
    if (end <= headline_end(article) and source.endswith("s") and source != lemma) or _is_month(article, at):
        return False
    if source.endswith("ed") and source != lemma and at and _is_doer(article, at - 1):
        return False
    after_verb = at > 0 and article.lemmas[at - 1] in ("have", "be") and source.endswith("ed")
    return not source.endswith("ly") and not after_verb


def _is_month(article: AnnotatedArticle, at: int) -> bool:
    """Whether a month stands here behind a number ("between 2 and 7 March customers withdrew")."""
    return bool(at) and article.lemmas[at] in _months() and article.lemmas[at - 1][:1].isdigit() and _joined(article, at - 1)


def _is_doer(article: AnnotatedArticle, at: int) -> bool:
    """Whether a noun or a day right before a form in -ed makes that a verb ("the bank limited withdrawals")."""
    nouns = human_nouns() | things() | words(LANGUAGE, "weekdays")
    return _joined(article, at) and article.lemmas[at] in nouns


def _lead(article: AnnotatedArticle, left: int) -> str:
    """The lower-case token right before a phrase, of the same clause."""
    return article.lemmas[left - 1] if left and _joined(article, left - 1) else ""


def _goes_on(article: AnnotatedArticle, at: int, verbs: frozenset[int]) -> bool:
    """Whether a noun that another noun follows is no head: "army post", "spill bill"."""
    if at + 1 >= len(article.tokens) or not _joined(article, at):
        return False
    nxt, (start, end) = article.lemmas[at + 1], article.tokens[at + 1]
    if nxt in NOT_IN_PHRASE or start in verbs or not nxt[:1].isalpha():
        return False
    tail = article.text[start:end].casefold()
    if (article.text[start].isupper() and article.lemmas[at] in things()) or _is_headline_verb(article, at + 1):
        return False
    if any(nxt in nouns for kind, nouns in kinds().items() if kind not in ("management", "levy", "cuts")) and nxt == tail:
        return True
    return any(m.kind == "noun" and m.start <= article.tokens[at][0] and m.end >= end for m in article.mentions) or (
        tail in kinds()["management"] or tail in human_nouns() or tail in marked(LANGUAGE, "collation_words", "many_heads")
    )


def _is_headline_verb(article: AnnotatedArticle, at: int) -> bool:
    """Whether a word of a headline behind a singular noun is a verb: a form in "-s" with more words behind it ("dyke
    breach floods valley")."""
    (start, end), lemma = article.tokens[at], article.lemmas[at]
    source = article.text[start:end].casefold()
    more = at + 1 < len(article.tokens) and _joined(article, at) and article.tokens[at + 1][1] <= headline_end(article)
    bare = article.text[slice(*article.tokens[at - 1])].casefold() == article.lemmas[at - 1]
    verb = source in (f"{lemma}s", f"{lemma}es") and article.text[start:end].islower() and lemma not in human_nouns()
    return end <= headline_end(article) and more and bare and verb and article.lemmas[at + 1] not in NOT_IN_PHRASE


def opens(phrase: Phrase) -> bool:
    """Whether a phrase stands in the headline or in the first sentences of its report."""
    sentences = phrase.article.sentences
    in_title = phrase.span[0] < headline_end(phrase.article)
    return in_title or not sentences or phrase.span[0] < sentences[min(OPENING, len(sentences)) - 1][1]
