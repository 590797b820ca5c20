"""A transport that hands requests to a sandbox in the same event loop, without any socket.

It breaks off as a socket does: what the sandbox sent before is delivered, then an error.
"""

import asyncio
from collections.abc import AsyncGenerator
from typing import Any

import httpx
from starlette.types import Message

from mews_toolkit.sandbox.app import create_app
from mews_toolkit.sandbox.broken_answers import EXTENSION
from mews_toolkit.sandbox.sandbox import Sandbox


class _Socket:
    """What the application sees of a socket that it resets."""

    def setsockopt(self, *_: object) -> None:
        """Takes any option."""


class _Line:
    """One request's connection, as the application sees it, and what came over it."""

    def __init__(self) -> None:
        self.sent: asyncio.Queue[Message | None] = asyncio.Queue()
        self.lost = asyncio.Event()

    def is_closing(self) -> bool:
        """Whether the line was closed."""
        return self.lost.is_set()

    def get_extra_info(self, _: str) -> _Socket:
        """The socket."""
        return _Socket()

    def close(self) -> None:
        """Ends the answer here."""
        self.lost.set()
        self.sent.put_nowait(None)

    def abort(self) -> None:
        """Ends the answer here."""
        self.close()


class _Body(httpx.AsyncByteStream):
    def __init__(self, line: _Line, work: asyncio.Task[None]) -> None:
        self._line = line
        self._work = work

    async def __aiter__(self) -> AsyncGenerator[bytes, None]:
        while (message := await self._line.sent.get()) is not None:
            yield message.get("body", b"")
            if not message.get("more_body", False):
                return
        raise httpx.RemoteProtocolError("peer closed connection without sending complete body")

    async def aclose(self) -> None:
        """Hangs up."""
        await _hang_up(self._line, self._work)


class InProcess(httpx.AsyncBaseTransport):
    """Carries the requests of an `httpx.AsyncClient` to a sandbox, each over a line of its own.

    Any host will do.
    """

    def __init__(self, sandbox: Sandbox) -> None:
        self._app = create_app(sandbox)

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """Sends one request, and gives its answer as soon as that begins.

        Raises:
            httpx.ReadError: The connection was reset before any answer.
        """
        line = _Line()
        work = asyncio.create_task(self._answer(request, line))
        try:
            start = await line.sent.get()
        except BaseException:
            await _hang_up(line, work)
            raise
        if start is None:
            await _hang_up(line, work)
            raise httpx.ReadError("connection reset by peer")
        return httpx.Response(
            start["status"], headers=start["headers"], stream=_Body(line, work), request=request
        )

    async def _answer(self, request: httpx.Request, line: _Line) -> None:
        scope: dict[str, Any] = {
            "type": "http",
            "asgi": {"version": "3.0"},
            "http_version": "1.1",
            "method": request.method,
            "scheme": request.url.scheme,
            "path": request.url.path,
            "raw_path": request.url.raw_path,
            "query_string": request.url.query,
            "headers": [(name.lower(), value) for name, value in request.headers.raw],
            "extensions": {EXTENSION: line},
        }
        body = [await request.aread()]

        async def receive() -> Message:
            if body:
                return {"type": "http.request", "body": body.pop(), "more_body": False}
            await line.lost.wait()
            return {"type": "http.disconnect"}

        async def send(message: Message) -> None:
            if not line.lost.is_set():
                line.sent.put_nowait(message)

        await self._app(scope, receive, send)


async def _hang_up(line: _Line, work: asyncio.Task[None]) -> None:
    line.lost.set()
    work.cancel()
    await asyncio.wait([work])
    if not work.cancelled():
        work.result()
