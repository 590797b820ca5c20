from __future__ import annotations

import asyncio
import gzip
import json
import re
from collections import Counter
from collections.abc import AsyncGenerator, Awaitable, Callable
from contextlib import asynccontextmanager
from datetime import datetime
from email.utils import format_datetime
from uuid import UUID

from attrs import frozen

from .lines import Line, SocketLine
from .mishaps import BEFORE_THE_REQUEST_IS_READ, Mishap, Turn
from .weather import WeatherReport

__all__ = ["Behind", "FaultyServer", "serve_faulty"]

Behind = Callable[[str, bytes], Awaitable[tuple[int, bytes]]]
"""Carries a request out by its path and body; answers with a status and a body."""

_PAGE = b"<html><body>Bad gateway</body></html>"


@frozen
class _Reply:
    status: int
    headers: dict[str, str]
    body: bytes


class FaultyServer:
    """Stands between a client and a sandbox, and lets happen what the weather brings.

    Attributes:
        arrivals: When each request arrived, by the loop's clock.
        mishaps: How often each one happened.
        open: The connections that are served.
        quiet: The seconds of quiet that an answer asked for, by its `Request-Id`.
        weather: What happens to the next requests.
    """

    def __init__(
        self,
        sandbox: Behind,
        weather: WeatherReport,
        *,
        now: Callable[[], datetime],
        pause: float,
        most: int,
    ) -> None:
        """Says how long a pause is that no client takes for the end, and how much is too much."""
        self.arrivals: list[float] = []
        self.mishaps: Counter[Mishap] = Counter()
        self.open: set[Line] = set()
        self.quiet: dict[str, float] = {}
        self._sandbox = sandbox
        self.weather = weather
        self.now = now
        self._pause = pause
        self._most = most
        self._numbers = 0
        self._refused = False
        self._earlier: bytes = b""

    @property
    def went_wrong(self) -> bool:
        """Whether anything did, be it that a connection was refused."""
        return self._refused or any(it is not Mishap.NONE for it in self.mishaps)

    def refuses(self) -> bool:
        refuses = self.weather.refuses()
        self._refused |= refuses
        return refuses

    async def converse(self, line: Line) -> None:
        """Answers one request after the other over a connection."""
        self.open.add(line)
        try:
            while await self._exchange(line):
                pass
        except (OSError, asyncio.IncompleteReadError):
            pass
        finally:
            line.close()
            self.open.remove(line)

    async def _exchange(self, line: Line) -> bool:
        head = await line.until(b"\r\n\r\n")
        self.arrivals.append(asyncio.get_running_loop().time())
        turn = self.weather.turn(self.now())
        self.mishaps[turn.mishap] += 1
        length = int(head.lower().partition(b"content-length:")[2].split()[0])
        if turn.mishap in BEFORE_THE_REQUEST_IS_READ:
            if turn.mishap is Mishap.RESET_IN_BODY:
                await line.exactly(length // 2)
            line.reset()
            return False
        body = await line.exactly(length)
        true = await self._carried_out(head, body) if turn.committed else self._failure(500)
        return await self._answer(line, turn, true)

    async def _carried_out(self, head: bytes, body: bytes) -> _Reply:
        path = head.split(b" ", 2)[1].decode()
        status, answer = await self._sandbox(path, body)
        return _Reply(status, {}, answer)

    def _failure(self, status: int) -> _Reply:
        message = {"Message": "The server was told to fail.", "RequestId": None, "Details": None}
        return _Reply(status, {}, json.dumps(message).encode())

    def _written(self, reply: _Reply, *, named: bool = True, length: str | None = None) -> bytes:
        self._numbers += 1
        headers = {
            "Content-Type": "application/json",
            "Date": format_datetime(self.now(), usegmt=True),
            "Content-Length": str(len(reply.body)) if length is None else length,
            **({"Request-Id": str(UUID(int=self._numbers))} if named else {}),
            **reply.headers,
        }
        lines = [f"HTTP/1.1 {reply.status} Told", *(f"{k}: {v}" for k, v in headers.items())]
        return "\r\n".join(lines).encode("latin-1") + b"\r\n\r\n" + reply.body

    async def _answer(self, line: Line, turn: Turn, true: _Reply) -> bool:  # noqa: C901, PLR0911, PLR0912, PLR0915 - a list of cases
        """Says it in one way or another; whether the connection is kept."""
        whole = self._written(true)
        head = whole[: -len(true.body) or None]
        middle = len(head) + len(true.body) // 2
        match turn.mishap:
            case Mishap.NONE:
                await line.write(whole)
            case Mishap.LATE:
                await asyncio.sleep(self._pause)
                await line.write(whole)
            case Mishap.RESET:
                line.reset()
                return False
            case Mishap.CLOSED:
                return False
            case Mishap.CUT_IN_HEAD:
                await line.write(head[: len(head) // 2])
                return False
            case Mishap.CUT_IN_BODY:
                await line.write(whole[:middle])
                return False
            case Mishap.SILENT:
                await line.gone()
                return False
            case Mishap.STALLED_IN_HEAD:
                await line.write(head[: len(head) // 2])
                await line.gone()
                return False
            case Mishap.STALLED_IN_BODY:
                await line.write(whole[:middle])
                await line.gone()
                return False
            case Mishap.SLOW_HEAD:
                await line.write(head[:-2])
                while True:
                    await asyncio.sleep(self._pause)
                    await line.write(b"X-More: of it\r\n")
            case Mishap.SLOW_BODY:
                await line.write(self._written(true, length=str(len(true.body) + 1_000_000)))
                while True:
                    await asyncio.sleep(self._pause)
                    await line.write(b" ")
            case Mishap.TWICE:
                await line.write(whole + whole)
            case Mishap.TWICE_SLOWLY:
                await line.write(whole)
                # Before the next request is answered, and after it was sent.
                await line.until(b"\r\n\r\n")
                await line.write(whole)
                await line.gone()
                return False
            case Mishap.MIXED:
                other = self._earlier or self._written(self._failure(500))
                half, rest = len(whole) // 2, len(other) // 2
                await line.write(whole[:half] + other[:rest] + whole[half:] + other[rest:])
            case Mishap.CLOSED_IDLE:
                await line.write(whole)
                return False
            case Mishap.TOO_SHORT_A_LENGTH:
                await line.write(self._written(true, length=str(len(true.body) - 1)))
            case Mishap.TOO_LONG_A_LENGTH:
                await line.write(self._written(true, length=str(len(true.body) + 10)))
                return False
            case Mishap.NO_LENGTH:
                await line.write(self._written(true, length="many"))
            case Mishap.NO_HTTP:
                await line.write(b"\x15\x03\x01\x00\x02\x02\x46" * 40)
            case Mishap.ENDLESS_HEAD:
                await line.write(head[:-2] + b"X-More: of it\r\n" * 8_000)
            case Mishap.BAD_GZIP:
                await line.write(self._gzipped(true, b"\x00" + gzip.compress(true.body)))
            case Mishap.CUT_GZIP:
                await line.write(self._gzipped(true, gzip.compress(true.body)[:-12]))
            case Mishap.NO_UTF8:
                await line.write(whole[:middle] + b"\xff" + whole[middle + 1 :])
            case Mishap.HUGE:
                await line.write(self._success(b'{"Payments": []}' + b" " * self._most))
            case Mishap.HUGE_GZIP:
                huge = gzip.compress(b'{"Payments": []}' + b" " * self._most, 9)
                await line.write(self._gzipped(_Reply(200, {}, b""), huge))
            case Mishap.DEEP:
                # Small enough to be read, and in a place where anything may come.
                await line.write(self._success(b'{"Deep": ' + b"[" * (self._most // 2)))
            case Mishap.DEEP_ERROR:
                depth = 600
                deep = b'{"Message": "deep", "Details": ' + b"[" * depth + b"]" * depth + b"}"
                await line.write(self._written(_Reply(500, {}, deep)))
            case Mishap.NO_JSON:
                await line.write(self._success(_PAGE))
            case Mishap.EMPTY:
                await line.write(self._success(b""))
            case Mishap.REDIRECT:
                await line.write(self._written(_Reply(307, {"Location": "/"}, b"")))
            case Mishap.TOO_HEAVY:
                await line.write(self._written(self._failure(408)))
            case Mishap.FLAP:
                await line.write(self._written(self._failure(turn.status)))
            case Mishap.FOREIGN_ERROR:
                await line.write(self._written(_Reply(turn.status, {}, _PAGE), named=False))
            case Mishap.RATE_LIMITED | Mishap.RATE_LIMITED_TWICE:
                told = {} if turn.retry_after is None else {"Retry-After": turn.retry_after}
                refused = _Reply(429, told, self._failure(429).body)
                is_foreign = turn.mishap is Mishap.RATE_LIMITED_TWICE
                written = self._written(refused, named=not is_foreign)
                self.quiet[str(UUID(int=self._numbers))] = _quiet(turn.retry_after)
                await line.write(written * (2 if is_foreign else 1))
            case _:
                raise AssertionError(turn.mishap)
        self._earlier = whole
        return True

    def _success(self, body: bytes) -> bytes:
        return self._written(_Reply(200, {}, body))

    def _gzipped(self, true: _Reply, body: bytes) -> bytes:
        return self._written(_Reply(true.status, {"Content-Encoding": "gzip"}, body))


def _quiet(retry_after: str | None) -> float:
    """The seconds that a number asks for; more than an hour is nonsense."""
    number = re.fullmatch(r"[0-9.]+", retry_after or "")
    seconds = float(number[0]) if number else 0.0
    return seconds if seconds <= 3600 else 0.0


@asynccontextmanager
async def serve_faulty(server: FaultyServer) -> AsyncGenerator[str]:
    """Serves on a socket of this machine; gives the URL."""
    conversations: set[asyncio.Task[None]] = set()

    async def converse(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        conversations.add(task)
        line = SocketLine(reader, writer)
        try:
            if server.refuses():
                line.reset()
            else:
                await server.converse(line)
        finally:
            conversations.remove(task)

    listener = await asyncio.start_server(converse, "127.0.0.1")
    async with listener:
        yield f"http://127.0.0.1:{listener.sockets[0].getsockname()[1]}"
    while conversations:
        await asyncio.wait(conversations)
