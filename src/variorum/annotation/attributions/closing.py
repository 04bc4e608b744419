"""Attributions that close their sentence, by word order alone: ``X, the head of the office, Anna Roe, told reporters.``,
``X, announced its lawyer.``

For sentences in which the parse hangs the verb of saying on something else than what it reports.
"""

from collections.abc import Iterator

from spacy.tokens import Token

from variorum.annotation.attributions.assembly import Attribution, attribution
from variorum.annotation.attributions.content import Content
from variorum.annotation.attributions.cues import LANGUAGE, Cue, CueEntry, companions, cue_table, verb_group
from variorum.annotation.attributions.page import Page, TokenRange
from variorum.annotation.attributions.sources import Source, fits, head_of, phrase, plausible
from variorum.annotation.words.lists import listed

_TENSED = ("VBD", "VBZ", "VBP", "VBN")
_FINITE = ("VBD", "VBZ", "VBP", "MD")
_BREAKS = (",", "—", "–", "--")
_OPENS = ("DET", "NOUN", "PROPN", "ADJ", "PRON", "NUM")
_LONGEST_SOURCE, _LONGEST_TAIL = 14, 14


def closing(page: Page, cue: Cue) -> tuple[Content, Source] | None:
    """Content and source of a verb of saying at the end of its sentence: a noun phrase between a comma and the verb, and
    before it a clause."""
    verb = cue.head
    first, last = page.sentence(verb)
    if verb.tag_ not in _TENSED or page.quote_at[verb.i] >= 0 or not _ends_with(page, cue, last):
        return None
    found = _source_before(page, _group_start(verb), first)
    if found is None:
        return None
    source, start = found
    if not any(fits(verb, e, source) for e in cue.entries if "par" in e.frames):
        return None
    words = [page.doc[i] for i in range(first, start) if not page.doc[i].is_punct and not page.doc[i].is_space]
    scene = bool(words) and words[0].lower_ in listed("opens_scene")
    if len(words) < 3 or scene or not any(t.tag_ in _FINITE and page.quote_at[t.i] < 0 for t in words):
        return None
    return Content(frozenset(range(first, start)), "after"), source


def _group_start(verb: Token) -> int:
    """Where ``has told`` begins, else where the verb stands."""
    perfect = verb.i > 0 and verb.tag_ == "VBN" and verb.nbor(-1).lemma_ == "have" and verb.nbor(-1).head.i == verb.i
    return verb.i - perfect


def _ends_with(page: Page, cue: Cue, last: int) -> bool:
    """Whether nothing follows the verb but who was told, where and when."""
    tail = page.doc[max(cue.tokens) + 1 : last]
    words = [t for t in tail if not t.is_punct and not t.is_space]
    if len(words) > _LONGEST_TAIL or any(t.tag_ in (*_FINITE, "TO") or page.quote_at[t.i] >= 0 or t.text == ":" for t in tail):
        return False
    tells = any("dative" in e.frames for e in cue.entries)
    return tells or not words or words[0].pos_ in ("ADP", "ADV") or words[0].ent_type_ in ("DATE", "TIME")


def misread(page: Page) -> Iterator[Attribution]:
    """``X, letters seen by the Post show.``, ``X, people who know her say.``: the last word of a sentence, which the parse took
    for a noun after a preposition, where it agrees with a phrase between a comma and itself."""
    for first, last in page.sentences:
        verb = next((page.doc[i] for i in range(last - 1, first, -1) if page.doc[i].is_alpha), page.doc[first])
        rows = cue_table(LANGUAGE, "cues").get(verb.lower_.removesuffix("s"), ()) if _noun(verb) else ()
        entry = next((e for e in rows if "par" in e.frames and e.act == "speech"), None)
        comma = next((i for i in range(verb.i - 2, first, -1) if page.doc[i].text in _BREAKS and page.quote_at[i] < 0), first)
        found = _plain_source(page, comma + 1, verb.i) if entry is not None and comma > first and verb.text.islower() else None
        if entry is None or found is None or page.quote_at[verb.i] >= 0 or not _agrees(page, found[0], verb):
            continue
        words = [t for t in page.doc[first:comma] if not t.is_punct and not t.is_space]
        if len(words) > 2 and any(t.tag_ in _FINITE and page.quote_at[t.i] < 0 for t in words):
            cue = Cue(verb, "verb", (entry,), (verb.i,))
            made = attribution(page, cue, entry, Content(frozenset(range(first, comma)), "after"), found[0])
            yield from (made,) if made is not None else ()


def _noun(word: Token) -> bool:
    return word.tag_ in ("NN", "NNS", "NNP") or (word.tag_ == "VB" and word.dep_ == "pobj")


