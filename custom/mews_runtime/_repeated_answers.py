from __future__ import annotations

from weakref import WeakKeyDictionary

__all__ = ["RepeatedAnswers"]


class RepeatedAnswers:
    """Tells an answer that comes a second time over the same connection.

    HTTP/1.1 takes whatever comes next for the answer to the next request. So a server or proxy
    that says something twice would have a payment's answer taken for that of another one. The
    `Request-Id` tells, of which each answer has its own.

    Source: https://docs.mews.com/connector-api/guidelines/responses
    """

    def __init__(self) -> None:
        self._last: WeakKeyDictionary[object, str] = WeakKeyDictionary()

    def holds(self, connection: object, request_id: str) -> bool:
        """Whether the last answer over this connection had that id; notes it."""
        try:
            repeated = self._last.get(connection) == request_id
            self._last[connection] = request_id
        except TypeError:
            # A transport of the user's does not tell the connection.
            return False
        return repeated
