"""Contents that are phrases: ``rejected X``, ``warned of X``, ``described Y as X``, ``called it X``, ``put the toll at X``."""

import re

from spacy.tokens import Token

from variorum.annotation.attributions.content import Content, only_pronoun, subtree
from variorum.annotation.attributions.cues import LANGUAGE, Cue, CueEntry, companions
from variorum.annotation.attributions.page import Page
from variorum.annotation.attributions.sources import is_passive, own_subject, plausible
from variorum.annotation.words.lists import listed


def direct_object(page: Page, cue: Cue, entry: CueEntry) -> Content | None:
    """``rejected X``, ``announced X``: the object; ``X was rejected by``: the subject."""
    verb = cue.head
    if is_passive(verb):
        subject = own_subject(page, verb)
        if subject is None or only_pronoun(subject) or not any(c.dep_ == "agent" for c in verb.children):
            return None
        return Content(frozenset(subtree(subject)), "passive object")
    for child in verb.rights:
        if child.dep_ == "dobj" and not only_pronoun(child) and not child.tag_.startswith("W"):
            tokens = subtree(child)
            return Content(frozenset(tokens | _complements_after(verb, child)), "object")
        if child.dep_ == "prep" and child.i in cue.tokens:
            return from_preposition(child, "object")
    return _antecedent(verb) if verb.dep_ == "relcl" and entry.strong and entry.act == "speech" else None


def _antecedent(verb: Token) -> Content | None:
    """``a charge the company denied``: the noun before the relative clause."""
    gap = not any(c.dep_ in ("dobj", "ccomp", "xcomp", "oprd") for c in verb.rights)
    subject = next((c for c in verb.lefts if c.dep_ == "nsubj"), None)
    if not gap or subject is None or subject.tag_ in ("WDT", "WP"):
        return None
    tokens = {i for i in subtree(verb.head) if i < verb.left_edge.i}
    return Content(frozenset(tokens), "relative object")


def _complements_after(verb: Token, noun: Token) -> set[int]:
    """Prepositional phrases right after the object that belong to it though the parse hangs them on the verb."""
    after: set[int] = set()
    end = noun.right_edge.i + 1
    for child in verb.rights:
        if child.left_edge.i == end and child.dep_ in ("prep", "dative"):
            gerund = any(c.dep_ == "pcomp" and c.tag_ == "VBG" for c in child.children)
            if child.lower_ not in listed("joins_object") and not (child.lower_ in ("in", "on") and gerund):
                break
            after |= subtree(child)
            end = child.right_edge.i + 1
    return after


def from_preposition(prep: Token, rule: str) -> Content | None:
    """The object of ``prep`` as content, the preposition itself as part of the cue."""
    below = next((c for c in prep.children if c.dep_ in ("pobj", "pcomp")), None)
    if below is None or only_pronoun(below):
        return None
    return Content(frozenset(subtree(below)), rule, cue=(prep.i,))


def prepositional(page: Page, cue: Cue, entry: CueEntry) -> Content | None:
    """``warned of X``, ``spoke about X``, ``accused Y of X``."""
    head = cue.head
    wanted = entry.prepositions
    places = [head]
    if entry.frames & {"dative", "obj_to"} or entry.lemma in companions(LANGUAGE, "targeting"):
        places += [c for c in head.rights if c.dep_ in ("dobj", "dative")]
        through = [c for c in head.rights if c.dep_ == "prep" and c.lower_ in ("through", "via")]
        speaking = [g for c in through for g in c.children if g.dep_ == "pobj"]
        places += [n for g in speaking for n in (g, *(c for c in g.rights if c.dep_ == "appos"))]
    for place in places:
        for child in place.rights:
            if child.dep_ in ("prep", "agent", "dative") and child.lower_ in wanted and child.i not in cue.tokens:
                found = from_preposition(child, "figure" if _is_number(child) else "preposition")
                if found is not None:
                    return _with_target(head, place, found, entry)
    return _of_behind(head) if entry.lemma == "speak" and "of" in wanted else None


def _of_behind(verb: Token) -> Content | None:
    """``spoke on Monday in the chamber of three arrests``: ``of`` behind when and where it was said, though the parse hangs
    it there."""
    for child in verb.rights:
        below = next((c for c in child.rights if c.dep_ == "pobj"), None) if child.dep_ == "prep" else None
        of = next((c for c in below.rights if c.lower_ == "of"), None) if below is not None else None
        if below is not None and of is not None and child.lower_ in listed("said_in") and _is_number(of):
            return from_preposition(of, "figure")
    return None


