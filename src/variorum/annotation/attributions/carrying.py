"""Who goes on speaking in words without a cue: whoever the sentence before is about, else the last speaker."""

from spacy.tokens import Token

from variorum.annotation.attributions.assembly import Attribution
from variorum.annotation.attributions.cues import LANGUAGE
from variorum.annotation.attributions.page import Page
from variorum.annotation.attributions.sources import plausible, source_type
from variorum.annotation.mentions.types import noun_type

SENTENCE_ENDS = (".", "!", "?", "…", "...")
_FINITE = ("VBD", "VBZ", "VBP", "MD")
_SPOKEN = ("speech", "document", "belief", "attitude", "intent")


def actor_before(page: Page, start: int, linked: list[Attribution]) -> Token | None:
    """``Gus Orr brought a jar. "I am not making a threat."``: the person who acts in the sentence right before the words
    that begin at token ``start``, in the same paragraph.

    Of two clauses the last. ``None`` where that sentence attributes something itself, or where no single person acts.
    """
    end = start - 1
    while end > 0 and page.doc[end - 1].is_space:
        end -= 1
    if end < 2 or page.block_at[end - 1] != page.block_at[start] or page.doc[end - 1].text not in (".", "!", ":"):
        return None
    first, _ = page.sentence(page.doc[end - 1])
    if any(first <= a.anchor < end and page.quote_at[a.anchor] < 0 for a in linked):
        return None
    acting = [t for t in (page.doc[i] for i in range(first, end)) if _acts(page, t)]
    subject = acting[-1] if acting else None
    if subject is None or any(c.dep_ == "conj" for c in subject.rights):
        return None
    name = next((c for c in subject.rights if c.dep_ == "appos" and c.pos_ == "PROPN"), subject)
    return name if plausible(name, LANGUAGE) and _is_person(name) else None


def _acts(page: Page, token: Token) -> bool:
    """Whether a word is the subject of a clause of its own outside of quotation marks."""
    main = token.head.dep_ in ("ROOT", "conj", "ccomp", "parataxis") and token.head.tag_ in (*_FINITE, "VBN", "VBG", "VB")
    return token.dep_ in ("nsubj", "nsubjpass") and page.quote_at[token.i] < 0 and main


def _is_person(token: Token) -> bool:
    if token.pos_ == "PRON":
        return token.lower_ in ("he", "she")
    return token.pos_ == "PROPN" or source_type(token, LANGUAGE) == "group"


def carrier(page: Page, start: int, end: int, linked: list[Attribution]) -> Attribution | None:
    """The attribution whose speaker goes on in the words ``[start, end)``: the last one before in the paragraph, else in the
    paragraph before."""
    block = page.block_at[start]
    spoken = [a for a in linked if a.act in _SPOKEN and outermost(page, a) and a.anchor < start]
    here = [a for a in spoken if page.block_at[a.anchor] == block]
    if here:
        return here[-1] if _starts_sentence(page, start) and ends_sentence(page, end) else None
    if not _alone(page, block):
        return None
    earlier = [a for a in spoken if page.block_at[a.anchor] == block - 1]
    main = [a for a in earlier if a.speaker is not None or a.follows is not None]
    return max(main, key=lambda a: a.anchor) if main else None


def another_acts(page: Page, said: Attribution, start: int) -> bool:
    """Whether a person other than the speaker of ``said`` acts between it and the words that begin at token ``start``: then
    it is not clear whose they are."""
    after = range(max(said.anchor, *said.content, said.source[1] if said.source else 0) + 1, start)
    acting = [page.doc[i] for i in after if _acts(page, page.doc[i])]
    return any(t.pos_ == "PROPN" or (t.pos_ == "NOUN" and noun_type(t.lemma_.lower()) == "person") for t in acting)


def outermost(page: Page, found: Attribution) -> bool:
    """Whether the report itself makes the attribution, and nobody quoted."""
    return not found.cue or page.quote_at[found.anchor] < 0


def ends_sentence(page: Page, end: int) -> bool:
    """Whether nothing of the same sentence follows the quotation up to ``end`` that could name another speaker."""
    rest = page.doc[min(end + 1, len(page.doc) - 1) :]
    after = next((t for t in rest[:4] if not t.is_punct), None)
    if after is None or after.is_space or page.quote_at[after.i] >= 0 or page.block_at[after.i] != page.block_at[end - 1]:
        return True
    return page.doc[end - 1].text in SENTENCE_ENDS and after.text[:1].isupper() and after.pos_ != "VERB"


def _starts_sentence(page: Page, start: int) -> bool:
    i = start - 2
    while i >= 0 and page.doc[i].is_space:
        i -= 1
    return i < 0 or page.doc[i].text[-1] in (*SENTENCE_ENDS, "”", '"', "’", "''") or page.block_at[i] != page.block_at[start]


def _alone(page: Page, block: int) -> bool:
    """Whether the paragraph holds nothing but quotations."""
    where = page.blocks[block]
    return not where.heading and all(
        page.quote_at[i] >= 0 or page.doc[i].is_punct or page.doc[i].is_space for i in range(where.start, where.end)
    )
