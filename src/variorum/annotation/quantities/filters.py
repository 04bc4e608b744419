"""Numbers that count nothing: labels, ages, house numbers, list numbers and "one" as a pronoun."""

import re
from collections.abc import Iterator

from spacy.tokens import Token

from variorum.annotation.quantities.scene import Figure, NumberScene
from variorum.annotation.quantities.things import NOBODY, Counted
from variorum.annotation.words.lists import listed
from variorum.language.lexicon import words

SMALL = 10
"""A hedged number up to ten without a thing is no count ("a couple of them")."""
MAX_AGE = 120
OLD = re.compile(r"[\s-]years?[\s-](?:old\b|of\s+age\b)", re.IGNORECASE)
OF_AGE, OF_AGE_REACH = re.compile(r"\bages?\s+of\s+$", re.IGNORECASE), 10
"""Words right before a number of years, and the characters they take ("children under the age of five")."""
OF_ELDEST = re.compile(
    r"\b(?:oldest|youngest|eldest)"
    r"(?:(?:\s+[a-z’'-]+){0,5}\s+(?:was|is|being|been)|\s+of\s+(?:them|whom|these|those)|,|\s+(?!of\b)[a-z]+,?)?"
    r"(?:\s+(?:only|just|barely|still|now))?\s+$",
    re.IGNORECASE,
)
"""Words right before the age of who is oldest or youngest: "the oldest was", "the youngest victim,", "the youngest of them"."""
IN_AGE = re.compile(r"\bin\s+age\s+(?:from|between)\s+(?:[\w-]+\s+(?:to|and)\s+)?$", re.IGNORECASE)
ELDEST_REACH = 80
"""Characters that such words take at most."""
AFTER_AGE = re.compile(r"[,.;)]|\s(?:of|from|and)\b")


def counts_nothing(scene: NumberScene, figure: Figure) -> bool:
    """Whether a number is a label, an age or a time of the day, whatever stands beside it."""
    return is_label(scene, figure) or is_age(scene, figure) or is_clock(scene, figure)


CLOCK = re.compile(r"(?:1?\d|2[0-3])\.[0-5]\d")


def is_clock(scene: NumberScene, figure: Figure) -> bool:
    """Whether it is a time of the day with a point after "at": "at 14.10 the gunmen opened fire", "dropped anchor at 11.30",
    but not "stood at 3.10"."""
    start, end = figure.number
    token = scene.text.at(start)
    if figure.unit is not None or token.i == 0 or token.nbor(-1).lower_ != "at":
        return False
    after = token.nbor(1) if token.i + 1 < len(token.doc) else None
    head = token.nbor(-1).head
    verb, acting = head.lemma_.lower(), any(c.dep_ == "dobj" for c in head.children)
    measured = verb in words("en", "verbs_of_measure") and not acting
    priced = measured or verb in words("en", "putting_verbs") or verb in words("en", "giving_verbs")
    named = after is not None and (after.pos_ in ("NOUN", "PROPN") or after.lower_ in ("to", "against", "per", "-"))
    return bool(CLOCK.fullmatch(scene.text.source[start:end])) and not priced and not named


def counts_no_more(scene: NumberScene, figure: Figure, counted: Counted) -> bool:
    """Whether a number counts nothing, given the noun it goes with."""
    if numbers_one(scene, figure, counted):
        return True
    if not figure.loose:
        return False
    bare = (figure.hedge in (None, "between") or figure.value <= SMALL) and not is_emphatic(scene, figure)
    return (bare and not counted.thing) or is_pronoun(scene, figure, counted)


def is_emphatic(scene: NumberScene, figure: Figure) -> bool:
    """Whether an article and an adjective call the number large or small: "a whopping 50 million"."""
    token = scene.text.at(figure.number[0])
    if token.i < 2 or figure.value <= SMALL:
        return False
    return token.nbor(-1).lower_ in words("en", "emphasis") and token.nbor(-2).lower_ in listed("article")


