"""Attributions that close their sentence, by word order alone: ``X, the head of the office, Anna Roe, told reporters.``

For sentences in which the parse hangs the verb of saying on something else than what it reports.
"""

from spacy.tokens import Token

from variorum.annotation.attribution_content import Content
from variorum.annotation.attribution_page import Page, TokenRange
from variorum.annotation.attribution_sources import Source, plausible
from variorum.annotation.cues import LANGUAGE, Cue

_TENSED = ("VBD", "VBZ", "VBP", "VBN")
_FINITE = ("VBD", "VBZ", "VBP", "MD")
_BREAKS = (",", "—", "–", "--")
_OPENS = ("DET", "NOUN", "PROPN", "ADJ", "PRON", "NUM")
_SETS_SCENE = (
    "when",
    "after",
    "as",
    "if",
    "while",
    "although",
    "though",
    "because",
    "before",
    "since",
    "once",
    "until",
    "asked",
)
_LONGEST_SOURCE, _LONGEST_TAIL = 14, 14


def closing(page: Page, cue: Cue) -> tuple[Content, Source] | None:
    """Content and source of a verb of saying at the end of its sentence: a noun phrase between a comma and the verb, and
    before it a clause."""
    verb = cue.head
    first, last = page.sentence(verb)
    if verb.tag_ not in _TENSED or page.quote_at[verb.i] >= 0 or not _ends_with(page, cue, last):
        return None
    found = _source_before(page, verb, first)
    if found is None:
        return None
    source, start = found
    words = [page.doc[i] for i in range(first, start) if not page.doc[i].is_punct and not page.doc[i].is_space]
    scene = bool(words) and words[0].lower_ in _SETS_SCENE
    if len(words) < 3 or scene or not any(t.tag_ in _FINITE and page.quote_at[t.i] < 0 for t in words):
        return None
    return Content(frozenset(range(first, start)), "after"), source


def _ends_with(page: Page, cue: Cue, last: int) -> bool:
    """Whether nothing follows the verb but who was told, where and when."""
    tail = page.doc[max(cue.tokens) + 1 : last]
    words = [t for t in tail if not t.is_punct and not t.is_space]
    if len(words) > _LONGEST_TAIL or any(t.tag_ in (*_FINITE, "TO") or page.quote_at[t.i] >= 0 or t.text == ":" for t in tail):
        return False
    tells = any("dative" in e.frames for e in cue.entries)
    return tells or not words or words[0].pos_ in ("ADP", "ADV") or words[0].ent_type_ in ("DATE", "TIME")


def _source_before(page: Page, verb: Token, first: int) -> tuple[Source, int] | None:
    """The phrase right before ``verb`` that a comma opens, and where its comma stands; with a name in apposition, both."""
    breaks = [i for i in range(verb.i - 1, first, -1) if page.doc[i].text in _BREAKS and page.quote_at[i] < 0]
    named = bool(breaks) and breaks[0] == verb.i - 1
    wanted = 3 if named else 1
    if len(breaks) < wanted:
        return None
    start, stop = breaks[wanted - 1] + 1, breaks[0] if named else verb.i
    head = _named(page, (breaks[1] + 1, stop)) if named else _head(page, (start, stop))
    if head is None or not _is_phrase(page, (start, stop)) or not plausible(head, LANGUAGE):
        return None
    return Source(head, start, stop, "order"), start - 1


def _is_phrase(page: Page, where: TokenRange) -> bool:
    words = [page.doc[i] for i in range(*where) if not page.doc[i].is_punct]
    if not 1 <= len(words) <= _LONGEST_SOURCE or words[0].pos_ not in _OPENS or words[0].tag_ in ("WP", "WDT"):
        return False
    return not any(t.tag_ in (*_FINITE, "TO", "WP", "WDT", "WRB") or page.quote_at[t.i] >= 0 for t in words)


def _named(page: Page, where: TokenRange) -> Token | None:
    """The last word of a name that is all there is between two commas."""
    words = [page.doc[i] for i in range(*where)]
    return words[-1] if words and len(words) < 6 and words[-1].pos_ == "PROPN" and words[0].text[:1].isupper() else None


def _head(page: Page, where: TokenRange) -> Token | None:
    """The noun, name or pronoun that heads a phrase: the last one before a preposition or a participle."""
    words = [page.doc[i] for i in range(*where) if not page.doc[i].is_punct]
    core: list[Token] = []
    for token in words:
        if token.pos_ in ("ADP", "VERB") and core:
            break
        core.append(token)
    return next((t for t in reversed(core) if t.pos_ in ("NOUN", "PROPN", "PRON")), None)
