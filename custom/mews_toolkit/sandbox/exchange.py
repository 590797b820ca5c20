"""One call, from the arrival of the request to the answer."""

import asyncio
from typing import cast

from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response

from mews_toolkit.sandbox import answers
from mews_toolkit.sandbox.broken_answers import ResetAnswer
from mews_toolkit.sandbox.calls import Call
from mews_toolkit.sandbox.document import DocumentedOperation, operations
from mews_toolkit.sandbox.faults import Delay
from mews_toolkit.sandbox.operations import OPERATIONS
from mews_toolkit.sandbox.refusals import RateLimitReached, Refusal, invalid, unauthorized
from mews_toolkit.sandbox.retry_after import retry_after
from mews_toolkit.sandbox.sandbox import Sandbox
from mews_toolkit.sandbox.tokens import SECRETS, Caller, identified
from mews_toolkit.sandbox.wire import JsonObject, decode

LARGEST_BODY = 4 * 1024 * 1024


class Exchange:
    """One call of an operation. `request_id` is what the answer's header will say."""

    def __init__(self, sandbox: Sandbox, name: str, request: Request, request_id: str) -> None:
        self._sandbox = sandbox
        self._name = name
        self._request = request
        self._request_id = request_id

    async def answer(self) -> Response:
        """Carries the operation out, or refuses it, or fails as it was told to."""
        there, back = self._sandbox.latency.legs()
        await asyncio.sleep(there)
        # The rate limit goes by this instant, however long the body or a fault takes.
        arrived = self._sandbox.monotonic()
        self._sandbox.requests += 1
        operation = operations().get(self._name)
        if operation is None:
            return answers.error(404, "There is no such path.", self._request_id)
        if self._name not in OPERATIONS:
            return answers.error(501, "The sandbox cannot do this yet.", self._request_id)
        call = Call(
            operation=self._name,
            request_id=self._request_id,
            arrived=arrived,
            arrived_utc=self._sandbox.now(),
        )
        self._sandbox.calls.append(call)
        try:
            response = await self._converse(operation, call)
        except Refusal as refusal:
            response = self._refused(refusal, call)
        except ClientDisconnect:
            # Nobody is left to hear an answer.
            response = ResetAnswer()
        await asyncio.sleep(back)
        call.status = None if isinstance(response, ResetAnswer) else response.status_code
        return response

    async def _converse(self, operation: DocumentedOperation, call: Call) -> Response:
        body = _object(await self._body())
        call.request = {name: value for name, value in body.items() if name not in SECRETS}
        caller = identified(body, self._sandbox.callers)
        self._sandbox.admit(caller, call.arrived)
        match fault := self._sandbox.faults.take(operation.name):
            case None:
                return self._carried_out(operation, caller, body, call)
            case Delay(seconds, after_commit=False):
                await asyncio.sleep(seconds)
                return self._carried_out(operation, caller, body, call)
            case Delay(seconds):
                carried_out = self._carried_out(operation, caller, body, call)
                await asyncio.sleep(seconds)
                return carried_out
            case _:
                hidden = None
                if fault.after_commit:
                    hidden = self._carried_out(operation, caller, body, call)
                return answers.of_failure(fault, self._request_id, hidden)

    async def _body(self) -> bytes:
        """The body, even one too large: not reading it to its end would look like a reset."""
        parts: list[bytes] = []
        size = 0
        async for part in self._request.stream():
            size += len(part)
            if size <= LARGEST_BODY:
                parts.append(part)
        if size > LARGEST_BODY:
            raise Refusal(413, "The body is larger than 4 MiB.")
        return b"".join(parts)

    def _carried_out(
        self, operation: DocumentedOperation, caller: Caller, body: JsonObject, call: Call
    ) -> Response:
        """The true answer. A refusal is one, too: a fault after it hides it as it hides success."""
        try:
            operation.check(body)
            if caller.is_portfolio and operation.portfolio == "none":
                raise unauthorized("No permission to use this operation.")
            result = OPERATIONS[operation.name](self._sandbox.store, caller, body)
        except Refusal as refusal:
            return self._refused(refusal, call)
        return answers.success(result, self._request.headers.get("Prefer"))

    def _refused(self, refusal: Refusal, call: Call) -> Response:
        call.refusal = " ".join(it for it in (refusal.message, refusal.details) if it)
        headers: dict[str, str] = {}
        if isinstance(refusal, RateLimitReached):
            value = retry_after(refusal.wait, self._sandbox.retry_after, self._sandbox.now)
            if value is not None:
                headers["Retry-After"] = value
        return answers.error(
            refusal.status,
            refusal.message,
            self._request_id,
            details=refusal.details,
            headers=headers,
        )


def _object(body: bytes) -> JsonObject:
    try:
        value = decode(body)
    except ValueError as error:
        raise invalid("JSON", str(error)) from error
    if not isinstance(value, dict):
        raise invalid("JSON", "The body is not a JSON object.")
    return cast("JsonObject", value)
