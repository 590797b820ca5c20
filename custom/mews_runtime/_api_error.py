"""From an error answer of the server to the error that is raised."""

from __future__ import annotations

from http import HTTPStatus
from typing import Any, cast

from . import _json
from ._connection import LONGEST_REQUEST_ID, Answer
from ._credentials import Credentials
from ._shortened import shortened
from .errors import (
    ApiError,
    BadRequestError,
    BusinessRuleError,
    CardDeclinedError,
    ConflictError,
    ContentTooLargeError,
    InvalidResponseError,
    NotFoundError,
    RateLimitedError,
    RequestTimeoutError,
    ServerError,
    UnauthorizedError,
    UnexpectedStatusError,
)

__all__ = ["api_error"]

_CLASSES: dict[int, type[ApiError]] = {
    400: BadRequestError,
    401: UnauthorizedError,
    403: BusinessRuleError,
    404: NotFoundError,
    408: RequestTimeoutError,
    409: ConflictError,
    413: ContentTooLargeError,
    429: RateLimitedError,
}
# Enough to recognise a proxy's page by; whole pages do not belong into messages.
_EXCERPT = 200
_LONGEST_MESSAGE = 5_000


def api_error(
    operation: str, answer: Answer, retry_after: float | None, credentials: Credentials
) -> ApiError:
    """The error of the status; the body may be empty, cut, HTML or anything else."""
    # Once read: in the text itself, escapes could hide a token.
    fields = _fields(answer.body, credentials)
    message = fields.get("Message")
    if not isinstance(message, str) or not message:
        message = _described(answer.status, credentials.redact_bytes(answer.body))
    own_id = fields.get("RequestId")
    own_id = shortened(own_id, LONGEST_REQUEST_ID) if isinstance(own_id, str) else None
    error = _class_of(answer.status, message)(
        shortened(message, _LONGEST_MESSAGE),
        status=answer.status,
        operation=operation,
        request_id=answer.request_id or own_id,
        details=fields.get("Details"),
    )
    if isinstance(error, RateLimitedError):
        error.retry_after = retry_after
    return error


def _redacted(value: Any, credentials: Credentials) -> Any:
    if isinstance(value, str):
        return credentials.redact(value)
    if isinstance(value, list):
        return [_redacted(item, credentials) for item in cast("list[object]", value)]
    if isinstance(value, dict):
        return {
            _redacted(key, credentials): _redacted(item, credentials)
            for key, item in cast("dict[object, object]", value).items()
        }
    return value


def _fields(body: bytes, credentials: Credentials) -> dict[str, object]:
    try:
        value: object = _redacted(_json.decode_any(body), credentials)
    except (InvalidResponseError, RecursionError):
        # What is nested too deeply to be searched for tokens is not told either.
        return {}
    return cast("dict[str, object]", value) if isinstance(value, dict) else {}


def _class_of(status: int, message: str) -> type[ApiError]:
    if status == 403 and message.startswith(CardDeclinedError.PREFIX):
        return CardDeclinedError
    if status >= 500:
        return ServerError
    return _CLASSES.get(status, UnexpectedStatusError)


def _described(status: int, body: bytes) -> str:
    try:
        phrase = f"status {status} {HTTPStatus(status).phrase}"
    except ValueError:
        phrase = f"status {status}"
    excerpt = " ".join(body[:_EXCERPT].decode(errors="replace").split())
    return f"{phrase}: {excerpt}" if excerpt else phrase
