"""The tense of the clause around a time expression: does it tell of the past, the present or what is to come?

``near`` is a state told in the present, which may have been seen yesterday or be so tomorrow.
"""

import functools
from typing import Literal

from spacy.tokens import Token

from variorum.annotation.times.scene import Tense
from variorum.annotation.words.lists import listed
from variorum.annotation.words.text import sentence_around
from variorum.language.lexicon import word_list, words

CLIMB = 12
"""Steps up the parse before giving up; clauses are not deeper in practice."""
DIRECT = 2
"""Steps from a date to its verb ("sits on Friday"); further off a present tense says nothing of a date to come."""
OPEN: Literal["open"] = "open"
"""Found a verb that could mean either ("was planned for March"): do not look further up."""


def tense_at(token: Token, *, distant: Tense = "past") -> Tense:
    """The tense of the verb that governs ``token``; ``None`` where no verb does, or where it leaves the tense open.

    ``distant`` is what a present tense far off says: a weekday is then the last one, but a day of the year the nearest
    ("raises the tax by four cents from January 1").
    """
    if _put_off(token) or _is_bound_ahead(token) or _is_named_as_a_day(token) or _will_see(token):
        return "future"
    if _inside_noun(token):
        return "future" if _opens(token.head) or _lies_before(token.head) else None
    if _stays_so(token):
        return "near"
    while token.dep_ in ("nummod", "compound") and token.head.pos_ in ("PROPN", "NOUN") and token.head.i - token.i <= 2:
        token = token.head
    for step in range(CLIMB):
        found = _tense_of(token)
        if found is not None:
            return None if found == "open" else distant if found == "present" and step > DIRECT else found
        if token.head is token:
            return None
        token = token.head
    return None


def happened_on(token: Token) -> bool:
    """Whether a past form tells what came on the very day ("voted on 3 May"), not what bears upon it ("from 3 May")."""
    while token.dep_ in ("nummod", "compound") and token.head.i - token.i in (1, 2):
        token = token.head
    before = token.head if token.dep_ == "pobj" else None
    if before is None or before.lower_ not in listed("dated_by"):
        return False
    return is_past_form(before.head)


def is_past_form(verb: Token) -> bool:
    """Whether a verb stands in a past form, alone or with its auxiliary."""
    return verb.tag_ == "VBD" or (verb.tag_ == "VBN" and _past_helper(list(verb.children)))


def _tense_of(token: Token) -> Tense | Literal["open"]:
    if token.pos_ in ("VERB", "AUX"):
        tense = verb_tense(token)
        return "past" if tense == "present" and (_tells_the_past(token) or _beside_the_past(token)) else tense
    return "future" if token.lower_ in words("en", "future_heads") else None


def _tells_the_past(verb: Token) -> bool:
    """Whether a present form tells what has happened: in a headline, or of what somebody says."""
    sentence = sentence_around(verb)
    closed = any(t.text in (".", "!", "?") for t in sentence[-3:])
    return not closed or verb.lemma_.lower() in _speech_verbs()


def _beside_the_past(verb: Token) -> bool:
    """Whether the clause only says when something past was: "were killed when the army retook" (read as a present form)."""
    return verb.dep_ == "advcl" and verb.head.pos_ in ("VERB", "AUX") and verb_tense(verb.head) == "past"


@functools.cache
def _speech_verbs() -> frozenset[str]:
    """Verbs of saying; those that are so only beside words in quotation marks ("begin") are none here."""
    return frozenset(r["lemma"] for r in word_list("en", "cues") if r["act"] == "speech" and r["frames"] != "quote")


def _put_off(token: Token) -> bool:
    """Whether the date is the one that something is put off or kept up to ("postponed until Friday", "extended to May 3")."""
    while token.dep_ in ("compound", "nummod", "amod", "appos") and token.head is not token:
        token = token.head
    head = token.head
    return head.lower_ in listed("until") and head.head.lemma_.lower() in words("en", "deferring_verbs")


def _is_bound_ahead(token: Token) -> bool:
    """Whether a state told in the present holds up to the date ("stays closed until Friday"), or something is demanded for it
    ("asked for an answer by Friday")."""
    while token.dep_ in ("compound", "nummod", "amod", "appos") and token.head is not token:
        token = token.head
    bound, verb = token.head, token.head.head
    if bound.lower_ not in BOUNDS or bound.i > token.i:
        return False
    for _ in range(CLIMB):
        if verb.dep_ == "ROOT" or (verb.pos_ in ("VERB", "AUX") and verb.dep_ not in ("acomp", "oprd")):
            break
        verb = verb.head
    if verb.pos_ not in ("VERB", "AUX"):
        return False
    if bound.lower_ == "by" and verb.tag_ == "VBD" and verb.lemma_.lower() in words("en", "demanding_verbs"):
        return True
    return verb.tag_ in ("VBZ", "VBP") and not _tells_the_past(verb) and verb_tense(verb) == "present"


BOUNDS = ("until", "till", "by")
"""Prepositions for the end of a time."""


def _lies_before(noun: Token) -> bool:
    """Whether what is to come is told to come before it ("will step down before Monday's vote")."""
    before = noun.head
    if noun.dep_ != "pobj" or before.lower_ not in ("before", "until", "till") or before.head.pos_ not in ("VERB", "AUX"):
        return False
    return verb_tense(before.head) == "future"


