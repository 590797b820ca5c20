"""Windows of tokens that nobody uses are kept while they remember requests, and no longer."""

from __future__ import annotations

import gc
import itertools
from types import BuiltinFunctionType, FunctionType, MethodType, ModuleType
from typing import Any

import pytest
from pytest_httpx import HTTPXMock

from support.arrivals import Arrivals, read
from support.clients import ACCESS_TOKEN, virtual_client
from support.shared_windows import LIMIT, User, new_registry, use
from support.virtual_time import virtual_clock

pytestmark = pytest.mark.virtual_time


@pytest.fixture(autouse=True)
def registry(monkeypatch: pytest.MonkeyPatch) -> dict[Any, Any]:
    return new_registry(monkeypatch)


class TestForgetting:
    async def test_a_window_outlives_its_client_while_it_remembers_requests(
        self, httpx_mock: HTTPXMock
    ) -> None:
        # Given a client that has sent, is closed and gone
        arrivals = Arrivals(httpx_mock)
        clock = virtual_clock()
        for _ in range(2):
            async with virtual_client(clock=clock, rate_limit=LIMIT) as mews:
                await read(mews)
            del mews
        # and many other tokens since
        for number in range(1000):
            use(f"token {number}", clock, User())

        # When a new client comes
        async with virtual_client(clock=clock, rate_limit=LIMIT) as mews:
            await read(mews)

        # Then it waits for what the old one has sent
        assert arrivals.times == [0, 0, 10]

    async def test_ten_thousand_idle_tokens_are_forgotten(self, registry: dict[Any, Any]) -> None:
        clock = virtual_clock()

        for number in range(10_000):
            use(f"token {number}", clock, User())

        assert len(registry) < 100

    async def test_a_token_that_is_in_use_is_not(self) -> None:
        clock, user = virtual_clock(), User()
        window = use("in use", clock, user)

        for number in range(10_000):
            use(f"token {number}", clock, User())

        assert use("in use", clock, User()) is window

    @pytest.mark.parametrize("in_use", [True, False], ids=["in use", "idle"])
    async def test_ten_thousand_tokens_cost_a_few_looks_each(self, *, in_use: bool) -> None:
        looks = itertools.count()

        class Watched(User):
            @property
            def closed(self) -> bool:
                next(looks)
                return not in_use

        clock, users = virtual_clock(), [Watched() for _ in range(10_000)]
        for number, user in enumerate(users):
            use(f"token {number}", clock, user)

        assert next(looks) < 3 * len(users)

    async def test_the_registry_holds_no_token(
        self, httpx_mock: HTTPXMock, registry: dict[Any, Any]
    ) -> None:
        Arrivals(httpx_mock)
        async with virtual_client() as mews:
            await read(mews)

            texts = texts_within(registry)

        assert any("https://mews.test" in text for text in texts), "it looked in the right place"
        assert not [text for text in texts if ACCESS_TOKEN in text or "CLIENT-TOKEN" in text]


def texts_within(value: object) -> list[str]:
    """All texts that can be reached from a value, code and modules aside."""
    apart = type, ModuleType, FunctionType, BuiltinFunctionType, MethodType
    seen: dict[int, object] = {}
    found: list[object] = [value]
    while found:
        if id(it := found.pop()) not in seen and not isinstance(it, apart):
            seen[id(it)] = it
            found += gc.get_referents(it)
    return [_text(it) for it in seen.values() if isinstance(it, str | bytes)]


def _text(value: str | bytes) -> str:
    return value if isinstance(value, str) else value.decode(errors="replace")
