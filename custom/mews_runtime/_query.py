"""A query of a paginated operation, cut into legs that the API takes.

A leg is one window of each long interval together with one part of each long list of ids. Windows
go from the newest to the oldest, and each is walked with every part of the lists before the next.

What is cut are filters that a row passes by one value of its own, so no row belongs to two legs.
(An automation may name several companies: one that was asked for in two parts comes twice, and is
dropped as any other row that comes again.)
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import timedelta
from math import prod
from typing import Any, cast

import attrs
from attrs import define, field, frozen

from ._fields import Field, fields_of
from ._intervals import bounds, interval
from ._model import Model
from ._position import Position
from ._windows import Window, halves, windows

__all__ = ["Query", "cuttable"]

# Calendar months and the halves of them differ by a little, which is no reason to halve again.
_ABOUT = 1.5


@frozen
class _Cut:
    """One argument, the parts that it is cut into, and the limit for which it is."""

    name: str
    parts: tuple[object, ...]
    limit: str


def _with_own_lists(request: Model) -> Model:
    """The request as it is now: whoever made it may go on to change the lists in it."""
    lists: dict[str, Any] = {
        it.name: [*value]
        for it in fields_of(type(request))
        if isinstance(value := getattr(request, it.name), list)
    }
    return attrs.evolve(request, **lists)


@define(repr=False)
class Query:
    """What is asked for, and the legs in which it is walked.

    Attributes:
        request: The request as it was made.
        encode: Makes the JSON of a request.
    """

    request: Model = field(converter=_with_own_lists)
    encode: Callable[[Model], bytes]
    _cuts: tuple[_Cut, ...] = field(init=False)
    _longest: str | None = field(init=False)

    def __attrs_post_init__(self) -> None:
        given = [it for it in cuttable(type(self.request)) if self._value(it) is not None]
        intervals = [it for it in given if it.longest is not None]
        cuts = [_windows_of(it, self._value(it)) for it in intervals]
        cuts += [_parts_of(it, self._value(it)) for it in given if it.longest is None]
        # What is short enough goes out as it was given.
        self._cuts = tuple(cut for cut in cuts if cut is not None)
        by_length = sorted(intervals, key=lambda it: _length(bounds(self._value(it))))
        self._longest = by_length[-1].name if by_length else None

    @property
    def legs(self) -> int:
        """How many legs there are."""
        return prod(len(cut.parts) for cut in self._cuts)

    @property
    def limits(self) -> str:
        """What was too long and for which limit: the number of a leg means nothing without it."""
        return ",".join(f"{cut.name}={cut.limit}" for cut in self._cuts)

    def json(self, position: Position) -> bytes:
        """The request for the window and the ids of a position."""
        request = attrs.evolve(self.request, **self._parts_at(position.leg))
        if position.halves:
            name = cast("str", self._longest)
            start, end = cast("Window[Any]", self._window(position))
            part = interval(getattr(request, name), start, end)
            request = attrs.evolve(request, **{name: part})
        return self.encode(request)

    def has(self, position: Position) -> bool:
        """Whether there is such a place, which a position that somebody made up may not tell."""
        if position.leg >= self.legs:
            return False
        return not position.halves or self._window(position) is not None

    def length(self, position: Position) -> timedelta:
        """How long the position's window is."""
        window = self._window(position)
        return timedelta.max if window is None else _length(window)

    def halved(self, position: Position) -> Position | None:
        """The newer half of the position's window, or None if there is nothing to halve."""
        newer = position.halved()
        return None if self._window(newer) is None else newer

    def shortened(self, position: Position, length: timedelta | None) -> Position:
        """The position, its window halved until it is about as long; None for as it is."""
        while length is not None and self.length(position) > _ABOUT * length:
            newer = self.halved(position)
            if newer is None:
                break
            position = newer
        return position

    def _value(self, it: Field) -> Any:
        return getattr(self.request, it.name)

    def _parts_at(self, leg: int) -> dict[str, Any]:
        parts: dict[str, Any] = {}
        for cut in reversed(self._cuts):
            leg, place = divmod(leg, len(cut.parts))
            parts[cut.name] = cut.parts[place]
        return parts

    def _window(self, position: Position) -> Window[Any] | None:
        """Of the longest interval: where the position's part of it starts and ends."""
        if self._longest is None:
            return None
        whole = self._parts_at(position.leg).get(self._longest)
        window = bounds(whole or getattr(self.request, self._longest))
        for is_newer in position.are_newer():
            both = halves(*window)
            if both is None:
                return None
            newer, older = both
            window = newer if is_newer else older
        return window


def cuttable(request: type[Model]) -> Iterator[Field]:
    """The arguments that are cut where they are longer than the API takes."""
    for it in fields_of(request):
        if it.longest is not None or it.max_items is not None:
            yield it


def _length(window: Window[Any]) -> timedelta:
    start, end = window
    length: timedelta = end - start
    return length


def _windows_of(it: Field, value: object) -> _Cut | None:
    longest = cast("str", it.longest)
    found = list(windows(*bounds(value), longest))
    if len(found) == 1:
        return None
    return _Cut(it.name, tuple(interval(value, *window) for window in found), longest)


def _parts_of(it: Field, value: list[object]) -> _Cut | None:
    size = cast("int", it.max_items)
    if len(value) <= size:
        return None
    # One that stands in two parts would give its rows twice.
    distinct = list(dict.fromkeys(value))
    parts = tuple(distinct[at : at + size] for at in range(0, len(distinct), size))
    return _Cut(it.name, parts, str(size))
