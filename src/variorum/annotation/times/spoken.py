"""Clock times as they are spoken or written without a sign of one: "five past nine", "at 01.15", "came at four"."""

import re
from dataclasses import replace

from spacy.tokens import Token

from variorum.annotation.quantities.numbers import number_of
from variorum.annotation.times.clock import FULL, half_of_day, is_told, on_its_day
from variorum.annotation.times.scene import Reading, Scene
from variorum.annotation.words.grammar import Found
from variorum.annotation.words.lists import listed
from variorum.annotation.words.text import sentence_around
from variorum.language.lexicon import words

Readings = tuple[Reading, ...]

QUARTER, HALF_HOUR, HOUR = 15, 30, 60
"""Minutes of a quarter, the least that are not spoken of as past or to the hour without the word "minutes", and of an hour."""


BEFORE_BARE = ("at", "until", "till", "since")
"""Words before a bare number that may be an hour."""

CLOSE_TO, CLOSELY = ("before", "after"), ("shortly", "soon", "until", "just", "right", "little", "well", "long")
"""Words before a bare number that is an hour where the others stand before them ("just after three", "until after six")."""

BEFORE_DOTTED = (*BEFORE_BARE, "before", "after")
"""The same before hour and minute with a dot between them, which words like "about" may stand apart from."""

DOTTED = re.compile(r"(\d|[01]\d|2[0-3])\.([0-5]\d)")
"""Hour and minute with a dot between them."""

CLOCK_VALUE = re.compile(r"T\d\d:")
"""A time of the clock, without which in its text "the log says 03.54" may be any number."""


ENDS = re.compile(r"\s*[.,;)”\"](?!\d)|\s+(?:on|in the|when|and)\b|\s*$")
"""What follows an hour that stands alone."""


def clock_minutes(scene: Scene, found: Found) -> Readings:
    """``twenty past seven``, ``a quarter to nine in the morning``."""
    minutes, hour = scene.words(found, "m"), number_of(scene.words(found, "h"))
    past = scene.word(found, "j") == "past"
    number = QUARTER if "quarter" in minutes else number_of(tuple(w for w in minutes if w != "-"))
    before = scene.text.words[found.start - 1] if found.start else ""
    if not past and not _stands_alone(scene, found):
        return ()
    if number is None or hour is None or not 0 < number < HALF_HOUR or not 1 <= hour <= 12:
        return ()
    if not past and scene.text.words[found.start] not in listed("before_clock") and before not in listed("before_clock"):
        return ()
    return on_its_day(scene, found, _minutes_off(scene, found, int(number) if past else -int(number), int(hour)))


def _minutes_off(scene: Scene, found: Found, minutes: int, hour: int) -> str:
    """The time so many minutes after an hour, before it where negative."""
    at = hour * 60 + minutes
    at += 720 if half_of_day(scene, found, hour) == "pm" and at < 720 else 0
    return f"T{at // 60:02d}:{at % 60:02d}"


def clock_counted(scene: Scene, found: Found) -> Readings:
    """``ten minutes to five``, ``18 minutes before six``, where nothing follows that the hour could count."""
    minutes, said = number_of(scene.words(found, "m")), scene.words(found, "h")
    named = next((scene.lexicon.values[w, "NOON"] for w in said if (w, "NOON") in scene.lexicon.values), None)
    later = scene.word(found, "j") in ("past", "after")
    hour = number_of(said) if named is None else int(named[:2]) % (24 if later else 25)
    if minutes is None or hour is None or not 0 < minutes < HOUR or not (named or 1 <= hour <= 12):
        return ()
    if not _stands_alone(scene, found) or scene.text.words[found.start - 1 : found.start] == ("from",):
        return ()
    return on_its_day(scene, found, _minutes_off(scene, found, int(minutes) if later else -int(minutes), int(hour)))


def clock_bare(scene: Scene, found: Found) -> Readings:
    """``at 01.15``, ``shortly before 13.30``, ``came at four``: where "at" follows a verb that gives no number."""
    shown = _shown(scene, found)
    if DOTTED.fullmatch(shown) is not None:
        return on_its_day(scene, found, _dotted(scene, found, shown)) if _is_dotted_moment(scene, found, shown) else ()
    number = number_of(scene.words(found, "c"))
    if shown[:1].isdigit() or number is None or not 1 <= number <= 12 or not _is_moment(scene, found):
        return ()
    later = half_of_day(scene, found, int(number)) == "pm" and number < 12
    return on_its_day(scene, found, f"T{int(number) + 12 * later:02d}:00")


