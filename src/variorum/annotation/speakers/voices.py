"""Whose voice an attribution is: its speaker, who passes the words on, and who vouches for an attribution inside another."""

from dataclasses import dataclass, replace

from spacy.tokens import Token

from variorum.annotation.attributions.assembly import Attribution
from variorum.annotation.attributions.nested import NESTED
from variorum.annotation.attributions.page import Page
from variorum.annotation.coreference.references import References
from variorum.annotation.speakers.described import last_source
from variorum.annotation.speakers.doubt import is_doubtful, names_themselves
from variorum.annotation.speakers.find import recent_people, resolve
from variorum.annotation.speakers.media import medium, named_outlet, through, told_outlet
from variorum.annotation.speakers.pronouns import Spoken, last_speaker, spoken
from variorum.annotation.words.lists import listed


@dataclass(frozen=True, slots=True)
class Voice:
    """The resolved side of an attribution: the speaker, who else it could be, and who passes the words on.

    ``changed`` is true where the speaker was chosen against or beside the references of the text.
    """

    speaker: str | None
    candidates: tuple[str, ...]
    between: tuple[str, ...]
    medium: Token | None
    changed: bool = False


def voices_of(
    page: Page, found: list[Attribution], parents: list[int | None], references: References
) -> tuple[list[Voice], References]:
    """The voice of every attribution, in the same order, and ``references`` with the sources that were new."""
    voices: list[Voice] = []
    by_anchor: dict[int, int] = {}
    said: list[Spoken] = []
    for number, item in enumerate(found):
        voice, references = _voice(page, item, references)
        if parents[number] is None:
            voice, references = _by_last_speaker(page, item, voice, said, references)
            said += spoken(page, item, _unless_doubtful(page, item, voice, references).speaker, references)
        voices.append(voice)
        by_anchor.setdefault(item.anchor, number)
    for number, item in enumerate(found):
        if item.follows is not None:
            voices[number] = _followed(page, found, voices, by_anchor, number)
    voices = [_unless_themselves(page, found, voices, parents, n) for n in range(len(found))]
    return [_unless_doubtful(page, item, voice, references) for item, voice in zip(found, voices, strict=True)], references


def _unless_themselves(
    page: Page, found: list[Attribution], voices: list[Voice], parents: list[int | None], number: int
) -> Voice:
    """The voice of ``number``, left open where ``he`` in somebody's words would be that same person (``"He said no," Orr
    recalled``)."""
    item, voice, parent = found[number], voices[number], parents[number]
    quoted = parent is not None and bool(item.cue) and _quoted(page, item) and item.speaker is not None
    if not quoted or parent is None or item.speaker is None or item.speaker.lower_ not in listed("third_person"):
        return voice
    same = voice.speaker is not None and voice.speaker == voices[parent].speaker
    others = tuple(c for c in voice.candidates if c != voice.speaker)
    return replace(voice, speaker=None, candidates=others) if same else voice


def _unless_doubtful(page: Page, item: Attribution, voice: Voice, references: References) -> Voice:
    """``voice``, its speaker only the first of the candidates where the sentence leaves open who speaks."""
    speaker = references.entity(voice.speaker) if voice.speaker is not None else None
    if speaker is None or not (is_doubtful(page, item, speaker) or names_themselves(page, item, speaker, references)):
        return voice
    others = tuple(c for c in voice.candidates if c != speaker.id)
    return replace(voice, speaker=None, candidates=(speaker.id, *others))


def _by_last_speaker(
    page: Page, item: Attribution, voice: Voice, said: list[Spoken], references: References
) -> tuple[Voice, References]:
    """``voice`` with the last speaker of the text where a pronoun is the source and nobody nearer can be meant."""
    if item.speaker is None:
        return voice, references
    if (source := last_source(page, item.speaker, voice.speaker, said, references)) is not None:
        return replace(voice, speaker=source, candidates=()), references
    goes_on = page.doc[item.anchor].lemma_.lower() == "add"
    better = last_speaker(page, item.speaker, voice.speaker, said, references, goes_on=goes_on)
    if better is None or better == voice.speaker:
        return voice, references
    start, end = item.speaker.idx, item.speaker.idx + len(item.speaker)
    entity = references.entity(better)
    moved = references
    for mention in references.inside(start, end):
        if (mention.start, mention.end) == (start, end):
            moved = moved.reassigned(mention, entity)
    return replace(voice, speaker=better, candidates=(), changed=True), moved


