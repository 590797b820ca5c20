"""How the sandbox can be told to misbehave.

Each fault is a value. With `after_commit=True` the operation is carried out and the failure comes
after it, so that the caller cannot know. Otherwise only a `Delay` carries the operation out.
"""

import re
from collections.abc import Collection
from sys import float_info
from threading import Lock
from typing import Any, Literal, TypeAlias

from attrs import Attribute, define, field, frozen, validators

_bool = validators.instance_of(bool)
_status = [validators.instance_of(int), validators.ge(200), validators.le(599)]
# Printable Latin-1, with blanks only inside: what can be sent as a header's value.
_HEADER_VALUE = re.compile(r"(?:[!-~\x80-\xff]+(?:[ \t]+[!-~\x80-\xff]+)*)?")


def _check_body(status: int) -> None:
    if status in (204, 205, 304):
        raise ValueError(f"An answer of HTTP {status} has no body.")


def _check_seconds(_: object, __: "Attribute[Any]", value: object) -> None:
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise TypeError("seconds must be a number.")
    if not 0 <= value <= float_info.max:
        raise ValueError("seconds must be finite and not negative.")


def _check_message(_: object, __: "Attribute[Any]", value: object) -> None:
    if not isinstance(value, str | None):
        raise TypeError("message must be a text or None.")
    try:
        (value or "").encode()
    except UnicodeEncodeError as error:
        raise ValueError("message cannot be written as UTF-8.") from error


def _check_retry_after(_: object, __: "Attribute[Any]", value: object) -> None:
    if isinstance(value, bool) or not isinstance(value, int | str | None):
        raise TypeError("retry_after must be a whole number of seconds, a text or None.")
    if not _HEADER_VALUE.fullmatch(str(value)):
        raise ValueError("retry_after must be one line of Latin-1 text without blanks around it.")


@frozen
class Delay:
    """The answer comes that many seconds late. By default the wait is before the operation."""

    seconds: float = field(validator=_check_seconds)
    after_commit: bool = field(default=False, kw_only=True, validator=_bool)


@frozen
class Status:
    """An answer with this HTTP status, such as 408, 409, 500 or 522.

    Its body is the API's own form of error ("json"), a proxy's page ("html"), or nothing ("empty").
    """

    status: int = field(validator=_status)
    message: str | None = field(default="The sandbox was told to fail.", validator=_check_message)
    body: Literal["json", "html", "empty"] = field(
        default="json", validator=validators.in_(("json", "html", "empty"))
    )
    after_commit: bool = field(default=False, kw_only=True, validator=_bool)

    def __attrs_post_init__(self) -> None:
        if self.body != "empty":
            _check_body(self.status)


@frozen
class RateLimited:
    """429 with this `Retry-After`: `2`, `"1.5"`, an HTTP date, nonsense; None leaves it out."""

    retry_after: int | str | None = field(default=1, validator=_check_retry_after)
    after_commit: bool = field(default=False, kw_only=True, validator=_bool)


@frozen
class Html:
    """A proxy's HTML page where JSON is expected, with a status of success by default."""

    status: int = field(default=200, validator=_status)
    after_commit: bool = field(default=False, kw_only=True, validator=_bool)

    def __attrs_post_init__(self) -> None:
        _check_body(self.status)


@frozen
class CutBody:
    """All headers and half of the body, then the connection closes.

    With `after_commit` it is half of the true answer.
    """

    after_commit: bool = field(default=False, kw_only=True, validator=_bool)


@frozen
class Reset:
    """The connection is reset before any answer."""

    after_commit: bool = field(default=False, kw_only=True, validator=_bool)


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
