"""The tokens are not seen on a client, its views and its parts, nor on one that was not made."""

from __future__ import annotations

import copy
import pickle
from collections.abc import Callable
from typing import Any

import pytest

from mews_connector import MewsClient, RateLimit, errors
from mews_runtime import Session
from support.clients import ACCESS_TOKEN, BASE_URL, CLIENT_TOKEN, virtual_client
from support.pages import ACCOUNT, payments
from support.secrecy import keeps, shown_of_error, shown_of_value

pytestmark = pytest.mark.virtual_time


@pytest.mark.parametrize(
    "fault",
    [
        {"environment": "http://api.mews.com"},
        {"client": ""},
        {"client": None},
        {"timeout": -1},
        {"max_concurrency": 0},
        {"enterprise_id": "not a UUID"},
        {"rate_limit": RateLimit(7, 7), "limiter": object()},
    ],
    ids=lambda it: next(iter(it)),
)
def test_what_is_wrong_with_the_set_up_is_said_without_them(fault: dict[str, Any]) -> None:
    keywords: dict[str, Any] = {"environment": BASE_URL, "client": "Specification 1.0"} | fault

    with pytest.raises(errors.ConfigurationError) as caught:
        MewsClient(client_token=CLIENT_TOKEN, access_token=ACCESS_TOKEN, **keywords)

    assert keeps(shown_of_error(caught.value))


def test_two_limits_for_one_token_are_refused_without_showing_it() -> None:
    mews = MewsClient(
        environment=BASE_URL, client_token=CLIENT_TOKEN, access_token=ACCESS_TOKEN, client="One"
    )
    with pytest.raises(errors.ConfigurationError) as caught:
        MewsClient(
            environment=BASE_URL,
            client_token=CLIENT_TOKEN,
            access_token=ACCESS_TOKEN,
            client="Two",
            rate_limit=RateLimit(7, 7),
        )

    assert keeps(shown_of_error(caught.value))
    assert keeps(shown_of_value(mews))


@pytest.mark.parametrize("environment", ["http://api.mews.com", "nowhere", "https://[::1"])
def test_wrong_settings_of_the_process_are_refused_without_showing_them(
    monkeypatch: pytest.MonkeyPatch, environment: str
) -> None:
    monkeypatch.setenv("MEWS_ENVIRONMENT", environment)
    monkeypatch.setenv("MEWS_CLIENT_TOKEN", CLIENT_TOKEN)
    monkeypatch.setenv("MEWS_ACCESS_TOKEN", ACCESS_TOKEN)
    monkeypatch.setenv("MEWS_CLIENT", "Specification 1.0")

    with pytest.raises(errors.ConfigurationError) as caught:
        MewsClient.from_env()

    assert keeps(shown_of_error(caught.value))


def session_of(mews: MewsClient) -> Session:
    session: Session = vars(mews)["_session"]
    return session


def holders_of(mews: MewsClient) -> list[object]:
    """What holds the tokens, or is made to be handed around by those who use a client."""
    return [
        mews,
        mews.with_options(minimal_responses=True),
        mews.for_enterprise(ACCOUNT),
        session_of(mews).connection.credentials,
    ]


def ways_to(mews: MewsClient) -> list[object]:
    """What leads to the tokens."""
    return [session_of(mews), session_of(mews).connection, mews.payments]


async def test_nothing_that_a_client_consists_of_shows_them() -> None:
    async with virtual_client() as mews:
        query = payments(mews)
        others = [mews.limiter, session_of(mews).options, query, query.pages()]
        for part in (*holders_of(mews), *ways_to(mews), *others):
            assert keeps(shown_of_value(part))


@pytest.mark.parametrize(
    "spread", [pickle.dumps, copy.copy, copy.deepcopy], ids=["pickle", "copy", "deepcopy"]
)
async def test_what_holds_them_is_neither_pickled_nor_copied(
    spread: Callable[[object], object],
) -> None:
    async with virtual_client() as mews:
        for holder in holders_of(mews):
            with pytest.raises(TypeError, match="not pickled or copied"):
                spread(holder)


@pytest.mark.parametrize("spread", [pickle.dumps, copy.deepcopy], ids=["pickle", "deepcopy"])
async def test_what_leads_to_them_does_not_take_them_along(
    spread: Callable[[object], object],
) -> None:
    async with virtual_client() as mews:
        for way in ways_to(mews):
            with pytest.raises(TypeError, match="not pickled or copied"):
                spread(way)
