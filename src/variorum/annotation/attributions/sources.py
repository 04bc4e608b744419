"""Who a cue word is about: candidates for the source of an attribution, from grammar first and word order second."""

from dataclasses import dataclass

from spacy.tokens import Token

from variorum.annotation.attributions.cues import LANGUAGE, CueEntry, companions, source_types
from variorum.annotation.attributions.page import Page, TokenRange
from variorum.annotation.words.lists import listed
from variorum.language.lexicon import words

SUBJECTS = ("nsubj", "csubj", "nsubjpass")
_NAMES = frozenset(("PERSON", "ORG", "GPE", "NORP"))
VERBAL = ("VERB", "AUX")


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
    if token.pos_ == "PRON" or token.tag_ in ("WP", "WDT", "DT") or lower == "one":
        return lower in listed("personal") or lower in companions(language, "indefinite")
    if token.ent_type_ in _NAMES or token.pos_ == "PROPN":
        return True
    return source_type(token, language) is not None or token.lemma_.lower() in words(language, "person_words")


def source_type(token: Token, language: str) -> str | None:
    """The type of source that a common noun makes, by the list or by its ending; ``None`` for other nouns."""
    known = source_types(language)
    lemma, lower = token.lemma_.lower(), token.lower_
    for form in (lower, lemma, lemma.rsplit("-", 1)[-1]):
        if form in known:
            return known[form]
    if is_aged(token):
        return "group"
    if lemma.endswith(("ologist", "spokesperson", "man", "woman", "person", "grapher", "ician")) and len(lemma) > 6:
        return "group"
    if token.ent_type_ == "PERCENT" or lower in listed("share_word"):
        return "group"
    return None


def is_aged(token: Token) -> bool:
    """Whether ``token`` ends a description by age that stands for a person (``the 27-year-old``)."""
    before = token.doc[max(token.i - 2, 0) : token.i].text.lower()
    return token.lower_ in ("old", "olds") and before in ("year-", "month-")


def is_document(token: Token, language: str) -> bool:
    """Whether ``token`` names a text or a finding rather than people."""
    return token.pos_ != "PRON" and source_type(token, language) == "document"


def antecedent(token: Token) -> Token:
    """The noun that a relative pronoun stands for; any other token itself."""
    if token.lower_ in listed("relative") and token.tag_ in ("WP", "WDT"):
        for above in token.ancestors:
            if above.dep_ == "relcl":
                return above.head
    return token


def outside_quote(page: Page, token: Token, cue: Token) -> bool:
    """Whether ``token`` lies in the same quotation as ``cue`` or in none."""
    number = page.quote_at[token.i]
    if number in (-1, page.quote_at[cue.i]):
        return True
    quoted = page.raw[slice(*page.quoted[number].inner)]
    return len(quoted.split()) <= 3 and quoted[-1] not in ".,!?" and token.dep_ != "ROOT"


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
        loose = child.dep_ == "prep" and child.lower_ in listed("after_name") and head.pos_ == "PROPN"
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
    return len(page.raw[slice(*page.quoted[number].inner)].split()) > 3


def _tidy(page: Page, start: int, end: int, head: Token) -> TokenRange:
    doc = page.doc
    end = tidy_end(page, head, end)
    while start < head.i and (doc[start].is_punct or doc[start].is_space or doc[start].lower_ in ("and", "but")):
        start += 1
    return start, end


def tidy_end(page: Page, head: Token, end: int) -> int:
    """``end`` of a phrase without punctuation and auxiliaries at its edge."""
    while end - 1 > head.i and _loose_end(page.doc[end - 1]):
        end -= 1
    return end


def _loose_end(token: Token) -> bool:
    if token.is_punct or token.is_space:
        return token.text not in (")", "]", "”", "’")
    return token.dep_ in ("aux", "auxpass") or token.tag_ == "MD" or (token.tag_ == "RB" and token.dep_ == "advmod")


def source_at(page: Page, head: Token, cue: Token, rule: str) -> Source:
    """The candidate headed by ``head``, proposed by ``rule``; a phrase of more than forty tokens is cut to its core."""
    start, end = phrase(page, head, cue)
    if end - start > 40:
        start, end = max(start, head.i - 8), head.i + 1
    return Source(head, start, end, rule)


