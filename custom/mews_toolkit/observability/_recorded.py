from __future__ import annotations

from collections.abc import Mapping

from attrs import frozen

__all__ = ["Recorded"]


@frozen(kw_only=True)
class Recorded:
    """What was recorded of one operation.

    Attributes:
        operation: Resource and action, such as `payments/refund`.
        calls: How often it was called.
        requests: How many requests were sent for that, or may have been.
        outcomes: How many of the calls came to what: `ok`, `cancelled` by the caller, or the class
            of the error.
        request_ids: The ids that the server gave to requests, oldest first, each with what its
            request came to. Only the last ones are kept.
        older_request_ids: How many ids are not kept any more.
    """

    operation: str
    calls: int
    requests: int
    outcomes: Mapping[str, int]
    request_ids: tuple[tuple[str, str], ...]
    older_request_ids: int
