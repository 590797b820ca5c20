"""httpx on the connections of aiohttp. The only module that imports either extra package."""

from __future__ import annotations

import asyncio
from typing import Any

import httpx
import httpx_aiohttp
from aiohttp import ClientError, ClientSession, DummyCookieJar, TCPConnector

from ._cookieless_client import CookielessClient
from ._not_sent import nothing_was_sent
from .errors import ConfigurationError

__all__ = ["AiohttpClient", "AiohttpTransport"]

# As much as httpcore takes; aiohttp's own 8 KiB are less than some proxies add.
_LONGEST_HEADER = 64 * 1024


class _Connector(TCPConnector):
    def hang_up_on_talkers(self) -> None:
        """Closes kept connections over which came what nobody asked for.

        aiohttp would take it for the answer to the next request.
        """
        for kept in self._conns.values():
            for protocol, _ in kept:
                if protocol.should_close:
                    protocol.close()


class AiohttpTransport(httpx_aiohttp.AiohttpTransport):
    """The transport of httpx-aiohttp, whose errors say what they say with httpcore."""

    _connector: _Connector | None = None

    def get_client(self) -> ClientSession:
        """The session: it keeps no cookies, and takes nothing from the environment."""
        limits = self.limits
        self._connector = _Connector(
            # 0 is aiohttp's word for as many as are needed.
            limit=limits.max_connections or 0,
            keepalive_timeout=limits.keepalive_expiry,
            ssl=self.ssl_context,
        )
        return ClientSession(
            connector=self._connector,
            cookie_jar=DummyCookieJar(),
            trust_env=False,
            max_line_size=_LONGEST_HEADER,
            max_field_size=_LONGEST_HEADER,
        )

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """Sends the request once."""
        timeout = request.extensions.get("timeout", {})
        # What httpx-aiohttp takes for the pool's limit bounds connecting as well, the look-up of
        # the name included.
        request.extensions["timeout"] = {**timeout, "pool": timeout.get("connect")}
        # Only once the loop has looked is it known which kept connections the server has closed,
        # where a write would be left open, and over which ones it has said something.
        await asyncio.sleep(0)
        if self._connector is not None:
            self._connector.hang_up_on_talkers()
        try:
            return await super().handle_async_request(request)
        except httpx.ConnectTimeout as error:
            raise _as_of_httpcore(error)(str(error)) from error
        except ClientError as error:
            raise httpx.RemoteProtocolError(str(error)) from error


def _as_of_httpcore(error: httpx.ConnectTimeout) -> type[httpx.TransportError]:
    """What it truly is: httpx-aiohttp gives almost all that ends a connection that name."""
    if nothing_was_sent(error):
        timed_out = isinstance(error.__cause__, TimeoutError)
        return httpx.ConnectTimeout if timed_out else httpx.ConnectError
    return httpx.ReadError if isinstance(error.__cause__, OSError) else httpx.RemoteProtocolError


class AiohttpClient(CookielessClient):
    """An httpx client each of whose connections is one of aiohttp, those to proxies too."""

    def _init_transport(
        self, *_: Any, transport: httpx.AsyncBaseTransport | None = None, **settings: Any
    ) -> httpx.AsyncBaseTransport:
        return transport or AiohttpTransport(**settings)

    def _init_proxy_transport(
        self, proxy: httpx.Proxy, *_: Any, **settings: Any
    ) -> httpx.AsyncBaseTransport:
        if proxy.url.scheme not in {"http", "https"}:
            raise ConfigurationError(f"aiohttp knows no proxies of {proxy.url.scheme}")
        return AiohttpTransport(proxy=proxy, **settings)
