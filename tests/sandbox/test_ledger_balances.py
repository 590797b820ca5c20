"""What the ledgers stood at, day by day."""

from __future__ import annotations

from collections import defaultdict
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any
from uuid import uuid4

import pytest

from mews_connector import models
from mews_toolkit.sandbox import Sandbox, Server
from mews_toolkit.sandbox.bookkeeping.balance import Balance
from mews_toolkit.sandbox.intervals import DateInterval
from mews_toolkit.sandbox.money import AmountParameters, amount_of
from support.documented_caller import DocumentedCaller, document
from support.sandboxes import sandbox_client

LEDGERS: list[str] = document()["components"]["schemas"]["LedgerType"]["enum"]
TODAY = date(2026, 11, 21)
FIRST = TODAY - timedelta(days=365)


def days(start: date, end: date) -> dict[str, str]:
    return {"Start": start.isoformat(), "End": end.isoformat()}


def month(caller: DocumentedCaller, **wanted: Any) -> list[Any]:
    """The balances of the month to today."""
    asked = {"Date": days(date(2026, 10, 22), date(2026, 11, 22)), "LedgerTypes": LEDGERS}
    return caller.drain("ledgerBalances/getAll", "LedgerBalances", **(asked | wanted))


def year(caller: DocumentedCaller) -> dict[tuple[str, str], Any]:
    """All balances that there are, by ledger and day."""
    rows: list[Any] = []
    start = FIRST - timedelta(days=5)
    while start <= TODAY:
        end = start + timedelta(days=28)
        rows += month(caller, Date=days(start, end))
        start = end
    assert len(rows) == 366 * len(LEDGERS)
    return {(it["LedgerType"], it["Date"]): it for it in rows}


def moved(balance: Any) -> Decimal:
    movement = balance["ClosingBalance"]["GrossValue"] - balance["OpeningBalance"]["GrossValue"]
    return Decimal(movement)


def test_each_day_begins_with_what_the_day_before_ended_with(api: DocumentedCaller) -> None:
    balances = year(api)
    for ledger in LEDGERS:
        before: Any = None
        for number in range(366):
            balance = balances[ledger, (FIRST + timedelta(days=number)).isoformat()]
            opening = balance["OpeningBalance"]
            assert opening["GrossValue"] == 0 if before is None else opening == before
            before = balance["ClosingBalance"]
        assert before["GrossValue"] != 0


def test_what_is_earned_is_paid_or_owed(portfolio: DocumentedCaller) -> None:
    sums: defaultdict[tuple[str, str], dict[str, Decimal]] = defaultdict(dict)
    for it in month(portfolio):
        sums[it["EnterpriseId"], it["Date"]][it["LedgerType"]] = moved(it)
        parts = it["ClosingBalance"]
        assert parts["GrossValue"] == parts["NetValue"] + sum(
            tax["Value"] for tax in parts["TaxValues"]
        )
    assert len(sums) == 3 * 31
    for day in sums.values():
        sold = day["Revenue"] + day["NonRevenue"]
        assert sold == day["Guest"] + day["City"] + day["Deposit"] + day["Payment"]


def test_amounts_under_several_taxes_add_up() -> None:
    rates = {"US-DC-S": Decimal("0.06"), "US-DC-H": Decimal("0.1595")}
    given = AmountParameters("USD", net_value=Decimal(100), tax_codes=tuple(rates))
    balance = Balance()
    balance.add(amount_of(given, rates), 3)
    balance.add_untaxed(Decimal("-0.005"))

    total = balance.amount("USD")

    assert (total.net_value, total.gross_value) == (Decimal("299.995"), Decimal("365.845"))
    assert {it.code: it.value for it in total.tax_values} == {
        "US-DC-S": 18,
        "US-DC-H": Decimal("47.85"),
    }
    parts = {it.tax_rate_code: (it.net_value, it.tax_value) for it in total.breakdown.items}
    assert parts == {
        None: (Decimal("-0.005"), 0),
        "US-DC-S": (300, 18),
        "US-DC-H": (300, Decimal("47.85")),
    }


def test_the_tax_ledger_holds_the_taxes_of_what_was_sold(api: DocumentedCaller) -> None:
    closing = {
        it["LedgerType"]: it["ClosingBalance"] for it in month(api) if it["Date"] == str(TODAY)
    }
    taxes = [tax["Value"] for tax in closing["Revenue"]["TaxValues"]]
    assert sum(taxes) == closing["Tax"]["GrossValue"] > 0


def test_what_happens_now_moves_the_balances_of_today(
    api: DocumentedCaller, sandbox: Sandbox
) -> None:
    def today() -> dict[str, Decimal]:
        rows = month(api, Date=days(TODAY, TODAY))
        return {it["LedgerType"]: it["ClosingBalance"]["GrossValue"] for it in rows}

    before = today()
    amount: dict[str, Any] = {"Currency": "GBP", "GrossValue": 12}
    api.get("payments/addExternal", AccountId=str(sandbox.customer().id), Amount=amount)
    outlet = next(
        it
        for it in sandbox.outlets
        if it.enterprise_id == sandbox.enterprises[0].id and it.is_active
    )
    instant = "2026-11-21T11:00:00Z"
    items = [
        {
            "Type": item_type,
            "Name": "Beer",
            "UnitCount": count,
            "UnitAmount": {"Currency": "GBP", "GrossValue": value, "TaxCodes": codes},
            "ConsumedUtc": instant,
        }
        for item_type, count, value, codes in (
            ("Revenue", 3, 1.2, ["UK-S"]),
            ("NonRevenue", 2, 5, []),
            ("Payment", 1, -4, []),
        )
    ]
    bill = {"OutletId": str(outlet.id), "Number": "1", "ClosedUtc": instant, "Items": items}
    api.get("outletBills/add", Bills=[bill])

    after = today()
    assert {ledger: after[ledger] - before[ledger] for ledger in LEDGERS} == {
        "Revenue": Decimal("3.6"),
        "Tax": Decimal("0.6"),
        "NonRevenue": 10,
        "Payment": 16,
        "Guest": Decimal("-2.4"),
        "City": 0,
        "Deposit": 0,
    }


