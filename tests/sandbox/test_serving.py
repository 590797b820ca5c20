"""Starting and stopping the sandbox, in a program and on the command line."""

from __future__ import annotations

import asyncio
import logging
import math
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Generator, Iterator
from contextlib import contextmanager

import httpx
import pytest

from mews_toolkit.sandbox import ACCESS_TOKEN, CLIENT_TOKEN, Delay, Sandbox, serve, serve_in_thread
from support.documented_caller import plain_client

BODY = {"ClientToken": CLIENT_TOKEN, "AccessToken": ACCESS_TOKEN, "Client": "Specification 1.0"}
CONFIGURATION = "/api/connector/v1/configuration/get"


async def test_it_is_served_within_a_running_event_loop() -> None:
    sandbox = Sandbox(payments=0)
    async with (
        serve(sandbox) as server,
        httpx.AsyncClient(base_url=server.url, trust_env=False) as http,
    ):
        response = await http.post(CONFIGURATION, json=BODY)
    assert response.status_code == 200
    assert server.sandbox is sandbox

    async with httpx.AsyncClient(base_url=server.url, trust_env=False) as http:
        with pytest.raises(httpx.ConnectError):
            await http.post(CONFIGURATION, json=BODY)


async def test_a_taken_port_is_an_error_at_once() -> None:
    async with serve(Sandbox(payments=0)) as server:
        port = httpx.URL(server.url).port
        assert port is not None
        with pytest.raises(OSError, match="in use"):
            async with serve(Sandbox(payments=0), port=port):
                pass
    with serve_in_thread(Sandbox(payments=0)) as server:
        port = httpx.URL(server.url).port
        assert port is not None
        with (
            pytest.raises(OSError, match="in use"),
            serve_in_thread(Sandbox(payments=0), port=port),
        ):
            pass


async def until(condition: Callable[[], bool]) -> None:
    for _ in range(400):
        if condition():
            return
        await asyncio.sleep(0.005)
    pytest.fail("it never came to that")


async def test_stopping_lets_a_short_request_finish_and_breaks_off_a_long_one(
    caplog: pytest.LogCaptureFixture,
) -> None:
    sandbox = Sandbox(payments=0)
    sandbox.faults.add(Delay(0.05))
    sandbox.faults.add(Delay(60))
    async with httpx.AsyncClient(trust_env=False) as http:
        async with serve(sandbox) as server:
            url = server.url + CONFIGURATION
            short = asyncio.create_task(http.post(url, json=BODY))
            await until(lambda: len(sandbox.faults) == 1)
            long = asyncio.create_task(http.post(url, json=BODY))
            await until(lambda: not sandbox.faults)
            started = time.monotonic()
        assert time.monotonic() - started < 2
        assert (await short).status_code == 200
        with pytest.raises(httpx.RemoteProtocolError):
            await long
    assert [it for it in caplog.records if it.levelno >= logging.WARNING] == []


def test_a_caller_that_leaves_while_it_still_speaks_does_no_harm(
    caplog: pytest.LogCaptureFixture,
) -> None:
    sandbox = Sandbox(payments=0)

    def half() -> Iterator[bytes]:
        yield b'{"Client'
        raise ConnectionError("gone")

    with (
        serve_in_thread(sandbox) as server,
        httpx.Client(base_url=server.url, trust_env=False) as http,
    ):
        with pytest.raises(ConnectionError, match="gone"):
            http.post(CONFIGURATION, content=half())
        assert http.post(CONFIGURATION, json=BODY).status_code == 200
    assert [it for it in caplog.records if it.levelno >= logging.WARNING] == []


def test_steering_from_outside_is_closed_unless_it_is_asked_for() -> None:
    with serve_in_thread(Sandbox(payments=0)) as server:
        assert httpx.get(f"{server.url}/sandbox/calls", trust_env=False).status_code == 404


@pytest.mark.parametrize(
    ("fault", "complaint"),
    [
        ({"kind": "Flood"}, "kind is one of Delay"),
        ({"kind": "Status"}, "status"),
        ({"kind": "Status", "with": {"status": 700}}, "status"),
        ({"kind": "Reset", "operation": "payments/getall"}, "payments/getall"),
        ({"kind": "Reset", "time": 2}, "time"),
        ({"kind": "RateLimited", "with": {"retry_after": "1\r\n"}}, "retry_after"),
        ([], "object"),
    ],
)
def test_a_fault_that_makes_no_sense_is_refused(fault: object, complaint: str) -> None:
    with serve_in_thread(Sandbox(payments=0), control=True) as server:
        response = httpx.post(f"{server.url}/sandbox/faults", json=fault, trust_env=False)
    assert response.status_code == 400
    assert complaint in response.json()["Message"]


def test_a_fault_that_is_nested_too_deeply_is_refused() -> None:
    deep = b'{"kind": "Reset", "with": {"after_commit": ' + b"[" * 100_000 + b"]" * 100_000 + b"}}"
    with serve_in_thread(Sandbox(payments=0), control=True) as server:
        url = f"{server.url}/sandbox/faults"
        response = httpx.post(url, content=deep, trust_env=False)
    assert response.status_code == 400
    assert "too deeply" in response.json()["Message"]


