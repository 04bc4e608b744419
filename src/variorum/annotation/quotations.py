"""Who said what in one article: every attribution with its content, cue, source, speaker and who vouches for it."""

from dataclasses import dataclass, replace

from spacy.tokens import Doc, Token

from variorum.annotation.attribution_candidates import propose
from variorum.annotation.attribution_headings import from_headings
from variorum.annotation.attribution_page import Page, lay_out, spans_of, trimmed
from variorum.annotation.attribution_quotes import link_quotes
from variorum.annotation.attributions import Attribution
from variorum.annotation.references import References
from variorum.annotation.speakers import medium, resolve, through
from variorum.records.annotation import Quotation, QuotationKind, Spans
from variorum.records.provenance import Provenance

METHOD = "quotations@1"


@dataclass(frozen=True, slots=True)
class _Voice:
    """The resolved side of an attribution: the speaker, who else it could be, and who passes the words on."""

    speaker: str | None
    candidates: tuple[str, ...]
    between: tuple[str, ...]
    medium: Token | None


def find_quotations(doc: Doc, references: References) -> tuple[tuple[Quotation, ...], References]:
    """Everything that ``doc`` attributes to somebody, in text order, and ``references`` with the sources added to it.

    Spans are character offsets of ``doc``; ids are provisional (``q0``, ``q1``...). Nothing is returned without content.
    """
    page = lay_out(doc)
    found, waiting = propose(page)
    found = link_quotes(page, found, waiting)
    found = sorted([*found, *from_headings(page, found)], key=lambda a: (a.anchor, min(a.content)))
    found = [a for a in found if spans_of(page, set(a.content))]
    voices, references = _voices(page, found, references)
    parents = _parents(found)
    records = (_record(page, found, voices, parents, n) for n in range(len(found)))
    return tuple(records), references


def _voices(page: Page, found: list[Attribution], references: References) -> tuple[list[_Voice], References]:
    voices: list[_Voice] = []
    by_anchor: dict[int, int] = {}
    for number, item in enumerate(found):
        voice, references = _voice(page, item, references)
        voices.append(voice)
        by_anchor.setdefault(item.anchor, number)
    for number, item in enumerate(found):
        if item.follows is not None:
            voices[number] = _followed(found, voices, by_anchor, number)
    return voices, references


def _voice(page: Page, item: Attribution, references: References) -> tuple[_Voice, References]:
    if item.speaker is None:
        return _Voice(None, (), (), None), references
    resolved = resolve(page, item.speaker, references)
    references = resolved.references
    between: list[str] = []
    place = medium(page, item)
    tokens = [
        item.between,
        place if place is not None and _is_outlet(place) else _told_outlet(page, item, references),
        through(page, item),
    ]
    for token in tokens:
        if token is not None:
            passed = resolve(page, token, references)
            references = passed.references
            if passed.entity is not None and passed.entity != resolved.entity:
                between.append(passed.entity)
    return _Voice(resolved.entity, resolved.candidates, tuple(between), place), references


def _is_outlet(token: Token) -> bool:
    return token.pos_ == "PROPN"


def _told_outlet(page: Page, item: Attribution, references: References) -> Token | None:
    """The addressee where it is an outlet that passes the words on (``told TASS``), not a listener (``told reporters``)."""
    token = item.addressee
    if token is None or token.pos_ != "PROPN" or item.act not in ("speech", "document"):
        return None
    mention = references.mention_at(token.idx, token.idx + len(token))
    kind = mention.type if mention is not None else None
    told = page.doc[item.anchor].lemma_.lower() in ("tell", "inform", "confirm", "brief")
    outlet = token.ent_type_ == "ORG" or kind == "organisation"
    return token if told and outlet else None


def _followed(found: list[Attribution], voices: list[_Voice], by_anchor: dict[int, int], number: int) -> _Voice:
    seen: set[int] = set()
    current = number
    while found[current].follows is not None and current not in seen:
        seen.add(current)
        current = by_anchor.get(found[current].follows or 0, current)
    return replace(voices[current], medium=None)


