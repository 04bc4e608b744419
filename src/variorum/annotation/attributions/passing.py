"""Who is cited behind a report: ``the agency reported, citing officials``, ``a paper quoting a diplomat said``."""

from dataclasses import replace

from spacy.tokens import Token

from variorum.annotation.attributions.assembly import Attribution
from variorum.annotation.attributions.cues import LANGUAGE, companions
from variorum.annotation.attributions.page import Page, spans_of
from variorum.annotation.attributions.sources import phrase, plausible


def with_cited(page: Page, found: list[Attribution]) -> list[Attribution]:
    """``found`` where a cited source is the speaker and the one who cites it passes the words on."""
    changed = list(found)
    for token in page.doc:
        if token.tag_ != "VBG" or token.lemma_.lower() not in companions(LANGUAGE, "citing") or page.quote_at[token.i] >= 0:
            continue
        cited = next((c for c in token.rights if c.dep_ == "dobj" and plausible(c, LANGUAGE)), None)
        number = _reported_by(page, token, changed) if cited is not None else None
        if cited is None or number is None:
            continue
        passed = _passed(page, changed[number], token, cited)
        if not spans_of(page, set(passed.content)):
            continue
        changed[number] = passed
        changed = [a for a in changed if a.anchor != token.i]
    return changed


def _reported_by(page: Page, citing: Token, found: list[Attribution]) -> int | None:
    """The attribution that cites: the one whose verb or source the participle hangs on, else the nearest in the sentence."""
    near = [
        (abs(a.anchor - citing.i), n)
        for n, a in enumerate(found)
        if a.source is not None
        and a.act == "speech"
        and a.anchor != citing.i
        and _same_sentence(page, a, citing)
        and citing.i not in a.content
        and (citing.head.i == a.anchor or citing.head.i in range(*a.source) or abs(a.anchor - citing.i) < 8)
    ]
    return min(near)[1] if near else None


def _same_sentence(page: Page, found: Attribution, citing: Token) -> bool:
    return page.sentence_at[found.anchor] == page.sentence_at[citing.i]


def _passed(page: Page, found: Attribution, citing: Token, cited: Token) -> Attribution:
    start, end = phrase(page, cited, citing)
    own = set(range(citing.i, end))
    return replace(
        found,
        speaker=cited,
        between=found.speaker,
        also=(start, end),
        content=frozenset(found.content - own),
        cue=tuple(sorted({*found.cue, citing.i})),
        label=f"{found.label} ... {citing.text}",
    )
