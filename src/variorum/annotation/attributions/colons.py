"""What stands without quotation marks after a colon: ``He denied it: he had been at sea``, ``THE POST SAYS: Open up.``"""

import re

from spacy.tokens import Token

from variorum.annotation.attributions.assembly import Attribution, attribution
from variorum.annotation.attributions.content import Content
from variorum.annotation.attributions.cues import LANGUAGE, Cue, CueEntry, companions
from variorum.annotation.attributions.page import Block, Page, TokenRange
from variorum.annotation.attributions.sources import Source, fits, own_subject, plausible, source_at
from variorum.annotation.words.lists import listed

_FINITE = ("VBD", "VBZ", "VBP", "MD")
_LONGEST_LEAD = 24
"""Words of the clause before the colon."""


def after_colons(page: Page, cues: tuple[Cue, ...]) -> list[Attribution]:
    """The attributions of clauses with a cue of speech, or of a version of events, that lead to a colon."""
    verbs = {c.head.i: c for c in cues if c.kind == "verb"}
    made = []
    for colon in (t for t in page.doc if t.text == ":" and page.quote_at[t.i] < 0):
        cue = _leading(page, colon, verbs)
        found = _led_to(page, colon, cue) if cue is not None else None
        made += [found] if found is not None else []
    return [*made, *_listed(page, verbs, {c.head.i for c in cues if any(e.act == "speech" and e.strong for e in c.entries)})]


def _listed(page: Page, verbs: dict[int, Cue], spoken: set[int]) -> list[Attribution]:
    """``The Front declares:``, ``What he promised:`` and numbered paragraphs below: each is one of the points that were made,
    up to its first sentence with a word of ``spoken``, or with quotation marks, for that can be another's."""
    made: list[Attribution] = []
    for number, block in enumerate(page.blocks):
        points = _points_below(page, number)
        lead = page.doc[block.end - 1]
        cue = _leading(page, lead, verbs) if points else None
        source = _source(page, lead, cue) if cue is not None else None
        if cue is None or source is None or source.head.lower_ in listed("tells_no_account"):
            continue
        own = (range(start, _own_until(page, start, stop, spoken)) for start, stop in points)
        said = (_attributed(page, cue, source, point) for point in own if point)
        made += [a for a in said if a is not None]
    return made


def _points_below(page: Page, number: int) -> list[TokenRange]:
    """The numbered paragraphs right below one that a colon, or ``the following``, ends: their tokens behind the number."""
    block = page.blocks[number]
    words = page.text(block.start, block.end).strip()
    if not words.endswith(":") and not words.endswith("the following."):
        return []
    points: list[TokenRange] = []
    for below in page.blocks[number + 1 :]:
        behind = _behind_number(page, below)
        if behind is None:
            break
        points.append((behind, below.end))
    return points


def _own_until(page: Page, start: int, stop: int, spoken: set[int]) -> int:
    """Where the first sentence begins, from ``start`` on, that passes on words; else ``stop``."""
    others = next((i for i in range(start, stop) if page.quote_at[i] >= 0 or i in spoken), None)
    return stop if others is None else max(start, page.sentence(page.doc[others])[0])


def _behind_number(page: Page, block: Block) -> int | None:
    """The token behind the number, bullet or ``First.`` that opens a paragraph."""
    match = _NUMBER.match(page.text(block.body, block.end))
    stop = page.doc[block.body].idx + match.end() if match is not None else -1
    return next((i for i in range(block.body, block.end) if match is not None and page.doc[i].idx >= stop), None)


_NUMBER = re.compile(r"(?:\d{1,2}[.)]|[-–—•*]|(?:First|Second|Third|Fourth|Fifth|Sixth|Last)(?:ly)?[.,:])\s+(?=\S)")