def _is_number(prep: Token) -> bool:
    """``speaks of 90``, ``spoke of some 40 dead``: a number stands for the whole statement."""
    below = next((c for c in prep.children if c.dep_ == "pobj"), None)
    numbers = below is not None and (below.tag_ == "CD" or any(c.dep_ == "nummod" for c in below.children))
    return below is not None and numbers and below.ent_type_ not in ("DATE", "TIME")


def _listens(head: Token, place: Token) -> bool:
    """``told the Post of two sacks``: ``of`` belongs to the verb, or to a name that it is no part of."""
    of = next((c for c in place.rights if c.dep_ == "prep"), None)
    below = next((c for c in of.rights if c.dep_ == "pobj"), None) if of is not None else None
    return place.i == head.i or (place.pos_ == "PROPN" and below is not None and below.pos_ != "PROPN")


def _with_target(head: Token, place: Token, found: Content, entry: CueEntry) -> Content | None:
    if entry.lemma == "tell" and not _listens(head, place):
        return None
    target = next((c for c in head.rights if c.dep_ in ("dobj", "dative") and c.i < min(found.tokens)), None)
    cue = found.cue if found.cue and found.cue[0] <= head.i + 3 else ()
    if target is None:
        return Content(found.tokens, found.rule, cue=cue)
    if entry.lemma in companions(LANGUAGE, "targeting") or not (target.pos_ == "PRON" or plausible(target, LANGUAGE)):
        own = subtree(target) - found.tokens
        return Content(found.tokens | own | {found.cue[0]}, found.rule)
    return Content(found.tokens, found.rule, cue=cue, addressee=target)


def described(page: Page, cue: Cue, entry: CueEntry) -> Content | None:
    """``described X as Y``."""
    verb = cue.head
    target = next((c for c in verb.rights if c.dep_ == "dobj"), None)
    if is_passive(verb):
        target = own_subject(page, verb)
    for place in (verb, *([target] if target is not None else [])):
        for child in place.rights:
            predicate = any(c.dep_ in ("pobj", "pcomp", "amod") for c in child.children)
            if child.lower_ == "as" and child.dep_ in ("prep", "mark", "advcl") and predicate:
                own = subtree(target) if target is not None and target.tag_ not in ("WP", "WDT") else set()
                return Content(frozenset(subtree(child) | own if own else subtree(child) - {child.i}), "as")
    return None


def predicated(page: Page, cue: Cue, entry: CueEntry) -> Content | None:
    """``called it X``; ``what he called X``: X alone."""
    verb = cue.head
    target = next((c for c in verb.children if c.dep_ in ("dobj", "pobj") and c.i != verb.i), None)
    predicate = next((c for c in verb.rights if c.dep_ in ("oprd", "attr", "acomp") and c.i not in cue.tokens), None)
    if predicate is None:
        small = next((c for c in verb.rights if _small_clause(page, c)), None)
        return Content(frozenset(subtree(small)), "predicate") if small is not None else _quoted_predicate(page, verb)
    if target is not None and target.i < predicate.i and target.tag_ not in ("WP", "WDT") and target.i > verb.i:
        return Content(frozenset(subtree(target) | subtree(predicate)), "predicate")
    if is_passive(verb) and (subject := own_subject(page, verb)) is not None:
        return Content(frozenset(subtree(subject) | subtree(predicate)), "predicate")
    return Content(frozenset(subtree(predicate)), "predicate")


def _quoted_predicate(page: Page, verb: Token) -> Content | None:
    """``calls the strike "senseless"``, ``which she called "an insult"``: what it is called stands in quotation marks."""
    _, end = page.sentence(verb)
    start = verb.i + 1
    mark = next((i for i in range(start, min(start + _SHORT, end)) if page.quote_at[i] >= 0), None)
    if mark is None or page.quote_at[verb.i] >= 0 or is_passive(verb):
        return None
    between = page.doc[start:mark]
    if any(t.tag_ in ("VBD", "VBZ", "VBP", "MD", "TO", "IN") or t.text in (",", ":", ";") for t in between[1:]):
        return None
    opening, stop = page.tokens_of(page.quoted[page.quote_at[mark]])
    words = page.text(opening, stop)
    return Content(frozenset(range(start, stop)), "predicate") if words[:1].islower() or opening == start + 1 else None


_SHORT = 9


def _small_clause(page: Page, token: Token) -> bool:
    """``it a mistake`` in ``called it a mistake``: a subject and a predicate without a verb."""
    bare = not any(c.dep_ in ("aux", "mark", "auxpass") for c in token.children)
    return token.dep_ == "ccomp" and token.pos_ in ("NOUN", "PROPN", "ADJ") and bare and own_subject(page, token) is not None


