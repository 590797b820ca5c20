"""Whether each number of a model is one, which NaN and infinities are not."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal
from functools import cache
from typing import Any, get_args, get_origin

import attrs

from ._fields import fields_of

__all__ = ["finite_in"]


@cache
def finite_in(model: Any) -> Callable[[Any], bool]:
    """A function that tells so of an object of the model.

    It is written for the model, with all loops in one: a page has ten thousand numbers, and a
    call or a look-up of a name for each of them takes longer than reading it.
    """
    lines = ["def finite(v0):", *_lines(model, 0, ()), " return True"]
    made: dict[str, Any] = {}
    exec("\n".join(lines), made)  # noqa: S102 - of names that attrs writes into code as well
    finite: Callable[[Any], bool] = made["finite"]
    return finite


def _lines(annotation: Any, depth: int, around: tuple[Any, ...]) -> Iterator[str]:
    """What looks at a value of the type, in the variable of that depth."""
    here, value, inner = " " * (depth + 1), f"v{depth}", f"v{depth + 1}"
    origin = get_origin(annotation)
    if origin in {list, dict}:
        lines = [*_lines(get_args(annotation)[-1], depth + 1, around)]
        if lines:
            yield f"{here}for {inner} in {value}{'.values()' if origin is dict else ''}:"
            yield from lines
    elif origin is not None:
        for kind in get_args(annotation):
            lines = [*_lines(kind, depth + 1, around)]
            if lines:
                yield f"{here}if type({value}).__name__ == {kind.__name__!r}:"
                yield f"{here} {inner} = {value}"
                yield from lines
    elif annotation is Decimal:
        yield f"{here}if not {value}.is_finite(): return False"
    elif attrs.has(annotation):
        yield from _lines_of_model(annotation, depth, around)


def _lines_of_model(model: Any, depth: int, around: tuple[Any, ...]) -> Iterator[str]:
    here, value, inner = " " * (depth + 1), f"v{depth}", f"v{depth + 1}"
    if model in around:
        raise TypeError(f"{model.__name__} holds itself")
    for field in fields_of(model):
        lines = [*_lines(field.type, depth + 1, (*around, model))]
        if lines:
            yield f"{here}{inner} = {value}.{field.name}"
            yield f"{here}if {inner} is not None:"
            yield from lines
