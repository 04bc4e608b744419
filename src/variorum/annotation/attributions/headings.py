"""Attributions in headlines and cross-heads: ``No deal: minister``, ``Report: no deal``, a headline that is all quotation."""

import functools
from dataclasses import replace

from spacy.tokens import Token

from variorum.annotation.attributions.assembly import Attribution
from variorum.annotation.attributions.cues import LANGUAGE
from variorum.annotation.attributions.going_on import carried
from variorum.annotation.attributions.labels import head_of_label
from variorum.annotation.attributions.page import Block, Page
from variorum.annotation.attributions.quotes import units
from variorum.annotation.attributions.scores import CONTENT_SCORES
from variorum.annotation.attributions.sources import plausible, source_type
from variorum.annotation.mentions.types import titles
from variorum.annotation.words.lists import listed
from variorum.language.lexicon import words

_FINITE = ("VBD", "VBZ", "VBP", "MD")
SPEAKS_BELOW = ("heading", "below")
"""Rule of a heading whose label is a source in the text below."""
QUOTED_BELOW = 0.62
"""Score of words in a heading given to who says them below: by judgement."""
_SAME_WORDS = 0.5
"""Share of a quoted heading's content words that must recur in a quotation below for its speaker to be taken over."""


def from_headings(page: Page, found: list[Attribution]) -> list[Attribution]:
    """The attributions that the headings of ``page`` make; ``found`` are those of the text."""
    made: list[Attribution] = []
    linked = {a.anchor for a in found}
    for block in page.blocks:
        spoken = _transcript(page, block)
        if spoken is not None:
            made.append(spoken)
        elif block.heading:
            below = _repeated(page, block, found)
            made += [below] if below is not None else (a for a in _around_colon(page, block, found) if a.anchor not in linked)
    taken = {i for a in (*found, *made) for i in a.content}
    return made + _quoted_headings(page, found, taken)


def repeated_below(page: Page, found: list[Attribution]) -> list[Attribution]:
    """The quoted headings that ``found`` leaves open, given to whoever says the same words below, such as in an interview."""
    taken = {i for a in found for i in a.content}
    opened = [
        b for b in page.blocks if b.heading and not any(page.quote_at[i] >= 0 and i in taken for i in range(b.start, b.end))
    ]
    made = [below for block in opened if (below := _repeated(page, block, found)) is not None]
    return made + _quoted_headings(page, found, taken.union(i for a in made for i in a.content))


def _around_colon(page: Page, block: Block, found: list[Attribution]) -> list[Attribution]:
    for dashed in (_after_dash(page, block), _before_dash(page, block)):
        if dashed is not None:
            return [dashed]
    colons = [i for i in range(block.body, block.end) if page.doc[i].text == ":" and page.quote_at[i] < 0]
    if not colons:
        return []
    last, first = colons[-1], colons[0]
    right = _source_head(page, last + 1, block.end)
    role = right is not None and source_type(right, LANGUAGE) in ("group", "organisation") and last - block.body > 4
    if right is not None and (role or _says_something(page, block.body, last)):
        return [_heading(page, last, (block.body, last), (last + 1, block.end), right)]
    if (quoting := _quoted_before(page, block, first)) is not None:
        return [quoting]
    left = _source_head(page, block.body, first)
    if (spoken := _spoken_below(page, block, first, found)) is not None:
        made = _heading(page, first, (first + 1, block.end), (block.body, first), spoken)
        made = replace(made, rules=SPEAKS_BELOW) if _heads_source(page, spoken, found) else made
    elif left is not None and _speaks_first(page, left, first, block) and _says_something(page, first + 1, block.end):
        made = _heading(page, first, (first + 1, block.end), (block.body, first), left)
    else:
        return []
    if made.speaker is not None and _is_official(page, made.speaker, block.body) and _is_clause(page, made):
        return [replace(made, rules=SPEAKS_BELOW)]
    return [made] if _borne_out(page, block, made, found) else []


