"""Who goes along with calls while they are under way; `on_event` hears of them afterwards."""

from __future__ import annotations

import contextlib
import logging
from collections.abc import Callable
from typing import TypeAlias
from uuid import UUID

from attrs import frozen

from ._events import Event

__all__ = ["AttemptBegun", "CallBegun", "Ended", "Observer", "begun"]

_logger = logging.getLogger("mews_connector")


@frozen(kw_only=True)
class CallBegun:
    """A call begins.

    Attributes:
        operation: Resource and action, such as `payments/refund`.
        is_write: Whether it changes something.
        enterprise_ids: The enterprises that the request names; none with most tokens of one.
        page: Of a list: which page of the walk is asked for, from 1.
    """

    operation: str
    is_write: bool
    enterprise_ids: tuple[UUID, ...]
    page: int | None


@frozen(kw_only=True)
class AttemptBegun:
    """An attempt of the call begins: next it waits for the limiter, then it is sent.

    Attributes:
        attempt: Its number within the call, from 1.
    """

    operation: str
    attempt: int


Ended: TypeAlias = Callable[[Event], None]
Observer: TypeAlias = Callable[[CallBegun | AttemptBegun], Ended]
"""It is told of a beginning, and what it returns is told of the end.

Both happen in the task that makes the call, around everything that the call or the attempt does:
what is set in the context (`contextvars`) at the beginning holds until the end, for the request as
well. Neither may wait. If one raises, that is logged and changes nothing.
"""


def begun(
    observer: Observer, operation: str, beginning: Callable[[], CallBegun | AttemptBegun]
) -> Ended | None:
    """Tells of the beginning; None if that cannot be told, or the observer broke over it."""
    try:
        ended = observer(beginning())
    except Exception as error:  # noqa: BLE001 - it is told of
        _tell("the observer was not told of %s, or raised", operation, error)
        return None

    def safely(event: Event) -> None:
        try:
            ended(event)
        except Exception as error:  # noqa: BLE001 - as above
            _tell("the observer raised on the end of %s", event.operation, error)

    return safely


def _tell(message: str, operation: str, error: Exception) -> None:
    # The call's own error may be on its way, whose text may hold what the server answered.
    error.__suppress_context__ = True
    with contextlib.suppress(Exception):
        # Of a logging that is broken itself, nothing can be logged.
        _logger.error(message, operation, exc_info=error)