def clock_span(scene: Scene, found: Found) -> Readings:
    """``between 05.12 and 09.45``, ``from 20.00 to 5.00``: two times, where one of them needs two digits for its hour."""
    names = ("c", "c2")
    shown = [_shown(scene, found, name) for name in names]
    changed = found.start and scene.token(found.start - 1).lemma_.lower() in words("en", "verbs_of_change")
    if not all(map(DOTTED.fullmatch, shown)) or max(map(len, shown)) < FULL or changed or _counts(scene, found):
        return ()
    if _is_priced(scene, found.start):
        return ()
    made = [
        (on_its_day(scene, found, _dotted(scene, found, text)), scene.part_span(found, n, n))
        for text, n in zip(shown, names, strict=True)
    ]
    return tuple(replace(reading, start=start, end=end) for readings, (start, end) in made for reading in readings)


def _shown(scene: Scene, found: Found, name: str = "c") -> str:
    first, last = found.groups[name]
    return scene.text.source[scene.text.starts[first] : scene.text.ends[last - 1]]


def _dotted(scene: Scene, found: Found, shown: str) -> str:
    hour, minute = (int(part) for part in shown.split("."))
    hour += 12 if hour < NOON and half_of_day(scene, found, hour) == "pm" else 0
    return f"T{hour:02d}:{minute:02d}"


NOON = 12


def _is_moment(scene: Scene, found: Found) -> bool:
    """Whether the words around a bare number make it a time of the day."""
    before = scene.text.words[found.start - 1] if found.start else ""
    if before in CLOSE_TO and scene.text.words[max(found.start - 2, 0)] in CLOSELY:
        return _ends(scene, found)
    if before not in BEFORE_BARE or not _ends(scene, found):
        return False
    verb = _verb_of(scene.token(found.start - 1))
    if _follows_day(scene, found.start - 1):
        return not _rests(verb) or verb.lemma_ == "be"
    return verb.pos_ == "VERB" and verb.i < scene.token(found.start).i and not _rests(verb)


def _is_dotted_moment(scene: Scene, found: Found, shown: str) -> bool:
    """The same for hour and minute."""
    at = found.start - 1
    while at > 0 and scene.text.words[at] in listed("about_clock"):
        at -= 1
    if at >= 0 and is_told(scene, found) and any(r.type == "TIME" and CLOCK_VALUE.search(r.value) for r in scene.readings):
        return not _is_priced(scene, at)
    if at < 0 or not _opens(scene, at) or _counts(scene, found) or _is_priced(scene, at):
        return False
    if {"p", "p2"} & set(found.groups) or (shown[0] == "0" and len(shown) == FULL):
        return True
    verb, alone = _verb_of(scene.token(at)), _ends(scene, found) or _counts_nothing(scene.token(found.end - 1))
    if verb.lemma_ == "be":
        return alone and not _is_priced(scene, at, after=True)
    acting = any(c.dep_ == "dobj" for c in verb.children)
    if verb.lemma_.lower() in words("en", "verbs_of_measure") and not acting:
        return False
    resting = not acting and verb.lemma_.lower() in listed("rests")
    return _has_day(scene, found, at) or _opens_sentence(scene, found, at, shown) or (alone and not resting)


def _has_day(scene: Scene, found: Found, at: int) -> bool:
    """Whether a day stands right before or behind ("on Friday at 18.52", "at 3.15 this morning")."""
    following = _after(scene, found).lower_
    named = bool({(following, "TODAY"), (following, "THIS")} & scene.lexicon.values.keys())
    return named or _follows_day(scene, at) or _before_part(scene, found)


def _before_part(scene: Scene, found: Found) -> bool:
    """Whether "last night" or "this morning" stands right behind."""
    first, part = (*scene.text.words[found.end : found.end + 2], "", "")[:2]
    return first in ("last", "this") and (part, "PART") in scene.lexicon.values