def _borne_out(page: Page, block: Block, made: Attribution, found: list[Attribution]) -> bool:
    """Whether the text below shows that a label speaks and is not what the headline is about (``Roe: union leader jailed``):
    words in quotation marks or of the first person behind it, or what is said below in the same words."""
    below = [a for a in found if a.anchor >= block.end and a.source is not None]
    content = [page.doc[i] for i in sorted(made.content)]
    personal = listed("first_singular") | listed("first_plural")
    if not below or page.quote_at[content[0].i] >= 0 or page.quote_at[content[-1].i] >= 0:
        return True
    if any(t.lower_ in personal for t in content):
        return True
    if not any(t.tag_ in _FINITE for t in content) and any(source_type(t, LANGUAGE) == "document" for t in content):
        return False
    label = made.speaker.lower_ if made.speaker is not None else ""
    own = [a for a in below if a.source is not None and label in {page.doc[i].lower_ for i in range(*a.source)}]
    kind = source_type(page.doc[made.speaker.i], LANGUAGE) if made.speaker is not None else None
    if kind == "document":
        return bool(own)
    role = kind == "group" and made.source is not None and made.source[1] - made.source[0] <= 2
    return _share_below(page, made.content, below if role else own) >= _BORNE_OUT


def _is_official(page: Page, head: Token, start: int) -> bool:
    """``Foreign Ministry: Inspectors broke the rules``, ``President Roe: the guilty will be found``: a body or an office, which
    reports do not put before a whole clause that is about it."""
    before = [t.lower_ for t in page.doc[start : head.i] if t.lower_ in titles() and titles()[t.lower_][0] != "honorific"]
    return head.lower_ in listed("speaks_by_label") or head.lower_ in titles() or (head.pos_ == "PROPN" and bool(before))


def _is_clause(page: Page, made: Attribution) -> bool:
    """Whether what follows the label has a verb with its subject, which the parse may see in the label."""
    verbs = [page.doc[i] for i in made.content if page.doc[i].tag_ in _FINITE]
    subjects = (c for i in {*made.content, *range(*(made.source or (0, 0)))} if (c := page.doc[i]).head.i in made.content)
    return bool(verbs) and any(c.dep_ in ("nsubj", "nsubjpass", "expl") for c in subjects)


_BORNE_OUT = 0.2
"""Share of the content words of a headline that one thing said below must hold: by judgement."""


def _share_below(page: Page, tokens: frozenset[int], below: list[Attribution]) -> float:
    wanted = _content_words(page, tokens)
    return round(max((len(wanted & _content_words(page, a.content)) / max(1, len(wanted)) for a in below), default=0.0), 3)


def _repeated(page: Page, block: Block, found: list[Attribution]) -> Attribution | None:
    """A headline with words quoted below, before or after a colon or dash: whoever says them there."""
    marks = (":", *_DASHES)
    for unit in units(page):
        if not block.body < unit.start < unit.end <= block.end:
            continue
        beside = (page.doc[unit.start - 2].text, page.doc[min(unit.end + 1, block.end - 1)].text)
        below = [a for a in found if a.anchor >= block.end]
        same = _same_words(page, unit.tokens, below) if any(mark in marks for mark in beside) else None
        if same is not None:
            return carried(unit.start, unit.tokens, _spoken_at(same), QUOTED_BELOW)
    return None


def _transcript(page: Page, block: Block) -> Attribution | None:
    """``KOVEL: Thank you``: a label in capitals before a colon opens what that person says."""
    colon = next((i for i in range(block.body, min(block.body + 5, block.end)) if page.doc[i].text == ":"), None)
    if (
        colon is None
        or colon == block.body
        or colon + 3 > block.end
        or (block.heading is False and page.quote_at[colon + 1] >= 0)
    ):
        return None
    label = page.text(block.body, colon)
    head = page.doc[colon - 1]
    slogan = block.heading and any(page.doc[i].tag_ == "IN" for i in range(block.body, colon))
    if (
        slogan
        or not label.isupper()
        or len(label) < 4
        or page.text(colon + 1, block.end).isupper()
        or label.lower() in _labels()
    ):
        return None
    return _heading(page, colon, (colon + 1, block.end), (block.body, colon), head) if plausible(head, LANGUAGE) else None


def _before_dash(page: Page, block: Block) -> Attribution | None:
    """``"We are not afraid" - protesters defy ban``: as with a colon."""
    dash = next((i for i in range(block.body, block.end) if page.doc[i].text in _DASHES and page.quote_at[i] < 0), None)
    return _quoted_before(page, block, dash) if dash is not None else None


