"""Plain http is for this machine, and no proxy of the environment comes between."""

from __future__ import annotations

import asyncio

import pytest

from mews_toolkit.sandbox import Sandbox, serve_in_thread
from support.sandboxes import sandbox_client


@pytest.mark.parametrize("variable", ["HTTP_PROXY", "http_proxy", "ALL_PROXY"])
async def test_a_proxy_sees_no_token_on_its_way_to_a_loopback_host(
    monkeypatch: pytest.MonkeyPatch, variable: str
) -> None:
    # Given a proxy that notes who comes, named by the environment
    seen: list[bytes] = []

    async def note(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        seen.append(await reader.read(65_536))
        writer.close()

    proxy = await asyncio.start_server(note, "127.0.0.1")
    monkeypatch.setenv(variable, f"http://127.0.0.1:{proxy.sockets[0].getsockname()[1]}")
    for name in ("NO_PROXY", "no_proxy"):
        monkeypatch.delenv(name, raising=False)

    # When
    with serve_in_thread(Sandbox(payments=0)) as server:
        async with sandbox_client(server) as mews:
            await mews.configuration.get()
    proxy.close()

    # Then
    assert seen == []
