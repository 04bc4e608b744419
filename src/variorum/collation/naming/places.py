"""Where the names of people and bodies stand in each report, found once for all of them."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from variorum.records.annotation import AnnotatedArticle
from variorum.records.article import Span
from variorum.records.story import StoryEntity

WORD = re.compile(r"\w+")
SHORTEST = 6
"""Characters of a full name that is more than so long; shorter ones stand inside mentions only."""

Places = list[tuple[StoryEntity, tuple[Span, ...]]]
Index = Mapping[str, Sequence[StoryEntity]]


def places_by_report(
    articles: Iterable[AnnotatedArticle], entities: Sequence[StoryEntity]
) -> Iterator[tuple[AnnotatedArticle, Places]]:
    """Each article with the entities named in its body and where, entities in the order given.

    Only entities that a report mentions or whose rarest-looking word stands in it are looked for.
    """
    by_word = _by_word(entities)
    rank = {e.id: n for n, e in enumerate(entities)}
    owners = {member: e for e in entities for member in e.members}
    for article in articles:
        own: dict[str, list[Span]] = {}
        for m in article.mentions:
            if m.kind == "name" and m.field == "text" and m.entity in owners:
                own.setdefault(owners[m.entity].id, []).append((m.start, m.end))
        near = {e.id: e for word in sorted({*WORD.findall(article.text), ""}) for e in by_word.get(word, ())}
        found = []
        for id in sorted(near, key=lambda id: rank[id]):
            if id in own or near[id].type == "person":
                places = _places(article.text, near[id], own.get(id, ()))
                if places:
                    found.append((near[id], places))
        yield article, found


def _by_word(entities: Iterable[StoryEntity]) -> dict[str, list[StoryEntity]]:
    """Entities under the longest word of each of their names."""
    found: dict[str, list[StoryEntity]] = {}
    for e in entities:
        for key in sorted({max(WORD.findall(name), key=len, default="") for name in (e.name, *e.aliases)}):
            found.setdefault(key, []).append(e)
    return found


def _places(text: str, entity: StoryEntity, own: Sequence[Span]) -> tuple[Span, ...]:
    """Full names anywhere, single words inside the mentions ``own`` only; a longer name wins over one inside it."""
    places: list[Span] = []
    for name in sorted({entity.name, *entity.aliases}, key=lambda n: (-len(n), n)):
        for m in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", text) if name in text else ():
            inside = any(s <= m.start() and m.end() <= e for s, e in own)
            taken = any(s < m.end() and m.start() < e for s, e in places)
            if not taken and (inside or (" " in name and len(name) > SHORTEST)):
                places.append(m.span())
    return tuple(sorted(places))
