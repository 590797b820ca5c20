"""What a client tells about its work: one event per attempt and one per call.

No event holds a body or a token. Times are in seconds.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
from collections.abc import Callable

import attrs
from attrs import frozen

__all__ = ["AttemptEvent", "CallEvent", "Event", "is_followed", "report"]

_logger = logging.getLogger("mews_connector")
# Without it Python prints warnings to stderr wherever logging was never set up.
_logger.addHandler(logging.NullHandler())


# What ends a call that nobody waits for any more: its task is cancelled, or its loop was left.
_GIVEN_UP = frozenset({asyncio.CancelledError.__name__, GeneratorExit.__name__})


class _Ended:
    """What attempts and calls have in common."""

    __slots__ = ()
    error: str | None

    @property
    def cancelled(self) -> bool:
        """Whether it ended because nobody waited for it any more, which is no fault of the API."""
        return self.error in _GIVEN_UP


@frozen(kw_only=True)
class AttemptEvent(_Ended):
    """One attempt; it may have ended before its request was sent.

    Attributes:
        operation: Resource and action.
        attempt: Its number within the call, from 1.
        status: The HTTP status, None when none arrived.
        request_id: The server's id of the request.
        error: The class of the fault, None for success; `CancelledError` if it was cancelled.
        sent: Whether its request was sent, or may have been.
        waited_for_limiter: Time spent on a free connection and a slot of the rate window.
        waited_for_retry: Time slept before this attempt.
        waited_for_server: Time from sending to the end of the answer.
    """

    operation: str
    attempt: int
    status: int | None
    request_id: str | None
    error: str | None
    waited_for_limiter: float
    waited_for_retry: float
    waited_for_server: float
    sent: bool = True


@frozen(kw_only=True)
class CallEvent(_Ended):
    """One call, all its attempts together; the times are their sums.

    Attributes:
        attempts: How many requests were sent, or may have been; 0 if it ended before the first one.
        error: The class of the error that the call raised, None for success; `CancelledError` if
            it was cancelled, as is a page that was read ahead and is not asked for.
        page: Of a list: which page of the walk it read, counted as they are asked for.
        rows: How many rows the page held; None without a page.
    """

    operation: str
    attempts: int
    status: int | None
    request_id: str | None
    error: str | None
    waited_for_limiter: float
    waited_for_retry: float
    waited_for_server: float
    page: int | None = None
    rows: int | None = None


Event = AttemptEvent | CallEvent


def is_followed(on_event: Callable[[Event], None] | None) -> bool:
    """Whether anybody is told of what goes well; if not, no event has to be made of it."""
    if on_event is not None:
        return True
    try:
        return _logger.isEnabledFor(logging.DEBUG)
    except Exception:  # noqa: BLE001 - a logging that is broken itself must not spoil a call
        return False


def report(event: Event, on_event: Callable[[Event], None] | None) -> None:
    """Logs the event and hands it on.

    A receiver that raises is logged and changes nothing: the call's own outcome, perhaps a
    payment, must reach the caller.
    """
    # The error that a call comes to is raised; only what its attempts met would go unnoticed.
    failed = isinstance(event, AttemptEvent) and event.error is not None and not event.cancelled
    level = logging.WARNING if failed else logging.DEBUG
    with contextlib.suppress(Exception):
        # Of a logging that is broken itself, nothing can be logged.
        if _logger.isEnabledFor(level):
            _logger.log(level, "%s", _line(event), extra=_extra(event))
    if on_event is not None:
        try:
            on_event(event)
        except Exception as error:
            # It is raised while the call's own error is on its way, whose text may hold what the
            # server answered; that is none of the log's business.
            error.__suppress_context__ = True
            _logger.exception("on_event raised on %s", event.operation)


def _extra(event: Event) -> dict[str, object]:
    """The event as a whole, and each of its figures by itself as plain values.

    What formats records as JSON takes the latter; without a prefix they could meet the names of
    others.
    """
    figures = {f"mews_{it.name}": getattr(event, it.name) for it in attrs.fields(type(event))}
    return {"mews_event": event, **figures}


def _line(event: Event) -> str:
    number = (
        f"attempt {event.attempt}"
        if isinstance(event, AttemptEvent)
        else f"done after {event.attempts} request(s)"
    )
    return (
        f"{event.operation} {number}: {event.error or 'ok'}, status {event.status},"
        f" request id {event.request_id}; waited {event.waited_for_limiter:.3f} s for the limiter,"
        f" {event.waited_for_retry:.3f} s to retry, {event.waited_for_server:.3f} s for the server"
    )
