"""Attributions put together: for every cue the candidates for its content and its source, scored and judged."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from spacy.tokens import Token

from variorum.annotation.attribution_contents import Content, contents, noun_content
from variorum.annotation.attribution_order import according_to, around
from variorum.annotation.attribution_page import Page, spans_of
from variorum.annotation.attribution_sources import (
    Source,
    inverted,
    is_document,
    is_passive,
    own_subject,
    phrase,
    plausible,
    verb_sources,
)
from variorum.annotation.cues import Cue, CueEntry, find_cues
from variorum.records.annotation import Act, Modality, Polarity

LANGUAGE = "en"
KEPT_FROM = 0.5
"""A candidate below this score is not shown: set by judgement, precision first; not fitted to any corpus."""

CONTENT_SCORES: Mapping[str, float] = {
    "clause": 0.97,
    "quote": 0.97,
    "after": 0.94,
    "around": 0.9,
    "according": 0.95,
    "question": 0.9,
    "quoted": 0.92,
    "clear": 0.93,
    "figure": 0.9,
    "light": 0.88,
    "infinitive": 0.88,
    "urged": 0.88,
    "gerund": 0.85,
    "as": 0.85,
    "predicate": 0.82,
    "preposition": 0.8,
    "object": 0.78,
    "passive object": 0.72,
    "raised": 0.8,
    "noun clause": 0.85,
    "noun infinitive": 0.75,
    "noun object": 0.68,
    "heading": 0.85,
    "carried": 0.7,
    "colon": 0.8,
}
SOURCE_SCORES: Mapping[str, float] = {
    "subject": 1.0,
    "relative": 0.95,
    "agent": 0.97,
    "noun": 0.92,
    "order": 0.88,
    "inverted": 0.94,
    "shared": 0.93,
    "control": 0.85,
    "participle": 0.9,
    "participle above": 0.75,
    "owner": 0.95,
    "phrase": 1.0,
    "none": 0.75,
    "self": 0.9,
    "label": 0.85,
    "carried": 0.85,
}
_REFUSING = frozenset(
    ("refuse", "decline", "fail", "avoid", "stop", "forget", "neglect", "hesitate", "struggle", "ban", "prevent")
)
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
    """A judged candidate. ``content`` counts tokens; ``speaker`` heads the phrase that names who speaks (``None``: nobody named).

    ``source`` is the token range shown as source; ``rules`` names the content and source rule; ``between`` heads the phrase
    of somebody who passes the words on; ``label`` is the cue word for reasons; ``anchor`` orders attributions in the text.
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


@dataclass(frozen=True, slots=True)
class OpenCue:
    """A verb of saying without content of its own: words in quotation marks beside it may be what it reports."""

    cue: Cue
    entry: CueEntry
    source: Source | None


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
    for cue in cues:
        if cue.kind == "noun" and cue.head.i not in taken:
            found += _from_noun(page, cue)
        elif cue.kind == "adjective":
            found += _from_adjective(page, cue)
    found += [a for token in page.doc if token.lower_ == "according" for a in _from_according(page, token)]
    return sorted(_without_parts(found), key=lambda a: a.anchor), waiting


def _without_parts(found: list[Attribution]) -> list[Attribution]:
    """``found`` without those whose cue is only a part of another's (``saying`` in ``quoted him as saying``)."""
    longer = [set(a.cue) for a in found if len(a.cue) > 1]
    return [a for a in found if not any(set(a.cue) < cue for cue in longer)]


def _from_verb(page: Page, cue: Cue, verbs: Mapping[int, Cue]) -> tuple[list[Attribution], list[OpenCue]]:
    if _refused(cue.head) or cue.head.dep_ in ("amod", "compound"):
        return [], []
    source = next(verb_sources(page, cue, verbs, LANGUAGE), None)
    waiting: list[OpenCue] = []
    for entry in cue.entries:
        if not _fits(cue.head, entry, source):
            continue
        content = next(contents(page, cue, entry), None)
        if content is None and "par" in entry.frames:
            source = source or next(inverted(page, cue.head, LANGUAGE), None)
            content = around(page, cue, source) if source is not None else None
        if content is None:
            if "quote" in entry.frames:
                waiting.append(OpenCue(cue, entry, source))
            continue
        made = attribution(page, cue, entry, content, source)
        if made is not None:
            return [made], []
    return [], waiting[:1]


def _refused(verb: Token) -> bool:
    """``refused to say``: nothing was said."""
    return verb.dep_ == "xcomp" and verb.head.lemma_.lower() in _REFUSING


def _fits(verb: Token, entry: CueEntry, source: Source | None) -> bool:
    """Whether the row of the list holds here: its subjects and objects, and for weak verbs a plausible speaker."""
    if entry.objects and not any(c.lemma_.lower() in entry.objects for c in verb.children if c.dep_ in ("dobj", "nsubjpass")):
        return False
    if source is None:
        return entry.strong or "quote" in entry.frames or is_passive(verb)
    if entry.subjects:
        document = "DOCUMENT" in entry.subjects and is_document(source.head, LANGUAGE)
        return document or source.head.lemma_.lower() in entry.subjects
    return entry.strong or plausible(source.head, LANGUAGE)


