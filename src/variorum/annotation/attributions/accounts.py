"""Attribution by whose account it is: ``by the union's count``, ``the mayor's version is that X``, ``if the operator is to be
believed``, ``as he puts it``."""

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Token

from variorum.annotation.attributions.assembly import Attribution
from variorum.annotation.attributions.content import Content, subtree, to_infinitive
from variorum.annotation.attributions.cues import LANGUAGE, companions, cue_table
from variorum.annotation.attributions.order import clause_around
from variorum.annotation.attributions.page import Page
from variorum.annotation.attributions.scores import CONTENT_SCORES
from variorum.annotation.attributions.sources import Source, phrase, plausible

Found = tuple[tuple[int, ...], Content, Source | None]


def accounts(page: Page) -> list[Attribution]:
    """Every attribution of these constructions outside quotation marks, in text order."""
    nouns = companions(LANGUAGE, "account") | companions(LANGUAGE, "view")
    found: list[Found] = []
    for token in page.doc:
        if page.quote_at[token.i] >= 0:
            continue
        if token.pos_ == "NOUN" and token.lower_ in nouns:
            found += _of_noun(page, token)
        elif token.lower_ in ("if", "as"):
            found += _believed(page, token) or _as_put(page, token)
        elif token.lower_ == "it":
            found += _it_is_said(page, token)
    return [_attribution(page, *item) for item in found if _says_something(page, item)]


def _of_noun(page: Page, noun: Token) -> list[Found]:
    owner = _owner(page, noun)
    if owner is None:
        return []
    for rule in (_is_that, _by_count):
        if found := [*rule(page, noun, owner)]:
            return found
    return []


def _owner(page: Page, noun: Token) -> Source | None:
    """Whose account: ``the mayor's``, ``her``, ``of the mayor``, or what ``whose`` stands for."""
    of = next((c for c in noun.rights if c.dep_ == "prep" and c.lower_ in ("of", "by")), None)
    owner = next((c for c in noun.lefts if c.dep_ == "poss"), None)
    if of is not None and (owner is None or noun.lower_ in companions(LANGUAGE, "view")):
        owner = next((c for c in of.rights if c.dep_ == "pobj"), None)
    if owner is not None and owner.lower_ == "whose":
        clause = next((a for a in noun.ancestors if a.dep_ == "relcl"), None)
        owner = clause.head if clause is not None else None
    if owner is None or owner.lower_ in _OWN or not (owner.tag_ == "PRP$" or plausible(owner, LANGUAGE)):
        return None
    start, end = (owner.i, owner.i + 1) if owner.tag_ == "PRP$" else phrase(page, owner, noun)
    return Source(owner, start, end, "owner")


_OWN = ("my", "our", "your")
"""Whose account is the reporter's or the reader's."""


def _is_that(page: Page, noun: Token, owner: Source) -> Iterator[Found]:
    """``the mayor's version (, given by telephone,) is that X``; ``her advice is to X``; ``the union's count is 40``."""
    verb = noun.head
    if noun.dep_ != "nsubj" or verb.lemma_ != "be" or any(c.dep_ == "neg" for c in verb.children):
        return
    clause = next((c for c in verb.rights if c.dep_ in ("ccomp", "advcl", "xcomp") and (_that(c) or to_infinitive(c))), None)
    if clause is not None:
        yield (noun.i, verb.i), Content(frozenset(subtree(clause)), "account"), owner
    counted = next((c for c in verb.rights if c.dep_ in ("attr", "prep") and any(t.tag_ == "CD" for t in c.subtree)), None)
    if clause is None and counted is not None and noun.lower_ in companions(LANGUAGE, "counting"):
        yield (noun.i, verb.i), Content(frozenset(subtree(counted)), "account"), owner


def _that(clause: Token) -> bool:
    return any(c.lower_ == "that" and c.dep_ == "mark" for c in clause.lefts)


def _by_count(page: Page, noun: Token, owner: Source) -> Iterator[Found]:
    """``by her count, X``; ``X, in the mayor's telling``: set off by the border of the sentence or commas."""
    before = noun.head
    if noun.dep_ != "pobj" or before.lower_ not in ("by", "in", "on"):
        return
    first, last = page.sentence(noun)
    end = min(noun.right_edge.i + 1, last)
    opens = before.i == first or page.doc[before.i - 1].is_punct
    closes = end == last or page.doc[end].is_punct
    whose = any(c.lower_ == "of" for c in noun.rights) and noun.left_edge.lower_ == "the"
    if (opens and closes) or (before.lower_ == "in" and whose and noun.lower_ in companions(LANGUAGE, "view")):
        clause = clause_around(page, before, range(before.i, end), first, last)
        yield tuple(range(before.i, noun.i + 1)), Content(frozenset(clause), "according"), replace(owner, rule="phrase")


