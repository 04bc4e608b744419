"""Attributions beside their content: ``X, he said``; ``the plan, he said, would fail``; ``according to the report, X``."""

import itertools

from spacy.tokens import Token

from variorum.annotation.attributions.content import Content
from variorum.annotation.attributions.cues import LANGUAGE, Cue, cue_table
from variorum.annotation.attributions.page import Page, TokenRange
from variorum.annotation.attributions.sources import Source, is_passive, plausible
from variorum.annotation.words.lists import listed

_FINITE = ("VBD", "VBZ", "VBP", "MD")
_BREAKS = (",", "—", "–", "--", "?", "!", "-", "...", "…")
_ADVERBIAL_END = (",", ";", ".", "—", "–", "--", ":", "?", "!", "-")
_VERBAL = ("VERB", "AUX")


def around(page: Page, cue: Cue, source: Source | None) -> Content | None:
    """The sentence less the clause of ``cue``, where that clause stands apart from it by a comma, dash or closing mark."""
    if is_passive(cue.head) or _embedded(cue.head, quoted=page.quote_at[cue.head.i] >= 0) or _is_due(cue.head):
        return None
    start, end = cue_clause(page, cue, source)
    first, last = _bounds(page, cue.head)
    left = _left_part(page, behind_semicolon(page, first, start), start, cue.head)
    if left is None or _leads_to_quote(page, left, end) or _sets_the_scene(page, left, cue.head):
        return None
    right: range | tuple[int, ...] = _right_part(page, cue.head, left, end, last)
    if _mostly_quoted(page, left) and any(page.quote_at[i] >= 0 for i in right):
        right = tuple(i for i in right if page.quote_at[i] >= 0)
    heading = page.blocks[page.block_at[cue.head.i]].heading and len(left) > 3
    clause = has_finite(page, (*left, *right)) or _mostly_quoted(page, left) or _clipped(page, left)
    clause = clause or (len(right) > 1 and source is not None and source.end - source.start == 1 and source.rule == "subject")
    if not heading and not clause:
        return None
    return Content(frozenset((*left, *right)), "after" if not right else "around")


def cue_clause(page: Page, cue: Cue, source: Source | None) -> TokenRange:
    """The tokens of the attribution itself: source, cue and the adverbials after it up to the next punctuation."""
    low = min(cue.tokens)
    high = max(cue.tokens) + 1
    mark = next((c.i for c in cue.head.lefts if c.dep_ == "mark" and c.lower_ == "as"), low)
    low = min(low, mark)
    if source is not None and page.sentence_at[source.head.i] == page.sentence_at[cue.head.i]:
        near = abs(source.head.i - cue.head.i) < 40
        low, high = (min(low, source.start), max(high, source.end)) if near else (low, high)
    low -= low > 0 and page.doc[low - 1].lower_ in ("as", "so")
    limit = page.sentence(cue.head)[1]
    while high < limit and page.doc[high].text not in _ADVERBIAL_END and page.quote_at[high] == page.quote_at[cue.head.i]:
        high += 1
    return low, high


def follows_quote(page: Page, cue: Cue, source: Source | None) -> bool:
    """Whether the clause of ``cue`` stands right after words in quotation marks that lead on to it (``"...," he said``)."""
    if cue.head.tag_ == "VBG" or page.doc[min(max(cue.tokens) + 1, len(page.doc) - 1)].lower_ == "that":
        return False
    start, _ = cue_clause(page, cue, source)
    mark = start - 1
    while mark > 0 and page.doc[mark].text == ",":
        mark -= 1
    own = page.quote_at[cue.head.i]
    if mark < 1 or page.quote_at[mark] < 0 or page.quote_at[mark] == own or own >= 0:
        return False
    return page.doc[mark - 1].text in (",", "?", "!", "…", "...") or page.doc[mark + 1].text == ","


def _is_due(verb: Token) -> bool:
    """``The board must go, Roe must testify``: what somebody has to say is not said yet."""
    return any(c.tag_ == "MD" and c.lower_ in ("must", "should", "shall", "may", "might") for c in verb.lefts)


