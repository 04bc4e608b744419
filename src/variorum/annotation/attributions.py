"""Attributions: cue, content and source put together, cleaned of each other, scored and judged."""

from collections.abc import Mapping
from dataclasses import dataclass

from spacy.tokens import Token

from variorum.annotation.attribution_content import Content
from variorum.annotation.attribution_page import Page
from variorum.annotation.attribution_scores import KEPT_FROM, score_of
from variorum.annotation.attribution_sources import Source, antecedent, is_document, is_passive, phrase, plausible, word
from variorum.annotation.attribution_subjects import rejoined
from variorum.annotation.cues import Cue, CueEntry, companions, cue_table
from variorum.records.annotation import Act, Modality, Polarity

LANGUAGE = "en"
_MODALS: Mapping[str, Modality] = {
    "may": "possible",
    "might": "possible",
    "could": "possible",
    "can": "possible",
    "would": "conditional",
    "will": "planned",
    "shall": "planned",
    "'ll": "planned",
    "’ll": "planned",
    "wo": "planned",
    "should": "demanded",
    "must": "demanded",
}
_FIRST = frozenset(("i", "we", "you", "me", "us", "my", "our"))


@dataclass(frozen=True, slots=True)
class Attribution:
    """A judged candidate. ``content`` counts tokens; ``speaker`` heads the phrase that names who speaks (``None``: nobody).

    ``source`` is the token range shown as source; ``rules`` names the content and source rule; ``between`` heads the phrase
    of somebody who passes the words on; ``label`` is the cue word for reasons; ``anchor`` orders attributions in the text.
    ``also`` is a second range shown as source (who is cited); ``follows`` is the anchor of the one whose speaker goes on.
    """

    cue: tuple[int, ...]
    anchor: int
    label: str
    content: frozenset[int]
    source: tuple[int, int] | None
    speaker: Token | None
    rules: tuple[str, str]
    act: Act
    polarity: Polarity
    modality: Modality
    score: float
    addressee: Token | None = None
    between: Token | None = None
    follows: int | None = None
    also: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class OpenCue:
    """A verb of saying without content of its own: words in quotation marks beside it may be what it reports."""

    cue: Cue
    entry: CueEntry
    source: Source | None


def attribution(page: Page, cue: Cue, entry: CueEntry, content: Content, source: Source | None) -> Attribution | None:
    """Cue, content and source as one scored attribution; ``None`` where it is below the mark or says nothing."""
    tokens = _cleaned(page, cue, content, source)
    words = [i for i in tokens if not page.doc[i].is_punct and not page.doc[i].is_space]
    if not words or _own_words(page, cue, source):
        return None
    if source is None and (
        not (is_passive(cue.head) or cue.kind == "noun") or (content.rule in ("predicate", "as") and entry.act != "speech")
    ):
        return None
    between: Token | None = None
    speaker = source.head if source is not None else None
    shown = (source.start, source.end) if source is not None else None
    if content.speaker is not None:
        between, speaker = speaker, content.speaker
        shown = phrase(page, content.speaker, cue.head)
    to_whom = content.addressee
    if to_whom is None and cue.kind == "verb" and entry.act == "speech" and "that" in entry.frames:
        to_whom = addressee(cue.head, source, tokens)
    rules = (content.rule, source.rule if source is not None else "none")
    likely = source is None or plausible(antecedent(source.head), LANGUAGE)
    score = score_of(*rules, strong=entry.strong, plausible=likely)
    if score < KEPT_FROM:
        return None
    polarity, modality = _stance(cue, entry, content)
    cue_tokens = tuple(sorted({*cue.tokens, *content.cue}))
    return Attribution(
        cue_tokens,
        cue.head.i,
        " ".join(page.doc[i].text for i in cue_tokens),
        frozenset(tokens),
        shown,
        speaker,
        rules,
        _act(content, entry, speaker),
        polarity,
        modality,
        score,
        to_whom,
        between,
    )


def addressee(verb: Token, source: Source | None, content: set[int]) -> Token | None:
    """Whom a verb of saying is turned to: its object or ``to`` and a noun, outside source and content."""
    for child in verb.rights:
        noun = child
        if child.dep_ in ("prep", "dative") and child.lower_ == "to":
            noun = next((c for c in child.children if c.dep_ == "pobj"), child)
        elif child.dep_ not in ("dobj", "dative"):
            continue
        inside = source is not None and source.start <= noun.i < source.end
        if noun.pos_ in ("NOUN", "PROPN", "PRON") and not inside and noun.i not in content:
            return noun
    return None


