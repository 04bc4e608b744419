"""Words in quotation marks joined to who said them: kept whole, linked to a cue beside them, or carried from the one before."""

from dataclasses import dataclass, replace

from spacy.tokens import Token

from variorum.annotation.attributions.assembly import Attribution, OpenCue, attribution
from variorum.annotation.attributions.carrying import SENTENCE_ENDS, actor_before, another_acts, carrier, ends_sentence
from variorum.annotation.attributions.closing import behind_quotation
from variorum.annotation.attributions.content import Content
from variorum.annotation.attributions.cues import LANGUAGE, Cue, companions
from variorum.annotation.attributions.going_on import CARRIED_HERE, CARRIED_NEXT, carried, predicated
from variorum.annotation.attributions.labels import head_of_label
from variorum.annotation.attributions.order import cue_clause
from variorum.annotation.attributions.page import Page
from variorum.annotation.attributions.scores import KEPT_FROM
from variorum.annotation.attributions.sources import Source, phrase, plausible
from variorum.annotation.attributions.subjects import inverted

_FINITE = ("VBD", "VBZ", "VBP", "MD", "VB")
QUOTE_MARKS = frozenset({'"', "\u201c", "\u201d", "\u2018", "\u2019", "''", "``"})


@dataclass(frozen=True, slots=True)
class Unit:
    """One quotation as it stands: the tokens between its marks (over several paragraphs where it runs on)."""

    tokens: frozenset[int]
    start: int
    end: int
    statement: bool

    @property
    def first(self) -> int:
        return min(self.tokens)


def units(page: Page) -> list[Unit]:
    """The outermost quotations of the page in text order, continued paragraphs joined."""
    joined: list[Unit] = []
    for quoted in page.quoted:
        start, end = page.tokens_of(quoted)
        if start >= end:
            continue
        tokens = frozenset(range(start, end))
        if quoted.continues and joined:
            last = joined.pop()
            joined.append(Unit(last.tokens | tokens, last.start, end, statement=True))
        else:
            joined.append(Unit(tokens, start, end, _is_statement(page, start, end)))
    return joined


def _is_statement(page: Page, start: int, end: int) -> bool:
    """Whether quoted words are something said rather than a scare quote, a nickname or a title."""
    words = [page.doc[i] for i in range(start, end) if not page.doc[i].is_punct and not page.doc[i].is_space]
    if not words:
        return False
    last = page.doc[end - 1].text
    after = page.doc[end + 1].text if end + 1 < len(page.doc) else "."
    ends = last in (*SENTENCE_ENDS, ",") or (after in SENTENCE_ENDS and words[0].text[:1].isupper() and len(words) > 3)
    verb = any(w.tag_ in _FINITE for w in words)
    return (ends and (verb or len(words) > 2 or last in "!?.")) or (verb and len(words) > 5) or len(words) > 9


def link_quotes(page: Page, found: list[Attribution], waiting: list[OpenCue]) -> list[Attribution]:
    """``found`` with quotations made whole, and with those added that only stand beside a cue or follow another one."""
    linked = list(found)
    open_cues = list(waiting)
    owner: dict[int, int] = {}
    everything = units(page)
    for unit in everything:
        covering = _covering(unit, linked)
        if covering:
            for n in covering:
                linked[n] = _made_whole(unit, linked[n])
            owner[unit.start] = linked[min(covering, key=lambda n: (len(linked[n].content), n))].anchor
    for number, unit in enumerate(everything):
        if unit.start in owner:
            continue
        before = next((u for u in reversed(everything[:number][-4:]) if u.start in owner), None)
        said = unit.statement or _after_cue_word(page, unit, open_cues)
        made = _beside(page, unit, open_cues) if said else None
        if made is not None:
            linked.append(made)
            owner[unit.start] = made.anchor
            open_cues = [w for w in open_cues if w.cue.head.i != made.anchor]
        elif (mixed := predicated(page, unit.start, unit.end, linked)) is not None:
            linked.append(mixed)
            owner[unit.start] = mixed.anchor
        elif unit.statement and _stands_free(page, unit):
            _continue_or_carry(page, unit, before, linked, owner)
    return sorted(_less_colons(linked), key=lambda a: a.anchor)


