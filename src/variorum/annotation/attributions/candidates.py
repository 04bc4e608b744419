"""Candidates for attributions from grammar and word order: every cue with its first construction that holds."""

from collections.abc import Callable, Iterator, Mapping, Set
from dataclasses import replace

from spacy.tokens import Token

from variorum.annotation.attributions.according import according_to
from variorum.annotation.attributions.accounts import accounts
from variorum.annotation.attributions.assembly import Attribution, OpenCue, attribution
from variorum.annotation.attributions.clauses import clause
from variorum.annotation.attributions.closing import closing, misread, turned
from variorum.annotation.attributions.colons import after_colons
from variorum.annotation.attributions.content import Content
from variorum.annotation.attributions.contents import contents
from variorum.annotation.attributions.cues import LANGUAGE, Cue, CueEntry, companions, find_cues, verb_group
from variorum.annotation.attributions.gapped import with_gapped
from variorum.annotation.attributions.nested import nested
from variorum.annotation.attributions.nouns import noun_content
from variorum.annotation.attributions.order import around, as_reported, follows_quote
from variorum.annotation.attributions.page import Page
from variorum.annotation.attributions.quotes import speaker_of_words
from variorum.annotation.attributions.scores import CONTENT_SCORES, SOURCE_SCORES
from variorum.annotation.attributions.sources import (
    Source,
    antecedent,
    fits,
    is_document,
    is_passive,
    own_subject,
    phrase,
    plausible,
    source_at,
    tidy_end,
    word,
)
from variorum.annotation.attributions.subjects import closes_quotation, inverted, verb_sources
from variorum.annotation.attributions.terse import of_a_list
from variorum.annotation.words.lists import listed
from variorum.records.annotation import Act


def propose(page: Page) -> tuple[list[Attribution], list[OpenCue]]:
    """All attributions that grammar and word order give, and the cues left open for quotations, in text order."""
    cues = find_cues(page.doc, LANGUAGE)
    verbs = {c.head.i: c for c in cues if c.kind == "verb"}
    taken: set[int] = set()
    found: list[Attribution] = []
    waiting: list[OpenCue] = []
    for cue in cues:
        if cue.kind == "verb":
            made, left = _from_verb(page, cue, verbs)
            found += made
            waiting += left
            taken |= {i for a in made for i in a.cue}
    found += _from_any_verb(page, verbs.keys() | taken)
    said = {a.content for a in found}
    for cue in cues:
        if cue.kind == "noun" and cue.head.i not in taken:
            found += (a for a in _from_noun(page, cue) if a.content not in said or a.rules[1] == "owner")
        elif cue.kind == "adjective":
            found += _from_adjective(page, cue)
    found += [a for token in page.doc if token.lower_ == "according" for a in _from_phrase(page, token)]
    found += [a for token in page.doc if token.lower_ in ("as", "so", "thus") and (a := _as_reported(page, token)) is not None]
    found += misread(page)
    inner = nested(page, verbs)
    found = [*(a for a in found if a.anchor not in {n.anchor for n in inner}), *inner]
    held = {a.content for a in found}
    found += [a for a in after_colons(page, cues) if not any(len(a.content & c) * 2 > len(a.content) for c in held)]
    anchors = {a.anchor for a in found}
    found += [a for a in accounts(page) if a.anchor not in anchors]
    return sorted(with_gapped(page, _apart(_without_parts(found))), key=lambda a: a.anchor), waiting


def _from_any_verb(page: Page, known: Set[int]) -> Iterator[Attribution]:
    """``The harbour master bleated that X``: a verb in no list with a clause that ``that`` opens and somebody to say it."""
    for token in page.doc:
        if token.pos_ != "VERB" or token.i in known or token.tag_ not in ("VBD", "VBZ", "VBP", "VBN") or is_passive(token):
            continue
        subject = own_subject(page, token)
        if subject is None or subject.i > token.i or token.lemma_.lower() in companions(LANGUAGE, "no saying"):
            continue
        if not plausible(antecedent(subject), LANGUAGE) or subject.lower_ in listed("unlisted_silent"):
            continue
        cue = Cue(token, "verb", (_UNLISTED,), verb_group(token))
        content = clause(page, cue, _UNLISTED)
        if content is not None and page.doc[token.i + 1].lower_ == "that" and token.i + 1 in content.tokens:
            made = attribution(page, cue, _UNLISTED, content, source_at(page, subject, token, "subject"))
            yield from (made,) if made is not None else ()


