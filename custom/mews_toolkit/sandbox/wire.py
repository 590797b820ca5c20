"""JSON as the API speaks it: numbers as decimals with every digit, instants in UTC with a Z."""

from collections.abc import Mapping
from datetime import datetime
from decimal import Decimal
from typing import Annotated, Any, TypeAlias, TypeVar
from uuid import UUID

import msgspec

JsonObject: TypeAlias = Mapping[str, Any]
T = TypeVar("T")

_decoder = msgspec.json.Decoder(float_hook=Decimal)
_encoder = msgspec.json.Encoder(decimal_format="number")
_Instant = Annotated[datetime, msgspec.Meta(tz=True)]


def decode(body: bytes) -> object:
    """Reads JSON. Raises `msgspec.DecodeError` for anything else, trailing commas included."""
    return _decoder.decode(body)


def encode(value: object) -> bytes:
    """Writes JSON."""
    return _encoder.encode(value)


def read(shape: type[T], value: object) -> T:
    """Reads what the document has already found right into one of the sandbox's own shapes."""
    return msgspec.convert(value, shape)


def instant(text: str) -> datetime:
    """Reads an instant. Raises `msgspec.ValidationError` when it is none or says no offset."""
    return msgspec.convert(text, _Instant)


def identifier(text: str) -> UUID:
    """Reads an id in its hyphened form.

    Raises `ValueError` or `msgspec.ValidationError` otherwise.
    """
    if len(text) != len("00000000-0000-0000-0000-000000000000"):
        raise ValueError("not a hyphened UUID")
    return msgspec.convert(text, UUID)
