"""HTTP answers: results, errors in the API's own form, and the answers that faults give."""

import re

from starlette.responses import HTMLResponse, Response

from mews_toolkit.sandbox.broken_answers import CutAnswer, ResetAnswer
from mews_toolkit.sandbox.faults import CutBody, Failure, Html, RateLimited, Reset, Status
from mews_toolkit.sandbox.pages import Page
from mews_toolkit.sandbox.wire import encode

JSON = "application/json"

_PAGE = "<!DOCTYPE html><html><head><title>{0}</title></head><body><h1>{0}</h1></body></html>"
_CUT = "This answer breaks off before its end, as the sandbox was told."
_MINIMAL = re.compile(r'(?:^|[,;\s])return\s*=\s*"?minimal"?(?:$|[,;\s])', re.IGNORECASE)


def error(
    status: int,
    message: str | None,
    request_id: str,
    *,
    details: str | None = None,
    headers: dict[str, str] | None = None,
) -> Response:
    """An error in the API's own form."""
    body = {"Message": message, "RequestId": request_id, "Details": details}
    return Response(encode(body), status, headers=headers, media_type=JSON)


def success(result: object, prefer: str | None) -> Response:
    """A result; 204 when there is nothing in it and the caller prefers a minimal answer."""
    body = encode(result)
    is_empty = body == b"{}" or (isinstance(result, Page) and result.cursor is None)
    if is_empty and prefer is not None and _MINIMAL.search(prefer):
        return Response(status_code=204)
    return Response(body, media_type=JSON)


def of_failure(failure: Failure, request_id: str, carried_out: Response | None) -> Response:
    """The answer that a failure gives; `carried_out` is the true one if there was one."""
    match failure:
        case Status(status, message, "json"):
            return error(status, message, request_id)
        case Status(status, _, "html") | Html(status):
            return HTMLResponse(_PAGE.format(f"Error {status}"), status)
        case Status(status):
            return Response(status_code=status)
        case RateLimited(retry_after):
            headers = None if retry_after is None else {"Retry-After": str(retry_after)}
            return error(429, "The sandbox was told to be busy.", request_id, headers=headers)
        case CutBody():
            whole = carried_out or error(200, _CUT, request_id)
            return CutAnswer(bytes(whole.body), whole.status_code, media_type=JSON)
        case Reset():
            return ResetAnswer()
