"""Reading by msgspec straight into the models: what is in everyday use.

What it makes, and what it refuses where, is what `_plain_reader` says.
"""

from __future__ import annotations

import re
from operator import attrgetter
from typing import Any, TypeVar

import attrs
import msgspec

from ._columns import columns
from ._finite import finite_in
from ._json import decode_any
from ._unknown_variant import keep_unknown
from ._variants import TaggedProperties
from ._wire_view import LeftToPlainReader, decoder, older_names
from .errors import InvalidResponseError

__all__ = ["read"]

_ModelT = TypeVar("_ModelT", bound=attrs.AttrsInstance)

# Of a text with a fault, what may be none: the last instant of .NET, in tenths of a microsecond,
# which msgspec cannot round. Escaped characters can spell it as well.
_MISTAKABLE = re.compile(rb"9999-12-31T23:59:59\.9999999Z|\\u(?!d[89a-f])", re.IGNORECASE)

_syntax = msgspec.json.Decoder(msgspec.Raw)
_discriminator_of = attrgetter("discriminator")


def read(model: type[_ModelT], body: bytes) -> _ModelT:
    """One object of the given type.

    Raises:
        InvalidResponseError: The text is no JSON, or no such object.
        LeftToPlainReader: Only the plain way reads this text, or tells where its fault is.
    """
    try:
        with older_names():
            result = decoder(model).decode(body)
        # Looked at afterwards: a call for each number takes longer than reading it does.
        if not finite_in(model)(result):
            raise LeftToPlainReader
        unknown = _unknown_in(result)
        if unknown:
            keep_unknown(result, decode_any(body), unknown)
    except (msgspec.MsgspecError, RecursionError, UnicodeDecodeError) as error:
        if _MISTAKABLE.search(body):
            raise LeftToPlainReader from error
        message, path = _told(error, body)
    else:
        return result
    raise InvalidResponseError(message, path=path, body=body)


def _unknown_in(result: object) -> list[object]:
    """The objects with a discriminator that this version does not know."""
    found: list[object] = []
    for column in columns(type(result), [result], TaggedProperties):
        objects: list[Any] = list(column)
        known = {None, *objects[0].variants}
        if not known.issuperset(map(_discriminator_of, objects)):
            found.extend(each for each in objects if each.discriminator not in known)
    return found


def _told(error: Exception, body: bytes) -> tuple[str, str]:
    """The message and the place of a fault."""
    # Whether the text is cut or broken later on is not known yet, and matters more.
    try:
        _syntax.decode(body)
    except (msgspec.DecodeError, RecursionError) as broken:
        # Not kept in a variable: it holds this frame, so all who wait for it would stay in memory.
        return _in_words(broken)
    return _in_words(error)


def _in_words(error: Exception) -> tuple[str, str]:
    if not isinstance(error, msgspec.MsgspecError):
        return f"the text cannot be read ({type(error).__name__})", "$"
    message, *places = str(error).replace("`", "").split(" - at $")
    return message, "$" + "".join(reversed(places))