_UNLISTED = CueEntry(
    lemma="",
    act="speech",
    frames=frozenset(("that",)),
    strong=False,
    modality="asserted",
    polarity="positive",
    objects=frozenset(),
    subjects=frozenset(),
)


def _apart(found: list[Attribution]) -> list[Attribution]:
    """``According to the draft, she said, X``: of two beside the same words neither is part of what the other says."""
    cleaned = list(found)
    for n in (n for n, a in enumerate(found) if a.rules[0] == "according"):
        for k, other in enumerate(found):
            each = set(found[n].cue) <= other.content and set(other.cue) <= found[n].content
            if each and other.rules[0] in ("after", "around"):
                cleaned[n], cleaned[k] = _without_clause(cleaned[n], other), _without_clause(cleaned[k], found[n])
    return cleaned


def _without_clause(item: Attribution, other: Attribution) -> Attribution:
    """``item`` without the cue and source of ``other``."""
    return replace(item, content=item.content - {*other.cue, *range(*(other.source or (0, 0)))})


def _without_parts(found: list[Attribution]) -> list[Attribution]:
    """``found`` without those whose cue is only a part of another's (``saying`` in ``quoted him as saying``)."""
    longer = [set(a.cue) for a in found if len(a.cue) > 1]
    return [a for a in found if not any(set(a.cue) < cue for cue in longer)]


def _from_verb(page: Page, cue: Cue, verbs: Mapping[int, Cue]) -> tuple[list[Attribution], list[OpenCue]]:
    if cue.head.dep_ in ("amod", "compound"):
        closes = _by_order(page, cue, closing)
        return ([closes], []) if closes is not None else ([], _after_quotation(page, cue))
    if _refused(cue.head):
        return [], []
    if (behind := _by_order(page, cue, turned)) is not None:
        return [behind], []
    source = next(verb_sources(page, cue, verbs, LANGUAGE), None)
    waiting: list[OpenCue] = []
    for entry in cue.entries:
        if not fits(cue.head, entry, source):
            continue
        content = None
        if "par" in entry.frames and entry.strong and follows_quote(page, cue, source):
            content = around(page, cue, source)
        content = content or next(contents(page, cue, entry), None)
        if content is None and "par" in entry.frames:
            source = source or next(inverted(page, cue.head, LANGUAGE), None)
            content = around(page, cue, source) if source is not None else None
        if content is None:
            if "quote" in entry.frames and not is_passive(cue.head):
                waiting.append(OpenCue(cue, entry, source))
            continue
        content = _with_colon(page, cue, content, source)
        made = attribution(page, cue, entry, content, source)
        if made is not None:
            return [made], []
    closes = _by_order(page, cue, closing)
    if closes is not None:
        return [closes], []
    return [], waiting[:1]


def _after_quotation(page: Page, cue: Cue) -> list[OpenCue]:
    """``"It is luck," raged union chief Orr``: a verb right behind a quotation, which the parse took for an adjective."""
    entry = next((e for e in cue.entries if "quote" in e.frames), None)
    return [OpenCue(cue, entry, None)] if entry is not None and closes_quotation(page, cue.head.i) else []


def _by_order(page: Page, cue: Cue, rule: Callable[[Page, Cue], tuple[Content, Source] | None]) -> Attribution | None:
    """What word order alone gives a verb of saying that can stand beside what it reports."""
    entry = next((e for e in cue.entries if "par" in e.frames), None)
    found = rule(page, cue) if entry is not None else None
    return attribution(page, cue, entry, *found) if entry is not None and found is not None else None


def _with_colon(page: Page, cue: Cue, content: Content, source: Source | None) -> Content:
    """``The contract has a clause, people close to him say: he can be dismissed``: what stands before is reported too."""
    after = max(cue.tokens) + 1
    if content.rule != "clause" or after >= len(page.doc) or page.doc[after].text != ":":
        return content
    before = around(page, cue, source)
    return replace(content, tokens=content.tokens | before.tokens) if before is not None else content


def _refused(verb: Token) -> bool:
    """``refused to say``, ``prevented her from saying``: nothing was said; ``of any state plans to close`` is a noun."""
    subject = verb.i > 0 and verb.nbor(-1).head.i == verb.i and verb.nbor(-1).dep_ == "nsubj"
    before = {t.lower_ for t in verb.doc[max(verb.i - 2, 0) : verb.i]}
    if verb.tag_ in ("VBZ", "VBP") and not subject and before & {"any", "no", "such"}:
        return True
    above = verb.head.head if verb.dep_ == "pcomp" and verb.head.lower_ == "from" else verb.head
    return verb.dep_ in ("xcomp", "pcomp") and above.lemma_.lower() in companions(LANGUAGE, "refusing")


