"""Processes that are killed with SIGKILL, over real sockets, with claims in a file."""

from __future__ import annotations

import asyncio
import os
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from mews_connector import Clock, models
from mews_toolkit.sandbox import Delay, Sandbox, Server, serve_in_thread
from mews_toolkit.workflows import (
    EnsuredPayment,
    Settle,
    SqliteClaims,
    ensure_external_payment,
)
from support import doomed
from support.lossy_sandbox import ids_under
from support.sandboxes import sandbox_client, until

ADD = "payments/addExternal"
ROOT = Path(__file__).parents[3]


@pytest.fixture
def server() -> Iterator[Server]:
    with serve_in_thread(Sandbox(payments=0)) as server:
        yield server


def start(server: Server, path: Path, point: str) -> subprocess.Popen[str]:
    account = server.sandbox.customer().id
    folders = os.pathsep.join(str(ROOT / it) for it in (".", "custom", "tests"))
    return subprocess.Popen(  # noqa: S603 - of the test's own making
        [sys.executable, str(doomed.__file__), server.url, str(account), str(path), point],
        env={**os.environ, "PYTHONPATH": folders},
        stdout=subprocess.PIPE,
        text=True,
    )


def kill(process: subprocess.Popen[str]) -> None:
    process.kill()
    process.communicate()


async def ensure(server: Server, path: Path, *, after_lease: bool = True) -> EnsuredPayment:
    """What another process gets, when the lease of the killed one is over."""
    later = timedelta(hours=1 if after_lease else 0)
    async with sandbox_client(server) as mews:
        return await ensure_external_payment(
            mews,
            account_id=server.sandbox.customer().id,
            amount=models.AmountParameters(currency="GBP", gross_value=Decimal(100)),
            type_=models.ExternalPaymentType.CASH,
            external_identifier="till-7/1",
            claims=SqliteClaims(path, clock=Clock(utc=lambda: datetime.now(UTC) + later)),
            settle=Settle(
                server_limit=timedelta(milliseconds=10), read_lag=timedelta(milliseconds=10)
            ),
        )


@pytest.mark.parametrize(
    ("point", "found", "posts"), [("claimed", False, 1), ("added", True, 1), ("noted", True, 1)]
)
async def test_killed_at_any_point_it_is_made_good_by_the_next_one(
    server: Server, tmp_path: Path, point: str, *, found: bool, posts: int
) -> None:
    # given
    path = tmp_path / "claims.sqlite"
    process = start(server, path, point)
    assert process.stdout is not None
    assert await asyncio.to_thread(process.stdout.readline) == f"{point}\n"

    # when
    kill(process)
    ensured = await ensure(server, path)

    # then
    assert ensured.found == found
    assert ids_under(server.sandbox, "till-7/1") == [ensured.payment.id]
    assert [it.operation for it in server.sandbox.calls].count(ADD) == posts


@pytest.mark.parametrize("after_commit", [False, True])
async def test_killed_while_the_server_is_at_work_it_is_made_good_by_the_next_one(
    server: Server, tmp_path: Path, *, after_commit: bool
) -> None:
    # given
    path = tmp_path / "claims.sqlite"
    server.sandbox.faults.add(Delay(0.5, after_commit=after_commit), operation=ADD)
    process = start(server, path, "")
    calls = server.sandbox.calls
    async with asyncio.timeout(20):
        # A call is there before its body is; without that, nothing would be carried out.
        while not any(it.operation == ADD and it.request for it in calls):  # noqa: ASYNC110 - another process
            await asyncio.sleep(0.005)

    # when
    kill(process)
    # and the server is done with the request of the dead process
    await until(lambda: server.sandbox.payments)
    ensured = await ensure(server, path)

    # then
    assert ensured.found
    assert ids_under(server.sandbox, "till-7/1") == [ensured.payment.id]
    assert [it.operation for it in calls].count(ADD) == 1


async def test_until_its_lease_is_over_a_dead_process_keeps_its_claim(
    server: Server, tmp_path: Path
) -> None:
    path = tmp_path / "claims.sqlite"
    process = start(server, path, "claimed")
    assert process.stdout is not None
    assert await asyncio.to_thread(process.stdout.readline) == "claimed\n"
    kill(process)

    with pytest.raises(TimeoutError):
        async with asyncio.timeout(0.3):
            await ensure(server, path, after_lease=False)

    assert server.sandbox.calls[-1].operation == "configuration/get", "nothing was looked for"


async def test_several_processes_at_once_add_it_once(server: Server, tmp_path: Path) -> None:
    processes = [start(server, tmp_path / "claims.sqlite", "") for _ in range(4)]

    said = [(await asyncio.to_thread(it.communicate))[0].split() for it in processes]

    [payment_id] = ids_under(server.sandbox, "till-7/1")
    assert {it[0] for it in said} == {str(payment_id)}
    assert sorted(it[1] for it in said) == ["False", "True", "True", "True"]