def _leading(page: Page, colon: Token, verbs: dict[int, Cue]) -> Cue | None:
    """The main verb of the clause before ``colon``: a cue, or one that has a version or the like as its object."""
    first, _ = page.sentence(colon)
    lead = [page.doc[i] for i in range(first, colon.i)]
    finite = [t for t in lead if t.tag_ in _FINITE and page.quote_at[t.i] < 0 and t.dep_ not in ("aux", "relcl", "auxpass")]
    if len(lead) > _LONGEST_LEAD or not finite or any(page.quote_at[t.i] >= 0 for t in lead):
        return None
    verb = finite[-1]
    below = (n for c in verb.rights for n in ((c, *c.rights) if c.dep_ == "prep" else (c,)) if n.dep_ in ("dobj", "pobj"))
    version = next((n for n in below if n.i < colon.i and n.lower_ in companions(LANGUAGE, "account")), None)
    if version is not None:
        return Cue(verb, "verb", (_VERSION,), tuple(range(verb.i, version.i + 1)))
    return verbs.get(verb.i)


_VERSION = CueEntry(
    lemma="version",
    act="speech",
    frames=frozenset(("colon",)),
    strong=False,
    modality="asserted",
    polarity="positive",
    objects=frozenset(),
    subjects=frozenset(),
)


def _source(page: Page, colon: Token, cue: Cue) -> Source | None:
    subject = own_subject(page, cue.head)
    if subject is None or subject.i > cue.head.i:
        return None
    source = source_at(page, subject, cue.head, "subject")
    return source if plausible(subject, LANGUAGE) or page.text(source.start, colon.i).isupper() else None


def _led_to(page: Page, colon: Token, cue: Cue) -> Attribution | None:
    source = _source(page, colon, cue)
    if source is None:
        return None
    content = _content(page, colon, cue, source)
    return _attributed(page, cue, source, content) if content is not None else None


def _attributed(page: Page, cue: Cue, source: Source, content: range) -> Attribution | None:
    entry = next((e for e in cue.entries if e.act in ("speech", "attitude") and fits(cue.head, e, source)), None)
    made = attribution(page, cue, entry, Content(frozenset(content), "led to"), source) if entry is not None else None
    return made if made is None or set(content) <= made.content else None


def _utters(page: Page, colon: Token, cue: Cue) -> bool:
    """Whether nothing but who is told stands between a verb of saying and the colon (``The chief told crews: Leave now.``)."""
    says = any(e.act == "speech" and e.strong and {"that", "quote"} <= e.frames for e in cue.entries)
    told = [page.doc[i] for i in range(max(cue.tokens) + 1, colon.i)]
    return says and len(told) < _LONGEST_LISTENER and all(t.pos_ in ("DET", "PRON", "ADJ", "NOUN", "PROPN") for t in told)


_LONGEST_LISTENER = 5
"""Words for who is told, less one."""


def _content(page: Page, colon: Token, cue: Cue, source: Source) -> range | None:
    """The clause after the colon. Behind a verb of saying the sentence, where a capital opens it; where the verb and its source
    open the paragraph, all of that."""
    block = page.blocks[page.block_at[colon.i]]
    start = colon.i + 1
    if start >= block.end or page.quote_at[start] >= 0:
        return None
    utters = _utters(page, colon, cue)
    opens = source.start <= block.body + 1 and colon.i - max(cue.tokens) == 1
    last = (
        page.sentence(page.doc[start])[1] if page.sentence_at[start] != page.sentence_at[colon.i] else page.sentence(colon)[1]
    )
    if (opens or utters) and page.doc[start].text[:1].isupper():
        stop = block.end if opens else last
        return range(start, stop) if not any(page.quote_at[i] >= 0 for i in range(start, stop)) else None
    words = [page.doc[i] for i in range(start, last)]
    clause = any(t.tag_ in _FINITE for t in words) and any(t.dep_ in ("nsubj", "nsubjpass", "expl") for t in words)
    return range(start, last) if clause and page.doc[start].text[:1].islower() else None