def _agrees(page: Page, source: Source, verb: Token) -> bool:
    """Whether a phrase with a participle or a relative clause has the number that ``verb`` would have as a verb; behind "a" a
    word in the plural is no noun (``a company insider claims``)."""
    behind = page.doc[source.head.i + 1 : verb.i]
    clause = any(t.tag_ in ("VBN", "WP") for t in behind)
    several = source.head.tag_ in ("NNS", "NNPS") or source.head.lower_ == "people"
    one = page.doc[source.start].lower_ in ("a", "an") or (verb.dep_ == "ROOT" and any(c.dep_ == "ccomp" for c in verb.lefts))
    return (clause and several != verb.text.endswith("s")) or (one and verb.tag_ == "NNS" and not several)


def turned(page: Page, cue: Cue) -> tuple[Content, Source] | None:
    """Content and source of a verb of saying with its source behind it at the end of a sentence: ``X, announced its lawyer.``

    The verb stands right after a comma and has no subject before it; what comes before it need not be a clause (``Two, said
    the ministry.``).
    """
    verb = cue.head
    first, last = page.sentence(verb)
    apart = verb.i > first + 1 and page.doc[verb.i - 1].text in _BREAKS and page.quote_at[verb.i - 2] < 0
    plain = verb.tag_ in _TENSED and min(cue.tokens) == verb.i and page.quote_at[verb.i] < 0
    if not plain or not apart or _has_subject(page, verb):
        return None
    after = max(cue.tokens) + 1
    source = _source_behind(
        page, after, next((i for i in range(after, last) if page.doc[i].text == ";" and page.quote_at[i] < 0), last)
    )
    if source is None or _listens(page, cue) or not any(fits(verb, e, source) for e in cue.entries if _closes(e)):
        return None
    start = next((i + 1 for i in range(verb.i - 1, first, -1) if page.doc[i].text == ";" and page.quote_at[i] < 0), first)
    words = [page.doc[i] for i in range(start, verb.i) if not page.doc[i].is_punct and not page.doc[i].is_space]
    return (Content(frozenset(t.i for t in page.doc[start : verb.i - 1]), "after"), source) if words else None


def _listens(page: Page, cue: Cue) -> bool:
    """``The pier is lost, the mayor, Anna Roe, told reporters``: what stands behind the verb can be who was told."""
    if not any("dative" in e.frames for e in cue.entries):
        return False
    told = cue.head.lemma_.lower() in companions(LANGUAGE, "telling") and cue.head.tag_ != "VBZ"
    first, _ = page.sentence(cue.head)
    quoted = any(page.quote_at[i] >= 0 for i in range(first, cue.head.i))
    return told or quoted or closing(page, cue) is not None


def _closes(entry: CueEntry) -> bool:
    return "par" in entry.frames and not {"obj_to", "np"} <= entry.frames


def _has_subject(page: Page, verb: Token) -> bool:
    """Whether a subject stands before ``verb`` without another verb, or one comma alone, between them."""
    subject = next((c for c in verb.lefts if c.dep_ in ("nsubj", "nsubjpass")), None)
    between = page.doc[subject.i : verb.i] if subject is not None else ()
    one_comma = sum(t.text in _BREAKS for t in between) == 1
    return subject is not None and not one_comma and not any(t.tag_ in _FINITE for t in between)


def _source_behind(page: Page, start: int, last: int) -> Source | None:
    """The noun phrase that begins at ``start`` where it, and what hangs on it, closes the sentence."""
    stop = last
    while stop > start and (page.doc[stop - 1].is_punct or page.doc[stop - 1].is_space):
        stop -= 1
    if start >= stop or page.doc[start].pos_ not in _OPENS or page.doc[min(stop, last - 1)].text not in _CLOSED:
        return None
    head = head_of(page, (start, stop))
    if head is None or head.pos_ == "PRON" or head.ent_type_ in ("DATE", "TIME") or not plausible(head, LANGUAGE):
        return None
    behind = [page.doc[i] for i in range(head.i + 1, stop)]
    goes_on = any(t.text in (":", ";") or page.quote_at[t.i] >= 0 or t.tag_ == "TO" for t in behind)
    clause = next((t for t in behind if t.tag_ in _FINITE), None)
    relative = clause is None or any(t.tag_ in ("WP", "WDT", "WRB") for t in behind if t.i < clause.i)
    other = any(t.dep_ == "cc" and t.i + 1 < stop and page.doc[t.i - 1].text == "," for t in behind)
    if goes_on or not relative or other or len(behind) > 2 * _LONGEST_TAIL:
        return None
    return Source(head, start, max(head.i + 1, min(stop, phrase(page, head, page.doc[start - 1])[1])), "inverted")


_CLOSED = (".", "!", "?", ";", '"', "”")


