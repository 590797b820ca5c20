"""Warnings about what the API calls deprecated, at the line that uses it.

A method is warned about when it is called and not when it is awaited: by then the line that
called it may be gone from the stack.
"""

from __future__ import annotations

import contextlib
import inspect
import sys
import warnings
from collections.abc import Callable, Iterator
from functools import wraps
from typing import Any, TypeVar, cast

from ._fields import fields_of
from ._model import Model
from ._operation import Operation

__all__ = ["deprecated", "mark_coroutine_functions", "warns_of_deprecated"]

_MethodT = TypeVar("_MethodT", bound=Callable[..., Any])

# What can hold something that is deprecated.
_HOLDERS: tuple[type[object], ...] = (list, tuple, Model)

_unmarked: list[Any] = []


def deprecated(message: str) -> Callable[[_MethodT], _MethodT]:
    """What `typing_extensions.deprecated` does, for methods; type checkers are shown that one."""

    def mark(method: _MethodT) -> _MethodT:
        marked = _warning(method, lambda _: iter([message]))
        setattr(marked, "__deprecated__", message)  # noqa: B010 - no attribute of the type
        return marked

    return mark


def warns_of_deprecated(
    operation: Callable[[], Operation[Any]],
) -> Callable[[_MethodT], _MethodT]:
    """Warns of each deprecated argument of the operation's method, and of what is within it."""

    def messages(arguments: dict[str, object]) -> Iterator[str]:
        for field in fields_of(operation().request):
            value = arguments.get(field.name)
            if value is not None:
                if field.deprecated:
                    yield f"{field.name} is {field.deprecated}"
                if isinstance(value, _HOLDERS):
                    yield from _within(value, field.name)

    return lambda method: _warning(method, messages)


def _within(value: object, place: str) -> Iterator[str]:
    if isinstance(value, list | tuple):
        for index, item in enumerate(cast("list[object]", value)):
            yield from _within(item, f"{place}[{index}]")
    elif isinstance(value, Model):
        for field in fields_of(type(value)):
            item = getattr(value, field.name)
            if item is not None:
                here = f"{place}.{field.name}"
                if field.deprecated:
                    yield f"{here} is {field.deprecated}"
                if isinstance(item, _HOLDERS):
                    yield from _within(item, here)


def _warning(method: _MethodT, messages: Callable[[dict[str, object]], Iterator[str]]) -> _MethodT:
    @wraps(method)
    def warned(*args: object, **arguments: object) -> object:
        # What contains itself is refused with its place when the request is checked.
        with contextlib.suppress(RecursionError):
            for message in messages(arguments):
                warnings.warn(message, DeprecationWarning, stacklevel=_callers_level())
        return method(*args, **arguments)

    if inspect.iscoroutinefunction(inspect.unwrap(method)):
        _mark_as_coroutine_function(warned)
    return cast("_MethodT", warned)


def _callers_level() -> int:
    """How far up the first caller outside of this module is, as `warnings.warn` counts."""
    level = 1
    frame = sys._getframe(1)  # noqa: SLF001  # pyright: ignore[reportPrivateUsage] - the only way to one frame without reading sources
    while frame.f_back is not None and frame.f_globals.get("__name__") == __name__:
        frame = frame.f_back
        level += 1
    return level


def mark_coroutine_functions() -> None:
    """Makes up for methods that were wrapped before asyncio was loaded."""
    while _unmarked:
        _mark_as_coroutine_function(_unmarked.pop())


def _mark_as_coroutine_function(function: Any) -> None:
    if sys.version_info >= (3, 12):
        inspect.markcoroutinefunction(function)
        return
    # What asyncio of 3.11 looks for has no public name. It is not imported for this: that takes
    # longer than everything else about an operation.
    marker = getattr(sys.modules.get("asyncio.coroutines"), "_is_coroutine", None)
    if marker is None:
        _unmarked.append(function)
    else:
        function._is_coroutine = marker  # noqa: SLF001 - how 3.11 marks one
