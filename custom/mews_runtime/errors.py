"""Everything that can go wrong, as one tree.

    MewsError
     +- ConfigurationError          the client was set up, or is used, wrongly
     +- InvalidRequestError         refused here, before anything was sent
     +- JournalError                the audit journal took no record, so nothing was sent
     +- NotSentError                no connection: nothing reached the server
     +- ResponseLostError           the request was sent, but no whole answer arrived
     +- OutcomeUnknownError         a write may or may not have been carried out
     +- InvalidResponseError        an answer that cannot be read
     +- PaginationError             a cursor that repeats
     +- DeadlineExceededError       the total time for a call, waiting included, is used up
     +- ApiError                    the server answered with an error
         +- BadRequestError         400
         +- UnauthorizedError       401
         +- BusinessRuleError       403
         |   +- CardDeclinedError   403, a payment card was declined
         +- NotFoundError           404
         +- RequestTimeoutError     408
         +- ConflictError           409
         +- ContentTooLargeError    413
         +- RateLimitedError        429
         +- ServerError             5xx
         +- UnexpectedStatusError   any other status

No error holds a token or a request body, pickled or not.
"""

from __future__ import annotations

from typing import Any, Self

__all__ = [
    "ApiError",
    "BadRequestError",
    "BusinessRuleError",
    "CardDeclinedError",
    "ConfigurationError",
    "ConflictError",
    "ContentTooLargeError",
    "DeadlineExceededError",
    "InvalidRequestError",
    "InvalidResponseError",
    "JournalError",
    "MewsError",
    "NotFoundError",
    "NotSentError",
    "OutcomeUnknownError",
    "PaginationError",
    "RateLimitedError",
    "RequestTimeoutError",
    "ResponseLostError",
    "ServerError",
    "UnauthorizedError",
    "UnexpectedStatusError",
]


class MewsError(Exception):
    """The root of every error that this library raises.

    Attributes:
        message: What happened, without the operation's name.
        operation: The operation that was called, such as `payments/refund`.
        request_id: The server's id of the request; Mews' support asks for it.
        resume: While paging, the string that `get_all(..., resume=...)` goes on from
            without losing or repeating a row.
    """

    def __init__(
        self, message: str, *, operation: str | None = None, request_id: str | None = None
    ) -> None:
        super().__init__(message)
        self.message = message
        self.operation = operation
        self.request_id = request_id
        self.resume: str | None = None

    def __str__(self) -> str:
        subject = f"{self.operation}: " if self.operation else ""
        reference = f" (request id {self.request_id})" if self.request_id else ""
        return f"{subject}{self.message}{reference}"

    def __reduce__(self) -> tuple[Any, ...]:
        # BaseException would call the class with `args` alone, but these take keywords.
        return _restore, (type(self), self.args), self.__dict__

    @classmethod
    def _bare(cls, args: tuple[object, ...]) -> Self:
        error = cls.__new__(cls, *args)
        error.args = args
        return error


def _restore(cls: type[MewsError], args: tuple[object, ...]) -> MewsError:
    return cls._bare(args)  # pyright: ignore[reportPrivateUsage] - same module


class ConfigurationError(MewsError):
    """The client was set up wrongly, or is used after it was closed or on another event loop."""


class InvalidRequestError(MewsError):
    """The request was refused here, and nothing was sent.

    Attributes:
        problems: Every fault that was found, each naming its argument and what to do.
    """

    def __init__(self, *problems: str, operation: str | None = None) -> None:
        super().__init__("; ".join(problems), operation=operation)
        self.problems = problems


class JournalError(MewsError):
    """The audit journal did not take the record before a write, so the write was not sent.

    `__cause__` is what the journal raised. A journal that fails only after the write raises
    nothing: the outcome counts for more, and what was to be written is logged as an error.
    """


class NotSentError(MewsError):
    """No connection could be made; the server has not seen the request. Safe to repeat."""


