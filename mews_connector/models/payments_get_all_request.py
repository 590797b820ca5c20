from typing import ClassVar
from uuid import UUID

from attrs import field, frozen
from mews_runtime import AnyOf, Model, Rule

from .accounting_state import AccountingState
from .payment_state import PaymentState
from .payment_type import PaymentType
from .time_interval import TimeInterval


@frozen(kw_only=True, eq=False, repr=False)
class PaymentsGetAllRequest(Model):
    """Which payments to list."""

    rules: ClassVar[tuple[Rule, ...]] = (
        AnyOf(
            (
                ("payment_ids",),
                ("account_ids",),
                ("bill_ids",),
                ("reservation_ids",),
                ("created_utc",),
                ("updated_utc",),
                ("charged_utc",),
                ("closed_utc",),
            )
        ),
    )

    enterprise_ids: list[UUID] | None = field(
        default=None, metadata={"json": "EnterpriseIds", "min_items": 1, "max_items": 1000}
    )
    """Enterprises to look in; all that the access token reaches when left out. At most 1000
    items."""
    payment_ids: list[UUID] | None = field(
        default=None, metadata={"json": "PaymentIds", "min_items": 1, "max_items": 1000}
    )
    """These payments. At most 1000 items."""
    account_ids: list[UUID] | None = field(
        default=None, metadata={"json": "AccountIds", "min_items": 1, "max_items": 100}
    )
    """Payments of these customers or companies. At most 100 items."""
    bill_ids: list[UUID] | None = field(
        default=None, metadata={"json": "BillIds", "min_items": 1, "max_items": 1000}
    )
    """Payments on these bills. At most 1000 items."""
    reservation_ids: list[UUID] | None = field(
        default=None, metadata={"json": "ReservationIds", "min_items": 1, "max_items": 1000}
    )
    """Payments that belong to these reservations. At most 1000 items."""
    created_utc: TimeInterval | None = field(
        default=None, metadata={"json": "CreatedUtc", "longest": "P3M"}
    )
    """When the payment was created. At most 3 months long."""
    updated_utc: TimeInterval | None = field(
        default=None, metadata={"json": "UpdatedUtc", "longest": "P3M"}
    )
    """When the payment last changed. At most 3 months long."""
    charged_utc: TimeInterval | None = field(
        default=None, metadata={"json": "ChargedUtc", "longest": "P3M"}
    )
    """When the payment was charged. At most 3 months long."""
    closed_utc: TimeInterval | None = field(
        default=None, metadata={"json": "ClosedUtc", "longest": "P3M"}
    )
    """When the payment's bill was closed. At most 3 months long."""
    settlement_utc: TimeInterval | None = field(
        default=None, metadata={"json": "SettlementUtc", "longest": "P3M"}
    )
    """When the payment was settled. Not enough as the only filter. At most 3 months long."""
    currency: str | None = field(default=None, metadata={"json": "Currency"})
    """ISO 4217 code of the currency to convert every `Amount` to; `OriginalAmount` stays as it
    is."""
    accounting_states: list[AccountingState] | None = field(
        default=None, metadata={"json": "AccountingStates", "min_items": 1}
    )
    """Only payments in one of these accounting states."""
    states: list[PaymentState] | None = field(
        default=None, metadata={"json": "States", "min_items": 1}
    )
    """Only payments in one of these states."""
    type_: PaymentType | None = field(default=None, metadata={"json": "Type"})
    """Only payments of this type; `Payment` stands for any."""
