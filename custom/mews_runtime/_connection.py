"""One client's way to one environment: the pool, the window, the limit on concurrency.

It is shared by a client and all its views.
"""

from __future__ import annotations

import asyncio
import contextlib
import platform
import re
from collections.abc import AsyncGenerator, Callable
from datetime import datetime
from functools import lru_cache
from typing import cast

import httpx
from attrs import frozen

from ._cancellation import cancelled_while_waiting
from ._clock import Clock
from ._credentials import Credentials
from ._handshake import Handshake
from ._http_client import Transport, http_client
from ._limiter import Limiter, Slot
from ._not_sent import nothing_was_sent
from ._payload import Payload
from ._repeated_answers import RepeatedAnswers
from ._retry_after import http_date, retry_after_seconds
from ._shortened import shortened
from ._unpacking import ACCEPTED, Unpacking
from ._version import __version__
from .errors import ConfigurationError, MewsError, NotSentError, ResponseLostError

__all__ = ["LONGEST_REQUEST_ID", "Answer", "Connection"]

LONGEST_REQUEST_ID = 200
_LONGEST_REASON = 500
_API_PATH = "/api/connector/v1/"
_USER_AGENT = (
    f"mews-connector/{__version__} {httpx.__name__}/{httpx.__version__}"
    f" python/{platform.python_version()}"
)


@frozen
class Answer:
    """A response, read to its end; of one that is too large, what comes before its body."""

    status: int
    headers: httpx.Headers
    body: bytes
    request_id: str | None
    is_too_large: bool = False

    def retry_after(self, now: datetime) -> float | None:
        """Seconds that the server asks to wait.

        A date is compared with the server's own clock, or with `now` where it does not tell.
        """
        now = http_date(self.headers.get("Date", "")) or now
        return retry_after_seconds(self.headers.get("Retry-After"), now)


class Connection:
    """Opened on first use, closed once."""

    def __init__(
        self,
        *,
        url: str,
        credentials: Credentials,
        clock: Clock,
        max_concurrency: int,
        http: httpx.AsyncClient | None,
        transport: Transport,
    ) -> None:
        self.credentials = credentials
        self.clock = clock
        self.base_url = url
        self._url = url + _API_PATH
        # Held while a page is read, and for a turn of the event loop after it.
        self.reading: asyncio.Lock = asyncio.Lock()
        self._gate = asyncio.Semaphore(max_concurrency)
        self._owned = http is None
        # The gate keeps callers from queueing inside the pool, whose cost grows with the
        # square of its queue.
        self._http = http or http_client(transport, url=url, max_connections=max_concurrency)
        self._repeated = RepeatedAnswers()
        self._loop: asyncio.AbstractEventLoop | None = None
        self._closed = False

    @property
    def closed(self) -> bool:
        """Whether nothing can be sent any more."""
        return self._closed or self._http.is_closed

    def check_usable(self) -> None:
        """Makes sure that a request can be made here and now.

        Raises:
            ConfigurationError: The client is closed, or was first used on another event loop.
        """
        if self.closed:
            raise ConfigurationError("the client is closed; create a new one")
        loop = asyncio.get_running_loop()
        if self._loop is None:
            self._loop = loop
        elif self._loop is not loop:
            raise ConfigurationError(
                "the client was first used on another event loop; create one client per loop"
            )

    async def enter(self, limiter: Limiter, check: Callable[[], None]) -> Slot:
        """Takes one of the places for requests at the same time, then a slot of the limiter.

        `check` is asked before each wait, and raises if there is no use in going on.

        Raises:
            ConfigurationError: The client was closed meanwhile.
        """
        if self._gate.locked():
            check()
        await self._gate.acquire()
        try:
            check()
            slot = await limiter.acquire()
            try:
                self.check_usable()
            except ConfigurationError:
                slot.release()
                raise
        except BaseException:
            self._gate.release()
            raise
        return slot

    def leave(self) -> None:
        """Gives the place back."""
        self._gate.release()

    async def post(
        self,
        path: str,
        payload: Payload,
        *,
        timeout: httpx.Timeout,
        minimal: bool,
        max_answer_bytes: int,
    ) -> Answer:
        """One request, its answer read to the end. Redirects are not followed.

        Raises:
            NotSentError: No connection was made.
            ResponseLostError: The answer did not arrive whole.
        """
        answer = await cancelled_while_waiting(
            self._exchange(path, payload, timeout, minimal=minimal, most=max_answer_bytes)
        )
        if isinstance(answer, MewsError):
            raise answer
        return answer

    # httpx' exceptions hold the request, and their tracebacks its body, tokens included. So
    # they are let go of before ours are raised: hence faults that are returned, not chained.

    async def _exchange(
        self, path: str, payload: Payload, timeout: httpx.Timeout, *, minimal: bool, most: int
    ) -> Answer | MewsError:
        response = await self._send(path, payload, timeout, minimal=minimal)
        if isinstance(response, MewsError):
            return response
        request_id: str | None = response.headers.get("Request-Id")
        if request_id is not None:
            request_id = shortened(self.credentials.redact(request_id), LONGEST_REQUEST_ID)
            if self._repeated.holds(response.extensions.get("network_stream"), request_id):
                # Not read to its end, it takes its connection along, and what else comes over it.
                await _hang_up(response)
                return ResponseLostError(
                    "the answer to an earlier request came again in its place", operation=path
                )
        # Nor is more read of the connection after an error that the API itself did not send.
        is_foreign = request_id is None and not response.is_success
        body, error = await _read(response, most, keep_connection=not is_foreign)
        if error is None or isinstance(error, _TooLargeError) or not response.is_success:
            return Answer(
                response.status_code,
                response.headers,
                body,
                request_id,
                is_too_large=isinstance(error, _TooLargeError),
            )
        return ResponseLostError(
            self._reason(error),
            operation=path,
            status=response.status_code,
            request_id=request_id,
        )

    async def _send(
        self, path: str, payload: Payload, timeout: httpx.Timeout, *, minimal: bool
    ) -> httpx.Response | MewsError:
        # An authentication or a transport of the user's may send the same request again.
        handshake = Handshake(sent_once=self._owned)
        try:
            request = self._http.build_request(
                "POST",
                _parsed(self._url + path),
                content=self.credentials.seal(payload.to_json()),
                headers=_headers(minimal=minimal),
                timeout=timeout,
                extensions={"trace": handshake},
            )
            return await self._http.send(request, stream=True, follow_redirects=False)
        except Exception as error:  # noqa: BLE001 - whatever it is, the request may be on its way
            if nothing_was_sent(error) and not self._may_be_sent(handshake):
                reason = f"no connection to {self.base_url}: {self._reason(error)}"
                return NotSentError(reason, operation=path)
            return ResponseLostError(self._reason(error), operation=path)
        except asyncio.CancelledError:
            await handshake.abandon()
            raise

    def _may_be_sent(self, handshake: Handshake) -> bool:
        # A hook of the user's client may raise any error after the answer, too, and not every
        # transport tells whether it is after it.
        hooked = bool(self._http.event_hooks["response"])
        return handshake.sent or (hooked and not handshake.watched)

    def _reason(self, error: Exception) -> str:
        # A protocol error quotes what the server sent, at any length.
        name = type(error).__name__
        told = self.credentials.redact(f"{name}: {error}" if str(error) else name)
        return shortened(told, _LONGEST_REASON)

    async def aclose(self) -> None:
        if not self._closed:
            if self._loop not in {None, asyncio.get_running_loop()}:
                raise ConfigurationError(
                    "the client was first used on another event loop; close it there"
                )
            self._closed = True
            if self._owned:
                await cancelled_while_waiting(self._http.aclose())