def _less_colons(linked: list[Attribution]) -> list[Attribution]:
    """``linked``, no colon that leads to a quotation in the content of another: ``claimed that X: "Y"`` is two remarks, and
    neither is told in the other."""
    colons = frozenset(a.anchor for a in linked if a.rules[0] == "colon")
    return [replace(a, content=a.content - colons) if a.content & colons else a for a in linked]


def _stands_free(page: Page, unit: Unit) -> bool:
    """Whether nothing leads into the quotation as into a title or a scare quote (``on "The Hour"``)."""
    i = unit.start - 2
    while i >= 0 and page.doc[i].is_space:
        i -= 1
    if i < page.blocks[page.block_at[unit.start]].body or page.doc[i].text[-1] in SENTENCE_ENDS:
        return True
    return page.doc[i].is_punct or page.doc[i].pos_ == "VERB"


def _after_cue_word(page: Page, unit: Unit, waiting: list[OpenCue]) -> bool:
    """Whether a fragment stands right after a colon or comma, or after a verb that reports words as such (``said "no"``):
    then it can be all that was said."""
    if unit.start >= 2 and page.doc[unit.start - 2].text in (":", ","):
        return True
    verbal = (
        w for w in waiting if not w.entry.frames & {"oprd", "as", "np"} and w.source is not None and w.source.head.tag_ != "WP"
    )
    closes = page.doc[min(unit.end + 1, len(page.doc) - 1)].is_punct
    return closes and any(max(w.cue.tokens) == unit.start - 2 for w in verbal)


def _covering(unit: Unit, found: list[Attribution]) -> list[int]:
    """The attributions from outside the quotation whose content shares words with it."""
    return [
        n
        for n, a in enumerate(found)
        if a.anchor not in unit.tokens and _shares(unit, a) and not (a.source and a.source[0] in unit.tokens)
    ]


def _shares(unit: Unit, found: Attribution) -> bool:
    shared = len(unit.tokens & found.content)
    if not shared:
        return False
    clausal = found.rules[0] in ("clause", "after", "around", "question", "quoted", "according", "clear")
    enters = {unit.first, unit.start - 1} <= found.content or found.rules[0] in ("as", "predicate")
    return clausal or enters or shared * 2 >= len(unit.tokens)


def _made_whole(unit: Unit, found: Attribution) -> Attribution:
    return replace(found, content=found.content | unit.tokens)


def _beside(page: Page, unit: Unit, waiting: list[OpenCue]) -> Attribution | None:
    """The attribution of a quotation to an open cue right after it, else right before it."""
    for candidate in (_cue_after(page, unit, waiting), _cue_before(page, unit, waiting)):
        if candidate is not None:
            tokens = unit.tokens.union(_lead_in(page, candidate.cue, unit))
            made = attribution(page, candidate.cue, candidate.entry, Content(tokens, "quote"), candidate.source)
            if made is not None:
                return replace(made, content=tokens)
    behind = behind_quotation(page, unit.end) if _stands_free(page, unit) else None
    if behind is not None:
        cue, entry, source = behind
        return attribution(page, cue, entry, Content(unit.tokens, "quote"), source)
    return _after_colon(page, unit)


def _lead_in(page: Page, cue: Cue, unit: Unit) -> range:
    """``said that the plan was "too little"``: what stands between cue and quotation is reported too, if it has a verb."""
    start = max(cue.tokens) + 1
    if start >= unit.start or page.block_at[start] != page.block_at[unit.start]:
        return range(0)
    words = [page.doc[i] for i in range(start, unit.start - 1)]
    breaks = any(t.text in (",", ":", *SENTENCE_ENDS) for t in words[-2:])
    reported = any(t.tag_ in ("VBD", "VBZ", "VBP", "MD") for t in words) and words[0].dep_ != "punct"
    return range(start, unit.start) if reported and not breaks else range(0)


def _cue_after(page: Page, unit: Unit, waiting: list[OpenCue]) -> OpenCue | None:
    for opened in waiting:
        head = opened.cue.head.i
        if head <= unit.end or head > unit.end + 40 or page.block_at[head] != page.block_at[unit.end - 1]:
            continue
        source = opened.source
        if source is None or source.start < unit.end:
            source = next(inverted(page, opened.cue.head, LANGUAGE), None)
        if source is None:
            continue
        low, high = cue_clause(page, opened.cue, source)
        between = range(unit.end, low)
        if all(page.doc[i].is_punct or page.doc[i].is_space for i in between) and not _introduces(page, unit, low, high):
            return replace(opened, source=source)
    return None


