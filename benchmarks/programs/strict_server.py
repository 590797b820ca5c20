"""Keeps to a limit of requests as the API does, and prints its URL.

`strict_server.py REQUESTS SECONDS LATENCY`: a request is let through if fewer than REQUESTS were
within the last SECONDS, and answered with 429 if not. It travels for up to LATENCY seconds before
that is decided, and its answer as long again, each drawn anew. The answer's Request-Id is the
moment of the decision, in seconds.
"""

from __future__ import annotations

import asyncio
import random
import sys
from collections import deque
from collections.abc import Callable
from typing import TypeVarTuple, Unpack, cast

Arguments = TypeVarTuple("Arguments")

_BODY = b'{"Payments":[],"Cursor":null}'
_ANSWER = b"HTTP/1.1 %s\r\nRequest-Id: %f\r\nContent-Length: %d\r\n\r\n%s"


class Gate:
    """What the server lets through."""

    def __init__(self, requests: int, seconds: float) -> None:
        self._requests = requests
        self._seconds = seconds
        self._passed: deque[float] = deque()

    def answer(self, now: float) -> bytes:
        """What a request that arrives now gets."""
        while self._passed and self._passed[0] <= now - self._seconds:
            self._passed.popleft()
        if len(self._passed) == self._requests:
            return _ANSWER % (b"429 Too Many Requests", now, 2, b"{}")
        self._passed.append(now)
        return _ANSWER % (b"200 OK", now, len(_BODY), _BODY)


class Answers(asyncio.Protocol):
    """One connection, which is kept."""

    def __init__(self, gate: Gate, latency: float) -> None:
        self._gate = gate
        self._latency = latency
        self._received = b""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Notes where to write to."""
        self._transport = cast("asyncio.WriteTransport", transport)

    def data_received(self, data: bytes) -> None:
        """Answers as soon as the request is whole."""
        self._received += data
        head, _, body = self._received.partition(b"\r\n\r\n")
        length = head.lower().partition(b"content-length:")[2].partition(b"\r\n")[0]
        if not body or len(body) < int(length):
            return
        # Nobody sends another request before this one is answered.
        self._received = b""
        self._later(self._decide)

    def _decide(self) -> None:
        self._later(self._transport.write, self._gate.answer(asyncio.get_running_loop().time()))

    def _later(self, step: Callable[[Unpack[Arguments]], None], *arguments: *Arguments) -> None:
        delay = random.uniform(0, self._latency)  # noqa: S311 - no secret
        asyncio.get_running_loop().call_later(delay, step, *arguments)


async def serve(gate: Gate, latency: float) -> None:
    """Serves until nobody holds the other end of stdin any more."""
    loop = asyncio.get_running_loop()
    server = await loop.create_server(lambda: Answers(gate, latency), "127.0.0.1", 0, backlog=1000)
    print(f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}", flush=True)
    await loop.run_in_executor(None, sys.stdin.read)


if __name__ == "__main__":
    asyncio.run(serve(Gate(int(sys.argv[1]), float(sys.argv[2])), float(sys.argv[3])))