def _own_words(page: Page, cue: Cue, source: Source | None) -> bool:
    """``I think`` inside a quotation: the speaker of the quotation, not another source."""
    return source is not None and page.quote_at[cue.head.i] >= 0 and word(source.head) in _FIRST


def _act(content: Content, entry: CueEntry, speaker: Token | None) -> Act:
    act = content.act or entry.act
    return "document" if act == "speech" and speaker is not None and is_document(speaker, LANGUAGE) else act


def _cleaned(page: Page, cue: Cue, content: Content, source: Source | None) -> set[int]:
    """The content without the attribution itself and without what a following participle of saying opens."""
    tokens = set(content.tokens) - set(cue.tokens) - set(content.cue)
    if (source is not None and content.rule not in ("raised", "passive object", "as", "predicate")) or (
        source is not None and source.start > cue.head.i
    ):
        tokens -= set(range(source.start, source.end))
    if content.rule in ("after", "around"):
        return tokens
    tokens -= _when_said(page, cue, tokens)
    for i in sorted(i for i in tokens if i > cue.head.i):
        if _reports_on(page, i, cue) or _concedes(page, i, cue):
            return {k for k in tokens if k < i}
        if rejoined(page.doc[i], cue.head):
            joint = max((c.i for c in page.doc[i].head.children if c.dep_ == "cc" and c.i < i), default=i)
            return {k for k in tokens if k < joint}
        if (stop := _next_voice(page, i, cue)) is not None:
            return {k for k in tokens if k < stop}
    return _to_heading_end(page, tokens, cue, content)


def _when_said(page: Page, cue: Cue, tokens: set[int]) -> set[int]:
    """``said on Monday it would``: a date between cue and clause tells when it was said."""
    first = min((i for i in tokens if i > cue.head.i), default=-1)
    if first < 0 or page.quote_at[first] >= 0:
        return set()
    i = first + (page.doc[first].lower_ in ("on", "in", "late", "early"))
    start = i
    while i in tokens and page.doc[i].ent_type_ in ("DATE", "TIME"):
        i += 1
    clause = start < i and i in tokens and page.doc[i].pos_ in ("PRON", "DET", "PROPN", "NOUN", "SCONJ", "NUM", "ADJ")
    return set(range(first, i)) if clause and page.doc[start].dep_ not in ("nsubj", "compound", "poss") else set()


def _concedes(page: Page, i: int, cue: Cue) -> bool:
    """``..., though``, ``..., even as``, ``..., a claim that X denied`` after reported words: the reporter's own remark."""
    token = page.doc[i]
    if token.lower_ == "a" and _remark(page, i):
        return page.quote_at[i] < 0 and page.quote_at[cue.head.i] < 0
    if token.lower_ not in ("though", "although", "even", "despite") or page.doc[i - 1].text != ",":
        return False
    if page.quote_at[i] >= 0 or page.quote_at[cue.head.i] >= 0:
        return False
    return token.lower_ != "even" or page.doc[min(i + 1, len(page.doc) - 1)].lower_ in ("as", "though")


def _remark(page: Page, i: int) -> bool:
    """Whether ``a`` at ``i`` opens an apposition on what was just said: a noun for words or deeds with a relative clause."""
    noun = page.doc[min(i + 1, len(page.doc) - 1)]
    apart = page.doc[i - 1].text in (",", "—", "–", "--", "-")
    return apart and noun.lower_ in companions(LANGUAGE, "aside") and any(c.dep_ in ("relcl", "acl") for c in noun.rights)


def _next_voice(page: Page, i: int, cue: Cue) -> int | None:
    """Where ``and others said that ...`` begins: a second speaker with a verb of saying, joined to the reported clause."""
    token = page.doc[i]
    if page.quote_at[i] < 0 and (token.text == ";" or (token.lower_ == "with" and page.doc[i - 1].text == ",")):
        return i if _speaks_after(page, i, cue) else None
    if token.dep_ != "conj" or token.tag_ not in ("VBD", "VBZ", "VBP", "VBN") or page.quote_at[i] != page.quote_at[cue.head.i]:
        return None
    says = any(e.strong and {"that", "quote"} <= e.frames for e in cue_table(LANGUAGE, "cues").get(token.lemma_.lower(), ()))
    subject = next((c for c in token.lefts if c.dep_ == "nsubj"), None)
    if not says or subject is None or not any(c.dep_ == "ccomp" for c in token.rights):
        return None
    joins = [c.i for c in token.head.children if c.dep_ == "cc" and c.i < subject.left_edge.i]
    return max(joins, default=subject.left_edge.i)


