"""Attributions by the tagger: other borders for what the rules found, and cues that no list holds."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

import numpy as np
from spacy.tokens import Token

from variorum.annotation.attributions.assembly import Attribution
from variorum.annotation.attributions.cues import LANGUAGE, verb_group
from variorum.annotation.attributions.interview import TURN
from variorum.annotation.attributions.limits import remarks
from variorum.annotation.attributions.page import Page
from variorum.annotation.attributions.sources import is_asked, is_passive, phrase, plausible
from variorum.annotation.attributions.tagger_view import Floats, Parts, TaggedDoc
from variorum.annotation.words.lists import listed
from variorum.records.annotation import Act

CUE_FROM = 0.7
"""A word is taken for a cue that no rule knows from this probability on."""
OWN = 0.3
"""What other borders must fit better by than the rule's own, as soft Jaccard: by judgement."""
LIKELY = 0.5


@dataclass(frozen=True, slots=True)
class Support:
    """How far the tagger agrees with an attribution: shares in 0..1, three decimals.

    ``cue``: its word attributes; ``content``: soft Jaccard of the words with what the tagger expects.
    """

    cue: float
    content: float


def support(page: Page, item: Attribution, tagged: TaggedDoc) -> Support:
    """The tagger's view of ``item``."""
    anchor = _anchor(page, item)
    parts = tagged.parts(page.doc[anchor])
    words = [i for i in item.content if _counts(page, i)]
    return Support(max(tagged.attributes(i) for i in {anchor, *item.cue}), soft_jaccard(page, words, parts.content))


def _anchor(page: Page, item: Attribution) -> int:
    """The token that the tagger knows an attribution by: its cue, or the first word of what is reported."""
    if item.cue:
        return item.anchor
    return min((i for i in item.content if page.doc[i].is_alpha), default=min(item.content))


def _counts(page: Page, i: int) -> bool:
    return not (page.doc[i].is_punct or page.doc[i].is_space)


def soft_jaccard(page: Page, tokens: Iterable[int], probability: Floats) -> float:
    """Expected overlap over expected union of ``tokens`` with the set that ``probability`` describes; three decimals."""
    inside = [i for i in tokens if _counts(page, i)]
    if not inside:
        return 0.0
    shared = float(probability[inside].sum())
    union = len(inside) + float(probability.sum()) - shared
    return round(shared / union, 3) if union > 0 else 0.0


def with_better_borders(page: Page, found: list[Attribution], tagged: TaggedDoc) -> list[Attribution]:
    """``found`` with the content that fits the tagger best among the rule's own and those its parse allows."""
    return [
        _rebordered(page, item, tagged, _of_others(item, found) | _next_remark(page, item, found) | _across(page, item, found))
        if item.cue and item.rules[0] not in _FIXED
        else item
        for item in found
    ]


_FIXED = (TURN, "led to", "clear", "account", "terse")
"""Rules whose content is bordered by marks that cannot be misread."""


def _of_others(item: Attribution, found: list[Attribution]) -> set[int]:
    """Whom ``item`` tells, and what another attribution by the same words says of whom."""
    tells = item.addressee is not None and item.addressee.head.lemma_ == "tell"
    told = {t.i for t in item.addressee.subtree} if item.addressee is not None and tells else set()
    same = [a for a in found if a is not item and a.cue == item.cue and a.source is not None]
    beside = (range(min(*a.content, a.source[0]), max(*a.content, a.source[1]) + 1) for a in same if a.source and a.content)
    return told.union(*(set(r) for r in beside if item.anchor not in r)) - item.content


def _next_remark(page: Page, item: Attribution, found: list[Attribution]) -> set[int]:
    """``X, she said, adding that Y``: what the participle behind the cue opens is no part of X."""
    if item.rules[0] not in ("after", "around"):
        return set()
    heads = ((page.doc[a.anchor], a) for a in found if a is not item and not a.content & item.content)
    return {i for verb, a in heads if verb.tag_ == "VBG" and verb.head.i == item.anchor < verb.i for i in a.content}


def _across(page: Page, item: Attribution, found: list[Attribution]) -> set[int]:
    """``X, the clerk says; Y, vows the mayor``: what a semicolon parts from the words of ``item`` where another attribution
    stands."""
    first, last = page.sentence(page.doc[item.anchor])
    own = {item.anchor, *item.content}
    marks = [i for i in range(first, last) if page.doc[i].text == ";" and page.quote_at[i] < 0]
    low = max((i for i in marks if i < min(own)), default=first)
    high = min((i for i in marks if i > max(own)), default=last)
    others = [a.anchor for a in found if a is not item and page.quote_at[a.anchor] < 0]
    before = range(first, low if any(first <= i < low for i in others) else first)
    return {*before, *range(high if any(high < i < last for i in others) else last, last)}


