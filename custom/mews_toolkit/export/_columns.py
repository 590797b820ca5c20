"""Rows as cells: a column for every value that a row can hold, under the API's own names."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from decimal import Decimal
from functools import singledispatch
from types import NoneType, UnionType
from typing import Any, Union, cast, get_args, get_origin, get_type_hints
from uuid import UUID

import attrs
from attrs import frozen

__all__ = ["Column", "columns_of", "row_as_json", "text_of"]

# Deeper objects are written as JSON into one cell.
_DEEPEST = 3


@frozen
class Column:
    """One value of a row.

    Attributes:
        path: The names that lead to it, such as `Amount` and `GrossValue`.
        kind: Its type.
        value: Reads it from a row.
        is_required: Whether every row has it.
    """

    path: tuple[str, ...]
    kind: object
    value: Callable[[Any], object]
    is_required: bool = False

    @property
    def name(self) -> str:
        """The names, joined."""
        return ".".join(self.path)


def columns_of(model: type[Any]) -> list[Column]:
    """The columns of a model, in the order of its attributes."""
    return list(_columns(model, (), lambda row: row))


def _columns(
    model: type[Any], path: tuple[str, ...], read: Callable[[Any], Any]
) -> Iterator[Column]:
    hints = get_type_hints(model)
    for field in attrs.fields(model):
        if "json" not in field.metadata:
            continue
        here = (*path, str(field.metadata["json"]))
        kind = _only(hints[field.name])
        value = _reader(read, field.name)
        if isinstance(kind, type) and attrs.has(kind) and len(here) < _DEEPEST:
            yield from _columns(kind, here, value)
        else:
            yield Column(here, kind, value, is_required=field.default is attrs.NOTHING)


def _reader(read: Callable[[Any], Any], name: str) -> Callable[[Any], Any]:
    def value(row: Any) -> Any:
        holder = read(row)
        return None if holder is None else getattr(holder, name)

    return value


def _only(hint: object) -> object:
    if get_origin(hint) in (Union, UnionType):
        kinds = [each for each in get_args(hint) if each is not NoneType]
        return kinds[0] if len(kinds) == 1 else hint
    return hint


@singledispatch
def text_of(value: object) -> str:
    """A value as text: every digit of a number, instants in UTC, JSON for what has parts."""
    return _json(value)


@text_of.register
def _(value: None) -> str:  # noqa: ARG001 - its type says it all
    return ""


@text_of.register
def _(value: bool) -> str:  # noqa: FBT001 - a value as it comes
    return "true" if value else "false"


@text_of.register
def _(value: Decimal) -> str:
    return format(value, "f")


@text_of.register
def _(value: datetime) -> str:
    return value.astimezone(UTC).isoformat().replace("+00:00", "Z")


@text_of.register
def _(value: date) -> str:
    return value.isoformat()


# The enums of the API are texts as well.
@text_of.register(str)
@text_of.register(int)
@text_of.register(UUID)
def _(value: object) -> str:
    return str(value)


def row_as_json(row: Any) -> str:
    """A row as one line, as the API writes it."""
    text: bytes = row.to_json()
    return text.decode()


def _json(value: object) -> str:
    if attrs.has(type(value)):
        return row_as_json(value)
    if isinstance(value, list | tuple):
        return f"[{','.join(_json(each) for each in cast('list[object]', value))}]"
    if isinstance(value, dict):
        pairs = cast("dict[object, object]", value).items()
        return f"{{{','.join(f'{_quoted(key)}:{_json(each)}' for key, each in pairs)}}}"
    if value is None or isinstance(value, int | Decimal):
        return text_of(value) or "null"
    if isinstance(value, str | UUID | date):
        return _quoted(value)
    # An object of a kind that this version does not know, as it came.
    return _json(getattr(value, "json"))  # noqa: B009 - its type is not known here


def _quoted(value: object) -> str:
    return json.dumps(text_of(value), ensure_ascii=False)
