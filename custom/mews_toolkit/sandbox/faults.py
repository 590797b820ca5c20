"""How the sandbox can be told to misbehave.

Each fault is a value. With `after_commit=True` the operation is carried out and the failure comes
after it, so that the caller cannot know. Otherwise only a `Delay` carries the operation out.
"""

from collections.abc import Collection
from threading import Lock
from typing import Literal, TypeAlias

from attrs import define, field, frozen, validators

_status = [validators.instance_of(int), validators.ge(200), validators.le(599)]


def _check_body(status: int) -> None:
    if status in (204, 304):
        raise ValueError(f"An answer of HTTP {status} has no body.")


@frozen
class Delay:
    """The answer comes that many seconds late. By default the wait is before the operation."""

    seconds: float = field(validator=validators.ge(0))
    after_commit: bool = field(default=False, kw_only=True)


@frozen
class Status:
    """An answer with this HTTP status, such as 408, 409, 500 or 522.

    Its body is the API's own form of error ("json"), a proxy's page ("html"), or nothing ("empty").
    """

    status: int = field(validator=_status)
    message: str | None = "The sandbox was told to fail."
    body: Literal["json", "html", "empty"] = field(
        default="json", validator=validators.in_(("json", "html", "empty"))
    )
    after_commit: bool = field(default=False, kw_only=True)

    def __attrs_post_init__(self) -> None:
        if self.body != "empty":
            _check_body(self.status)


@frozen
class RateLimited:
    """429 with this `Retry-After`: `2`, `"1.5"`, an HTTP date, nonsense; None leaves it out."""

    retry_after: int | str | None = 1
    after_commit: bool = field(default=False, kw_only=True)


@frozen
class Html:
    """A proxy's HTML page where JSON is expected, with a status of success by default."""

    status: int = field(default=200, validator=_status)
    after_commit: bool = field(default=False, kw_only=True)

    def __attrs_post_init__(self) -> None:
        _check_body(self.status)


@frozen
class CutBody:
    """All headers and half of the body, then the connection closes.

    With `after_commit` it is half of the true answer.
    """

    after_commit: bool = field(default=False, kw_only=True)


@frozen
class Reset:
    """The connection is reset before any answer."""

    after_commit: bool = field(default=False, kw_only=True)


Failure: TypeAlias = Status | RateLimited | Html | CutBody | Reset
Fault: TypeAlias = Delay | Failure

EVERY_OPERATION = "*"


@define
class _Planned:
    operation: str
    fault: Fault
    left: int | None


class Faults:
    """The faults that are still to come, in the order in which they were added.

    Safe to use from any thread.
    """

    def __init__(self, operations: Collection[str]) -> None:
        self._operations = operations
        self._planned: list[_Planned] = []
        self._lock = Lock()

    def add(self, fault: Fault, *, operation: str = EVERY_OPERATION, times: int | None = 1) -> None:
        """Plans a fault for the next `times` calls of an operation such as `payments/addExternal`.

        `operation="*"` means any; `times=None` means always. One call meets one fault: the first
        that fits.

        Raises:
            ValueError: the document has no such operation, or `times` is less than one.
        """
        if operation != EVERY_OPERATION and operation not in self._operations:
            raise ValueError(f"There is no operation {operation!r}.")
        if times is not None and times < 1:
            raise ValueError("times is the number of calls to fail: at least one, or None for all.")
        with self._lock:
            self._planned.append(_Planned(operation, fault, times))

    def clear(self) -> None:
        """Forgets every fault that is still to come."""
        with self._lock:
            self._planned.clear()

    def __len__(self) -> int:
        return len(self._planned)

    def take(self, operation: str) -> Fault | None:
        """Uses up the first fault that fits the operation."""
        with self._lock:
            for planned in self._planned:
                if planned.operation in (EVERY_OPERATION, operation):
                    if planned.left is not None:
                        planned.left -= 1
                        if planned.left == 0:
                            self._planned.remove(planned)
                    return planned.fault
        return None
