"""Asynchronous sources of small rows, and what became of them."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, AsyncIterable, Sequence
from typing import TypeVar

from attrs import frozen

__all__ = ["Row", "Rows", "everything", "places"]

RowT = TypeVar("RowT")


@frozen
class Row:
    """Known by its source and place; it is sorted by `newness`."""

    source: str
    place: int
    newness: int


class Rows:
    """Rows of one source, which take some time each. It can be walked once.

    Attributes:
        read: How many were read so far.
        open: Whether it was begun and not closed.
    """

    def __init__(
        self,
        source: str,
        newness: Sequence[int],
        *,
        seconds: float = 0,
        failure: BaseException | None = None,
    ) -> None:
        self.rows = [Row(source, place, each) for place, each in enumerate(newness)]
        self.read = 0
        self.open = False
        self._seconds = seconds
        self._failure = failure

    async def __aiter__(self) -> AsyncGenerator[Row]:
        self.open = True
        try:
            for row in self.rows:
                await asyncio.sleep(self._seconds)
                self.read += 1
                yield row
            await asyncio.sleep(self._seconds)
            if self._failure is not None:
                raise self._failure
        finally:
            try:
                # Closing takes time, too, and must be waited for.
                await asyncio.sleep(self._seconds)
            finally:
                self.open = False


async def everything(stream: AsyncIterable[tuple[str, RowT]]) -> list[tuple[str, RowT]]:
    """What there is to take."""
    return [each async for each in stream]


def places(taken: list[tuple[str, Row]]) -> list[str]:
    """The rows by their labels and places."""
    return [f"{label}{row.place}" for label, row in taken]
