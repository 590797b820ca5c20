"""All that can become visible of errors, events and log records."""

from __future__ import annotations

import contextlib
import logging
import pickle
import sys
from collections.abc import Iterable, Iterator
from traceback import TracebackException, walk_tb
from typing import Any

from rich.pretty import pretty_repr
from rich.traceback import Traceback
from structlog.tracebacks import ExceptionDictTransformer

from mews_toolkit import sandbox
from support.clients import ACCESS_TOKEN, CLIENT_TOKEN

__all__ = ["escaped", "keeps", "shown_of_error", "shown_of_record", "shown_of_value"]

_STRUCTLOG = ExceptionDictTransformer(
    show_locals=True, locals_max_length=sys.maxsize, locals_max_string=sys.maxsize, max_frames=1000
)
_PARTS = (
    CLIENT_TOKEN,
    ACCESS_TOKEN,
    CLIENT_TOKEN[-8:],
    ACCESS_TOKEN[-8:],
    sandbox.CLIENT_TOKEN,
    sandbox.ACCESS_TOKEN,
)


def keeps(texts: Iterable[str]) -> bool:
    """Whether no token stands in any of the texts, as it is or written as JSON escapes."""
    for text in texts:
        for part in _PARTS:
            assert part not in text, f"a token is shown: {_around(text, part)}"
    return True


def escaped(text: str) -> str:
    """The text as a JSON string of which every character is an escape."""
    return '"' + "".join(f"\\u{ord(character):04x}" for character in text) + '"'


def shown_of_value(value: object) -> Iterator[str]:
    """What prints, formats, dumps and pickles of a value show."""
    yield from (repr(value), str(value), f"{value}", pretty_repr(value))
    yield repr(getattr(value, "__dict__", None))
    with contextlib.suppress(TypeError, AttributeError, pickle.PicklingError):
        yield pickle.dumps(value).decode("latin-1")


def shown_of_error(error: BaseException) -> Iterator[str]:
    """The error with its causes, contexts and notes, and its traceback with all locals.

    Crash reports are made by the standard library, by rich and by structlog, of which the last two
    look into objects by themselves.
    """
    yield from _told_by_rich(error)
    yield repr(_STRUCTLOG((type(error), error, error.__traceback__)))
    for each in _chain(error):
        yield from shown_of_value(each)
        yield repr(each.args)
        yield repr(getattr(each, "__notes__", None))
        yield from _rendered(each)
        for frame, _ in walk_tb(each.__traceback__):
            yield from (_safe_repr(value) for value in frame.f_locals.values())


def shown_of_record(record: logging.LogRecord) -> Iterator[str]:
    """A log record, formatted or handed on as it is."""
    yield record.getMessage()
    yield repr(vars(record))
    if record.exc_info and record.exc_info[1]:
        yield from shown_of_error(record.exc_info[1])


def _rendered(error: BaseException) -> list[str]:
    try:
        return list(TracebackException.from_exception(error, capture_locals=True).format())
    except AttributeError:
        # Python 3.11 stumbles over objects that their __init__ has not finished.
        return []


def _told_by_rich(error: BaseException) -> Iterator[str]:
    trace = Traceback.extract(
        type(error),
        error,
        error.__traceback__,
        show_locals=True,
        locals_max_length=sys.maxsize,
        locals_max_string=sys.maxsize,
    )
    for stack in trace.stacks:
        yield f"{stack.exc_type}: {stack.exc_value} {stack.notes}"
        yield from (str(node) for frame in stack.frames for node in (frame.locals or {}).values())


def _safe_repr(value: object) -> str:
    try:
        return repr(value)
    except AttributeError:
        return ""


def _chain(error: BaseException) -> Iterator[BaseException]:
    seen: dict[int, BaseException] = {}
    waiting: list[Any] = [error]
    while waiting:
        each = waiting.pop()
        if isinstance(each, BaseException) and id(each) not in seen:
            seen[id(each)] = each
            waiting += [each.__cause__, each.__context__]
            waiting += getattr(each, "exceptions", ())
    yield from seen.values()


def _around(text: str, part: str) -> str:
    place = text.index(part)
    return text[max(0, place - 300) : place + 100]