def _opens_sentence(scene: Scene, found: Found, at: int, shown: str) -> bool:
    """Whether its preposition opens the sentence, with two digits each or before an article ("At 2.20 a drone came")."""
    sentence = sentence_around(scene.token(found.start))
    if scene.token(at).i != sentence.start + sentence[0].is_punct:
        return False
    subject = _after(scene, found).pos_ in ("DET", "PRON") and not _is_priced(scene, at, after=True)
    return len(shown) == FULL or subject


def _opens(scene: Scene, at: int) -> bool:
    """Whether a word of time stands there: "at", "since", "as of"."""
    word = scene.text.words[at]
    return word in BEFORE_DOTTED or (word == "of" and scene.text.words[max(at - 1, 0)] == "as")


def _follows_day(scene: Scene, at: int) -> bool:
    """Whether the word there stands right behind a day ("on Friday at", "on 12 September at")."""
    last = scene.readings[-1] if scene.readings else None
    between = scene.text.source[last.end : scene.text.starts[at]] if last is not None else "-"
    open_day = last is not None and last.type == "DATE" and (last.period is None or last.period.grain == "day")
    return open_day and not between.strip(" ,")


def _ends(scene: Scene, found: Found) -> bool:
    """Whether its day follows, or nothing that it could count."""
    return "b" in found.groups or ENDS.match(scene.text.source, scene.span(found)[1]) is not None or _before_part(scene, found)


def _stands_alone(scene: Scene, found: Found) -> bool:
    """Whether a part of the day or a day follows the hour, or nothing that it could count ("six to eight percent")."""
    if {"p", "b"} & set(found.groups) or _ends(scene, found):
        return True
    last = scene.token(found.end - 1)
    return last.i + 1 < len(last.doc) and last.nbor(1).pos_ in ("DET", "PRON", "VERB", "AUX", "SCONJ", "CCONJ")


def _counts_nothing(number: Token) -> bool:
    following = number.nbor(1) if number.i + 1 < len(number.doc) else None
    return following is None or following.pos_ in ("ADP", "CCONJ", "SCONJ", "VERB", "AUX", "PRON")


def _verb_of(preposition: Token) -> Token:
    """The verb that a phrase of time belongs to, also where the parse hangs it on the object before it."""
    verb = preposition.head
    for _ in range(CLIMB):
        if verb.pos_ not in ("ADP", "SCONJ", "NOUN", "PROPN") or verb.head is verb:
            break
        verb = verb.head
    return verb


CLIMB = 5
"""Steps up the parse to that verb."""


def _rests(verb: Token) -> bool:
    """Whether "at" and a number behind the verb say how much; one leaves a place at an hour, and sets out."""
    lemma = verb.lemma_.lower()
    left = next((c for c in verb.children if c.dep_ == "dobj"), None) if lemma == "leave" else None
    if any(c.dep_ == "prt" for c in verb.children) or (left is not None and not _is_number(left)):
        return False
    measured = words("en", "verbs_of_measure") | words("en", "giving_verbs") | words("en", "putting_verbs")
    return lemma in measured or lemma in listed("rests")


def _is_number(noun: Token) -> bool:
    return noun.lemma_.lower() in words("en", "number_nouns") or noun.lower_ in words("en", "states_of_people")


def _after(scene: Scene, found: Found) -> Token:
    """The word behind a match, or its last one at the end of the text."""
    last = scene.token(found.end - 1)
    return last.nbor(1) if last.i + 1 < len(last.doc) else last


def _counts(scene: Scene, found: Found) -> bool:
    """Whether what follows makes a number with a dot an amount: "to the dollar", "percent", "crowns"."""
    following = _after(scene, found)
    joined = following.lower_ in ("-", "per", "%", "million", "billion") and following.idx <= scene.span(found)[1] + 1
    exchanged = (
        following.lower_ in ("to", "against")
        and following.i + 1 < len(following.doc)
        and following.nbor(1).lower_ in ("the", "a")
    )
    return joined or exchanged or following.tag_ in ("NNS", "NNPS") or following.lemma_.lower() in listed("priced")


def _is_priced(scene: Scene, at: int, *, after: bool = False) -> bool:
    """Whether the words before it tell of what is given in decimal fractions ("shares closed at 17.05"); ``after``: or any
    of its sentence."""
    token = scene.token(at)
    return any(
        t.lemma_.lower() in listed("priced") for t in sentence_around(token) if after or token.i - PRICE <= t.i < token.i
    )


PRICE = 12
"""Words before a number with a dot among which one may say that it is a price or a rate."""
