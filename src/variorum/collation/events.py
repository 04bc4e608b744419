"""The events of a story: reports that tell of one of its turns, with the headline that tells it best."""

import dataclasses
import re
from collections.abc import Mapping, Sequence

from variorum.collation.claims.statements import clause_text
from variorum.collation.relays.lines import is_dispatch, is_release
from variorum.collation.turns import likely_same, opening_end
from variorum.language.frequency import rarity
from variorum.language.linkage import cluster
from variorum.records.annotation import AnnotatedArticle
from variorum.records.article import Field, Passage, Span, passage_of
from variorum.records.ids import finding_id
from variorum.records.story import Event

LINK = 0.15
"""Least mean probability that two reports of one event tell of one turn of the story. On 99 invented stories F1 of pairs is
0.65 (P 0.64, R 0.66); with 0.3 it is 0.49 (P 0.81, R 0.35): nearly each report is its own event.
No command repeats this."""

LEAST = 4
"""Words of a sentence that can stand for a headline; what is shorter is a place, a day or a label."""

_DANGLING = re.compile(r"[-–—:,]\s*$")
"""The end of a dateline that a sentence was broken at ("PORT ALMA, Norvia —")."""

SHORT = 2.0
"""Words of full rarity that a headline is counted longer than it is: one of few words is easily shared whole."""

DISPATCH, SHARP = 1.5, 0.5
"""What the support of the headline of an agency's dispatch, and of one that is one side's or one paper's way to tell it, is
multiplied by: agencies write for papers of every colour."""

_SHARP = re.compile(r"[:!?…“”„«»\"‘]|(?<!\w)'|'(?!\w)|\b[A-Z]{2,} [A-Z]{2,}\b|\.\.\.")
"""Signs of a headline that quotes, asks, cries, says whose words it tells or is cut off."""
_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")


def with_events(articles: Sequence[AnnotatedArticle]) -> tuple[AnnotatedArticle, ...]:
    """The labelled articles, each label for the reports of one turn of the story; without any label all stay as they are.

    Grouping puts reports together before they are read; here they are put together anew by what their openings tell, and by
    their days (``turns.py``). The label of a part is its smallest article id. Copies go with their original.
    """
    told = sorted((a for a in articles if a.event is not None and a.duplicate_of is None), key=lambda a: a.id)
    parts = cluster(len(told), likely_same(told), LINK)
    labels = {told[i].id: told[part[0]].id for part in parts for i in part}
    homes = {a.id: labels.get(a.duplicate_of or a.id, a.event) for a in articles}
    return tuple(a if a.event == homes[a.id] else dataclasses.replace(a, event=homes[a.id]) for a in articles)


def story_events(articles: Sequence[AnnotatedArticle]) -> tuple[Event, ...]:
    """One event per label of ``articles``, earliest first; without any label the whole story is one event.

    The id of an event is its label; reports without a label are left out where others have one.
    """
    labelled: dict[str, list[AnnotatedArticle]] = {}
    for article in sorted(articles, key=lambda a: a.id):
        if article.event is not None:
            labelled.setdefault(article.event, []).append(article)
    if not labelled and articles:
        labelled = {_own_label(articles): sorted(articles, key=lambda a: a.id)}
    events = [_event(label, members) for label, members in labelled.items()]
    return tuple(sorted(events, key=lambda e: (e.earliest or "9999", e.latest or "9999", e.id)))


def _own_label(articles: Sequence[AnnotatedArticle]) -> str:
    return finding_id("event", [headline(a) for a in articles if a.text.strip()])


def _event(label: str, members: list[AnnotatedArticle]) -> Event:
    dated = [a for a in members if a.published.basis != "inferred"] or members
    earliest = sorted(day for a in dated if (day := a.published.earliest))
    latest = sorted(day for a in dated if (day := a.published.latest))
    return Event(
        label,
        best_headline(members),
        tuple(a.id for a in members),
        earliest[0] if earliest else None,
        latest[-1] if latest else None,
    )


def best_headline(articles: Sequence[AnnotatedArticle]) -> str:
    """The headline that tells what most reports open with, in plain words.

    The one whose words, by rarity, the openings of the other reports share most; then the earliest report's. Headlines with
    quoted words, a colon, a cry, a question or words in capitals count half, and so do those of a party's own release; those
    of an agency's dispatch count more. The copies of a report do not count where others are there.
    """
    members = [a for a in articles if a.duplicate_of is None] or list(articles)
    titled = [a for a in members if a.title] or members
    openings = {a.id: _words(f"{a.title or ''} {a.text[: opening_end(a)]}") for a in members}

    def rank(a: AnnotatedArticle) -> tuple[float, list[int], list[int]]:
        support = _support(a, openings) * _plainness(a)
        return round(support, 3), _reversed(a.published.earliest), _reversed(a.id)

    return headline_text(max(titled, key=rank))


def _plainness(article: AnnotatedArticle) -> float:
    if _SHARP.search(headline_text(article)) or is_release(article):
        return SHARP
    return DISPATCH if is_dispatch(article) else 1.0


def _support(article: AnnotatedArticle, openings: Mapping[str, frozenset[str]]) -> float:
    """The share of the rarity of a headline's words that other reports open with, on average; short headlines have less."""
    own = _words(headline_text(article))
    whole = sum(rarity(w) for w in sorted(own)) + SHORT
    shared = [sum(rarity(w) for w in sorted(own & words)) for key, words in sorted(openings.items()) if key != article.id]
    return round(sum(shared) / whole / max(len(shared), 1), 3)


def _words(text: str) -> frozenset[str]:
    return frozenset(w.casefold() for w in _WORD.findall(text))


def _reversed(text: str | None) -> list[int]:
    return [-ord(c) for c in text or "9999"]


def headline(article: AnnotatedArticle) -> Passage:
    """Where the headline of ``article`` stands: its title, else its first full sentence, else its first line."""
    span, field = _headline_span(article)
    return passage_of(article, span, field)


def headline_text(article: AnnotatedArticle) -> str:
    """The headline as one line, without furniture."""
    if not article.text.strip() and not article.title:
        return article.id
    span, field = _headline_span(article)
    return clause_text(article, span, field=field)


def _headline_span(article: AnnotatedArticle) -> tuple[Span, Field]:
    if article.title_span:
        return article.title_span, "text"
    if article.title:
        return (0, len(article.title)), "title"
    if article.sentences:
        full = (s for s in article.sentences if _is_full(article.text[slice(*s)]))
        return next(full, article.sentences[0]), "text"
    return (0, len(article.text.split("\n", maxsplit=1)[0]) or len(article.text)), "text"


def _is_full(sentence: str) -> bool:
    return len(_WORD.findall(sentence)) >= LEAST and _DANGLING.search(sentence) is None
