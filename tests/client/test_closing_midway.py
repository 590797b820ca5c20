"""A client that is closed while one of its calls waits."""

from __future__ import annotations

import asyncio
from decimal import Decimal
from uuid import UUID

import pytest
from pytest_httpx import HTTPXMock

from mews_connector import RateLimit, RateWindow, errors, models
from support.clients import url_of, virtual_client

pytestmark = pytest.mark.virtual_time


async def test_a_write_that_waited_for_the_rate_window_is_not_sent(httpx_mock: HTTPXMock) -> None:
    # given: a window with one slot, which a read has just taken
    httpx_mock.add_response(url=url_of("configuration/get"), json={})
    mews = virtual_client(rate_limit=RateLimit(requests=1, seconds=30))
    await mews.call("configuration/get", kind="read")

    # when: the client is closed before the write gets a slot
    writing = asyncio.create_task(
        mews.payments.add_external(
            account_id=UUID(int=1),
            amount=models.AmountParameters(currency="GBP", gross_value=Decimal("1.00")),
        )
    )
    await asyncio.sleep(1)
    await mews.aclose()

    # then: it is no unknown outcome, since nothing was sent, and the slot is free again
    with pytest.raises(errors.ConfigurationError, match="closed"):
        await writing
    assert len(httpx_mock.get_requests()) == 1
    assert isinstance(mews.limiter, RateWindow)
    assert mews.limiter.available == 1


async def test_a_read_that_waited_for_a_retry_is_not_tried_again(httpx_mock: HTTPXMock) -> None:
    # given: a read that is to be tried again in 10 s
    httpx_mock.add_response(status_code=429, headers={"Retry-After": "10"})
    mews = virtual_client()
    reading = asyncio.create_task(mews.call("configuration/get", kind="read"))
    await asyncio.sleep(1)

    # when
    await mews.aclose()

    # then
    with pytest.raises(errors.ConfigurationError, match="closed"):
        await reading
    assert len(httpx_mock.get_requests()) == 1
