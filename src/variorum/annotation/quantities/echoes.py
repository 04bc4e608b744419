"""Bare numbers that count what the text has just counted, or what a word before a colon names.

"Five tonnes of fish, the office said; the anglers speak of twelve"; "nine villages ... the monitors had 14";
"1.4 billion krans were withdrawn; by night 2.3 billion had
left"; "three people are dead and 10,000 have been driven out"; "Vehicles: 148".
"""

import functools
import re
from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Token

from variorum.annotation.quantities.scene import Figure, NumberScene
from variorum.annotation.quantities.things import NOBODY, SUBJECTS, Counted, lemma_of
from variorum.annotation.words.lists import alternation, listed
from variorum.annotation.words.text import sentence_around
from variorum.language.lexicon import word_list, words

LABEL = 4
"""Words that may stand before the colon of a line in a list."""


def echoed(scene: NumberScene, figure: Figure, before: Sequence[tuple[Figure, Counted]]) -> tuple[Figure, Counted]:
    """The figure with unit and thing of what it counts by the words before it; ``NOBODY`` where they do not say.

    "One" is left alone: it mostly stands for a noun and not for a count.
    """
    if figure.unit is not None or figure.value <= 1:
        return figure, NOBODY
    labelled = _labelled(scene, figure)
    if labelled:
        return figure, labelled
    asked = NOBODY if before else _asked(scene, figure)
    if asked is not NOBODY:
        return figure, asked
    share = _share(scene, figure, before)
    if share is not NOBODY:
        return figure, share
    near = [(f, c) for f, c in before if _is_told(f, c, figure) and _is_near(scene, figure, f) and not _is_part(scene, f)]
    given = _given(scene.text.at(figure.number[0]))
    other, counted = next((b for b in reversed(near) if _of_one_size(b[0], figure)), near[-1]) if near else (figure, NOBODY)
    if near and (given or _more(scene, figure, other)):
        return replace(figure, unit=other.unit, loose=figure.loose and not other.unit), Counted(None, counted.thing)
    found = _sum(scene, figure, before)
    if found[1] is not NOBODY:
        return found
    ways = (_left_out(scene, figure, before), _again(scene, figure, before), _subject_before(scene, figure))
    return figure, next((counted for counted in ways if counted is not NOBODY), NOBODY)


def _is_told(other: Figure, counted: Counted, figure: Figure) -> bool:
    """Whether it is said what a number counts or in what unit it measures; a share leaves that open, and is at most all."""
    share = other.unit in ("percent", "percentage point")
    return (bool(counted.thing) and (not share or figure.value <= ALL)) or not (share or other.unit is None)


ALL = 100
"""Percent of a whole."""


def _share(scene: NumberScene, figure: Figure, before: Sequence[tuple[Figure, Counted]]) -> Counted:
    """What "14 of them children", "seven of those" and "eleven of us" count: the plural that follows, what the larger number
    before counts, or people."""
    found = _of_those().match(scene.text.source, figure.end)
    if found is None:
        return NOBODY
    after = scene.text.at(found.end() - 1).doc[scene.text.at(found.end() - 1).i + 1 :][:1]
    if after and after[0].tag_ == "NNS":
        return Counted((after[0].idx, after[0].idx + len(after[0])), (lemma_of(after[0]),))
    near = [c for f, c in before if c.thing and _is_near(scene, figure, f) and f.unit is None and f.value >= figure.value]
    return Counted(None, near[-1].thing) if near else Counted(None, ("people",)) if found[1].casefold() == "us" else NOBODY


def _is_part(scene: NumberScene, figure: Figure) -> bool:
    """Whether a number is a part of what the sentence counts, or comes on top of it ("five more guards")."""
    return bool(_part().match(scene.text.source, figure.end))


