from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from mews_toolkit.workflows._closed_payments import PaymentTotal
    from mews_toolkit.workflows._reconciliation import Reconciliation
    from mews_toolkit.workflows._uneven_bill import UnevenBill

__all__ = ["COLUMNS", "SECTIONS", "Cell", "rows"]

Cell: TypeAlias = str | int | Decimal | None

SECTIONS = {
    "payments": "Payments: positive is towards the hotel",
    "ghost payments": "Ghost payments: they mirror others and are part of no sum",
    "received": "Received by all payments",
    "items": "Order items: positive is owed to the hotel",
    "sold": "Sold by all items that are neither cancelled nor inactive",
    "bills": "Bills issued",
    "unbalanced": "Bills that do not balance: positive is unpaid",
    "straddling": "Bills that balance only with rows outside of the days",
    "unbilled": "Items and payments without a bill",
    "ledgers": "Ledgers, by day of posting, beside what was closed: a difference is no proof",
}
"""What each section is called in a table, in the order of the rows."""

COLUMNS = (
    "section",
    "currency",
    "type",
    "external_type",
    "state",
    "correction_state",
    "refund",
    "bill_id",
    "number",
    "first_day",
    "last_day",
    "days",
    "count",
    "amount",
    "received",
    "gross",
    "net",
    "tax",
    "opening",
    "closing",
    "change",
    "closed",
    "difference",
    "balance",
    "note",
)


def rows(result: Reconciliation) -> Iterator[dict[str, Cell]]:
    """Every figure of it, section by section."""
    yield from (_payment("payments", it) for it in result.payments)
    yield from (_payment("ghost payments", it) for it in result.ghosts)
    for currency, value in result.received.items():
        yield _row("received", currency=currency, received=value)
    for item in result.items:
        yield _row(
            "items",
            currency=item.currency,
            type=_text(item.type_),
            state=_text(item.accounting_state),
            count=item.count,
            gross=item.gross,
            net=item.net,
            tax=item.tax,
        )
    for currency, value in result.sold.items():
        yield _row("sold", currency=currency, gross=value)
    for bill in result.bills:
        yield _row(
            "bills",
            type=_text(bill.type_),
            correction_state=_text(bill.correction_state),
            count=bill.count,
        )
    yield from (_bill("unbalanced", it) for it in result.unbalanced)
    yield from (_bill("straddling", it) for it in result.straddling)
    for currency, value in result.unbilled.items():
        yield _row("unbilled", currency=currency, balance=value)
    for ledger in result.ledgers:
        yield _row(
            "ledgers",
            currency=ledger.currency,
            type=_text(ledger.ledger_type),
            first_day=_text(ledger.first_day),
            last_day=_text(ledger.last_day),
            days=ledger.days,
            opening=ledger.opening,
            closing=ledger.closing,
            change=ledger.change,
            closed=ledger.closed,
            difference=ledger.difference,
            note="nothing read here goes by its name" if ledger.closed is None else None,
        )
    if result.ledgers_unread is not None:
        yield _row("ledgers", note=result.ledgers_unread)


def _payment(section: str, it: PaymentTotal) -> dict[str, Cell]:
    return _row(
        section,
        currency=it.currency,
        type=_text(it.type_),
        external_type=_text(it.external_type),
        state=_text(it.state),
        refund="refund" if it.is_refund else None,
        count=it.count,
        amount=it.amount,
        received=it.received,
    )


def _bill(section: str, it: UnevenBill) -> dict[str, Cell]:
    bill = it.bill
    if bill is None:
        listed: dict[str, Cell] = {"note": "the bill is not listed"}
    else:
        listed = {
            "type": _text(bill.type_),
            "state": _text(bill.state),
            "correction_state": _text(bill.correction_state),
            "number": bill.number,
        }
    return _row(
        section,
        currency=it.currency,
        bill_id=_text(it.bill_id),
        closed=it.closed,
        balance=it.balance,
        **listed,
    )


def _row(section: str, **cells: Cell) -> dict[str, Cell]:
    return dict.fromkeys(COLUMNS) | {"section": section} | cells


def _text(value: object) -> str | None:
    return None if value is None else str(value)
