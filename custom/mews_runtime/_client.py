from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from types import NoneType, TracebackType
from typing import Any, Literal, NoReturn, Self, Unpack
from uuid import UUID

import attrs
import httpx

from . import _engine
from ._clock import SYSTEM_CLOCK, Clock
from .errors import ConfigurationError, InvalidRequestError

__all__ = ["Client"]


class Client:
    """What every generated client stands on: it checks, sends, waits, repeats and reads.

    Use it with `async with`, or call `aclose()` at the end. A client belongs to the event
    loop on which it is first used.
    """

    def __init__(
        self,
        *,
        environment: _engine.Environment | str,
        client_token: str,
        access_token: str,
        client: str,
        timeout: float | httpx.Timeout | None = None,
        retry: _engine.RetryPolicy | None = None,
        rate_limit: _engine.RateLimit | None = None,
        limiter: _engine.Limiter | None = None,
        max_concurrency: int = 20,
        portfolio: bool = False,
        enterprise_id: UUID | None = None,
        language_code: str | None = None,
        culture_code: str | None = None,
        minimal_responses: bool = False,
        max_answer_bytes: int = 64 * 1024 * 1024,
        legal_environment: str | None = None,
        http_client: httpx.AsyncClient | None = None,
        transport: _engine.Transport = "httpx",
        on_event: Callable[[_engine.Event], None] | None = None,
        observer: _engine.Observer | None = None,
        journal: _engine.Journal | None = None,
        clock: Clock = SYSTEM_CLOCK,
    ) -> None:
        """Sets the client up; nothing is sent.

        Args:
            environment: Where the API runs: `Environment.DEMO`, `Environment.PRODUCTION` or a URL.
            client_token: Identifies the integration.
            access_token: Gives access to the enterprise, or to a portfolio of them.
            client: The name and version of the calling software, `Acme Ledger 1.4.0`.
            timeout: Seconds for each of connecting, sending and waiting for an answer.
                By default 10 to connect and 90 for the rest, since the API itself gives up
                on a request only after tens of seconds.
            retry: How often and how long a call is tried.
            rate_limit: What the API allows the access token.
            limiter: Takes the place of the window that this process keeps for the token;
                a `RedisRateWindow` is kept by all processes that use the token.
            max_concurrency: The most requests at the same time.
            portfolio: Whether the access token is a portfolio token; then operations that do
                not support it, and writes that do not name an enterprise, are refused.
            enterprise_id: The enterprise that every operation is about.
            language_code: The language of texts in answers; with `culture_code` or not at all.
            culture_code: The formats in answers; with `language_code` or not at all.
            minimal_responses: Whether empty answers may come without a body (`204`).
            max_answer_bytes: The largest answer that is read, in bytes once it is decompressed.
            legal_environment: The country whose law the enterprise is under, `FR`, and not the
                API's `LegalEnvironmentCode`: what it demands beyond the API's own rules is then
                checked before anything is sent.
            http_client: A client of yours to send with; it is not closed here. Proxies, own
                certificates and transports are set up on it.
            transport: Whose connections carry the requests: `aiohttp` needs
                `pip install mews-connector[aiohttp]`, and takes far less time for many requests
                at once. An `http_client` has its own.
            on_event: Called with an AttemptEvent after each attempt and a CallEvent after
                each call.
            observer: Goes along with calls while they are under way, so that it can set what
                holds for the request: `mews_toolkit.observability.OpenTelemetry`, for example.
            journal: Is given one record before and one after every write. The first one is kept
                before anything is sent, or the write raises a JournalError; the second one
                never changes the outcome, and is logged as an error where it cannot be kept.
            clock: Where the time comes from.

        Raises:
            ConfigurationError: Something is missing or contradicts itself.
        """
        try:
            credentials = _engine.Credentials(client_token, access_token, client)
        except ConfigurationError as error:
            raise error.with_traceback(None) from None
        finally:
            # Some tools print the variables of each frame of a traceback.
            del client_token, access_token
        _engine.must_be(int, "max_concurrency", max_concurrency, "a whole number")
        if isinstance(max_concurrency, bool) or max_concurrency < 1:
            raise ConfigurationError("max_concurrency must be at least 1")
        _engine.must_be(
            (_engine.Limiter, NoneType), "limiter", limiter, "a Limiter, RateWindow(RateLimit())"
        )
        _engine.must_be((_engine.RateLimit, NoneType), "rate_limit", rate_limit, "a RateLimit")
        _engine.must_be(Clock, "clock", clock, "a Clock")
        _engine.must_be(
            (httpx.AsyncClient, NoneType), "http_client", http_client, "an httpx.AsyncClient"
        )
        _engine.check_transport(transport, http_client)
        if limiter is not None and rate_limit is not None:
            raise ConfigurationError("give a limiter or a rate_limit, not both")
        url = _engine.base_url(environment)
        connection = _engine.Connection(
            url=url,
            credentials=credentials,
            clock=clock,
            max_concurrency=max_concurrency,
            http=http_client,
            transport=transport,
        )
        if limiter is None:
            limiter = _engine.shared_window(
                url, credentials.fingerprint(), rate_limit or _engine.RateLimit(), clock, connection
            )
        elif isinstance(limiter, _engine.SharedLimiter):
            limiter = limiter.for_token(url, credentials.fingerprint())
        self._session = _engine.Session(
            connection=connection,
            limiter=limiter,
            options=_engine.Options(
                timeout=timeout,
                retry=retry,
                portfolio=portfolio,
                enterprise_id=enterprise_id,
                language_code=language_code,
                culture_code=culture_code,
                minimal_responses=minimal_responses,
                max_answer_bytes=max_answer_bytes,
                legal_environment=legal_environment,
                on_event=on_event,
                observer=observer,
                journal=journal,
            ),
        )
        self._owner = True

    @classmethod
    def from_env(cls, **keywords: Unpack[_engine.ClientKeywords]) -> Self:
        """A client with what the process' environment says; keywords as for the class itself.

        MEWS_ENVIRONMENT is `demo`, `production` or a URL; MEWS_CLIENT_TOKEN, MEWS_ACCESS_TOKEN and
        MEWS_CLIENT are what their names say.

        Raises:
            ConfigurationError: A variable is not set.
        """
        names = ("MEWS_ENVIRONMENT", "MEWS_CLIENT_TOKEN", "MEWS_ACCESS_TOKEN", "MEWS_CLIENT")
        missing = [name for name in names if not os.environ.get(name)]
        if missing:
            raise ConfigurationError(f"set {', '.join(missing)} in the environment")
        environment = os.environ["MEWS_ENVIRONMENT"]
        named = {"demo": _engine.Environment.DEMO, "production": _engine.Environment.PRODUCTION}
        # No variable holds a token: some tools print those of each frame of a traceback.
        return cls(
            environment=named.get(environment.lower(), environment),
            client_token=os.environ["MEWS_CLIENT_TOKEN"],
            access_token=os.environ["MEWS_ACCESS_TOKEN"],
            client=os.environ["MEWS_CLIENT"],
            **keywords,
        )

    def with_options(self, **changes: Unpack[_engine.OptionChanges]) -> Self:
        """A view of this client with other options; connections and limiter are shared.

        Closing a view closes nothing.
        """
        view = object.__new__(type(self))
        view._session = attrs.evolve(
            self._session, options=attrs.evolve(self._session.options, **changes)
        )
        view._owner = False
        return view

    def for_enterprise(self, enterprise_id: UUID) -> Self:
        """A view whose operations are all about one enterprise of a portfolio.

        It fills in `EnterpriseId` or `EnterpriseIds` and refuses a request about another one.
        """
        return self.with_options(enterprise_id=enterprise_id)

    @property
    def limiter(self) -> _engine.Limiter:
        """What this client asks before each request.

        By default the token's `RateWindow`, whose `available` and `resets_in` can be read.
        """
        return self._session.limiter

    @property
    def environment(self) -> str:
        """Where the API runs, as a URL without a path."""
        return self._session.connection.base_url

    @property
    def is_portfolio(self) -> bool:
        """Whether the access token was said to be a portfolio token."""
        return self._session.options.portfolio

    @property
    def enterprise_id(self) -> UUID | None:
        """The enterprise that all operations of this client or view are about, if it is one."""
        return self._session.options.enterprise_id

    @property
    def retry(self) -> _engine.RetryPolicy:
        """How often and how long each call of this client or view is tried."""
        return self._session.options.retry

    async def call(
        self,
        path: str,
        values: Mapping[str, object] | None = None,
        *,
        kind: Literal["read", "write"] = "write",
    ) -> Any:
        """Any operation of the API, plain JSON in and out, numbers with a point as `Decimal`.

        Checked is what can be told without knowing the operation: numbers, texts, enterprises.
        The operation's own rules, `legal_environment` included, only its method knows.

        Args:
            path: Resource and action, `payments/updateState`.
            values: The request without the credentials.
            kind: `read` for what may safely be repeated; anything else is sent as a write.

        Raises:
            MewsError: As for every operation.
        """
        if kind not in ("read", "write"):
            raise InvalidRequestError("kind: say 'read' or 'write'", operation=path)
        return await self._session.call_values(path, _engine.Kind(kind), values or {})

    async def aclose(self) -> None:
        """Closes the connections, once; more often does nothing."""
        if self._owner:
            await self._session.connection.aclose()

    async def __aenter__(self) -> Self:
        self._session.connection.check_usable()
        return self

    async def __aexit__(
        self,
        exc_type: type[BaseException] | None,
        exc: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        await self.aclose()

    def __repr__(self) -> str:
        # Tools that print the variables of a traceback also come upon a client that was refused.
        return f"{type(self).__name__}({getattr(self, '_session', 'not set up')!r})"

    def __reduce__(self) -> NoReturn:
        raise TypeError("a client is not pickled or copied: it holds tokens and connections")