def _rebordered(page: Page, item: Attribution, tagged: TaggedDoc, others_words: set[int]) -> Attribution:
    """``item`` with the borders that fit best, none of ``others_words`` in them; what stands in quotation marks stays whole."""
    parts = tagged.parts(page.doc[item.anchor])
    own = soft_jaccard(page, item.content, parts.content)
    barred = set(item.cue) | (set(range(*item.source)) if item.source else set()) | others_words
    quoted = {i for i in item.content if page.quote_at[i] >= 0 and page.quote_at[item.anchor] < 0}
    counted = {i for i in item.content if page.doc[i].tag_ == "CD"} if item.rules[0] == "figure" else set()
    kept = quoted | _joined_on(page, item) | counted
    if len(quoted) * 2 > len(item.content):
        return item
    others = [c - barred for c in _constituents(page, page.doc[item.anchor], parts, item.content)]
    others = [c for c in others if kept <= c and any(_counts(page, i) for i in c) and _stays(page, item, c)]
    best = max(others, key=lambda c: (soft_jaccard(page, c, parts.content), -min(c), len(c)), default=item.content)
    gain = soft_jaccard(page, best, parts.content) - own
    return replace(item, content=best) if gain > OWN else item


def _joined_on(page: Page, item: Attribution) -> set[int]:
    """``A pump failed, she said, and the hall was flooded``: what goes on after a cue clause with ``and``, a semicolon
    or ``up from``."""
    after = {i for i in item.content if i > item.anchor and _counts(page, i)} if item.rules[0] == "around" else set()
    first = min(after, default=0)
    joined = page.doc[first].lower_ in listed("goes_on") or (first and page.doc[first - 1].text == ";")
    return after if joined and item.act in ("speech", "document") else set()


def _stays(page: Page, item: Attribution, content: frozenset[int]) -> bool:
    """Whether ``content`` takes in no other paragraph or sentence, no quoted sentence that the rule left to others and no
    remark of the reporter's (``..., a claim that nobody could check``); a figure behind its cue (``says 7am``) takes in nothing
    before it."""
    if item.rules[0] == "figure" and min(content) < item.anchor < min(item.content):
        return False
    blocks = {page.block_at[i] for i in (item.anchor, *item.content)}
    added = content - item.content
    if any(page.block_at[i] not in blocks and _counts(page, i) for i in added):
        return False
    sentences = {page.sentence_at[i] for i in (item.anchor, *item.content)}
    if any(page.sentence_at[i] not in sentences and _counts(page, i) for i in added):
        return False
    if any(remarks(page, i) for i in added):
        return False
    own = {page.quote_at[i] for i in (item.anchor, *item.content)}
    others = {page.quote_at[i] for i in added} - own - {-1}
    return not any(_closes_sentence(page, number) for number in others)


def _near(page: Page, cue: Token, content: frozenset[int]) -> frozenset[int]:
    """What of ``content`` stands in the paragraph of ``cue``, else in the one that it leads on to."""
    own = page.block_at[cue.i]
    here = frozenset(i for i in content if page.block_at[i] == own)
    return here if any(_counts(page, i) for i in here) else frozenset(i for i in content if page.block_at[i] == own + 1)


def _closes_sentence(page: Page, number: int) -> bool:
    """Whether a quotation ends like a sentence rather than like a word or phrase of somebody else's."""
    return page.raw[slice(*page.quoted[number].inner)].rstrip()[-1:] in _ENDS


_ENDS = (".", ",", "!", "?", "…")


def _constituents(page: Page, cue: Token, parts: Parts, own: frozenset[int] = frozenset()) -> Iterator[frozenset[int]]:
    """Possible contents: constituents the tagger marks, alone and with ``own``, and ``own`` with one of its parts cut off."""
    likely = {int(i) for i in np.flatnonzero(parts.content >= LIKELY)}
    tops = [page.doc[i] for i in sorted(likely) if page.doc[i].head.i not in likely or page.doc[i].head.i == i]
    for top in tops:
        below = frozenset(t.i for t in top.subtree)
        if cue.i not in below:
            yield below
            yield below | own
    if likely and max(likely) - min(likely) < len(likely) * 1.2:
        yield frozenset(range(min(likely), max(likely) + 1))
    for i in sorted(own):
        token = page.doc[i]
        if token.dep_ in _CUT and token.head.i in own:
            yield frozenset(own - {t.i for t in token.subtree})


_CUT = frozenset(("advcl", "prep", "npadvmod", "conj", "relcl", "ccomp", "parataxis", "appos"))


