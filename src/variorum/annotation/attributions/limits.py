"""Where reported words end: another voice, the same speaker's next remark, the reporter's own, the end of a headline."""

from variorum.annotation.attributions.content import Content
from variorum.annotation.attributions.cues import LANGUAGE, Cue, companions, cue_table
from variorum.annotation.attributions.page import Page
from variorum.annotation.attributions.sources import Source
from variorum.annotation.attributions.subjects import rejoined
from variorum.annotation.words.lists import listed


def said_only(page: Page, cue: Cue, content: Content, source: Source | None) -> set[int]:
    """The content without the attribution itself and without what a following participle of saying opens."""
    tokens = set(content.tokens) - set(cue.tokens) - set(content.cue)
    if (source is not None and content.rule not in ("raised", "passive object", "as", "predicate")) or (
        source is not None and source.start > cue.head.i
    ):
        tokens -= set(range(source.start, source.end))
    if content.rule in ("after", "around"):
        return tokens
    tokens -= _when_said(page, cue, tokens)
    for i in sorted(i for i in tokens if i > cue.head.i):
        if _reports_on(page, i, cue) or _concedes(page, i, cue):
            return {k for k in tokens if k < i}
        if rejoined(page.doc[i], cue.head):
            joint = max((c.i for c in page.doc[i].head.children if c.dep_ == "cc" and c.i < i), default=i)
            return {k for k in tokens if k < joint}
        if (stop := _next_voice(page, i, cue)) is not None:
            return {k for k in tokens if k < stop}
    return _to_heading_end(page, tokens, cue, content)


def _when_said(page: Page, cue: Cue, tokens: set[int]) -> set[int]:
    """``said on Monday it would``: a date between cue and clause tells when it was said."""
    first = min((i for i in tokens if i > cue.head.i), default=-1)
    if first < 0 or page.quote_at[first] >= 0:
        return set()
    i = first + (page.doc[first].lower_ in listed("date_opener"))
    start = i
    while i in tokens and page.doc[i].ent_type_ in ("DATE", "TIME"):
        i += 1
    clause = start < i and i in tokens and page.doc[i].pos_ in ("PRON", "DET", "PROPN", "NOUN", "SCONJ", "NUM", "ADJ")
    return set(range(first, i)) if clause and page.doc[start].dep_ not in ("nsubj", "compound", "poss") else set()


def _concedes(page: Page, i: int, cue: Cue) -> bool:
    """``..., though``, ``..., even as``, ``..., a claim that X denied`` after reported words: the reporter's own remark."""
    token = page.doc[i]
    if remarks(page, i):
        return page.quote_at[i] < 0 and page.quote_at[cue.head.i] < 0
    if token.lower_ not in listed("turns") or page.doc[i - 1].text != ",":
        return False
    if page.quote_at[i] >= 0 or page.quote_at[cue.head.i] >= 0:
        return False
    return token.lower_ != "even" or page.doc[min(i + 1, len(page.doc) - 1)].lower_ in ("as", "though")


def remarks(page: Page, i: int) -> bool:
    """Whether ``a`` at ``i`` opens an apposition on what was just said: a noun for words or deeds with a relative clause."""
    if page.doc[i].lower_ != "a":
        return False
    noun = page.doc[min(i + 1, len(page.doc) - 1)]
    apart = page.doc[i - 1].text in (",", "—", "–", "--", "-")
    return apart and noun.lower_ in companions(LANGUAGE, "aside") and any(c.dep_ in ("relcl", "acl") for c in noun.rights)


def _next_voice(page: Page, i: int, cue: Cue) -> int | None:
    """Where ``and others said that ...`` begins: a second speaker with a verb of saying, joined to the reported clause."""
    token = page.doc[i]
    if token.dep_ != "conj" or token.tag_ not in ("VBD", "VBZ", "VBP", "VBN") or page.quote_at[i] != page.quote_at[cue.head.i]:
        return None
    says = any(e.strong and {"that", "quote"} <= e.frames for e in cue_table(LANGUAGE, "cues").get(token.lemma_.lower(), ()))
    subject = next((c for c in token.lefts if c.dep_ == "nsubj"), None)
    if not says or subject is None or not any(c.dep_ == "ccomp" for c in token.rights):
        return None
    joins = [c.i for c in token.head.children if c.dep_ == "cc" and c.i < subject.left_edge.i]
    return max(joins, default=subject.left_edge.i)


def _to_heading_end(page: Page, tokens: set[int], cue: Cue, content: Content) -> set[int]:
    """In a headline the content after the cue goes on to the end of the line or to its colon."""
    block = page.blocks[page.block_at[cue.head.i]]
    if not block.heading or content.rule not in ("object", "preposition") or not tokens or max(tokens) < cue.head.i:
        return tokens
    after = range(max(tokens) + 1, block.end)
    return tokens.union(after) if not any(page.doc[i].text in (":", ",", ";", "–", "—", "|") for i in after) else tokens


def _reports_on(page: Page, i: int, cue: Cue) -> bool:
    """``..., adding``: a participle after a comma with which the same speaker goes on."""
    token = page.doc[i]
    if (
        token.tag_ != "VBG"
        or page.quote_at[i] != page.quote_at[cue.head.i]
        or token.lemma_.lower() not in companions(LANGUAGE, "going on")
    ):
        return False
    k = i - 1
    while page.doc[k].tag_ == "RB":
        k -= 1
    return page.doc[k].text == "," and any(c.dep_ in ("ccomp", "dobj", "prep", "prt", "xcomp", "advcl") for c in token.rights)