def attribution(page: Page, cue: Cue, entry: CueEntry, content: Content, source: Source | None) -> Attribution | None:
    """Cue, content and source as one scored attribution; ``None`` where it is below the mark or says nothing."""
    tokens = _cleaned(page, cue, content, source)
    words = [i for i in tokens if not page.doc[i].is_punct and not page.doc[i].is_space]
    if not words or _own_words(page, cue, source):
        return None
    if source is None and (
        not (is_passive(cue.head) or cue.kind == "noun") or (content.rule == "predicate" and entry.act != "speech")
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
    score = _score(entry, rules, source, page)
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
    return source is not None and page.quote_at[cue.head.i] >= 0 and source.head.lower_ in _FIRST


def _act(content: Content, entry: CueEntry, speaker: Token | None) -> Act:
    act = content.act or entry.act
    return "document" if act == "speech" and speaker is not None and is_document(speaker, LANGUAGE) else act


def _score(entry: CueEntry, rules: tuple[str, str], source: Source | None, page: Page) -> float:
    score = CONTENT_SCORES[rules[0]] * SOURCE_SCORES[rules[1]]
    if not entry.strong:
        score *= 0.85
    if source is not None and not plausible(source.head, LANGUAGE):
        score *= 0.7
    return round(score, 3)


def _cleaned(page: Page, cue: Cue, content: Content, source: Source | None) -> set[int]:
    """The content without the attribution itself and without what a following participle of saying opens."""
    tokens = set(content.tokens) - set(cue.tokens) - set(content.cue)
    if (source is not None and content.rule not in ("raised", "passive object", "as", "predicate")) or (
        source is not None and source.start > cue.head.i
    ):
        tokens -= set(range(source.start, source.end))
    if content.rule in ("after", "around"):
        return tokens
    ordered = sorted(i for i in tokens if i > cue.head.i)
    for i in ordered:
        if _reports_on(page, i, cue):
            return {k for k in tokens if k < i}
    return tokens


_GOING_ON = frozenset(
    (
        "add",
        "note",
        "say",
        "stress",
        "explain",
        "insist",
        "warn",
        "argue",
        "claim",
        "emphasize",
        "emphasise",
        "point",
        "call",
        "describe",
        "tell",
        "state",
        "underline",
        "underscore",
        "highlight",
        "accuse",
        "urge",
        "cite",
        "vow",
        "promise",
    )
)


def _reports_on(page: Page, i: int, cue: Cue) -> bool:
    """``..., adding``: a participle after a comma with which the same speaker goes on."""
    token = page.doc[i]
    if token.tag_ != "VBG" or page.quote_at[i] != page.quote_at[cue.head.i] or token.lemma_.lower() not in _GOING_ON:
        return False
    k = i - 1
    while page.doc[k].tag_ == "RB":
        k -= 1
    return page.doc[k].text == "," and any(c.dep_ in ("ccomp", "dobj", "prep", "prt", "xcomp", "advcl") for c in token.rights)


def _stance(cue: Cue, entry: CueEntry, content: Content) -> tuple[Polarity, Modality]:
    verb = cue.head if cue.kind == "verb" else cue.head.head
    negated = any(c.dep_ == "neg" or c.lower_ in ("never", "hardly") for c in verb.children) if cue.kind != "noun" else False
    if cue.kind == "verb" and verb.dep_ == "pcomp" and verb.head.lower_ == "without":
        negated = True
    polarity: Polarity = "negative" if negated != (entry.polarity == "negative") else "positive"
    if content.modality is not None or entry.modality != "asserted":
        return polarity, content.modality or entry.modality
    return polarity, _verb_modality(verb) if cue.kind != "noun" else "asserted"


def _verb_modality(verb: Token) -> Modality:
    for child in verb.children:
        if child.dep_ == "aux" and child.lower_ in _MODALS:
            return _MODALS[child.lower_]
        if child.dep_ == "mark" and child.lower_ == "if":
            return "conditional"
    if verb.dep_ == "xcomp" and verb.head.lemma_.lower() in ("expect", "plan", "intend", "want", "schedule", "set", "due"):
        return "planned"
    return "asserted"


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
    if cue.head.dep_ != "acomp" or verb.lemma_.lower() not in (
        "be",
        "feel",
        "remain",
        "seem",
        "sound",
        "become",
        "appear",
        "look",
    ):
        return
    subject = own_subject(page, verb)
    if subject is None or not plausible(subject, LANGUAGE) or subject.lower_ == "it":
        return
    source = Source(subject, *phrase(page, subject, verb), "subject")
    for entry in cue.entries:
        content = next(contents(page, cue, entry), None)
        if content is not None and (made := attribution(page, cue, entry, content, source)) is not None:
            yield made
            return


def _from_according(page: Page, token: Token) -> Iterator[Attribution]:
    found = according_to(page, token)
    if found is None:
        return
    content, head = found
    start, end = head.left_edge.i, head.right_edge.i + 1
    tokens = frozenset(content.tokens - set(range(start, end)))
    words = [i for i in tokens if not page.doc[i].is_punct and not page.doc[i].is_space]
    if len(words) < 2 or (not plausible(head, LANGUAGE) and head.pos_ == "PRON"):
        return
    act: Act = "document" if is_document(head, LANGUAGE) else "speech"
    score = round(CONTENT_SCORES["according"] * (1.0 if plausible(head, LANGUAGE) else 0.75), 3)
    yield Attribution(
        (token.i, token.i + 1),
        token.i,
        "according to",
        tokens,
        (start, end),
        head,
        ("according", "phrase"),
        act,
        "positive",
        "asserted",
        score,
    )


def content_spans(page: Page, found: Attribution) -> tuple[tuple[int, int], ...]:
    """The content of ``found`` as character spans."""
    return spans_of(page, set(found.content))