def is_passive(verb: Token) -> bool:
    """Whether ``verb`` is a passive form: its grammatical subject does not speak (``Orr said by telephone`` is none)."""
    kinds = {c.dep_ for c in verb.children}
    if kinds & {"auxpass", "nsubjpass"} or ("agent" in kinds and not (verb.tag_ in ("VBD", "VBZ") and "nsubj" in kinds)):
        return True
    if verb.dep_ == "advcl" and verb.is_sent_start and verb.tag_ in ("VBN", "VBD") and not kinds & {"nsubj"}:
        return True
    if is_asked(verb):
        return True
    participle = verb.tag_ == "VBN" and verb.dep_ in ("advcl", "acl") and not kinds & {"aux", "nsubj"}
    return participle and unbound(verb) is None


def is_asked(verb: Token) -> bool:
    """``Asked if it was true, she smiled``, ``the envoy, pressed on the date, said``: a participle that begins its clause."""
    if verb.lemma_.lower() not in companions(LANGUAGE, "asking") or verb.tag_ not in ("VBN", "VBD") or verb.dep_ == "conj":
        return False
    before = verb.nbor(-1).lower_ if verb.i else ""
    after = verb.nbor(1).lower_ if verb.i + 1 < len(verb.doc) else ""
    if verb.dep_ == "ROOT" and any(c.dep_ == "nsubj" for c in verb.lefts):
        return False
    opens = verb.is_sent_start or before in (",", "when", "if", "–", "—", "once") or not before.strip()
    return opens and after in listed("asked_what")


def unbound(verb: Token) -> Token | None:
    """``..., an official stated``: the noun before a past form that the parse took for a participle of that noun."""
    noun = verb.head
    if (
        verb.dep_ != "acl"
        or verb.tag_ not in ("VBN", "VBD")
        or noun.pos_ not in ("NOUN", "PROPN")
        or not 0 < verb.i - noun.i <= 2
    ):
        return None
    first = noun.left_edge.i
    opens = first > 0 and noun.doc[first - 1].text in (",", "—", "–", "--", "”", '"', "’", "''")
    apart = noun.doc[verb.i - 1].text != "," and not any(c.dep_ in ("agent", "auxpass") for c in verb.children)
    return noun if opens and apart and plausible(noun, LANGUAGE) else None


def own_subject(page: Page, verb: Token) -> Token | None:
    """The subject of ``verb`` itself, ``None`` without one or where it is only a place holder (``there``)."""
    subjects = _behind_label([c for c in verb.children if c.dep_ in SUBJECTS and outside_quote(page, c, verb)])
    after = [c for c in subjects if c.i > verb.i and page.doc[verb.i - 1].text == "," and plausible(c, LANGUAGE)]
    if len(subjects) == 2 and after and verb.dep_ in ("parataxis", "ROOT", "ccomp") and verb.tag_ in ("VBD", "VBZ"):
        return _with_name(page, after[0])
    nearest = [c for c in subjects if c.i < verb.i and page.doc[c.left_edge.i - 1].lower_ in (",", "so")][-1:]
    for child in nearest if len(subjects) > 1 and nearest else subjects:
        if child.pos_ not in VERBAL:
            if child.ent_type_ in ("DATE", "TIME") and not is_aged(child):
                return _before_date(page, child)
            if child.i < verb.i and child.nbor(1).text == ":" and (named := _first_noun(page, child.i + 2, verb)) is not None:
                return named
            body = page.blocks[page.block_at[child.i]].body
            if child.i < body <= verb.i:
                return _first_noun(page, body, verb)
            return _before_verb(page, _with_name(page, child), verb)
    return _mistaken_modifier(page, verb)


def _behind_label(subjects: list[Token]) -> list[Token]:
    """``Correction: an earlier entry gave seven``: of two subjects the one right before a colon is only a label."""
    behind = [s for s in subjects if s.nbor(1).text != ":"] if len(subjects) > 1 else []
    return behind or subjects


def is_addressed(verb: Token, noun: Token) -> bool:
    """``Roe, the owner of the mill, warns Orr that``: behind the verb and right before a clause stands who is spoken to."""
    behind = noun.right_edge.i + 1
    return verb.i < noun.i and behind < len(noun.doc) and noun.doc[behind].dep_ == "mark"


