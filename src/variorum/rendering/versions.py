"""How one report words a saying: its words, how they differ from the fullest wording, who passed them on."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from variorum.language.lexicon import words
from variorum.records import Passage, Quotation, QuotationRef, Utterance, Variant
from variorum.records.annotation import Spans
from variorum.rendering.display import clean, shorten, shown, source_text
from variorum.rendering.edition import Cite, Edition, Report, letters_of
from variorum.rendering.edits import Piece, clip, pieces_of
from variorum.rendering.wording import CHANGES, RELATIONS

NOISY = ("paraphrased", "indirect")
"""Relations whose word differences say nothing: the report tells the saying in words of its own."""
BARE_CUES = ("said", "says", "say", "saying", "to say", "had said", "has said", "according to")
LONGEST_CUE = 90
OWN_WORDS = "in the report's own words"


@dataclass(frozen=True, slots=True)
class Telling:
    """A quotation, or the sentences ``spans`` of it, in one report; ``own`` where it stands there outside quotations."""

    report: Report
    quotation: Quotation
    spans: Spans
    own: bool = False


@dataclass(frozen=True, slots=True)
class Version:
    """One wording of a saying. ``cites`` are one for each report that has it, ``places`` all the passages it is made of;
    ``giver`` is whom the report gives the words to, where that is another than stands above the saying."""

    cites: tuple[Cite, ...]
    places: tuple[Cite, ...]
    words: str
    pieces: tuple[Piece, ...]
    quoted: bool
    how: str
    path: str
    relation: str
    changes: tuple[str, ...]
    giver: str = ""

    @property
    def letters(self) -> tuple[str, ...]:
        """The letters of the reports that have it."""
        return letters_of(self.cites)


def tellings_of(edition: Edition, utterance: Utterance) -> dict[QuotationRef, Telling]:
    """What each quotation of ``utterance`` has of the saying, the fullest first, then what stands outside quotations."""
    edited = _edited(utterance)
    found = {}
    for ref in _in_order(utterance):
        quotation, report = edition.quotation(ref), edition.by_article.get(ref.article)
        if quotation and report and quotation.content:
            found[ref] = Telling(report, quotation, _covered(report, quotation, edited.get(ref, ())))
    for passage in utterance.unquoted:
        report, quotation = edition.by_article.get(passage.article), _bare(passage, utterance)
        if report:
            found[QuotationRef(passage.article, quotation.id)] = Telling(report, quotation, quotation.content, own=True)
    return found


def _bare(passage: Passage, utterance: Utterance) -> Quotation:
    """A passage outside quotations in the form of one, without cue and source."""
    return Quotation(
        id=f"{utterance.id}/{passage.start}",
        field=passage.field,
        content=((passage.start, passage.end),),
        cue=(),
        source=(),
        kind="indirect",
        act="document",
        polarity="positive",
        modality="asserted",
        speaker=utterance.speaker,
        candidates=(),
        addressee=(),
        medium=(),
        chain=(),
        by=utterance.by,
    )


def _in_order(utterance: Utterance) -> list[QuotationRef]:
    """The wording that the others are set against, then the rest as they come."""
    against = next((v.against for v in utterance.variants), None)
    return sorted(utterance.quotations, key=lambda ref: ref != against)


def _edited(utterance: Utterance) -> Mapping[QuotationRef, Spans]:
    """The spans that take part in the comparison, by quotation; none for a quotation that was not compared."""
    spans: dict[QuotationRef, list[tuple[int, int]]] = {}
    for variant in utterance.variants:
        spans.setdefault(variant.against, []).extend(e.a for e in variant.edits)
        spans.setdefault(variant.quotation, []).extend(e.b for e in variant.edits)
    return {ref: tuple(sorted(s for s in found if s[0] < s[1])) for ref, found in spans.items()}


def _covered(report: Report, quotation: Quotation, edited: Spans) -> Spans:
    """The pieces of the content that are compared, each with the punctuation that closes it; all when nothing is."""
    source = source_text(report.article, quotation.field)
    covered = []
    for content in quotation.content:
        inside = [part for span in edited for part in clip(span, (content,))]
        if inside:
            covered.append((min(s for s, _ in inside), _closed(source, max(e for _, e in inside), content[1])))
    return tuple(covered) or quotation.content


def _closed(source: str, end: int, limit: int) -> int:
    while end < limit and not source[end].isalnum() and not source[end].isspace():
        end += 1
    return end


def make_version(edition: Edition, telling: Telling, variant: Variant | None = None, *, above: str = "") -> Version | None:
    """The wording of ``telling`` set against another by ``variant``, where ``above`` is the name that stands above the saying;
    ``None`` when a span lies outside the report."""
    article, field = telling.report.article, telling.quotation.field
    if not all(edition.cite_span(article.id, span, field) for span in telling.quotation.content):
        return None
    cites = tuple(c for span in telling.spans if (c := edition.cite_span(article.id, span, field)))
    if not cites:
        return None
    told = " … ".join(shown(article, span, field) for span in telling.spans)
    close = variant is not None and variant.relation not in NOISY
    changes = [e.changes for e in variant.edits] if variant and (close or variant.judgement == "conflict") else []
    path = _path(edition, telling.quotation)
    return Version(
        cites=(replace(cites[0], words=told),),
        places=cites,
        words=told,
        pieces=_pieces(edition, variant) if variant and close else (),
        quoted=telling.quotation.kind == "direct",
        how=OWN_WORDS if telling.own else _how(telling, path),
        path=path,
        relation=RELATIONS.get(variant.relation, "") if variant else "",
        changes=tuple(dict.fromkeys(CHANGES[c] for c in changes if c in CHANGES)),
        giver="" if edition.name(telling.quotation.speaker) == above else edition.name(telling.quotation.speaker),
    )


def _pieces(edition: Edition, variant: Variant) -> tuple[Piece, ...]:
    base, other = (edition.by_article.get(ref.article) for ref in (variant.against, variant.quotation))
    one, two = edition.quotation(variant.against), edition.quotation(variant.quotation)
    if not (base and other and one and two) or "title" in (one.field, two.field):
        return ()
    pieces = pieces_of(variant.edits, (base.article, one.content), (other.article, two.content))
    return pieces if any(p.op != "equal" for p in pieces) else ()


def _how(telling: Telling, path: str) -> str:
    """``told reporters``: the words that introduce the saying, as they stand in the report.

    A bare ``said`` is left out, and so is a medium where ``path`` names it.
    """
    quotation = telling.quotation
    source = source_text(telling.report.article, quotation.field)
    named = {*path.casefold().replace(",", " ").split()}
    medium = (s for s in quotation.medium if named.isdisjoint(source[slice(*s)].casefold().split()))
    spans = sorted({*quotation.cue, *quotation.addressee, *medium})
    spans = [s for s in spans if not any(o != s and o[0] <= s[0] and s[1] <= o[1] for o in spans)]
    how = shorten(" … ".join(_joined(source, spans)), LONGEST_CUE)
    bare = how.casefold() in BARE_CUES and quotation.polarity == "positive"
    return "" if bare or not any(c.isalpha() for c in how) else how.rstrip(" ,:;")


def _joined(source: str, spans: Iterable[tuple[int, int]]) -> list[str]:
    """The texts of ``spans``; neighbours with a space or a preposition between are one text (``said in a statement``)."""
    between = words("en", "credit_prepositions") | {""}
    runs: list[list[int]] = []
    for start, end in spans:
        if runs and source[runs[-1][1] : start].strip().casefold() in between:
            runs[-1][1] = max(end, runs[-1][1])
        else:
            runs.append([start, end])
    return [clean(source[s:e]) for s, e in runs]


def _path(edition: Edition, quotation: Quotation) -> str:
    """Who passed the words on between speaker and report, nearest to the speaker first; empty for none.

    Who speaks under another name of the report ("the spokeswoman, Ann Orr") passes nothing on.
    """
    names = [edition.name(e) or edition.local_name(e) for e in quotation.chain]
    speaker = edition.name(quotation.speaker) or edition.local_name(quotation.speaker) if quotation.speaker else ""
    if quotation.speaker and names:
        names = names[:-1]
    return ", then ".join(n for n in reversed(names) if n and n != speaker)


def fold_versions(versions: Sequence[Version]) -> tuple[Version, ...]:
    """Versions with the same words, told the same way, made one with all their citations."""
    folded: dict[tuple[object, ...], Version] = {}
    for version in versions:
        own = version.how == OWN_WORDS
        key = ("".join(c for c in version.words.casefold() if c.isalnum()), version.quoted, version.path, version.giver, own)
        first = folded.get(key)
        if first is None:
            folded[key] = version
        else:
            cites, places = (*first.cites, *version.cites), (*first.places, *version.places)
            folded[key] = replace(first, cites=cites, places=places)
    return tuple(folded.values())
