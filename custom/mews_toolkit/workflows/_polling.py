from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Iterator
from math import inf
from typing import Generic, TypeVar

from attrs import define

from mews_connector import Clock, errors

__all__ = ["SYSTEM_CLOCK", "Polling", "check_deadline", "pauses"]

SYSTEM_CLOCK = Clock()

RowT = TypeVar("RowT")

_logger = logging.getLogger("mews_toolkit.workflows")

# A row is seen one to three seconds after it was written; then it takes as long as people do.
_FIRST_PAUSE = 1.0
_LONGEST_PAUSE = 30.0
# What the last read before the deadline is given.
_LAST_READ = 2.0
# Faults that pass. The client has tried several times before it raises one.
_PASSING = (
    errors.NotSentError,
    errors.ResponseLostError,
    errors.ServerError,
    errors.RateLimitedError,
    errors.RequestTimeoutError,
    errors.DeadlineExceededError,
)


@define
class Polling(Generic[RowT]):
    """Reading one row again and again, ever more seldom, until it is as wanted or time is up.

    Attributes:
        what: What errors call the row, such as `payment`.
        read: Reads the row; None when it is not listed.
        enough: Whether there is nothing more to wait for.
    """

    what: str
    read: Callable[[], Awaitable[RowT | None]]
    enough: Callable[[RowT], bool]
    row: RowT | None = None
    answered: bool = False
    trouble: errors.MewsError | None = None

    async def until(self, deadline: float, clock: Clock) -> RowT | None:
        """The row as it was last read; None when the API answered and never listed it.

        Raises:
            InvalidRequestError: The deadline is no positive number of seconds.
            DeadlineExceededError: The API did not answer until then.
            MewsError: A read failed in a way that does not pass.
        """
        check_deadline(deadline)
        end = clock.monotonic() + deadline
        for pause in pauses(_FIRST_PAUSE, _LONGEST_PAUSE):
            if await self._looked(end - clock.monotonic()):
                break
            # The last pause leaves time for a last read.
            left = end - clock.monotonic() - _LAST_READ
            if left <= _LAST_READ / 100:
                break
            await asyncio.sleep(min(pause, left))
        if self.row is None and not self.answered:
            raise errors.DeadlineExceededError(
                f"the {self.what} could not be read within {deadline:g} seconds"
            ) from self.trouble
        return self.row

    async def _looked(self, seconds: float) -> bool:
        limit = asyncio.timeout(seconds)
        try:
            async with limit:
                row = await self.read()
        except TimeoutError:
            if not limit.expired():
                raise
            return True
        except _PASSING as error:
            _logger.warning("the %s could not be read for now: %s", self.what, error)
            self.trouble = error
            return False
        self.answered = True
        if row is not None:
            self.row = row
        return row is not None and self.enough(row)


def check_deadline(deadline: float) -> None:
    """Refuses what is no number of seconds to wait.

    Raises:
        InvalidRequestError: It is none.
    """
    if not _is_positive(deadline):
        raise errors.InvalidRequestError("deadline: must be a positive number of seconds")


def _is_positive(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and bool(0 < value < inf)


def pauses(first: float, longest: float) -> Iterator[float]:
    """Seconds to wait between looks: each twice as long as the one before, up to a longest one."""
    pause = first
    while True:
        yield min(pause, longest)
        pause = min(2 * pause, longest)
