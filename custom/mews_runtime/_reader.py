"""Reads answers the fast way, as long as that works, and else the plain way.

The fast way rests on what msgspec does with classes that are not its own. A release of it that
does otherwise costs speed, and never an answer.
"""

from __future__ import annotations

import logging
from functools import cache
from threading import Lock
from typing import TypeVar

import attrs
import msgspec

from . import _fast_reader
from ._finite import finite_in
from ._probe import misread
from ._wire_view import LeftToPlainReader, decoder

__all__ = ["FAST", "is_fast", "read", "works"]

_ModelT = TypeVar("_ModelT", bound=attrs.AttrsInstance)

_logger = logging.getLogger("mews_connector")
_lock = Lock()
# Which models are read the fast way, as far as they were read.
FAST: dict[type[attrs.AttrsInstance], bool] = {}


def read(model: type[_ModelT], body: bytes) -> _ModelT:
    """One object of the given type.

    Raises:
        InvalidResponseError: The text is no JSON, or no such object.
    """
    if is_fast(model):
        try:
            return _fast_reader.read(model, body)
        except LeftToPlainReader:
            pass
    from . import _plain_reader  # noqa: PLC0415 - hardly ever needed

    return _plain_reader.read(model, body)


def is_fast(model: type[attrs.AttrsInstance]) -> bool:
    """Whether the model is read the fast way."""
    found = FAST.get(model)
    if found is None:
        with _lock:
            found = FAST[model] = works() and _can_be_decoded(model)
    return found


@cache
def works() -> bool:
    """Whether msgspec fills models as expected."""
    try:
        text = misread(_fast_reader.read)
    except Exception as error:  # noqa: BLE001 - whatever another msgspec does, answers are read
        return _told(f"{type(error).__name__}: {error}")
    return text is None or _told(f"it misreads {text}")


def _can_be_decoded(model: type[attrs.AttrsInstance]) -> bool:
    try:
        decoder(model)
        finite_in(model)
    except Exception as error:  # noqa: BLE001 - as above
        return _told(f"{model.__name__}: {type(error).__name__}: {error}")
    return True


def _told(reason: str) -> bool:
    _logger.warning(
        "answers are read correctly but slowly, since msgspec %s does not work as expected (%s);"
        " install one that this release was made for",
        msgspec.__version__,
        reason,
    )
    return False
