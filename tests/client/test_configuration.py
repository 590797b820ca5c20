"""Setting a client up, and what is wrong with that before anything is sent."""

from __future__ import annotations

from typing import Any

import httpx
import pytest
from pytest_httpx import HTTPXMock

from mews_connector import Environment, MewsClient, RateLimit, RateWindow, errors
from support.clients import BASE_URL, url_of, virtual_client

ON_VIRTUAL_TIME = pytest.mark.virtual_time
SETTINGS = {
    "MEWS_ENVIRONMENT": BASE_URL,
    "MEWS_CLIENT_TOKEN": "token-of-the-client",
    "MEWS_ACCESS_TOKEN": "token-of-the-access",
    "MEWS_CLIENT": "Acme Ledger 1.4.0",
}


def set_up(**keywords: Any) -> MewsClient:
    defaults: dict[str, Any] = {
        "environment": BASE_URL,
        "client_token": "token-of-the-client",
        "access_token": "token-of-the-access",
        "client": "Acme Ledger 1.4.0",
    }
    return MewsClient(**(defaults | keywords))


@ON_VIRTUAL_TIME
@pytest.mark.parametrize(
    ("environment", "url"),
    [
        (Environment.DEMO, "https://api.mews-demo.com/api/connector/v1/configuration/get"),
        (Environment.PRODUCTION, "https://api.mews.com/api/connector/v1/configuration/get"),
        ("https://mews.test", "https://mews.test/api/connector/v1/configuration/get"),
        ("https://mews.test/", "https://mews.test/api/connector/v1/configuration/get"),
        ("https://a.test:8443/mews", "https://a.test:8443/mews/api/connector/v1/configuration/get"),
    ],
)
async def test_an_environment_is_where_requests_go(
    httpx_mock: HTTPXMock, environment: str, url: str
) -> None:
    httpx_mock.add_response(json={}, url=url)

    async with virtual_client(environment=environment) as mews:
        await mews.call("configuration/get", kind="read")


@pytest.mark.parametrize(
    "environment",
    ["http://localhost:8008", "http://127.0.0.1", "http://127.8.9.1:80", "http://[::1]:8008"],
)
def test_plain_http_is_for_this_machine(environment: str) -> None:
    set_up(environment=environment)


@pytest.mark.parametrize(
    "environment",
    [
        "http://api.mews.com",
        "HTTP://api.mews.com",
        "http://192.168.1.10:8008",
        "http://0.0.0.0:8008",
        "http://localhost.mews.test",
        "http://127.0.0.1.mews.test",
        "http://localhost@mews.test",
    ],
)
def test_plain_http_is_for_no_other(environment: str) -> None:
    with pytest.raises(errors.ConfigurationError, match=r"plain http is only|must not hold"):
        set_up(environment=environment)


@pytest.mark.parametrize(
    ("environment", "complaint"),
    [
        ("", "must be Environment.DEMO"),
        ("demo", "must be Environment.DEMO"),
        ("api.mews.com", "must be Environment.DEMO"),
        ("ftp://api.mews.com", "must be Environment.DEMO"),
        ("https://", "must be Environment.DEMO"),
        ("https://api.mews.com:port", "no valid URL"),
        ("https://somebody:secret@api.mews.com", "must not hold a user"),
        ("https://api.mews.com?token=1", "must not hold a user, a query"),
        ("https://api.mews.com?", "must not hold a user, a query"),
        ("https://api.mews.com/#", "a query or a fragment"),
        ("https://api.mews.com#top", "must not hold a user, a query or a fragment"),
    ],
)
def test_anything_but_an_address_is_refused(environment: str, complaint: str) -> None:
    with pytest.raises(errors.ConfigurationError, match=complaint) as caught:
        set_up(environment=environment)

    assert "secret" not in str(caught.value)