def _from_noun(page: Page, cue: Cue) -> Iterator[Attribution]:
    for entry in cue.entries:
        content = noun_content(page, cue.head, entry)
        if content is None:
            continue
        source = _noun_source(page, cue.head)
        if source is None and entry.self_source and entry.act == "speech":
            source = Source(cue.head, cue.head.i, cue.head.i + 1, "self")
        if source is None or (source.rule != "self" and not plausible(source.head, LANGUAGE) and source.head.tag_ != "PRP$"):
            continue
        made = attribution(page, cue, entry, content, source)
        if made is not None:
            yield replace(made, source=None) if source.rule == "self" else made
            return


def _noun_source(page: Page, noun: Token) -> Source | None:
    for child in noun.children:
        if child.dep_ == "poss":
            return Source(child, child.left_edge.i, child.i + 1, "owner")
        if child.dep_ == "prep" and child.lower_ in ("by", "from"):
            below = next((c for c in child.children if c.dep_ == "pobj"), None)
            if below is not None:
                return Source(below, *phrase(page, below, noun), "owner")
    return None


def _from_adjective(page: Page, cue: Cue) -> Iterator[Attribution]:
    verb = cue.head.head
    if cue.head.dep_ != "acomp" or verb.lemma_.lower() not in companions(LANGUAGE, "copula"):
        return
    subject = own_subject(page, verb)
    if subject is None or not plausible(subject, LANGUAGE) or word(subject) == "it":
        return
    source = Source(subject, *phrase(page, subject, verb), "subject")
    for entry in cue.entries:
        content = next(contents(page, cue, entry), None)
        if content is not None and (made := attribution(page, cue, entry, content, source)) is not None:
            yield made
            return


def _informant(head: Token) -> Token:
    """``according to information from the staff``: information is no speaker, those it comes from are."""
    if head.lemma_.lower() not in listed("information"):
        return head
    for child in head.children:
        if child.dep_ == "prep" and child.lower_ in ("of", "from", "by"):
            below = next((c for c in child.children if c.dep_ == "pobj" and plausible(c, LANGUAGE)), None)
            if below is not None:
                return below
    return head


def _as_reported(page: Page, token: Token) -> Attribution | None:
    """``In the port, as the agency KNA reports, nothing moves``, where the parse took the verb for a noun."""
    found = as_reported(page, token)
    if found is None:
        return None
    content, head, verb = found
    return Attribution(
        tuple(sorted({token.i, verb})),
        verb,
        page.doc[verb].text,
        content.tokens,
        (token.i + 1, max(verb, head.i + 1)),
        head,
        ("around", "order"),
        "speech",
        "positive",
        "asserted",
        round(CONTENT_SCORES["around"] * SOURCE_SCORES["order"], 3),
    )


def _from_phrase(page: Page, token: Token) -> Iterator[Attribution]:
    """``according to X``, also where somebody quoted says so."""
    found = of_a_list(page, token) or according_to(page, token)
    if found is None:
        return
    content, head, stop = found
    start, end = head.left_edge.i, tidy_end(page, head, stop)
    tokens = frozenset(content.tokens - set(range(min(start, token.i), max(end, token.i + 1))))
    words = [i for i in tokens if not page.doc[i].is_punct and not page.doc[i].is_space]
    head = speaker_of_words(head)
    nobody = head.pos_ == "PRON" and head.dep_ != "poss" and head.lower_ not in ("him", "her", "them")
    short = content.rule != "terse" and len(words) < 2 and any(page.quote_at[i] < 0 for i in words)
    if not words or short or (nobody and not plausible(head, LANGUAGE)):
        return
    head = _informant(head)
    act: Act = "document" if is_document(head, LANGUAGE) else "speech"
    score = round(CONTENT_SCORES[content.rule] * (1.0 if plausible(head, LANGUAGE) else 0.75), 3)
    cue, label = (token.i, token.i + 1), "according to"
    yield Attribution(
        cue, token.i, label, tokens, (start, end), head, (content.rule, "phrase"), act, "positive", "asserted", score
    )