def before_commas(page: Page, verb: Token) -> Token | None:
    """The noun before an aside between commas that ends right before ``verb``; ``None`` without one."""
    if page.doc[verb.i - 1].text != ",":
        return None
    opens = (i for i in range(verb.i - 2, max(page.sentence(verb)[0], verb.i - LONGEST_ASIDE), -1) if page.doc[i].text == ",")
    noun = page.doc[next(opens, 0) - 1]
    return noun if noun.i < verb.i and noun.pos_ in ("NOUN", "PROPN") and plausible(noun, LANGUAGE) else None


LONGEST_ASIDE = 20
"""Words between two commas behind a name in which it is told who that is."""


def _mistaken_modifier(page: Page, verb: Token) -> Token | None:
    """``court records show``: the plural right before a verb in the present, which the parse took for a modifier of it."""
    before = page.doc[max(verb.i - 1, 0)]
    named = before.dep_ == "npadvmod" and before.head.i == verb.i and before.ent_type_ == "PERSON"
    if named:
        return before
    modifies = before.dep_ == "compound" and before.head.i == verb.i and before.tag_ == "NNS"
    return before if modifies and verb.tag_ in ("VBP", "VBD") and outside_quote(page, before, verb) else None


def _with_name(page: Page, subject: Token) -> Token:
    """``the agency KNA reported``: the name right after a noun, where the parse made it a second subject."""
    after = page.doc[subject.i + 1] if subject.i + 1 < len(page.doc) else subject
    second = after.pos_ == "PROPN" and after.dep_ in ("nsubj", "appos") and after.head in (subject, subject.head)
    return after if second and subject.pos_ == "NOUN" and after.left_edge.i == after.i else subject


def _before_date(page: Page, date: Token) -> Token | None:
    """``the office Friday announced``: the noun before a date that the parse took for the subject."""
    i = date.left_edge.i - 1 if date.left_edge.ent_type_ == "DATE" else date.i - 1
    while i > 0 and page.doc[i].ent_type_ in ("DATE", "TIME"):
        i -= 1
    before = page.doc[max(i, 0)]
    return (
        before if before.pos_ in ("NOUN", "PROPN", "PRON") and page.sentence_at[before.i] == page.sentence_at[date.i] else None
    )


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
        if between.tag_ in ("NNS", "NNP", "NNPS", "PRP") and word(between) not in listed("no_source"):
            return between
    return subject


def agent(verb: Token) -> Token | None:
    """The noun after ``by`` of a passive verb."""
    for child in verb.children:
        if child.dep_ in ("agent", "prep") and child.lower_ == "by":
            return next((c for c in child.children if c.dep_ == "pobj"), None)
    below = [t for t in verb.subtree if t.lower_ == "by" and t.i > verb.i and t.dep_ in ("agent", "prep")]
    names = [c for t in below for c in t.children if c.dep_ == "pobj" and plausible(c, LANGUAGE)]
    return names[0] if len(names) == 1 and names[0].right_edge.i + 1 >= verb.right_edge.i - 1 else None


def fits(verb: Token, entry: CueEntry, source: Source | None) -> bool:
    """Whether the row of the list holds here: its subjects and objects, and for weak verbs a plausible speaker."""
    if entry.objects and not any(c.lemma_.lower() in entry.objects for c in verb.children if c.dep_ in ("dobj", "nsubjpass")):
        return False
    if source is None:
        return entry.strong or "quote" in entry.frames or is_passive(verb)
    if entry.subjects:
        document = "DOCUMENT" in entry.subjects and is_document(source.head, LANGUAGE)
        return document or source.head.lemma_.lower() in entry.subjects
    return entry.strong or plausible(antecedent(source.head), LANGUAGE)


def head_of(page: Page, where: TokenRange) -> Token | None:
    """The noun, name or pronoun that heads a phrase: the last one before a preposition or a participle."""
    core: list[Token] = []
    for token in (page.doc[i] for i in range(*where) if not page.doc[i].is_punct):
        if token.pos_ in ("ADP", "VERB") and core:
            break
        core.append(token)
    return next((t for t in reversed(core) if t.pos_ in ("NOUN", "PROPN", "PRON")), None)
