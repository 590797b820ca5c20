"""Cancelling a coroutine at an exact point of its way."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine, Generator
from typing import Any, Generic, TypeVar

__all__ = ["Interrupted", "interrupted"]

T = TypeVar("T")


class Interrupted(Generic[T]):
    """Awaits a coroutine and cancels the task when it waits for the time of that number.

    Attributes:
        waits: How many times it has waited so far.
    """

    def __init__(self, coroutine: Coroutine[Any, Any, T], at: int, *, at_wakening: bool) -> None:
        """The cancellation comes while it waits or, `at_wakening`, together with what it waits for."""
        self.waits = 0
        self._coroutine = coroutine
        self._at = at
        self._at_wakening = at_wakening

    def __await__(self) -> Generator[Any, Any, T]:
        steps = self._coroutine.__await__()
        try:
            signal = steps.send(None)
            while True:
                self.waits += 1
                if self.waits == self._at:
                    self._cancel(signal)
                try:
                    yield signal
                except BaseException as error:  # noqa: BLE001 - handed on
                    signal = steps.throw(error)
                else:
                    signal = steps.send(None)
        except StopIteration as end:
            result: T = end.value
            return result

    def _cancel(self, signal: asyncio.Future[Any] | None) -> None:
        task = asyncio.current_task()
        assert task is not None
        if not self._at_wakening:
            task.cancel()
        elif signal is None:
            asyncio.get_running_loop().call_soon(task.cancel)
        else:
            # This callback comes before the one that wakes the task up.
            signal.add_done_callback(lambda _: task.cancel())


async def interrupted(
    coroutine: Coroutine[Any, Any, object], at: int, *, at_wakening: bool
) -> bool:
    """Whether it came to be cancelled: it may be through before it waits that often."""
    interruption = Interrupted(coroutine, at, at_wakening=at_wakening)

    async def run() -> object:
        return await interruption

    await asyncio.wait([task := asyncio.create_task(run())])
    if interruption.waits >= at:
        assert task.cancelled(), "the cancellation was swallowed"
        return True
    task.result()
    return False
