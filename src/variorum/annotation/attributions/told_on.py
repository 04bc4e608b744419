"""Sentences that go on telling what somebody said, without a word that says so: ``The gate had been shut, the clerk said. The
guards had left at noon.``"""

from dataclasses import replace

from spacy.tokens import Token

from variorum.annotation.attributions.assembly import Attribution
from variorum.annotation.attributions.cues import LANGUAGE, cue_table
from variorum.annotation.attributions.going_on import carried
from variorum.annotation.attributions.page import Page
from variorum.annotation.attributions.scores import CONTENT_SCORES
from variorum.annotation.attributions.sources import plausible
from variorum.annotation.words.lists import listed

TOLD_ON = ("told on", "carried")
"""Rule of a sentence that goes on with what somebody said in the one before."""
_LED_BY = ("clause", "rest", "after", "around", "question", "quote", *TOLD_ON[:1])


def told_on(page: Page, found: list[Attribution]) -> list[Attribution]:
    """Sentences at one remove (``had``, ``it would``), right behind one that tells in the past tense what one person said, of
    which no word belongs to ``found``. A sentence about a person by pronoun, or with a year or the like, may be the reporter's
    background."""
    taken = {i for a in found for i in (*a.content, *a.cue, *range(*(a.source or (0, 0))))}
    made: list[Attribution] = []
    for number, (first, last) in enumerate(page.sentences[1:], start=1):
        before = page.sentences[number - 1]
        same = page.block_at[before[0]] == page.block_at[first] and not page.blocks[page.block_at[first]].heading
        if not same or any(i in taken or page.quote_at[i] >= 0 for i in range(first, last)):
            continue
        leads = _only_voice(page, before, [*found, *made]) if _looks_back(page, first, last) else None
        if leads is not None:
            item = carried(first, frozenset(range(first, last)), leads, CONTENT_SCORES["told on"])
            made.append(replace(item, rules=TOLD_ON))
    return made


def _only_voice(page: Page, where: tuple[int, int], found: list[Attribution]) -> int | None:
    """The anchor of the attribution of a sentence in which all is said by one."""
    inside = [a for a in found if where[0] <= a.anchor < where[1]]
    inside = [a for a in inside if not any(a.anchor in other.content for other in inside)]
    on = bool(inside) and inside[0].rules == TOLD_ON
    told = all(a.rules[0] in _LED_BY and a.act == "speech" and (on or _past(page.doc[a.anchor])) for a in inside)
    several = {a.speaker.i for a in inside if a.speaker is not None}
    return inside[0].anchor if told and len(several) + on == 1 else None


def _past(verb: Token) -> bool:
    return verb.tag_ == "VBD" and _says(verb)


def _says(verb: Token) -> bool:
    rows = cue_table(LANGUAGE, "cues").get(verb.lemma_.lower(), ())
    return any(e.act == "speech" and e.strong and {"that", "quote"} <= e.frames for e in rows)


def _looks_back(page: Page, first: int, last: int) -> bool:
    """Whether the main verb is in the past perfect, its subject no person by pronoun, or has ``would`` behind a thing, and
    nothing long ago is told."""
    words = [t for t in page.doc[first:last] if not t.is_punct and not t.is_space]
    main = next((t for t in words if t.dep_ == "ROOT"), None)
    negated = main is not None and any(c.dep_ == "neg" for c in main.lefts)
    if main is None or (_says(main) and not negated):
        return False
    subject = next((c for c in main.lefts if c.dep_ in ("nsubj", "nsubjpass", "expl")), None)
    person = subject is not None and subject.tag_ == "PRP"
    would = any(c.dep_ == "aux" and c.lower_ == "would" for c in main.lefts) and subject is not None and _is_thing(subject)
    if not would and (person or not _past_perfect(main)):
        return False
    plain = subject is not None and (words[0].tag_ not in ("CC", "IN", "RB") or words[0].dep_ == "neg")
    return plain and not any(t.lower_ in listed("time_order") or _dates(t) for t in words)


def _is_thing(subject: Token) -> bool:
    """``It would cost``, ``the repair would take``: nobody who could refuse or go on to do something."""
    return subject.lower_ == "it" or (subject.pos_ == "NOUN" and not plausible(subject, LANGUAGE))


def _past_perfect(verb: Token) -> bool:
    had = any(c.dep_ == "aux" and c.lower_ == "had" and c.i < verb.i for c in verb.lefts)
    return (verb.tag_ == "VBN" and had) or (verb.lemma_ == "be" and had)


def _dates(token: Token) -> bool:
    """Whether ``token`` is part of a date longer ago than a day of the week."""
    return token.ent_type_ == "DATE" and (token.like_num or token.lower_ in ("last", "ago", "previous"))
