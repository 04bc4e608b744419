"""The page: one self-contained HTML file for a story, or for a run in which every report is alone."""

import base64
import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.resources import files
from typing import Any
from urllib.parse import urlsplit

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from variorum.records import AnnotatedArticle, Notice, Story
from variorum.rendering.contents import make_contents
from variorum.rendering.differing import marked_runs
from variorum.rendering.display import clean, shorten
from variorum.rendering.dossier.front import make_front
from variorum.rendering.dossier.leaves import LONG_PAGE, Leaves, compact
from variorum.rendering.dossier.sections import make_sections
from variorum.rendering.edition import NO_OUTLET
from variorum.rendering.evidence import find_marks
from variorum.rendering.marking import by_report, transcribe
from variorum.rendering.wording import published_label


@dataclass(frozen=True, slots=True)
class StoryLink:
    """A further story, or a report that is not part of this one; ``href`` is relative to the page or ``None``."""

    title: str
    href: str | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Measurement:
    """Measured quality of one kind of finding, in words: the page shows the values as they are given."""

    finding: str
    precision: str
    recall: str
    source: str


def render_dossier(story: Story, *, neighbours: tuple[StoryLink, ...] = (), measured: tuple[Measurement, ...] = ()) -> str:
    """The whole page for ``story`` as HTML text: no other file is needed, nothing is fetched, all text is escaped."""
    contents = make_contents(story)
    marks = by_report(find_marks(contents))
    return _render(
        "dossier.html",
        title=contents.title,
        contents=contents,
        sections=make_sections(contents),
        by_letter={r.letter: r for r in contents.edition.reports},
        no_outlet=NO_OUTLET,
        front=make_front(contents),
        transcripts=[transcribe(r, marks.get(r.letter, ())) for r in contents.edition.reports],
        notices=[clean(n.message) for n in story.notices],
        measured=measured,
        manifest=_manifest(story),
        neighbours=_links(neighbours),
        story_id=clean(story.id),
        leaves=Leaves(paged=len(contents.edition.reports) > LONG_PAGE),
        speakers=[(s.anchor, s.name) for s in contents.sayings.speakers],
    )


def render_empty(
    reports: Sequence[AnnotatedArticle], notices: Sequence[Notice] = (), *, neighbours: tuple[StoryLink, ...] = ()
) -> str:
    """The page for a run in which no two reports tell one story: it names them and says so."""
    ordered = sorted(reports, key=lambda a: (a.published.earliest or "9999", a.id))
    rows = [
        (
            clean(a.title or "") or shorten(clean(a.text), 80),
            clean(a.outlet or "") or NO_OUTLET,
            published_label(a.published),
            clean(a.id),
        )
        for a in ordered
    ]
    return _render(
        "empty.html",
        title="No common story",
        rows=rows,
        leaves=Leaves(paged=False),
        notices=[clean(n.message) for n in notices],
        neighbours=_links(neighbours),
    )


def _render(template: str, **values: Any) -> str:
    room = files("variorum.rendering.dossier")
    files_of = (("dossier.css",), ("leaves.js", "dossier.js"))
    style, script = (compact("\n".join(room.joinpath(n).read_text(encoding="utf-8") for n in names)) for names in files_of)
    page = (
        _environment()
        .get_template(template)
        .render(style=Markup(style), style_hash=_hash(style), script=Markup(script), script_hash=_hash(script), **values)
    )
    return compact(page)


def _environment() -> Environment:
    made = Environment(
        loader=PackageLoader("variorum.rendering.dossier"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters |= {"shorten": shorten, "clean": clean, "web_address": web_address, "marked_runs": marked_runs}
    return made


def _hash(text: str) -> str:
    """What the content security policy allows: exactly this style, exactly this script."""
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


def web_address(url: str) -> str:
    """``url`` where it is a plain http or https address, else nothing: other schemes can run code."""
    try:
        parts = urlsplit(url.strip())
    except ValueError:
        return ""
    return url.strip() if parts.scheme in ("http", "https") and parts.netloc else ""


def _links(neighbours: Sequence[StoryLink]) -> list[StoryLink]:
    return [StoryLink(clean(n.title), _relative(n.href), clean(n.note)) for n in neighbours]


def _relative(href: str | None) -> str | None:
    """``href`` where it stays beside the page (no scheme, no host)."""
    if not href or href.startswith(("/", "\\")) or ":" in href.split("/", 1)[0]:
        return None
    return href


def _manifest(story: Story) -> list[tuple[str, str, str]]:
    parts = (
        ("version", story.manifest.versions),
        ("setting", story.manifest.configuration),
        ("model", story.manifest.models),
        ("input", story.manifest.inputs),
    )
    return [(what, clean(str(k)), shorten(clean(str(v)), 100)) for what, values in parts for k, v in sorted(values.items())]
