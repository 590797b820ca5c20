from __future__ import annotations

import ssl
from functools import cache

import httpx
import pytest


@cache
def _context() -> ssl.SSLContext:
    return httpx.create_ssl_context()


@pytest.fixture(autouse=True)
def _one_tls_context_for_all(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each client reads all root certificates, which takes longer than most of these tests."""

    def create(
        verify: ssl.SSLContext | str | bool = True,  # noqa: FBT001, FBT002 - as httpx has it
        **others: object,
    ) -> ssl.SSLContext:
        del others
        return _context() if verify is True else httpx.create_ssl_context(verify)

    monkeypatch.setattr("httpx._transports.default.create_ssl_context", create)
