"""Records to and from JSON: dataclasses become objects with every key, tuples become lists, and back again."""

import dataclasses
import functools
import json
import types
import typing
from collections.abc import Hashable, Mapping
from typing import Any, TypeVar

T = TypeVar("T")

RENAMED = {"Relay": {"source": "from"}}
"""Keys whose JSON name is a Python keyword: record name -> field -> JSON key."""


def to_data(value: Any) -> Any:
    """Plain JSON data for ``value``: no key of the contract is left out, absent is ``null`` or ``[]``; a sparse key (one beyond
    the contract) is left out where it holds its default."""
    if dataclasses.is_dataclass(value):
        given = ((key, getattr(value, name), default) for name, key, default in _keys(typing.cast(Hashable, type(value))))
        return {key: to_data(held) for key, held, default in given if held != default}
    if isinstance(value, (list, tuple)):
        return [to_data(v) for v in value]
    if isinstance(value, Mapping):
        return {k: to_data(v) for k, v in value.items()}
    return value


@functools.cache
def _keys(cls: Hashable) -> tuple[tuple[str, str, Any], ...]:
    """Field name, JSON key, and the default that is left out (``MISSING``, equal to nothing, for keys always written)."""
    names = RENAMED.get(getattr(cls, "__name__", ""), {})
    fields = dataclasses.fields(typing.cast(Any, cls))
    return tuple((f.name, names.get(f.name, f.name), f.default if f.metadata else dataclasses.MISSING) for f in fields)


def to_json(value: Any, *, indent: int | None = None) -> str:
    """One JSON text for ``value``; without ``indent`` it is a single compact line."""
    separators = (",", ":") if indent is None else None
    return json.dumps(to_data(value), ensure_ascii=False, indent=indent, separators=separators)


def from_data(cls: type[T], data: Any) -> T:
    """Build a record of ``cls`` from JSON data; unknown keys are ignored, absent keys take the record's default.

    Raises ``ValueError`` naming the record and key where the data does not fit.
    """
    return typing.cast(T, _decoder(typing.cast(Hashable, cls))(data))


@functools.cache
def _decoder(hint: Hashable) -> Any:
    """A function from JSON data to a value of the type ``hint``."""
    if dataclasses.is_dataclass(hint) and isinstance(hint, type):
        return _record_decoder(hint)
    origin, args = typing.get_origin(hint), typing.get_args(hint)
    if origin in (types.UnionType, typing.Union):
        return _optional_decoder(args)
    if origin is tuple:
        return _tuple_decoder(args)
    if hint is float:
        return float
    return lambda data: data


def _record_decoder(cls: type[Any]) -> Any:
    hints, names = typing.get_type_hints(cls), RENAMED.get(cls.__name__, {})
    fields = [(f.name, names.get(f.name, f.name), _decoder(hints[f.name])) for f in dataclasses.fields(cls)]

    def decode(data: Any) -> Any:
        if not isinstance(data, Mapping):
            raise ValueError(f"a {cls.__name__} must be a JSON object, not {type(data).__name__}")
        try:
            return cls(**{name: decoder(data[key]) for name, key, decoder in fields if key in data})
        except TypeError as problem:
            raise ValueError(f"this is not a {cls.__name__}: {problem}") from None

    return decode


def _optional_decoder(args: tuple[Any, ...]) -> Any:
    inner = _decoder(next(a for a in args if a is not type(None)))
    return lambda data: None if data is None else inner(data)


def _tuple_decoder(args: tuple[Any, ...]) -> Any:
    if len(args) == 2 and args[1] is Ellipsis:
        each = _decoder(args[0])
        return lambda data: tuple(each(d) for d in data)
    parts = [_decoder(a) for a in args]
    return lambda data: tuple(part(d) for part, d in zip(parts, data, strict=True))
