"""A sandbox for one test."""

from contextlib import ExitStack
from datetime import datetime
from typing import Any

import httpx

from mews_connector import MewsClient, RetryPolicy

try:
    from mews_toolkit.sandbox import (
        ACCESS_TOKEN,
        CLIENT_TOKEN,
        InProcess,
        Sandbox,
        Server,
        serve_in_thread,
    )
except ImportError as missing:
    if missing.name is not None:
        raise
    raise ImportError("mews_sandbox needs: pip install mews-connector[testing]") from missing
from mews_toolkit.testing._clock import SandboxClock

_URL = "https://sandbox.test"
_AT_ONCE = RetryPolicy(base_delay=0.001, max_delay=0.001)


class MewsSandbox(Sandbox):
    """A sandbox that lives as long as a test.

    It starts with the hotels, customers, cards and open bills of every sandbox, but with no history
    of payments. `settings` are those of `Sandbox`.

    Attributes:
        clock: The time of the sandbox and of its clients.
    """

    def __init__(self, clock: SandboxClock, leaving: ExitStack, **settings: Any) -> None:
        self.clock = clock
        self._leaving = leaving
        settings.setdefault("payments", 0)
        super().__init__(**settings, now=self._whole_seconds, monotonic=clock.monotonic)

    def client(self, *, access_token: str = ACCESS_TOKEN, **options: Any) -> MewsClient:
        """A client of this sandbox without any socket, which need not be closed.

        `options` are those of `MewsClient`. Unless `retry` is one of them, it hardly waits before
        it tries again where waiting takes real time. With an `environment`, such as the URL that
        `serve` gives, or with another way to get there, it has sockets, and is to be closed.
        """
        defaults: dict[str, Any] = {
            "environment": _URL,
            "client_token": CLIENT_TOKEN,
            "access_token": access_token,
            "client": "mews_sandbox 1.0",
            "retry": RetryPolicy() if self.clock.stands else _AT_ONCE,
            "clock": self.clock.for_clients,
        }
        if not {"environment", "http_client", "transport"} & options.keys():
            transport = InProcess(self)
            defaults["http_client"] = httpx.AsyncClient(transport=transport, trust_env=False)
        return MewsClient(**defaults | options)

    def serve(self) -> Server:
        """Serves the sandbox on a socket of this machine until the test ends.

        Raises:
            RuntimeError: Waiting takes no time in this test, and a socket would never be in time.
        """
        if self.clock.stands:
            raise RuntimeError("A real socket needs real time, not `mews_virtual_time`.")
        return self._leaving.enter_context(serve_in_thread(self))

    def story(self) -> str:
        """What it was asked, for the report of a test that failed."""
        lines = [str(self.calls)]
        if self.faults:
            lines.append(f"Faults that were planned and not met: {len(self.faults)}")
        return "\n".join(lines)

    def _whole_seconds(self) -> datetime:
        return self.clock.utc().replace(microsecond=0)
