"""An example's request as the call that sends it."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import Any, cast
from uuid import UUID

import attrs

from mews_runtime import Model, OpenEnum, Operation, PagedOperation

__all__ = ["python_call"]

_WIDTH = 88
_INDENT = "    "


def python_call(method: str, operation: Operation[Any], request: str, count: int | None) -> str:
    """The call of the method that sends this request; `count` is the size of the pages."""
    model = operation.request.from_json(request)
    paged = isinstance(operation, PagedOperation)
    sized = {"page_size": count} if paged and count is not None else {}
    begin = "async for row in" if paged else "result = await"
    called = _call(f"mews.{method}", _given(model) | sized, 0, len(begin) + 1)
    return f"{begin} {called}" + (":\n    print(row)\n" if paged else "\n")


def _given(model: Model) -> dict[str, object]:
    fields = [it for it in attrs.fields(type(model)) if not it.name.startswith("_")]
    values: dict[str, object] = {it.name: getattr(model, it.name) for it in fields}
    return {it.name: values[it.name] for it in fields if values[it.name] != it.default}


def _written(value: object, depth: int, column: int) -> str:  # noqa: PLR0911 - one each
    match value:
        case OpenEnum() if value.is_known:
            return f"models.{type(value).__name__}.{value.name}"
        case Model():
            return _call(f"models.{type(value).__name__}", _given(value), depth, column)
        case UUID():
            return f'UUID("{value}")'
        case Decimal():
            return f'Decimal("{value}")'
        case datetime():
            return _moment(value)
        case date():
            return f"date({value.year}, {value.month}, {value.day})"
        case list():
            items = [
                _written(each, depth + 1, _column(depth + 1))
                for each in cast("list[object]", value)
            ]
            return _bracketed("[", items, "]", depth, column)
        case str():
            return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'
        case bool() | int():
            return repr(value)
        case _:
            raise TypeError(
                f"no example has had a {type(value).__name__} yet: say how it is written"
            )


def _moment(value: datetime) -> str:
    parts = [value.year, value.month, value.day, value.hour, value.minute, value.second]
    while len(parts) > 3 and not parts[-1]:
        parts.pop()
    return f"datetime({', '.join(map(str, parts))}, tzinfo=UTC)"


def _call(name: str, keywords: dict[str, object], depth: int, column: int) -> str:
    items = [
        f"{keyword}={_written(value, depth + 1, _column(depth + 1) + len(keyword) + 1)}"
        for keyword, value in keywords.items()
    ]
    return _bracketed(f"{name}(", items, ")", depth, column)


def _column(depth: int) -> int:
    return len(_INDENT) * depth


def _bracketed(begin: str, items: list[str], end: str, depth: int, column: int) -> str:
    """In one line where it fits into one with a comma or colon behind it."""
    line = f"{begin}{', '.join(items)}{end}"
    if "\n" not in line and column + len(line) < _WIDTH:
        return line
    inner = _INDENT * (depth + 1)
    return f"{begin}\n" + "".join(f"{inner}{it},\n" for it in items) + _INDENT * depth + end
