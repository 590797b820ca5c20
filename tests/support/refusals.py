from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any, TypeAlias

import pytest
from pytest_httpx import HTTPXMock

from mews_connector import MewsClient, errors
from support.clients import virtual_client

__all__ = ["Call", "problems_of"]

Call: TypeAlias = Callable[[MewsClient], Awaitable[object]]


async def problems_of(httpx_mock: HTTPXMock, call: Call, **client: Any) -> list[str]:
    """What a call is refused for, having made sure that nothing was sent."""
    async with virtual_client(**client) as mews:
        with pytest.raises(errors.InvalidRequestError) as refused:
            await call(mews)
    assert httpx_mock.get_requests() == []
    assert all(problem in str(refused.value) for problem in refused.value.problems)
    return list(refused.value.problems)