def _embedded(verb: Token, *, quoted: bool) -> bool:
    """Whether the verb stands in a clause of its own kind (``what he said``, ``if he says``), which is no attribution."""
    return any(c.tag_ in ("WP", "WDT", "WRB") or (c.dep_ == "mark" and (c.lower_ != "as" or quoted)) for c in verb.lefts)


def _bounds(page: Page, verb: Token) -> TokenRange:
    """The sentence of ``verb``, cut to the quotation that it stands in."""
    first, last = page.sentence(verb)
    own = page.quote_at[verb.i]
    if own >= 0:
        start, end = page.tokens_of(page.quoted[own])
        first, last = max(first, start), min(last, end)
    return first, last


def _left_part(page: Page, first: int, start: int, verb: Token) -> range | None:
    if start <= first + 1:
        return None
    i = start - 1
    while i > first and page.doc[i].is_space:
        i -= 1
    closes = page.quote_at[i] >= 0 and page.quote_at[i] != page.quote_at[verb.i]
    if not closes and page.doc[i].text not in _BREAKS:
        return None
    for colon in range(start - 1, first, -1):
        if page.doc[colon].text == ":" and page.quote_at[colon] < 0 and _opens_words(page, first, colon, start, verb):
            return range(colon + 1, start)
    return range(first, start)


def _opens_words(page: Page, first: int, colon: int, start: int, verb: Token) -> bool:
    """Whether a colon leads to the words that a cue clause at ``start`` closes: to quotation marks, or behind what the reporter
    tells of the one who speaks (``The director corrected himself: it could be more, he told the paper``)."""
    if page.quote_at[min(colon + 1, start - 1)] >= 0:
        return True
    he = any(c.dep_ == "nsubj" and c.tag_ == "PRP" for c in verb.children)
    acts = (t for t in page.doc[first:colon] if t.dep_ == "nsubj" and t.pos_ in ("NOUN", "PROPN") and t.head.i < colon)
    told = any(_tells(subject.head) and plausible(subject, LANGUAGE) for subject in acts)
    return he and told and has_finite(page, tuple(range(colon + 1, start)))


def _tells(verb: Token) -> bool:
    """A verb of saying, or one with ``himself`` (``corrected herself``)."""
    says = any(e.act == "speech" for e in cue_table(LANGUAGE, "cues").get(verb.lemma_.lower(), ()))
    return says or any(c.dep_ == "dobj" and c.lower_ in ("himself", "herself", "itself", "themselves") for c in verb.children)


def _sets_the_scene(page: Page, left: range, verb: Token) -> bool:
    """``When I asked him about it, he joked``: a clause of time or condition that tells when something was said."""
    opening = page.doc[left.start]
    scene = next((c for c in verb.lefts if c.dep_ == "advcl" and c.left_edge.i == opening.i), None)
    if scene is None or opening.lower_ not in listed("when_said"):
        return False
    return all(i <= scene.right_edge.i or page.doc[i].is_punct for i in left)


def _leads_to_quote(page: Page, left: range, end: int) -> bool:
    """``After the vote, he said, "We won"``: what stands before is no content, the quotation after it is."""
    if end + 2 >= len(page.doc) or page.doc[end].text not in (",", ":") or page.quote_at[end + 1] < 0:
        return False
    return page.doc[end + 2].text[:1].isupper() and not any(page.quote_at[i] >= 0 for i in left)


def _right_part(page: Page, verb: Token, left: range, end: int, last: int) -> range | tuple[()]:
    """What follows a parenthesis, where the sentence goes on: its main verb stands there."""
    if end >= last or page.doc[end].text not in (*_BREAKS, ";"):
        return ()
    rest = range(end + 1, other_voice(page, end, last))
    if _measures_on(page, rest) or still_said(page, verb, rest) or _shares_subject(page, left, rest):
        return rest
    if _breaks_off(page, left) or _added(page, rest):
        return rest
    parenthesis = verb.dep_ in ("parataxis", "ccomp", "advcl", "relcl", "dep") and verb.head.i in rest
    if parenthesis or not has_finite(page, tuple(left)):
        clipped = not (has_finite(page, tuple(left)) or _mostly_quoted(page, left) or _clipped(page, left))
        return rest if has_finite(page, tuple(rest)) or clipped else ()
    return ()


