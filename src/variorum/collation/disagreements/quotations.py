"""Altered quotations: the same words of one speaker, given in quotation marks, that do not say the same."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from variorum.collation.claims.sentences import words_in
from variorum.collation.claims.verdicts import Side, Verdict
from variorum.collation.disagreements.quoted_words import COMMON, is_spelled_otherwise, is_translated, stems, telling_words
from variorum.language.changes import negations
from variorum.language.frequency import rarity
from variorum.language.lexicon import marked
from variorum.language.names import name_words
from variorum.language.tokens import article_words
from variorum.records.annotation import AnnotatedArticle, Quotation
from variorum.records.article import Span
from variorum.records.story import Change, Edit, Utterance, Variant

GRAVE: tuple[Change, ...] = ("negation", "modality", "number")
"""Changes that make quoted words say something else."""


def quotation_verdicts(
    articles: Mapping[str, AnnotatedArticle], utterances: Sequence[Utterance], entity_of: Mapping[str, str]
) -> Iterator[Verdict]:
    """A conflict for every variant of a quotation that is judged to say something else within the quoted words, and a
    doubt where both reports quote word for word and the words are not the same. Reports that have the fullest wording
    letter for letter stand beside it."""
    quotations = {(a.id, q.id): q for a in articles.values() for q in a.quotations}
    for utterance in utterances:
        alike = [(pair, v) for v in utterance.variants if v.relation == "same" and (pair := _pair(v, articles, quotations))]
        for variant in utterance.variants:
            pair = _pair(variant, articles, quotations)
            for verdict in _verdicts(pair, variant, entity_of) if pair else ():
                yield verdict
                yield from _beside(verdict, alike, entity_of)


def _verdicts(pair: "_Pair", variant: Variant, entity_of: Mapping[str, str]) -> Iterator[Verdict]:
    if not pair.both_hold_words() or (_of_two(pair, entity_of) and not _has_run(pair, variant)):
        return
    if _are_two(pair, variant):
        return
    conflict = list(_verdict(pair, variant, entity_of)) if variant.judgement == "conflict" else []
    if conflict or variant.relation not in ("edited", "trimmed", "extended") or not pair.in_text():
        yield from conflict
    elif pair.both_direct():
        yield from list(_altered(pair, variant, entity_of)) or list(_cut(pair, variant, entity_of))
    elif variant.judgement != "conflict":
        yield from _altered(pair, variant, entity_of)


RUN = 4
"""Words in a row that wordings given to two people must share to be one that was altered."""


def _of_two(pair: "_Pair", entity_of: Mapping[str, str]) -> bool:
    """Whether the wordings are given to two speakers, both with a name, and those have no word in common."""
    one, other = ([e for e in a.entities if e.id == q.speaker and e.named] for q, a in pair.both())
    apart = bool(one and other) and entity_of.get(one[0].id) != entity_of.get(other[0].id)
    return apart and not set(name_words(one[0].name)) & set(name_words(other[0].name))


KEPT = 0.35
"""Least share of the telling words of the shorter wording that both have: with fewer they are two sentences of one speaker."""


def _are_two(pair: "_Pair", variant: Variant) -> bool:
    """Whether two wordings have next to no telling word in common: "we apologise for what happened on this flight" is no other
    form of "we take pride in our work, and on this flight we failed"."""
    ours = stems(w for e in variant.edits for w in telling_words(pair.one, e.b))
    theirs = stems(w for e in variant.edits for w in telling_words(pair.other, e.a))
    return round(len(ours & theirs) / max(1, min(len(ours), len(theirs))), 3) < KEPT


def _has_run(pair: "_Pair", variant: Variant) -> bool:
    return any(e.op == "equal" and len(words_in(pair.one, e.b)) >= RUN for e in variant.edits)


def _beside(verdict: Verdict, alike: Sequence[tuple["_Pair", Variant]], entity_of: Mapping[str, str]) -> Iterator[Verdict]:
    """The verdict with each quotation that has the same words as its other side in the place of that."""
    ours, theirs = verdict.sides
    for pair, variant in alike:
        if pair.one.id != ours.article.id and pair.both_direct() and variant.edits:
            span = variant.edits[0].b[0], variant.edits[-1].b[1]
            yield replace(verdict, sides=(ours, _side(pair.one, pair.ours, span, theirs.value, entity_of)))


@dataclass(frozen=True, slots=True)
class _Pair:
    """Two versions of a saying: ``one`` has ``ours``, ``other`` has ``theirs``."""

    one: AnnotatedArticle
    other: AnnotatedArticle
    ours: Quotation
    theirs: Quotation

    def both(self) -> tuple[tuple[Quotation, AnnotatedArticle], tuple[Quotation, AnnotatedArticle]]:
        return (self.ours, self.one), (self.theirs, self.other)

    def both_hold_words(self) -> bool:
        return self.ours.kind != "indirect" and self.theirs.kind != "indirect"

    def in_text(self) -> bool:
        return self.ours.field == self.theirs.field == "text"

    def both_direct(self) -> bool:
        return self.ours.kind == self.theirs.kind == "direct" and self.in_text()


def _pair(
    variant: Variant, articles: Mapping[str, AnnotatedArticle], quotations: Mapping[tuple[str, str], Quotation]
) -> _Pair | None:
    ours = quotations.get((variant.quotation.article, variant.quotation.quotation))
    theirs = quotations.get((variant.against.article, variant.against.quotation))
    one, other = articles.get(variant.quotation.article), articles.get(variant.against.article)
    if ours is None or theirs is None or one is None or other is None or one.id == other.id:
        return None
    return _Pair(one, other, ours, theirs)


def _verdict(pair: _Pair, variant: Variant, entity_of: Mapping[str, str]) -> Iterator[Verdict]:
    changed = [e for e in _inner(pair, variant.edits) if not _is_shown(pair, e)]
    kinds = GRAVE if _is_turned(pair, changed) else GRAVE[1:]
    grave = [e for e in changed if e.changes in kinds and _is_quoted(pair, e) and not _goes_with_clause(pair, e)]
    grave = [e for e in grave if pair.both_direct() or _is_within(pair, e)]
    if not grave:
        return
    sides = _sides(pair, changed, grave[0], entity_of)
    what = " and ".join(sorted({str(e.changes) for e in grave}))
    reason = f"The quoted words differ in {what}: “{sides[0].value}” against “{sides[1].value}”."
    yield Verdict("quotation", "conflict", sides, _opening(pair.other, pair.theirs), 1.0, reason)


LEFT_OUT_WITH = 4
"""Words left out together from which a number among them is no changed number: it went with its clause."""


def _goes_with_clause(pair: _Pair, edit: Edit) -> bool:
    """Whether a number was left out with all that it belongs to ("rang me at half past eleven and")."""
    words = words_in(pair.one, edit.b) + words_in(pair.other, edit.a)
    return edit.changes == "number" and edit.op != "replace" and len(words) >= LEFT_OUT_WITH


def _is_turned(pair: _Pair, edits: Sequence[Edit]) -> bool:
    """Whether the changed words of one wording have a "not" more: "no chance" for "not a chance" turns nothing round."""
    ours, theirs = (
        sum(negations(article_words(article).between(*span)) for span in spans)
        for article, spans in ((pair.one, [e.b for e in edits]), (pair.other, [e.a for e in edits]))
    )
    return ours % 2 != theirs % 2


MARKED = re.compile(r"“[^”]*[”\"]|\"[^\"]*\"|‘[^’]*(?:’\w[^’]*)*’|(?<!\w)'[^']*(?:'\w[^']*)*'")
"""Words in quotation marks, with apostrophes inside words."""

MARK = 2
"""Characters around a quotation in which its marks stand."""


def _is_quoted(pair: _Pair, edit: Edit) -> bool:
    """Whether an edit touches words in quotation marks on both sides: of a quotation that is partly told, only those are the
    speaker's own."""
    return _marked(pair.one, pair.ours, edit.b) and _marked(pair.other, pair.theirs, edit.a)


