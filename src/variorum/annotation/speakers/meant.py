"""Who speaks where the grammar puts forward another: the agency that quotes, the owner of who speaks, the label of a turn.

Every step either names another phrase of the same sentence or leaves the words without a speaker.
"""

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Token

from variorum.annotation.attributions.assembly import Attribution
from variorum.annotation.attributions.cues import LANGUAGE, companions
from variorum.annotation.attributions.page import Page
from variorum.annotation.attributions.sources import plausible, source_at
from variorum.annotation.words.lists import listed


def with_speakers_meant(page: Page, found: Sequence[Attribution]) -> list[Attribution]:
    """``found``, each with the speaker that its sentence means, or with none where only the owner of the speaker is known."""
    at = {a.anchor: a for a in found}
    steps = (_quoted, _heard, _told_of, _before_bracket, _own_subject)
    changed = (next((b for step in steps if (b := step(page, a))), None) for a in found)
    return [b or _goes_on(page, a, at) or _owned(a) or a for a, b in zip(found, changed, strict=True)]


def _given(page: Page, item: Attribution, head: Token) -> Attribution:
    source = source_at(page, head, page.doc[item.anchor], item.rules[1])
    return replace(item, speaker=head, source=(source.start, source.end))


def _quoted(page: Page, item: Attribution) -> Attribution | None:
    """``"...," the agency quoted Ann Lee as saying``: she speaks, the agency passes it on."""
    verb = page.doc[item.anchor]
    if verb.i and verb.nbor(-1).lower_ == "as" and verb.lemma_.lower() in companions(LANGUAGE, "saying"):
        verb = verb.nbor(-1).head
    if (
        item.speaker is None
        or item.speaker.i > verb.i
        or verb.lemma_.lower() not in listed("quotes")
        or verb.tag_ not in _FINITE
    ):
        return None
    after = page.doc[verb.i + 1 : verb.sent.end]
    place = next((t.i for t in after if t.lower_ == "as" and t.i + 1 < len(page.doc) and t.nbor(1).tag_ == "VBG"), None)
    if place is None and (plain := _quoted_plainly(page, item, verb)) is not None:
        return replace(_given(page, item, plain), between=item.speaker)
    if place is None or page.doc[place + 1].lemma_.lower() not in companions(LANGUAGE, "saying"):
        return None
    whom = [t for t in page.doc[verb.i + 1 : place] if t.pos_ in ("NOUN", "PROPN", "PRON") and t.head.i in (verb.i, place)]
    head = next((t for t in whom if t.dep_ in ("dobj", "nsubj", "dative", "pobj")), None) or _last_noun(page, verb.i + 1, place)
    return replace(_given(page, item, head), between=item.speaker) if head is not None else None


def _quoted_plainly(page: Page, item: Attribution, verb: Token) -> Token | None:
    """``"...," the agency quotes him``: the pronoun or person right behind the verb, beside whole quoted words."""
    if verb.i + 1 >= len(page.doc) or all(page.quote_at[i] < 0 for i in item.content):
        return None
    whom = next((c for c in verb.rights if c.dep_ in ("dobj", "dative") and c.i not in item.content), None)
    person = whom is not None and (whom.lower_ in ("him", "her", "them") or whom.ent_type_ == "PERSON")
    return whom if person and whom is not None and whom.left_edge.i == verb.i + 1 else None


_FINITE = ("VBD", "VBZ", "VBP", "VBN")


def _last_noun(page: Page, start: int, end: int) -> Token | None:
    """The last word of a plain noun phrase that fills ``[start, end)``."""
    words = [page.doc[i] for i in range(start, end)]
    plain = all(t.pos_ in ("DET", "ADJ", "NOUN", "PROPN", "NUM") for t in words)
    return words[-1] if words and plain and words[-1].pos_ in ("NOUN", "PROPN") else None


