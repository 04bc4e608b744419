"""Names of columns and keys: ours, and what others call the same, of which a reader is told."""

import difflib
from collections.abc import Iterable, Mapping

from variorum.language.lexicon import word_list
from variorum.reading.problems import Report

COLUMNS = ("file", "id", "text", "title", "outlet", "byline", "published", "url", "language")
CLOSE = 0.75
"""How like a known name a misspelt one is (ratio of ``difflib``)."""


def known_name(given: str) -> str:
    """The column that ``given`` is but for capitals; ``given`` itself where it is none of ours."""
    return given.lower() if given.lower() in COLUMNS else given


def note_unknown(given: Iterable[str], report: Report, *, what: str = "column", language: str = "en") -> None:
    """Say of each name that is not ours but seems to mean one of ours (that is not there) that it is kept and not used."""
    names = list(given)
    for name in names:
        meant = meant_by(name, language)
        if name and name not in COLUMNS and meant and meant not in names:
            report.notice(f"the {what} {name!r} is not known and kept as it is", f"rename it if {meant!r} is meant")


class Keys:
    """The keys met in one input of JSON, so that of each unknown one is told once. ``ours`` are never unknown."""

    def __init__(self, report: Report, ours: frozenset[str]) -> None:
        self.report = report
        self.met = set(ours)

    def meet(self, data: Mapping[str, object]) -> None:
        """Say of new keys in ``data`` that they are not known, where they seem to mean one of ours."""
        new = [key for key in data if key not in self.met and meant_by(key) not in data and meant_by(key) != "file"]
        note_unknown(new, self.report, what="key")
        self.met.update(new)


def meant_by(name: str, language: str = "en") -> str | None:
    """The column of ours that ``name`` is another word for, or a misspelling of."""
    words = {row["word"]: row["column"] for row in word_list(language, "column_names")}
    plain = "".join(c for c in name.casefold() if c.isalnum())
    near = difflib.get_close_matches(name.casefold(), COLUMNS, n=1, cutoff=CLOSE)
    return words.get(plain) or (near[0] if near else None)
