"""The parts of a long page that are laid out only when a reader opens them: compressed inside the page, each on one leaf."""

import base64
import json
import re
import zlib
from collections.abc import Iterable, Iterator, Sequence
from typing import TypeVar

from markupsafe import Markup

LONG_PAGE = 40
"""A story of more reports than this has its long lists and the texts of its reports on leaves."""
SMALL = 2000
"""Characters of markup below which a part stays where it is: a leaf would save nothing."""
SHEET = 100_000
"""Characters of markup that are compressed together: leaves alone are too short to compress well."""
_PLACES = re.compile(r' (id|data-r|data-leaf)="([^"]*)"')
_IN_REPORT = re.compile(r"[A-Z]+-")
"""How the anchors inside a report begin: the page finds those by the report's letter."""

Item = TypeVar("Item")


class Leaves:
    """Collects the leaves of one page while its templates are printed; a short page (``paged`` false) has none."""

    def __init__(self, *, paged: bool) -> None:
        self.paged = paged
        self.markup: list[str] = []

    def parts(self, found: Sequence[Item], size: int) -> list[tuple[int, Sequence[Item]]]:
        """``found`` in parts of ``size``, each with how many there are from its first on; in one part on a short page."""
        step = size if self.paged else max(len(found), 1)
        return [(len(found) - at, found[at : at + step]) for at in range(0, len(found), step)]

    def put(self, markup: Markup, label: str) -> Markup:
        """``markup`` itself, or the place where it is laid out later; ``label`` stands on the button that does so."""
        if not self.paged or len(markup) < SMALL:
            return markup
        self.markup.append(compact(markup))
        return Markup('<div class="leaf" data-leaf="{}" data-label="{}"></div>').format(len(self.markup) - 1, label)

    def few(self, found: Sequence[Item], limit: int) -> Sequence[Item]:
        """The first ``limit`` on a long page, all on a short one."""
        return found[:limit] if self.paged else found

    def many(self, found: Sequence[Item], limit: int) -> Sequence[Item]:
        """What ``few`` leaves out."""
        return found[limit:] if self.paged else found[:0]

    def data(self, speakers: Iterable[tuple[str, str]]) -> Markup:
        """The leaves as elements that no browser runs or shows, and an index of what stands where; nothing without leaves.

        An element is base64 of zlib (RFC 1950) of JSON. Those of leaves (``sheet-<number of the first>``) are lists of markup.
        The index has for each leaf the anchors on it (those inside report texts left out), the leaf that holds its place
        (``null``: the page), and the letters of the reports it has to do with; and the ``speakers`` as (anchor, name).
        """
        if not self.markup:
            return Markup("")
        packed = [_element(f"sheet-{first}", markup) for first, markup in self._sheets()]
        return Markup("\n").join((*packed, _element("leaf-index", self._index(speakers))))

    def _sheets(self) -> Iterator[tuple[int, list[str]]]:
        """The leaves in runs, each with the number of its first."""
        first, size = 0, 0
        for number, markup in enumerate(self.markup):
            if number > first and size + len(markup) > SHEET:
                yield first, self.markup[first:number]
                first, size = number, 0
            size += len(markup)
        yield first, self.markup[first:]

    def _index(self, speakers: Iterable[tuple[str, str]]) -> dict[str, list[object]]:
        parents: list[int | None] = [None] * len(self.markup)
        anchors, letters = list[object](), list[object]()
        for number, markup in enumerate(self.markup):
            found: dict[str, dict[str, None]] = {"id": {}, "data-r": {}, "data-leaf": {}}
            for name, value in _PLACES.findall(markup):
                found[name][value] = None
            for inner in found["data-leaf"]:
                parents[int(inner)] = number
            anchors.append([a for a in found["id"] if not _IN_REPORT.match(a)])
            letters.append(sorted({letter for value in found["data-r"] for letter in value.split()}))
        return {"anchors": anchors, "parents": [*parents], "letters": letters, "speakers": [*speakers]}


def compact(text: str) -> str:
    """``text`` without empty lines and indentation; doing it twice changes nothing, so that hashes of parts still hold."""
    return "\n".join(line.strip() for line in text.split("\n") if line.strip()) + "\n"


def _element(name: str, data: object) -> Markup:
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    packed = base64.b64encode(zlib.compress(text.encode(), 9)).decode()
    return Markup('<script type="application/octet-stream" id="{}">{}</script>').format(name, packed)
