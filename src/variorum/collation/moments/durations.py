"""How long things last: the lengths of time of a story and what they measure."""

import functools
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from variorum.collation.claims.sentences import sentence_at, words_in
from variorum.collation.claims.setting import Setting
from variorum.collation.claims.words import LANGUAGE, kind_words
from variorum.language.lexicon import Row, values, word_list
from variorum.records.annotation import AnnotatedArticle, Time
from variorum.records.article import Span

NEAR = 5
"""How many words away the noun or verb may stand that says what lasts so long."""

LENGTH = re.compile(r"P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?")
HOURS = (365.25 * 24, 30.4375 * 24, 168.0, 24.0, 1.0, 1 / 60, 1 / 3600)
"""Hours of a TIMEX3 year, month, week, day, hour, minute and second."""

OPEN = kind_words("open_length")
"""Words beside a length that make it a bound, a part, or one that nobody says to be so."""


@dataclass(frozen=True, slots=True)
class Duration:
    """One length of time: ``hours`` long, of a ``matter`` of the list, for the named ``people`` of its sentence."""

    article: AnnotatedArticle
    time: Time
    matter: str
    hours: float
    people: frozenset[str]
    voice: str | None

    @property
    def span(self) -> Span:
        """The words of the length."""
        return self.time.start, self.time.end


@functools.cache
def _matters() -> Mapping[str, Row]:
    return {word: row for row in word_list(LANGUAGE, "lasting_matters") for word in values(row, "words")}


@functools.cache
def runs_on(matter: str) -> bool:
    """Whether the matter goes on while the story is told."""
    return any(row["matter"] == matter and row["running"] == "yes" for row in word_list(LANGUAGE, "lasting_matters"))


@functools.cache
def is_personal(matter: str) -> bool:
    """Whether the length is given to one person, so that others may get another."""
    return any(row["matter"] == matter and row["of"] == "person" for row in word_list(LANGUAGE, "lasting_matters"))


def find_durations(articles: Sequence[AnnotatedArticle], setting: Setting) -> Iterator[Duration]:
    """Every length of time that measures a listed matter, by article and place."""
    for article in sorted(articles, key=lambda a: a.id):
        for time in article.times:
            hours = length_of(time)
            matter = _matter_of(article, time) if hours is not None else None
            if hours is not None and matter is not None:
                yield Duration(article, time, matter, hours, _people(article, time, setting), _voice(article, time, setting))


def length_of(time: Time) -> float | None:
    """Hours of a plain length of time; ``None`` where it is none, is vague, or stands with a hedge."""
    found = LENGTH.fullmatch(time.value) if time.type == "DURATION" and time.mod is None and time.field == "text" else None
    if found is None or not any(found.groups()):
        return None
    return round(sum(int(n or 0) * h for n, h in zip(found.groups(), HOURS, strict=True)), 3)


def _matter_of(article: AnnotatedArticle, time: Time) -> str | None:
    """The listed matter whose word stands nearest in the same part of the sentence."""
    said = words_in(article, _part(article, time))
    before = [lemma for span, lemma in said if span[1] <= time.start][::-1]
    after = [lemma for span, lemma in said if span[0] >= time.end]
    own = {lemma for span, lemma in said if time.start <= span[0] < time.end}
    if (set(before[:NEAR]) | set(after[:2]) | own) & OPEN:
        return None
    near = [(n, lemma) for side in (after, before) for n, lemma in enumerate(side[:NEAR]) if lemma in _matters()]
    return _matters()[min(near, key=lambda found: found[0])[1]]["matter"] if near else None


def _part(article: AnnotatedArticle, time: Time) -> Span:
    """The stretch of the sentence around a time up to the next comma, semicolon, colon or dash."""
    start, end = sentence_at(article, time.start, time.end)
    marks = [m.start() for m in re.finditer(r"[,;:()–—“”\"]", article.text[start:end])]
    low = max((start + m for m in marks if start + m < time.start), default=start)
    return low, min((start + m for m in marks if start + m >= time.end), default=end)


def _people(article: AnnotatedArticle, time: Time, setting: Setting) -> frozenset[str]:
    low, high = sentence_at(article, time.start, time.end)
    near = {setting.entity_of.get(m.entity) for m in article.mentions if m.field == "text" and low <= m.start < high}
    found = (setting.entities.get(e or "") for e in near)
    return frozenset(e.id for e in found if e is not None and e.named and e.type == "person")


def _voice(article: AnnotatedArticle, time: Time, setting: Setting) -> str | None:
    holding = [
        q for q in article.quotations if q.field == "text" and any(s <= time.start and time.end <= e for s, e in q.content)
    ]
    inner = max(holding, key=lambda q: (q.content[0][0], q.id), default=None)
    return setting.roll.id(inner.speaker) if inner is not None else None
