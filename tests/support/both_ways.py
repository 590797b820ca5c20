"""One text read the fast way and the plain one, for comparison."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from attrs import frozen

from mews_connector import errors
from mews_runtime import Model, _fast_reader, _plain_reader
from mews_runtime._wire_view import LeftToPlainReader

__all__ = ["Outcome", "fast", "plain"]


@frozen(kw_only=True)
class Outcome:
    """What reading ended with.

    Attributes:
        model: What was read, if it was.
        written: Its repr, since equal values of two types look different only there.
        path: Where the fault is.
        message: What it is. Of a text that is no JSON, each parser says it in its own words.
        body: What the error keeps of the text.
    """

    model: Model | None = None
    written: str | None = None
    path: str | None = None
    message: str | None = None
    body: bytes | None = None


def fast(model: type[Model], body: bytes) -> Outcome:
    """What the fast way makes of it; what that leaves to the plain one is read so."""
    try:
        return _outcome(_fast_reader.read, model, body)
    except LeftToPlainReader:
        return plain(model, body)


def plain(model: type[Model], body: bytes) -> Outcome:
    """What the plain way makes of it."""
    return _outcome(_plain_reader.read, model, body)


def _outcome(read: Callable[[type[Any], bytes], Any], model: type[Model], body: bytes) -> Outcome:
    try:
        found = read(model, body)
    except errors.InvalidResponseError as error:
        message = error.message
        if message.startswith(("JSON is malformed", "Input data was truncated")):
            message = "JSON is malformed"
        return Outcome(path=error.path, message=message, body=error.body)
    return Outcome(model=found, written=repr(found))