@pytest.mark.parametrize("count", [1, 50, 1000])
def test_a_walk_finds_every_balance_once_latest_day_first(
    portfolio: DocumentedCaller, count: int
) -> None:
    asked: dict[str, Any] = {
        "Date": days(date(2026, 11, 16), date(2026, 11, 20)),
        "LedgerTypes": ["Revenue", "Payment", "Guest"],
    }
    found = portfolio.drain("ledgerBalances/getAll", "LedgerBalances", count, **asked)
    keys = [(it["EnterpriseId"], it["Date"], it["LedgerType"]) for it in found]
    assert len(keys) == len(set(keys)) == 3 * 4 * 3
    assert [it["Date"] for it in found] == sorted((it["Date"] for it in found), reverse=True)
    assert {it["LedgerType"] for it in found} == {"Revenue", "Payment", "Guest"}


def test_a_cursor_is_good_for_other_ledgers_of_the_same_days_but_must_be_one(
    portfolio: DocumentedCaller,
) -> None:
    asked: dict[str, Any] = {"Date": days(TODAY, TODAY)}
    page = portfolio.get(
        "ledgerBalances/getAll", LedgerTypes=["Tax"], Limitation={"Count": 1}, **asked
    )
    going_on = {"Count": 1, "Cursor": page["Cursor"]}
    portfolio.get("ledgerBalances/getAll", LedgerTypes=["City"], Limitation=going_on, **asked)
    unknown = {"Count": 1, "Cursor": str(uuid4())}
    refusal = portfolio.refusal(
        "ledgerBalances/getAll", LedgerTypes=["City"], Limitation=unknown, **asked
    )
    assert refusal == (400, "Invalid Cursor")


def test_there_are_balances_for_the_days_of_the_books_only(api: DocumentedCaller) -> None:
    around = month(api, Date=days(FIRST - timedelta(days=9), FIRST + timedelta(days=1)))
    ahead = month(api, Date=days(TODAY, TODAY + timedelta(days=9)))
    assert {it["Date"] for it in around} == {FIRST.isoformat()}
    assert {it["Date"] for it in ahead} == {TODAY.isoformat()}


def test_a_token_of_one_enterprise_reads_its_ledgers_in_its_currency(
    api: DocumentedCaller, portfolio: DocumentedCaller, sandbox: Sandbox
) -> None:
    london = str(sandbox.enterprises[0].id)
    assert {it["EnterpriseId"] for it in month(api)} == {london}
    currencies = {(it["EnterpriseId"], it["OpeningBalance"]["Currency"]) for it in month(portfolio)}
    assert currencies == {
        (str(it.id), currency)
        for it, currency in zip(sandbox.enterprises, ("GBP", "EUR", "USD"), strict=True)
    }


@pytest.mark.parametrize(
    ("wrong", "parameter"),
    [
        ({"Date": days(date(2026, 10, 1), date(2026, 11, 2))}, "Date"),
        ({"Date": days(date(2026, 11, 2), date(2026, 11, 1))}, "Date"),
        ({"Date": {"Start": "2026-11-31", "End": "2026-12-01"}}, "Start"),
        ({"Date": {"Start": "2026-11-01"}}, "End"),
        ({"Date": None}, "Date"),
        ({"LedgerTypes": []}, "LedgerTypes"),
        ({"LedgerTypes": ["Petty"]}, "JSON"),
    ],
)
def test_what_cannot_be_looked_for_is_refused(
    api: DocumentedCaller, wrong: dict[str, Any], parameter: str
) -> None:
    asked: dict[str, Any] = {"Date": days(TODAY, TODAY), "LedgerTypes": ["Tax"]}
    refusal = api.refusal("ledgerBalances/getAll", Limitation={"Count": 5}, **(asked | wrong))
    assert refusal == (400, f"Invalid {parameter}")


async def test_the_client_reads_them(server: Server) -> None:
    async with sandbox_client(server) as mews:
        listed = await mews.ledger_balances.get_all(
            date=models.DateInterval(start=TODAY - timedelta(days=6), end=TODAY),
            ledger_types=[models.LedgerType.REVENUE, models.LedgerType.CITY],
            page_size=5,
        ).collect()
    assert len({(it.enterprise_id, it.date, it.ledger_type) for it in listed}) == len(listed) == 12


def test_a_day_passes(now: datetime) -> None:
    instants = [now]
    sandbox = Sandbox(payments=50, now=lambda: instants[0])
    asked = TODAY + timedelta(days=1)
    span = _days_of(sandbox, instants[0], asked)
    instants[0] = now + timedelta(hours=14)
    assert (span, _days_of(sandbox, instants[0], asked)) == (0, 2)


def _days_of(sandbox: Sandbox, now: datetime, day: date) -> int:
    """In how many enterprises that day has come."""
    rows = sandbox.store.books.balances(DateInterval(day, day), now)
    return len({it.enterprise_id for it in rows})