def _marked(article: AnnotatedArticle, quotation: Quotation, span: Span) -> bool:
    if quotation.kind == "direct":
        return True
    source = article.text if quotation.field == "text" else article.title or ""
    first, last = _whole(article, quotation)
    low = source.rfind("\n", 0, first) + 1
    found = [(low + m.start(), low + m.end()) for m in MARKED.finditer(source[low : last + MARK])]
    return any(start < max(span[1], span[0] + 1) and span[0] < end for start, end in found)


def _altered(pair: _Pair, variant: Variant, entity_of: Mapping[str, str]) -> Iterator[Verdict]:
    """A doubt where telling words were swapped, put in or left out inside both pairs of quotation marks; a translation swaps
    all of them."""
    translated = any(map(is_translated, (pair.one, pair.other)))
    changed = [e for e in _inner(pair, variant.edits) if not (translated and e.op == "replace") and not _is_shown(pair, e)]
    if not pair.both_direct():
        changed = [e for e in changed if _is_quoted(pair, e)]
        changed = changed if len(changed) == 1 and changed[0].op == "replace" and _is_within(pair, changed[0]) else []
    telling = [e for e in changed if _is_telling(pair, e) or (len(changed) == 1 and _is_somebody_else(pair, e))]
    if not telling:
        return
    sides = _sides(pair, telling, telling[0], entity_of)
    reason = f"Both stand in quotation marks, yet the words differ: “{sides[0].value}” against “{sides[1].value}”."
    yield Verdict("quotation", "unsure", sides, _opening(pair.other, pair.theirs), 0.6, reason)


