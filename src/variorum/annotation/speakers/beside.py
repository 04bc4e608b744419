"""Who is named right beside words in quotation marks, whatever the verb: ``"...," the gran fumed``, ``"...," raged Orr``."""

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Token

from variorum.annotation.attributions.assembly import Attribution
from variorum.annotation.attributions.cues import LANGUAGE, companions
from variorum.annotation.attributions.page import Page, TokenRange
from variorum.annotation.speakers.misplaced import replaced
from variorum.annotation.words.lists import listed

REACH = 20
"""Tokens behind the closing mark in which the verb must stand."""
OPENING = (",", "?", "!", "…", "...", "–", "—")
"""Marks before the closing quotation mark after which the sentence goes on with who says it."""
FINITE = ("VBD", "VBZ", "VBP")
STARTS = ("DT", "PRP$", "NN", "NNS", "NNP", "NNPS", "JJ", "JJR", "JJS", "CD", "PRP", "VBN", "VBG", "VB", "PDT")
JOINING = ("CC", "IN", "TO", "WP", "WDT", "WRB", "RP")


def with_speakers_beside(page: Page, found: Sequence[Attribution]) -> list[Attribution]:
    """``found``, those without a cue whose quotation is followed by a noun and a verb given to that noun, and those whose
    source is only the possessor of who speaks (``Orr's sister Ann Lee told us``) to the one possessed, and those whose source
    the parse misplaces to the right one."""
    taken = frozenset(i for a in found for i in a.cue)
    changed = [_beside(page, a, taken) or _possessed(page, a) or replaced(page, a) or a for a in found]
    moved = {a.anchor: b.anchor for a, b in zip(found, changed, strict=True) if a.anchor != b.anchor}
    return [replace(a, follows=moved.get(a.follows, a.follows)) if a.follows is not None else a for a in changed]


def _beside(page: Page, item: Attribution, taken: frozenset[int]) -> Attribution | None:
    """``item`` with the speaker named behind its closing mark; ``None`` where it has a cue or nobody is."""
    last = max(item.content)
    if item.cue or page.quote_at[last] < 0:
        return None
    _, end = page.tokens_of(page.quoted[page.quote_at[last]])
    words = _rest_of_sentence(page, end)
    if not words or (page.doc[end - 1].text not in OPENING and words[0].text != ","):
        return None
    named = _so_noun(words) or _noun_then_verb(words) or _verb_then_noun(words)
    if named is None or named[0].i in taken:
        return None
    verb, head, source = named
    rules = ("quote", "order")
    return replace(
        item,
        cue=(verb.i,),
        anchor=verb.i,
        label=verb.text,
        source=source,
        speaker=head,
        rules=rules,
        follows=None,
        act="speech",
    )


def _rest_of_sentence(page: Page, end: int) -> list[Token]:
    """The tokens between the mark that closes at ``end`` and the end of the sentence, a line or the next quotation."""
    words = []
    for i in range(end + 1, min(end + 1 + REACH, len(page.doc))):
        token = page.doc[i]
        if token.is_space or page.quote_at[i] >= 0 or token.text in (".", ";", ":", "!", "?"):
            break
        words.append(token)
    return words


def _so_noun(words: list[Token]) -> tuple[Token, Token, TokenRange] | None:
    """``"...," so the inspector Ada Roe``: all that follows is a noun phrase, as where other languages say "thus"."""
    if words[0].lower_ != "so" or len(words) < 2 or words[1].tag_ not in ("DT", "PRP$", "NN", "NNS", "NNP", "NNPS"):
        return None
    if any(t.pos_ in ("VERB", "AUX") or t.tag_ in FINITE for t in words):
        return None
    head = _head(_core(words[1:]))
    return (words[0], head, (words[1].i, _end(words[1:]))) if head is not None else None


