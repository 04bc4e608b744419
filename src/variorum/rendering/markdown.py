"""A story as Markdown: the sections of the page as text, every statement with its report and offsets."""

import re
from collections.abc import Iterator, Sequence

from variorum.records import Story
from variorum.rendering.agreement import Statement
from variorum.rendering.contents import Contents, make_contents
from variorum.rendering.differences import Difference, Side
from variorum.rendering.differing import marked_runs
from variorum.rendering.display import shorten
from variorum.rendering.edition import Cite
from variorum.rendering.edits import Piece
from variorum.rendering.other_words import OtherWords
from variorum.rendering.sayings import Saying
from variorum.rendering.wording import count, listing

_SPECIAL = re.compile(r"([\\`*_\[\]<>#|~])")


def plain(text: str) -> str:
    """``text`` with every character that Markdown or HTML would read as markup made harmless."""
    return _SPECIAL.sub(r"\\\1", text.replace("&", "&amp;")).replace("\\<", "&lt;").replace("\\>", "&gt;")


def render_markdown(story: Story) -> str:
    """The whole story as one Markdown text."""
    contents = make_contents(story)
    parts = (_head, _differences, _said, _agreed, _timeline, _origins, _naming, _alone, _notices)
    return "\n".join(line for part in parts for line in part(contents)) + "\n"


def _place(cite: Cite) -> str:
    title = "title " if cite.field == "title" else ""
    return f"{cite.report.letter} {plain(cite.report.name)}, {title}{cite.span[0]}–{cite.span[1]}"


def _quoted(cite: Cite, limit: int = 400) -> str:
    return f"“{plain(shorten(cite.words, limit))}” ({_place(cite)})"


def _head(contents: Contents) -> Iterator[str]:
    reports, origins = contents.edition.reports, contents.origins.groups
    yield f"# {plain(contents.title)}"
    yield ""
    yield f"{count(len(reports), 'report')}, {count(len(origins), 'origin')}, {contents.dates}"
    yield ""
    for report in reports:
        copy = f", copy of {report.copy_of}" if report.copy_of else ""
        yield f"- **{report.letter}** {plain(report.name)}, {plain(report.date)}: {plain(report.title)}{copy}"


def _differences(contents: Contents) -> Iterator[str]:
    yield from ("", "## Where they differ", "")
    if not contents.differences:
        yield "No difference was found that stands on exact words in two places."
    for difference in contents.differences:
        yield from _difference(difference)


def _difference(difference: Difference) -> Iterator[str]:
    yield f"- **{plain(difference.about)}** ({difference.kind_label.lower()}; {difference.judgement_label.lower()})"
    for side in difference.sides:
        for witness in side.witnesses:
            voice = f", {plain(witness.voice)}" if witness.voice else ""
            before, after = map(plain, witness.around())
            words = _differing(witness.cite, side, difference.reason)
            told = f"{before}_{words}_{after}" if before or after else f"“{words}”"
            yield f"  - {told} ({_place(witness.cite)}){voice}"
    if difference.reason:
        yield f"  - why: {plain(difference.reason)}"


def _differing(cite: Cite, side: Side, reason: str) -> str:
    """The words of a side, those that make the difference in bold."""
    runs = marked_runs(shorten(cite.words, 400), side.value, reason)
    return "".join(f"**{plain(run.text)}**" if run.marked else plain(run.text) for run in runs)


def _said(contents: Contents) -> Iterator[str]:
    yield from ("", "## Who said what")
    for speaker in contents.sayings.speakers:
        yield from ("", f"### {plain(speaker.name)}{f', {plain(speaker.role)}' if speaker.role else ''}", "")
        for saying in (*speaker.sayings, *speaker.stances):
            yield from _saying(saying)
    if contents.sayings.unresolved:
        yield from ("", "### Speaker not established", "")
        for saying in contents.sayings.unresolved:
            yield from _saying(saying)


