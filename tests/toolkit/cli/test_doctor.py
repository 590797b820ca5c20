"""`mews doctor`: what works, what does not, and what to do."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import httpx
import pytest

from mews_toolkit.cli._listings import methods_of, resource_names
from mews_toolkit.cli._server_clock import ServerClock
from mews_toolkit.sandbox import PORTFOLIO_ACCESS_TOKEN, Sandbox, Status
from support.command import Mews, Ran

WRITES = {"add", "update", "delete", "close", "refund", "charge", "cancel", "getPdf", "disable"}


def verdicts(ran: Ran) -> dict[str, str]:
    return {row["Name"]: row["Verdict"] for row in ran.rows}


def test_a_healthy_setup_is_found_so(mews: Mews) -> None:
    told = mews("doctor", "--json")

    assert told.code == 0, told.err
    found = verdicts(told)
    assert [found[it] for it in ("credentials", "tokens", "clock", "rate")] == ["ok"] * 4
    assert found["payments.get_all"] == "ok"
    assert set(found.values()) == {"ok", "denied"}


def test_every_operation_that_reads_is_tried_and_none_that_writes(
    mews: Mews, sandbox: Sandbox
) -> None:
    told = mews("doctor", "--json")

    reads = {
        f"{resource}.{method.name}"
        for resource in resource_names()
        for method in methods_of(resource)
        if method.is_read and not method.is_deprecated
    }
    assert reads <= set(verdicts(told))
    actions = {it.operation.partition("/")[2] for it in sandbox.calls}
    assert not {it for it in actions if any(it.startswith(word) for word in WRITES)}
    assert len(sandbox.calls) <= 25


def test_it_asks_for_next_to_nothing(mews: Mews, sandbox: Sandbox) -> None:
    mews("doctor", "--json")

    limits = [
        it.request["Limitation"]
        for it in sandbox.calls
        if it.request and "Limitation" in it.request
    ]
    assert limits
    assert {it["Count"] for it in limits} == {1}


def test_what_the_token_may_not_do_is_denied_and_no_fault(mews: Mews, sandbox: Sandbox) -> None:
    sandbox.faults.add(Status(401), operation="bills/getAll")

    told = mews("doctor", "--json")

    assert verdicts(told)["bills.get_all"] == "denied"
    assert told.code == 0


def test_wrong_tokens_end_the_examination(
    mews: Mews, sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MEWS_CLIENT_TOKEN", "a-canary-that-opens-nothing")

    told = mews("doctor")

    assert told.code == 10
    assert "wrong  tokens: configuration/get: ClientToken is not valid." in told.out
    assert "check that both tokens are those of http://127.0.0.1" in told.out
    assert "canary" not in told.out + told.err
    assert len(sandbox.calls) == 1


def test_a_server_that_is_not_there_is_told_from_wrong_tokens(mews: Mews) -> None:
    told = mews("doctor", "--environment", "http://127.0.0.1:9")

    assert told.code == 10
    assert "wrong  environment: " in told.out
    assert "check the address http://127.0.0.1:9, the network and the proxy" in told.out


def test_the_enterprise_of_a_portfolio_is_examined(
    mews: Mews, sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MEWS_ACCESS_TOKEN", PORTFOLIO_ACCESS_TOKEN)
    paris = str([*sandbox.enterprises][1].id)

    told = mews("doctor", "--json", "--portfolio", "--enterprise", paris)

    assert told.code == 0, told.out
    assert verdicts(told)["enterprises.get_all"] == "ok"
    asked = [
        it.request["EnterpriseIds"]
        for it in sandbox.calls
        if it.request and "EnterpriseIds" in it.request
    ]
    assert asked
    assert {*map(tuple, asked)} == {(paris,)}


def test_tokens_of_another_enterprise_are_wrong(mews: Mews, sandbox: Sandbox) -> None:
    london, paris = [*sandbox.enterprises][:2]

    told = mews("doctor", "--enterprise", str(paris.id))

    assert told.code == 10
    assert f"wrong  tokens: open {london.name} at " in told.out
    assert f"which is {london.id}\n" in told.out


def test_what_looks_like_a_portfolio_is_told_to_name_an_enterprise(
    mews: Mews, sandbox: Sandbox
) -> None:
    sandbox.faults.add(Status(400), operation="configuration/get")

    told = mews("doctor")

    assert told.code == 10
    assert "say --portfolio, and --enterprise with an id" in told.out


@pytest.mark.parametrize(
    ("ahead", "detail"),
    [(90, "90 seconds ahead of the server's"), (-90, "90 seconds behind the server's")],
)
async def test_a_clock_that_is_wrong_is_found(ahead: int, detail: str) -> None:
    clock = ServerClock()
    told = format_datetime(
        datetime.now(UTC) - timedelta(seconds=ahead, milliseconds=100), usegmt=True
    )

    await clock.note(httpx.Response(200, headers={"Date": told}))

    check = clock.check()
    assert check.verdict.value == "wrong"
    words = check.detail.split(" ", 1)
    assert abs(int(words[0]) - 90) <= 1
    assert words[1] == detail.split(" ", 1)[1]


@pytest.mark.parametrize("date", [None, "yesterday"])
async def test_an_answer_without_a_date_says_nothing_of_the_clock(date: str | None) -> None:
    clock = ServerClock()

    await clock.note(httpx.Response(200, headers={} if date is None else {"Date": date}))

    assert clock.check().verdict.value == "unknown"
