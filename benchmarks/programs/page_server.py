"""Answers every POST with a page of payments, and prints its URL.

`page_server.py FILE PAGES`: FILE has the page that all are made from. They have the same rows but
for their ids, and each names the next one by its cursor; after PAGES of them comes an empty one.
The month from which payments are asked for tells one list from another. While a page is on its way
the next one is made, so that nobody waits for it.
"""

from __future__ import annotations

import asyncio
import json
import re
import sys
from pathlib import Path
from typing import cast

# In the place of the first digits of each id, which tell list and page.
_MARK = b"@PAGE@@@"
_IDS = re.compile(rb'(\{"Id":"|"Cursor":")[0-9a-f]{8}')
_EMPTY = b'{"Payments":[],"Cursor":null}'
_HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n"


class Pages:
    """The answers with all pages."""

    def __init__(self, page: bytes, count: int) -> None:
        self._template = _IDS.sub(rb"\1" + _MARK, page)
        self._count = count
        self._ahead: dict[tuple[int, int], bytes] = {}

    def take(self, month: int, number: int) -> bytes:
        """The page of this list with this number, from 1."""
        return self._ahead.pop((month, number), None) or self._made(month, number)

    def prepare(self, month: int, number: int) -> None:
        """Makes one that will be asked for."""
        self._ahead[month, number] = self._made(month, number)

    def _made(self, month: int, number: int) -> bytes:
        body = _EMPTY
        if number <= self._count:
            body = self._template.replace(_MARK, b"%04x%04x" % (month, number))
        return _HEAD % len(body) + body


class Answers(asyncio.Protocol):
    """One connection, which is kept."""

    def __init__(self, pages: Pages) -> None:
        self._pages = pages
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
        month, number = _asked_for(body)
        self._transport.write(self._pages.take(month, number))
        asyncio.get_running_loop().call_soon(self._pages.prepare, month, number + 1)


def _asked_for(body: bytes) -> tuple[int, int]:
    request = json.loads(body)
    year, month, _ = request["CreatedUtc"]["StartUtc"].split("-", 2)
    cursor = request["Limitation"].get("Cursor")
    return 12 * int(year) + int(month), 1 if cursor is None else int(cursor[4:8], 16) + 1


async def serve(pages: Pages) -> None:
    """Serves until nobody holds the other end of stdin any more."""
    loop = asyncio.get_running_loop()
    server = await loop.create_server(lambda: Answers(pages), "127.0.0.1", 0)
    print(f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}", flush=True)
    await loop.run_in_executor(None, sys.stdin.read)


if __name__ == "__main__":
    asyncio.run(serve(Pages(Path(sys.argv[1]).read_bytes(), int(sys.argv[2]))))
