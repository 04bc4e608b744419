"""The file of corrections by hand: TOML, one table an entry (``[[merge]]``, ``[[split]]``, ``[[rename]]``, ``[[retype]]``)."""

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any, cast, get_args

from variorum.errors import InputError
from variorum.records.annotation import EntityType
from variorum.records.corrections import Correction, Merge, Rename, Retype, Split

KEYS: Mapping[str, frozenset[str]] = {
    "merge": frozenset({"entities", "because"}),
    "split": frozenset({"entity", "article", "words", "nth", "into", "because"}),
    "rename": frozenset({"entity", "name", "because"}),
    "retype": frozenset({"entity", "type", "because"}),
}
"""The kinds of entry and their keys."""


def read_corrections(path: str) -> tuple[Correction, ...]:
    """The entries of the TOML file ``path``, each once, in an order that does not depend on theirs.

    Raises ``InputError`` naming file and entry where it cannot be read or an entry is not complete.
    """
    name = Path(path).name
    try:
        data = tomllib.loads(Path(path).read_text(encoding="utf-8-sig"))
    except OSError as problem:
        raise InputError(f"{path}: the corrections cannot be read ({problem.strerror}): name a file") from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as problem:
        raise InputError(f"{name}: it is not valid TOML in UTF-8 ({problem}): mend that place") from None
    if unknown := sorted(data.keys() - KEYS.keys()):
        raise InputError(f"{name}: there is no correction {unknown[0]!r}; write [[merge]], [[split]], [[rename]] or [[retype]]")
    found = {entry for kind in KEYS for entry in _entries(name, kind, data.get(kind, []))}
    return tuple(sorted(found, key=repr))


def _entries(name: str, kind: str, tables: Any) -> list[Correction]:
    if not isinstance(tables, list) or not all(isinstance(table, dict) for table in tables):
        raise InputError(f"{name}: {kind} is no list of entries; begin each with [[{kind}]] on a line of its own")
    return [_entry(f"{name}, {kind} {number}", kind, table) for number, table in enumerate(tables, 1)]


def _entry(place: str, kind: str, table: Mapping[str, Any]) -> Correction:
    if unknown := sorted(table.keys() - KEYS[kind]):
        raise InputError(f"{place}: there is no key {unknown[0]!r}; an entry may have {', '.join(sorted(KEYS[kind]))}")
    because = _text(place, table, "because", needed=False)
    match kind:
        case "merge":
            return Merge(_names(place, table.get("entities")), because)
        case "rename":
            return Rename(_text(place, table, "entity"), _text(place, table, "name"), because)
        case "retype":
            return Retype(_text(place, table, "entity"), _type(place, _text(place, table, "type")), because)
    return _split(place, table, because)


def _names(place: str, given: Any) -> tuple[str, ...]:
    names = sorted({n.strip() for n in given if isinstance(n, str)} - {""}) if isinstance(given, list) else []
    if len(names) < 2:
        raise InputError(f'{place}: it needs two names or ids or more; write entities = ["NAME OR ID", "NAME OR ID"]')
    return tuple(names)


def _type(place: str, given: str) -> EntityType:
    if given not in get_args(EntityType):
        raise InputError(f"{place}: there is no type {given!r}; choose one of {', '.join(get_args(EntityType))}")
    return cast(EntityType, given)


def _split(place: str, table: Mapping[str, Any], because: str) -> Split:
    into = _text(place, table, "into", needed=False)
    entity = _text(place, table, "entity", needed=False)
    if bool(entity) == bool("words" in table or "article" in table):
        raise InputError(f"{place}: name either an entity (the id of one article's) or a mention (article, words and nth)")
    if entity:
        return Split(entity=entity, into=into, because=because)
    nth = table.get("nth", 1)
    if type(nth) is not int or nth < 1:
        raise InputError(f"{place}: nth counts the places of the words from 1, {nth!r} is none")
    return Split("", _text(place, table, "article"), _text(place, table, "words"), nth, into, because)


def _text(place: str, table: Mapping[str, Any], key: str, *, needed: bool = True) -> str:
    value = table.get(key, "")
    if not isinstance(value, str) or (needed and not value.strip()):
        raise InputError(f'{place}: it needs {key} = "..."')
    return value.strip()
