"""The sliding window of each access token."""

from __future__ import annotations

import asyncio
import time
from datetime import datetime
from email.utils import parsedate_to_datetime
from random import Random

import httpx
import pytest

from mews_toolkit.sandbox import (
    ACCESS_TOKEN,
    CLIENT_TOKEN,
    PORTFOLIO_ACCESS_TOKEN,
    Delay,
    Sandbox,
    Status,
    serve_in_thread,
)
from mews_toolkit.sandbox.rate_window import RateWindow
from mews_toolkit.sandbox.retry_after import RetryAfterForm, retry_after
from support.documented_caller import DocumentedCaller, plain_client


class TestRateWindow:
    def test_lets_the_limit_through_and_nothing_more(self) -> None:
        window = RateWindow(3, 30)
        assert [window.wait(arrived) for arrived in (0, 1, 2)] == [None, None, None]
        assert window.wait(2.5) == 27.5

    def test_a_slot_is_free_exactly_one_span_after_its_request(self) -> None:
        window = RateWindow(1, 30)
        assert window.wait(5) is None
        assert window.wait(34.999) == pytest.approx(0.001)
        assert window.wait(35) is None

    def test_rejected_requests_do_not_count(self) -> None:
        window = RateWindow(2, 30)
        assert [window.wait(0), window.wait(0)] == [None, None]
        assert all(window.wait(arrived) is not None for arrived in range(1, 30))
        assert window.wait(30) is None

    def test_no_span_ever_holds_more_than_the_limit_and_none_is_wasted(self) -> None:
        dice = Random(4)
        window = RateWindow(5, 1.0)
        now, accepted = 0.0, list[float]()
        for _ in range(3000):
            now += dice.random() * 0.1
            inside = [it for it in accepted if it > now - 1.0]
            wait = window.wait(now)
            assert (wait is None) == (len(inside) < 5)
            if wait is None:
                accepted.append(now)
            else:
                assert wait == pytest.approx(inside[-5] + 1.0 - now)

    def test_an_earlier_arrival_judged_later_is_judged_by_its_own_span(self) -> None:
        window = RateWindow(1, 10)
        assert window.wait(12) is None
        assert window.wait(11.5) is None
        assert window.wait(11.6) == pytest.approx(9.9)


@pytest.mark.parametrize(
    ("form", "value"), [("seconds", "3"), ("decimal", "2.001"), ("missing", None)]
)
def test_a_wait_is_told_rounded_up(form: RetryAfterForm, value: str | None, now: datetime) -> None:
    assert retry_after(2.0004, form, lambda: now) == value


def test_a_wait_can_be_told_as_a_date_that_is_not_too_early(now: datetime) -> None:
    date = retry_after(2.5, "date", lambda: now)
    assert date is not None
    assert 2.5 <= (parsedate_to_datetime(date) - now).total_seconds() <= 3.5


def test_a_request_over_the_limit_is_told_when_to_come_again() -> None:
    sandbox = Sandbox(payments=0, limit=3, window=0.8)
    with (
        serve_in_thread(sandbox) as server,
        plain_client(server.url) as http,
    ):
        api = DocumentedCaller(http, ACCESS_TOKEN)
        statuses = [api.ask("configuration/get").status_code for _ in range(5)]
        rejected = api.ask("configuration/get")
        other_token = DocumentedCaller(http, PORTFOLIO_ACCESS_TOKEN).ask("configuration/get")
        time.sleep(0.8)
        again = api.ask("configuration/get")

    assert statuses == [200, 200, 200, 429, 429]
    assert rejected.headers["Retry-After"] == "1"
    assert (other_token.status_code, again.status_code) == (200, 200)
    assert (sandbox.requests, sandbox.rejected) == (8, 3)
    assert [it.status for it in sandbox.calls] == [200] * 3 + [429] * 3 + [200] * 2


def test_refused_and_failed_requests_count_but_strangers_do_not() -> None:
    sandbox = Sandbox(payments=0, limit=2, window=30)
    sandbox.faults.add(Status(500), operation="enterprises/getAll")
    with (
        serve_in_thread(sandbox) as server,
        plain_client(server.url) as http,
    ):
        api = DocumentedCaller(http, ACCESS_TOKEN)
        stranger = DocumentedCaller(http, "other").ask("configuration/get")
        refused = api.ask("payments/getAll")
        failed = api.ask("enterprises/getAll")
        rejected = api.ask("configuration/get")
    statuses = [it.status_code for it in (stranger, refused, failed, rejected)]
    assert statuses == [401, 400, 500, 429]


def test_a_rejected_request_uses_no_fault_up() -> None:
    sandbox = Sandbox(payments=0, limit=1, window=30)
    with (
        serve_in_thread(sandbox) as server,
        plain_client(server.url) as http,
    ):
        api = DocumentedCaller(http, ACCESS_TOKEN)
        api.get("configuration/get")
        sandbox.faults.add(Status(500))
        assert api.ask("configuration/get").status_code == 429
    assert len(sandbox.faults) == 1


async def test_no_window_holds_more_accepted_requests_than_the_limit() -> None:
    sandbox = Sandbox(payments=0, limit=20, window=0.3, latency=(0, 0.05))
    body = {"ClientToken": CLIENT_TOKEN, "AccessToken": ACCESS_TOKEN, "Client": "Specification 1.0"}
    with serve_in_thread(sandbox) as server:
        async with httpx.AsyncClient(base_url=server.url, trust_env=False) as http:

            async def keep_asking() -> None:
                for _ in range(12):
                    await http.post("/api/connector/v1/configuration/get", json=body)

            await asyncio.gather(*(keep_asking() for _ in range(20)))

    accepted = sorted(it.arrived for it in sandbox.calls if it.status == 200)
    assert len(accepted) + sandbox.rejected == 240
    assert len(accepted) > 20
    for place, arrived in enumerate(accepted[20:]):
        assert arrived - accepted[place] >= 0.3
    for call in sandbox.calls:
        if call.status == 429:
            window = [it for it in accepted if call.arrived - 0.3 < it <= call.arrived]
            assert len(window) == 20


async def test_a_request_counts_from_its_arrival_however_long_it_takes() -> None:
    sandbox = Sandbox(payments=0, limit=1, window=0.3)
    sandbox.faults.add(Delay(0.3))
    body = {"ClientToken": CLIENT_TOKEN, "AccessToken": ACCESS_TOKEN, "Client": "Specification 1.0"}
    with serve_in_thread(sandbox) as server:
        async with httpx.AsyncClient(
            base_url=f"{server.url}/api/connector/v1/", trust_env=False
        ) as http:
            slow = await http.post("configuration/get", json=body)
            next_one = await http.post("configuration/get", json=body)
    assert (slow.status_code, next_one.status_code) == (200, 200)
