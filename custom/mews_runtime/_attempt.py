from __future__ import annotations

from collections.abc import Sequence

from attrs import define

from ._events import AttemptEvent, CallEvent

__all__ = ["Attempt", "call_event", "requests"]


@define
class Attempt:
    """The figures of one attempt, filled in as it goes.

    Attributes:
        sent: Whether its request was sent, or may have been.
    """

    number: int
    waited_for_retry: float
    waited_for_limiter: float = 0.0
    waited_for_server: float = 0.0
    status: int | None = None
    request_id: str | None = None
    error: str | None = None
    sent: bool = False

    def event(self, operation: str) -> AttemptEvent:
        """What is told of it."""
        return AttemptEvent(
            operation=operation,
            attempt=self.number,
            status=self.status,
            request_id=self.request_id,
            error=self.error,
            sent=self.sent,
            waited_for_limiter=self.waited_for_limiter,
            waited_for_retry=self.waited_for_retry,
            waited_for_server=self.waited_for_server,
        )


def requests(attempts: Sequence[Attempt]) -> int:
    """How many of them were sent, or may have been."""
    return sum(each.sent for each in attempts)


def call_event(
    operation: str,
    attempts: Sequence[Attempt],
    *,
    error: str | None,
    slept: float,
    page: int | None,
    rows: int | None,
) -> CallEvent:
    """What is told of a call with these attempts; none if the audit journal held it back."""
    last = attempts[-1] if attempts else Attempt(0, 0.0)
    return CallEvent(
        operation=operation,
        attempts=requests(attempts),
        status=last.status,
        request_id=last.request_id,
        error=error,
        waited_for_limiter=sum((each.waited_for_limiter for each in attempts), 0.0),
        waited_for_retry=slept,
        waited_for_server=sum((each.waited_for_server for each in attempts), 0.0),
        page=page,
        rows=rows,
    )
