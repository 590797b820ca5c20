"""Answers every POST with the same few bytes, and prints the URL it does so on.

It reads no more of a request than it must to find its end, so that it takes far less time than
whoever is measured against it. It ends with the process that started it.
"""

from __future__ import annotations

import asyncio
import sys

_BODY = b'{"ExternalPaymentId":"9f4c2a1e-77d0-4b1c-8f1a-0c5d6e7f8a9b"}'
_ANSWER = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%s" % (
    len(_BODY),
    _BODY,
)


class _Answers(asyncio.Protocol):
    def __init__(self) -> None:
        self._transport: asyncio.WriteTransport | None = None
        self._received = b""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.WriteTransport)  # noqa: S101 - for the type checkers
        self._transport = transport

    def data_received(self, data: bytes) -> None:
        self._received += data
        while (end := _end_of_request(self._received)) is not None:
            self._received = self._received[end:]
            assert self._transport is not None  # noqa: S101 - for the type checkers
            self._transport.write(_ANSWER)


def _end_of_request(received: bytes) -> int | None:
    head, found, _ = received.partition(b"\r\n\r\n")
    if not found:
        return None
    length = head.lower().partition(b"content-length:")[2].partition(b"\r\n")[0]
    end = len(head) + len(found) + int(length)
    return end if len(received) >= end else None


async def main() -> None:
    """Serves until nobody holds the other end of stdin any more."""
    loop = asyncio.get_running_loop()
    server = await loop.create_server(_Answers, "127.0.0.1", 0)
    print(f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}", flush=True)
    await loop.run_in_executor(None, sys.stdin.read)


if __name__ == "__main__":
    asyncio.run(main())