def _parents(found: list[Attribution]) -> list[int | None]:
    """For each attribution the smallest other one whose content holds its cue (or, without cue, its content)."""
    parents: list[int | None] = []
    for number, item in enumerate(found):
        own = set(item.cue) or {min(item.content), max(item.content)}
        around = [
            n for n, other in enumerate(found) if n != number and own <= other.content and not set(other.cue) & item.content
        ]
        wider = [n for n in around if len(found[n].content) > 1]
        parents.append(min(wider, key=lambda n: (len(found[n].content), n), default=None))
    return parents


def _chain(voices: list[_Voice], parents: list[int | None], number: int) -> tuple[str, ...]:
    chain: list[str] = []
    current: int | None = number
    seen: set[int] = set()
    while current is not None and current not in seen:
        seen.add(current)
        voice = voices[current]
        own = [*voice.between, *([voice.speaker] if voice.speaker is not None else [])]
        chain = own + chain
        current = parents[current]
    return tuple(e for n, e in enumerate(chain) if n == 0 or e != chain[n - 1])


def _record(page: Page, found: list[Attribution], voices: list[_Voice], parents: list[int | None], number: int) -> Quotation:
    item, voice = found[number], voices[number]
    content = spans_of(page, set(item.content))
    return Quotation(
        id=f"q{number}",
        field="text",
        content=content,
        cue=_cue_spans(page, item),
        source=_source_spans(page, item),
        kind=_kind(page, item),
        act=item.act,
        polarity=item.polarity,
        modality=item.modality,
        speaker=voice.speaker,
        candidates=voice.candidates,
        addressee=_phrase_spans(page, item.addressee, item),
        medium=_phrase_spans(page, voice.medium, item),
        chain=_chain(voices, parents, number),
        by=Provenance(METHOD, item.score, _reason(page, item, found)),
    )


def _cue_spans(page: Page, item: Attribution) -> Spans:
    runs: list[list[int]] = []
    for i in item.cue:
        if runs and runs[-1][1] == i:
            runs[-1][1] = i + 1
        else:
            runs.append([i, i + 1])
    return tuple(page.chars(first, last) for first, last in runs)


def _source_spans(page: Page, item: Attribution) -> Spans:
    if item.source is None:
        return ()
    span = trimmed(page, page.chars(*item.source))
    return (span,) if span[0] < span[1] else ()


def _phrase_spans(page: Page, token: Token | None, item: Attribution) -> Spans:
    if token is None:
        return ()
    start, end = token.left_edge.i, token.i + 1
    span = trimmed(page, page.chars(start, end))
    return (span,) if span[0] < span[1] else ()


def _kind(page: Page, item: Attribution) -> QuotationKind:
    words = [i for i in item.content if not page.doc[i].is_punct and not page.doc[i].is_space]
    quoted = [i for i in words if page.quote_at[i] >= 0 and not (item.cue and page.quote_at[item.anchor] == page.quote_at[i])]
    if not quoted:
        return "indirect"
    outside = [i for i in words if i not in set(quoted) and page.doc[i].lower_ != "that"]
    return "mixed" if outside else "direct"


_EXPLAINED = {
    "clause": "the clause after it is what is reported",
    "quote": "it stands beside the words in quotation marks",
    "after": "it closes the sentence that is reported",
    "around": "it stands inside the sentence that is reported",
    "question": "the question after it is what is reported",
    "quoted": "the words are passed on by somebody who quotes them",
    "infinitive": "the infinitive after it is what is meant",
    "heading": "the headline names who says it beside a colon",
    "colon": "a colon leads to the words in quotation marks",
}
_NAMED = {
    "participle": "the participle goes on with the speaker of the verb before it",
    "relative": "a relative pronoun stands for the source",
    "inverted": "the source follows the verb",
    "agent": "the source follows “by”",
    "owner": "the source owns the noun",
    "shared": "the source is shared with the verb before",
    "none": "no source is named",
}


def _reason(page: Page, item: Attribution, found: list[Attribution]) -> str:
    if item.follows is not None:
        other = next((a for a in found if a.anchor == item.follows), None)
        word = f" (“{other.label}”)" if other is not None and other.label else ""
        return f"A quotation without an attribution of its own, given to the speaker of the nearest one{word}."
    who = page.text(*item.source) if item.source else ""
    why = _EXPLAINED.get(item.rules[0], "what depends on it is reported")
    name = _NAMED.get(item.rules[1], "")
    source = f"; the source is “{who}”" if who else ""
    return f"“{item.label}” attributes: {why}{source}{', ' + name if name else ''}."