class _TooLargeError(Exception):
    """The body is larger than wanted."""


async def _read(
    response: httpx.Response, most: int, *, keep_connection: bool
) -> tuple[bytes, Exception | None]:
    """The body, or what kept it from being read."""
    # Where the end that follows the last byte is not asked for, the connection is closed.
    last = None if keep_connection else response.headers.get("Content-Length")
    try:
        try:
            if keep_connection and _is_known_to_fit(response.headers, most):
                # Then whoever keeps the response, in a hook, finds the body in it.
                return await response.aread(), None
            return await _at_most(most, response, last), None
        finally:
            await response.aclose()
    except Exception as error:  # noqa: BLE001 - as above
        return b"", error


def _is_known_to_fit(headers: httpx.Headers, most: int) -> bool:
    length = headers.get("Content-Length", "")
    plain = "Content-Encoding" not in headers and "Transfer-Encoding" not in headers
    return plain and re.fullmatch("[0-9]{1,15}", length) is not None and int(length) <= most


async def _hang_up(response: httpx.Response) -> None:
    # Whatever becomes of the connection, the answer is lost already.
    with contextlib.suppress(Exception):
        await response.aclose()


async def _at_most(most: int, response: httpx.Response, last: str | None) -> bytes:
    if last == "0":
        return b""
    # Not a list: pieces of two bytes each would take twenty times their size.
    body = bytearray()
    # What is there already, as a hook leaves it, is no longer compressed.
    is_there = response.is_stream_consumed
    unpacking = Unpacking(httpx.Headers() if is_there else response.headers)
    pieces = response.aiter_bytes() if is_there else response.aiter_raw()
    # httpx promises no more than an iterator, though only a generator can be ended early.
    async with contextlib.aclosing(cast("AsyncGenerator[bytes]", pieces)):
        async for piece in pieces:
            for part in unpacking.unpack(piece):
                if len(body) + len(part) > most:
                    raise _TooLargeError
                body += part
            if str(response.num_bytes_downloaded) == last:
                break
    unpacking.end()
    return bytes(body)


# httpx takes longer to read a URL than to do all else about a request before it is sent.
@lru_cache(maxsize=1024)
def _parsed(url: str) -> httpx.URL:
    return httpx.URL(url)


def _headers(*, minimal: bool) -> dict[str, str]:
    headers = {
        "Accept-Encoding": ACCEPTED,
        "Content-Type": "application/json",
        "User-Agent": _USER_AGENT,
    }
    if minimal:
        headers["Prefer"] = "return=minimal"
    return headers
