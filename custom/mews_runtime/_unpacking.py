"""Answers as they were before they were compressed, a little at a time.

httpx makes of each piece from the network whatever it comes to, and of 64 KiB gzip makes 64 MiB.
Here nobody has to hold more than has been looked at.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator

import httpx

__all__ = ["ACCEPTED", "Unpacking"]

ACCEPTED = "gzip"
"""What is asked for, and read besides what is not compressed at all."""

_AT_A_TIME = 256 * 1024
_WITH_HEADER_OF_GZIP = 16 + zlib.MAX_WBITS


class Unpacking:
    """Of one answer."""

    def __init__(self, headers: httpx.Headers) -> None:
        """Looks at what the answer says that it is.

        Raises:
            httpx.DecodingError: It is compressed in a way that was not asked for.
        """
        coding = headers.get("Content-Encoding", "").strip().lower()
        if coding not in {"", "identity", "gzip", "x-gzip"}:
            raise httpx.DecodingError("it is compressed in a way that was not asked for")
        is_plain = coding in {"", "identity"}
        self._gzip = None if is_plain else zlib.decompressobj(_WITH_HEADER_OF_GZIP)
        self._begun = False

    def unpack(self, data: bytes) -> Iterator[bytes]:
        """What the next piece comes to.

        Raises:
            httpx.DecodingError: It is no gzip, or follows after its end.
        """
        if self._gzip is None:
            yield data
            return
        self._begun = self._begun or bool(data)
        # What is held back once the piece is used up comes with the next: the checksum is last.
        while data:
            try:
                part = self._gzip.decompress(data, _AT_A_TIME)
            except zlib.error as error:
                raise httpx.DecodingError(str(error)) from error
            if self._gzip.unused_data:
                raise httpx.DecodingError("something follows after the end of the gzip")
            yield part
            data = self._gzip.unconsumed_tail

    def end(self) -> None:
        """Makes sure that nothing is missing.

        Raises:
            httpx.DecodingError: It is not all there, and so neither is its checksum.
        """
        if self._gzip is not None and self._begun and not self._gzip.eof:
            raise httpx.DecodingError("the gzip has no end")
