"""Text reuse: passages that stand in several reports, verbatim or edited, the outlet's own words apart from speech.

Shared shingles give candidates, extension over changed words aligns them, length and density judge them, overlap clusters
them. A speaker's words in quotation marks in two reports are kept (``spoken``), but are not reuse of the outlets' own text.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from variorum.collation.reuse.alignment import Aligned, align_pair
from variorum.collation.reuse.candidates import Seeds, candidates
from variorum.collation.reuse.clusters import Cluster, Link, Place, cluster
from variorum.collation.reuse.direction import Direction, Sources
from variorum.collation.reuse.edits import passage_words, with_variants
from variorum.collation.reuse.judge import Pair, judge, score
from variorum.collation.reuse.speech import Voice, voices
from variorum.collation.reuse.texts import CodedText, coded_texts
from variorum.language.changes import find_edits
from variorum.language.tokens import Words
from variorum.records.article import Article, passage_of
from variorum.records.ids import finding_id, text_digest
from variorum.records.provenance import Provenance
from variorum.records.story import Reuse

METHOD = "reuse@1"
HOUSE_PART = 0.85
"""What reports of one outlet share behind this part of their text is the outlet's standing text, not a copy."""


def find_reuse(articles: Sequence[Article]) -> tuple[Reuse, ...]:
    """Passages that two or more of ``articles`` share, in order of their first member.

    Duplicates are left out; order and ids of ``articles`` make no difference. Cost grows with the number of words and of
    shared shingles, never with the number of pairs of articles. Plain articles will do; annotated ones let speech be told
    from own text. Members start and end on kept characters and run over furniture between.
    """
    chosen = sorted((a for a in articles if a.duplicate_of is None), key=lambda a: (text_digest(a.text), a.id))
    texts = coded_texts(chosen)
    sources = Sources(chosen)
    found = (_reuse(texts, group, sources) for group in cluster(_links(texts)))
    ordered = sorted((r for r in found if r), key=lambda r: [(p.article, p.start, p.end) for p in r.members])
    return with_variants(ordered, {a.id: a for a in chosen})


def _links(texts: Sequence[CodedText]) -> list[Link]:
    """The passages of all pairs that have some; the voices of a text are told once."""
    known: dict[int, tuple[Voice, ...]] = {}
    links: list[Link] = []
    for seeds in candidates(texts):
        if passages := align_pair(texts[seeds.a], texts[seeds.b], seeds):
            for number in (seeds.a, seeds.b):
                if number not in known:
                    known[number] = voices(texts[number])
            links += _judged(Pair(texts[seeds.a], texts[seeds.b], known[seeds.a], known[seeds.b]), seeds, passages)
    return links


def _judged(pair: Pair, seeds: Seeds, passages: Sequence[Aligned]) -> Iterator[Link]:
    for passage in passages:
        for shared in score(pair, passage):
            if judge(pair, shared):
                yield Link(Place(seeds.a, shared.a, shared.spoken), Place(seeds.b, shared.b, shared.spoken), shared.density)


def _reuse(texts: Sequence[CodedText], group: Cluster, sources: Sources) -> Reuse | None:
    if len({place.text for place in group.places}) < 2 or _is_house_text(texts, group):
        return None
    holders = {texts[p.text].article.id: texts[p.text].article for p in group.places}
    passages = (passage_of(texts[p.text].article, texts[p.text].span(*p.span)) for p in group.places)
    members = tuple(sorted(passages, key=lambda m: (m.article, m.start)))
    spoken = group.places[0].spoken
    wordings = [passage_words(m, holders[m.article].furniture) for m in members]
    verbatim = all(one.keys == other.keys for one, other in pairwise(wordings))
    direction = Direction(None, "") if spoken else sources.direction(list(holders.values()))
    reason = _reason([(holders[m.article].text, w) for m, w in zip(members, wordings, strict=True)], group, direction)
    return Reuse(
        id=finding_id("reuse", members, "spoken" if spoken else "own"),
        members=members,
        kind="verbatim" if verbatim else "edited",
        origin=direction.origin,
        by=Provenance(METHOD, 1.0 if verbatim else group.density, reason),
        spoken=spoken,
    )


def _is_house_text(texts: Sequence[CodedText], group: Cluster) -> bool:
    """Whether reports of one outlet share the passage as the last thing they have."""
    outlets = {texts[p.text].article.outlet for p in group.places}
    last = all(p.span[0] >= HOUSE_PART * len(texts[p.text]) for p in group.places)
    return last and len(outlets) == 1 and None not in outlets


Wording = tuple[str, Words]
"""The words of one member, and the text of its report."""


def _reason(wordings: Sequence[Wording], group: Cluster, direction: Direction) -> str:
    reports = len({place.text for place in group.places})
    number = len(wordings[0][1])
    whose = "The same quoted words stand" if group.places[0].spoken else f"The same {number} words stand"
    sentence = f"{whose} in {reports} reports"
    if change := _first_change(wordings):
        sentence = sentence.replace("The same", "Nearly the same") + f"; {change}"
    return f"{sentence}{direction.reason}."


def _first_change(wordings: Sequence[Wording]) -> str:
    """The first edit between the first member and one that differs, in words."""
    text, words = wordings[0]
    for other, others in wordings[1:]:
        if others.keys != words.keys:
            edit = next(e for e in find_edits(text, words, other, others) if e.op != "equal")
            old, new = text[slice(*edit.a)], other[slice(*edit.b)]
            if old and new:
                return f"“{_short(old)}” stands against “{_short(new)}”"
            return f"only one of them has “{_short(old or new)}”"
    return ""


def _short(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= 60 else flat[:57].rsplit(" ", 1)[0] + " …"
