"""To which country and sector an actor of a political event belongs, as a code of six letters: ``USAGOV``, ``---REB``.

The first three letters are the ISO 3166 alpha-3 code of the country, the last three the sector of PLOVER; ``---`` and ``UNK``
stand where the text does not say. The list ``plover_sectors`` gives the sector of words, names and functions.
"""

import functools
import re
from collections.abc import Iterable, Iterator, Mapping

from variorum.annotation.coreference.references import References
from variorum.language.lexicon import word_list
from variorum.language.names import country
from variorum.records.annotation import Entity

NOWHERE, UNKNOWN = "---", "UNK"
WORD = re.compile(r"[^\W\d_][\w.'’-]*")
LONGEST = 3
"""Words of the longest phrase in the list that is looked up inside a name or function."""
OF_TYPE: Mapping[str, str] = {"government": "GOV", "people": "CVL"}
"""The sector of a type of entity of which no word says more."""


@functools.cache
def _sectors(language: str) -> tuple[Mapping[str, str], Mapping[str, int]]:
    """Word or phrase to its sector, and sector to its rank (the order of the list)."""
    found = {row["word"]: row["sector"] for row in word_list(language, "plover_sectors")}
    return found, {sector: rank for rank, sector in enumerate(dict.fromkeys(found.values()))}


def actor_codes(references: References, wanted: frozenset[str]) -> Mapping[str, str]:
    """The codes of the entities with the ids ``wanted``, by id."""
    return {entity.id: code_of(entity) for entity in references.entities if entity.id in wanted}


def code_of(entity: Entity) -> str:
    """The code of one entity, from its country, its functions, its names and its type."""
    return f"{_country(entity) or NOWHERE}{_sector(entity) or OF_TYPE.get(entity.type, UNKNOWN)}"


def _country(entity: Entity) -> str | None:
    """Its own country, else the first that a word of its name or of a function names ("Iraqi foreign minister")."""
    if entity.country is not None and re.fullmatch(r"[A-Z]{3}", entity.country):
        return entity.country
    texts = (*(role.text for role in entity.roles), *(() if entity.type == "person" else (entity.name,)))
    found = (country(phrase) for text in texts for phrase in _phrases(text) if phrase[:1].isupper())
    return next((land.code for land in found if land is not None), None)


def _phrases(text: str) -> Iterator[str]:
    """Runs of one to three words of ``text``, the longest first."""
    words = WORD.findall(text)
    for size in range(LONGEST, 0, -1):
        yield from (" ".join(words[at : at + size]) for at in range(len(words) - size + 1))


def _sector(entity: Entity) -> str | None:
    """The sector of a function before that of a name: a person's own name tells nothing."""
    said = _first_sector(role.text for role in entity.roles)
    if said is not None or (entity.type == "person" and entity.named):
        return said
    known = entity.type == "group" and entity.named
    return _first_sector((entity.name, *entity.aliases)) or ("REB" if known else None)


def _first_sector(texts: Iterable[str]) -> str | None:
    """The sector of lowest rank among all phrases of ``texts``; a word inside a longer phrase of the list does not count."""
    sectors, ranks = _sectors("en")
    found = [sectors[phrase] for text in texts for phrase in _listed(text.casefold(), sectors)]
    return min(found, key=lambda sector: ranks[sector], default=None)


def _listed(text: str, sectors: Mapping[str, str]) -> Iterator[str]:
    words = WORD.findall(text)
    at = 0
    while at < len(words):
        sizes = range(min(LONGEST, len(words) - at), 0, -1)
        size = next((n for n in sizes if " ".join(words[at : at + n]) in sectors), 0)
        if size:
            yield " ".join(words[at : at + size])
        at += size or 1