def _again(scene: NumberScene, figure: Figure, before: Sequence[tuple[Figure, Counted]]) -> Counted:
    """What the same number counted when it was last told with its noun ("five people fell ill ... the five were given ...")."""
    token, last = scene.text.at(figure.number[0]), scene.text.at(figure.number[1] - 1)
    following = last.nbor(1).lower_ if last.i + 1 < len(last.doc) else ""
    alone = _ends_phrase(scene, figure) or following in listed("refers_back")
    earlier = token.nbor(-1).lower_ if token.i else ""
    recurs = figure.value >= TELLING or (figure.value > SMALLEST and earlier in ("the", "not"))
    if not recurs or not alone or earlier in listed("no_echo"):
        return NOBODY
    told = (c for f, c in reversed(before) if f.value == figure.value and f.unit is None and c.thing)
    return next((Counted(None, c.thing) for c in told), NOBODY)


TELLING = 10
"""Smallest number that seldom recurs by chance."""


def compared(scene: NumberScene, figure: Figure, before: tuple[Figure, Counted]) -> tuple[Figure, Counted]:
    """The figure with what the number before counts, when it is compared with it ("5,200 troops, against 9,000 a year ago",
    "71 percent rather than 83"); ``NOBODY`` where it is not."""
    token, (other, counted) = scene.text.at(figure.start), before
    word = token.nbor(-1).lower_ if token.i else ""
    near = other.end > sentence_around(token).start_char and word in words("en", "comparing_words")
    same = other.unit == figure.unit or (figure.unit is None and _of_one_size(other, figure) and _ends_phrase(scene, figure))
    if not near or not same or not (counted.thing or other.unit):
        return figure, NOBODY
    return replace(figure, unit=other.unit, loose=False), Counted(None, counted.thing)


def _subject_before(scene: NumberScene, figure: Figure) -> Counted:
    """The plural that the sentence before is about, for a number that opens the next one: "The gulls suffer. 640 died"."""
    token = scene.text.at(figure.number[0])
    sentence = sentence_around(token)
    opens = token.dep_ in SUBJECTS and token.i - sentence.start <= OPENING and _ends_phrase(scene, figure, verb=True)
    if not opens or not sentence.start or figure.value <= SMALLEST:
        return NOBODY
    told = sentence_around(sentence[0].nbor(-1))
    root = next((t for t in told if t.dep_ == "ROOT"), None)
    noun = next((c for c in root.children if c.dep_ in SUBJECTS and c.tag_ == "NNS"), None) if root is not None else None
    return Counted(None, (lemma_of(noun),)) if noun is not None else NOBODY


OPENING, SMALLEST = 1, 3
"""Words that may stand before such a number ("already 95"), and the largest that is mostly some of those counted before."""


def _ends_phrase(scene: NumberScene, figure: Figure, *, verb: bool = False) -> bool:
    """Whether no noun can belong to the number: a mark, a verb or a conjunction follows it."""
    last = scene.text.at(figure.number[1] - 1)
    following = last.nbor(1) if last.i + 1 < len(last.doc) else None
    if following is None or following.is_space or following.lower_ in listed("follows") or _says_when(following):
        return True
    if following.pos_ in ("VERB", "AUX") or (not verb and _leads_on(following)):
        return True
    joined = following.text in JOINING and not last.whitespace_
    return following.is_punct and not joined and not verb


def _leads_on(following: Token) -> bool:
    """Whether the word after a number begins a phrase of place, time or manner ("nine on my table", "27 by dusk")."""
    return following.pos_ in ("ADP", "ADV") and following.lower_ not in listed("bound")


def _says_when(following: Token) -> bool:
    """Whether a time without a preposition follows: "had spoken of 212 this morning"."""
    dated = following.lower_ in ("this", "last") or following.ent_type_ in ("DATE", "TIME")
    head = following.head if following.dep_ in ("det", "amod") else following
    return dated and head.dep_ == "npadvmod"


JOINING = ("-", "–", "/", "%", ":")
"""Marks right after a number that join it to what follows."""


@functools.cache
def _part() -> re.Pattern[str]:
    """What follows a number that is only a part of what the sentence counts, or comes on top of it."""
    return re.compile(rf"\s+(?:of\s+(?:{alternation('part_of')})|{alternation('on_top')})\b", re.IGNORECASE)


@functools.cache
def _of_those() -> re.Pattern[str]:
    """What follows a number of some of those counted before."""
    return re.compile(rf"\s+of\s+({alternation('share_of')})\b", re.IGNORECASE)


