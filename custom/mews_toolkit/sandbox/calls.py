"""What the sandbox was asked."""

from datetime import datetime

from attrs import define

from mews_toolkit.sandbox.wire import JsonObject


@define(kw_only=True)
class Call:
    """One request to an operation, recorded when it arrived.

    `arrived` is on the monotonic clock, in seconds, and the rate limit goes by it. `request` is the
    body without its tokens, None when it was not a JSON object. `status` is None as long as nothing
    was answered, and stays so when the connection was reset.
    """

    operation: str
    request_id: str
    arrived: float
    arrived_utc: datetime
    request: JsonObject | None = None
    status: int | None = None
