"""All comparisons of one story, in their order, put into one record."""

import dataclasses
from collections.abc import Mapping, Sequence

from variorum.collation.claims.exclusives import find_exclusives
from variorum.collation.claims.find import compared, groups_of, with_contests
from variorum.collation.claims.omissions import find_omissions
from variorum.collation.claims.parting import part_groups
from variorum.collation.corrections.apply import correct
from variorum.collation.disagreements.find import find_disagreements
from variorum.collation.encoder import Encoder, RememberingEncoder
from variorum.collation.entities.copies import with_copies
from variorum.collation.entities.find import merge_entities
from variorum.collation.entities.kept import kept_article, kept_entities
from variorum.collation.events import best_headline, story_events, with_events
from variorum.collation.naming.find import compare_naming
from variorum.collation.origins.find import fold_origins
from variorum.collation.origins.handed_on import with_handed_on
from variorum.collation.relays.dating import date_undated
from variorum.collation.relays.find import find_relays
from variorum.collation.reuse.find import find_reuse
from variorum.collation.timeline.find import draw_timeline
from variorum.collation.utterances.find import follow_utterances
from variorum.language.identification import is_foreign
from variorum.records.annotation import AnnotatedArticle
from variorum.records.article import Published, passage_of
from variorum.records.corrections import Correction
from variorum.records.ids import finding_id, text_digest
from variorum.records.provenance import Manifest, Notice
from variorum.records.story import Story, StoryEntity


def collate_articles(
    articles: Sequence[AnnotatedArticle],
    *,
    encoder: Encoder | None,
    statements: Encoder | None = None,
    manifest: Manifest,
    notices: Sequence[Notice] = (),
    corrections: Sequence[Correction] = (),
) -> Story:
    """Compare the annotated ``articles`` of one story with each other. Their order never matters.

    ``statements`` encodes claims and sayings where it is given, ``encoder`` everything else, and sayings too.
    ``corrections`` by hand are followed before anything that counts on entities. The story keeps the articles without the
    tables that only collation needs (see ``kept``).
    """
    encoder = RememberingEncoder(encoder) if encoder is not None else None
    statements = RememberingEncoder(statements) if statements is not None else encoder
    ordered, entities, said = _with_entities(tuple(sorted(articles, key=lambda a: a.id)), corrections)
    reuse = find_reuse(ordered)
    relays = find_relays(ordered, entities, reuse)
    origins = fold_origins(ordered, reuse, relays)
    utterances = follow_utterances(ordered, entities, encoder, statements)
    told = compared(ordered, entities, origins, statements, utterances)
    groups = groups_of(told)
    disagreements = find_disagreements(ordered, entities, groups, utterances, origins, encoder=encoder)
    groups = part_groups(with_contests(groups, disagreements), told, disagreements)
    groups = with_handed_on(groups, ordered, origins, reuse, relays)
    naming = compare_naming(ordered, entities, disagreements)
    ordered = with_events(with_inferred_dates(ordered, dict(date_undated(ordered, entities, groups, relays))))
    events = story_events(ordered)
    return Story(
        id=story_id(ordered),
        title=best_headline(ordered) if ordered else "",
        articles=tuple(kept_article(a) for a in ordered),
        entities=kept_entities(
            with_copies(entities, ordered), ordered, (*utterances, *groups, *disagreements, *relays, *naming)
        ),
        utterances=utterances,
        claim_groups=groups,
        disagreements=disagreements,
        exclusives=find_exclusives(ordered, groups, origins),
        omissions=find_omissions(ordered, groups, origins),
        reuse=reuse,
        relays=relays,
        origins=origins,
        naming=naming,
        events=events,
        timeline=draw_timeline(ordered, entities, groups, origins, disagreements),
        notices=tuple(sorted((*notices, *said, *article_notices(ordered)), key=lambda n: (n.kind, n.subject or "", n.message))),
        manifest=manifest,
    )


def _with_entities(
    articles: tuple[AnnotatedArticle, ...], corrections: Sequence[Correction]
) -> tuple[tuple[AnnotatedArticle, ...], tuple[StoryEntity, ...], tuple[Notice, ...]]:
    """The articles and the entities of those that count, as found or as corrected by hand, and what was corrected."""
    entities = merge_entities([a for a in articles if a.duplicate_of is None])
    if not corrections:
        return articles, entities, ()
    done = correct(articles, entities, corrections)
    return done.articles, done.entities, done.notices


def with_inferred_dates(
    articles: Sequence[AnnotatedArticle], inferred: Mapping[str, Published]
) -> tuple[AnnotatedArticle, ...]:
    """The articles, those without a date with the days between which their text and their story allow them to have appeared."""
    return tuple(dataclasses.replace(a, published=inferred[a.id]) if a.id in inferred else a for a in articles)


def story_id(articles: Sequence[AnnotatedArticle]) -> str:
    """Story id from the ids and texts of its reports."""
    return finding_id("story", [passage_of(a, (0, len(a.text))) for a in articles if a.text])


def article_notices(articles: Sequence[AnnotatedArticle]) -> list[Notice]:
    """What a reader must know about single reports: copies, other languages, and dates that could not be told."""
    notices = []
    for article in articles:
        if article.duplicate_of:
            message = f"{article.id} is a copy of {article.duplicate_of} and counts for nothing of its own"
            notices.append(Notice("duplicate", article.id, message))
        if is_foreign(article):
            message = f"{article.id} does not seem to be in English: it is read as if it were, and little is found in it"
            notices.append(Notice("language", article.id, message))
        if article.published.value is None:
            notices.append(Notice("undated", article.id, _undated(article)))
    return notices


def _undated(article: AnnotatedArticle) -> str:
    low, high = article.published.earliest, article.published.latest
    if low or high:
        return f"{article.id} states no date of publication; its text allows {low or 'any day'} to {high or 'any day'}"
    return f"{article.id} states no date of publication: what it calls today or Friday cannot be dated"


def input_digests(articles: Sequence[AnnotatedArticle]) -> dict[str, str]:
    """sha256 of each article's text by id."""
    return {a.id: text_digest(a.text) for a in sorted(articles, key=lambda a: a.id)}
