"""How requests travel: who they say they come from, whom they trust, where they do not follow."""

from __future__ import annotations

import re
from decimal import Decimal

import httpx
import pytest
from pytest_httpx import HTTPXMock

import mews_connector
from mews_connector import MewsClient, RetryPolicy, errors, models
from support.clients import ACCESS_TOKEN, CLIENT_TOKEN, url_of, virtual_client
from support.pages import ACCOUNT, page, payments
from support.tls import CERTIFICATE, TlsServer, serve_tls, trusting

ON_VIRTUAL_TIME = pytest.mark.virtual_time


def tls_client(server: TlsServer, http_client: httpx.AsyncClient | None = None) -> MewsClient:
    return MewsClient(
        environment=server.url,
        client_token=CLIENT_TOKEN,
        access_token=ACCESS_TOKEN,
        client="Specification 1.0",
        retry=RetryPolicy(attempts=1),
        http_client=http_client,
    )


@ON_VIRTUAL_TIME
async def test_requests_say_which_library_sends_them(httpx_mock: HTTPXMock) -> None:
    httpx_mock.add_response(json=page())

    async with virtual_client() as mews:
        await payments(mews).collect()

    [request] = httpx_mock.get_requests()
    library = re.escape(f"mews-connector/{mews_connector.__version__} {httpx.__name__}/")
    assert re.fullmatch(rf"{library}\S+ python/3\.\S+", request.headers["User-Agent"])


@ON_VIRTUAL_TIME
async def test_requests_are_posted_as_json_with_the_credentials_in_the_body(
    httpx_mock: HTTPXMock,
) -> None:
    httpx_mock.add_response(
        method="POST",
        url=url_of("configuration/get"),
        match_headers={"Content-Type": "application/json", "Accept-Encoding": "gzip"},
        match_json={
            "ClientToken": CLIENT_TOKEN,
            "AccessToken": ACCESS_TOKEN,
            "Client": "Specification 1.0",
        },
        json={},
    )

    async with virtual_client() as mews:
        await mews.call("configuration/get", kind="read")

    [request] = httpx_mock.get_requests()
    for token in (CLIENT_TOKEN, ACCESS_TOKEN):
        assert token not in str(request.url) + str(request.headers.raw)


@ON_VIRTUAL_TIME
async def test_no_cookies_are_kept(httpx_mock: HTTPXMock) -> None:
    httpx_mock.add_response(json=page(), headers={"Set-Cookie": "who=you"}, is_reusable=True)

    async with virtual_client() as mews:
        await payments(mews).collect()
        await payments(mews).collect()

    assert not any("Cookie" in request.headers for request in httpx_mock.get_requests())


@ON_VIRTUAL_TIME
@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
async def test_tokens_do_not_follow_a_redirect(httpx_mock: HTTPXMock, status: int) -> None:
    httpx_mock.add_response(status_code=status, headers={"Location": "https://elsewhere.test/"})

    async with httpx.AsyncClient(follow_redirects=True) as obliging:
        mews = virtual_client(http_client=obliging)
        with pytest.raises(errors.OutcomeUnknownError) as caught:
            await mews.payments.add_external(
                account_id=ACCOUNT,
                amount=models.AmountParameters(currency="GBP", gross_value=Decimal(1)),
            )

    assert caught.value.status == status
    assert [request.url.host for request in httpx_mock.get_requests()] == ["mews.test"]


async def test_nothing_is_sent_to_a_server_that_cannot_prove_who_it_is() -> None:
    async with serve_tls() as server, tls_client(server) as mews:
        with pytest.raises(errors.NotSentError, match="CERTIFICATE_VERIFY_FAILED"):
            await mews.call("configuration/get", kind="read")

        assert server.received == []


async def test_a_certificate_of_ones_own_is_trusted_through_an_http_client() -> None:
    async with (
        serve_tls() as server,
        httpx.AsyncClient(verify=trusting(), trust_env=False) as http_client,
    ):
        async with tls_client(server, http_client) as mews:
            assert await mews.call("configuration/get", kind="read") == {}

        [request] = server.received
        assert ACCESS_TOKEN.encode() in request


async def test_a_client_and_its_views_use_the_same_connection(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(CERTIFICATE))
    async with serve_tls() as server, tls_client(server) as mews:
        for view in (mews, mews.with_options(timeout=5), mews.for_enterprise(ACCOUNT)):
            await view.call("bills/getAll", {"EnterpriseId": str(ACCOUNT)}, kind="read")

        assert len(server.received) == 3
        assert server.connections == 1