def _is_within(pair: _Pair, edit: Edit) -> bool:
    """Whether no quotation mark parts the changed words: beyond one they are the report's own."""
    texts = (pair.one.text[slice(*edit.b)], pair.other.text[slice(*edit.a)])
    return not any(mark in text for text in texts for mark in '“”"')


PUT_IN, LEFT_OUT = re.compile(r"\[[^\]]*\]"), re.compile(r"\[?(?:\.\.\.|…|\. \. \.)\]?")
"""Signs by which a report shows words of its own inside a quotation, and that it left some out."""
SIGN = 24
"""Characters about changed words in which such a sign is looked for."""


def _is_shown(pair: _Pair, edit: Edit) -> bool:
    """Whether a report shows that it left the words out or put in its own ("[the owners] knew")."""
    signs = (PUT_IN,) if edit.op == "replace" else (PUT_IN, LEFT_OUT)
    return any(
        found.start() <= end + 1 and start - 1 <= found.end()
        for article, (start, end) in ((pair.one, edit.b), (pair.other, edit.a))
        for sign in signs
        for found in sign.finditer(article.text, max(0, start - SIGN), end + SIGN)
    )


def _cut(pair: _Pair, variant: Variant, entity_of: Mapping[str, str]) -> Iterator[Verdict]:
    """A doubt where one report leaves out a condition before the quoted words, or what comes behind them."""
    yield from list(_cut_short(pair, variant, entity_of)) or list(_cut_before(pair, variant, entity_of))


CONDITIONS = marked("en", "collation_words", "condition")


