"""Reading by msgspec straight into the models: what is in everyday use.

What it makes, and what it refuses where, is what `_plain_reader` says.
"""

from __future__ import annotations

from typing import TypeVar

import attrs
import msgspec

from ._json import decode_any
from ._unknown_variant import MET, keep_unknown
from ._wire_view import LeftToPlainReader, decoder
from .errors import InvalidResponseError

__all__ = ["read"]

_ModelT = TypeVar("_ModelT", bound=attrs.AttrsInstance)

# The last instant of .NET, in tenths of a microsecond, which msgspec would round to a later one.
_LAST_INSTANT = b'"9999-12-31T23:59:59.9999999Z"'

_syntax = msgspec.json.Decoder(msgspec.Raw)


def read(model: type[_ModelT], body: bytes) -> _ModelT:
    """One object of the given type.

    Raises:
        InvalidResponseError: The text is no JSON, or no such object.
        LeftToPlainReader: Only the plain way reads this text, or tells where its fault is.
    """
    if _LAST_INSTANT in body:
        raise LeftToPlainReader
    met: list[object] = []
    token = MET.set(met)
    try:
        result = decoder(model).decode(body)
        if met:
            keep_unknown(result, decode_any(body))
    except (msgspec.MsgspecError, RecursionError, UnicodeDecodeError) as error:
        message, path = _told(error, body)
    else:
        return result
    finally:
        MET.reset(token)
    raise InvalidResponseError(message, path=path, body=body)


def _told(error: Exception, body: bytes) -> tuple[str, str]:
    """The message and the place of a fault."""
    # Whether the text is cut or broken later on is not known yet, and matters more.
    try:
        _syntax.decode(body)
    except (msgspec.DecodeError, RecursionError) as broken:
        error = broken
    if not isinstance(error, msgspec.MsgspecError):
        return f"the text cannot be read ({type(error).__name__})", "$"
    message, *places = str(error).replace("`", "").split(" - at $")
    return message, "$" + "".join(reversed(places))
