"""Reports for the tests of collation: annotated by hand, and invented texts with planted copies for known truth."""

import random
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import accumulate
from pathlib import Path

import pytest

from variorum.annotation.annotate import annotate_article
from variorum.annotation.nlp import Pipeline
from variorum.collation.entities.find import merge_entities
from variorum.collation.naming.find import compare_naming
from variorum.encoding import SentenceEncoder, StatementEncoder, load_encoder, load_statements
from variorum.records.annotation import AnnotatedArticle, Entity, EntityType, Mention, Quotation, Role
from variorum.records.article import Article, Furniture, FurnitureKind, Published, Span
from variorum.records.provenance import Provenance
from variorum.records.story import Naming

SYLLABLES = ("ka", "ro", "min", "tel", "va", "sor", "li", "den", "pu", "gar", "he", "wan")


@dataclass(frozen=True, slots=True)
class Copy:
    """Characters ``a`` of article ``source`` were copied, with changes, to ``b`` of article ``to``."""

    source: str
    to: str
    a: Span
    b: Span


@pytest.fixture(scope="session")
def encoder() -> SentenceEncoder:
    return load_encoder()


@pytest.fixture(scope="session")
def statements() -> StatementEncoder:
    """What encodes the claims of a story."""
    return load_statements()


@pytest.fixture(scope="session")
def planted() -> Callable[..., tuple[list[Article], list[Copy]]]:
    return plant


def vocabulary(size: int, seed: int) -> list[str]:
    draw = random.Random(seed)
    made = dict.fromkeys("".join(draw.choices(SYLLABLES, k=draw.randint(1, 4))) for _ in range(size * 3))
    return list(made)[:size]


def plant(reports: int, *, share: float, changed: float, seed: int = 7) -> tuple[list[Article], list[Copy]]:
    """``reports`` articles of about 150 words; ``share`` of them hold a copied passage of 20 to 60 words of an earlier
    one, with ``changed`` of its words replaced, dropped or added."""
    draw = random.Random(seed)
    words = vocabulary(3000, seed)
    weights = list(accumulate(1 / (rank + 2.7) for rank in range(len(words))))
    bodies = [draw.choices(words, cum_weights=weights, k=draw.randint(90, 220)) for _ in range(reports)]
    plans: dict[int, tuple[int, int, int, int, int]] = {}
    for number in range(1, reports):
        source = draw.randrange(number)
        if draw.random() < share and source not in plans:
            size = draw.randint(20, 60)
            first = draw.randrange(len(bodies[source]) - size)
            passage = _changed(bodies[source][first : first + size], int(changed * size), words, draw)
            at = draw.randrange(len(bodies[number]))
            bodies[number][at:at] = passage
            plans[number] = (source, first, first + size, at, at + len(passage))
    articles = [Article(f"r{n:05d}", " ".join(body)) for n, body in enumerate(bodies)]
    copies = [
        Copy(f"r{s:05d}", f"r{n:05d}", _characters(bodies[s], a, b), _characters(bodies[n], c, d))
        for n, (s, a, b, c, d) in plans.items()
        if s not in plans
    ]
    return articles, copies


def _changed(passage: list[str], changes: int, words: list[str], draw: random.Random) -> list[str]:
    changed = list(passage)
    for place in sorted(draw.sample(range(len(passage)), changes), reverse=True):
        kind = draw.choice(("replace", "replace", "drop", "add"))
        if kind == "replace":
            changed[place] = draw.choice(words)
        elif kind == "drop":
            del changed[place]
        else:
            changed.insert(place, draw.choice(words))
    return changed


def _characters(body: list[str], first: int, after: int) -> Span:
    start = sum(len(w) + 1 for w in body[:first])
    return start, start + len(" ".join(body[first:after]))


def span_of(text: str, exact: str, nth: int = 1) -> Span:
    """Where ``exact`` stands in ``text`` for the ``nth`` time."""
    start = -1
    for _ in range(nth):
        start = text.index(exact, start + 1)
    return start, start + len(exact)


