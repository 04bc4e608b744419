"""Where and through whom words reach the report: the interview, the outlet that was told, the spokeswoman who speaks."""

import functools

from spacy.tokens import Token

from variorum.annotation.attributions.assembly import Attribution
from variorum.annotation.attributions.cues import LANGUAGE, companions
from variorum.annotation.attributions.page import Page
from variorum.annotation.attributions.sources import source_type
from variorum.annotation.words.lists import listed
from variorum.language.lexicon import values, word_list, words


def medium(page: Page, found: Attribution) -> Token | None:
    """Where it was said: the outlet of ``in an interview with CBS``; else the statement or message itself."""
    for head in _clause_heads(page, found):
        for child in head.children:
            if child.dep_ == "prep" and child.lower_ in listed("medium_at") and child.i not in found.content:
                place = next((c for c in child.children if c.dep_ == "pobj"), None)
                if place is not None and (where := _where(place)) is not None:
                    return where
    return None


def _clause_heads(page: Page, found: Attribution) -> list[Token]:
    if not found.cue:
        return []
    verb = page.doc[found.anchor]
    return [verb, *(c for c in verb.children if c.dep_ in ("dobj", "prep", "npadvmod") and c.i not in found.content)]


def _where(place: Token) -> Token | None:
    """``interview with CBS`` gives CBS, ``statement`` itself; a place or date gives nothing."""
    lemma = place.lemma_.lower()
    if lemma == "interview":
        for prep in place.children:
            if prep.dep_ == "prep" and prep.lower_ in listed("interview_with"):
                return next((c for c in prep.children if c.dep_ == "pobj"), place)
        return next((c for c in place.children if c.dep_ in ("compound", "poss") and c.pos_ == "PROPN"), place)
    named = place.ent_type_ == "ORG" and place.head.lower_ in ("on", "via")
    return place if lemma in words(LANGUAGE, "cue_channels") or named else None


def named_outlet(page: Page, token: Token | None) -> Token | None:
    """The token that names the outlet in a phrase (``the broadcaster RSN``, ``CBS television``), or ``None``."""
    if token is None:
        return None
    if token.pos_ == "PROPN":
        return token if is_outlet(page, token) else None
    names = [t for t in token.children if t.pos_ == "PROPN" and t.dep_ in ("compound", "appos", "nmod")]
    if not names or not is_outlet(page, token):
        return None
    after = [t for t in names if t.i > token.i]
    return after[-1] if after else names[-1]


def is_outlet(page: Page, token: Token) -> bool:
    """Whether a phrase names an outlet: by the lists, by a telling word, or by standing as unexplained capitals."""
    near = [token, *(t for t in token.children if t.dep_ in ("compound", "appos", "nmod", "amod"))]
    phrase = sorted((t for t in near if t.pos_ in ("PROPN", "NOUN", "NUM", "ADJ")), key=lambda t: t.i)
    name = " ".join(t.text for t in phrase if t.pos_ == "PROPN")
    telling = any(t.lower_ in companions(LANGUAGE, "naming outlet") for t in phrase)
    listed = name.casefold() in _outlets() or any(t.text.casefold() in _outlets() for t in phrase if t.pos_ == "PROPN")
    capitals = token.pos_ == "PROPN" and token.text.isupper() and 2 <= len(token.text) <= 5
    return telling or listed or (capitals and token.text not in _institutions() and _bare(token))


def _bare(token: Token) -> bool:
    return not any(c.dep_ in ("det", "poss", "amod") for c in token.children)


@functools.cache
def _outlets() -> frozenset[str]:
    rows = (*word_list(LANGUAGE, "agencies"), *word_list(LANGUAGE, "outlets"))
    return frozenset(form.casefold() for row in rows for form in (row["name"], *values(row, "aliases")))


@functools.cache
def _institutions() -> frozenset[str]:
    rows = (*word_list(LANGUAGE, "known_names"), *word_list(LANGUAGE, "countries"))
    return frozenset(form for row in rows for form in (row["name"], *values(row, "aliases")))


def told(page: Page, found: Attribution) -> Token | None:
    """Whom it was said to, with ``speaking to TASS, he said`` besides ``told TASS``."""
    if found.addressee is not None or not found.cue:
        return found.addressee
    for child in page.doc[found.anchor].children:
        if (
            child.dep_ == "advcl"
            and child.tag_ == "VBG"
            and child.lemma_.lower() in ("speak", "talk")
            and child.i not in found.content
        ):
            prep = next((c for c in child.children if c.dep_ == "prep" and c.lower_ in ("to", "with")), None)
            listener = next((c for c in prep.children if c.dep_ == "pobj"), None) if prep is not None else None
            if listener is not None:
                return listener
    return None


def told_outlet(page: Page, found: Attribution) -> Token | None:
    """The outlet that was told and passes the words on (``told TASS``), not a mere listener (``told reporters``)."""
    if found.act not in ("speech", "document") or page.doc[found.anchor].lemma_.lower() not in companions(LANGUAGE, "telling"):
        return None
    return named_outlet(page, told(page, found))


def through(page: Page, found: Attribution) -> Token | None:
    """Who says it for somebody else: ``warned through its spokeswoman N``."""
    if not found.cue:
        return None
    for child in page.doc[found.anchor].children:
        if child.dep_ == "prep" and child.lower_ in ("through", "via"):
            head = next((c for c in child.children if c.dep_ == "pobj"), None)
            if head is None:
                continue
            name = next((c for c in head.children if c.dep_ == "appos"), head)
            return name if source_type(head, LANGUAGE) == "group" or name.pos_ == "PROPN" else None
    return None
