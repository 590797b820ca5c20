"""An event loop on which waiting takes no time."""

import asyncio
import selectors
from collections.abc import Callable
from concurrent.futures import Executor
from typing import Protocol, TypeVar, TypeVarTuple, Unpack

Arguments = TypeVarTuple("Arguments")
ResultT = TypeVar("ResultT")

_PATIENCE = 2.0
"""Real seconds that a loop without any timer waits for threads that it does not know of."""

_GLANCE = 0.05
"""Real seconds between two looks at threads that are at work."""


class MovingClock(Protocol):
    """A clock that moves when it is told to."""

    @property
    def seconds(self) -> float:
        """The seconds since it started."""
        ...

    def move(self, *, seconds: float) -> None:
        """Moves it forward."""
        ...


class _JumpingSelector(selectors.SelectSelector):
    """Instead of waiting for the next timer, it moves the clock to it."""

    def __init__(self, clock: MovingClock) -> None:
        super().__init__()
        self.threads = 0
        self._clock = clock

    def select(self, timeout: float | None = None) -> list[tuple[selectors.SelectorKey, int]]:
        ready = super().select(0)
        if ready or timeout == 0:
            return ready
        if self.threads:
            # What a thread does takes real time, and none on this clock.
            return super().select(_GLANCE)
        if timeout is not None:
            self._clock.move(seconds=timeout)
            return ready
        ready = super().select(_PATIENCE)
        if not ready:
            raise RuntimeError("Every task of the test waits for something that never happens.")
        return ready


class VirtualLoop(asyncio.SelectorEventLoop):
    """A loop by whose clock nothing is waited for. What waits for ever is an error."""

    def __init__(self, clock: MovingClock) -> None:
        self.clock = clock
        self._jumping = _JumpingSelector(clock)
        super().__init__(self._jumping)

    def time(self) -> float:
        """The seconds on the clock."""
        return self.clock.seconds

    def run_in_executor(
        self,
        executor: Executor | None,
        func: Callable[[Unpack[Arguments]], ResultT],
        *args: *Arguments,
    ) -> "asyncio.Future[ResultT]":
        """Runs it in a thread; the clock stands meanwhile."""
        work = super().run_in_executor(executor, func, *args)
        self._jumping.threads += 1
        work.add_done_callback(self._returned)
        return work

    def _returned(self, _: object) -> None:
        self._jumping.threads -= 1