def further(page: Page, found: list[Attribution], tagged: TaggedDoc) -> list[Attribution]:
    """Attributions whose cue only the tagger sees."""
    taken = {i for a in found for i in (*a.cue, a.anchor)}
    made = []
    for i in np.flatnonzero(tagged.cue[:, 0] <= 1 - CUE_FROM):
        act, _ = tagged.act(int(i))
        if act is not None and int(i) not in taken:
            item = _from_tagged(page, page.doc[int(i)], tagged)
            made += [item] if item is not None else []
    return made


def _from_tagged(page: Page, cue: Token, tagged: TaggedDoc) -> Attribution | None:
    act, _ = tagged.act(cue.i)
    parts = tagged.parts(cue)
    group = verb_group(cue) if cue.pos_ in ("VERB", "AUX") else (cue.i,)
    contents = [c - set(group) for c in _constituents(page, cue, parts)]
    contents = [c for c in (_near(page, cue, c) for c in contents) if any(_counts(page, i) for i in c)]
    if act is None or not contents:
        return None
    content = max(contents, key=lambda c: (soft_jaccard(page, c, parts.content), -min(c), len(c)))
    head = _source_head(page, cue, parts, things=act in ("speech", "document"))
    head = None if head is not None and _undergoes(cue, head) else head
    shown = phrase(page, head, cue) if head is not None else None
    if shown is not None:
        content = content - set(range(*shown))
    if not any(_counts(page, i) for i in content) or not _reports(page, cue, act, head):
        return None
    return Attribution(
        cue=group,
        anchor=cue.i,
        label=" ".join(page.doc[i].text for i in group),
        content=frozenset(content),
        source=shown,
        speaker=head,
        rules=("tagged", "tagged" if head is not None else "none"),
        act=act,
        polarity="negative" if any(c.dep_ == "neg" for c in cue.children) else "positive",
        modality="planned" if act == "intent" else "asserted",
        score=tagged.attributes(cue.i),
    )


def _undergoes(cue: Token, head: Token) -> bool:
    """``The storm was forecast to turn``, ``the envoy, asked if it did, said``: the subject of a passive does not speak."""
    return (head.dep_ == "nsubjpass" and head.head.i == cue.i) or (is_asked(cue) and not cue.is_ancestor(head))


def _reports(page: Page, cue: Token, act: Act, head: Token | None) -> bool:
    """Whether somebody is there to speak, and the report says so rather than somebody quoted (``"I think that ..."``)."""
    if head is None and not (cue.pos_ in ("VERB", "AUX") and is_passive(cue)):
        return False
    if head is not None and not _linked(cue, head):
        return False
    if page.quote_at[cue.i] < 0:
        return True
    return act == "speech" and head is not None and head.pos_ in ("NOUN", "PROPN") and cue.tag_ in _FINITE


_FINITE = ("VBD", "VBZ", "VBP", "VBN")
_GOES_ON = ("xcomp", "conj", "advcl", "acl", "relcl", "pcomp")


def _linked(cue: Token, head: Token) -> bool:
    """Whether the grammar ties the source to the cue: below it, or the subject of a verb that it goes on from.

    In ``the port agreed to a state demand to close`` the port is no source of the demand.
    """
    if head.i == cue.i or cue.is_ancestor(head) or _right_before(cue, head):
        return True
    verb = cue
    while cue.pos_ in ("VERB", "AUX") and verb.dep_ in _GOES_ON and verb.head.i != verb.i:
        verb = verb.head
        if verb.i == head.i or (head.head.i == verb.i and head.dep_ in ("nsubj", "nsubjpass")):
            return True
    return False


def _right_before(cue: Token, head: Token) -> bool:
    """``X, his adviser, Abel Orr, told the paper``: the name and the verb stand side by side, a comma between them at most."""
    tensed = cue.tag_ in _FINITE and head.pos_ == "PROPN"
    gap = range(head.i + 1, cue.i)
    return tensed and head.i < cue.i and len(gap) <= 2 and all(cue.doc[i].is_punct or cue.doc[i].pos_ == "AUX" for i in gap)


def _source_head(page: Page, cue: Token, parts: Parts, *, things: bool) -> Token | None:
    """The word that heads the phrase the tagger takes for the source; ``None`` where it sees none.

    With ``things`` also the subject of the cue that no list knows as a speaker (``Telemetry shows``).
    """
    likely = {int(i) for i in np.flatnonzero(parts.source >= LIKELY)}
    heads = [page.doc[i] for i in sorted(likely) if page.doc[i].head.i not in likely and page.doc[i].i != cue.i]
    nouns = [t for t in heads if t.pos_ in ("NOUN", "PROPN", "PRON") and plausible(t, LANGUAGE)]
    nouns = nouns or [t for t in heads if t.pos_ == "NOUN" and t.dep_ == "nsubj" and t.head.i == cue.i and things]
    return max(nouns, key=lambda t: (round(float(parts.source[t.i]), 3), -abs(t.i - cue.i)), default=None)