def _voice(page: Page, item: Attribution, references: References) -> tuple[Voice, References]:
    if item.speaker is None:
        unattributed = not item.cue and item.follows is None
        candidates = recent_people(references, page.doc[min(item.content)].idx) if unattributed else ()
        return Voice(None, candidates, (), None), references
    resolved = resolve(page, item.speaker, references)
    references = resolved.references
    between: list[str] = []
    place = medium(page, item)
    outlet = named_outlet(page, place) or told_outlet(page, item)
    for token in (item.between, outlet, through(page, item)):
        if token is not None:
            passed = resolve(page, token, references)
            references = passed.references
            if passed.entity is not None and passed.entity != resolved.entity and passed.entity not in between:
                between.append(passed.entity)
    return Voice(resolved.entity, resolved.candidates, tuple(between), place), references


def _followed(page: Page, found: list[Attribution], voices: list[Voice], by_anchor: dict[int, int], number: int) -> Voice:
    seen: set[int] = set()
    current = number
    while found[current].follows is not None and current not in seen:
        seen.add(current)
        current = by_anchor.get(found[current].follows or 0, current)
    return replace(voices[_main(page, found, by_anchor, current)], medium=None)


def _main(page: Page, found: list[Attribution], by_anchor: dict[int, int], number: int) -> int:
    """``Asked about Orr's claim, she smiled. "I was there."``: who acts in the main clause goes on, not who owns the noun."""
    anchor = page.doc[found[number].anchor]
    main = by_anchor.get(anchor.sent.root.i)
    return main if anchor.pos_ == "NOUN" and main is not None and found[main].speaker is not None else number


def parents_of(found: list[Attribution]) -> list[int | None]:
    """For each attribution the smallest other one whose content holds its cue (or, without cue, its content)."""
    parents: list[int | None] = []
    for number, item in enumerate(found):
        own = set(item.cue) or {min(item.content), max(item.content)}
        around = [
            n for n, other in enumerate(found) if n != number and own <= other.content and not set(other.cue) & item.content
        ]
        wider = [n for n in around if len(found[n].content) > 1]
        parents.append(min(wider, key=lambda n: (len(found[n].content), n), default=None))
    return parents


UTTERED = ("speech", "document")
"""Acts that leave words behind, which others can pass on."""


def first_hand(page: Page, found: list[Attribution]) -> list[Attribution]:
    """The attributions less those that are part of what another one attributes: beliefs, intents and attitudes ("she said they
    fear a strike"), and inside its quotation marks all but inner quotations; what she says that they said is a chain."""
    parents = parents_of(found)
    return [a for a, p in zip(found, parents, strict=True) if p is None or (a.act in UTTERED and _told_of(page, a))]


def _told_of(page: Page, item: Attribution) -> bool:
    return not _quoted(page, item) or item.rules[0] == NESTED


def _quoted(page: Page, item: Attribution) -> bool:
    return any(page.quote_at[token] >= 0 for token in item.cue)


MOST = 0.6
"""Share of what somebody is reported to say that repeats it when it is attributed to the same one once more."""


def told_once(found: list[Attribution], voices: list[Voice], parents: list[int | None]) -> list[int]:
    """The numbers of the attributions, less those that give most of another one's words to the same speaker again: "she
    said, insisting that ..."."""
    kept = []
    for number, parent in enumerate(parents):
        again = parent is not None and voices[number].speaker is not None and voices[number].speaker == voices[parent].speaker
        if not (again and parent is not None and len(found[number].content) >= MOST * len(found[parent].content)):
            kept.append(number)
    return kept


def chain_of(voices: list[Voice], parents: list[int | None], number: int) -> tuple[str, ...]:
    """Who vouches for attribution ``number``, outermost first, its own speaker last."""
    chain: list[str] = []
    current: int | None = number
    seen: set[int] = set()
    while current is not None and current not in seen:
        seen.add(current)
        voice = voices[current]
        own = [*voice.between, *([voice.speaker] if voice.speaker is not None else [])]
        chain = own + chain
        current = parents[current]
    return tuple(e for n, e in enumerate(chain) if n == 0 or e != chain[n - 1])
