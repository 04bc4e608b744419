"""The events of a story: reports that grouping put under one label, with the headline that tells it best."""

from collections.abc import Sequence

from variorum.collation.claim_statements import clause_text
from variorum.records.annotation import AnnotatedArticle
from variorum.records.article import Field, Passage, Span, passage_of
from variorum.records.ids import finding_id
from variorum.records.story import Event


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
    earliest = sorted(day for a in members if (day := a.published.earliest))
    latest = sorted(day for a in members if (day := a.published.latest))
    title = _best_headline([a for a in members if a.duplicate_of is None] or members)
    return Event(label, title, tuple(a.id for a in members), earliest[0] if earliest else None, latest[-1] if latest else None)


def _best_headline(members: list[AnnotatedArticle]) -> str:
    """The headline whose words most other headlines share; the earliest report's where none stands out."""
    titled = [a for a in members if a.title] or members
    bags = {a.id: frozenset(headline_text(a).casefold().split()) for a in titled}
    best = max(titled, key=lambda a: (_support(a.id, bags), _reversed(a.published.earliest), [-ord(c) for c in a.id]))
    return headline_text(best)


def _support(article: str, bags: dict[str, frozenset[str]]) -> float:
    own = bags[article]
    others = [len(own & bag) / len(own | bag) for key, bag in sorted(bags.items()) if key != article and own | bag]
    return round(sum(others), 3)


def _reversed(day: str | None) -> list[int]:
    return [-ord(c) for c in day or "9999"]


def headline(article: AnnotatedArticle) -> Passage:
    """Where the headline of ``article`` stands: its title, else its first sentence, else its first line."""
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
        return article.sentences[0], "text"
    return (0, len(article.text.split("\n", maxsplit=1)[0]) or len(article.text)), "text"
