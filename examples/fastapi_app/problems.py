"""What callers are told when Mews or the client of it says no."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from math import ceil

from fastapi import Request
from fastapi.responses import JSONResponse

from mews_connector import errors
from mews_toolkit import webhooks, workflows

__all__ = ["answer", "problem"]

_logger = logging.getLogger("backend")

# A class stands for those derived from it that are not in here.
_KINDS: Mapping[type, tuple[int, str]] = {
    webhooks.InvalidWebhookError: (400, "This is no webhook"),
    errors.InvalidRequestError: (422, "Mews would not take this"),
    errors.BadRequestError: (422, "Mews does not take this"),
    errors.BusinessRuleError: (409, "The hotel's rules forbid this"),
    errors.ConflictError: (409, "The data changed meanwhile"),
    workflows.ConflictingPaymentError: (409, "The identifier belongs to another payment"),
    workflows.DuplicatePaymentsError: (409, "The identifier belongs to several payments"),
    errors.RateLimitedError: (429, "Too many requests to Mews"),
    errors.NotSentError: (503, "Mews cannot be reached"),
    errors.ResponseLostError: (503, "Mews did not answer"),
    errors.DeadlineExceededError: (503, "There was no answer of Mews in time"),
    errors.RequestTimeoutError: (503, "This was too much for Mews at once"),
    errors.ServerError: (503, "Mews failed"),
    workflows.ClaimsUnavailableError: (503, "Nothing can be recorded at the moment"),
    workflows.PaymentNotVisibleError: (503, "It is recorded, but cannot be read yet"),
    workflows.StateUnreadError: (503, "It is recorded, but cannot be read yet"),
    errors.OutcomeUnknownError: (504, "Nobody knows yet whether this was carried out"),
    errors.ConfigurationError: (500, "The backend is set up wrongly"),
    errors.MewsError: (502, "Mews gave no answer that can be used"),
}
_AGAIN = {429, 503, 504}
_WAIT = 15.0


def problem(error: errors.MewsError) -> tuple[int, dict[str, object]]:
    """A status, and a body as of RFC 9457.

    No error of the library holds a token. Callers are told a message that they can act on; of the
    others they get the id under which Mews' support finds the request, and the log has the rest.
    """
    status, title = next(_KINDS[kind] for kind in type(error).__mro__ if kind in _KINDS)
    body: dict[str, object] = {"title": title, "status": status}
    if status < 500 or status == 504:
        body["detail"] = error.message
    if error.request_id:
        body["mews_request_id"] = error.request_id
    if status in _AGAIN:
        asked = error.retry_after if isinstance(error, errors.RateLimitedError) else None
        body["retry_after"] = ceil(_WAIT if asked is None else asked)
    _logger.log(logging.ERROR if status >= 500 else logging.INFO, "%d: %s", status, error)
    return status, body


async def answer(_: Request, error: Exception) -> JSONResponse:
    """Answers for any error of the library."""
    if not isinstance(error, errors.MewsError):
        raise error
    status, body = problem(error)
    wait = body.get("retry_after")
    headers = {} if wait is None else {"Retry-After": str(wait)}
    return JSONResponse(body, status, headers, media_type="application/problem+json")