def is_label(scene: NumberScene, figure: Figure) -> bool:
    """Whether the number only labels the noun before it ("Flight 370"), or a name it belongs to ("Boeing 747"); one with
    separators ("cost the company 900,000") never does."""
    if figure.unit is not None or figure.hedge is not None:
        return False
    token = scene.text.at(figure.number[0])
    if "," in scene.text.source[slice(*figure.number)]:
        return False
    if token.i == 0 or token.is_sent_start:
        return _is_list_number(token)
    before = token.nbor(-1)
    if before.lower_.rstrip(".") in words("en", "label_nouns") and before.idx + len(before) == token.idx - 1:
        return not _counts_in_words(scene, figure)
    counts = token.dep_ == "nummod" and token.head.i > token.i
    named = before.pos_ == "PROPN" and before.text[:1].isupper() and before.tag_ == "NNP" and token.like_num
    return named and not counts and not _counts_in_words(scene, figure)


def _counts_in_words(scene: NumberScene, figure: Figure) -> bool:
    """Whether the number is spelled out, or one of millions, before a plural: "before the building eight thousand people"."""
    token, end = scene.text.at(figure.number[0]), figure.number[1]
    following = next((t for t in token.doc[token.i + 1 :] if t.idx >= end), None)
    in_words = any(c.isalpha() for c in scene.text.source[token.idx : end])
    return in_words and following is not None and following.tag_ == "NNS"


def _is_list_number(token: Token) -> bool:
    """Whether a number opens a line as a list does ("1. Take ...")."""
    following = token.nbor(1) if token.i + 1 < len(token.doc) else None
    return following is not None and following.text in (".", ")") and token.is_digit


def is_age(scene: NumberScene, figure: Figure) -> bool:
    """Whether the number is somebody's age: "Ana Bel, 45, said", "a 17-year-old", "45 years old"."""
    if figure.unit is not None:
        return False
    text, (start, end) = scene.text.source, figure.number
    if OLD.match(text, end) or OF_AGE.search(text, max(start - OF_AGE_REACH, 0), start):
        return True
    if is_of_eldest(scene, figure):
        return True
    if figure.hedge is not None:
        return bounds_age(scene, figure)
    token = scene.text.at(start)
    if _is_years_old(token, text[end : end + 1]) or (_is_of_person(token) and SMALL <= figure.value < MAX_AGE):
        return True
    named = token.i >= 2 and token.nbor(-1).text == "," and token.nbor(-2).pos_ == "PROPN"
    if not named or figure.value >= MAX_AGE:
        return False
    apart = text[end : end + 1] in (",", ".", ";") and token.dep_ in ("appos", "nummod", "npadvmod")
    return apart or (token.nbor(-2).ent_type_ == "PERSON" and AFTER_AGE.match(text, end) is not None)


def is_of_eldest(scene: NumberScene, figure: Figure) -> bool:
    """Whether it is the age of the oldest or youngest of some, or from and to which they range in age: "the oldest was 58"."""
    first, last = scene.text.at(figure.start), scene.text.at(figure.number[1] - 1)
    before = scene.text.source[max(figure.start - ELDEST_REACH, first.sent.start_char) : figure.start]
    if figure.value >= MAX_AGE or not (OF_ELDEST.search(before) or IN_AGE.search(before)):
        return False
    after = last.nbor(1) if last.i + 1 < len(last.doc) else last
    return after.pos_ not in ("NOUN", "ADJ", "PROPN", "NUM") and after.text not in ("%", "-", "of")


def bounds_age(scene: NumberScene, figure: Figure) -> bool:
    """Whether it says how old people are at most or at least: "most of the dead were under 25", "pensioners over 70"."""
    token, last = scene.text.at(figure.start), scene.text.at(figure.number[1] - 1)
    after = last.nbor(1) if last.i + 1 < len(last.doc) else last
    bounded = figure.hedge in ("under", "over") and token.lower_ in listed("age_bound") and figure.value < MAX_AGE
    if not bounded or not token.i or after.pos_ in ("NOUN", "ADJ", "PROPN", "NUM") or after.text in ("%", "-"):
        return False
    before = token.nbor(-1)
    if before.lemma_ != "be":
        return _is_person(before)
    return any(_is_person(c) or c.tag_ == "CD" for c in before.children if c.dep_ == "nsubj")


