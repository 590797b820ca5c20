"""A server proves who it is, or hears nothing; no keyword and no variable turns that off."""

from __future__ import annotations

import ssl
from pathlib import Path
from typing import Any

import httpx
import pytest

from mews_connector import MewsClient, RetryPolicy, Transport, aiohttp_client, errors
from mews_runtime._http_client import http_client
from mews_toolkit.portfolio import Fleet
from support.clients import ACCESS_TOKEN, CLIENT_TOKEN
from support.secrecy import keeps, shown_of_error
from support.tls import EXPIRED, OF_ANOTHER_HOST, serve_tls

EITHER_TRANSPORT = pytest.mark.parametrize("transport", ["httpx", "aiohttp"])


def client_of(url: str, transport: Transport) -> MewsClient:
    return MewsClient(
        environment=url,
        client_token=CLIENT_TOKEN,
        access_token=ACCESS_TOKEN,
        client="Specification 1.0",
        retry=RetryPolicy(attempts=1),
        transport=transport,
    )


# Each trusts the certificate itself, so that nothing but the fault named is left to be refused.
FAULTS: dict[str, tuple[Path, str]] = {
    "the name of another host": (OF_ANOTHER_HOST, r"(?i)not valid for|mismatch"),
    "a certificate that has run out": (EXPIRED, "expired"),
}


@EITHER_TRANSPORT
@pytest.mark.parametrize(("certificate", "why"), FAULTS.values(), ids=FAULTS)
async def test_nothing_is_sent_to_a_server_with(
    transport: Transport, certificate: Path, why: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    async with serve_tls(certificate) as server:
        async with client_of(server.url, transport) as mews:
            with pytest.raises(errors.NotSentError, match=why) as caught:
                await mews.call("payments/addExternal", {})

        assert server.received == []
    assert keeps(shown_of_error(caught.value))


@EITHER_TRANSPORT
async def test_no_variable_makes_an_unknown_server_trusted(
    transport: Transport, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in {
        "PYTHONHTTPSVERIFY": "0",
        "SSL_NO_VERIFY": "1",
        "CURL_CA_BUNDLE": "",
        "REQUESTS_CA_BUNDLE": "",
        "NODE_TLS_REJECT_UNAUTHORIZED": "0",
    }.items():
        monkeypatch.setenv(name, value)
    async with serve_tls() as server:
        async with client_of(server.url, transport) as mews:
            with pytest.raises(errors.NotSentError, match="CERTIFICATE_VERIFY_FAILED"):
                await mews.call("payments/addExternal", {})

        assert server.received == []


@EITHER_TRANSPORT
async def test_certificates_and_names_are_checked_wherever_a_client_connects(
    transport: Transport, monkeypatch: pytest.MonkeyPatch
) -> None:
    # given every way there is: straight, and through a proxy
    monkeypatch.setenv("HTTPS_PROXY", "http://127.0.0.1:1")
    async with http_client(transport, url="https://mews.test", max_connections=1) as made:
        # when
        http: Any = made
        ways: list[Any] = [http._transport, *(it for it in http._mounts.values() if it)]
        contexts: list[ssl.SSLContext] = [
            getattr(way, "ssl_context", None) or way._pool._ssl_context for way in ways
        ]

    # then
    assert len(contexts) == 2
    for context in contexts:
        assert context.check_hostname
        assert context.verify_mode is ssl.CERT_REQUIRED
        assert context.minimum_version >= ssl.TLSVersion.TLSv1_2


@pytest.mark.parametrize(
    "switch", ["verify", "ssl", "ssl_context", "cert", "trust_env", "insecure", "check_hostname"]
)
async def test_there_is_no_keyword_that_turns_it_off(
    switch: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings: dict[str, Any] = {"client_token": CLIENT_TOKEN, "client": "Specification 1.0"}
    for name, value in {**settings, "access_token": ACCESS_TOKEN, "environment": "demo"}.items():
        monkeypatch.setenv(f"MEWS_{name.upper()}", value)
    off: dict[str, Any] = {switch: False}

    async with MewsClient.from_env() as mews:
        for make in (
            lambda: MewsClient(**settings, access_token=ACCESS_TOKEN, **off),
            lambda: MewsClient.from_env(**off),
            lambda: mews.with_options(**off),
            lambda: Fleet({"Riverside": ACCESS_TOKEN}, **settings, **off),
        ):
            with pytest.raises(TypeError, match=switch):
                make()


@pytest.mark.parametrize("off", [False, True, "no"])
def test_nor_does_the_client_on_aiohttp_have_one(off: Any) -> None:
    with pytest.raises(errors.ConfigurationError, match="certificates are always checked"):
        aiohttp_client(verify=off)


async def test_who_turns_it_off_makes_a_client_for_it_by_hand() -> None:
    async with (
        serve_tls() as server,
        httpx.AsyncClient(verify=False, trust_env=False) as careless,  # noqa: S501 - the subject
        MewsClient(
            environment=server.url,
            client_token=CLIENT_TOKEN,
            access_token=ACCESS_TOKEN,
            client="Specification 1.0",
            http_client=careless,
        ) as mews,
    ):
        assert await mews.call("configuration/get", kind="read") == {}