class ResponseLostError(MewsError):
    """The request was sent, or may have been, but no whole answer arrived.

    It is raised for reads, after all attempts; they are safe to repeat. For a write it is the
    cause of an OutcomeUnknownError.

    Attributes:
        status: The HTTP status, when at least that arrived.
    """

    def __init__(
        self,
        message: str,
        *,
        operation: str | None = None,
        request_id: str | None = None,
        status: int | None = None,
    ) -> None:
        super().__init__(message, operation=operation, request_id=request_id)
        self.status = status


class OutcomeUnknownError(MewsError):
    """A write may or may not have been carried out, and nobody here can tell.

    It is never repeated by the library: look the record up first. `__cause__` says why
    the outcome is unknown.

    Attributes:
        status: The HTTP status, when one arrived.
    """

    def __init__(
        self,
        message: str,
        *,
        operation: str | None = None,
        request_id: str | None = None,
        status: int | None = None,
    ) -> None:
        super().__init__(message, operation=operation, request_id=request_id)
        self.status = status


class InvalidResponseError(MewsError):
    """A successful answer that cannot be read.

    Attributes:
        path: Where the fault is, such as `$.Payments[3].CreatedUtc`; `$` for the whole body.
        body: The body as it arrived, tokens masked.
    """

    def __init__(
        self,
        message: str,
        *,
        operation: str | None = None,
        request_id: str | None = None,
        path: str = "$",
        body: bytes = b"",
    ) -> None:
        super().__init__(message, operation=operation, request_id=request_id)
        self.path = path
        self.body = body


class PaginationError(MewsError):
    """The server gave a cursor for a second time, so the walk would never end."""


class DeadlineExceededError(MewsError):
    """The total time for a call is used up; `__cause__` is the last fault, if there was one."""


class ApiError(MewsError):
    """The server answered with an error.

    Attributes:
        status: The HTTP status.
        details: What the answer's `Details` held, if anything.

    Source: https://docs.mews.com/connector-api/guidelines/responses
    """

    def __init__(
        self,
        message: str,
        *,
        status: int,
        operation: str | None = None,
        request_id: str | None = None,
        details: object = None,
    ) -> None:
        super().__init__(message, operation=operation, request_id=request_id)
        self.status = status
        self.details = details


class BadRequestError(ApiError):
    """400: the request is malformed, or names something that does not exist.

    Attributes:
        parameter: The parameter that the API finds invalid, when its message names one.
    """

    @property
    def parameter(self) -> str | None:
        """`BillId` for the message `Invalid BillId`; None for any other, such as `Invalid JSON`."""
        first, _, rest = self.message.partition(" ")
        named = first == "Invalid" and rest.isidentifier() and rest != "JSON"
        return rest if named else None


class UnauthorizedError(ApiError):
    """401: a token is wrong or disabled, or it has no permission for this operation."""


class BusinessRuleError(ApiError):
    """403: a rule of the business forbids it; the message is meant for the end user."""


class CardDeclinedError(BusinessRuleError):
    """403: the payment card was declined, which is not a missing permission.

    Attributes:
        reason: The word of the card's issuer, such as `Refused`, when the message has one.
    """

    PREFIX = "Transaction was declined"

    @property
    def reason(self) -> str | None:
        """The text in parentheses after the message's fixed beginning."""
        _, opened, rest = self.message.partition("(")
        return rest.partition(")")[0] if opened else None


class NotFoundError(ApiError):
    """404: there is no such operation; the path is case-sensitive."""


class RequestTimeoutError(ApiError):
    """408: the read was too heavy for the server; ask for less at a time."""


class ConflictError(ApiError):
    """409: the data changed meanwhile; read it again, then decide again."""


class ContentTooLargeError(ApiError):
    """413: the request is too large; split it."""


class RateLimitedError(ApiError):
    """429: too many requests for this access token.

    Attributes:
        retry_after: Seconds that the server asks to wait, if it said so.
    """

    retry_after: float | None = None


class ServerError(ApiError):
    """5xx: a fault on the server's side, or of a proxy before it."""


class UnexpectedStatusError(ApiError):
    """A status that the API does not document, such as a redirect, which is not followed."""