def _cut_before(pair: _Pair, variant: Variant, entity_of: Mapping[str, str]) -> Iterator[Verdict]:
    """A doubt where one report begins a quoted sentence behind the condition that the other has before it."""
    if len(variant.edits) < 2 or variant.edits[0].op not in ("insert", "delete") or variant.edits[1].op != "equal":
        return
    cut, first = variant.edits[:2]
    deleted = cut.op == "delete"
    one, gone, at = (pair.other, cut.a, first.a[0]) if deleted else (pair.one, cut.b, first.b[0])
    left_out = re.split(r"[.!?…]\W+", one.text[gone[0] : at])[-1].strip(' ,;–—-"“”')
    if left_out.casefold().split()[:1] and left_out.casefold().split()[0] in CONDITIONS and not _is_shown(pair, cut):
        reason = f"One report begins the quoted sentence behind “{left_out}”."
        ours, theirs = (first.b if deleted else (gone[0], first.b[1])), ((gone[0], first.a[1]) if deleted else first.a)
        values = ("(left out)", left_out) if deleted else (left_out, "(left out)")
        sides = (
            _side(pair.one, pair.ours, ours, values[0], entity_of),
            _side(pair.other, pair.theirs, theirs, values[1], entity_of),
        )
        yield Verdict("quotation", "unsure", sides, _opening(pair.other, pair.theirs), 0.5, reason)


def _cut_short(pair: _Pair, variant: Variant, entity_of: Mapping[str, str]) -> Iterator[Verdict]:
    """A doubt where one report ends a sentence inside quotation marks before words that the other has."""
    if len(variant.edits) < 2 or variant.edits[-2].op != "equal" or variant.edits[-1].op not in ("insert", "delete"):
        return
    last, cut = variant.edits[-2:]
    one, other = (pair.other, pair.one) if cut.op == "delete" else (pair.one, pair.other)
    if not _is_only_cut(pair, variant, cut):
        return
    tail, ends = (cut.a, (last.a[1], last.b[1])) if cut.op == "delete" else (cut.b, (last.b[1], last.a[1]))
    left_out = _goes_on(one, (ends[0], tail[1]))
    if not left_out or not CLOSES.match(other.text, ends[1]) or _follows(left_out, other, ends[1]):
        return
    first = variant.edits[0]
    ours, theirs = (first.b[0], cut.b[1]), (first.a[0], cut.a[1])
    reason = f"One report ends the quoted sentence before “{left_out}”."
    sides = (
        _side(pair.one, pair.ours, ours, left_out if pair.one is one else "(left out)", entity_of),
        _side(pair.other, pair.theirs, theirs, left_out if pair.other is one else "(left out)", entity_of),
    )
    yield Verdict("quotation", "unsure", sides, _opening(pair.other, pair.theirs), 0.5, reason)


def _is_only_cut(pair: _Pair, variant: Variant, cut: Edit) -> bool:
    """Whether the shorter wording has no telling words of its own, and not those left out in another place."""
    ours, theirs = _all_stems(pair.one, pair.ours), _all_stems(pair.other, pair.theirs)
    added = [stems(telling_words(pair.one, e.b)) - theirs for e in variant.edits if e.op != "equal"]
    left = [stems(telling_words(pair.other, e.a)) - ours for e in variant.edits if e.op != "equal"]
    own, lost = (added, left) if cut.op == "delete" else (left, added)
    return not any(own) and (
        any(lost) or not telling_words(*((pair.other, cut.a) if cut.op == "delete" else (pair.one, cut.b)))
    )


CLOSES = re.compile(r"[.!?](?!\.)|[,;]?[\"”’'»]")
"""What follows the last word of a quoted sentence where nothing shows that something is left out."""


def _goes_on(article: AnnotatedArticle, span: Span) -> str:
    """What the text at ``span``, which goes on in the middle of a sentence, adds up to the end of it, if that tells something:
    a condition, a clause that says which one ("a door that guns could not open"), or more ("and nobody will be")."""
    text = article.text[slice(*span)]
    sentence = re.split(r"[.!?…]|[\"”“»]", text, maxsplit=1)[0]
    words = sentence.strip(" ,;–—-").split()
    told = len(words) > 2 or (len(words) == 2 and telling_words(article, (span[0], span[0] + len(sentence))))
    known = text[:1] not in PUNCTUATION and " ".join(words[:1]).casefold() in PLACING
    return " ".join(words) if told and text[:1] not in ".!?…" and not known else ""


PUNCTUATION = ",;:–—-"
PLACING = marked("en", "collation_words", "placing")
"""A place, time or owner that a sentence ends with is told around the words as a rule ("every house in this valley")."""