def _source_before(page: Page, verb: int, first: int) -> tuple[Source, int] | None:
    """The phrase right before token ``verb`` that a comma opens, and where its comma is; with a name in apposition, both, and
    with a relative clause after it, the phrase before that."""
    breaks = [i for i in range(verb - 1, first, -1) if page.doc[i].text in _BREAKS and page.quote_at[i] < 0]
    named = bool(breaks) and breaks[0] == verb - 1
    if named and len(breaks) > 2 and page.doc[breaks[1] + 1].lower_ == "who":
        breaks = breaks[1:]
        return _plain_source(page, breaks[1] + 1, breaks[0])
    wanted = 3 if named else 1
    if len(breaks) < wanted:
        return None
    start, stop = breaks[wanted - 1] + 1, breaks[0] if named else verb
    if not named:
        return _plain_source(page, start, stop)
    head = _named(page, (breaks[1] + 1, stop))
    if head is None or not _is_phrase(page, (start, stop)) or not plausible(head, LANGUAGE):
        return None
    return Source(head, start, stop, "order"), start - 1


def _plain_source(page: Page, start: int, stop: int) -> tuple[Source, int] | None:
    """The phrase ``[start, stop)`` as source, its relative clause with it (``two people who have seen it``)."""
    who = next((i for i in range(start + 1, stop) if page.doc[i].lower_ == "who"), stop)
    head = head_of(page, (start, who))
    if (
        head is None
        or (page.doc[stop].lemma_ == "have" and head.pos_ == "PRON")
        or not _is_phrase(page, (start, who))
        or not plausible(head, LANGUAGE)
    ):
        return None
    return (Source(head, start, stop, "order"), start - 1) if stop - who <= _LONGEST_SOURCE else None


def _is_phrase(page: Page, where: TokenRange) -> bool:
    words = [page.doc[i] for i in range(*where) if not page.doc[i].is_punct]
    if not 1 <= len(words) <= _LONGEST_SOURCE or words[0].pos_ not in _OPENS or words[0].tag_ in ("WP", "WDT"):
        return False
    return not any(t.tag_ in (*_FINITE, "TO", "WP", "WDT", "WRB") or page.quote_at[t.i] >= 0 for t in words)


def _named(page: Page, where: TokenRange) -> Token | None:
    """The last word of a name that is all there is between two commas."""
    words = [page.doc[i] for i in range(*where)]
    return words[-1] if words and len(words) < 6 and words[-1].pos_ == "PROPN" and words[0].text[:1].isupper() else None


def behind_quotation(page: Page, end: int) -> tuple[Cue, CueEntry, Source] | None:
    """``"...," thundered steward Ann Orr.``, ``"...," the smirking mayor told Radio Orlin.``: the verb behind a quotation that
    a comma ends, before the token ``end``, and the phrase beside it, where the parse or the list of verbs fails."""
    start = end + 1
    if start >= len(page.doc) or page.doc[end - 1].text != "," or page.block_at[start] != page.block_at[end - 1]:
        return None
    limit = min(start + _LONGEST_TAIL, page.blocks[page.block_at[start]].end)
    stop = next((i for i in range(start, limit) if page.doc[i].text in _CLOSED or page.quote_at[i] >= 0), limit)
    verb = next((page.doc[i] for i in range(start, stop) if page.doc[i].tag_ in _TENSED and page.doc[i].dep_ != "aux"), None)
    if verb is None or verb.pos_ != "VERB" or any(page.doc[i].tag_ in ("TO", "WP", "IN") for i in range(start, verb.i)):
        return None
    group = verb_group(verb)
    low, high = (start, min(group)) if min(group) > start else (max(group) + 1, stop)
    cut = next((i for i in range(low, high) if _ends_phrase(page, i)), high)
    head = head_of(page, (low, cut)) if low < cut and page.doc[low].pos_ in (*_OPENS, "VERB") else None
    if head is None or not plausible(head, LANGUAGE) or head.ent_type_ in ("DATE", "TIME"):
        return None
    return Cue(verb, "verb", (_ANY,), group), _ANY, Source(head, low, cut if low == start else head.i + 1, "order")


def _ends_phrase(page: Page, i: int) -> bool:
    """Whether the phrase of who speaks ends before a token: a mark, a preposition, or the word that opens a clause."""
    token = page.doc[i]
    return token.text in _BREAKS or token.pos_ in ("ADP", "SCONJ") or token.tag_ in ("WRB", "WP", "WDT")


_ANY = CueEntry(
    lemma="",
    act="speech",
    frames=frozenset(("quote",)),
    strong=True,
    modality="asserted",
    polarity="positive",
    objects=frozenset(),
    subjects=frozenset(),
)