TIMES = 20
"""How many times the other a number may be whose noun is left out."""

BACK = 2
"""Sentences back in which the noun may stand that a number leaves out."""

YEARS = (1800, 2100)
"""Bare whole numbers of four digits between these are years."""


def _left_out(scene: NumberScene, figure: Figure, before: Sequence[tuple[Figure, Counted]]) -> Counted:
    """What the last number of near size counts, for one that stands as a whole phrase without its noun."""
    if not _stands_alone(scene, figure):
        return NOBODY
    first = _sentences_back(scene, figure)
    asked = _asked(scene, figure)
    if asked is not NOBODY:
        return asked
    near = [(f, c) for f, c in before if f.start >= first and c.thing and not f.back and not _is_part(scene, f)]
    near = [(f, c) for f, c in near if f.unit is None]
    if not near or not _of_one_size(near[-1][0], figure):
        return NOBODY
    return Counted(None, _befallen(scene.text.at(figure.number[0]), near[-1][1].thing))


def _befallen(number: Token, thing: tuple[str, ...]) -> tuple[str, ...]:
    """What the number before counts; mere people where that was a state and a verb of its own says what became of these
    ("seven were dead and two were being looked for")."""
    verb = number.head
    acts = number.dep_ in SUBJECTS and verb.pos_ == "VERB" and verb.lemma_.lower() not in words("en", "giving_verbs")
    return ("people",) if acts and thing[-1] in words("en", "states_of_people") else thing


def _of_one_size(one: Figure, other: Figure) -> bool:
    low, high = sorted((abs(one.value), abs(other.value)))
    return high <= TIMES * low


def _sentences_back(scene: NumberScene, figure: Figure) -> int:
    """Where the second sentence before the number begins."""
    sentence = sentence_around(scene.text.at(figure.number[0]))
    for _ in range(BACK):
        if sentence[0].i:
            sentence = sentence_around(sentence[0].nbor(-1))
    return sentence.start_char


def _stands_alone(scene: NumberScene, figure: Figure) -> bool:
    """Whether the number is a subject, an object or a rest of a phrase, and no year, label, score or part."""
    token, (start, end) = scene.text.at(figure.number[0]), figure.number
    shown = scene.text.source[start:end]
    if shown.isdigit() and len(shown) == 4 and YEARS[0] <= int(shown) < YEARS[1]:
        return False
    last = scene.text.at(end - 1)
    if not _ends_phrase(scene, figure):
        return False
    if token.i and token.nbor(-1).lower_ in listed("no_echo"):
        return False
    if last.dep_ in ALONE:
        return True
    following = last.doc[last.i + 1 : last.i + 2]
    if last.dep_ == "pobj" and (last.head.lower_ in listed("governs_number") or _is_reached(last)):
        return not (following and _leads_on(following[0]))
    return _continues(token, last)


def _is_reached(number: Token) -> bool:
    """Whether somebody is or stands at the number: "we are at 6,500", "is now at twelve"; a clock time is none."""
    at = number.head
    return at.lower_ == "at" and at.head.lemma_ in ("be", "stand", "remain") and at.i == number.i - 1


def _continues(token: Token, last: Token) -> bool:
    """Whether the number goes on with a list ("2,140 on Tuesday, 1,980 on Wednesday", "first nine, then 14"); after a mere
    comma it may be an age."""
    if not token.i or last.i + 1 >= len(last.doc):
        return False
    before, following = token.nbor(-1), last.nbor(1)
    if before.lower_ in listed("orders") or before.text == ":":
        return True
    return before.text in (",", "and") and _leads_on(following)


ALONE = ("dobj", "nsubj", "nsubjpass", "attr", "oprd")
"""Places in a clause of a number that stands for what it counts."""


def _asked(scene: NumberScene, figure: Figure) -> Counted:
    """The noun of "how many hospitals are hit?" just before the number."""
    token = scene.text.at(figure.number[0])
    first = _sentences_back(scene, figure)
    said = [t for t in token.doc[: token.i] if t.idx >= first]
    many = next((t for t in reversed(said[1:]) if t.lower_ == "many" and t.nbor(-1).lower_ == "how"), None)
    noun = next((t for t in said if many is not None and many.i < t.i <= many.i + 3 and t.tag_ == "NNS"), None)
    if noun is None or not _stands_alone(scene, figure):
        return NOBODY
    return Counted(None, (lemma_of(noun),))


