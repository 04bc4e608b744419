"""Clock times as they are spoken or written without a sign of one: "five past nine", "at 01.15", "came at four"."""

import re

from spacy.tokens import Token

from variorum.annotation.quantities.numbers import number_of
from variorum.annotation.times.clock import half_of_day, on_its_day
from variorum.annotation.times.scene import Reading, Scene
from variorum.annotation.words.grammar import Found
from variorum.annotation.words.lists import listed
from variorum.annotation.words.text import sentence_around
from variorum.language.lexicon import words

Readings = tuple[Reading, ...]

QUARTER, HALF_HOUR, HOUR = 15, 30, 60
"""Minutes of a quarter, the least that are not spoken of as past or to the hour without the word "minutes", and of an hour."""


BEFORE_BARE = ("at", "until", "till")
"""Words before a bare number that may be an hour."""

CLOSE_TO, CLOSELY = ("before", "after"), (("shortly",), ("soon",), ("until",))
"""Words before a bare number that is an hour where the others stand before them ("shortly after three", "until after six")."""

BEFORE_DOTTED = (*BEFORE_BARE, "since", "before", "after")
"""The same before hour and minute with a dot between them, which words like "about" may stand apart from."""

DOTTED = re.compile(r"(\d|[01]\d|2[0-3])\.([0-5]\d)")
"""Hour and minute with a dot between them."""


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
    first, last = found.groups["c"]
    shown = scene.text.source[scene.text.starts[first] : scene.text.ends[last - 1]]
    dotted = DOTTED.fullmatch(shown)
    if dotted is not None:
        value = f"T{int(dotted[1]):02d}:{dotted[2]}"
        return on_its_day(scene, found, value) if _is_dotted_moment(scene, found, fronted=len(dotted[1]) == 2) else ()
    number = number_of(scene.words(found, "c"))
    if shown[:1].isdigit() or number is None or not 1 <= number <= 12 or not _is_moment(scene, found):
        return ()
    later = half_of_day(scene, found, int(number)) == "pm" and number < 12
    return on_its_day(scene, found, f"T{int(number) + 12 * later:02d}:00")


def _is_moment(scene: Scene, found: Found) -> bool:
    """Whether the words around a bare number make it a time of the day."""
    before = scene.text.words[found.start - 1] if found.start else ""
    if before in CLOSE_TO and scene.text.words[found.start - 2 : found.start - 1] in CLOSELY:
        return _ends(scene, found)
    if before not in BEFORE_BARE or not _ends(scene, found):
        return False
    verb = _verb_of(scene.token(found.start - 1))
    return verb.pos_ == "VERB" and verb.i < scene.token(found.start).i and not _rests(verb)


def _is_dotted_moment(scene: Scene, found: Found, *, fronted: bool) -> bool:
    """The same for hour and minute; ``fronted`` of two digits each, they may open a sentence."""
    at = found.start - 1
    while at > 0 and scene.text.words[at] in listed("about_clock"):
        at -= 1
    if at < 0 or scene.text.words[at] not in BEFORE_DOTTED or _is_priced(scene.token(found.start)):
        return False
    first = scene.token(at).i == sentence_around(scene.token(found.start)).start
    verb = _verb_of(scene.token(at))
    alone = _ends(scene, found) or _counts_nothing(scene.token(found.end - 1))
    resting = not any(c.dep_ == "dobj" for c in verb.children) and verb.lemma_.lower() in listed("rests")
    return (alone or (fronted and first)) and not resting and verb.lemma_.lower() not in words("en", "verbs_of_measure")


def _ends(scene: Scene, found: Found) -> bool:
    """Whether its day follows, or nothing that it could count."""
    return "b" in found.groups or ENDS.match(scene.text.source, scene.span(found)[1]) is not None


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
    verb = preposition.head
    return verb.head if verb.pos_ in ("ADP", "SCONJ") else verb


def _rests(verb: Token) -> bool:
    lemma = verb.lemma_.lower()
    measured = words("en", "verbs_of_measure") | words("en", "giving_verbs") | words("en", "putting_verbs")
    return lemma in measured or lemma in listed("rests")


def _is_priced(token: Token) -> bool:
    """Whether its sentence tells of what is given in decimal fractions ("shares closed at 17.05")."""
    return any(t.lemma_.lower() in listed("priced") for t in sentence_around(token))