def _breaks_off(page: Page, left: range) -> bool:
    """``It was, he said, the last ship``: what stands before the cue clause cannot end where it does."""
    words = [page.doc[i] for i in left if not page.doc[i].is_punct and not page.doc[i].is_space]
    return bool(words) and page.quote_at[words[-1].i] < 0 and words[-1].pos_ in ("AUX", "ADP", "DET", "SCONJ", "CCONJ", "PART")


def _added(page: Page, rest: range) -> bool:
    """``A letter had come, she conceded, but weeks ago``: what is joined on and has no verb of its own."""
    joined = len(rest) > 1 and page.doc[rest.start].lower_ in listed("joins_rest")
    return joined and not any(page.doc[i].pos_ in _VERBAL or page.doc[i].text in _BREAKS for i in rest)


def still_said(page: Page, verb: Token, rest: range) -> bool:
    """``A had been opened, she said, and it was "too early" to tell``: a second clause with a subject of its own, told at one
    remove (``had``, ``was``, ``would``) or in words of hers."""
    words = [page.doc[i] for i in rest if not page.doc[i].is_punct and not page.doc[i].is_space]
    joined = page.doc[rest.start - 1].text == ";" or (bool(words) and words[0].lower_ in ("and", "but"))
    finite = next((t for t in words if t.tag_ in _FINITE and page.quote_at[t.i] < 0), None)
    if not joined or finite is None or verb.tag_ == "VBG" or _speaks(words):
        return False
    subject = any(t.dep_ in ("nsubj", "nsubjpass", "expl") and t.i < finite.i for t in words)
    removed = finite.lower_ in listed("at_one_remove")
    return subject and (removed or any(page.quote_at[t.i] >= 0 for t in words))


def _shares_subject(page: Page, left: range, rest: range) -> bool:
    """``The roof gave way, he said, and fell on the cars``: a verb joined to one of those before the cue clause."""
    words = [page.doc[i] for i in rest if not page.doc[i].is_punct and not page.doc[i].is_space]
    if not words or words[0].lower_ not in ("and", "but", "or") or _speaks(words):
        return False
    verb = next((t for t in words if t.pos_ in _VERBAL), None)
    return verb is not None and verb.dep_ == "conj" and verb.head.i in left and page.quote_at[verb.head.i] < 0


def _speaks(words: list[Token]) -> bool:
    """Whether a verb of saying stands among ``words``: what follows is another's, or another remark."""
    rows = (cue_table(LANGUAGE, "cues").get(t.lemma_.lower(), ()) for t in words if t.pos_ in _VERBAL)
    return any(e.strong and {"that", "quote"} <= e.frames for entries in rows for e in entries)


def _measures_on(page: Page, rest: range) -> bool:
    """Whether what follows the cue clause goes on with a time (``she said, two days before the vote was held``)."""
    words = page.doc[rest.start : min(rest.start + 4, rest.stop)]
    if len(words) > 1 and words[0].lower_ in ("up", "down") and words[1].lower_ == "from":
        return True
    unit = next((t for t in words if t.ent_type_ in ("DATE", "TIME") and t.tag_ in ("NN", "NNS")), None)
    number = len(words) > 0 and (words[0].tag_ == "CD" or words[0].lower_ in listed("opens_duration"))
    after = page.doc[unit.i + 1].lower_ if unit is not None and unit.i + 1 < rest.stop else ""
    return number and after in listed("time_order")


def has_finite(page: Page, tokens: tuple[int, ...]) -> bool:
    """Whether a finite verb stands among ``tokens``."""
    return any(page.doc[i].tag_ in _FINITE for i in tokens)