def _is_named_as_a_day(token: Token) -> bool:
    """Whether a verb makes the date a day for something ("declared Saturday a day of mourning", "set Tuesday for the vote")."""
    if token.i == 0 or token.nbor(-1).lemma_.lower() not in words("en", "day_naming_verbs"):
        return False
    following = token.doc[token.i + 1 : token.i + 6]
    return following[:1].text.lower() == "for" or any(t.lower_ in listed("set_day") for t in following)


def _will_see(token: Token) -> bool:
    """Whether the day itself is what will be so, after a verb ("warned Wednesday would be no better")."""
    doc = token.doc
    said = token.i > 0 and token.nbor(-1).pos_ == "VERB" and token.i + 1 < len(doc)
    return said and token.nbor(1).lower_ in words("en", "future_auxiliaries") and token.nbor(1).tag_ == "MD"


def _opens(noun: Token) -> bool:
    """Whether the noun that holds the date is the subject of what is to come ("Saturday's match kicks off at nine")."""
    verb = noun.head
    if noun.dep_ not in ("nsubj", "nsubjpass") or verb.pos_ not in ("VERB", "AUX"):
        return False
    tense = verb_tense(verb)
    return tense == "future" or (tense == "present" and verb.lemma_.lower() in words("en", "opening_verbs"))


def _stays_so(token: Token) -> bool:
    """Whether the date says when a state is told of ("the queue is long on Sunday"): the nearest such day is meant."""
    verb = token.head.head if token.dep_ == "pobj" else token.head
    if verb.lemma_ != "be" or verb.tag_ not in ("VBZ", "VBP") or any(c.dep_ == "aux" for c in verb.children):
        return False
    return any(c.dep_ in ("acomp", "advmod", "attr") and verb.i < c.i < token.i for c in verb.children)


def verb_tense(verb: Token) -> Tense | Literal["open"]:
    """The tense of a verb with its auxiliaries; ``None`` for forms that have none of their own."""
    helpers = [t for t in verb.children if t.dep_ in ("aux", "auxpass")]
    if verb.tag_ == "VBN" and not helpers and verb.dep_ in ("acl", "amod"):
        lemma, particle = verb.lemma_.lower(), any(c.dep_ == "prt" for c in verb.children)
        ahead = lemma in words("en", "future_heads") and lemma not in words("en", "announcing_heads") and not particle
        return "future" if ahead else "past"
    if _was_to_have(verb, helpers):
        return "near"
    lowers = {t.lower_ for t in helpers} | {verb.lower_}
    if lowers & words("en", "future_auxiliaries") and not _perfect(verb, helpers):
        return "future"
    planning = verb.tag_ == "VBG" and any(t.tag_ in ("VBZ", "VBP") for t in helpers)
    done = verb.tag_ == "VB" and _past_helper(helpers)
    if (
        verb.lemma_.lower() in words("en", "future_heads")
        and not done
        and (planning or verb.tag_ in ("VBN", "VBZ", "VBP", "VB"))
    ):
        return OPEN if _past_helper(helpers) and verb.tag_ == "VBN" else "future"
    if verb.tag_ == "VBD" or _past_helper(helpers) or _perfect(verb, helpers):
        return "past"
    if verb.tag_ in ("VBZ", "VBP") or _is_plain_present(verb, helpers):
        return "present"
    if any(t.tag_ in ("VBZ", "VBP") for t in helpers):
        return "present"
    if any(t.lower_ == "to" for t in helpers) and verb.dep_ in ("xcomp", "advcl", "acl", "ccomp", "relcl"):
        return _infinitive_tense(verb)
    return None


def _was_to_have(verb: Token, helpers: list[Token]) -> bool:
    """Whether it tells what was planned and did not come about ("was to have been sold on Thursday"), just past or ahead."""
    return verb.head.lemma_ == "be" and verb.dep_ == "xcomp" and {"to", "have"} <= {t.lower_ for t in helpers}


def _is_plain_present(verb: Token, helpers: list[Token]) -> bool:
    """A main verb in its base form with a subject ("Averia meet Costova on Saturday")."""
    return verb.tag_ == "VB" and not helpers and verb.dep_ == "ROOT" and any(c.dep_ == "nsubj" for c in verb.children)


def _infinitive_tense(verb: Token) -> Tense:
    """An infinitive tells of what is to come after a verb or noun of planning ("agreed to meet on Friday")."""
    head = verb.head
    if head.lemma_ == "be":
        return "future"
    return "future" if head.lemma_.lower() in words("en", "future_heads") else None


def _past_helper(helpers: list[Token]) -> bool:
    return any(t.tag_ == "VBD" for t in helpers)


def _perfect(verb: Token, helpers: list[Token]) -> bool:
    return verb.tag_ == "VBN" and any(t.lemma_.lower() == "have" for t in helpers)


def _inside_noun(token: Token) -> bool:
    """Whether the date belongs to a noun that itself says nothing of what is to come ("a June agreement")."""
    if token.dep_ not in ("compound", "amod", "nmod", "poss", "npadvmod"):
        return False
    return token.head.pos_ in ("NOUN", "PROPN") and token.head.lemma_.lower() not in words("en", "future_heads")
