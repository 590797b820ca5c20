"""What payments moved, day by day: no penny on another day, none in another currency."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal
from uuid import UUID

import pytest

from mews_connector import models
from mews_toolkit.history import days
from mews_toolkit.workflows import DayOfPayments
from mews_toolkit.workflows._payment_days import PaymentDays

CLOSED = datetime(2026, 10, 1, 12, tzinfo=UTC)


def a_payment(
    value: str,
    closed: datetime | None = CLOSED,
    *,
    type_: str = "CashPayment",
    currency: str = "GBP",
    state: str = "Charged",
) -> models.Payment:
    """As the API tells it: negative is what came in."""
    amount = models.Amount(currency=currency, gross_value=Decimal(value), tax_values=[])
    return models.Payment(
        id=UUID(int=1),
        enterprise_id=UUID(int=2),
        account_id=UUID(int=3),
        amount=amount,
        original_amount=amount,
        created_utc=CLOSED,
        updated_utc=CLOSED,
        closed_utc=closed,
        state=models.PaymentState(state),
        accounting_state=models.AccountingState.CLOSED,
        type_=models.PaymentType(type_),
    )


def told(
    *payments: models.Payment, tz: str = "Europe/London", last: date = date(2026, 10, 31)
) -> tuple[DayOfPayments, ...]:
    sums = PaymentDays(list(days(tz, date(2026, 10, 1), last)))
    for each in payments:
        sums.add(each)
    return sums.totals()


def test_what_comes_in_and_what_goes_back_are_not_set_off_against_each_other() -> None:
    [row] = told(a_payment("-100.10"), a_payment("-0.2"), a_payment("30.30"))

    assert (row.day, row.count) == (date(2026, 10, 1), 3)
    assert (row.came_in, row.went_back) == (Decimal("100.30"), Decimal("-30.30"))


def test_no_digit_goes_lost() -> None:
    [row] = told(a_payment("-12345678901234567890.01"), a_payment("-0.0000000000000001"))

    assert row.came_in == Decimal("12345678901234567890.0100000000000001")


def test_currencies_and_types_stay_apart() -> None:
    rows = told(a_payment("-1"), a_payment("-2", currency="EUR"), a_payment("-4", type_="Payment"))

    assert {(it.currency, str(it.type_), it.came_in) for it in rows} == {
        ("EUR", "CashPayment", Decimal(2)),
        ("GBP", "CashPayment", Decimal(1)),
        ("GBP", "Payment", Decimal(4)),
    }


@pytest.mark.parametrize(
    ("state", "type_"),
    [("Pending", "CashPayment"), ("Charged", "InvoicePayment"), ("Charged", "GhostPayment")],
)
def test_what_moves_no_money_is_on_no_day(state: str, type_: str) -> None:
    assert told(a_payment("-1", state=state, type_=type_)) == ()


@pytest.mark.parametrize(
    "closed",
    [None, datetime(2026, 9, 30, 22, 59, 59, tzinfo=UTC), datetime(2026, 11, 1, tzinfo=UTC)],
)
def test_a_payment_without_a_day_of_its_own_is_told_without_one(closed: datetime | None) -> None:
    [row] = told(a_payment("-1", closed))

    assert (row.day, row.came_in) == (None, Decimal(1))


def test_days_are_those_that_were_asked_for_where_clocks_go_back_over_midnight() -> None:
    # Azores: at 01:00 of 25 October it becomes midnight once more, at 01:00 UTC.
    for instant, day in (
        (datetime(2026, 10, 24, 23, 59, tzinfo=UTC), 24),
        (datetime(2026, 10, 25, 0, 30, tzinfo=UTC), 25),
        (datetime(2026, 10, 25, 1, 30, tzinfo=UTC), 25),
    ):
        [row] = told(a_payment("-1", instant), tz="Atlantic/Azores")

        assert row.day == date(2026, 10, day)
