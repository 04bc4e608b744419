"""Who said what in one article: every attribution with its content, cue, source, speaker and who vouches for it."""

from dataclasses import replace

from spacy.tokens import Doc, Token

from variorum.annotation.attributions.assembly import Attribution
from variorum.annotation.attributions.candidates import propose
from variorum.annotation.attributions.doubles import without_doubles
from variorum.annotation.attributions.headings import from_headings, repeated_below
from variorum.annotation.attributions.interview import TURN, as_turns, outside_turns, with_answers, with_questions
from variorum.annotation.attributions.nested import NESTED
from variorum.annotation.attributions.page import Page, lay_out, spans_of, trimmed
from variorum.annotation.attributions.passing import with_cited
from variorum.annotation.attributions.quotes import link_quotes
from variorum.annotation.attributions.ranking import judged
from variorum.annotation.attributions.reasons import reason_for
from variorum.annotation.attributions.tagged import further, with_better_borders
from variorum.annotation.attributions.tagger_view import TaggedDoc, tag
from variorum.annotation.attributions.told_on import told_on
from variorum.annotation.coreference.references import References
from variorum.annotation.speakers.beside import with_speakers_beside
from variorum.annotation.speakers.interview import with_interview, without_places
from variorum.annotation.speakers.meant import with_speakers_meant
from variorum.annotation.speakers.media import told
from variorum.annotation.speakers.voices import Voice, chain_of, first_hand, parents_of, told_once, voices_of
from variorum.encoding import AttributionTagger
from variorum.records.annotation import Quotation, QuotationKind, Spans
from variorum.records.provenance import Provenance

METHOD = "quotations@1"


def find_quotations(
    doc: Doc, references: References, *, tagger: AttributionTagger | None = None
) -> tuple[tuple[Quotation, ...], References]:
    """Everything that ``doc`` attributes to somebody, in text order, and ``references`` with the sources added to it.

    With a ``tagger`` the tier ``best``, else the tier ``fast``. Spans are character offsets of ``doc``; ids are provisional
    (``q0``, ``q1``...). Nothing is returned without content.
    """
    page = lay_out(doc)
    tagged = tag(doc, page.quote_at, tagger) if tagger is not None else None
    found = without_doubles(first_hand(page, judged(page, candidates(page, references, tagged), tagged)))
    found = sorted([*found, *told_on(page, found)], key=lambda a: (a.anchor, min(a.content)))
    found = with_speakers_meant(page, with_speakers_beside(page, found))
    parents = parents_of(found)
    voices, references = voices_of(page, found, parents, references)
    records = [_record(page, found, voices, parents, n) for n in told_once(found, voices, parents)]
    return tuple(replace(record, id=f"q{n}") for n, record in enumerate(records)), references


def candidates(page: Page, references: References, tagged: TaggedDoc | None) -> list[Attribution]:
    """Every attribution that the rules (and the tagger, where given) propose, in text order, before it is judged."""
    found, waiting = propose(page)
    found = with_cited(page, link_quotes(page, found, waiting))
    headings = without_places(references, from_headings(page, found))
    found = [*found, *headings]
    found = with_answers(page, references, as_turns(found, with_interview(page, references, found)))
    found = with_questions(page, found)
    found = [*found, *repeated_below(page, found)]
    if tagged is not None:
        found = with_better_borders(page, found, tagged)
        found = [*found, *further(page, found, tagged)]
    found = [a for a in outside_turns(found) if spans_of(page, set(a.content))]
    return sorted(found, key=lambda a: (a.anchor, min(a.content)))


def _record(page: Page, found: list[Attribution], voices: list[Voice], parents: list[int | None], number: int) -> Quotation:
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
        addressee=_phrase_spans(page, told(page, item), item),
        medium=_phrase_spans(page, voice.medium, item),
        chain=chain_of(voices, parents, number),
        by=Provenance(METHOD, item.score, reason_for(page, item, found)),
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
    ranges = sorted(r for r in (item.source, item.also) if r is not None)
    spans = (trimmed(page, page.chars(*r)) for r in ranges)
    return tuple(s for s in spans if s[0] < s[1])


def _phrase_spans(page: Page, token: Token | None, item: Attribution) -> Spans:
    if token is None:
        return ()
    start, end = token.left_edge.i, token.i + 1
    name = next((c for c in token.rights if c.dep_ == "appos" and c.pos_ == "PROPN" and c.left_edge.i == end), None)
    span = trimmed(page, page.chars(start, end if name is None else name.i + 1))
    return (span,) if span[0] < span[1] else ()


def _kind(page: Page, item: Attribution) -> QuotationKind:
    if item.rules[0] in (TURN, NESTED):
        return "direct"
    words = [i for i in item.content if not page.doc[i].is_punct and not page.doc[i].is_space]
    quoted = [i for i in words if page.quote_at[i] >= 0 and not (item.cue and page.quote_at[item.anchor] == page.quote_at[i])]
    if not quoted:
        return "indirect"
    outside = [i for i in words if i not in set(quoted) and page.doc[i].lower_ != "that"]
    return "mixed" if outside else "direct"
