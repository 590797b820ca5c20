"""What can go wrong with one request."""

from __future__ import annotations

from enum import Enum

from attrs import frozen

__all__ = ["BEFORE_THE_REQUEST_IS_READ", "HONEST", "Mishap", "Turn"]


class Mishap(Enum):
    """What becomes of a request or of its answer."""

    NONE = "none"
    RESET_AT_HEAD = "reset before the body of the request"
    RESET_IN_BODY = "reset in the body of the request"
    RESET = "reset after the body of the request"
    CLOSED = "closed without an answer"
    CUT_IN_HEAD = "cut in the head"
    CUT_IN_BODY = "cut in the body"
    SILENT = "no answer"
    STALLED_IN_HEAD = "stalled in the head"
    STALLED_IN_BODY = "stalled in the body"
    SLOW_HEAD = "a head that never ends"
    SLOW_BODY = "a body that comes a byte at a time"
    LATE = "late, but in time"
    TWICE = "the same answer twice"
    TWICE_SLOWLY = "the same answer once more while the next request is on its way"
    MIXED = "mixed with another answer"
    CLOSED_IDLE = "closed while idle"
    TOO_SHORT_A_LENGTH = "more than its length says"
    TOO_LONG_A_LENGTH = "less than its length says"
    NO_LENGTH = "a length that is no number"
    NO_HTTP = "no HTTP"
    ENDLESS_HEAD = "more headers than anybody reads"
    BAD_GZIP = "compressed, but not by gzip"
    CUT_GZIP = "the first half of a gzip"
    NO_UTF8 = "bytes that are no UTF-8"
    HUGE = "larger than the limit"
    HUGE_GZIP = "small, and larger than the limit once it is decompressed"
    DEEP = "nested beyond all measure"
    DEEP_ERROR = "an error nested as deeply as can be read"
    NO_JSON = "a page for JSON"
    EMPTY = "nothing for JSON"
    REDIRECT = "a redirect to the same place"
    TOO_HEAVY = "408"
    FLAP = "5xx"
    FOREIGN_ERROR = "5xx of a proxy"
    RATE_LIMITED = "429"
    RATE_LIMITED_TWICE = "429 said twice, by a proxy"


# Here the server has not seen the whole request, so it cannot have carried it out.
BEFORE_THE_REQUEST_IS_READ = frozenset({Mishap.RESET_AT_HEAD, Mishap.RESET_IN_BODY})
# 429 says that nothing was carried out; where that is a lie, nobody can help.
HONEST = frozenset({Mishap.RATE_LIMITED, Mishap.RATE_LIMITED_TWICE})


@frozen
class Turn:
    """What happens to one request, and whether it is carried out before it goes wrong."""

    mishap: Mishap = Mishap.NONE
    committed: bool = True
    retry_after: str | None = None
    status: int = 500
