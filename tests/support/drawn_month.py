"""A made-up month of a hotel, as `mews reconcile` would have it drawn.

`python tests/support/drawn_month.py` draws docs/pictures/reconcile.svg anew.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from uuid import UUID
from zoneinfo import ZoneInfo

from mews_connector import models
from mews_toolkit.cli._picture_file import PictureFile
from mews_toolkit.workflows import DayOfPayments, LedgerChange, Reconciliation

__all__ = ["DAYS", "NAME", "SAMPLE", "a_reconciliation", "draw", "month"]

SAMPLE = Path(__file__).parents[2] / "docs" / "pictures" / "reconcile.svg"
DAYS = [date(2026, 10, 1) + timedelta(days=number) for number in range(31)]
# With a letter that XML has to escape.
NAME = "The Old Mill, Hotel & Spa"
ZONE = "Europe/Prague"

_TYPES = (
    ("CreditCardPayment", None, 7200, 1),
    ("ExternalPayment", "WireTransfer", 3900, 2),
    ("AlternativePayment", None, 2100, 1),
    ("CashPayment", None, 900, 1),
    ("ExternalPayment", "GiftCard", 450, 3),
    ("ExternalPayment", "Voucher", 300, 4),
    ("ExternalPayment", "Cheque", 200, 7),
    ("ExternalPayment", "LoyaltyPoints", 80, 5),
)


def a_reconciliation(
    *received: DayOfPayments, ledgers: tuple[LedgerChange, ...] = ()
) -> Reconciliation:
    """One of October that knows no more than this."""
    return Reconciliation(
        enterprise_id=UUID(int=1),
        first_day=DAYS[0],
        last_day=DAYS[-1],
        start_utc=datetime(2026, 9, 30, 22, tzinfo=UTC),
        end_utc=datetime(2026, 10, 31, 23, tzinfo=UTC),
        payments=(),
        ghosts=(),
        received_by_day=received,
        items=(),
        bills=(),
        unbalanced=(),
        straddling=(),
        unbilled={},
        ledgers=ledgers,
        ledgers_unread=None,
    )


def month() -> Reconciliation:
    """Busier before weekends, with a refund now and then, and a ledger that is a day late twice."""
    received = tuple(_received())
    net = dict.fromkeys(DAYS, Decimal(0))
    for row in received:
        assert row.day is not None
        net[row.day] += row.came_in + row.went_back
    for day, late in ((8, Decimal("1840.50")), (21, Decimal(960))):
        net[DAYS[day]] -= late
        net[DAYS[day + 1]] += late
    ledger = LedgerChange(
        ledger_type=models.LedgerType.PAYMENT,
        currency="EUR",
        first_day=DAYS[0],
        last_day=DAYS[-1],
        days=len(DAYS),
        opening=Decimal(0),
        closing=sum(net.values(), Decimal(0)),
        closed=sum(net.values(), Decimal(0)),
        by_day=tuple(net.items()),
    )
    return a_reconciliation(*received, ledgers=(ledger,))


def _received() -> Iterator[DayOfPayments]:
    for number, day in enumerate(DAYS):
        for kind, (type_, external, usual, every) in enumerate(_TYPES):
            if number % every:
                continue
            # Any numbers do, if they are always the same.
            share = Decimal((number * 37 + kind * 61) % 97 + 40) / 100
            busy = Decimal("1.6") if day.weekday() in {3, 4} else Decimal(1)
            back = (number + 3 * kind) % 9 == 4
            yield DayOfPayments(
                day,
                "EUR",
                models.PaymentType(type_),
                None if external is None else models.ExternalPaymentType(external),
                3,
                (usual * share * busy).quantize(Decimal("0.01")),
                -(usual * share / 5).quantize(Decimal("0.01")) if back else Decimal(0),
            )


def draw(file: Path, result: Reconciliation, *, own_zone: str = ZONE) -> None:
    """Has it drawn as the command has it, for days of Prague."""
    PictureFile(file).draw(result, ZoneInfo(ZONE), name=NAME, own_zone=own_zone)


if __name__ == "__main__":
    draw(SAMPLE, month())
