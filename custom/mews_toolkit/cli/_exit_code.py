from __future__ import annotations

from enum import IntEnum

__all__ = ["ExitCode"]


class ExitCode(IntEnum):
    """What a script can tell from how the command ended; 1 is left to Python, for faults in it."""

    DONE = 0
    USAGE = 2
    SETUP = 3
    UNAUTHORIZED = 4
    REFUSED = 5
    UNAVAILABLE = 6
    OUTCOME_UNKNOWN = 7
    CONFLICT = 8
    DECLINED = 9
    UNHEALTHY = 10
    UNREADABLE = 11
    UNBALANCED = 12
    INTERRUPTED = 130
    PIPE_CLOSED = 141
