"""What a client is set up with is checked at once, and a wrong set-up says what to pass."""

from __future__ import annotations

from typing import Any

import httpx
import pytest

from mews_connector import Event, MewsClient, RateWindow, RetryPolicy, errors
from support.clients import BASE_URL, virtual_client

pytestmark = pytest.mark.virtual_time

VISA = "4111111111111111"


@pytest.mark.parametrize(
    ("keyword", "value"),
    [
        ("retry", 5),
        ("rate_limit", 5),
        ("max_concurrency", "x"),
        ("max_concurrency", 1.5),
        ("max_concurrency", 0),
        ("timeout", "x"),
        ("timeout", 0),
        ("on_event", 5),
        ("observer", 5),
        ("journal", 5),
        ("clock", None),
        ("http_client", httpx.Client()),
        ("enterprise_id", "851df8c8-90f2-4c4a-8e01-a4fc46b25178"),
        ("language_code", VISA),
        ("culture_code", VISA),
        ("client", VISA),
        ("client", ""),
        ("limiter", "x"),
        ("limiter", RateWindow),
        ("timeout", True),
        ("timeout", httpx.Timeout(-1)),
        ("max_concurrency", True),
        ("portfolio", "no"),
        ("minimal_responses", "no"),
        ("environment", "https://api.mews.com:99999"),
        ("environment", "https://api.mews.com/api/connector/v1"),
    ],
)
async def test_a_setting_of_the_wrong_kind_is_refused(keyword: str, value: Any) -> None:
    with pytest.raises(errors.ConfigurationError, match=keyword) as refused:
        virtual_client(**{keyword: value})
    assert VISA not in str(refused.value)


async def test_a_receiver_of_events_is_none_that_has_to_be_awaited() -> None:
    async def receive(event: Event) -> None:
        del event

    with pytest.raises(errors.ConfigurationError, match="on_event"):
        virtual_client(on_event=receive)


async def test_none_stands_for_the_default_policy_in_a_view_too() -> None:
    async with virtual_client() as mews:
        view = mews.with_options(retry=RetryPolicy(attempts=1)).with_options(retry=None)
    assert f"{RetryPolicy()!r}" in f"{view!r}"


def test_a_client_that_was_refused_can_still_be_shown() -> None:
    client = object.__new__(MewsClient)
    with pytest.raises(errors.ConfigurationError):
        client.__init__(environment=BASE_URL, client_token="", access_token="a", client="b")  # type: ignore[misc]  # what a debugger finds in a frame
    assert repr(client) == "MewsClient('not set up')"
