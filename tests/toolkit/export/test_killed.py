"""A process that exports over a socket is killed with SIGKILL, and this one goes on."""

from __future__ import annotations

import asyncio
import os
import signal
import subprocess
import sys
from datetime import UTC, datetime
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from mews_toolkit.sandbox import ACCESS_TOKEN, CLIENT_TOKEN, Sandbox, Server, serve_in_thread
from support import mortal_export

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)
SPAN = ("2026-06-01T00:00:00Z", "2026-11-20T00:00:00Z")
ROOT = Path(__file__).parents[3]
parquet: Any = import_module("pyarrow.parquet")


def start(server: Server, file: Path) -> subprocess.Popen[str]:
    path = os.pathsep.join(str(ROOT / it) for it in (".", "custom", "tests"))
    return subprocess.Popen(  # noqa: S603 - of the test's own making
        [sys.executable, str(mortal_export.__file__), server.url, str(file), *SPAN],
        env={**os.environ, "PYTHONPATH": path},
        stdout=subprocess.PIPE,
        text=True,
    )


def test_killed_in_the_middle_every_row_is_in_the_file_once(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "payments.parquet"
    sandbox = Sandbox(payments=400, limit=None, now=lambda: NOW)
    with serve_in_thread(sandbox) as server:
        # given
        with start(server, file) as mortal:
            assert mortal.stdout is not None
            rows = next(int(line) for line in mortal.stdout if int(line) >= 60)
            mortal.kill()
            mortal.communicate()
        assert mortal.returncode == -signal.SIGKILL
        assert not file.exists()
        asked = len(sandbox.calls)

        # when
        asyncio.run(mortal_export.export(server.url, str(file), *SPAN))

    # then
    told = capsys.readouterr().out.split()
    assert int(told[0]) > rows, "it began anew"
    london = next(iter(sandbox.enterprises)).id
    kept = [
        str(it.id)
        for it in sandbox.payments
        if it.enterprise_id == london
        and datetime.fromisoformat(SPAN[0]) <= it.created_utc < datetime.fromisoformat(SPAN[1])
    ]
    ids = parquet.read_table(file).column("Id").to_pylist()
    assert len(ids) > 100
    assert sorted(ids) == sorted(kept)
    assert len(sandbox.calls) < 2 * asked + len(ids) / 20
    content = b"".join(it.read_bytes() for it in tmp_path.iterdir())
    assert CLIENT_TOKEN.encode() not in content
    assert ACCESS_TOKEN.encode() not in content