def _clipped(page: Page, tokens: range) -> bool:
    """Whether a clause has its past tense read as a participle (``Eight tonnes of oil leaked into the river, he said``)."""
    words = [page.doc[i] for i in tokens if not page.doc[i].is_punct]
    pasts = [t for t in words if t.tag_ == "VBN" and t.dep_ == "acl" and t.text.endswith("ed") and t.i - tokens.start > 1]
    return len(words) > 4 and any(not any(c.dep_ == "agent" for c in t.children) for t in pasts)


def _mostly_quoted(page: Page, tokens: range) -> bool:
    words = [i for i in tokens if not page.doc[i].is_punct]
    return bool(words) and sum(page.quote_at[i] >= 0 for i in words) * 2 > len(words)


def subject_before(verb: Token) -> Token | None:
    """The subject that stands before ``verb``."""
    return next((c for c in verb.lefts if c.dep_ in ("nsubj", "nsubjpass")), None)


def clause_around(page: Page, token: Token, phrase: range, first: int, last: int) -> set[int]:
    """The whole sentence where the phrase opens or closes it, up to another voice after a semicolon; otherwise the words
    between two commas that it closes, or the clause that holds it."""
    if page.doc[token.i - 1].text == ":" and page.quote_at[token.i - 1] < 0:
        first = token.i
    opens = token.i <= first + 2
    if not opens:
        first, last = behind_semicolon(page, first, phrase.start), _conceded(page, phrase.stop, last)
    everything = set(range(first, other_voice(page, phrase.stop, last)))
    closes = all(page.doc[i].is_punct or page.doc[i].is_space for i in range(phrase.stop, last))
    if opens or closes:
        return everything - set(phrase)
    if aside := _closed_aside(page, phrase, first, last):
        return aside
    clause = next(
        (a for a in token.ancestors if a.pos_ in _VERBAL and a.dep_ in ("ROOT", "ccomp", "conj", "relcl", "advcl")), None
    )
    while clause is not None and clause.dep_ == "conj" and clause.head.pos_ in _VERBAL and subject_before(clause) is None:
        clause = clause.head
    tokens = {t.i for t in clause.subtree} & everything if clause is not None else everything
    return tokens - set(phrase)


def behind_semicolon(page: Page, first: int, stop: int) -> int:
    """Where the words before ``stop`` begin that no semicolon cuts off."""
    return next((i + 1 for i in range(stop - 1, first, -1) if page.doc[i].text == ";" and page.quote_at[i] < 0), first)


def _conceded(page: Page, stop: int, last: int) -> int:
    """Where, right behind a phrase that ends at ``stop``, the reporter goes on with a concession (``, although most came``) or
    tells of the source (``, who had asked for more``)."""
    after = page.doc[stop + 1] if stop + 1 < last and page.doc[stop].text == "," else None
    concedes = after is not None and (after.lower_ in listed("concedes") or after.lower_ == "who")
    return stop if concedes and has_finite(page, tuple(range(stop, last))) else last


def _closed_aside(page: Page, phrase: range, first: int, last: int) -> set[int]:
    """``The column, 90 strong according to the staff, left``: what stands between a comma and a phrase that a comma closes."""
    stop = phrase.stop
    if stop >= last or page.doc[stop].text not in (",", "–", "—") or page.doc[phrase.start - 1].is_punct:
        return set()
    start = next((i + 1 for i in range(phrase.start - 1, first, -1) if page.doc[i].text in (",", "–", "—")), first)
    return set(range(start, phrase.start)) if start > first else set()


def other_voice(page: Page, start: int, last: int) -> int:
    """Where, from ``start`` on, a semicolon leads on to somebody else who has a verb of saying; else ``last``."""
    for mark in range(start, last):
        if page.doc[mark].text == ";" and page.quote_at[mark] < 0 and _another_speaks(page, mark, last):
            return mark
    return last


