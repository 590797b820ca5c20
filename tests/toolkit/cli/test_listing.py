"""`mews payments list` and its likes: what is asked for, and what is written."""

from __future__ import annotations

import csv
import io
from decimal import Decimal
from typing import Any, cast

import click
import pytest

from mews_connector import api
from mews_toolkit.cli._app import app
from mews_toolkit.cli._listings import listings_of, methods_of, resource_names
from mews_toolkit.sandbox import PORTFOLIO_ACCESS_TOKEN, Delay, Html, Sandbox
from support.command import Mews

LISTINGS = [(name, each) for name in resource_names() for each in listings_of(name)]
SPAN = ("--since", "2026-01-01", "--until", "2026-04-01")


def last_request(sandbox: Sandbox) -> dict[str, Any]:
    body: dict[str, Any] = dict(sandbox.calls[-1].request or {})
    return body


def test_every_paginated_operation_has_its_command() -> None:
    operations = [getattr(api, name) for name in dir(api) if name.isupper()]
    paginated = {it.path.partition("/")[0].lower() for it in operations if hasattr(it, "items")}

    assert {name.replace("_", "").lower() for name, _ in LISTINGS} == paginated
    assert {it.name for _, it in LISTINGS} == {"list"}


def test_what_is_told_apart_as_reading_is_what_the_client_calls_a_read() -> None:
    operations = [getattr(api, name) for name in dir(api) if name.isupper()]
    reads = {it.path.lower() for it in operations if it.kind.value == "read"}
    taken = {
        f"{resource}/{method.name}".replace("_", "").lower()
        for resource in resource_names()
        for method in methods_of(resource)
        if method.is_read
    }

    assert taken == reads


@pytest.mark.parametrize("resource", [name for name, _ in LISTINGS])
def test_help_explains_every_option(resource: str, mews: Mews) -> None:
    told = mews(resource.replace("_", "-"), "list", "--help")

    assert told.code == 0
    with app.make_context("mews", ["--version"], resilient_parsing=True) as context:
        group = app.get_command(context, resource.replace("_", "-"))
        command = cast("click.Group", group).get_command(context, "list")
    assert command is not None
    for option in command.params:
        assert option.help, option.name
        assert option.opts[0] in told.out


def test_payments_of_a_span_in_a_state_are_listed(mews: Mews, sandbox: Sandbox) -> None:
    listed = mews("payments", "list", *SPAN, "--state", "charged", "--state", "Failed")

    assert listed.code == 0
    assert last_request(sandbox)["CreatedUtc"] == {
        "StartUtc": "2026-01-01T00:00:00Z",
        "EndUtc": "2026-04-01T00:00:00Z",
    }
    assert last_request(sandbox)["States"] == ["Charged", "Failed"]
    assert len(listed.rows) > 10
    assert {row["State"] for row in listed.rows} == {"Charged", "Failed"}


def test_a_day_begins_in_the_zone_that_was_said(mews: Mews, sandbox: Sandbox) -> None:
    mews("--tz", "Europe/Prague", "payments", "list", "--charged", "2026-01-01..2026-03-30T12:00")

    assert last_request(sandbox)["ChargedUtc"] == {
        "StartUtc": "2025-12-31T23:00:00Z",
        "EndUtc": "2026-03-30T10:00:00Z",
    }


def test_without_an_end_the_span_ends_now(mews: Mews) -> None:
    assert mews("payments", "list", "--since", "2026-11-01").code == 0


def test_days_of_ledgers_are_asked_for_as_days(mews: Mews, sandbox: Sandbox) -> None:
    listed = mews(
        "ledger-balances", "list", "--since", "2026-11-01", "--until", "2026-11-03",
        "--ledger-type", "guest", "--json",
    )  # fmt: skip

    assert listed.code == 0, listed.err
    assert last_request(sandbox)["Date"] == {"Start": "2026-11-01", "End": "2026-11-03"}


def test_the_day_of_a_time_is_that_in_the_zone_that_was_said(mews: Mews, sandbox: Sandbox) -> None:
    mews(
        "ledger-balances", "list", "--since", "2026-11-01T23:30", "--until", "2026-11-03T23:30",
        "--ledger-type", "guest", "--tz", "Asia/Tokyo",
    )  # fmt: skip

    assert last_request(sandbox)["Date"] == {"Start": "2026-11-01", "End": "2026-11-03"}


def test_days_that_have_to_be_said_are_asked_for(mews: Mews) -> None:
    refused = mews("ledger-balances", "list", "--ledger-type", "guest")

    assert refused.code == 2
    assert "Say for which days: --since and --until, or --date" in refused.err


