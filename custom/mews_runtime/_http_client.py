"""What sends the requests: httpx, on connections of its own or of aiohttp."""

from __future__ import annotations

import ssl
from typing import Literal, TypeAlias

import httpx

from ._cookieless_client import CookielessClient
from .errors import ConfigurationError

__all__ = ["Transport", "aiohttp_client", "check_transport", "http_client"]

Transport: TypeAlias = Literal["httpx", "aiohttp"]


def check_transport(transport: Transport, http_client: httpx.AsyncClient | None) -> None:
    """Refuses what is no transport, or none beside a client of the user's.

    Raises:
        ConfigurationError: It is refused.
    """
    if transport not in ("httpx", "aiohttp"):
        raise ConfigurationError("transport must be 'httpx' or 'aiohttp'")
    if transport != "httpx" and http_client is not None:
        raise ConfigurationError(
            "give a transport or an http_client, not both;"
            " aiohttp_client() makes one that is on aiohttp already"
        )


def http_client(transport: Transport, *, url: str, max_connections: int) -> httpx.AsyncClient:
    """A client for the environment with this URL.

    Raises:
        ConfigurationError: The transport's extra is not installed.
    """
    # Plain http stays on this machine; a proxy of the environment would read the tokens.
    trust_env = url.startswith("https:")
    if transport == "aiohttp":
        return aiohttp_client(max_connections=max_connections, trust_env=trust_env)
    return CookielessClient(trust_env=trust_env, limits=_limits(max_connections))


def aiohttp_client(
    *,
    verify: ssl.SSLContext | None = None,
    max_connections: int | None = None,
    trust_env: bool = True,
) -> httpx.AsyncClient:
    """An httpx client on connections of aiohttp, to be given to clients as `http_client`.

    For a single client `transport="aiohttp"` is enough. This is for certificates of your own, and
    for connections that several clients share. Close it when they are done.

    Args:
        verify: Which certificates are trusted; by default those that httpx trusts.
        max_connections: The most connections, as many as are needed by default. Waiting for one
            counts as connecting, so let it be as many as there are requests at the same time.
        trust_env: Whether proxies and certificates are taken from the environment.

    Raises:
        ConfigurationError: The extra is not installed, or `verify` is no context.
    """
    if not isinstance(verify, ssl.SSLContext | None):  # pyright: ignore[reportUnnecessaryIsInstance] - what callers without a type checker pass
        raise ConfigurationError(
            "verify must be an ssl.SSLContext: certificates are always checked"
        )
    try:
        from ._aiohttp import AiohttpClient  # noqa: PLC0415 - an extra
    except ModuleNotFoundError as missing:
        if missing.name not in {"aiohttp", "httpx_aiohttp"}:
            raise
        raise ConfigurationError(
            "the transport aiohttp needs: pip install mews-connector[aiohttp]"
        ) from None
    checked = True if verify is None else verify
    return AiohttpClient(verify=checked, trust_env=trust_env, limits=_limits(max_connections))


def _limits(max_connections: int | None) -> httpx.Limits:
    return httpx.Limits(max_connections=max_connections, max_keepalive_connections=max_connections)
