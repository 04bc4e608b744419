"""Who a cue word is about: candidates for the source of an attribution, from grammar first and word order second."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from spacy.tokens import Token

from variorum.annotation.attribution_page import Page, TokenRange
from variorum.annotation.cues import Cue, source_types

SUBJECTS = ("nsubj", "csubj", "nsubjpass")
RELATIVES = ("who", "that", "which", "whom")
_NO_SOURCE = frozenset(
    (
        "this",
        "that",
        "there",
        "what",
        "nothing",
        "something",
        "everything",
        "anything",
        "all",
        "these",
        "those",
        "you",
        "him",
        "her",
        "them",
        "me",
        "us",
        "itself",
        "himself",
        "herself",
        "themselves",
        "which",
        "how",
        "why",
    )
)
_PERSONAL = frozenset(("he", "she", "they", "we", "i", "who", "it", "one"))
_NAMES = frozenset(("PERSON", "ORG", "GPE", "NORP"))
_FINITE = ("VBD", "VBZ", "VBP", "MD")
_AFTER_NAME = ("at", "on", "in", "during", "after", "before", "following", "as", "when", "while", "since", "until", "by")
_VERBAL = ("VERB", "AUX")
_INVERTED = ("dobj", "attr", "oprd", "npadvmod", "dep", "appos", "nsubj", "ROOT", "pobj", "dative")


@dataclass(frozen=True, slots=True)
class Source:
    """A candidate: its head token, the tokens ``[start, end)`` of the whole phrase, and the rule that proposed it."""

    head: Token
    start: int
    end: int
    rule: str


def word(token: Token) -> str:
    """The pronoun or determiner that ``token`` is, in lower case; empty for any other word (``US`` is not ``us``)."""
    return (
        token.lower_ if token.pos_ in ("PRON", "DET", "SCONJ") or token.tag_ in ("WP", "WDT", "DT", "EX", "PRP", "PRP$") else ""
    )


def plausible(token: Token, language: str) -> bool:
    """Whether ``token`` heads a phrase that can say or hold something: a name, a person noun, an institution, a document."""
    lower = token.lower_
    if token.pos_ == "PRON" or token.tag_ in ("WP", "WDT", "DT"):
        return lower in _PERSONAL
    if token.ent_type_ in _NAMES or token.pos_ == "PROPN":
        return True
    return source_type(token, language) is not None


def source_type(token: Token, language: str) -> str | None:
    """The type of source that a common noun makes, by the list or by its ending; ``None`` for other nouns."""
    known = source_types(language)
    lemma, lower = token.lemma_.lower(), token.lower_
    for word in (lower, lemma, lemma.rsplit("-", 1)[-1]):
        if word in known:
            return known[word]
    if lemma.endswith(("ologist", "spokesperson", "man", "woman", "person", "grapher", "ician")) and len(lemma) > 6:
        return "group"
    if token.ent_type_ == "PERCENT" or lower in (
        "percent",
        "%",
        "thousands",
        "hundreds",
        "dozens",
        "millions",
        "third",
        "half",
        "quarter",
    ):
        return "group"
    return None


def is_document(token: Token, language: str) -> bool:
    """Whether ``token`` names a text or a finding rather than people."""
    return token.pos_ != "PRON" and source_type(token, language) == "document"


def outside_quote(page: Page, token: Token, cue: Token) -> bool:
    """Whether ``token`` lies in the same quotation as ``cue`` or in none."""
    return page.quote_at[token.i] in (-1, page.quote_at[cue.i])


def phrase(page: Page, head: Token, cue: Token) -> TokenRange:
    """The tokens of the noun phrase of ``head``, on its own side of ``cue``, without adverbials that hang on a name."""
    start, end = head.left_edge.i, head.right_edge.i + 1
    if head.i < cue.i:
        end = min(end, cue.i)
    else:
        start = max(start, cue.i + 1)
    end = _before_adverbial(head, end)
    end = _before_quote(page, head, end)
    start = _after_quote(page, head, start)
    return _tidy(page, start, end, head)


def _before_adverbial(head: Token, end: int) -> int:
    for child in head.rights:
        loose = child.dep_ == "prep" and child.lower_ in _AFTER_NAME and head.pos_ == "PROPN"
        if loose or (child.dep_ in ("acl", "advcl", "npadvmod") and child.i > head.i):
            return min(end, child.left_edge.i)
    return end


def _before_quote(page: Page, head: Token, end: int) -> int:
    own = page.quote_at[head.i]
    start = page.blocks[page.block_at[head.i]].body
    if head.i < start:
        return head.i + 1
    return next((i for i in range(head.i + 1, end) if page.quote_at[i] not in (own, -1) and _long(page, page.quote_at[i])), end)


def _after_quote(page: Page, head: Token, start: int) -> int:
    own = page.quote_at[head.i]
    return next(
        (
            i + 1
            for i in range(head.i - 1, start - 1, -1)
            if page.quote_at[i] not in (own, -1) and _long(page, page.quote_at[i])
        ),
        start,
    )


def _long(page: Page, number: int) -> bool:
    """Whether a quotation is more than a nickname or scare quote in a noun phrase."""
    return len(page.doc.text[slice(*page.quoted[number].inner)].split()) > 3


def _tidy(page: Page, start: int, end: int, head: Token) -> TokenRange:
    doc = page.doc
    while end - 1 > head.i and _loose_end(doc[end - 1]):
        end -= 1
    while start < head.i and (doc[start].is_punct or doc[start].is_space or doc[start].lower_ in ("and", "but")):
        start += 1
    return start, end


def _loose_end(token: Token) -> bool:
    if token.is_punct or token.is_space:
        return token.text not in (")", "]", "”", "’")
    return token.dep_ in ("aux", "auxpass") or token.tag_ == "MD" or (token.tag_ == "RB" and token.dep_ == "advmod")


def _source(page: Page, head: Token, cue: Token, rule: str) -> Source:
    start, end = phrase(page, head, cue)
    if end - start > 40:
        start, end = max(start, head.i - 8), head.i + 1
    return Source(head, start, end, rule)


def is_passive(verb: Token) -> bool:
    """Whether ``verb`` is a passive form: what is its grammatical subject does not speak."""
    return any(c.dep_ in ("auxpass", "nsubjpass", "agent") for c in verb.children)


def own_subject(page: Page, verb: Token) -> Token | None:
    """The subject of ``verb`` itself, ``None`` without one or where it is only a place holder (``there``)."""
    for child in verb.children:
        if child.dep_ in SUBJECTS and outside_quote(page, child, verb) and child.pos_ not in _VERBAL:
            body = page.blocks[page.block_at[child.i]].body
            if child.i < body <= verb.i:
                return _first_noun(page, body, verb)
            return _before_verb(page, child, verb)
    return None


def _first_noun(page: Page, start: int, verb: Token) -> Token | None:
    """The noun phrase that opens the text after a dateline, where the parse took the dateline itself for the subject."""
    for i in range(start, verb.i):
        token = page.doc[i]
        if token.pos_ in ("NOUN", "PROPN", "PRON") and token.dep_ not in ("compound", "poss", "nmod", "amod"):
            return token
    return None


def _before_verb(page: Page, subject: Token, verb: Token) -> Token:
    """``which analysts argued``: the noun between a relative pronoun and the verb is the subject, whatever the parse says."""
    if subject.tag_ == "WDT" and verb.i - subject.i >= 2:
        between = page.doc[verb.i - 1]
        if between.tag_ in ("NNS", "NNP", "NNPS", "PRP") and word(between) not in _NO_SOURCE:
            return between
    return subject


def agent(verb: Token) -> Token | None:
    """The noun after ``by`` of a passive verb."""
    for child in verb.children:
        if child.dep_ in ("agent", "prep") and child.lower_ == "by":
            return next((c for c in child.children if c.dep_ == "pobj"), None)
    return None


def verb_sources(page: Page, cue: Cue, cues: Mapping[int, Cue], language: str) -> Iterator[Source]:
    """Candidates for the source of a verb, the best first. ``cues`` are the verb cues of the text by token."""
    verb = cue.head
    if is_passive(verb):
        by = agent(verb)
        if by is not None:
            yield _source(page, by, verb, "agent")
        return
    subject = own_subject(page, verb)
    if subject is None:
        yield from _without_subject(page, verb, cues, language)
    elif _is_relative(subject, verb):
        yield _source(page, subject, verb, "relative")
    elif word(subject) not in _NO_SOURCE:
        yield _source(page, subject, verb, "subject")


def _is_relative(subject: Token, verb: Token) -> bool:
    return word(subject) in RELATIVES and subject.tag_ in ("WP", "WDT") and any(v.dep_ == "relcl" for v in (verb, verb.head))


def rejoined(token: Token, above: Token) -> bool:
    """``emphasised that X should be kept and agreed to Y``: a past tense that does not fit the modal verb it is joined to."""
    joined = token.dep_ == "conj" and token.tag_ == "VBD" and above.tag_ == "VBD" and token.head.i > above.i
    return joined and token.head.tag_ in ("VB", "VBN", "VBG") and any(c.tag_ == "MD" for c in token.head.children)


def _without_subject(page: Page, verb: Token, cues: Mapping[int, Cue], language: str) -> Iterator[Source]:
    noun = verb.head
    if verb.dep_ == "acl" and noun.pos_ in ("NOUN", "PROPN") and outside_quote(page, noun, verb):
        direct = verb.i - noun.i <= 2 and page.doc[verb.i - 1].text != ","
        if verb.tag_ == "VBG" and direct:
            yield _source(page, noun, verb, "noun")
            return
        if verb.tag_ in ("VBN", "VBD") and direct and plausible(noun, language) and _opens_clause(page, noun):
            yield _source(page, noun, verb, "order")
            return
    if verb.tag_ == "VBG":
        yield from _participle(page, verb, cues)
    else:
        yield from _shared(page, verb)
    if verb.tag_ in ("VBD", "VBZ", "VBN", "VBP", "VB") or verb.dep_ == "ROOT":
        yield from inverted(page, verb, language)


def _opens_clause(page: Page, noun: Token) -> bool:
    first = noun.left_edge.i
    before = page.doc[first - 1] if first > 0 else None
    return before is not None and (before.text in (",", "—", "–", "--") or page.quote_at[before.i] >= 0)


def _shared(page: Page, verb: Token) -> Iterator[Source]:
    """A subject that the verb shares with the verb it is joined to or that governs it."""
    past = next((a for a in verb.ancestors if rejoined(verb, a)), None)
    current = verb
    for _ in range(5):
        parent = past if past is not None else current.head
        past = None
        if parent is current or current.dep_ not in ("conj", "xcomp", "advcl", "pcomp", "prep", "ccomp", "acomp"):
            return
        if current.dep_ == "xcomp" and (controlled := _controller(page, parent)) is not None:
            yield _source(page, controlled, verb, "control")
            return
        if parent.pos_ in _VERBAL and (subject := own_subject(page, parent)) is not None and word(subject) not in _NO_SOURCE:
            passive = is_passive(parent) and current.dep_ == "advcl"
            if not passive and outside_quote(page, subject, verb):
                yield _source(page, subject, verb, "shared")
            return
        current = parent


def _controller(page: Page, verb: Token) -> Token | None:
    """The object that acts in the infinitive of a verb such as ``ask``; ``None`` where the subject does."""
    return next((c for c in verb.children if c.dep_ in ("dobj", "dative") and c.i > verb.i and c.pos_ != "VERB"), None)


def _participle(page: Page, verb: Token, cues: Mapping[int, Cue]) -> Iterator[Source]:
    """``..., stressing that``: the speaker of the verb of saying before it or above it, else the subject above."""
    for reporting in (_finite_before(page, verb, cues), _reporting_above(page, verb, cues)):
        if reporting is None:
            continue
        subject = _speaking_subject(page, reporting)
        if subject is not None:
            yield _source(page, subject, verb, "participle")
            return
    yield from _subject_above(page, verb)


def _speaking_subject(page: Page, reporting: Token) -> Token | None:
    if is_passive(reporting):
        return None
    subject = own_subject(page, reporting)
    if subject is None and reporting.dep_ == "conj":
        subject = own_subject(page, reporting.head)
    if subject is None and reporting.dep_ == "acl" and reporting.tag_ in ("VBN", "VBD"):
        subject = reporting.head
    return subject if subject is not None and word(subject) not in _NO_SOURCE else None


def _finite_before(page: Page, verb: Token, cues: Mapping[int, Cue]) -> Token | None:
    """The nearest verb with a tense before ``verb`` in its sentence, where it is a plain verb of saying."""
    start, _ = page.sentence(verb)
    for i in range(verb.i - 1, start - 1, -1):
        token = page.doc[i]
        if page.quote_at[i] != page.quote_at[verb.i]:
            continue
        if token.tag_ in _FINITE or (i in cues and token.tag_ == "VBN"):
            reports = i in cues and any(e.act == "speech" and e.strong and "that" in e.frames for e in cues[i].entries)
            return token if reports else None
    return None


def _reporting_above(page: Page, verb: Token, cues: Mapping[int, Cue]) -> Token | None:
    """The verb above that says what happened: the nearest one that people did, else the one that reports it."""
    above = [
        a
        for a in verb.ancestors
        if a.i in cues and a.i < verb.i and a.tag_ != "VBG" and page.quote_at[a.i] in (-1, page.quote_at[verb.i])
    ]
    if not above:
        return next((a for a in verb.ancestors if a.i in cues and a.tag_ != "VBG" and page.quote_at[a.i] < 0), None)
    speaking = [a for a in above if any(e.act == "speech" and e.strong and "that" in e.frames for e in cues[a.i].entries)]
    nearest = above[0]
    subject = own_subject(page, nearest)
    acts = not any(c.tag_ == "MD" or c.dep_ == "neg" for c in nearest.children) and nearest.tag_ in ("VBD", "VBN", "VBZ", "VBP")
    personal = subject is not None and (subject.ent_type_ == "PERSON" or word(subject) in _PERSONAL or subject.pos_ == "NOUN")
    names = (
        subject is not None and subject.pos_ == "PROPN" and verb.lemma_.lower() not in ("add", "note", "stress", "say", "state")
    )
    if nearest in speaking or (acts and (personal or names)) or not speaking:
        return nearest
    return speaking[0]


def _subject_above(page: Page, verb: Token) -> Iterator[Source]:
    for above in verb.ancestors:
        if above.pos_ in _VERBAL:
            subject = own_subject(page, above)
            if subject is not None:
                if word(subject) not in _NO_SOURCE and outside_quote(page, subject, verb):
                    yield _source(page, subject, verb, "participle above")
                return


def inverted(page: Page, verb: Token, language: str) -> Iterator[Source]:
    """``"...", said the minister``: the noun phrase right after the verb."""
    for i in range(verb.i + 1, min(verb.i + 8, page.sentence(verb)[1])):
        token = page.doc[i]
        if page.quote_at[i] != page.quote_at[verb.i] or token.is_punct:
            return
        if token.pos_ in ("NOUN", "PROPN", "PRON") and token.head.i not in range(i + 1, i + 6):
            if plausible(token, language):
                yield _source(page, token, verb, "inverted")
            return
        if token.pos_ in ("NOUN", "PROPN") and token.dep_ in ("compound", "nmod", "poss", "amod"):
            continue
        if token.pos_ in ("ADP", "VERB", "SCONJ"):
            return
