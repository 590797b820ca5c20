"""The backend of examples/ as a process of its own, as its page says to start it."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
from pathlib import Path

import httpx
import pytest

from mews_toolkit.sandbox import ACCESS_TOKEN, CLIENT_TOKEN, Sandbox, serve_in_thread
from support.backend import API_KEY, WEBHOOK_TOKEN, interval, lines, told
from support.readme import ROOT


@pytest.fixture
def variables(tmp_path: Path) -> dict[str, str]:
    return os.environ | {
        "MEWS_CLIENT_TOKEN": CLIENT_TOKEN,
        "MEWS_ACCESS_TOKEN": ACCESS_TOKEN,
        "MEWS_CLIENT": "Reader 1.0.0",
        "BACKEND_API_KEY": API_KEY,
        "BACKEND_WEBHOOK_TOKEN": WEBHOOK_TOKEN,
        "BACKEND_FOLDER": str(tmp_path),
        "BACKEND_PORT": "0",
    }


def test_it_serves_until_it_is_told_to_stop_and_logs_no_secret(variables: dict[str, str]) -> None:
    with (
        serve_in_thread(sandbox := Sandbox(payments=0)) as mews,
        subprocess.Popen(
            [sys.executable, "-m", "fastapi_app"],
            cwd=ROOT / "examples",
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            env=variables | {"MEWS_ENVIRONMENT": mews.url},
        ) as process,
    ):
        assert process.stdout is not None
        log = ""
        while "running on" not in log:
            log += (line := process.stdout.readline())
            assert line, log
        url = re.findall(r"http://127\.0\.0\.1:\d+", log)[-1]

        payment = sandbox.given.card_payment("20.00")
        received = httpx.post(f"{url}/webhooks/{WEBHOOK_TOKEN}", content=told(payment.id))
        known = {"Authorization": f"Bearer {API_KEY}"}
        listed = httpx.get(f"{url}/payments", params=interval(), headers=known)

        process.send_signal(signal.SIGTERM)
        log += process.stdout.read()

    assert received.status_code == 204
    assert lines(listed.text)[-1] == ("end", {"rows": 1})
    assert "Application shutdown complete" in log
    for secret in (API_KEY, WEBHOOK_TOKEN, ACCESS_TOKEN, CLIENT_TOKEN):
        assert secret not in log