def _is_near(scene: NumberScene, figure: Figure, other: Figure) -> bool:
    """Whether the other number stands in the same or the preceding sentence."""
    sentence = sentence_around(scene.text.at(figure.number[0]))
    first = sentence_around(sentence[0].nbor(-1)).start_char if sentence[0].i else sentence.start_char
    return other.start >= first


def _more(scene: NumberScene, figure: Figure, other: Figure) -> bool:
    """Whether the number is the whole subject of a clause and larger than the one before, so that it is no part of that."""
    token = scene.text.at(figure.number[0])
    alone = not any(c.i > token.i for c in token.children)
    return token.dep_ in SUBJECTS and token.pos_ == "NUM" and alone and other.unit is None and figure.value > other.value


def _sum(scene: NumberScene, figure: Figure, before: Sequence[tuple[Figure, Counted]]) -> tuple[Figure, Counted]:
    """A sum in millions or more with the currency of the last sum that names it; a mere sum where none does."""
    if not _ends_in_scale(scene, figure):
        return figure, NOBODY
    named = [(f, c) for f, c in before if f.unit in _currencies() or (_ends_in_scale(scene, f) and c.thing and not f.unit)]
    if named:
        other, counted = named[-1]
        return replace(figure, unit=other.unit, loose=False), Counted(None, counted.thing[-1:])
    last = scene.text.at(figure.number[1] - 1)
    paid = _ends_phrase(scene, figure) and (last.dep_ in ("pobj", "dobj") or last.head.lower_ == "worth")
    return (replace(figure, loose=False), Counted(None, ("sum",))) if paid else (figure, NOBODY)


@functools.cache
def _currencies() -> frozenset[str]:
    return frozenset(row["value"] for row in word_list("en", "currencies") if row["class"] in ("CURRENCY", "MONEYW"))


def _ends_in_scale(scene: NumberScene, figure: Figure) -> bool:
    shown = scene.text.source[figure.number[0] : figure.number[1]].casefold().split()
    return any(word in listed("sum") for word in shown[1:])


def _labelled(scene: NumberScene, figure: Figure) -> Counted | None:
    """What a word before a colon names, at the beginning of a sentence or line: "Vehicles: 148"."""
    token = scene.text.at(figure.number[0])
    if token.i < 2 or token.nbor(-1).text != ":":
        return None
    first = sentence_around(token).start
    words_before = [t for t in token.doc[max(first, token.i - 1 - LABEL) : token.i - 1] if not t.is_space]
    line = scene.text.source.rfind("\n", 0, figure.number[0]) + 1
    label = [t for t in words_before if t.idx >= line]
    after = scene.text.source[figure.number[1] : figure.number[1] + 2]
    if not label or label[0].idx not in (line, token.doc[first].idx) or (after.strip() and after[0] not in ".,;( \n"):
        return None
    head = label[-1]
    named = head.pos_ in ("NOUN", "PROPN") or head.lower_ in words("en", "states_of_people")
    return Counted((head.idx, head.idx + len(head)), (lemma_of(head),)) if named else None


def _given(token: Token) -> bool:
    """Whether a verb that gives numbers has this one as its whole object."""
    verb = token.head
    if verb.dep_ == "prep" and verb.lower_ in listed("given_as"):
        verb = verb.head
    stands_alone = token.dep_ in ("dobj", "pobj", "attr", "ccomp", "nummod", "dep", "npadvmod", "oprd")
    follows = token.nbor(1) if token.i + 1 < len(token.doc) else None
    if verb.lemma_ == "be" and not any(c.lower_ in ("it", "that", "this") for c in verb.children if c.dep_ == "nsubj"):
        return False
    ends = follows is None or follows.is_punct or follows.is_space or follows.lower_ in ("and", "but", "while")
    return stands_alone and ends and verb.pos_ in ("VERB", "AUX") and verb.lemma_.lower() in words("en", "giving_verbs")
