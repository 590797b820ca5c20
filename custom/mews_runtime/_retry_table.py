"""What to do with each outcome of an attempt.

By kind of operation, never by HTTP method: all are POST, and there are no idempotency keys.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum, auto

from ._operation import Kind

__all__ = ["RETRY_TABLE", "Action", "Outcome", "outcome_of_status"]


class Outcome(Enum):
    """What became of one attempt."""

    NOT_SENT = auto()
    RATE_LIMITED = auto()
    TOO_HEAVY = auto()
    SERVER_FAULT = auto()
    LOST = auto()
    REFUSED = auto()
    UNDOCUMENTED = auto()
    UNREADABLE = auto()


class Action(Enum):
    """What a call does about it."""

    RETRY = auto()
    PAUSE_AND_RETRY = auto()
    HALVE_AND_RETRY = auto()
    RAISE = auto()
    RAISE_UNKNOWN = auto()


RETRY_TABLE: Mapping[Outcome, Mapping[Kind, Action]] = {
    Outcome.NOT_SENT: {Kind.READ: Action.RETRY, Kind.WRITE: Action.RETRY},
    Outcome.RATE_LIMITED: {
        Kind.READ: Action.PAUSE_AND_RETRY,
        Kind.WRITE: Action.PAUSE_AND_RETRY,
    },
    Outcome.TOO_HEAVY: {Kind.READ: Action.HALVE_AND_RETRY, Kind.WRITE: Action.RAISE_UNKNOWN},
    Outcome.SERVER_FAULT: {Kind.READ: Action.RETRY, Kind.WRITE: Action.RAISE_UNKNOWN},
    Outcome.LOST: {Kind.READ: Action.RETRY, Kind.WRITE: Action.RAISE_UNKNOWN},
    Outcome.REFUSED: {Kind.READ: Action.RAISE, Kind.WRITE: Action.RAISE},
    # A proxy may have passed the request on before it answered.
    Outcome.UNDOCUMENTED: {Kind.READ: Action.RAISE, Kind.WRITE: Action.RAISE_UNKNOWN},
    Outcome.UNREADABLE: {Kind.READ: Action.RAISE, Kind.WRITE: Action.RAISE_UNKNOWN},
}


_BY_STATUS = {
    **dict.fromkeys((400, 401, 403, 404, 409, 413), Outcome.REFUSED),
    408: Outcome.TOO_HEAVY,
    429: Outcome.RATE_LIMITED,
}


def outcome_of_status(status: int) -> Outcome | None:
    """The outcome that a status stands for; None for success."""
    if 200 <= status < 300:
        return None
    if status >= 500:
        return Outcome.SERVER_FAULT
    return _BY_STATUS.get(status, Outcome.UNDOCUMENTED)
