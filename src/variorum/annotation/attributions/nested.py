"""What somebody quoted quotes in turn: ``"He said, ‘Leave it to me.’ So I did."``."""

from collections.abc import Mapping

from variorum.annotation.attributions.assembly import Attribution, attribution
from variorum.annotation.attributions.content import Content
from variorum.annotation.attributions.cues import LANGUAGE, Cue
from variorum.annotation.attributions.page import Page
from variorum.annotation.attributions.subjects import verb_sources

NESTED = "nested"
"""Rule of words in quotation marks inside words in quotation marks."""
_LISTENER = ("PRON", "DET", "NOUN", "PROPN", "ADV")
_LONGEST_LISTENER = 4
"""Words between a verb of saying and the mark that opens what was said: who was told, an adverb."""


def nested(page: Page, verbs: Mapping[int, Cue]) -> list[Attribution]:
    """The inner quotations that a verb of saying in the same outer quotation leads to; ``verbs``: the cues by their verb."""
    made = []
    for quoted in page.inner:
        start, end = page.tokens_of(quoted)
        cue = _leading(page, start, verbs) if start < end else None
        entry = next((e for e in cue.entries if e.act == "speech" and "quote" in e.frames), None) if cue is not None else None
        source = next(verb_sources(page, cue, verbs, LANGUAGE), None) if cue is not None else None
        if cue is None or entry is None or source is None or source.head.lower_ in ("i", "we"):
            continue
        found = attribution(page, cue, entry, Content(frozenset(range(start, end)), NESTED), source)
        made += [found] if found is not None else []
    return made


def _leading(page: Page, start: int, verbs: Mapping[int, Cue]) -> Cue | None:
    """The verb that stands before the words that begin at ``start``, who is told and the marks left out."""
    i = start - 1
    while i > 0 and page.doc[i].is_punct:
        i -= 1
    for verb in range(i, max(i - _LONGEST_LISTENER, 0) - 1, -1):
        if verb in verbs and page.quote_at[verb] == page.quote_at[start] >= 0 and page.doc[verb].tag_ in ("VBD", "VBZ", "VBP"):
            return verbs[verb]
        if page.doc[verb].pos_ not in _LISTENER:
            return None
    return None
