"""Rows into articles: what is given is checked, title, furniture and date are found."""

import dataclasses
import itertools
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, get_args

from variorum.reading.annotated import decode_annotated
from variorum.reading.furniture import Dateline, cut_lines, find_datelines, find_furniture
from variorum.reading.limits import ARTICLE_CHARACTERS
from variorum.reading.press import outlet_of
from variorum.reading.problems import Report
from variorum.reading.published import BadDate, find_published, read_published
from variorum.reading.row import Row
from variorum.reading.title import find_masthead, find_title, locate_title
from variorum.records.annotation import AnnotatedArticle
from variorum.records.article import Article, Furniture, FurnitureKind, Published, Span
from variorum.records.codec import from_data

STRINGS = ("outlet", "byline", "url", "language", "duplicate_of", "event", "story")
OWN = frozenset(field.name for field in dataclasses.fields(AnnotatedArticle))
LONGEST_TITLE = 2_000
WORTHLESS = "check the file, or leave it out"


@dataclass(frozen=True, slots=True)
class _Given:
    """A row whose text can be read, and where to say what is wrong with the rest of it."""

    data: Mapping[str, Any]
    text: str
    report: Report
    place: str

    def notice(self, message: str, advice: str) -> None:
        self.report.notice(message, advice, place=self.place)

    def string(self, key: str) -> str | None:
        """The string under ``key`` (a list of strings joined); ``None`` for an empty or unfit value."""
        value = self.data.get(key)
        if isinstance(value, list) and all(isinstance(item, str) for item in value):
            value = ", ".join(value)
        return value.strip() or None if isinstance(value, str) else None

    def unfit(self) -> tuple[str, ...]:
        """The keys of values that should be strings and are not."""
        found = (key for key in ("title", *STRINGS) if self.data.get(key) not in (None, [], "") and self.string(key) is None)
        return tuple(key for key in found if not isinstance(self.data[key], str))


def article_of(row: Row, id: str, report: Report, *, language: str = "en") -> Article | None:
    """The article of ``row`` under ``id``; ``None`` (reported) where it has no text that can be read.

    An annotated row becomes an ``AnnotatedArticle``. Values of a wrong kind are kept under ``extra`` with a notice; an
    impossible date is a problem, and the article is read without one.
    """
    if not _readable(row, report):
        return None
    if annotated := decode_annotated(row.data, id, report, place=row.place):
        return annotated
    given = _Given(row.data, row.data["text"], report, row.place)
    title, title_span = _title(given, language)
    furniture = _given_furniture(given)
    strings = {key: given.string(key) for key in STRINGS}
    outlet = strings["outlet"] or find_masthead(given.text, language=language)
    if furniture is None:
        furniture = find_furniture(given.text, title_span=title_span, language=language, outlet=outlet)
    if title_span and title is None:
        title = _without(given.text, title_span, furniture)
    article = Article(
        id=id,
        text=given.text,
        title=title,
        title_span=title_span,
        published=_published(given),
        furniture=furniture,
        extra=_extra(given),
        **{**strings, "outlet": outlet},
    )
    return _from_text(article, language)


def _readable(row: Row, report: Report) -> bool:
    """Whether the row has a text; why not is reported."""
    text = row.data.get("text")
    if not isinstance(text, str):
        has = ", ".join(str(key) for key in list(row.data)[:6]) or "nothing"
        message = "it has no text" if text is None else f"its text is {type(text).__name__}, not a string"
        report.refuse(f"{message} (it has: {has})", "put the report under the key 'text'", place=row.place)
    elif not text.strip():
        report.refuse("it is empty", WORTHLESS, place=row.place)
    elif len(text) > ARTICLE_CHARACTERS:
        message = f"it has {len(text):,} characters; one report may have {ARTICLE_CHARACTERS:,}"
        report.refuse(message, "split it into single reports", place=row.place)
    elif not any(c.isalpha() for c in text):
        report.refuse("there are no words in it", WORTHLESS, place=row.place)
    else:
        return True
    return False


def _extra(given: _Given) -> dict[str, Any]:
    """Unknown keys, and known ones whose value is unfit."""
    nested = given.data.get("extra")
    extra = dict(nested) if isinstance(nested, Mapping) else {"extra": nested} if nested else {}
    extra |= {key: value for key, value in given.data.items() if key not in OWN}
    for key in given.unfit():
        extra[key] = given.data[key]
        given.notice(f"its {key} is not a string and is kept under 'extra'", f"write the {key} as a string")
    return extra


def _title(given: _Given, language: str) -> tuple[str | None, Span | None]:
    """The title given, else the one that the text begins with (its span alone), and where in the text it stands."""
    title = given.string("title")
    if title and len(title) > LONGEST_TITLE:
        given.notice(f"its title has {len(title):,} characters and is not used", "shorten it")
        title = None
    if "title_span" in given.data:
        span = given.data["title_span"]
        fits = isinstance(span, list) and len(span) == 2 and all(type(at) is int for at in span)
        return title, (span[0], span[1]) if fits and 0 <= span[0] < span[1] <= len(given.text) else None
    if title:
        return title, locate_title(given.text, title)
    return None, find_title(given.text, language=language)


def _without(text: str, span: Span, furniture: tuple[Furniture, ...]) -> str:
    """The words at ``span`` less the furniture in them."""
    starts = [span[0], *(f.end for f in furniture if span[0] <= f.start < span[1])]
    ends = [*(f.start for f in furniture if span[0] <= f.start < span[1]), span[1]]
    return "".join(text[start:end] for start, end in zip(starts, ends, strict=True)).strip()


def _published(given: _Given) -> Published:
    try:
        return read_published(given.data.get("published"))
    except BadDate as problem:
        message = f"{problem}; the article is read without a date"
        given.report.refuse(message, 'write published as "2018-03-03"', place=given.place)
        return Published()


def _given_furniture(given: _Given) -> tuple[Furniture, ...] | None:
    """The furniture of our own output; ``None`` where there is none or it does not fit the text."""
    if not isinstance(given.data.get("furniture"), list):
        return None
    try:
        pieces: tuple[Furniture, ...] = from_data(tuple[Furniture, ...], given.data["furniture"])
        edges = [0, *(at for piece in pieces for at in (piece.start, piece.end)), len(given.text)]
        ordered = all(a <= b for a, b in itertools.pairwise(edges))
    except (ValueError, TypeError):
        return None
    sound = all(piece.start < piece.end and piece.kind in get_args(FurnitureKind) for piece in pieces)
    return pieces if ordered and sound else None


def _from_text(article: Article, language: str) -> Article:
    """``article`` with the date, outlet and byline that its own words give where its metadata do not."""
    covered = {piece.start for piece in article.furniture if piece.kind == "dateline"}
    lines = tuple(line for line in cut_lines(article.text) if line.start in covered)
    datelines = tuple(find_datelines(article.text, lines, language))
    published = article.published
    if published.basis == "unknown":
        published = find_published(article, datelines, language)
    outlet = article.outlet or outlet_of(article.url, _first_source(datelines), language)
    return dataclasses.replace(article, published=published, outlet=outlet, byline=article.byline or _byline(article))


def _first_source(datelines: tuple[Dateline, ...]) -> str | None:
    return datelines[0].source if datelines else None


def _byline(article: Article) -> str | None:
    """The names of a byline above the report."""
    for piece in article.furniture:
        line = article.text[piece.start : piece.end]
        if piece.kind == "byline" and line[:3].casefold() == "by " and piece.end * 2 < len(article.text):
            return line[3:].strip()
    return None