_DASHES = ("-", "–", "—", "--")


def _after_dash(page: Page, block: Block) -> Attribution | None:
    """``Fire under control - officials``: a role after the last dash of a headline."""
    dashes = [i for i in range(block.body, block.end) if page.doc[i].text in _DASHES and page.quote_at[i] < 0]
    if not dashes or dashes[-1] - block.body < 3:
        return None
    head = _source_head(page, dashes[-1] + 1, block.end)
    short = block.end - dashes[-1] <= 5 and page.doc[dashes[-1] - 1].whitespace_ != ""
    if head is None or not short or source_type(head, LANGUAGE) not in ("group", "organisation"):
        return None
    colon = next((i for i in range(block.body, dashes[-1]) if page.doc[i].text == ":" and page.quote_at[i] < 0), None)
    labelled = colon is not None and page.text(block.body, colon).lower() in _labels()
    start = colon + 1 if colon is not None and labelled else block.body
    return _heading(page, dashes[-1], (start, dashes[-1]), (dashes[-1] + 1, block.end), head)


def _quoted_before(page: Page, block: Block, colon: int) -> Attribution | None:
    """``"They knew": engineer accuses company``: all quotation before the colon, its speaker the subject after it."""
    words_before = [i for i in range(block.body, colon) if not page.doc[i].is_punct and not page.doc[i].is_space]
    if len(words_before) < 2 or not all(page.quote_at[i] >= 0 for i in words_before):
        return None
    subjects = (page.doc[i] for i in range(colon + 1, block.end) if page.doc[i].dep_ in ("nsubj", "nsubjpass"))
    head = next((t for t in subjects if t.head.tag_ in _FINITE and plausible(t, LANGUAGE)), None)
    owners = (page.doc[i] for i in range(colon + 1, min(colon + 8, block.end)) if page.doc[i].dep_ == "poss")
    head = head or next((t for t in owners if plausible(t, LANGUAGE)), None)
    if head is None:
        return None
    return _heading(page, colon, (words_before[0], words_before[-1] + 1), (colon + 1, head.i + 1), head)


def _heading(page: Page, colon: int, content: tuple[int, int], source: tuple[int, int], head: Token) -> Attribution:
    low, high = source
    while low < high and (page.doc[low].is_space or page.doc[low].is_punct):
        low += 1
    while high > low and (page.doc[high - 1].is_space or page.doc[high - 1].is_punct):
        high -= 1
    document = source_type(head, LANGUAGE) == "document" and head.pos_ != "PROPN"
    return Attribution(
        (colon,),
        colon,
        ":",
        frozenset(range(*content)),
        (low, high),
        head,
        ("heading", "label"),
        "document" if document else "speech",
        "positive",
        "asserted",
        CONTENT_SCORES["heading"],
    )


def _source_head(page: Page, start: int, end: int) -> Token | None:
    """The head of a short noun phrase that can speak, when ``[start, end)`` is nothing else."""
    tokens = [page.doc[i] for i in range(start, end) if not page.doc[i].is_punct and not page.doc[i].is_space]
    if not 1 <= len(tokens) <= 8 or any(t.tag_ in _FINITE or t.tag_ == "TO" for t in tokens):
        return None
    if (
        " ".join(t.lower_ for t in tokens) in _labels()
        or tokens[0].lower_ in _labels()
        or any(page.quote_at[t.i] >= 0 for t in tokens)
    ):
        return None
    head = head_of_label(tokens)
    listed = source_type(head, LANGUAGE) is not None
    return head if listed or (plausible(head, LANGUAGE) and head.pos_ in ("PROPN", "NOUN")) else None


@functools.cache
def _labels() -> frozenset[str]:
    return words(LANGUAGE, "cue_labels")


def _speaks_first(page: Page, head: Token, colon: int, block: Block) -> bool:
    """Whether what stands before a colon speaks (a person, a document) and is not the topic (a country, a place)."""
    if any(page.doc[i].pos_ == "ADP" and page.doc[i].lower_ not in ("of", "for", "at") for i in range(block.body, colon)):
        return False
    quoted = any(page.quote_at[i] >= 0 for i in range(colon + 1, min(colon + 3, block.end))) or _is_official(
        page, head, block.body
    )
    return quoted or head.ent_type_ == "PERSON" or source_type(head, LANGUAGE) in ("group", "document")