def _is_person(token: Token) -> bool:
    """Whether it names people, or stands for some of them ("most of the dead")."""
    of = next((c for p in token.children if p.lower_ == "of" for c in p.children if c.dep_ == "pobj"), None)
    noun = token if of is None else of
    named = noun.lower_ in words("en", "states_of_people") or noun.lemma_.lower() in words("en", "person_words")
    return named or noun.lower_ in (*listed("nobody"), "people", "they", "them", "those")


def _is_of_person(token: Token) -> bool:
    """Whether it stands behind "of" and a noun for one person: "a man of 71, a girl of twelve" (no "mother of twelve")."""
    noun = token.head.head if token.dep_ == "pobj" and token.head.lower_ == "of" else None
    if noun is None or noun.tag_ != "NN" or noun.i + 1 != token.head.i or not token.like_num:
        return False
    lemma = noun.lemma_.lower()
    return lemma in words("en", "person_words") and lemma not in words("en", "kin_words")


def _is_years_old(token: Token, after: str) -> bool:
    """Whether it is said of one person by name or pronoun ("He is 26, he was there", "Pia is nine.", "who was 22,")."""
    verb = token.head
    if token.dep_ not in ("attr", "acomp") or verb.lemma_ != "be" or not token.like_num or after not in (",", ".", ";"):
        return False
    subject = next((c for c in verb.children if c.dep_ == "nsubj"), None)
    return subject is not None and (
        subject.lower_ in ("he", "she")
        or (subject.lower_ == "who" and verb.lower_ in ("is", "was"))
        or subject.ent_type_ == "PERSON"
    )


def numbers_one(scene: NumberScene, figure: Figure, counted: Counted) -> bool:
    """Whether the number says which one and not how many: "the 1200 block", "a 911 call", "953 Harbour Street".

    A number with separators or of several words ("50,000 dravas", "two billion dravas") counts, whatever the tagger makes of
    the noun.
    """
    if counted.span is None or figure.unit is not None or figure.hedge is not None or figure.value <= 1:
        return False
    end = figure.number[1]
    if figure.value.denominator > 1 or scene.text.source[end : end + 1] == "-" or counted.span[0] < end:
        return False
    if {",", " "} & set(scene.text.source[figure.number[0] : end]):
        return False
    head = next((t for t in _tokens(scene, counted.span) if t.lemma_.lower() == counted.thing[-1] or t.tag_ == "NNPS"), None)
    if head is None or head.lower_ in words("en", "states_of_people"):
        return False
    return head.tag_ in ("NN", "NNP") and head.lower_ not in words("en", "plain_plurals")


def _tokens(scene: NumberScene, span: tuple[int, int]) -> Iterator[Token]:
    token = scene.text.at(span[0])
    while token.idx < span[1]:
        yield token
        if token.i + 1 == len(token.doc):
            return
        token = token.nbor(1)


def is_pronoun(scene: NumberScene, figure: Figure, counted: Counted) -> bool:
    """Whether "one" or "a single" stands for no count ("one of the leaders", "one day", "no one", "a single mother")."""
    shown = scene.text.source[figure.number[0] : figure.number[1]].lower()
    if shown not in ("one", "a single") or figure.hedge is not None:
        return False
    token = scene.text.at(figure.number[0])
    head = counted.thing[-1:] if counted.thing else ()
    following = token.nbor(1).lower_ if token.i + 1 < len(token.doc) else ""
    return counted is NOBODY or following in ("of", "another", "'s") or bool(set(head) & words("en", "one_idioms"))
