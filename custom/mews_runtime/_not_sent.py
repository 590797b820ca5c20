from __future__ import annotations

import sys
from collections.abc import Iterator

import httpx

__all__ = ["nothing_was_sent"]

_NOT_SENT = (
    httpx.ConnectError,
    httpx.ConnectTimeout,
    httpx.PoolTimeout,
    httpx.ProxyError,
    httpx.UnsupportedProtocol,
)
_NOT_SENT_BY_AIOHTTP = ("ClientConnectorError", "ClientHttpProxyError", "ConnectionTimeoutError")


def nothing_was_sent(error: Exception) -> bool:
    """Whether an exception of a transport means that the request never left.

    httpx-aiohttp says `ConnectTimeout` of a connection that breaks after the request, too. So
    where an exception comes from aiohttp, only aiohttp's own is believed.
    """
    if not isinstance(error, _NOT_SENT):
        return False
    aiohttp = sys.modules.get("aiohttp")
    if aiohttp is None:
        return True
    believed = tuple(getattr(aiohttp, name) for name in _NOT_SENT_BY_AIOHTTP)
    return all(
        isinstance(cause, believed)
        for cause in _causes(error)
        if isinstance(cause, aiohttp.ClientError)
    )


def _causes(error: BaseException) -> Iterator[BaseException]:
    seen: set[int] = set()
    cause: BaseException | None = error
    while cause is not None and id(cause) not in seen:
        yield cause
        seen.add(id(cause))
        cause = cause.__cause__ or cause.__context__
