"""What the ledgers tell is what the lists of items and payments add up to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date, datetime
from decimal import Decimal
from typing import Any

import pytest
from attrs import field, frozen
from dateutil.tz import gettz

from mews_toolkit.sandbox import Sandbox
from mews_toolkit.sandbox.entities.enterprise import Enterprise
from support.documented_caller import DocumentedCaller, document

LEDGERS: list[str] = document()["components"]["schemas"]["LedgerType"]["enum"]
FIRST, TODAY, TOMORROW = date(2026, 10, 22), date(2026, 11, 21), date(2026, 11, 22)
SPAN = {"StartUtc": "2026-10-21T00:00:00Z", "EndUtc": "2026-11-22T00:00:00Z"}


def balances(caller: DocumentedCaller, start: date, end: date, **wanted: Any) -> list[Any]:
    span = {"Start": start.isoformat(), "End": end.isoformat()}
    asked = {"Date": span, "LedgerTypes": LEDGERS} | wanted
    return caller.drain("ledgerBalances/getAll", "LedgerBalances", **asked)


def moved(balance: Any) -> Decimal:
    movement = balance["ClosingBalance"]["GrossValue"] - balance["OpeningBalance"]["GrossValue"]
    return Decimal(movement)


@frozen
class Sums:
    """What the lists of one enterprise add up to, by ledger and local day."""

    caller: DocumentedCaller
    enterprise: Enterprise
    found: defaultdict[tuple[str, str], Decimal] = field(factory=lambda: defaultdict(Decimal))

    def add_order_items(self) -> None:
        for day, item in self._listed("orderItems", "OrderItems", "ConsumedUtc"):
            self._sell("Revenue", day, item["Amount"])

    def add_outlet_items(self) -> None:
        for day, item in self._listed("outletItems", "OutletItems", "ConsumedUtc"):
            amount, count = item["UnitAmount"], item["UnitCount"]
            if item["Type"] == "Payment":
                self.found["Payment", day] -= amount["GrossValue"] * count
            else:
                self._sell(item["Type"], day, amount, count)

    def add_payments(self) -> None:
        charged = {"States": ["Charged"]}
        for day, payment in self._listed("payments", "Payments", "ChargedUtc", **charged):
            if payment["Type"] != "GhostPayment":
                ledger = "City" if payment["Type"] == "InvoicePayment" else "Payment"
                self.found[ledger, day] -= payment["Amount"]["GrossValue"]

    def _sell(self, ledger: str, day: str, amount: Any, times: int = 1) -> None:
        self.found[ledger, day] += amount["GrossValue"] * times
        self.found["Tax", day] += sum(tax["Value"] for tax in amount["TaxValues"]) * times

    def _listed(
        self, resource: str, rows: str, instant: str, **asked: Any
    ) -> Iterator[tuple[str, Any]]:
        zone = gettz(self.enterprise.time_zone_identifier)
        body = {instant: SPAN, "EnterpriseIds": [str(self.enterprise.id)], **asked}
        for row in self.caller.drain(f"{resource}/getAll", rows, **body):
            yield str(datetime.fromisoformat(row[instant]).astimezone(zone).date()), row


@pytest.mark.parametrize("place", [0, 1, 2], ids=["London", "Paris", "Washington"])
def test_a_day_of_the_ledgers_is_what_the_lists_say_of_the_local_day(
    portfolio: DocumentedCaller, sandbox: Sandbox, place: int
) -> None:
    # In London and Paris clocks are put back on 25 October, in Washington on 1 November.
    enterprise = sandbox.enterprises[place]
    sums = Sums(portfolio, enterprise)
    sums.add_order_items()
    sums.add_outlet_items()
    sums.add_payments()

    told = {
        (it["LedgerType"], it["Date"]): moved(it)
        for it in balances(portfolio, FIRST, TOMORROW, EnterpriseIds=[str(enterprise.id)])
        # These two depend on when bills are closed.
        if it["LedgerType"] not in ("Guest", "Deposit")
    }
    assert told == {key: sums.found[key] for key in told}
    assert {ledger for (ledger, _), value in told.items() if value} >= {"Revenue", "Tax", "Payment"}


def test_guests_owe_what_is_open_on_their_bills(
    portfolio: DocumentedCaller, sandbox: Sandbox
) -> None:
    closing = {
        (it["EnterpriseId"], it["LedgerType"]): it["ClosingBalance"]["GrossValue"]
        for it in balances(portfolio, TODAY, TODAY)
    }
    for enterprise in sandbox.enterprises:
        unpaid = {
            it.id
            for it in sandbox.bills
            if it.enterprise_id == enterprise.id and it.state == "Open"
        }
        charged = [
            it
            for it in sandbox.payments
            if it.enterprise_id == enterprise.id and it.state == "Charged"
        ]
        items = [it.amount.gross_value for it in sandbox.order_items if it.bill_id in unpaid]
        paid = [it.amount.gross_value for it in charged if it.bill_id in unpaid]
        # They settle a bill and move no money.
        ghosts = [it.amount.gross_value for it in charged if it.type == "GhostPayment"]
        key = str(enterprise.id)
        owed = closing[key, "Guest"] + closing[key, "Deposit"]
        assert owed == sum(items) + sum(paid) - sum(ghosts) != 0


def test_a_canceled_item_leaves_the_ledgers(api: DocumentedCaller, sandbox: Sandbox) -> None:
    asked: dict[str, Any] = {"LedgerTypes": ["Revenue"]}
    [before] = balances(api, TODAY, TODAY, **asked)
    item = next(
        it
        for it in sandbox.order_items
        if it.enterprise_id == sandbox.enterprises[0].id and it.accounting_state == "Open"
    )
    api.get("orderItems/cancel", OrderItemIds=[str(item.id)])
    [after] = balances(api, TODAY, TODAY, **asked)
    assert moved(before) - moved(after) == item.amount.gross_value > 0
