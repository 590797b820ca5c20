"""Which rows the filters let through, held against a plain reading of the rows themselves."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mews_toolkit.sandbox import PORTFOLIO_ACCESS_TOKEN, Sandbox, serve_in_thread
from mews_toolkit.sandbox.entities.payment import Payment
from support.documented_caller import DocumentedCaller, plain_client

NOW = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)
QUARTER = NOW - timedelta(days=90)
SANDBOX = Sandbox(payments=800, limit=None, now=lambda: NOW)
PAYMENTS = [it for it in SANDBOX.payments if it.created_utc >= QUARTER]

INTERVALS = {
    "CreatedUtc": "created_utc",
    "UpdatedUtc": "updated_utc",
    "ChargedUtc": "charged_utc",
    "ClosedUtc": "closed_utc",
    "SettlementUtc": "settlement_utc",
}
IDS = {
    "PaymentIds": "id",
    "AccountIds": "account_id",
    "BillIds": "bill_id",
    "ReservationIds": "reservation_id",
    "EnterpriseIds": "enterprise_id",
}
WORDS = {"States": "state", "AccountingStates": "accounting_state"}


@pytest.fixture(scope="module")
def ask() -> Iterator[Callable[..., list[str]]]:
    """Asks for payments with the portfolio token, and answers with the ids found."""
    with (
        serve_in_thread(SANDBOX) as server,
        plain_client(server.url) as http,
    ):
        caller = DocumentedCaller(http, PORTFOLIO_ACCESS_TOKEN)

        def found(**wanted: Any) -> list[str]:
            return [it["Id"] for it in caller.drain("payments/getAll", "Payments", **wanted)]

        yield found


def instants(attribute: str) -> list[datetime]:
    values = [getattr(it, attribute) for it in PAYMENTS]
    return sorted({it for it in values if it is not None})


@st.composite
def filters(draw: st.DrawFn) -> dict[str, Any]:
    """A few filters around one payment, so that they seldom leave nothing.

    Intervals end at instants of rows: there the difference between open and closed shows.
    """
    payment = draw(st.sampled_from(PAYMENTS))
    names = draw(st.sets(st.sampled_from([*INTERVALS, *IDS, *WORDS, "Type"]), max_size=3))
    wanted: dict[str, Any] = {}
    for name in sorted({"CreatedUtc", *names}):
        if name in INTERVALS:
            known = instants(INTERVALS[name])
            own = getattr(payment, INTERVALS[name]) or known[-1]
            start = draw(st.sampled_from([it for it in known if it <= own]))
            wanted[name] = (start, draw(st.sampled_from([it for it in known if it >= own])))
        elif name == "Type":
            wanted[name] = draw(st.sampled_from(["Payment", payment.type]))
        else:
            values = {getattr(it, (IDS | WORDS)[name]) for it in PAYMENTS} - {None}
            own = getattr(payment, (IDS | WORDS)[name]) or min(values)
            others = draw(st.lists(st.sampled_from(sorted(values)), max_size=90))
            wanted[name] = [own, *others]
    return wanted


def passes(payment: Payment, wanted: dict[str, Any]) -> bool:
    """The rule in its plainest form."""
    for name, value in wanted.items():
        if name in INTERVALS:
            instant = getattr(payment, INTERVALS[name])
            start, end = value
            inside = instant is not None and (
                instant == start if start == end else start <= instant < end
            )
        elif name == "Type":
            inside = value in ("Payment", payment.type)
        else:
            inside = getattr(payment, (IDS | WORDS)[name]) in value
        if not inside:
            return False
    return True


def written(wanted: dict[str, Any]) -> dict[str, Any]:
    """The filters as JSON has them."""
    asked = dict(wanted)
    for name, value in wanted.items():
        if name in INTERVALS:
            start, end = value
            asked[name] = {"StartUtc": start.isoformat(), "EndUtc": end.isoformat()}
        elif name != "Type":
            asked[name] = [str(it) for it in value]
    return asked


@settings(max_examples=40, deadline=None, derandomize=True)
@given(wanted=filters())
def test_filters_let_through_what_each_of_them_lets_through(
    ask: Callable[..., list[str]], wanted: dict[str, Any]
) -> None:
    assert ask(**written(wanted)) == [str(it.id) for it in PAYMENTS if passes(it, wanted)]


@pytest.mark.parametrize("name", INTERVALS)
def test_an_interval_holds_its_start_but_not_its_end(
    ask: Callable[..., list[str]], name: str
) -> None:
    known = instants(INTERVALS[name])
    start, end = known[3], known[8]
    span = {"StartUtc": start.isoformat(), "EndUtc": end.isoformat()}
    by_ids = {"EnterpriseIds": [str(it.id) for it in SANDBOX.enterprises]}
    wide = {"StartUtc": QUARTER.isoformat(), "EndUtc": NOW.isoformat()}
    found = ask(**{"CreatedUtc": wide, **by_ids, name: span})
    values = [
        getattr(SANDBOX.payments.get(it.id), INTERVALS[name])
        for it in PAYMENTS
        if str(it.id) in found
    ]
    assert min(values) == start
    assert max(values) < end


def test_equal_ends_mean_that_very_instant(ask: Callable[..., list[str]]) -> None:
    payment = PAYMENTS[17]
    instant = payment.created_utc.isoformat()
    found = ask(CreatedUtc={"StartUtc": instant, "EndUtc": instant})
    assert found == [str(it.id) for it in PAYMENTS if it.created_utc == payment.created_utc]


def test_adjoining_intervals_share_no_row(ask: Callable[..., list[str]]) -> None:
    middle = PAYMENTS[100].created_utc.isoformat()
    start, end = QUARTER.isoformat(), NOW.isoformat()
    before = ask(CreatedUtc={"StartUtc": start, "EndUtc": middle})
    after = ask(CreatedUtc={"StartUtc": middle, "EndUtc": end})
    assert after + before == [str(it.id) for it in PAYMENTS]
