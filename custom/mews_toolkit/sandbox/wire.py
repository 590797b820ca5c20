"""JSON as the API speaks it: numbers as decimals with every digit, instants in UTC with a Z."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from typing import Annotated, Any, TypeAlias, TypeVar, cast
from uuid import UUID

import msgspec

JsonObject: TypeAlias = Mapping[str, Any]
T = TypeVar("T")

DEEPEST = 64
"""Arrays and objects within each other, at most. Whatever looks at a body has enough stack then."""

_decoder = msgspec.json.Decoder(float_hook=Decimal)
_encoder = msgspec.json.Encoder(decimal_format="number")
_TOO_DEEP = f"The body is nested more than {DEEPEST} levels deep."
_Instant = Annotated[datetime, msgspec.Meta(tz=True)]


def decode(body: bytes) -> object:
    """Reads JSON.

    Raises `ValueError` for anything else, trailing commas included, for what is nested deeper than
    `DEEPEST`, and for a number whose exponent is beyond all decimals.
    """
    try:
        value = _decoder.decode(body)
    except (msgspec.DecodeError, UnicodeDecodeError, InvalidOperation) as error:
        raise ValueError("The body is not JSON.") from error
    except RecursionError as error:
        raise ValueError(_TOO_DEEP) from error
    if _is_too_deep(value):
        raise ValueError(_TOO_DEEP)
    return value


def _is_too_deep(value: object) -> bool:
    level = [value]
    for _ in range(DEEPEST):
        level = [part for it in level for part in _parts(it) if isinstance(part, dict | list)]
    return bool(level)


def _parts(value: object) -> Iterable[object]:
    if isinstance(value, dict):
        return cast("dict[str, object]", value).values()
    return cast("list[object]", value) if isinstance(value, list) else ()


def encode(value: object) -> bytes:
    """Writes JSON."""
    return _encoder.encode(value)


def read(shape: type[T], value: object) -> T:
    """Reads what the document has already found right into one of the sandbox's own shapes."""
    return msgspec.convert(value, shape)


def instant(text: str) -> datetime:
    """Reads an instant. Raises `msgspec.ValidationError` when it is none or says no offset."""
    return msgspec.convert(text, _Instant)


def day(text: str) -> date:
    """Reads a day. Raises `msgspec.ValidationError` when it is none."""
    return msgspec.convert(text, date)


def identifier(text: str) -> UUID:
    """Reads an id in its hyphened form.

    Raises `ValueError` or `msgspec.ValidationError` otherwise.
    """
    if len(text) != len("00000000-0000-0000-0000-000000000000"):
        raise ValueError("not a hyphened UUID")
    return msgspec.convert(text, UUID)
