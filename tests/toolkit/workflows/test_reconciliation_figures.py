"""What a reconciliation says of its figures, cell by cell and line by line."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal
from uuid import UUID

import attrs
import pytest

from mews_connector import models
from mews_toolkit.workflows import (
    BillCount,
    ItemTotal,
    LedgerChange,
    PaymentTotal,
    Reconciliation,
    UnevenBill,
)

HOTEL, PLAIN, UNLISTED, LATE = (UUID(int=number) for number in range(1, 5))


def a_payment(  # noqa: PLR0917 - each figure is to be another
    currency: str, type_: str, state: str, count: int, amount: str, received: str
) -> PaymentTotal:
    return PaymentTotal(
        currency=currency,
        type_=models.PaymentType(type_),
        external_type=models.ExternalPaymentType.CASH if type_ == "ExternalPayment" else None,
        state=models.PaymentState(state),
        is_refund=amount.startswith("-"),
        count=count,
        amount=Decimal(amount),
        received=Decimal(received),
    )


def an_item(state: str, count: int, gross: str, net: str, tax: str) -> ItemTotal:
    return ItemTotal(
        currency="GBP",
        type_=models.OrderItemType.SPACE_ORDER,
        accounting_state=models.AccountingState(state),
        count=count,
        gross=Decimal(gross),
        net=Decimal(net),
        tax=Decimal(tax),
    )


def a_bill(id_: UUID, number: str) -> models.Bill:
    return models.Bill(
        id=id_,
        state=models.BillState.CLOSED,
        type_=models.BillType.INVOICE,
        number=number,
        correction_state=models.BillCorrectionState.CORRECTIVE_BILL,
    )


def a_ledger(type_: str, opening: str, closing: str, closed: str | None) -> LedgerChange:
    return LedgerChange(
        ledger_type=models.LedgerType(type_),
        currency="GBP",
        first_day=date(2026, 10, 2),
        last_day=date(2026, 10, 4),
        days=3,
        opening=Decimal(opening),
        closing=Decimal(closing),
        closed=None if closed is None else Decimal(closed),
        by_day=(),
    )


def a_reconciliation(number: str = "17/2026", ledgers_unread: str | None = None) -> Reconciliation:
    """No two of its figures are the same, and one has more digits than coins have."""
    return Reconciliation(
        enterprise_id=HOTEL,
        first_day=date(2026, 10, 1),
        last_day=date(2026, 10, 4),
        start_utc=datetime(2026, 9, 30, 23, tzinfo=UTC),
        end_utc=datetime(2026, 10, 4, 23, tzinfo=UTC),
        payments=(
            a_payment("EUR", "ExternalPayment", "Charged", 2, "20.5", "21.5"),
            a_payment("GBP", "CashPayment", "Charged", 3, "-30.25", "-31.25"),
            a_payment("GBP", "CashPayment", "Pending", 4, "40", "0"),
        ),
        ghosts=(a_payment("GBP", "GhostPayment", "Charged", 5, "50", "0"),),
        received_by_day=(),
        items=(
            an_item("Canceled", 6, "600", "60", "6"),
            an_item("Closed", 7, "700.004", "70", "7"),
            an_item("Inactive", 8, "800", "80", "8"),
            an_item("Open", 9, "900", "90", "9"),
        ),
        bills=(
            BillCount(
                type_=models.BillType.RECEIPT,
                correction_state=models.BillCorrectionState.BILL,
                count=11,
            ),
        ),
        unbalanced=(
            UnevenBill(
                bill_id=PLAIN,
                currency="GBP",
                closed=Decimal("12.1"),
                balance=Decimal("13.2"),
                bill=a_bill(PLAIN, number),
            ),
            UnevenBill(
                bill_id=UNLISTED,
                currency="EUR",
                closed=Decimal("14.3"),
                balance=Decimal("-15.4"),
                bill=None,
            ),
        ),
        straddling=(
            UnevenBill(
                bill_id=LATE,
                currency="GBP",
                closed=Decimal("16.5"),
                balance=Decimal(0),
                bill=a_bill(LATE, "18/2026"),
            ),
        ),
        unbilled={"EUR": Decimal("-17.6"), "GBP": Decimal("1E+2")},
        ledgers=(
            a_ledger("City", "1000", "1001.5", None),
            a_ledger("Revenue", "2000", "2002.5", "4"),
        ),
        ledgers_unread=ledgers_unread,
    )


def told(result: Reconciliation) -> list[dict[str, object]]:
    """Its rows without empty cells."""
    return [{name: cell for name, cell in row.items() if cell is not None} for row in result.rows()]


def test_each_cell_is_its_own_figure_with_its_own_sign() -> None:
    d = Decimal
    assert told(a_reconciliation()) == [
        {
            "section": "payments",
            "currency": "EUR",
            "type": "ExternalPayment",
            "external_type": "Cash",
            "state": "Charged",
            "count": 2,
            "amount": d("20.5"),
            "received": d("21.5"),
        },
        {
            "section": "payments",
            "currency": "GBP",
            "type": "CashPayment",
            "state": "Charged",
            "refund": "refund",
            "count": 3,
            "amount": d("-30.25"),
            "received": d("-31.25"),
        },
        {
            "section": "payments",
            "currency": "GBP",
            "type": "CashPayment",
            "state": "Pending",
            "count": 4,
            "amount": d(40),
            "received": d(0),
        },
        {
            "section": "ghost payments",
            "currency": "GBP",
            "type": "GhostPayment",
            "state": "Charged",
            "count": 5,
            "amount": d(50),
            "received": d(0),
        },
        {"section": "received", "currency": "EUR", "received": d("21.5")},
        {"section": "received", "currency": "GBP", "received": d("-31.25")},
        *(
            {
                "section": "items",
                "currency": "GBP",
                "type": "SpaceOrder",
                "state": state,
                "count": count,
                "gross": d(gross),
                "net": d(10 * count),
                "tax": d(count),
            }
            for state, count, gross in [
                ("Canceled", 6, "600"),
                ("Closed", 7, "700.004"),
                ("Inactive", 8, "800"),
                ("Open", 9, "900"),
            ]
        ),
        {"section": "sold", "currency": "GBP", "gross": d("1600.004")},
        {"section": "bills", "type": "Receipt", "correction_state": "Bill", "count": 11},
        {
            "section": "unbalanced",
            "currency": "GBP",
            "type": "Invoice",
            "state": "Closed",
            "correction_state": "CorrectiveBill",
            "bill_id": str(PLAIN),
            "number": "17/2026",
            "closed": d("12.1"),
            "balance": d("13.2"),
        },
        {
            "section": "unbalanced",
            "currency": "EUR",
            "bill_id": str(UNLISTED),
            "closed": d("14.3"),
            "balance": d("-15.4"),
            "note": "the bill is not listed",
        },
        {
            "section": "straddling",
            "currency": "GBP",
            "type": "Invoice",
            "state": "Closed",
            "correction_state": "CorrectiveBill",
            "bill_id": str(LATE),
            "number": "18/2026",
            "closed": d("16.5"),
            "balance": d(0),
        },
        {"section": "unbilled", "currency": "EUR", "balance": d("-17.6")},
        {"section": "unbilled", "currency": "GBP", "balance": d(100)},
        {
            "section": "ledgers",
            "currency": "GBP",
            "type": "City",
            "first_day": "2026-10-02",
            "last_day": "2026-10-04",
            "days": 3,
            "opening": d(1000),
            "closing": d("1001.5"),
            "change": d("1.5"),
            "note": "nothing read here goes by its name",
        },
        {
            "section": "ledgers",
            "currency": "GBP",
            "type": "Revenue",
            "first_day": "2026-10-02",
            "last_day": "2026-10-04",
            "days": 3,
            "opening": d(2000),
            "closing": d("2002.5"),
            "change": d("2.5"),
            "closed": d(4),
            "difference": d("-1.5"),
        },
    ]


def test_all_rows_have_the_same_columns_in_the_same_order() -> None:
    rows = a_reconciliation().rows()

    assert {tuple(row) for row in rows} == {tuple(rows[0])}
    assert next(iter(rows[0])) == "section"


def test_a_reason_for_no_ledgers_is_a_row() -> None:
    *_, last = told(a_reconciliation(ledgers_unread="may not be read"))

    assert last == {"section": "ledgers", "note": "may not be read"}


TABLE = """
Enterprise 00000000-0000-0000-0000-000000000001
Closed from 2026-10-01 to 2026-10-04, both included:
2026-09-30T23:00:00Z to 2026-10-04T23:00:00Z

