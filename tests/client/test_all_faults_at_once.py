"""Paging arguments and raw calls are judged together with everything else that is wrong."""

from __future__ import annotations

from typing import Any

import pytest
from pytest_httpx import HTTPXMock

from mews_connector import errors
from support.clients import virtual_client

pytestmark = pytest.mark.virtual_time


async def test_resume_and_page_size_and_the_missing_filter_are_told_together() -> None:
    async with virtual_client() as mews:
        with pytest.raises(errors.InvalidRequestError) as refused:
            mews.payments.get_all(page_size=0, resume="junk")

    faults = [fault.partition(":")[0].partition(" ")[0] for fault in refused.value.problems]
    assert faults == ["page_size", "resume", "give"]


async def test_a_raw_calls_path_is_told_together_with_its_values(httpx_mock: HTTPXMock) -> None:
    async with virtual_client() as mews:
        with pytest.raises(errors.InvalidRequestError) as refused:
            await mews.call("payments", {"Value": 1.5})

    assert [fault.partition(":")[0] for fault in refused.value.problems] == ["path", "Value"]
    assert httpx_mock.get_requests() == []


def endless() -> dict[str, Any]:
    values: dict[str, Any] = {}
    values["Self"] = values
    return values


@pytest.mark.parametrize("values", [[1], "text", 5, endless()])
async def test_values_that_are_no_plain_object_are_refused(
    httpx_mock: HTTPXMock, values: Any
) -> None:
    async with virtual_client() as mews:
        with pytest.raises(errors.InvalidRequestError, match="values: "):
            await mews.call("payments/getAll", values)
    assert httpx_mock.get_requests() == []


@pytest.mark.parametrize("kind", [[], "reading", None])
async def test_a_kind_is_read_or_write(httpx_mock: HTTPXMock, kind: Any) -> None:
    async with virtual_client() as mews:
        with pytest.raises(errors.InvalidRequestError, match="kind: say 'read' or 'write'"):
            await mews.call("payments/getAll", {}, kind=kind)
    assert httpx_mock.get_requests() == []


@pytest.mark.parametrize("limit", ["5", 1.5, -1])
async def test_a_limit_of_rows_is_a_whole_number(limit: Any) -> None:
    async with virtual_client() as mews:
        with pytest.raises(errors.InvalidRequestError, match="limit: must be a whole number"):
            await mews.enterprises.get_all().collect(limit=limit)
