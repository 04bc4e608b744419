"""Speakers whom the sentence leaves open: whom a reader would not swear to is not shown as the one who said it.

Each rule knows a way in which a wrong phrase is taken for the source; ``docs/methods/people.md`` has the measured rates.
"""

from spacy.tokens import Token

from variorum.annotation.attributions.assembly import Attribution
from variorum.annotation.attributions.cues import LANGUAGE
from variorum.annotation.attributions.page import Page
from variorum.annotation.coreference.references import References
from variorum.annotation.words.lists import listed
from variorum.language.lexicon import words as word_set
from variorum.records.annotation import Entity, EntityType

LEARNED_FROM = 0.85
"""Score below which nobody but the subject of its verb is named by an attribution that only the learned tagger sees."""
_THINGS: tuple[EntityType, ...] = ("event", "work", "place", "document")
_FINITE = ("VBD", "VBZ", "VBP", "MD")


def is_doubtful(page: Page, item: Attribution, speaker: Entity) -> bool:
    """Whether ``speaker``, found for ``item``, may well not be who speaks."""
    token = item.speaker
    if item.rules[1] == "label":
        return speaker.named and speaker.type in (*_THINGS, "other")
    if not item.cue or token is None:
        return item.follows is not None and _tells_of_its_own(page, item)
    verb = page.doc[item.anchor]
    if _is_told(verb, token):
        return True
    if item.rules[1] == "shared":
        return speaker.type in _THINGS or _other_subject(page, verb, token)
    if item.rules[1] != "tagged":
        return False
    unsure = speaker.named and item.score < LEARNED_FROM and not _is_subject(verb, token)
    return _listens(verb, token) or _is_claimed(page, item) or unsure


def _is_subject(verb: Token, token: Token) -> bool:
    """``Orr toyed with resigning``: the grammar makes who is thought to speak the subject of the very verb, which does not
    pass on another's words (``Orr quotes her call as``)."""
    return token.dep_ == "nsubj" and token.head.i == verb.i > token.i and verb.lemma_.lower() not in listed("quotes")


def names_themselves(page: Page, item: Attribution, speaker: Entity, references: References) -> bool:
    """``"Go home, Per," he says``: whom quoted words name does not say them, where only a pronoun or the sentence before tells
    who speaks; nor is a man ``he`` whose name has an acronym (``KTV One``)."""
    if speaker.type != "person" or not speaker.named or (item.speaker is not None and item.speaker.pos_ != "PRON"):
        return False
    if any(word.isupper() and len(word) in ACRONYM for word in speaker.name.split()) and not speaker.name.isupper():
        return True
    first, last = min(item.content), max(item.content)
    named = (m for m in references.inside(*page.chars(first, last + 1)) if m.entity == speaker.id and m.kind == "name")
    spans = (page.doc.char_span(m.start, m.end, alignment_mode="expand") for m in named)
    starts = [s.start for s in spans if s is not None and s.start in item.content]
    return any(_spoken_of(page, item, start, speaker, references) for start in starts)


ACRONYM = (3, 4)
"""Letters of a word in capitals that is an acronym: with two it may be initials, with five a name in a headline."""


def _spoken_of(page: Page, item: Attribution, start: int, speaker: Entity, references: References) -> bool:
    """Whether the name at ``start`` is that of somebody else than who speaks: within quotation marks, or behind another person
    of the paragraph (``A clerk says that it is late. Per Dahl has signed nothing, he adds``)."""
    if page.quote_at[start] >= 0:
        return not _first_person(page, start)
    if any(page.doc[i].text == ":" for i in range(start, item.anchor)):
        return False
    paragraph = page.doc[page.blocks[page.block_at[start]].start].idx
    before = (m.entity for m in references.inside(paragraph, page.doc[start].idx) if m.kind != "pronoun")
    return any(e != speaker.id and references.entity(e).type == "person" for e in before)


def _first_person(page: Page, start: int) -> bool:
    """``I, Per Dahl, swear``, ``my name is Per Dahl``, ``I'm Per Dahl``."""
    before = {t.lower_ for t in page.doc[max(0, start - 4) : start]}
    return bool(before & {"i", "my", "me"})


def _tells_of_its_own(page: Page, item: Attribution) -> bool:
    """``Lee was calm. In the firm's view it is "a detail".``: words given to who spoke before, whose sentence opens with whose
    they are."""
    first = min((i for i in item.content if page.doc[i].is_alpha), default=min(item.content))
    if page.quote_at[first] >= 0 or page.doc[first].lower_ not in word_set(LANGUAGE, "view_prepositions"):
        return False
    opening = page.doc[first + 1 : first + OPENING]
    return any(t.tag_ == "POS" or t.dep_ == "poss" for t in opening if page.quote_at[t.i] < 0)


OPENING = 8
"""Words at the start of a sentence among which "in the firm's view" names its owner."""


def _is_told(verb: Token, token: Token) -> bool:
    """``Orr urged to resign``, ``Mrs Orr has been told to wait``: who is told something does not say it."""
    directs = verb.lemma_.lower() in word_set(LANGUAGE, "directing_verbs") and verb.tag_ in ("VBN", "VBD")
    if not directs or token.i > verb.i or verb.i + 1 >= len(verb.doc):
        return False
    passive = verb.tag_ == "VBN" and any(c.dep_ == "auxpass" for c in verb.children)
    return passive or (verb.nbor(1).lower_ == "to" and verb.lemma_.lower() not in listed("asks"))


def _other_subject(page: Page, verb: Token, token: Token) -> bool:
    """``Orr wept as the judge, Ada Roe, told him``: right before a verb with a tense stands another noun than the one that
    the verb is thought to share with the verb above."""
    i, tensed = verb.i, False
    while i > token.i and (page.doc[i].pos_ in ("VERB", "AUX", "ADV", "PART") or page.doc[i].text == ","):
        tensed = tensed or page.doc[i].tag_ in _FINITE
        i -= 1
    before = page.doc[i]
    noun = before.pos_ in ("NOUN", "PROPN", "PRON") and before.ent_type_ not in ("DATE", "TIME")
    return tensed and i > token.i and noun and before.dep_ not in ("dobj", "attr")


def _listens(verb: Token, token: Token) -> bool:
    """``this sentence, spoken to the Herald``: whom it was said to."""
    to = (c for c in verb.rights if c.lower_ == "to" and c.dep_ == "prep" and c.is_ancestor(token))
    return verb.tag_ == "VBN" and next(to, None) is not None


def _is_claimed(page: Page, item: Attribution) -> bool:
    """``The rumour that Orr has offered her the post``: what somebody claims of Orr."""
    start = item.source[0] if item.source is not None else 0
    if start < 2 or page.doc[start - 1].lower_ != "that":
        return False
    noun = page.doc[start - 2]
    return any(w in word_set(LANGUAGE, "cue_nouns") for w in (noun.lower_, noun.lemma_.lower(), noun.lower_.removesuffix("s")))
