"""The rate limit of one access token."""

from bisect import bisect_right, insort


class RateWindow:
    """A sliding window: no more than `limit` requests arrive within any `seconds`.

    Rejected requests do not count. Instants are seconds of any clock that only goes forward.
    """

    def __init__(self, limit: int, seconds: float) -> None:
        self._limit = limit
        self._seconds = seconds
        self._accepted: list[float] = []

    def wait(self, arrived: float) -> float | None:
        """Accepts the request that arrived at this instant, or tells the seconds to wait."""
        accepted = self._accepted
        outside = bisect_right(accepted, arrived - self._seconds)
        inside = bisect_right(accepted, arrived) - outside
        if inside >= self._limit:
            return accepted[outside + inside - self._limit] + self._seconds - arrived
        # A request whose body came late is still judged by its own arrival: keep twice the span.
        del accepted[: bisect_right(accepted, arrived - 2 * self._seconds)]
        insort(accepted, arrived)
        return None