def _another_speaks(page: Page, mark: int, last: int) -> bool:
    for token in page.doc[mark + 1 : min(last, mark + _NEAR)]:
        rows = cue_table(LANGUAGE, "cues").get(token.lemma_.lower(), ()) if token.tag_ in ("VBD", "VBZ", "VBP", "VBN") else ()
        subject = next((c for c in token.lefts if c.dep_ == "nsubj" and c.i > mark), None)
        if subject is not None and any(e.act == "speech" for e in rows):
            return subject.pos_ in ("NOUN", "PROPN") and plausible(subject, LANGUAGE)
    return False


_NEAR = 14
"""Tokens after a semicolon in which a verb of saying makes what follows another's."""


def as_reported(page: Page, token: Token) -> tuple[Content, Token, int] | None:
    """Content, source head and verb of ``, as X reports,`` where the parse took the verb for a plural noun; else ``None``."""
    first, last = page.sentence(token)
    near = range(token.i + 1, min(token.i + 9, last))
    stop = next((i for i in near if page.doc[i].is_punct and not page.doc[i].is_quote), last)
    verb = page.doc[stop - 1]
    head = page.doc[stop - 3 if page.doc[stop - 2].tag_ == "''" else stop - 2]
    opens = token.i == first or page.doc[token.i - 1].text == ","
    if token.lower_ in ("so", "thus"):
        return _so_source(page, token, first, last)
    if not opens or stop - token.i < 3 or verb.tag_ != "NNS" or head.pos_ not in ("NOUN", "PROPN"):
        return None
    rows = cue_table(LANGUAGE, "cues").get(verb.lemma_.lower(), ())
    if not any(r.strong and "par" in r.frames for r in rows) or not plausible(head, LANGUAGE) or page.quote_at[token.i] >= 0:
        return None
    clause = frozenset(i for i in range(first, last) if not token.i <= i < stop)
    return (Content(clause, "around"), head, verb.i) if has_finite(page, tuple(sorted(clause))) else None


def _stands_alone(page: Page, start: int, last: int) -> bool:
    """Whether what follows a comma has no verb, or one with a subject of its own."""
    verb = next((page.doc[i] for i in range(start, last) if page.doc[i].tag_ in _FINITE), None)
    own = verb is None or any(c.dep_ in ("nsubj", "nsubjpass", "expl") and start <= c.i for c in verb.children)
    return own and page.doc[start].tag_ not in ("WP", "WDT", "WRB")


def _so_source(page: Page, so: Token, first: int, last: int) -> tuple[Content, Token, int] | None:
    """``Nothing moves, so the ministry.``, ``Of the nine boats, so the ministry, four are lost``, ``"Too late", thus the mayor
    before reporters``: a definite source without a verb, as texts put into English have it."""
    stop = next((i for i in range(so.i + 1, last) if page.doc[i].is_punct), last)
    words = list(itertools.takewhile(lambda t: t.pos_ != "ADP" and not t.is_space, page.doc[so.i + 1 : stop]))
    noun = bool(words) and all(t.pos_ in ("DET", "ADJ", "NOUN", "PROPN", "PRON") for t in words) and len(words) < 6
    if not noun or so.i == first or page.doc[so.i - 1].text != "," or page.quote_at[so.i] >= 0:
        return None
    head = words[-1]
    definite = words[0].lower_ == "the" or words[0].pos_ == "PROPN"
    acts = head.dep_ in ("nsubj", "nsubjpass") and head.head.i > so.i and head.head.pos_ in _VERBAL
    if not definite or not plausible(head, LANGUAGE):
        return None
    if page.quote_at[so.i - 2] >= 0 and not acts:
        return Content(frozenset(range(*page.tokens_of(page.quoted[page.quote_at[so.i - 2]]))), "around"), head, so.i
    goes_on = any(not page.doc[i].is_punct and not page.doc[i].is_space for i in range(stop, last))
    whole = has_finite(page, tuple(range(first, so.i)))
    if goes_on and (page.doc[stop].text != "," or (whole and (acts or not _stands_alone(page, stop + 1, last)))):
        return None
    clause = frozenset(range(first, so.i)) | (frozenset(range(stop + 1, last)) if goes_on else frozenset())
    return (Content(clause, "around"), head, so.i) if has_finite(page, tuple(sorted(clause))) else None