def _introduces(page: Page, unit: Unit, low: int, high: int) -> bool:
    """Whether the cue clause after a finished quotation leads on to the next one (``"A." He said: "B"``)."""
    if page.doc[unit.end - 1].text != ".":
        return False
    after = page.doc[high].text if high < len(page.doc) else ""
    if _opens_another(page, low):
        return True
    return after == ":" or (after == "," and high + 1 < len(page.doc) and page.quote_at[high + 1] >= 0)


def _opens_another(page: Page, low: int) -> bool:
    """``"A." Anyone who votes no, he says, should explain it``: a new sentence about others, after one that is closed."""
    first = page.doc[low]
    return first.text[:1].isupper() and first.lower_ in companions(LANGUAGE, "indefinite") | companions(LANGUAGE, "anyone")


def _cue_before(page: Page, unit: Unit, waiting: list[OpenCue]) -> OpenCue | None:
    mark = unit.start - 1
    for opened in reversed(waiting):
        head = opened.cue.head.i
        if head >= mark or unit.start - head > 40:
            continue
        same = page.block_at[head] == page.block_at[unit.start]
        runs_on = page.block_at[head] + 1 == page.block_at[unit.start] and _ends_with_colon(page, page.block_at[head])
        if not (same or runs_on) or page.quote_at[head] >= 0:
            continue
        source = opened.source or next(inverted(page, opened.cue.head, LANGUAGE), None)
        if source is None:
            continue
        _, high = cue_clause(page, opened.cue, source)
        if _leads_to(page, high, mark):
            return replace(opened, source=source)
    return None


def _leads_to(page: Page, high: int, mark: int) -> bool:
    between = [page.doc[i] for i in range(high, mark) if not page.doc[i].is_space]
    if all(t.is_punct or t.lower_ == "that" for t in between):
        return not any(t.text in SENTENCE_ENDS for t in between)
    aside = (
        len(between) < 16
        and between[-1].text in (",", ":")
        and not any(t.text in SENTENCE_ENDS or page.quote_at[t.i] >= 0 for t in between)
    )
    return aside


def _ends_with_colon(page: Page, block: int) -> bool:
    return page.doc[page.blocks[block].start : page.blocks[block].end].text.rstrip().endswith(":")


def _after_colon(page: Page, unit: Unit) -> Attribution | None:
    """``The minister was blunt: "..."`` and the label ``Minister: "..."``: the subject before the colon."""
    colon = unit.start - 2
    while colon > 0 and page.doc[colon].is_space:
        colon -= 1
    if colon < 1 or page.doc[colon].text != ":" or page.quote_at[colon] >= 0:
        return None
    start, _ = page.sentence(page.doc[colon])
    subjects = [page.doc[i] for i in range(start, colon) if page.doc[i].dep_ == "nsubj" and page.quote_at[i] < 0]
    words = [page.doc[i] for i in range(start, colon) if page.doc[i].text.strip() and not page.doc[i].is_punct]
    words = [t for t in words if page.quote_at[t.i] < 0]
    verbs = any(page.doc[i].tag_ in _FINITE for i in range(start, colon))
    named = next((c for c in subjects[0].rights if c.dep_ == "appos" and c.pos_ == "PROPN"), subjects[0]) if subjects else None
    label = bool(words) and not verbs and colon - start < 9 and not page.blocks[page.block_at[colon]].heading
    head = named if named is not None else (head_of_label(words) if label else None)
    head = speaker_of_words(head) if head is not None else None
    if head is None or (not plausible(head, LANGUAGE) and head.tag_ != "PRP$"):
        return None
    low, high = phrase(page, head, page.doc[colon])
    source = Source(head, low, high, "subject" if subjects else "label")
    score = 0.76 if subjects else 0.85
    return Attribution(
        (colon,),
        colon,
        ":",
        unit.tokens,
        (source.start, source.end),
        head,
        ("colon", source.rule),
        "speech",
        "positive",
        "asserted",
        score,
    )