@pytest.mark.parametrize(
    ("keywords", "complaint"),
    [
        ({"client_token": ""}, "client_token must be a text that is not empty"),
        ({"access_token": "  "}, "access_token must be a text that is not empty"),
        ({"client": ""}, "client must be a text that is not empty"),
        ({"client_token": None}, "client_token must be a text"),
        ({"access_token": b"token"}, "access_token must be a text"),
        ({"timeout": 0}, "timeout must be a positive number"),
        ({"timeout": -1.5}, "timeout must be a positive number"),
        ({"timeout": float("nan")}, "timeout must be a positive number"),
        ({"max_concurrency": 0}, "max_concurrency must be at least 1"),
        ({"enterprise_id": "10d04000-0000-4000-8000-000000000001"}, "must be a UUID"),
        (
            {"limiter": RateWindow(RateLimit()), "rate_limit": RateLimit()},
            "a limiter or a rate_limit, not both",
        ),
    ],
)
def test_what_contradicts_itself_or_is_missing_is_refused(
    keywords: dict[str, Any], complaint: str
) -> None:
    with pytest.raises(errors.ConfigurationError, match=complaint):
        set_up(**keywords)


@pytest.mark.parametrize(
    "changes", [{"timeout": 0}, {"enterprise_id": "10d04000-0000-4000-8000-000000000001"}]
)
def test_a_view_is_checked_like_a_client(changes: dict[str, Any]) -> None:
    with pytest.raises(errors.ConfigurationError):
        set_up().with_options(**changes)


def test_two_clients_of_one_token_must_agree_on_its_limit() -> None:
    one = set_up(access_token="token-of-two", rate_limit=RateLimit(100, 30))

    with pytest.raises(errors.ConfigurationError, match="use the same limit"):
        set_up(access_token="token-of-two", rate_limit=RateLimit(200, 30))
    assert set_up(access_token="token-of-two", rate_limit=RateLimit(100, 30)).limiter is one.limiter


async def test_once_a_client_is_closed_another_limit_may_follow() -> None:
    async with set_up(access_token="token-of-one-after-another", rate_limit=RateLimit(100, 30)):
        pass

    await set_up(access_token="token-of-one-after-another", rate_limit=RateLimit(200, 30)).aclose()


@pytest.fixture
def settings(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    for name, value in SETTINGS.items():
        monkeypatch.setenv(name, value)
    return monkeypatch


async def test_a_client_is_set_up_from_the_environment_of_the_process(
    settings: pytest.MonkeyPatch, httpx_mock: HTTPXMock
) -> None:
    settings.setenv("MEWS_ENVIRONMENT", BASE_URL)
    httpx_mock.add_response(
        url=url_of("configuration/get"),
        match_json={
            "ClientToken": "token-of-the-client",
            "AccessToken": "token-of-the-access",
            "Client": "Acme Ledger 1.4.0",
        },
        json={},
    )

    async with MewsClient.from_env() as mews:
        await mews.call("configuration/get", kind="read")


@pytest.mark.parametrize(
    ("name", "host"),
    [
        ("demo", "api.mews-demo.com"),
        ("Demo", "api.mews-demo.com"),
        ("production", "api.mews.com"),
        ("https://mews.test", "mews.test"),
    ],
)
async def test_the_environment_goes_by_its_name_or_its_address(
    settings: pytest.MonkeyPatch, httpx_mock: HTTPXMock, name: str, host: str
) -> None:
    settings.setenv("MEWS_ENVIRONMENT", name)
    httpx_mock.add_response(json={})

    async with MewsClient.from_env() as mews:
        await mews.call("configuration/get", kind="read")

    [request] = httpx_mock.get_requests()
    assert request.url.host == host


async def test_everything_else_is_said_by_keywords(
    settings: pytest.MonkeyPatch, httpx_mock: HTTPXMock
) -> None:
    settings.setenv("MEWS_CLIENT", "Acme Ledger 1.5.0")
    httpx_mock.add_response(json={})

    async with MewsClient.from_env(minimal_responses=True, timeout=httpx.Timeout(3)) as mews:
        await mews.call("configuration/get", kind="read")

    [request] = httpx_mock.get_requests()
    assert request.headers["Prefer"] == "return=minimal"
    assert request.extensions["timeout"]["read"] == 3


def test_every_missing_setting_is_named(settings: pytest.MonkeyPatch) -> None:
    settings.delenv("MEWS_CLIENT_TOKEN")
    settings.setenv("MEWS_CLIENT", "")

    with pytest.raises(errors.ConfigurationError, match="set MEWS_CLIENT_TOKEN, MEWS_CLIENT in"):
        MewsClient.from_env()


def test_settings_are_checked_like_arguments(settings: pytest.MonkeyPatch) -> None:
    settings.setenv("MEWS_ENVIRONMENT", "http://api.mews.com")

    with pytest.raises(errors.ConfigurationError, match="plain http is only"):
        MewsClient.from_env()