def _noun_then_verb(words: list[Token]) -> tuple[Token, Token, TokenRange] | None:
    """``survivor Ann Lee, 31, told``: all up to the first verb with a tense is who speaks."""
    first = next((n for n, t in enumerate(words) if not t.is_punct), len(words))
    verb = next(
        (n for n in range(first + 1, len(words)) if words[n].tag_ in FINITE and not _in_relative(words, first, n)), None
    )
    if verb is None or words[first].tag_ not in STARTS or words[verb].lemma_.lower() in listed("says_nothing"):
        return None
    core = _core(words[first:verb])
    head = _head(core)
    return (words[verb], head, (words[first].i, _end(words[first:verb]))) if head is not None else None


def _in_relative(words: list[Token], first: int, verb: int) -> bool:
    """Whether a verb belongs to ``who ...`` between two commas."""
    opening = max((n for n in range(first, verb) if words[n].text == ","), default=first)
    return any(t.tag_ in ("WP", "WDT", "WP$", "WRB") for t in words[opening:verb])


def _verb_then_noun(words: list[Token]) -> tuple[Token, Token, TokenRange] | None:
    """``raged Ann Lee of the union``, ``had the guide Ann Lee spoken``."""
    verb = words[0]
    if verb.text == "," or verb.tag_ not in (*FINITE, "VBN") or len(words) < 2:
        return None
    if verb.lemma_.lower() in listed("says_nothing") and not (verb.lower_ == "had" and any(t.tag_ == "VBN" for t in words[2:])):
        return None
    stop = next(
        (n for n in range(1, len(words)) if words[n].is_punct or words[n].tag_ in (*JOINING, *FINITE, "VBN", "RB")), len(words)
    )
    core = words[1:stop]
    head = _head(core)
    return (verb, head, (core[0].i, core[-1].i + 1)) if head is not None and core[0].tag_ in STARTS else None


def _core(words: list[Token]) -> list[Token]:
    """The words up to the first comma or preposition; the name between commas behind them where there is one."""
    stop = next((n for n, t in enumerate(words) if t.text == "," or t.tag_ in ("IN", "TO", "WP", "WDT")), len(words))
    commas = [n for n, t in enumerate(words) if t.text == ","]
    if words[:stop] and words[stop - 1].pos_ != "PROPN" and commas:
        name = [t for t in words[commas[0] + 1 :] if t.text != ","]
        if name and name[-1].pos_ == "PROPN" and name[0].pos_ == "PROPN":
            return name
    return words[:stop]


def _head(core: list[Token]) -> Token | None:
    """The last noun, name or pronoun of a plain noun phrase; ``None`` where it names no one who could speak."""
    while core and core[-1].tag_ in ("RB", "RBR", "CD"):
        core = core[:-1]
    if not core or any(t.tag_ in JOINING or t.is_punct for t in core if t.text not in ("-", "'", "’", '"')):
        return None
    head = core[-1]
    personal = head.lower_ in listed("speaks") or head.lower_ in companions(LANGUAGE, "indefinite")
    if head.tag_ == "PRP" or head.pos_ == "PRON":
        return head if personal else None
    return head if head.pos_ in ("NOUN", "PROPN") and head.ent_type_ not in ("DATE", "TIME") else None


def _end(words: list[Token]) -> int:
    kept = list(words)
    while kept and (kept[-1].is_punct or kept[-1].tag_ == "RB"):
        kept.pop()
    return kept[-1].i + 1 if kept else words[0].i + 1


def _possessed(page: Page, item: Attribution) -> Attribution | None:
    """``item`` with the noun behind ``'s`` as speaker, where its verb was given to the possessor in front of it."""
    token = item.speaker
    if token is None or item.rules[1] in ("owner", "self", "label") or not item.cue or item.source is None:
        return None
    if page.doc[item.anchor].pos_ not in ("VERB", "AUX") or token.i + 2 >= len(page.doc) or token.nbor(1).tag_ != "POS":
        return None
    after = []
    for t in page.doc[token.i + 2 : token.i + 12]:
        if t.pos_ not in ("NOUN", "PROPN", "ADJ", "NUM") and t.tag_ not in ("VBN", "VBG", "HYPH", "JJ"):
            break
        after.append(t)
    head = _head(after)
    if head is None or head.i == item.anchor:
        return None
    return replace(item, speaker=head, source=(item.source[0], max(item.source[1], head.i + 1)))
