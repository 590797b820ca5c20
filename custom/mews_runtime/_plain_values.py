"""Single values of JSON as what a model holds."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal, InvalidOperation
from enum import Enum
from math import isinf
from typing import Any
from uuid import UUID

from ._plain_json import Fraction, Integer, Object, plain_text, whole_number
from ._read_fault import ReadFault

__all__ = ["mismatch", "value_reader"]

_KINDS: dict[type, str] = {
    str: "str",
    Integer: "int",
    Fraction: "float",
    bool: "bool",
    type(None): "null",
    list: "array",
    Object: "object",
}
_HEX = "[0-9a-fA-F]"
_ID = re.compile(f"{_HEX}{{8}}(-?){_HEX}{{4}}(?:\\1{_HEX}{{4}}){{2}}\\1{_HEX}{{12}}")
_DAY = re.compile("([0-9]{4})-([0-9]{2})-([0-9]{2})")
_INSTANT = re.compile(
    f"{_DAY.pattern}[Tt ]([0-9]{{2}}):([0-9]{{2}}):([0-9]{{2}})"
    r"(?:\.(?P<fraction>[0-9]+))?"
    r"(?P<zone>[Zz]|(?P<sign>[+-])(?P<hours>[01][0-9]|2[0-3]):?(?P<minutes>[0-5][0-9]))?"
)
# The last instant of .NET, which has tenths of a microsecond: rounded up there would be none.
_LAST_INSTANT = "9999-12-31T23:59:59.9999999Z"


def mismatch(expected: str, value: Any) -> ReadFault:
    """The fault that a value is of another kind, such as a text where a number belongs."""
    kind = _KINDS[type(value)]
    if isinstance(value, Integer | Fraction) and isinf(float(value)):
        return ReadFault("Number out of range")
    if isinstance(value, Integer) and not -(2**63) <= int(value) < 2**64:
        kind = "float"
    return ReadFault(f"Expected {expected}, got {kind}")


def value_reader(annotation: Any, or_null: str) -> Callable[[Any], Any]:
    """Reads values of one type; `or_null` is what else its faults call expected."""
    if issubclass(annotation, Enum):
        return _of_kind("str" + or_null, str, lambda text: annotation(plain_text(text)))
    if annotation is Decimal:
        return _amount_reader("decimal" + or_null)
    expected, kind, read = _VALUES[annotation]
    return _of_kind(expected + or_null, kind, read)


def _of_kind(expected: str, kind: type, read: Callable[[Any], Any]) -> Callable[[Any], Any]:
    def checked(value: Any) -> Any:
        if type(value) is not kind:
            raise mismatch(expected, value)
        return read(value)

    return checked


def _amount_reader(expected: str) -> Callable[[Any], Decimal]:
    """NaN and infinities are let through here: they count only where nothing takes their place."""

    def amount(value: Any) -> Decimal:
        if not isinstance(value, str):
            raise mismatch(expected, value)
        try:
            number = Decimal(plain_text(value))
        except InvalidOperation as error:
            raise ReadFault("Invalid decimal string") from error
        # A whole number has no negative zero.
        return number if number or type(value) is not Integer else Decimal(0)

    return amount


def _id(text: str) -> UUID:
    if not _ID.fullmatch(text):
        raise ReadFault("Invalid UUID")
    return UUID(text)


def _day(text: str) -> date:
    found = _DAY.fullmatch(text)
    try:
        if found is not None:
            return date(*map(int, found.groups()))
    except ValueError as error:
        raise ReadFault("Invalid RFC3339 encoded date") from error
    raise ReadFault("Invalid RFC3339 encoded date")


def _instant(text: str) -> datetime:
    if text == _LAST_INSTANT:
        return datetime.max.replace(tzinfo=UTC)
    found = _INSTANT.fullmatch(text)
    if found is None:
        raise ReadFault("Invalid RFC3339 encoded datetime")
    # Half a microsecond counts as a whole one.
    tenths = int(f"{found['fraction'] or '':0<7.7}")
    try:
        instant = datetime(*map(int, found.groups()[:6]), tzinfo=_zone(found))  # type: ignore[arg-type, misc]  # six numbers
        instant += timedelta(microseconds=(tenths + 5) // 10)
    except (ValueError, OverflowError) as error:
        raise ReadFault("Invalid RFC3339 encoded datetime") from error
    if found["zone"] is None:
        raise ReadFault("Expected datetime with a timezone component")
    return instant


def _zone(found: re.Match[str]) -> timezone:
    if found["sign"] is None:
        return UTC
    ahead = timedelta(hours=int(found["hours"]), minutes=int(found["minutes"]))
    return timezone(-ahead if found["sign"] == "-" else ahead)


_VALUES: dict[type, tuple[str, type, Callable[[Any], Any]]] = {
    str: ("str", str, plain_text),
    bool: ("bool", bool, bool),
    int: ("int", Integer, whole_number),
    UUID: ("uuid", str, _id),
    date: ("date", str, _day),
    datetime: ("datetime", str, _instant),
}
