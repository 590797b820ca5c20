"""The time of a sandbox and of its clients."""

import asyncio
import time
from datetime import UTC, datetime, timedelta

from mews_connector import Clock
from mews_toolkit.testing._virtual_loop import VirtualLoop


class SandboxClock:
    """Real time that can be moved forward; or time that only moves, without ever being waited for.

    `start` is the instant at which it starts, the present one by default.

    Attributes:
        for_clients: The same time as clients and workflows take it as their `clock`.
    """

    def __init__(self, start: datetime | None = None) -> None:
        if start is not None and start.tzinfo is None:
            raise ValueError("start must say its time zone, such as tzinfo=UTC.")
        self._start = start or datetime.now(UTC).replace(microsecond=0)
        self._began: float | None = time.monotonic()
        self._moved = 0.0
        self.for_clients: Clock = Clock(monotonic=self.monotonic, utc=self.utc)

    @property
    def stands(self) -> bool:
        """Whether it moves only by hand, and by what tasks on its event loop wait for."""
        return self._began is None

    @property
    def seconds(self) -> float:
        """The seconds since it started."""
        return self._moved if self._began is None else self._moved + time.monotonic() - self._began

    def monotonic(self) -> float:
        """The seconds since it started, as clients and sandboxes ask for them.

        Raises:
            RuntimeError: It stands, but the running event loop does not wait by it.
        """
        if self.stands and _running_loop_is_another(self):
            raise RuntimeError(
                "The clock of this test stands, but its event loop waits in real time. Mark the"
                " test `mews_virtual_time` and run it with pytest-asyncio 1.4 or later, with a loop"
                " of its own, or make the loop with mews_clock.new_loop."
            )
        return self.seconds

    def utc(self) -> datetime:
        """The present instant."""
        return self._start + timedelta(seconds=self.seconds)

    def move(
        self, *, days: float = 0, hours: float = 0, minutes: float = 0, seconds: float = 0
    ) -> None:
        """Moves the time forward.

        Raises:
            ValueError: That would be backward.
        """
        # No timedelta: it rounds to microseconds, and a loop that jumps would never arrive.
        step = ((days * 24 + hours) * 60 + minutes) * 60 + seconds
        if step < 0:
            raise ValueError("Time moves forward only.")
        self._moved += step

    def stand(self) -> None:
        """Stops the clock: from now on it only moves."""
        self._moved, self._began = self.seconds, None

    def run(self) -> None:
        """Lets the clock go on in real time."""
        if self._began is None:
            self._began = time.monotonic()

    def new_loop(self) -> asyncio.AbstractEventLoop:
        """An event loop on which waiting moves this clock and takes no time. It stops the clock."""
        self.stand()
        return VirtualLoop(self)


def _running_loop_is_another(clock: SandboxClock) -> bool:
    try:
        loop = asyncio.get_running_loop()
    except RuntimeError:
        return False
    return not isinstance(loop, VirtualLoop) or loop.clock is not clock
