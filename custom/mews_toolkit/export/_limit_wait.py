from __future__ import annotations

from collections.abc import Callable

from attrs import define, field

from mews_connector import AttemptEvent, Event

__all__ = ["LimitWait"]


@define
class LimitWait:
    """Adds up how long calls waited for the rate limit. To be given to a client as its `on_event`.

    Calls that wait at the same time are counted one by one.

    Attributes:
        also: Told of every event as well.
        seconds: The sum so far.
    """

    also: Callable[[Event], None] | None = None
    seconds: float = field(default=0.0, init=False)

    def __call__(self, event: Event) -> None:
        if isinstance(event, AttemptEvent):
            self.seconds += event.waited_for_limiter
        if self.also is not None:
            self.also(event)