def _saying(saying: Saying) -> Iterator[str]:
    act = f"*{saying.act_label}* " if saying.act_label else ""
    for i, version in enumerate(saying.versions):
        words = _marked(version.pieces) if version.pieces else plain(shorten(version.words, 900))
        words = f"“{words}”" if version.quoted else f"{plain(version.how + ': ') if version.how else ''}{words}"
        where = "; ".join(_place(c) for c in version.cites)
        given = f"given to {version.giver}" if version.giver else ""
        notes = [n for n in (version.relation if i else "", given, f"by way of {version.path}" if version.path else "") if n]
        yield f"{'  - ' if i else '- ' + act}{words} ({'; '.join([where, *map(plain, notes)])})"


def _marked(pieces: tuple[Piece, ...]) -> str:
    """Added words in bold, words left out struck through."""
    marks = {"equal": "{}", "insert": "**{}**", "delete": "~~{}~~"}
    return "".join(("" if p.tight else " ") + marks[p.op].format(plain(p.text)) for p in pieces).strip()


def _agreed(contents: Contents) -> Iterator[str]:
    groups = (
        ("What they agree on", contents.agreement.agreed),
        ("Repeated, all from one origin", contents.agreement.repeated),
        ("Said by some, disputed by others", contents.agreement.contested),
    )
    for title, statements in groups:
        if statements:
            yield from ("", f"## {title}", "")
            for statement in statements:
                yield from _statement(statement, contents.other_words.get(statement.id, ()))


def _statement(statement: Statement, wordings: Sequence[OtherWords]) -> Iterator[str]:
    yield f"- {plain(statement.words)} ({statement.tally})"
    if wordings:
        yield f"  - told as: {'; '.join(f'{plain(w.words)} ({listing(w.letters)})' for w in wordings)}"
    for cite, voice in statement.members:
        yield f"  - {_quoted(cite)}{f', {plain(voice)}' if voice else ''}"


def _timeline(contents: Contents) -> Iterator[str]:
    entries = (*contents.chronology.entries, *contents.chronology.undated)
    if entries:
        yield from ("", "## When it happened", "", "| when | what | standing | origins | where |", "|---|---|---|---|---|")
    for entry in entries:
        where = "; ".join(_place(c) for c in entry.cites)
        yield f"| {entry.when} | {plain(entry.text)} | {entry.status_label} | {entry.origins} | {where} |"


def _origins(contents: Contents) -> Iterator[str]:
    origins = contents.origins
    if origins.handovers or origins.copies:
        yield from ("", "## Where it comes from", "")
    for group in origins.groups:
        if len(group) > 1:
            yield f"- one origin: {', '.join(f'{r.letter} {plain(r.name)}' for r in group)}"
            yield from (f"  - {t.reason}" for t in contents.ties if t.report in group)
    for handover in origins.handovers:
        words = "; ".join(_quoted(c, 120) for c in handover.cites[:3])
        yield f"- {plain(handover.source)} → {handover.to.letter} {plain(handover.to.name)} ({handover.basis}): {words}"
    for copied in origins.copies:
        kind = "word for word" if copied.kind == "verbatim" else "with changes"
        yield f"- copied {kind}: “{plain(copied.words)}” ({'; '.join(_place(c) for c in copied.cites)})"


def _naming(contents: Contents) -> Iterator[str]:
    if contents.tables:
        yield from ("", "## What they call it", "")
    for table in contents.tables:
        for named in table.columns:
            yield f"- **{plain(named.label)}**"
            for mark, wordings in named.wordings.items():
                yield f"  - {mark}: {'; '.join(f'{_quoted(w.cite, 80)} ×{w.times}' for w in wordings)}"


def _alone(contents: Contents) -> Iterator[str]:
    if contents.lone:
        yield from ("", "## Only one report has it", "")
    for lone in contents.lone:
        for own in lone.exclusives:
            yield f"- {'; '.join(_quoted(c) for c in own.cites)}"
        for statement in lone.missing:
            yield f"- not in {lone.report.letter}, though in most others: {plain(statement.words)}"


def _notices(contents: Contents) -> Iterator[str]:
    notices = contents.edition.story.notices
    if notices:
        yield from ("", "## To know about this run", "")
        for notice in notices:
            yield f"- {plain(' '.join(notice.message.split()))}"