@dataclass(slots=True)
class Draft:
    """A report that is annotated by naming its words: entities by their mentions, quotations by their content."""

    id: str
    text: str
    outlet: str | None = None
    published: str | None = None
    entities: list[Entity] = field(default_factory=list)
    mentions: list[Mention] = field(default_factory=list)
    quotations: list[Quotation] = field(default_factory=list)
    furniture: list[Furniture] = field(default_factory=list)

    def entity(
        self,
        name: str,
        kind: EntityType,
        *also: str,
        roles: tuple[str, ...] = (),
        country: str | None = None,
        named: bool = True,
    ) -> str:
        """Add an entity that is mentioned by ``name`` and ``also`` at their first places, with ``roles``; return its id."""
        number = f"{self.id}/e{len(self.entities) + 1}"
        held = tuple(Role(r, span_of(self.text, r)) for r in roles)
        aliases = tuple(a for a in also if a != name)
        self.entities.append(Entity(number, name, kind, named, held, aliases if named else (), country))
        for form in dict.fromkeys((name, *also)):
            self.mentions.append(Mention(*span_of(self.text, form), "name" if named else "noun", kind, number))
        return number

    def quote(
        self,
        content: str,
        speaker: str | None = None,
        *,
        kind: str = "direct",
        act: str = "speech",
        cue: str = "",
        chain: tuple[str, ...] = (),
        medium: str = "",
        nth: int = 1,
        polarity: str = "positive",
        modality: str = "asserted",
    ) -> str:
        """Add a quotation with the given content; return its id."""
        number = f"{self.id}-q{len(self.quotations) + 1}"
        places = tuple((span_of(self.text, w),) if w else () for w in (cue, medium))
        links = chain or ((speaker,) if speaker else ())
        self.quotations.append(
            Quotation(
                number,
                "text",
                (span_of(self.text, content, nth),),
                places[0],
                (),
                kind,
                act,
                polarity,
                modality,
                speaker,  # type: ignore[arg-type]
                (),
                (),
                places[1],
                links,
                Provenance("quotations@1", None, ""),
            )
        )
        return number

    def mark(self, exact: str, kind: FurnitureKind) -> None:
        """Mark a piece of furniture."""
        self.furniture.append(Furniture(*span_of(self.text, exact), kind))

    def done(self) -> AnnotatedArticle:
        """The annotated article."""
        day = self.published
        return AnnotatedArticle(
            self.id,
            self.text,
            outlet=self.outlet,
            language="en",
            furniture=tuple(self.furniture),
            published=Published(day, "day", "metadata", day, day) if day else Published(),
            mentions=tuple(sorted(self.mentions, key=lambda m: (m.start, m.end))),
            entities=tuple(self.entities),
            quotations=tuple(self.quotations),
        )


@pytest.fixture(scope="session")
def draft() -> type[Draft]:
    return Draft


DATA = Path(__file__).resolve().parent / "data"


@pytest.fixture(scope="session")
def table() -> Callable[[str], list[dict[str, str]]]:
    """The rows of ``data/<name>.tsv`` by column; lines that start with # are comments."""

    def rows(name: str) -> list[dict[str, str]]:
        lines = [n for n in (DATA / f"{name}.tsv").read_text("utf-8").splitlines() if n and not n.startswith("#")]
        return [dict(zip(lines[0].split("\t"), line.split("\t"), strict=True)) for line in lines[1:]]

    return rows


@pytest.fixture(scope="session")
def told(pipeline: Pipeline) -> Callable[..., AnnotatedArticle]:
    """Annotates a text as a report: ``told(id, text, day=..., title=..., copy_of=...)``."""

    def annotated(
        name: str, text: str, *, day: str | None = "2031-05-20", title: str | None = None, copy_of: str | None = None
    ) -> AnnotatedArticle:
        published = Published(day, "day", "metadata", day, day) if day else Published()
        article = Article(name, text, title=title, published=published, language="en", duplicate_of=copy_of)
        return annotate_article(article, pipeline)

    return annotated


@pytest.fixture(scope="session")
def named() -> Callable[..., dict[str, Naming]]:
    """The naming entries of reports by their label."""

    def entries(*articles: AnnotatedArticle) -> dict[str, Naming]:
        return {n.label: n for n in compare_naming(articles, merge_entities(articles))}

    return entries
