"""Sources that are several or one of several: ``Orr and Lee said``, ``Both said``, ``one of them said``."""

from spacy.tokens import Span, Token

from variorum.annotation.attributions.page import Page
from variorum.annotation.coreference.references import References
from variorum.annotation.mentions.types import titles
from variorum.annotation.words.lists import listed
from variorum.records.annotation import Entity, Mention

PARTS = ("one", "another")
REACH = 1
"""Sentences back in which the several people of ``one of them`` must be named. By judgement."""
NUMBERS = ("NUM", "DET", "PRON")


def joined(token: Token) -> list[Token]:
    """The names joined to ``token`` by ``and``: they speak together."""
    names: list[Token] = []
    current: Token | None = token
    while current is not None:
        following = next((c for c in current.rights if c.dep_ == "conj" and c.pos_ in ("PROPN", "NOUN")), None)
        if following is not None and _is_function(current, following):
            following = None
        if following is not None:
            names.append(following)
        current = following
    both = any(c.dep_ == "cc" and c.lower_ in ("and", "&") for t in (token, *names) for c in t.rights)
    return names if both and token.pos_ in ("PROPN", "NOUN") else []


def _is_function(token: Token, following: Token) -> bool:
    """``Ada Roe, chairman and chief executive``: what is joined is another function of the one person before it."""
    beside = token.dep_ == "appos" or any(c.text == "," for c in token.rights if c.i < following.i)
    return beside and following.lemma_.lower() in titles() and following.ent_type_ != "PERSON"


def is_anyone(token: Token) -> bool:
    """``One says``: ``one`` alone, which is no part of those named before unless some were."""
    return (token.text == "one" or (token.text == "One" and token.is_sent_start is True)) and not any(token.children)


def both_meant(page: Page, token: Token, references: References) -> str | None:
    """The two people whom ``both`` stands for; ``None`` for any other word, or where no two were named right before."""
    group = _group_before(page, token, references) if token.lower_ == "both" else None
    if group is None:
        return None
    mention, span = group
    two = any(t.lower_ in listed("two") or t.text == "2" for t in span) or any(t.dep_ == "cc" for t in span)
    return mention.entity if two else None


def one_meant(page: Page, token: Token, references: References) -> str | None:
    """What to call the one of ``one of them said``: ``one of them (two clerks)`` after ``Two clerks ...``."""
    group = _group_before(page, token, references) if token.lower_ in PARTS else None
    if group is None:
        return None
    words = [t for t in group[1] if t.lower_ not in ("these", "those", "some")]
    first = words[0].text if words[0].pos_ == "PROPN" else words[0].lower_
    rest = "".join(t.text_with_ws for t in words)[len(first) :].strip()
    several = f"{'' if words[0].pos_ in NUMBERS else 'the '}{first} {rest}".strip()
    them = any(_pronoun(c) for c in token.rights if c.lower_ == "of")
    return f"{token.lower_} of them ({several})" if them else f"{token.lower_} of {several}"


def _group_before(page: Page, token: Token, references: References) -> tuple[Mention, Span] | None:
    """The latest several unnamed people of this sentence or the one before, with their words."""
    if any(c.dep_ == "prep" and c.lower_ == "of" and not _pronoun(c) for c in token.rights):
        return None
    number = page.sentence_at[token.i]
    first, _ = page.sentences[max(number - REACH, 0)]
    for mention in reversed(references.inside(page.doc[first].idx, token.idx)):
        span = page.doc.char_span(mention.start, mention.end, alignment_mode="expand")
        if mention.kind == "noun" and span is not None and _are_people(references.entity(mention.entity), span):
            return mention, span
    return None


def _pronoun(of: Token) -> bool:
    return any(c.pos_ == "PRON" for c in of.rights)


def _are_people(entity: Entity, span: Span) -> bool:
    return entity.type == "group" and not entity.named and span.root.tag_ == "NNS" and span[0].lower_ not in ("the", "a")