def _heard(page: Page, item: Attribution) -> Attribution | None:
    """``The Herald learned from circles around the owner that``: who told the paper speaks."""
    verb = page.doc[item.anchor]
    if verb.lemma_.lower() not in listed("hears") or item.speaker is None or item.speaker.i > verb.i:
        return None
    source = next((c for c in verb.rights if c.dep_ == "prep" and c.lower_ == "from" and c.i not in item.content), None)
    head = next((c for c in source.rights if c.dep_ == "pobj"), None) if source is not None else None
    if head is None or head.i in item.content or not (head.tag_ == "NNS" or plausible(head, LANGUAGE)):
        return None
    return replace(_given(page, item, head), between=item.speaker)


def _told_of(page: Page, item: Attribution) -> Attribution | None:
    """``Orr is understood to be leaving``: of whom something is believed does not say it; ``Orr, whose firm runs it, said``:
    Orr and not the firm."""
    verb, token = page.doc[item.anchor], item.speaker
    if token is None or not item.cue:
        return None
    if verb.tag_ == "VBN" and verb.lemma_.lower() in listed("told_of") and any(c.dep_ == "auxpass" for c in verb.children):
        return replace(item, speaker=None) if token.i < verb.i and item.rules[1] in ("subject", "tagged") else None
    whose = any(c.lower_ == "whose" for c in token.lefts) and item.anchor not in {t.i for t in token.head.subtree}
    owner = token.head.head if whose and token.head.dep_ == "relcl" else None
    return _given(page, item, owner) if owner is not None and plausible(owner, LANGUAGE) else None


def _before_bracket(page: Page, item: Attribution) -> Attribution | None:
    """``Ada Roe (Ind., Heath Ward) said``: who stands before the brackets."""
    token = item.speaker
    if token is None or item.source is None or not item.source[0] < token.i < item.source[1]:
        return None
    opening = next((i for i in range(item.source[0], token.i) if page.doc[i].text == "("), item.source[0])
    inside = opening > item.source[0] and all(page.doc[i].text != ")" for i in range(opening, token.i))
    name = page.doc[opening - 1] if inside else None
    return replace(item, speaker=name) if name is not None and name.pos_ == "PROPN" else None


def _own_subject(page: Page, item: Attribution) -> Attribution | None:
    """``Herald: The minister says that``: in the turn of a label, the verb of saying has a subject of its own."""
    if not item.cue or item.source is None or page.doc[item.anchor].pos_ != "VERB" or item.speaker is None:
        return None
    if page.doc[min(item.source[1], len(page.doc) - 1)].text != ":" or item.source[1] > item.anchor:
        return None
    subject = next((c for c in page.doc[item.anchor].lefts if c.dep_ == "nsubj" and c.i > item.source[1]), None)
    return _given(page, item, subject) if subject is not None and plausible(subject, LANGUAGE) else None


def _goes_on(page: Page, item: Attribution, at: dict[int, Attribution]) -> Attribution | None:
    """``On the mayor's offer she was cool. "It came late."``: who goes on is the subject of that sentence, not the owner of
    an offer in it."""
    before = at.get(item.follows) if item.follows is not None else None
    if item.cue or before is None or before.rules[1] != "owner" or not before.cue:
        return None
    verb = page.doc[before.anchor].sent.root
    subject = next((c for c in verb.lefts if c.dep_ in ("nsubj", "nsubjpass")), None)
    if subject is None or subject.i < before.anchor or min(item.content) < subject.i or not plausible(subject, LANGUAGE):
        return None
    return replace(item, speaker=subject, follows=None)


def _owned(item: Attribution) -> Attribution | None:
    """``Velmar's so-called "admiral" admits``: where only the owner of who speaks was found, nobody is named."""
    token = item.speaker
    if token is None or item.rules[1] in ("owner", "self", "label") or not item.cue or token.i + 2 >= len(token.doc):
        return None
    owns = token.nbor(1).tag_ == "POS" and token.nbor(2).pos_ in ("NOUN", "ADJ", "PROPN", "ADV", "PUNCT")
    return replace(item, speaker=None) if owns and token.i + 1 < item.anchor else None