Payments: positive is towards the hotel
  currency  type             external_type  state    refund  count  amount  received
  EUR       ExternalPayment  Cash           Charged              2    20.5      21.5
  GBP       CashPayment                     Charged  refund      3  -30.25    -31.25
  GBP       CashPayment                     Pending              4      40         0

Ghost payments: they mirror others and are part of no sum
  currency  type          state    count  amount  received
  GBP       GhostPayment  Charged      5      50         0

Received by all payments
  currency  received
  EUR           21.5
  GBP         -31.25

Order items: positive is owed to the hotel
  currency  type        state     count    gross  net  tax
  GBP       SpaceOrder  Canceled      6      600   60    6
  GBP       SpaceOrder  Closed        7  700.004   70    7
  GBP       SpaceOrder  Inactive      8      800   80    8
  GBP       SpaceOrder  Open          9      900   90    9

Sold by all items that are neither cancelled nor inactive
  currency     gross
  GBP       1600.004

Bills issued
  type     correction_state  count
  Receipt  Bill                 11

Bills that do not balance: positive is unpaid
  currency  type     state   correction_state  bill_id                               number   closed  balance  note
  GBP       Invoice  Closed  CorrectiveBill    00000000-0000-0000-0000-000000000002  17/2026    12.1     13.2
  EUR                                          00000000-0000-0000-0000-000000000003             14.3    -15.4  the bill is not listed

