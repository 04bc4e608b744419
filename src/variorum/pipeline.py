"""The whole way: read, annotate, group, collate, render. Each step is a function, a command and a heading of the docs."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib import resources
from typing import TYPE_CHECKING, BinaryIO

from variorum.config import Config
from variorum.records.annotation import AnnotatedArticle
from variorum.records.article import Article
from variorum.records.codec import to_json
from variorum.records.corrections import Correction
from variorum.records.ids import text_digest
from variorum.records.provenance import Manifest, Notice
from variorum.records.story import Story

if TYPE_CHECKING:
    from variorum.annotation.nlp import Pipeline
    from variorum.collation.comparing.compare import Comparison
    from variorum.encoding import AttributionTagger, SentenceEncoder, StatementEncoder
    from variorum.grouping import Grouping
    from variorum.reading import OnProblem
    from variorum.rendering import Measurement, StoryLink


@dataclass(frozen=True, slots=True)
class Models:
    """The models of one run, loaded once."""

    pipeline: Pipeline
    encoder: SentenceEncoder | None
    config: Config
    tagger: AttributionTagger | None = None
    statements: StatementEncoder | None = None


def load_models(config: Config | None = None) -> Models:
    """Load the pipeline and the encoder that ``config`` names, and with an encoder that of statements too.

    Raises ``ModelMissing`` when one is not installed.
    """
    from variorum.annotation.nlp import load_pipeline
    from variorum.encoding import load_encoder, load_lower, load_statements, load_tagger

    config = config or Config()
    encoder = load_encoder(config.encoder) if config.encoder else None
    lower = load_lower() if encoder or config.attributions == "best" else None
    tagger = load_tagger(lower) if config.attributions == "best" else None
    statements = load_statements(lower) if encoder else None
    return Models(load_pipeline(config.pipeline, language=config.language), encoder, config, tagger, statements)


def read(sources: Iterable[str], *, on_problem: OnProblem, stdin: BinaryIO | None = None) -> Iterator[Article]:
    """Read files, folders, globs and ``-`` into articles, one at a time; what cannot be read goes to ``on_problem``."""
    from variorum.reading import read_articles

    return read_articles(sources, on_problem=on_problem, stdin=stdin)


def annotate(articles: Iterable[Article], *, models: Models) -> Iterator[AnnotatedArticle]:
    """Find quotations, people, times, figures and claims in each article, one after the other."""
    from variorum.annotation.annotate import annotate_articles

    return annotate_articles(articles, models.pipeline, models.tagger)


def group(articles: Iterable[Article]) -> tuple[Grouping, ...]:
    """Copies, events and stories of a collection, one row per article, sorted by id."""
    from variorum.grouping import group_articles

    return group_articles(tuple(articles))


def grouped(articles: Sequence[AnnotatedArticle], rows: Iterable[Grouping]) -> tuple[AnnotatedArticle, ...]:
    """The articles with their ``duplicate_of``, ``event`` and ``story`` filled in."""
    by_id = {row.id: row for row in rows}
    return tuple(
        dataclasses.replace(a, duplicate_of=by_id[a.id].duplicate_of, event=by_id[a.id].event, story=by_id[a.id].story)
        for a in articles
    )


def read_corrections(path: str) -> tuple[Correction, ...]:
    """Corrections by hand (merge, split, rename, retype entities) from the TOML file ``path``, for ``collate``, ``stories`` and
    ``dossier``; raises ``InputError`` where it cannot be read."""
    from variorum.reading import read_corrections as read_file

    return read_file(path)


def collate(
    articles: Iterable[Article],
    *,
    models: Models,
    notices: Sequence[Notice] = (),
    corrections: Sequence[Correction] = (),
) -> Story:
    """Compare reports as one story; articles that are not annotated or not grouped yet are so first.

    ``corrections`` are followed before anything that counts on entities; ``notices`` of the story say which were."""
    from variorum.collation.assemble import collate_articles, input_digests

    annotated = tuple(annotate(articles, models=models))
    if any(a.event is None for a in annotated):
        rows = {row.id: row for row in group(annotated)}
        annotated = tuple(a if a.event else grouped([a], [rows[a.id]])[0] for a in annotated)
    made_of = manifest(models, input_digests(annotated), corrections)
    return collate_articles(
        annotated,
        encoder=models.encoder,
        statements=models.statements,
        manifest=made_of,
        notices=notices,
        corrections=corrections,
    )


def stories(
    articles: Sequence[AnnotatedArticle],
    *,
    models: Models,
    notices: Sequence[Notice] = (),
    corrections: Sequence[Correction] = (),
) -> tuple[tuple[Story, ...], tuple[AnnotatedArticle, ...]]:
    """The stories of two or more reports, the largest first (origins, then earliest date, then id), and the reports that
    are alone in theirs, by id."""
    members: dict[str, list[AnnotatedArticle]] = {}
    for article in grouped(articles, group(articles)):
        members.setdefault(article.story or article.id, []).append(article)
    several = [reports for _, reports in sorted(members.items()) if len(reports) > 1]
    told = [collate(reports, models=models, notices=notices, corrections=corrections) for reports in several]
    alone = [reports[0] for _, reports in sorted(members.items()) if len(reports) == 1]
    return settled(sorted(told, key=story_rank)), tuple(alone)


def settled(told: Sequence[Story]) -> tuple[Story, ...]:
    """The stories without the notice that a correction fits nothing, where it fits something in another of them."""
    met = {n.subject for s in told for n in s.notices if n.kind in ("correction", "correction-refused")}
    idle = {n for s in told for n in s.notices if n.kind == "correction-unknown" and n.subject in met}
    return tuple(dataclasses.replace(s, notices=tuple(n for n in s.notices if n not in idle)) if idle else s for s in told)


def story_rank(story: Story) -> tuple[int, str, str]:
    """Sort key of stories: most origins, then earliest date, then id."""
    days = [a.published.earliest for a in story.articles if a.published.earliest]
    return -len(story.origins), min(days, default="9999"), story.id


@dataclass(frozen=True, slots=True)
class Dossier:
    """``files`` maps relative names (``index.html``, ``story.json``, ``<story id>/index.html`` ...) to their text; ``stories``
    are the largest first; ``alone`` are the reports that share no story."""

    files: Mapping[str, str]
    stories: tuple[Story, ...]
    alone: tuple[AnnotatedArticle, ...]


def dossier(
    articles: Sequence[AnnotatedArticle],
    *,
    models: Models,
    notices: Sequence[Notice] = (),
    corrections: Sequence[Correction] = (),
) -> Dossier:
    """A page and a ``story.json`` for every story of two or more reports; the largest story has the first page."""
    from variorum.rendering import StoryLink, render_dossier, render_empty

    told, alone = stories(articles, models=models, notices=notices, corrections=corrections)
    if not told:
        page = render_empty(alone, notices)
        return Dossier({"index.html": page}, told, alone)
    files = {}
    for number, story in enumerate(told):
        folder = "" if number == 0 else f"{story.id}/"
        links = neighbours(told, alone) if number == 0 else (StoryLink(told[0].title, "../index.html", "the largest story"),)
        files[f"{folder}index.html"] = render_dossier(story, neighbours=links, measured=measured())
        files[f"{folder}story.json"] = to_json(story) + "\n"
    return Dossier(files, told, alone)


def neighbours(told: Sequence[Story], alone: Sequence[AnnotatedArticle]) -> tuple[StoryLink, ...]:
    """Links from the first page to the further stories, and a row for each report that is not part of any."""
    from variorum.rendering import StoryLink

    further = [StoryLink(s.title, f"{s.id}/index.html", f"{len(s.articles)} reports") for s in told[1:]]
    rows = [StoryLink(a.title or a.id, None, f"{a.id}: not part of this story") for a in alone]
    return (*further, *rows)


def measured() -> tuple[Measurement, ...]:
    """The measured quality of each kind of finding, as ``variorum evaluate`` wrote it down."""
    from variorum.rendering import Measurement

    file = resources.files("variorum").joinpath("evaluation", "measured.json")
    rows = json.loads(file.read_text(encoding="utf-8"))["findings"]
    return tuple(Measurement(r["finding"], r["precision"], r["recall"], r["source"]) for r in rows)


def explain(story: Story, finding_id: str) -> str:
    """The evidence for one finding as text: what was found, by which method, why, and the passages."""
    from variorum.rendering import render_explanation

    return render_explanation(story, finding_id)


def export(story: Story, form: str) -> str:
    """The story as text for other programs: ``timelinejs``, ``vis``, or a table such as ``quotations-csv``.

    Raises ``InputError`` for a format that there is not; the message names all that there are.
    """
    from variorum.rendering import render_export

    return render_export(story, form)


def compare(pairs: Iterable[tuple[str, str, str]], *, models: Models) -> Iterator[tuple[str, Comparison]]:
    """Judge pairs of short texts ``(id, a, b)``: agree, conflict, update, refine, unrelated or unsure.

    A text that the pair before had on the same side is not read again, so pairs of one report are best given in a row.
    """
    from variorum.annotation.annotate import annotate_article
    from variorum.collation.comparing.compare import compare_texts
    from variorum.collation.encoder import RememberingEncoder

    last: dict[tuple[str, str], AnnotatedArticle] = {}
    encoder = None
    for id, a, b in pairs:
        sides = (("a", a), ("b", b))
        if models.encoder and not any(side in last for side in sides):
            encoder = RememberingEncoder(models.encoder)
        last = {(n, t): last.get((n, t)) or annotate_article(Article(f"{id}/{n}", t), models.pipeline) for n, t in sides}
        yield id, compare_texts(last["a", a], last["b", b], encoder)


def manifest(models: Models, digests: Mapping[str, str], corrections: Sequence[Correction] = ()) -> Manifest:
    """What a result is made of: versions, options, digests of models, inputs and corrections by hand (in any order)."""
    from importlib.metadata import version

    names = ("variorum", "spacy", "onnxruntime", "tokenizers", "numpy")
    digest = {models.pipeline.name: models.pipeline.digest}
    if models.encoder:
        digest[models.encoder.name] = models.encoder.digest
    if models.tagger:
        digest["attributions"] = models.tagger.digest
    if models.statements:
        digest["statements"] = models.statements.digest
    versions = {name: version(name) for name in names} | {models.pipeline.name: models.pipeline.version}
    options = dataclasses.asdict(models.config)
    if corrections:
        options["corrections"] = text_digest("\n".join(sorted(map(repr, set(corrections)))))
    return Manifest(versions, options, digest, dict(digests))