def speaker_of_words(label: Token) -> Token:
    """``His words: "..."``, ``The words of Roe were: "..."``: whose words they are; any other label itself."""
    if label.lemma_.lower() not in companions(LANGUAGE, "words"):
        return label
    owner = next((c for c in label.lefts if c.dep_ == "poss"), None)
    of = next((c for c in label.rights if c.lower_ == "of"), None)
    below = next((c for c in of.rights if c.dep_ == "pobj"), None) if of is not None else None
    return owner or below or label


def _continue_or_carry(page: Page, unit: Unit, before: Unit | None, linked: list[Attribution], owner: dict[int, int]) -> None:
    """Join a quotation to the one split from it by its cue, or carry it to the speaker of the one before."""
    previous = _attribution_of(before, linked, owner)
    if before is not None and previous is not None and _only_cue_between(page, before, unit, previous, linked):
        position = linked.index(previous)
        linked[position] = replace(previous, content=previous.content | unit.tokens)
        owner[unit.start] = previous.anchor
        return
    actor = actor_before(page, unit.start, linked) if ends_sentence(page, unit.end) else None
    speaker = carrier(page, unit.start, unit.end, linked) if actor is None else None
    if speaker is not None and another_acts(page, speaker, unit.start):
        speaker = None
    if actor is not None:
        linked.append(_acted(unit, actor))
        owner[unit.start] = unit.start
    elif speaker is not None:
        same = page.block_at[speaker.anchor] == page.block_at[unit.start]
        made = carried(unit.start, unit.tokens, speaker.anchor, CARRIED_HERE if same else CARRIED_NEXT)
        linked.append(made)
        owner[unit.start] = made.anchor
    elif _complete(page, unit):
        linked.append(_unattributed(unit))
        owner[unit.start] = unit.start


def _acted(unit: Unit, actor: Token) -> Attribution:
    """Words without a cue, given to whoever acts in the sentence before."""
    return Attribution(
        (), unit.start, "", unit.tokens, None, actor, ("carried", "none"), "speech", "positive", "asserted", CARRIED_HERE
    )


def _complete(page: Page, unit: Unit) -> bool:
    """Whether the quotation is a sentence of its own: a capital first, a full stop last, several words."""
    words = page.text(unit.start, unit.end)
    return words[:1].isupper() and words.rstrip("”\"’' ")[-1:] in (*SENTENCE_ENDS, ",") and len(words.split()) > 4


def _unattributed(unit: Unit) -> Attribution:
    """Words that nobody is named for; the reader sees who may have said them."""
    return Attribution(
        (), unit.start, "", unit.tokens, None, None, ("quote", "none"), "speech", "positive", "asserted", KEPT_FROM
    )


def _attribution_of(unit: Unit | None, linked: list[Attribution], owner: dict[int, int]) -> Attribution | None:
    anchor = owner.get(unit.start) if unit is not None else None
    return next((a for a in linked if a.anchor == anchor and a.content & unit.tokens), None) if unit is not None else None


def _only_cue_between(page: Page, before: Unit, unit: Unit, found: Attribution, linked: list[Attribution]) -> bool:
    """Whether nothing but the sentence with the cue stands between two quotations of a paragraph (``"A," X said in May. "B"``),
    or both are one sentence."""
    if (
        page.block_at[before.end - 1] != page.block_at[unit.start]
        or not before.end <= found.anchor < unit.start
        or not found.cue
    ):
        return False
    if page.doc[before.end - 1].text == "," and page.text(unit.start, unit.end)[:1].islower():
        return True
    between = range(before.end, unit.start)
    own = {found.anchor, *found.cue, *(range(*found.source) if found.source else ())}
    if any(a.cue and a.anchor in between and a.anchor != found.anchor and not _hangs_on(a.anchor, own, page) for a in linked):
        return False
    words = [page.doc[i].text for i in between if not page.doc[i].is_space and page.doc[i].text not in QUOTE_MARKS]
    return not any(word in SENTENCE_ENDS for word in words[:-1])


def _hangs_on(i: int, own: set[int], page: Page) -> bool:
    """Whether a word between the two halves belongs to the clause of the cue: "said Brann, who had warned that it leaks"."""
    return any(above.i in own for above in page.doc[i].ancestors)
