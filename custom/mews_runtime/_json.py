"""Models to JSON and back, exactly.

Numbers never pass through float in either direction.
"""

from __future__ import annotations

from datetime import UTC, datetime
from decimal import Decimal
from types import NoneType
from typing import Any, TypeVar, cast
from uuid import UUID

import attrs
import msgspec

from ._fields import fields_of
from ._unknown_variant import UnknownVariant
from .errors import InvalidResponseError

__all__ = ["decode", "decode_any", "encode", "joined"]

_ModelT = TypeVar("_ModelT", bound=attrs.AttrsInstance)


def _of_subclass(value: object) -> object:
    """A value of another library's subclass, as the plain value that it is."""
    if isinstance(value, datetime):
        return value.isoformat().replace("+00:00", "Z")
    if isinstance(value, Decimal):
        return Decimal(value)
    if isinstance(value, str):
        return str.__str__(value)
    raise TypeError(f"{type(value).__name__} has no form in JSON")


_encoder = msgspec.json.Encoder(decimal_format="number", enc_hook=_of_subclass)
_any_decoder = msgspec.json.Decoder(float_hook=Decimal)


def encode(value: object) -> bytes:
    """The JSON text of a model, or of plain JSON values."""
    return _encoder.encode(_plain(value))


# Most values are plain as they are, and it takes long to find out what else they might be.
_PLAIN = frozenset({NoneType, UUID, Decimal, bool, int, str})


def _plain(value: object) -> object:
    return value if type(value) in _PLAIN else _made_plain(value)


def _made_plain(value: object) -> object:
    if attrs.has(type(value)):
        return _plain_object(value)
    if isinstance(value, UnknownVariant):
        return value.json.get("Value")
    if isinstance(value, datetime):
        return value.astimezone(UTC)
    if isinstance(value, list | tuple):
        return [_plain(item) for item in cast("list[object]", value)]
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in cast("dict[object, object]", value).items()}
    return value


def _plain_object(value: object) -> object:
    unknown: UnknownVariant | None = getattr(value, "_unknown", None)
    if unknown is not None:
        return unknown.json
    return {
        field.json: _plain(item)
        for field in fields_of(type(value))
        if (item := getattr(value, field.name)) is not None or field.required
    }


def joined(*objects: bytes) -> bytes:
    """One JSON object with the properties of several, in their order."""
    return b"{" + b",".join(each[1:-1] for each in objects if each != b"{}") + b"}"


def decode(model: type[_ModelT], body: bytes) -> _ModelT:
    """One object of the given type.

    Raises:
        InvalidResponseError: The text is no JSON, or no such object.
    """
    from . import _reader  # noqa: PLC0415 - nothing is read before there is an answer

    return _reader.read(model, body)


def decode_any(body: bytes) -> Any:
    """JSON as plain values, numbers with a point as `Decimal`.

    Raises:
        InvalidResponseError: The text is no JSON.
    """
    try:
        return _any_decoder.decode(body)
    except msgspec.MsgspecError as error:
        # Without names, as it is told here, a place within plain values helps nobody.
        reason, *_ = str(error).split(" - at `$")
    except (RecursionError, UnicodeDecodeError) as error:
        reason = f"the text cannot be read ({type(error).__name__})"
    except ArithmeticError:
        reason = "a number is too large even for Decimal"
    raise InvalidResponseError(reason, body=body)