def _speaks_after(page: Page, i: int, cue: Cue) -> bool:
    """Whether somebody else has a verb of saying after ``;`` or ``, with`` (``with analysts saying``)."""
    tags = ("VBG",) if page.doc[i].lower_ == "with" else ("VBD", "VBZ", "VBP", "VBN")
    _, end = page.sentence(cue.head)
    for token in page.doc[i + 1 : min(end, i + 14)]:
        entries = cue_table(LANGUAGE, "cues").get(token.lemma_.lower(), ()) if token.tag_ in tags else ()
        if any(e.strong and "quote" in e.frames for e in entries) and any(c.dep_ == "nsubj" for c in token.lefts):
            return True
    return False


def _to_heading_end(page: Page, tokens: set[int], cue: Cue, content: Content) -> set[int]:
    """In a headline the content after the cue goes on to the end of the line or to its colon."""
    block = page.blocks[page.block_at[cue.head.i]]
    if not block.heading or content.rule not in ("object", "preposition") or not tokens or max(tokens) < cue.head.i:
        return tokens
    after = range(max(tokens) + 1, block.end)
    return tokens.union(after) if not any(page.doc[i].text in (":", ",", ";", "–", "—", "|") for i in after) else tokens


def _reports_on(page: Page, i: int, cue: Cue) -> bool:
    """``..., adding``: a participle after a comma with which the same speaker goes on."""
    token = page.doc[i]
    if (
        token.tag_ != "VBG"
        or page.quote_at[i] != page.quote_at[cue.head.i]
        or token.lemma_.lower() not in companions(LANGUAGE, "going on")
    ):
        return False
    k = i - 1
    while page.doc[k].tag_ == "RB":
        k -= 1
    return page.doc[k].text == "," and any(c.dep_ in ("ccomp", "dobj", "prep", "prt", "xcomp", "advcl") for c in token.rights)


def _stance(cue: Cue, entry: CueEntry, content: Content) -> tuple[Polarity, Modality]:
    verb = cue.head if cue.kind == "verb" else cue.head.head
    negated = any(c.dep_ == "neg" or c.lower_ in ("never", "hardly") for c in verb.children) if cue.kind != "noun" else False
    if cue.kind == "verb" and ((verb.dep_ == "pcomp" and verb.head.lower_ == "without") or _nobody(verb)):
        negated = True
    polarity: Polarity = "negative" if negated != (entry.polarity == "negative") else "positive"
    wanted = _wanted(verb) if cue.kind == "verb" else None
    if content.modality is not None or entry.modality != "asserted" or wanted is not None:
        return polarity, wanted or content.modality or entry.modality
    return polarity, _verb_modality(verb) if cue.kind != "noun" else "asserted"


def _nobody(verb: Token) -> bool:
    """``neither of them said``, ``no one said``: nobody did."""
    subject = next((c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")), None)
    return subject is not None and subject.doc[subject.left_edge.i].lower_ in ("no", "neither", "none", "nobody")


def _wanted(verb: Token) -> Modality | None:
    """``asked them to back it``: what is only wanted, planned or promised has not been said or done."""
    if verb.dep_ not in ("xcomp", "ccomp") or not any(c.tag_ == "TO" for c in verb.lefts):
        return None
    entries = cue_table(LANGUAGE, "cues").get(verb.head.lemma_.lower(), ())
    return next((e.modality for e in entries if e.modality in ("demanded", "planned")), None)


def _verb_modality(verb: Token) -> Modality:
    for child in verb.children:
        if child.dep_ == "aux" and child.lower_ in _MODALS:
            return _MODALS[child.lower_]
        if child.dep_ == "mark" and child.lower_ == "if":
            return "conditional"
    if verb.dep_ == "xcomp" and verb.head.lemma_.lower() in ("expect", "plan", "intend", "want", "schedule", "set", "due"):
        return "planned"
    return "asserted"
