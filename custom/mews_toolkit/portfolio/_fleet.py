from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from types import TracebackType
from typing import NoReturn, Self

import httpx

from mews_connector import (
    Clock,
    Environment,
    Event,
    Journal,
    MewsClient,
    Observer,
    RateLimit,
    RetryPolicy,
    Transport,
    aiohttp_client,
    errors,
)
from mews_toolkit.portfolio._ending import all_ended

__all__ = ["Fleet"]

_SYSTEM_CLOCK = Clock()


class Fleet(Mapping[str, MewsClient]):
    """A client for each of several access tokens, by label, set up alike.

    They share the connections; each token has its own rate window. `each()` takes a fleet as it is.
    Use it with `async with`, or call `aclose()` at the end.
    """

    def __init__(  # noqa: D417 - MewsClient describes the others
        self,
        access_tokens: Mapping[str, str],
        *,
        environment: Environment | str,
        client_token: str,
        client: str,
        timeout: float | httpx.Timeout | None = None,
        retry: RetryPolicy | None = None,
        rate_limit: RateLimit | None = None,
        max_concurrency: int = 4,
        portfolio: bool = False,
        language_code: str | None = None,
        culture_code: str | None = None,
        minimal_responses: bool = False,
        max_answer_bytes: int = 64 * 1024 * 1024,
        legal_environment: str | None = None,
        http_client: httpx.AsyncClient | None = None,
        transport: Transport = "httpx",
        on_event: Callable[[str, Event], None] | None = None,
        observer: Observer | None = None,
        journal: Journal | None = None,
        clock: Clock = _SYSTEM_CLOCK,
    ) -> None:
        """Sets the clients up; nothing is sent.

        Keywords mean what they mean to `MewsClient`, for each of the clients. Different are:

        Args:
            access_tokens: The access tokens by label, such as the names of the hotels.
            max_concurrency: The most requests of one token at the same time.
            http_client: A client of yours to send with. It should allow as many connections as all
                tokens may have requests at the same time.
            on_event: Called with the label and the event.

        Raises:
            ConfigurationError: Something is missing or contradicts itself.
        """
        faults = _faults(access_tokens) or _transport_faults(transport, http_client)
        pool: httpx.AsyncClient | None = None
        clients: dict[str, MewsClient] = {}
        if not faults:
            try:
                pool = http_client or _pool(environment, transport)
            except errors.ConfigurationError as error:
                faults = [error.message]
        if pool is not None:
            for label in access_tokens:
                try:
                    clients[label] = MewsClient(
                        environment=environment,
                        client_token=client_token,
                        access_token=access_tokens[label],
                        client=client,
                        timeout=timeout,
                        retry=retry,
                        rate_limit=rate_limit,
                        max_concurrency=max_concurrency,
                        portfolio=portfolio,
                        language_code=language_code,
                        culture_code=culture_code,
                        minimal_responses=minimal_responses,
                        max_answer_bytes=max_answer_bytes,
                        legal_environment=legal_environment,
                        http_client=pool,
                        on_event=None if on_event is None else partial(on_event, label),
                        observer=observer,
                        journal=journal,
                        clock=clock,
                    )
                except errors.ConfigurationError as error:
                    faults = [f"{label}: {error.message}"]
                    break
        # Some tools print the variables of each frame of a traceback.
        del access_tokens, client_token
        if faults or pool is None:
            raise errors.ConfigurationError("; ".join(faults))
        self._clients = clients
        self._pool = pool
        self._owns_pool = http_client is None

    def __getitem__(self, label: str) -> MewsClient:
        return self._clients[label]

    def __iter__(self) -> Iterator[str]:
        return iter(self._clients)

    def __len__(self) -> int:
        return len(self._clients)

    async def aclose(self) -> None:
        """Closes all clients and their connections, once; more often does nothing."""
        for mews in self._clients.values():
            await mews.aclose()
        if self._owns_pool:
            # In a task of its own: a cancellation in the middle would leave connections open.
            await all_ended([asyncio.create_task(self._pool.aclose())])

    async def __aenter__(self) -> Self:
        for mews in self._clients.values():
            await mews.__aenter__()
        return self

    async def __aexit__(
        self,
        exc_type: type[BaseException] | None,
        exc: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        await self.aclose()

    def __repr__(self) -> str:
        return f"{type(self).__name__}({', '.join(getattr(self, '_clients', ()))})"

    def __reduce__(self) -> NoReturn:
        raise TypeError("a fleet is not pickled or copied: it holds tokens and connections")


def _faults(access_tokens: Mapping[str, str]) -> list[str]:
    if not _is_mapping(access_tokens):
        return ["access_tokens must be the tokens by label, {'Riverside': '...'}"]
    if not access_tokens:
        return ["access_tokens must hold at least one"]
    if not all(_is_text(it) for entry in access_tokens.items() for it in entry):
        return ["access_tokens and their labels must be texts that are not empty"]
    # Its hotel would be worked on twice, and its rows would come twice.
    first: dict[str, str] = {}
    for label, token in access_tokens.items():
        first.setdefault(token, label)
    return [
        f"{first[token]} and {label} have the same access token"
        for label, token in access_tokens.items()
        if first[token] != label
    ]


def _transport_faults(transport: Transport, http_client: httpx.AsyncClient | None) -> list[str]:
    if transport not in ("httpx", "aiohttp"):
        return ["transport must be 'httpx' or 'aiohttp'"]
    if transport != "httpx" and http_client is not None:
        return ["give a transport or an http_client, not both"]
    return []


def _is_mapping(value: object) -> bool:
    return isinstance(value, Mapping)


def _is_text(value: object) -> bool:
    return isinstance(value, str) and bool(value.strip())


def _pool(environment: Environment | str, transport: Transport) -> httpx.AsyncClient:
    # Plain http stays on this machine; a proxy of the environment would read the tokens.
    trust_env = str(environment).lower().startswith("https:")
    if transport == "aiohttp":
        return aiohttp_client(trust_env=trust_env)
    return httpx.AsyncClient(
        trust_env=trust_env,
        # Each client keeps to its own limit; httpx's queue costs the square of its length.
        limits=httpx.Limits(max_connections=None, max_keepalive_connections=None),
    )
