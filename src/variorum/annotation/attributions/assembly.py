"""Attributions: cue, content and source put together, cleaned of each other, scored and judged."""

from dataclasses import dataclass

from spacy.tokens import Token

from variorum.annotation.attributions.content import Content
from variorum.annotation.attributions.cues import LANGUAGE, Cue, CueEntry
from variorum.annotation.attributions.limits import said_only
from variorum.annotation.attributions.page import Page
from variorum.annotation.attributions.scores import KEPT_FROM, score_of
from variorum.annotation.attributions.sources import Source, antecedent, is_document, is_passive, phrase, plausible
from variorum.annotation.attributions.stance import stance
from variorum.records.annotation import Act, Modality, Polarity


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
    tokens = said_only(page, cue, content, source)
    rules = (content.rule, source.rule if source is not None else "none")
    likely = source is None or plausible(antecedent(source.head), LANGUAGE)
    score = score_of(*rules, strong=entry.strong, plausible=likely)
    if score < KEPT_FROM or _says_nothing(page, cue, entry, tokens=tokens, source=source, rule=content.rule):
        return None
    if page.quote_at[cue.head.i] >= 0 and not _reported_in_quotation(cue, entry, content, source):
        return None
    speaker = content.speaker or (source.head if source is not None else None)
    polarity, modality = stance(cue, entry, content)
    cue_tokens = tuple(sorted({*cue.tokens, *content.cue}))
    return Attribution(
        cue=cue_tokens,
        anchor=cue.head.i,
        label=" ".join(page.doc[i].text for i in cue_tokens),
        content=frozenset(tokens),
        source=_shown(page, cue, content, source),
        speaker=speaker,
        rules=rules,
        act=_act(content, entry, speaker),
        polarity=polarity,
        modality=modality,
        score=score,
        addressee=_listener(cue, entry, content, source, tokens),
        between=source.head if source is not None and content.speaker is not None else None,
    )


def _says_nothing(page: Page, cue: Cue, entry: CueEntry, *, tokens: set[int], source: Source | None, rule: str) -> bool:
    """Whether no word is left, nobody speaks, or the speaker of a quotation speaks in it."""
    if all(page.doc[i].is_punct or page.doc[i].is_space for i in tokens):
        return True
    impersonal = is_passive(cue.head) or cue.kind == "noun"
    return source is None and (not impersonal or (rule in ("predicate", "as") and entry.act != "speech"))


def _shown(page: Page, cue: Cue, content: Content, source: Source | None) -> tuple[int, int] | None:
    if content.speaker is not None:
        start, end = phrase(page, content.speaker, cue.head)
        after = min((i for i in content.tokens if i > content.speaker.i), default=end)
        return start, min(end, after)
    return (source.start, source.end) if source is not None else None


def _listener(cue: Cue, entry: CueEntry, content: Content, source: Source | None, tokens: set[int]) -> Token | None:
    telling = cue.kind == "verb" and entry.act == "speech" and "that" in entry.frames
    return content.addressee or (addressee(cue.head, source, tokens) if telling else None)


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


def _reported_in_quotation(cue: Cue, entry: CueEntry, content: Content, source: Source | None) -> bool:
    """Whether somebody quoted reports what a third party said (``"The ministry has said that ..."``, ``"He said, 'Wait.'"``).

    All else inside quotation marks - what he thinks, what they want, what people say - is the speaker's own wording.
    """
    finite = cue.head.tag_ in ("VBD", "VBZ", "VBP", "VBN")
    if entry.act != "speech" or not finite or source is None:
        return False
    return content.rule == "nested" or source.head.pos_ in ("NOUN", "PROPN")


def _act(content: Content, entry: CueEntry, speaker: Token | None) -> Act:
    act = content.act or entry.act
    return "document" if act == "speech" and speaker is not None and is_document(speaker, LANGUAGE) else act
