"""What the sandbox was asked."""

from collections.abc import Collection
from datetime import datetime

from attrs import define

from mews_toolkit.sandbox.wire import JsonObject


@define(kw_only=True)
class Call:
    """One request to an operation, recorded when it arrived.

    `arrived` is on the monotonic clock, in seconds, and the rate limit goes by it. `request` is the
    body without its tokens, None when it was not a JSON object. `status` is None as long as nothing
    was answered, and stays so when the connection was reset. `refusal` is why the sandbox, and no
    fault that it was told to have, refused.
    """

    operation: str
    request_id: str
    arrived: float
    arrived_utc: datetime
    request: JsonObject | None = None
    status: int | None = None
    refusal: str | None = None

    def __str__(self) -> str:
        answer = "no answer" if self.status is None else f"{self.status}"
        why = "" if self.refusal is None else f": {self.refusal}"
        return f"{self.operation} -> {answer}{why}"


class Calls(list[Call]):
    """Calls, oldest first. `operations` are the names that there are."""

    def __init__(self, operations: Collection[str]) -> None:
        super().__init__()
        self._operations = operations

    def to(self, operation: str) -> list[Call]:
        """The calls of an operation such as `payments/addExternal`.

        Raises:
            ValueError: There is no such operation.
        """
        if operation not in self._operations:
            raise ValueError(f"There is no operation {operation!r}.")
        return [it for it in self if it.operation == operation]

    def once(self, operation: str) -> Call:
        """The call of an operation that was called exactly once.

        Raises:
            AssertionError: It was called more often, or never; the message lists all calls.
            ValueError: There is no such operation.
        """
        __tracebackhide__ = True
        found = self.to(operation)
        if len(found) == 1:
            return found[0]
        raise AssertionError(f"{operation} was called {len(found)} times, not once. {self}")

    def never(self, operation: str) -> None:
        """Makes sure that an operation was not called.

        Raises:
            AssertionError: It was; the message lists all calls.
            ValueError: There is no such operation.
        """
        __tracebackhide__ = True
        if self.to(operation):
            raise AssertionError(f"{operation} was called. {self}")

    def __str__(self) -> str:
        if not self:
            return "The sandbox was not called."
        return "\n  ".join(["The sandbox was called, oldest first:", *map(str, self)])
