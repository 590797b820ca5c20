from __future__ import annotations

import ssl
from collections.abc import Iterator
from functools import cache

import httpx
import pytest


@pytest.fixture(scope="session", autouse=True)
def _one_tls_context_for_all() -> Iterator[None]:
    """Each client reads all root certificates, which takes longer than any of these tests."""

    @cache
    def create(**how: bool | None) -> ssl.SSLContext:
        return httpx.create_ssl_context(verify=how.get("verify") is not False)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("httpx._transports.default.create_ssl_context", create)
        yield