def _spoken_below(page: Page, block: Block, colon: int, found: list[Attribution]) -> Token | None:
    """``Ministry: 11 hospitals``: the last word of a short label where it also names a source in the paragraph below; the noun
    that this word belongs to in ``President of Velm: ...``."""
    label = [page.doc[i] for i in range(block.body, colon) if not page.doc[i].is_punct and not page.doc[i].is_space]
    said = [t for t in page.doc[colon + 1 : block.end] if t.is_alpha]
    if not 1 <= len(label) <= 4 or len(said) < 1 or label[-1].pos_ not in ("NOUN", "PROPN") or page.quote_at[label[-1].i] >= 0:
        return None
    number = page.block_at[colon]
    near = [
        a for a in found if a.source is not None and 0 < page.block_at[a.anchor] - number <= 2 and page.quote_at[a.anchor] < 0
    ]
    near = near or [
        a for a in found if a.anchor >= block.end and a.speaker is not None and a.speaker.lower_ == label[-1].lower_
    ]
    names = {page.doc[i].lower_ for a in near if a.source is not None for i in range(*a.source)}
    speaks = plausible(label[-1], LANGUAGE) or _heads_source(page, label[-1], found)
    if label[-1].lower_ not in names or not speaks:
        return None
    return head_of_label(label)


def _heads_source(page: Page, label: Token, found: list[Attribution]) -> bool:
    """Whether the word of a label is what heads a source in the text, and not a part of it such as a place."""
    return any(a.speaker is not None and a.speaker.i > label.i and a.speaker.lower_ == label.lower_ for a in found)


def _says_something(page: Page, start: int, end: int) -> bool:
    tokens = [page.doc[i] for i in range(start, end) if not page.doc[i].is_punct and not page.doc[i].is_space]
    return len(tokens) >= 3 and any(t.pos_ in ("VERB", "AUX") for t in tokens)


def _quoted_headings(page: Page, found: list[Attribution], taken: set[int]) -> list[Attribution]:
    made: list[Attribution] = []
    for unit in units(page):
        block = page.blocks[page.block_at[unit.start]]
        inside = [i for i in range(block.start, block.end) if not page.doc[i].is_punct and not page.doc[i].is_space]
        whole = len(unit.tokens & set(inside)) * 10 >= len(inside) * 9
        if not block.heading or unit.tokens & taken or len(inside) < 3:
            continue
        same = _same_words(page, unit.tokens, found)
        if same is not None and (whole or _quotes_them(page, unit.tokens, same)):
            made.append(carried(unit.start, unit.tokens, _spoken_at(same), QUOTED_BELOW))
    return made


def _quotes_them(page: Page, tokens: frozenset[int], said: Attribution) -> bool:
    """Whether several words in quotation marks in a heading stand in quotation marks in what ``said`` attributes below."""
    wanted = _content_words(page, tokens)
    quoted = frozenset(i for i in said.content if page.quote_at[i] >= 0)
    words = sum(page.doc[i].is_alpha for i in tokens)
    return words > 1 and len(wanted) > 0 and wanted <= _content_words(page, quoted)


def _spoken_at(found: Attribution) -> int:
    """The anchor of the attribution that names who speaks in ``found``."""
    return found.anchor if found.speaker is not None or found.follows is None else found.follows


def _same_words(page: Page, tokens: frozenset[int], found: list[Attribution]) -> Attribution | None:
    wanted = _content_words(page, tokens)
    scored = [
        (len(wanted & _content_words(page, a.content)) / max(1, len(wanted)), a)
        for a in found
        if a.speaker is not None or a.follows is not None
    ]
    close = [(round(share, 3), -a.anchor, a) for share, a in scored if round(share, 3) >= _SAME_WORDS]
    return max(close, key=lambda row: row[:2])[2] if close else None


def _content_words(page: Page, tokens: frozenset[int]) -> set[str]:
    return {page.doc[i].lemma_.lower() for i in tokens if page.doc[i].pos_ in ("NOUN", "PROPN", "VERB", "ADJ", "NUM")}