def _it_is_said(page: Page, it: Token) -> list[Found]:
    """``The pier will close, it was said in the ministry.``, ``The pier, it is said, will close.``: nobody need be named."""
    verb = it.head
    first, last = page.sentence(it)
    apart = it.i > first + 2 and page.doc[it.i - 1].text in (",", ";", "–", "—")
    entries = cue_table(LANGUAGE, "cues").get(verb.lemma_.lower(), ())
    if it.lower_ != "it" or it.dep_ != "nsubjpass" or not apart or verb.tag_ != "VBN" or verb.i - it.i > 3:
        return []
    if not any("par" in e.frames and e.act == "speech" and e.strong for e in entries) or page.quote_at[it.i] >= 0:
        return []
    end = next((i for i in range(verb.i + 1, last) if page.doc[i].is_punct), last)
    if any(page.doc[i].pos_ in ("VERB", "AUX", "SCONJ") for i in range(verb.i + 1, end)):
        return []
    places = (c for c in verb.rights if c.dep_ == "prep" and c.lower_ in ("from", "in", "at") and c.i < end)
    said_by = next((g for c in places for g in c.rights if g.dep_ == "pobj" and plausible(g, LANGUAGE)), None)
    clause = clause_around(page, it, range(it.i, end), first, last)
    source = Source(said_by, *phrase(page, said_by, verb), "phrase") if said_by is not None else None
    return [((verb.i,), Content(frozenset(clause), "account"), source)]


def _believed(page: Page, token: Token) -> list[Found]:
    """``if the operator is to be believed, X``; ``if you believe the operator, X``."""
    verb = token.head
    if token.lower_ != "if" or token.dep_ != "mark":
        return []
    inner = next((v for v in (verb, *verb.rights) if v.lemma_ in ("believe", "trust", "credit")), None)
    whom = next((c for c in (*verb.children, *(inner.children if inner else ())) if c.dep_ in ("nsubj", "nsubjpass")), None)
    if inner is not None and inner.tag_ != "VBN":
        reader = whom is not None and whom.lower_ in ("you", "one", "we")
        whom = next((c for c in inner.rights if c.dep_ == "dobj"), None) if reader else None
    if inner is None or whom is None or not plausible(whom, LANGUAGE):
        return []
    return _aside(page, token, verb, whom, (inner.i,))


def _as_put(page: Page, token: Token) -> list[Found]:
    """``as he puts it``, ``as the mayor has it``."""
    verb = token.head
    after = page.doc[verb.i + 1] if verb.i + 1 < len(page.doc) else None
    whom = next((c for c in verb.lefts if c.dep_ == "nsubj"), None)
    if token.lower_ != "as" or verb.lemma_ not in ("put", "tell", "have") or after is None or after.lower_ != "it":
        return []
    if whom is None or not (plausible(whom, LANGUAGE) or whom.lower_ in ("he", "she", "they")):
        return []
    return _aside(page, token, verb, whom, (token.i, verb.i, after.i))


def _aside(page: Page, opener: Token, verb: Token, whom: Token, cue: tuple[int, ...]) -> list[Found]:
    """The clause around an aside from ``opener`` to the end of the subtree of ``verb``."""
    first, last = page.sentence(opener)
    end = max(verb.right_edge.i + 1, *(i + 1 for i in cue))
    last = end if end < last and page.doc[end].text == ";" else last
    clause = clause_around(page, verb, range(opener.i, min(end, last)), first, last)
    return [(cue, Content(frozenset(clause), "account"), Source(whom, *phrase(page, whom, verb), "subject"))]


def _says_something(page: Page, item: Found) -> bool:
    cue, content, _ = item
    words = [page.doc[i] for i in content.tokens - set(cue) if not (page.doc[i].is_punct or page.doc[i].is_space)]
    return len(words) >= 2 or any(t.tag_ == "CD" for t in words)


def _attribution(page: Page, cue: tuple[int, ...], content: Content, source: Source | None) -> Attribution:
    shown = (source.start, source.end) if source is not None else None
    tokens = content.tokens - set(cue) - set(range(*(shown or (0, 0))))
    return Attribution(
        cue=cue,
        anchor=max(cue, key=lambda i: (page.doc[i].pos_ in ("NOUN", "VERB"), -i)),
        label=" ".join(page.doc[i].text for i in cue),
        content=frozenset(tokens),
        source=shown,
        speaker=source.head if source is not None else None,
        rules=(content.rule, source.rule if source is not None else "none"),
        act="speech",
        polarity="positive",
        modality="asserted",
        score=CONTENT_SCORES[content.rule],
    )