def test_enterprises_of_a_portfolio_narrow_what_is_listed(
    mews: Mews, sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MEWS_ACCESS_TOKEN", PORTFOLIO_ACCESS_TOKEN)
    paris = str([*sandbox.enterprises][1].id)

    listed = mews("payments", "list", *SPAN, "--portfolio", "--enterprise", paris)

    assert listed.code == 0, listed.err
    assert {row["EnterpriseId"] for row in listed.rows} == {paris}


@pytest.mark.parametrize("resource", ["payments", "bills"])
def test_rows_of_another_enterprise_are_not_taken_for_those_asked_for(
    resource: str, mews: Mews, sandbox: Sandbox
) -> None:
    london, paris = (str(it.id) for it in [*sandbox.enterprises][:2])

    listed = mews(resource, "list", *SPAN, "--enterprise", paris, "--csv")

    assert (listed.code, listed.out) == (3, "")
    assert f"--enterprise: rows of {london} came instead" in listed.err
    assert mews(resource, "list", *SPAN, "--enterprise", london).rows


def test_a_limit_ends_the_list(mews: Mews) -> None:
    assert len(mews("payments", "list", *SPAN, "--limit", "3").rows) == 3
    assert len(mews("payments", "list", *SPAN, "--limit", "3", "--page-size", "2").rows) == 3


def test_amounts_keep_every_digit_and_instants_their_zone(mews: Mews, sandbox: Sandbox) -> None:
    as_json = mews("payments", "list", *SPAN, "--json")
    as_csv = mews("payments", "list", *SPAN, "--csv")

    kept = {str(it.id): it for it in sandbox.payments}
    table = list(csv.DictReader(io.StringIO(as_csv.out)))
    assert len(table) == len(as_json.rows) > 10
    for row, cells in zip(as_json.rows, table, strict=True):
        assert cells["Amount.GrossValue"] == row["Amount"]["GrossValue"]
        assert Decimal(cells["Amount.GrossValue"]) == kept[cells["Id"]].amount.gross_value
        assert cells["CreatedUtc"] == row["CreatedUtc"]
        assert cells["CreatedUtc"].endswith("Z")


def test_chosen_columns_come_in_their_order(mews: Mews) -> None:
    listed = mews("payments", "list", *SPAN, "--csv", "--columns", "state,Amount.GrossValue")

    assert listed.out.splitlines()[0] == "State,Amount.GrossValue"


def test_a_list_of_nothing_is_empty_and_has_its_headings(mews: Mews) -> None:
    nobody = ("--payment", "00000000-0000-4000-8000-000000000000")

    assert mews("payments", "list", *nobody, "--json").out == ""
    assert mews("payments", "list", *nobody, "--csv").out.startswith("Id,EnterpriseId,")
    assert mews("payments", "list", *nobody, "--table").err == "0 rows\n"


def test_what_fails_has_no_headings_that_look_like_a_list_of_nothing(
    mews: Mews, sandbox: Sandbox
) -> None:
    sandbox.faults.add(Html(), operation="payments/getAll")

    assert mews("payments", "list", *SPAN, "--csv").out == ""


def test_what_breaks_off_can_be_resumed_without_losing_or_repeating_a_row(
    mews: Mews, sandbox: Sandbox
) -> None:
    whole = mews("payments", "list", *SPAN).rows
    sandbox.faults.add(Delay(0), operation="payments/getAll")
    sandbox.faults.add(Html(), operation="payments/getAll")

    broken = mews("payments", "list", *SPAN, "--page-size", "20")
    resume = broken.err.split("--resume ")[1].split()[0]
    rest = mews("payments", "list", *SPAN, "--page-size", "20", "--resume", resume)

    assert broken.code == 11
    assert broken.err.count("\n") == 1
    assert [*broken.rows, *rest.rows] == whole


def test_what_ended_now_is_resumed_with_the_same_end(mews: Mews, sandbox: Sandbox) -> None:
    since = ("payments", "list", "--since", "2026-11-01", "--page-size", "5")
    sandbox.faults.add(Delay(0), operation="payments/getAll")
    sandbox.faults.add(Html(), operation="payments/getAll")

    broken = mews(*since)
    told = broken.err.split("go on with ")[1].split()
    rest = mews(*since, *told)

    assert told[0] == "--until"
    assert rest.code == 0, rest.err
    assert [*broken.rows, *rest.rows] == mews(*since, *told[:2]).rows


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("--since", "yesterday"), "'yesterday' is neither 2026-01-31 nor"),
        (("--created", "2026-01-01"), "is no span"),
        (("--until", "2026-01-01"), "--until needs --since"),
        ((*SPAN, "--created", "2026-01-01..2026-02-01"), "give one of them"),
        ((*SPAN, "--state", "paid"), "'paid' is not one of"),
        ((*SPAN, "--json", "--csv"), "contradict each other"),
        ((*SPAN, "--csv", "--columns", "Sum"), "No column sum; there are Id"),
        ((*SPAN, "--json", "--columns", "Id"), "JSON has whole rows"),
        ((*SPAN, "--tz", "Prague"), "'Prague' is no time zone"),
        (("--since", "2999-01-01"), "--since is still to come, so --until has to be told"),
        (
            ("--since", "2026-03-01", "--until", "2026-02-01"),
            "--since and --until: ends before it starts",
        ),
        (
            ("--tz", "Europe/Prague", "--since", "2026-10-25T02:30"),
            "write 2026-10-25T02:30:00+02:00 or 2026-10-25T02:30:00+01:00",
        ),
        (
            ("--tz", "Europe/Prague", "--since", "2026-03-29T02:30"),
            "2026-03-29T02:30:00 comes twice or not at all in Europe/Prague",
        ),
        (
            ("--tz", "Europe/Prague", "--since", "0001-01-01"),
            "0001-01-01 is outside of the years 1 to 9999 in UTC",
        ),
        ((*SPAN, "--resume", "x"), "--resume string; pass what the command that broke off told"),
        ((), "payments/getAll: give at least --payment, --account, --bill"),
    ],
)
def test_what_cannot_be_asked_is_refused_in_one_line(
    arguments: tuple[str, ...], told: str, mews: Mews, sandbox: Sandbox
) -> None:
    refused = mews("payments", "list", *arguments)

    assert refused.code == 2
    assert told in refused.err
    assert refused.err.count("\n") == 1
    assert refused.out == ""
    assert sandbox.calls == []
