"""Steps that commands share: reading with problems reported, models, and one article at a time without losing the rest."""

import gc
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, TypeVar

from variorum.cli.faults import REPORT_IT, told
from variorum.cli.messages import Messages
from variorum.config import Config
from variorum.errors import InputError, VariorumError
from variorum.reading import Problem, read_corrections
from variorum.records.article import Article
from variorum.records.corrections import Correction

if TYPE_CHECKING:
    from variorum.pipeline import Models
    from variorum.records.annotation import AnnotatedArticle
    from variorum.records.story import Story

A = TypeVar("A")
B = TypeVar("B")

NOTHING = "nothing could be read: see the messages above; variorum --help says what can be read"


def read(sources: Iterable[str], messages: Messages) -> Iterator[Article]:
    """The articles of ``sources``; raises ``InputError`` at the end when there was none."""
    from variorum.pipeline import read as read_all

    found = False
    for article in read_all(sources, on_problem=messages.problem):
        found = True
        yield article
    if not found:
        raise InputError(NOTHING)


def models_for(config: Config, messages: Messages) -> "Models":
    """The models of ``config``, loaded."""
    from variorum.pipeline import load_models

    messages.working("loading models")
    models = load_models(config)
    gc.freeze()  # the models live to the end: without this, each collection walks all of them again
    return models


def annotate(articles: Iterable[Article], models: "Models", messages: Messages) -> "Iterator[AnnotatedArticle]":
    """Annotate article by article; one that fails is reported and left out."""
    from variorum.pipeline import annotate as annotate_all

    return each(articles, lambda article: next(annotate_all([article], models=models)), lambda article: article.id, messages)


def corrections_of(path: str | None) -> tuple[Correction, ...]:
    """The corrections in the file ``path``; none where no file is given."""
    return read_corrections(path) if path else ()


def report_corrections(path: str | None, stories: "Iterable[Story]", messages: Messages) -> None:
    """Say which corrections were made, and refuse by name those that were not."""
    found = {(n.kind != "correction", n.message) for s in stories for n in s.notices if n.kind.startswith("correction")}
    for refused, message in sorted(found):
        messages.problem(Problem(path or "corrections", message, refused=refused))


def each(items: Iterable[A], work: Callable[[A], B], name: Callable[[A], str], messages: Messages) -> Iterator[B]:
    """``work`` done on each item. One whose work fails by a fault of ours is reported by ``name`` and the rest goes on."""
    for item in items:
        try:
            result = work(item)
        except VariorumError:
            raise
        except Exception as fault:
            messages.problem(Problem(name(item), f"it could not be processed ({told(fault)})", REPORT_IT))
        else:
            yield result