NEXT = 160
"""Characters within which a report goes on quoting in another sentence."""


def _follows(left_out: str, article: AnnotatedArticle, end: int) -> bool:
    """Whether the words that one sentence lacks come in the next one of that report."""
    wanted = [w for w in left_out.casefold().split() if rarity(w) > COMMON]
    return bool(wanted) and all(w in article.text[end : end + NEXT].casefold() for w in wanted)


def _whole(article: AnnotatedArticle, quotation: Quotation) -> Span:
    return quotation.content[0][0], quotation.content[-1][1]


def _sides(pair: _Pair, edits: Sequence[Edit], first: Edit, entity_of: Mapping[str, str]) -> tuple[Side, Side]:
    a, b = _words(pair.one, pair.ours, [e.b for e in edits]), _words(pair.other, pair.theirs, [e.a for e in edits])
    return (
        _side(pair.one, pair.ours, _piece(pair.ours, first.b), a, entity_of),
        _side(pair.other, pair.theirs, _piece(pair.theirs, first.a), b, entity_of),
    )


def _is_telling(pair: _Pair, edit: Edit) -> bool:
    """Whether an edit changes words that carry meaning, not only their form, and that do not come elsewhere in the other's
    quotation; or how far what is said holds ("one more day", "one day")."""
    if edit.changes == "scope" and pair.both_direct():
        return True
    given, taken = stems(telling_words(pair.one, edit.b)), stems(telling_words(pair.other, edit.a))
    return given != taken and bool(given - _all_stems(pair.other, pair.theirs) or taken - _all_stems(pair.one, pair.ours))


PERSONS = marked("en", "collation_words", "subject")


def _is_somebody_else(pair: _Pair, edit: Edit) -> bool:
    """Whether the one change is who does it ("they knew", "he knew")."""
    given, taken = (a.text[slice(*span)].casefold() for a, span in ((pair.one, edit.b), (pair.other, edit.a)))
    return given != taken and {given, taken} <= PERSONS


def _all_stems(article: AnnotatedArticle, quotation: Quotation) -> frozenset[str]:
    return stems(w for span in quotation.content for w in telling_words(article, span))


def _inner(pair: _Pair, edits: Sequence[Edit]) -> list[Edit]:
    """The edits less what was only cut or added at the edges, which trims a quotation and does not alter it, and less what is
    only spelled otherwise."""
    kept = list(edits)
    while kept and kept[0].op in ("insert", "delete"):
        kept.pop(0)
    while kept and kept[-1].op in ("insert", "delete"):
        kept.pop()
    return [e for e in kept if e.op != "equal" and not is_spelled_otherwise(pair.one, e.b, pair.other, e.a)]


def _words(article: AnnotatedArticle, quotation: Quotation, spans: Sequence[Span]) -> str:
    """The words of the quotation at ``spans``, without what the report says between its pieces."""
    own = [(max(s, start), min(e, end)) for s, e in spans for start, end in quotation.content]
    pieces = [" ".join(article.text[s:e].split()) for s, e in own if s < e]
    return " … ".join(pieces) or "(left out)"


def _piece(quotation: Quotation, edit: Span) -> Span:
    """The piece of the quotation in which the edit stands."""
    return next((p for p in quotation.content if p[0] <= edit[0] <= p[1]), quotation.content[0])


def _side(article: AnnotatedArticle, quotation: Quotation, span: Span, value: str, entity_of: Mapping[str, str]) -> Side:
    speaker = quotation.speaker
    return Side(article, span, value, entity_of.get(speaker or "", speaker), quotation.field)


def _opening(article: AnnotatedArticle, quotation: Quotation) -> str:
    """The first words of the saying, to name it."""
    source = article.text if quotation.field == "text" else article.title or ""
    words = source[quotation.content[0][0] : quotation.content[-1][1]].split()
    return " ".join(words[:8]) + (" …" if len(words) > 8 else "")
