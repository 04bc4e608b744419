"""A story in about twenty-five lines of a terminal."""

import textwrap
from collections.abc import Iterator, Sequence

from variorum.records import Story
from variorum.rendering.contents import Contents, make_contents
from variorum.rendering.differences import Difference, Side
from variorum.rendering.display import shorten
from variorum.rendering.edition import Report
from variorum.rendering.sayings import Speaker
from variorum.rendering.wording import count

WIDTH = 100
REPORTS, SPEAKERS, STATEMENTS = 5, 4, 2


def render_summary(story: Story, *, opens: str | None = None) -> str:
    """Counts, reports by origin, speakers with their key saying, the sharpest differences; no control characters.

    ``opens`` is what the last line tells the reader to open (a path or address).
    """
    contents = make_contents(story)
    parts = (
        _head(contents),
        _reports(contents),
        _speakers(contents),
        _differences(contents),
        _agreed(contents),
        ("", f"Open {opens}") if opens else (),
    )
    return "\n".join(line for part in parts for line in part) + "\n"


def _head(contents: Contents) -> Iterator[str]:
    speakers = sum(bool(s.sayings) for s in contents.sayings.speakers)
    copies = sum(r.copy_of is not None for r in contents.edition.reports)
    reports = count(len(contents.edition.reports), "report")
    yield shorten(contents.title, WIDTH)
    yield ", ".join(
        (
            f"{reports} ({count(copies, 'copy', 'copies')})" if copies else reports,
            count(len(contents.origins.groups), "origin"),
            count(speakers, "speaker"),
            f"came out {contents.dates}" if contents.dates != "undated" else "undated",
        )
    )


def _reports(contents: Contents) -> Iterator[str]:
    """The reports by origin, one line for each origin's first report, the others of it behind."""
    yield ""
    yield "Reports, by origin"
    groups = contents.origins.groups
    for group in groups[:REPORTS]:
        rest = "".join(f"; {r.letter} {r.name}" for r in group[1:])
        yield _line(f"{report_name(group[0])}{rest}")
    if len(groups) > REPORTS:
        yield f"  and {count(len(groups) - REPORTS, 'more origin')}"


def report_name(report: Report) -> str:
    """``A Daily Meridian, 4 May 2031``."""
    return f"{report.letter} {shorten(report.name, 60)}, {report.date}"


def _speakers(contents: Contents) -> Iterator[str]:
    speakers = [s for s in contents.sayings.speakers if s.sayings]
    if not speakers:
        return
    yield ""
    yield "Who said what"
    for speaker in speakers[:SPEAKERS]:
        yield _line(_key_saying(speaker))
    if len(speakers) > SPEAKERS:
        yield f"  and {count(len(speakers) - SPEAKERS, 'more speaker')}"


def _key_saying(speaker: Speaker) -> str:
    version = speaker.sayings[0].versions[0]
    role = f", {shorten(speaker.role, 40)}" if speaker.role else ""
    how = f"{version.how}: " if version.how and not version.quoted else ""
    words = f"“{version.words}”" if version.quoted else f"{how}{version.words}"
    return f"{speaker.name}{role} ({' '.join(speaker.letters)}): {words}"


def _differences(contents: Contents) -> Iterator[str]:
    yield ""
    if not contents.sharpest:
        yield "No difference was found that stands on exact words in two places"
        return
    yield "Where they differ most"
    for number, difference in enumerate(contents.sharpest, 1):
        yield from textwrap.wrap(
            f"{number} {difference_sentence(difference)}", WIDTH, initial_indent="  ", subsequent_indent="    "
        )


def difference_sentence(difference: Difference, *, words: int = 70) -> str:
    """``People killed: Daily Meridian (D) has “nine” (Tomas Ferreg), but ...``, with every side's exact words."""
    doubt = "" if difference.judgement == "conflict" else f" [{difference.judgement_label.lower()}]"
    return f"{difference.about}: {_sides(difference.sides, words)}{doubt}"


def _sides(sides: Sequence[Side], words: int) -> str:
    named = [None, *(side.first.cite.report.letter for side in sides)]
    told = [
        _side(side, words, again=before == side.first.cite.report.letter)
        for side, before in zip(sides[:3], named, strict=False)
    ]
    if len(sides) > 3:
        return "; ".join((*told, f"{len(sides) - 3} more"))
    return "; ".join(told[:-1]) + ", but " + told[-1]


def _side(side: Side, words: int, *, again: bool) -> str:
    cite, voice = side.first.cite, side.first.voice
    report = "it also" if again else f"{cite.report.name} ({cite.report.letter})"
    return f"{report} has “{shorten(cite.words, words)}”" + (f" ({voice})" if voice else "")


def _agreed(contents: Contents) -> Iterator[str]:
    """What most origins have and none disputes, whole statements first."""
    sure = sorted((s for s in contents.agreement.agreed if s.id not in contents.disputes), key=lambda s: not s.complete)
    if sure:
        yield ""
        yield "Most widely reported"
        for statement in sure[:STATEMENTS]:
            yield _line(f"{shorten(statement.words, WIDTH - len(statement.tally) - 6)} ({statement.tally})")


def _line(text: str) -> str:
    return "  " + shorten(text, WIDTH - 2)
