"""An answer that is larger than wanted is not read to its end, and says so."""

from __future__ import annotations

import gzip
import json
import tracemalloc
import uuid
from collections.abc import AsyncIterator
from decimal import Decimal
from typing import Any

import httpx
import pytest
from pytest_httpx import HTTPXMock, IteratorStream

from mews_connector import errors, models
from mews_runtime._options import Options
from support.clients import virtual_client
from support.pages import page, payments

pytestmark = pytest.mark.virtual_time

MOST = 10_000
TOO_LARGE = "larger than the 10000 bytes of max_answer_bytes"


def recording(mews: Any) -> Any:
    return mews.payments.add_external(
        account_id=uuid.uuid4(),
        amount=models.AmountParameters(currency="GBP", gross_value=Decimal(1)),
        type_=models.ExternalPaymentType.CASH,
    )


async def test_a_read_is_an_answer_that_cannot_be_read_and_is_not_repeated(
    httpx_mock: HTTPXMock,
) -> None:
    httpx_mock.add_response(content=b'{"Payments": []}' + b" " * MOST)

    async with virtual_client(max_answer_bytes=MOST) as mews:
        with pytest.raises(errors.InvalidResponseError, match=TOO_LARGE) as caught:
            await payments(mews).collect()

    assert len(httpx_mock.get_requests()) == 1
    assert caught.value.body == b""
    assert caught.value.resume is not None


async def test_the_outcome_of_a_write_is_unknown(httpx_mock: HTTPXMock) -> None:
    httpx_mock.add_response(content=b"{}" + b" " * MOST)

    async with virtual_client(max_answer_bytes=MOST) as mews:
        with pytest.raises(errors.OutcomeUnknownError, match=TOO_LARGE) as caught:
            await recording(mews)

    assert (len(httpx_mock.get_requests()), caught.value.status) == (1, 200)


async def test_as_many_bytes_as_allowed_are_read(httpx_mock: HTTPXMock) -> None:
    empty = b'{"Payments": []}'
    httpx_mock.add_response(content=empty + b" " * (MOST - len(empty)))

    async with virtual_client(max_answer_bytes=MOST) as mews:
        assert await payments(mews).collect() == []


async def test_what_counts_is_the_size_once_it_is_decompressed(httpx_mock: HTTPXMock) -> None:
    small = gzip.compress(b'{"Payments": []}' + b" " * MOST)
    assert len(small) < 100
    stream = IteratorStream([small])
    httpx_mock.add_response(stream=stream, headers={"Content-Encoding": "gzip"})

    async with virtual_client(max_answer_bytes=MOST) as mews:
        with pytest.raises(errors.InvalidResponseError, match=TOO_LARGE):
            await payments(mews).collect()


async def test_no_more_is_read_than_that(httpx_mock: HTTPXMock) -> None:
    taken = 0

    class Endless(httpx.AsyncByteStream):
        async def __aiter__(self) -> AsyncIterator[bytes]:
            nonlocal taken
            while True:
                taken += 1
                yield b" " * 1000

    httpx_mock.add_response(stream=Endless())

    async with virtual_client(max_answer_bytes=MOST) as mews:
        with pytest.raises(errors.InvalidResponseError, match=TOO_LARGE):
            await payments(mews).collect()

    assert taken == MOST // 1000 + 1


async def test_tiny_pieces_take_no_more_memory_than_what_they_say(httpx_mock: HTTPXMock) -> None:
    class Tiny(httpx.AsyncByteStream):
        async def __aiter__(self) -> AsyncIterator[bytes]:
            yield b'{"Payments": []'
            for _ in range(30_000):
                yield bytes((32, 10))
            yield b"}"

    httpx_mock.add_response(stream=Tiny())

    async with virtual_client() as mews:
        tracemalloc.start()
        try:
            assert await payments(mews).collect() == []
            _, most = tracemalloc.get_traced_memory()
        finally:
            tracemalloc.stop()

    assert most < 600_000


async def test_of_an_error_its_status_tells(httpx_mock: HTTPXMock) -> None:
    httpx_mock.add_response(status_code=401, stream=IteratorStream([b" " * MOST, b" "]))

    async with virtual_client(max_answer_bytes=MOST) as mews:
        with pytest.raises(errors.UnauthorizedError, match="status 401 Unauthorized"):
            await payments(mews).collect()


async def test_a_view_may_have_another_limit(httpx_mock: HTTPXMock) -> None:
    httpx_mock.add_response(content=b'{"Payments": []}' + b" " * MOST)

    async with virtual_client(max_answer_bytes=MOST) as mews:
        view = mews.with_options(max_answer_bytes=2 * MOST)
        assert await payments(view).collect() == []


async def test_by_default_a_full_page_is_far_below_it(httpx_mock: HTTPXMock) -> None:
    httpx_mock.add_response(json=page(*range(1000)))

    async with virtual_client() as mews:
        assert len(await payments(mews).collect()) == 1000

    assert len(json.dumps(page(*range(1000)))) < Options().max_answer_bytes / 10


@pytest.mark.parametrize("value", [0, -1, 1.5, True, None, "64 MiB"])
async def test_the_limit_is_a_whole_number_of_bytes(value: Any) -> None:
    with pytest.raises(errors.ConfigurationError, match="max_answer_bytes"):
        virtual_client(max_answer_bytes=value)