def figure(page: Page, cue: Cue, entry: CueEntry) -> Content | None:
    """``puts the number at X``."""
    verb = cue.head
    number = next((c for c in verb.rights if c.dep_ == "dobj"), None)
    if number is None:
        return None
    last = verb.right_edge.i
    for child in verb.rights:
        apart = child.dep_ in ("advcl", "cc", "conj", "ccomp", "parataxis") or child.text in (",", ";", ".")
        if child.i > number.i and apart:
            last = min(last, child.left_edge.i - 1)
    says = last > number.right_edge.i or "at" in page.text(number.i, last + 1).split()
    return Content(frozenset(range(number.left_edge.i, last + 1)), "figure") if says else None


def counted(page: Page, cue: Cue, entry: CueEntry) -> Content | None:
    """``said 40 people``, ``says only two hours``: a number of things that stands for the whole statement."""
    verb = cue.head
    number = next((c for c in verb.rights if c.dep_ in ("dobj", "attr") and c.ent_type_ not in ("DATE", "TIME")), None)
    if number is None or is_passive(verb) or not (number.tag_ == "CD" or any(c.tag_ == "CD" for c in number.children)):
        return None
    if entry.lemma == "see" and number.tag_ != "CD":
        return None
    if entry.lemma == "count" and (number.lemma_.lower() in companions(LANGUAGE, "belonging") or not _counts(page, verb)):
        return None
    return Content(frozenset(subtree(number)), "figure")


def hour(page: Page, cue: Cue, entry: CueEntry) -> Content | None:
    """``The neighbour says 7am, the ministry says 11 o'clock``: an hour that stands for the whole statement."""
    start = max(cue.tokens) + 1
    found = HOUR.match(page.text(start, min(start + 3, page.sentence(cue.head)[1]))) if start < len(page.doc) else None
    if entry.lemma != "say" or found is None or is_passive(cue.head):
        return None
    first = page.doc[start].idx
    words = [t.i for t in page.doc[start : start + 3] if t.idx + len(t) - first <= found.end("hour")]
    return Content(frozenset(words), "figure") if words else None


HOUR = re.compile(
    r"(?P<hour>\d{1,2}(?:[:.]\d\d ?(?:[ap]\.?m\b\.?)?| ?[ap]\.?m\b\.?| o['’]clock))(?=\s*(?:[,;.]|and\b|$))", re.IGNORECASE
)
"""An hour of the clock before a mark: ``7am``, ``4:10``, ``11 o'clock``."""


def counted_from(page: Page, cue: Cue, entry: CueEntry) -> Content | None:
    """``arrives at 60``, ``proceeds from at least two dozen dead``: a number behind a preposition.

    A person arrives at an hour: no figure."""
    subject = own_subject(page, cue.head)
    moves = subject is None or subject.pos_ == "PRON" or subject.ent_type_ == "PERSON"
    for child in cue.head.rights:
        if child.dep_ == "prep" and f"n:{child.lower_}" in entry.frames and _is_number(child):
            return None if moves and child.lower_ == "at" else from_preposition(child, "figure")
    return None


def _counts(page: Page, verb: Token) -> bool:
    """Whether the subject has counted something, rather than has it (``the town counts 900 houses``) or is the reporter."""
    subject = own_subject(page, verb)
    if subject is None or subject.lower_ in ("i", "we"):
        return False
    return subject.ent_type_ not in ("GPE", "LOC", "FAC") and subject.lemma_.lower() not in companions(LANGUAGE, "inhabited")


def put_at(page: Page, cue: Cue, entry: CueEntry) -> Content | None:
    """``puts the crowd at 2,500``, ``gives its dead as six``, ``raised the toll to 19``: a thing and the number or hour
    somebody gives it."""
    verb = cue.head
    thing = next((c for c in verb.rights if c.dep_ == "dobj"), None)
    if thing is None or is_passive(verb):
        return None
    for place in (verb, thing):
        for child in place.rights:
            leads = f"at:{child.lower_}" in entry.frames or (child.lower_ == "at" and "at" in entry.frames)
            below = next((c for c in child.children if c.dep_ == "pobj"), None) if leads else None
            if below is not None and child.i > thing.i and any(t.tag_ == "CD" for t in below.subtree):
                return Content(frozenset(range(thing.left_edge.i, below.right_edge.i + 1)), "figure")
    return None
