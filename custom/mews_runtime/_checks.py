"""What is wrong with a request, found before anything is sent.

Faults name the argument and what to pass instead. They never repeat a value, which may be
a secret or a card number.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Iterable, Iterator
from datetime import UTC, date, datetime
from decimal import Decimal
from enum import Enum
from functools import cache
from typing import Any, cast, get_args, get_origin
from uuid import UUID

from ._card_number import holds_card_number, is_card_number, is_obfuscated
from ._duration import in_words, latest_end
from ._fields import Field, fields_of
from ._intervals import bounds
from ._model import Model
from ._unknown_variant import UnknownVariant

__all__ = ["model_faults", "value_faults"]

# An open end written as the year 9999 would be walked for hours before the first row comes.
_MOST_WINDOWS = 1000
_CARD_NUMBER = (
    "holds what looks like a whole payment card number;"
    " send at most its first six and last four digits, 411111******1111"
)
_HALF_A_CHARACTER = re.compile("[\ud800-\udfff]")


def model_faults(model: Model, path: str = "", *, cut: Container[str] = ()) -> Iterator[str]:
    """Every fault of a model: its types, its limits, its rules, all the way down.

    `cut` holds the attributes that are cut into parts as large as the API takes.
    """
    unknown: UnknownVariant | None = getattr(model, "_unknown", None)
    if unknown is not None:
        # It is sent as it was read, and what it means is not known here.
        yield from value_faults(unknown.json, path.rstrip("."))
        return
    for field in fields_of(type(model)):
        value: object = getattr(model, field.name)
        if value is None:
            if not field.nullable:
                yield f"{path}{field.name} is required"
            continue
        place = f"{path}{field.name}"
        if field.card_reference and isinstance(value, str):
            faults = list(_character_faults(value, place))
        else:
            faults = list(_typed_faults(value, field.type, place))
        yield from faults or _limit_faults(value, field, place, cut=field.name in cut)
    for rule in model.rules:
        for fault in rule.faults(model):
            yield f"{path.rstrip('.')}: {fault}" if path else fault


def value_faults(value: object, place: str) -> Iterator[str]:
    """Every fault of plain JSON values, as `call()` takes them."""
    if isinstance(value, dict):
        for key, item in cast("dict[object, object]", value).items():
            if isinstance(key, str):
                yield from _text_faults(key, f"{place or 'the request'}: a key")
                shown = "***" if holds_card_number(key) else key
                yield from value_faults(item, f"{place}.{shown}" if place else shown)
            else:
                yield f"{place}: keys must be str, not {type(key).__name__}"
    elif isinstance(value, list | tuple):
        for index, item in enumerate(cast("list[object]", value)):
            yield from value_faults(item, f"{place}[{index}]")
    elif isinstance(value, str):
        yield from _text_faults(value, place)
    elif isinstance(value, datetime):
        yield from _datetime_faults(value, place)
    elif isinstance(value, int | Decimal | float):
        yield from _number_faults(value, place)
    elif not isinstance(value, UUID | date | None):
        yield f"{place}: {type(value).__name__} has no form in JSON; pass plain values"


def _typed_faults(value: object, expected: Any, place: str) -> Iterable[str]:
    if type(value) is expected and expected in _ALWAYS_SOUND:
        return ()
    return _check_of(expected)(value, place)


@cache
def _check_of(expected: Any) -> Callable[[object, str], Iterator[str]]:
    """The check for values of a type; what kind of type it is takes long to find out."""
    if get_origin(expected) is list:
        item = get_args(expected)[0]
        return lambda value, place: _list_faults(value, item, place)
    if get_origin(expected) is dict:
        item = get_args(expected)[1]
        return lambda value, place: _dict_faults(value, item, place)
    if expected in _BY_TYPE:
        return _BY_TYPE[expected]
    return lambda value, place: _instance_faults(value, expected, place)


def _instance_faults(value: object, expected: Any, place: str) -> Iterator[str]:
    if not isinstance(value, expected) or (expected is date and isinstance(value, datetime)):
        yield _mismatch(place, _how_to_pass(expected), value)
    elif isinstance(value, UnknownVariant):
        yield from value_faults(value.json, place)
    elif isinstance(value, Model):
        yield from model_faults(value, f"{place}.")
    elif isinstance(value, str):
        yield from _text_faults(value, place)


def _list_faults(value: object, expected: Any, place: str) -> Iterator[str]:
    if not isinstance(value, list | tuple):
        yield _mismatch(place, "a list", value)
        return
    for index, item in enumerate(cast("list[object]", value)):
        yield from _typed_faults(item, expected, f"{place}[{index}]")


def _dict_faults(value: object, expected: Any, place: str) -> Iterator[str]:
    if not isinstance(value, dict):
        yield _mismatch(place, "a dict", value)
        return
    for key, item in cast("dict[object, object]", value).items():
        yield from _typed_faults(key, str, f"{place} key")
        yield from _typed_faults(item, expected, f"{place} value")


def _decimal_faults(value: object, place: str) -> Iterator[str]:
    if isinstance(value, float):
        yield f"{place}: a float is not exact; pass a Decimal made from text, Decimal('12.30')"
    elif isinstance(value, bool) or not isinstance(value, Decimal | int):
        yield _mismatch(place, "a Decimal", value)
    elif isinstance(value, Decimal) and not value.is_finite():
        yield f"{place}: NaN and infinities are no amounts; pass a finite Decimal"


def _number_faults(value: float | Decimal, place: str) -> Iterator[str]:
    """As `_decimal_faults`, for a number of which nothing tells that it is an amount."""
    if isinstance(value, float | Decimal):
        yield from _decimal_faults(value, place)
    if not isinstance(value, float) and is_card_number(value):
        yield f"{place}: {_CARD_NUMBER}"


def _datetime_faults(value: object, place: str) -> Iterator[str]:
    if not isinstance(value, datetime):
        yield _mismatch(place, "an aware datetime", value)
    elif value.utcoffset() is None:
        yield (
            f"{place}: a naive datetime does not say which instant it means;"
            " pass an aware one, datetime(..., tzinfo=UTC)"
        )
    elif not _has_utc(value):
        yield f"{place}: in UTC it is outside of the years 1 to 9999"


def _has_utc(value: datetime) -> bool:
    try:
        value.astimezone(UTC)
    except OverflowError:
        return False
    return True


def _int_faults(value: object, place: str) -> Iterator[str]:
    if not isinstance(value, int) or isinstance(value, bool):
        yield _mismatch(place, "an int", value)


def _text_faults(text: str, place: str) -> Iterator[str]:
    yield from _character_faults(text, place)
    if holds_card_number(text):
        yield f"{place}: {_CARD_NUMBER}"


def _character_faults(text: str, place: str) -> Iterator[str]:
    if not text.isascii() and _HALF_A_CHARACTER.search(text):
        yield f"{place}: holds half of a surrogate pair, which is no character; decode it properly"


def _limit_faults(value: object, field: Field, place: str, *, cut: bool) -> Iterator[str]:
    if isinstance(value, list | tuple):
        yield from _count_faults(len(cast("list[object]", value)), field, place, cut=cut)
    elif isinstance(value, str):
        if len(value) < field.min_length:
            yield f"{place}: is empty; {_way_out(field)} at least {field.min_length} character"
        if field.max_length is not None and len(value) > field.max_length:
            yield f"{place}: at most {field.max_length} characters, {len(value)} were given"
        if field.card_number and not is_obfuscated(value):
            yield (
                f"{place}: must be obfuscated;"
                " give at most the first six and last four digits, 411111******1111"
            )
    elif field.longest is not None:
        yield from _interval_faults(value, field.longest, place, cut=cut)


def _count_faults(count: int, field: Field, place: str, *, cut: bool) -> Iterator[str]:
    if count < field.min_items:
        yield f"{place}: is empty; {_way_out(field)} at least {field.min_items}"
    if field.max_items is not None and count > field.max_items and not cut:
        yield f"{place}: at most {field.max_items} at a time, {count} were given; split them"


def _way_out(field: Field) -> str:
    return "give" if field.required else "leave it out or give"


def _interval_faults(value: object, longest: str, place: str, *, cut: bool) -> Iterator[str]:
    start, end = bounds(value)
    if end < start:
        yield f"{place}: ends before it starts; swap the two"
    elif not cut and end > latest_end(start, longest):
        yield f"{place}: longer than the API allows ({in_words(longest)}); ask in parts"
    elif cut and end > latest_end(start, longest, times=_MOST_WINDOWS):
        yield (
            f"{place}: has to be read in over {_MOST_WINDOWS} windows ({in_words(longest)} each);"
            " let it start and end where the data does"
        )


def _how_to_pass(expected: Any) -> str:
    if expected is UUID:
        return "a UUID, such as uuid.UUID('...')"
    name: str = expected.__name__
    named = f"an {name}" if name.startswith(("A", "E", "I", "O")) else f"a {name}"
    return f"{named}, such as {name}('...')" if issubclass(expected, Enum) else named


def _mismatch(place: str, wanted: str, value: object) -> str:
    return f"{place}: pass {wanted}, not {type(value).__name__}"


# Whatever value of these types it is, it can be sent.
_ALWAYS_SOUND = frozenset({UUID, bool, date})

_BY_TYPE: dict[Any, Callable[[object, str], Iterator[str]]] = {
    object: value_faults,
    Decimal: _decimal_faults,
    datetime: _datetime_faults,
    int: _int_faults,
}
