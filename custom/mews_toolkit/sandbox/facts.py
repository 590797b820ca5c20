"""What is asserted about rows, and what is said where it does not hold."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from decimal import Decimal
from difflib import get_close_matches
from functools import cache
from types import UnionType
from typing import Union, get_args, get_origin, get_type_hints
from uuid import UUID

from msgspec import Struct

_TOLD = ("id", "created_utc", "state", "type", "currency", "gross_value", "external_identifier")
"""What is told of every row that has it, beside what was asked for."""

_MOST_TOLD = 20
_MISSING = object()


def check(kind: type[object] | None, facts: Mapping[str, object]) -> None:
    """Raises a `TypeError` for a fact that no row of this kind can have.

    It would never hold, which proves nothing where it is not to hold.
    """
    __tracebackhide__ = True
    for name, value in facts.items():
        if isinstance(value, float):
            raise TypeError(f"{name} is a Decimal or a text, never a float")
        if isinstance(value, datetime) and value.tzinfo is None:
            raise TypeError(f"{name} must say its time zone, such as tzinfo=UTC")
    if kind is None:
        return
    known = _names(kind)  # type: ignore[arg-type]  # mypy takes a class for unhashable
    for name in facts:
        if name not in known:
            near = get_close_matches(name, known, n=1)
            hint = f"; did you mean {near[0]!r}?" if near else ""
            raise TypeError(f"{kind.__name__} has no {name!r}{hint}")


def fits(row: object, facts: Mapping[str, object]) -> bool:
    """Whether all the facts hold for the row."""
    return all(_is(_fact(row, name, None), value) for name, value in facts.items())


def _is(there: object, wanted: object) -> bool:
    """Whether they are the same; numbers and ids may be wanted as text."""
    if isinstance(wanted, str) and isinstance(there, Decimal | UUID):
        return there == type(there)(wanted)
    return there == wanted


def told(
    kind: type[object] | None, facts: Mapping[str, object], rows: Sequence[object], found: int
) -> str:
    """What is wrong when so many rows were found, and what there is instead."""
    asked = ", ".join(f"{name}={value!r}" for name, value in facts.items())
    subject = "" if kind is None else f"{kind.__name__}: "
    if not rows:
        return f"{subject}none was added{', let alone with ' if asked else ''}{asked}."
    count = f"{found} of the {len(rows)} added" if asked else f"{found} were added"
    first = f"{subject}{count}{' have ' if asked else ''}{asked}. Added, newest first:"
    names = dict.fromkeys((*facts, *_TOLD))
    lines = [f"  {_line(row, names)}" for row in rows[:_MOST_TOLD]]
    if len(rows) > _MOST_TOLD:
        lines.append(f"  and {len(rows) - _MOST_TOLD} older ones")
    return "\n".join([first, *lines])


def _line(row: object, names: Mapping[str, None]) -> str:
    values = ((name, _fact(row, name, _MISSING)) for name in names)
    return ", ".join(
        f"{name}={value if isinstance(value, UUID | datetime | Decimal) else repr(value)}"
        for name, value in values
        if value is not _MISSING
    )


def _fact(row: object, name: str, default: object) -> object:
    """What goes by this name in the row: the outermost, and the first of several."""
    level = [row]
    while level:
        for part in level:
            value = getattr(part, name, _MISSING)
            if value is not _MISSING:
                return value
        level = [it for part in level for it in _parts(part)]
    return default


def _parts(value: object) -> Iterator[object]:
    if isinstance(value, Struct):
        for name in value.__struct_fields__:
            part = getattr(value, name)
            if isinstance(part, Struct):
                yield part


@cache
def _names(kind: type[object]) -> frozenset[str]:
    names: set[str] = set()
    for name, hint in get_type_hints(kind).items():
        if not name.startswith("_"):
            names.add(name)
            # Lists are not looked into.
            for part in get_args(hint) if get_origin(hint) in (Union, UnionType) else (hint,):
                if isinstance(part, type) and issubclass(part, Struct):
                    names |= _names(part)
    return frozenset(names)