Bills that balance only with rows outside of the days
  currency  type     state   correction_state  bill_id                               number   closed  balance
  GBP       Invoice  Closed  CorrectiveBill    00000000-0000-0000-0000-000000000004  18/2026    16.5        0

Items and payments without a bill
  currency  balance
  EUR         -17.6
  GBP           100

Ledgers, by day of posting, beside what was closed: a difference is no proof
  currency  type     first_day   last_day    days  opening  closing  change  closed  difference  note
  GBP       City     2026-10-02  2026-10-04     3     1000   1001.5     1.5                      nothing read here goes by its name
  GBP       Revenue  2026-10-02  2026-10-04     3     2000   2002.5     2.5       4        -1.5
"""  # noqa: E501 - it is as wide as its columns


def test_the_table_shows_every_figure_with_every_digit() -> None:
    assert a_reconciliation().table() == TABLE.strip("\n")


@pytest.mark.parametrize(
    ("number", "shown"),
    [
        ("\x1b[2J7", r"\x1b[2J7"),
        ("7\r\n8\t9", r"7\r\n8\t9"),
        ("7\u202e8", r"7\u202e8"),
        ("Č 7/š", "Č 7/š"),
    ],
)
def test_what_would_be_an_order_to_a_terminal_is_shown_and_not_given(
    number: str, shown: str
) -> None:
    result = a_reconciliation(number=number, ledgers_unread=f"refused: {number}")

    lines = result.table().split("\n")

    assert len([line for line in lines if f" {shown} " in line]) == 1
    assert lines[-1].endswith(f"refused: {shown}")
    assert all(line.isprintable() for line in lines)
    # For whoever reads them by a program, rows keep what the API told.
    assert number in {row["number"] for row in result.rows()}


def test_it_is_equal_by_its_figures_and_no_key() -> None:
    result = a_reconciliation()

    assert result == a_reconciliation()
    assert result != attrs.evolve(result, unbilled={})
    with pytest.raises(TypeError, match="unhashable type: 'Reconciliation'"):
        hash(result)