def test_a_plain_client_minds_no_proxy_of_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    monkeypatch.delenv("NO_PROXY", raising=False)
    monkeypatch.delenv("no_proxy", raising=False)
    with serve_in_thread(Sandbox(payments=0)) as server, plain_client(server.url) as http:
        assert http.post("configuration/get", json=BODY).status_code == 200


@contextmanager
def command_line(
    *arguments: str,
) -> Generator[tuple[subprocess.Popen[str], str, str], None, None]:
    """The running process, what it said, and the URL within that."""
    command = [sys.executable, "-m", "mews_toolkit.sandbox", "--port", "0", *arguments]
    # It runs nothing but this project.
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:  # noqa: S603
        assert process.stdout is not None
        said = ""
        while "Steer it" not in said:
            line = process.stdout.readline()
            assert line, said
            said += line
        url = re.search(r"http://\S+?(?=,)", said)
        assert url is not None
        try:
            yield process, said, url.group()
        finally:
            process.kill()


def test_the_command_line_serves_steers_and_stops() -> None:
    with command_line("--payments", "5", "--limit", "3") as (process, said, url):
        assert CLIENT_TOKEN in said
        assert ACCESS_TOKEN in said

        fault = {
            "operation": "configuration/get",
            "kind": "Status",
            "with": {"status": 522, "body": "html", "after_commit": True},
        }
        planned = httpx.post(f"{url}/sandbox/faults", json=fault, trust_env=False)
        statuses = [
            httpx.post(url + CONFIGURATION, json=BODY, trust_env=False).status_code
            for _ in range(4)
        ]
        calls = httpx.get(f"{url}/sandbox/calls", trust_env=False).json()
        reset = httpx.post(f"{url}/sandbox/reset", trust_env=False)
        after = httpx.get(f"{url}/sandbox/calls", trust_env=False).json()

        process.send_signal(signal.SIGINT)
        assert process.wait(timeout=5) == 0

    assert (planned.status_code, reset.status_code) == (204, 204)
    assert statuses == [522, 200, 200, 429]
    assert [(it["operation"], it["status"]) for it in calls] == [
        ("configuration/get", status) for status in statuses
    ]
    assert CLIENT_TOKEN not in repr(calls)
    assert after == []


_WITHOUT_EXTRA = """
import sys
sys.modules["{missing}"] = None
try:
    import mews_toolkit.sandbox
except ImportError as error:
    print(error)
"""


@pytest.mark.parametrize("missing", ["jsonschema", "starlette", "uvicorn"])
def test_without_the_extra_the_import_says_what_to_install(missing: str) -> None:
    said = run(_WITHOUT_EXTRA.format(missing=missing))
    assert "pip install mews-connector[sandbox]" in said


def test_importing_the_toolkit_alone_imports_nothing_heavy() -> None:
    heavy = "{'attrs', 'httpx', 'jsonschema', 'msgspec', 'starlette', 'uvicorn'}"
    said = run(f"import sys, mews_toolkit; print({heavy} & set(sys.modules))")
    assert said == "set()\n"


def run(program: str) -> str:
    command = [sys.executable, "-c", program]
    # It runs nothing but this project.
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout  # noqa: S603


def test_the_command_line_says_that_a_port_is_taken() -> None:
    with serve_in_thread(Sandbox(payments=0)) as server:
        port = str(httpx.URL(server.url).port)
        command = [sys.executable, "-m", "mews_toolkit.sandbox", "--port", port]
        # It runs nothing but this project.
        done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603
    assert done.returncode == 1
    assert "address already in use" in done.stderr.lower()
    assert len(done.stderr.splitlines()) == 1


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (["--port", "99999"], "--port: must be a number from 0 to 65535"),
        (["--port", "-1"], "--port: must be a number from 0 to 65535"),
        (["--port", "http"], "--port: must be a number from 0 to 65535"),
        (["--window", "nan"], "window must be a positive and finite number"),
        (["--window", "inf"], "window must be a positive and finite number"),
        (["--limit", "0"], "limit must be positive"),
        (["--host", "a..b", "--payments", "0"], "--host: 'a..b' is no name of a host"),
        (["--host"], "--host: expected one argument"),
    ],
)
def test_a_wrong_argument_is_told_in_one_line(arguments: list[str], complaint: str) -> None:
    command = [sys.executable, "-m", "mews_toolkit.sandbox", *arguments]
    # It runs nothing but this project.
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=20)  # noqa: S603
    assert (done.returncode, done.stdout) == (2, "")
    assert len(done.stderr.splitlines()) == 1
    assert complaint in done.stderr


def test_settings_that_make_no_sense_are_refused() -> None:
    with pytest.raises(ValueError, match="limit"):
        Sandbox(limit=0)
    with pytest.raises(ValueError, match="window"):
        Sandbox(window=0)
    for boundless in (math.nan, math.inf):
        with pytest.raises(ValueError, match="window"):
            Sandbox(window=boundless)
    with pytest.raises(ValueError, match="latency"):
        Sandbox(payments=0, latency=(0, math.inf))
    with pytest.raises(ValueError, match="payments"):
        Sandbox(payments=-1)
    for count in (2, 6):
        with pytest.raises(ValueError, match="enterprises"):
            Sandbox(enterprises=count)
