"""The cashiers of an enterprise, and a year of cash going in and out."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from random import Random
from uuid import UUID

from attrs import frozen

from mews_toolkit.sandbox.dice import new_id
from mews_toolkit.sandbox.entities.amount import CurrencyValue
from mews_toolkit.sandbox.entities.cashier import Cashier, CashierTransaction
from mews_toolkit.sandbox.entities.enterprise import Enterprise
from mews_toolkit.sandbox.entities.payment import Payment
from mews_toolkit.sandbox.entities.vocabulary import CashierTransactionType
from mews_toolkit.sandbox.seeds.enterprises import EDINBURGH, LONDON, LYON, PARIS, WASHINGTON
from mews_toolkit.sandbox.seeds.year import YEAR

_TYPED_SINCE = datetime(2026, 6, 1, tzinfo=UTC)
"""Before that, the API told no types."""

_NAMES: Mapping[UUID, tuple[str, ...]] = {
    LONDON: ("Reception", "Tallow Bar", "Courtyard"),
    PARIS: ("Réception", "Bar du Fanal", "Cour"),
    WASHINGTON: ("Front desk", "Lamplight Bar", "Rooftop"),
    EDINBURGH: ("Reception", "Snuffer Bar", "Terrace"),
    LYON: ("Réception", "Bar de la Mèche", "Quai"),
}
_GIVEN_UP_AFTER = timedelta(days=600)
_WEEK = timedelta(days=7)


@frozen
class _Move:
    type: CashierTransactionType
    currency: str
    value: Decimal
    notes: str | None
    cashier_id: UUID
    created: datetime
    payment_id: UUID | None = None


_EACH_WEEK: tuple[tuple[CashierTransactionType, str, str | None], ...] = (
    ("CashIn", "200", "Change for the week"),
    ("CashOutTip", "-18.50", "Tips"),
    ("CashOutExpense", "-34.90", "Flowers"),
    ("CashOutFloatAdjustment", "-6.60", None),
    ("CashOut", "-120", "To the bank"),
)


def cashiers(enterprise: Enterprise, dice: Random) -> list[Cashier]:
    """The cashiers of one enterprise, the last of them deleted."""
    names = _NAMES[enterprise.id]
    return [
        _cashier(enterprise, place, name, dice, is_active=name != names[-1])
        for place, name in enumerate(names)
    ]


def cashier_transactions(
    now: datetime,
    cashiers: Sequence[Cashier],
    currency: str,
    payments: Iterable[Payment],
    dice: Random,
) -> list[CashierTransaction]:
    """The cash that payments brought, and what goes in and out each week; oldest first."""
    tills = [it for it in cashiers if it.is_active]
    moves = [*_weekly(now, tills, currency), *_paid(tills, payments)]
    return [
        CashierTransaction(
            id=new_id(dice),
            enterprise_id=tills[0].enterprise_id,
            cashier_id=it.cashier_id,
            payment_id=it.payment_id,
            created_utc=it.created,
            number=str(number),
            notes=it.notes,
            amount=CurrencyValue(it.currency, it.value),
            type=it.type if it.created >= _TYPED_SINCE else None,
        )
        for number, it in enumerate(sorted(moves, key=lambda it: it.created), start=1)
    ]


def _cashier(
    enterprise: Enterprise, place: int, name: str, dice: Random, *, is_active: bool
) -> Cashier:
    created = enterprise.created_utc + timedelta(days=31 + place)
    return Cashier(
        id=new_id(dice),
        enterprise_id=enterprise.id,
        is_active=is_active,
        name=name,
        created_utc=created,
        updated_utc=created + (_WEEK if is_active else _GIVEN_UP_AFTER),
    )


def _weekly(now: datetime, tills: Sequence[Cashier], currency: str) -> Iterator[_Move]:
    for place, till in enumerate(tills):
        monday = now - YEAR + timedelta(hours=place)
        while monday < now:
            for day, (move_type, value, notes) in enumerate(_EACH_WEEK):
                created = monday + timedelta(days=day)
                if created < now:
                    yield _Move(move_type, currency, Decimal(value), notes, till.id, created)
            monday += _WEEK


def _paid(tills: Sequence[Cashier], payments: Iterable[Payment]) -> Iterator[_Move]:
    for payment in payments:
        if payment.type == "CashPayment" and payment.charged_utc is not None:
            paid = payment.original_amount
            yield _Move(
                "CashIn",
                paid.currency,
                paid.gross_value.copy_negate(),
                payment.notes,
                tills[payment.id.int % len(tills)].id,
                payment.charged_utc,
                payment.id,
            )
