"""Figures that share a verb: ``The mission speaks of six wells, the guild of 14``, ``A counts 40 dead, B at least 60``."""

from dataclasses import replace

from spacy.tokens import Token

from variorum.annotation.attributions.assembly import Attribution
from variorum.annotation.attributions.cues import LANGUAGE
from variorum.annotation.attributions.page import Page
from variorum.annotation.attributions.sources import plausible
from variorum.annotation.words.lists import listed

_LONGEST = 16


def with_gapped(page: Page, found: list[Attribution]) -> list[Attribution]:
    """``found`` with the figures that other sources give without a verb of their own, cut off from those of the first."""
    made: list[Attribution] = []
    for item in found:
        last, following = item, _next(page, item)
        while following is not None:
            made.append(replace(last, content=frozenset(i for i in last.content if i < _comma(following))))
            last, following = following, _next(page, following)
        made.append(last)
    return made


def _next(page: Page, item: Attribution) -> Attribution | None:
    figure = item.rules[0] in ("figure", "terse") and item.source is not None and item.content
    return _second(page, item) if figure else None


def _comma(second: Attribution) -> int:
    return (second.source[0] if second.source else min(second.content)) - 1


def _second(page: Page, item: Attribution) -> Attribution | None:
    _, last = page.sentence(page.doc[item.anchor])
    start = next((i for i in range(min(item.content), last) if page.doc[i].text == "," and page.quote_at[i] < 0), last)
    opening = start + 1
    if opening < last and page.doc[opening].lower_ in ("and", "but", "while"):
        opening += 1
    stop = next((i for i in range(opening, last) if page.doc[i].text in (",", ";", ".", ":")), last)
    words = [page.doc[i] for i in range(opening, stop) if not page.doc[i].is_space]
    if not 2 <= len(words) <= _LONGEST or any(t.pos_ in ("VERB", "AUX") or page.quote_at[t.i] >= 0 for t in words):
        return None
    size = _phrase(words)
    head = words[size - 1] if size else None
    number = _number(words[size:], timed=any(page.doc[i].ent_type_ in ("DATE", "TIME") for i in item.content))
    if head is None or number is None or not plausible(head, LANGUAGE) or head.ent_type_ in ("DATE", "TIME"):
        return None
    return replace(
        item,
        content=frozenset(range(number, stop)),
        source=(opening, head.i + 1),
        speaker=head,
        rules=("terse", "order"),
        anchor=number,
        addressee=None,
        between=None,
        also=None,
    )


def _phrase(words: list[Token]) -> int:
    """How many words at the beginning are a definite noun phrase or a name."""
    size = 0
    while size < len(words) and words[size].pos_ in ("DET", "PRON", "ADJ", "NOUN", "PROPN", "PART"):
        size += 1
    while size and words[size - 1].pos_ not in ("NOUN", "PROPN"):
        size -= 1
    named = size > 0 and (words[0].lower_ in listed("opens_definite") or words[0].pos_ == "PROPN")
    return size if named else 0


def _number(words: list[Token], *, timed: bool) -> int | None:
    """Where the number begins that is all that follows, a preposition or a date before it at most; with ``timed`` an hour or
    a span of time too."""
    begin = next((n for n, t in enumerate(words) if t.tag_ == "CD"), None)
    if begin is None or (not timed and any(t.ent_type_ in ("DATE", "TIME") for t in words[begin:])):
        return None
    first = begin
    while first and words[first - 1].lower_ in listed("opens_number"):
        first -= 1
    lead = words[:first]
    short = len(lead) <= 3 and all(t.pos_ in ("ADP", "ADV", "ADJ", "SCONJ") or t.ent_type_ in ("DATE", "TIME") for t in lead)
    return words[first].i if short else None
