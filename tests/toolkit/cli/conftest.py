"""The command `mews` in this process, against a sandbox."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from mews_toolkit.cli import _server_clock
from mews_toolkit.sandbox import ACCESS_TOKEN, CLIENT_TOKEN, Sandbox, Server, serve_in_thread
from support.command import Mews

NOW = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)


@pytest.fixture(scope="session")
def shared_sandbox() -> Sandbox:
    """One that is only read from."""
    return Sandbox(payments=300, limit=None, now=lambda: NOW)


@pytest.fixture
def sandbox(shared_sandbox: Sandbox) -> Iterator[Sandbox]:
    shared_sandbox.calls.clear()
    yield shared_sandbox
    shared_sandbox.faults.clear()


@pytest.fixture
def server(sandbox: Sandbox) -> Iterator[Server]:
    with serve_in_thread(sandbox) as server:
        yield server


@pytest.fixture
def mews(
    server: Server,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> Mews:
    """The command, with the variables set for the sandbox, its time, and a home of its own."""
    monkeypatch.setattr(_server_clock, "_now", lambda: NOW)
    monkeypatch.setenv("HOME", str(tmp_path))
    for name in ("XDG_CONFIG_HOME", "XDG_STATE_HOME", "MEWS_CREDENTIALS", "MEWS_CLIENT"):
        monkeypatch.delenv(name, raising=False)
    for name in ("NO_COLOR", "FORCE_COLOR", "COLUMNS"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("MEWS_ENVIRONMENT", server.url)
    monkeypatch.setenv("MEWS_CLIENT_TOKEN", CLIENT_TOKEN)
    monkeypatch.setenv("MEWS_ACCESS_TOKEN", ACCESS_TOKEN)
    return Mews(capsys)
