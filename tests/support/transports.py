"""What carries the requests of the tests: httpx itself, or with `--transport=` aiohttp or httpx2.

With aiohttp every client of httpx is made on it: those that are made for a `MewsClient` and those
that a test hands in. What `httpx_mock` answers passes no transport, on aiohttp as little as else.

httpx2 is in the place of httpx before any test begins, or there would be two. So the option only
makes sure that it is: `make test-httpx2` puts it there.
"""

from __future__ import annotations

import httpx
import pytest

__all__ = ["DOES_NOT_APPLY"]

DOES_NOT_APPLY = {
    "test_an_answer_said_twice_is_not_that_of_the_next_payment": (
        "is about httpcore; aiohttp closes a connection over which more comes than was asked for"
    ),
    "test_success_gives_nothing_away_either": "waits for what httpcore logs; aiohttp logs nothing",
}
"""Why some tests say nothing about aiohttp, by their names."""


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--transport", choices=["httpx", "httpx2", "aiohttp"], default="httpx")


def pytest_configure(config: pytest.Config) -> None:
    transport = config.getoption("--transport")
    if transport not in {"aiohttp", httpx.__name__}:
        raise pytest.UsageError(f"--transport={transport}, and httpx is {httpx.__name__}")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if config.getoption("--transport") == "aiohttp":
        for item in items:
            reason = DOES_NOT_APPLY.get(getattr(item, "originalname", item.name))
            if reason is not None:
                item.add_marker(pytest.mark.skip(reason=reason))


@pytest.fixture(autouse=True)
def _transport(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    if request.config.getoption("--transport") != "aiohttp":
        return
    from mews_runtime._aiohttp import AiohttpClient, AiohttpTransport  # noqa: PLC0415 - an extra

    monkeypatch.setattr(httpx, "AsyncClient", AiohttpClient)
    if "httpx_mock" in request.fixturenames:
        request.getfixturevalue("httpx_mock")
        mocked = httpx.AsyncHTTPTransport.handle_async_request
        monkeypatch.setattr(AiohttpTransport, "handle_async_request", mocked)
