from typing import ClassVar
from uuid import UUID

from attrs import field, frozen
from mews_runtime import AnyOf, Model, Rule

from .amount_parameters import AmountParameters
from .external_payment_type import ExternalPaymentType


@frozen(kw_only=True, eq=False, repr=False)
class PaymentsAddExternalRequest(Model):
    """A payment that was taken elsewhere and whose it is."""

    rules: ClassVar[tuple[Rule, ...]] = (
        AnyOf(
            (
                ("account_id",),
                ("customer_id",),
            )
        ),
    )

    amount: AmountParameters = field(metadata={"json": "Amount"})
    """What was paid, as a positive value; a negative value records money given back."""
    enterprise_id: UUID | None = field(default=None, metadata={"json": "EnterpriseId"})
    """Enterprise to record it in. Needed with a portfolio token, ignored otherwise."""
    account_id: UUID | None = field(default=None, metadata={"json": "AccountId"})
    """Customer or company that paid. Billing a company may not be enabled for every
    integration."""
    customer_id: UUID | None = field(
        default=None,
        metadata={
            "json": "CustomerId",
            "deprecated": "deprecated since 2023-05-24; use `account_id`",
        },
    )
    """Customer that paid. Deprecated since 2023-05-24; use `account_id`."""
    bill_id: UUID | None = field(default=None, metadata={"json": "BillId"})
    """Open bill of the account to put the payment on; one is chosen when left out."""
    accounting_category_id: UUID | None = field(
        default=None, metadata={"json": "AccountingCategoryId"}
    )
    """Accounting category to file the payment under."""
    reservation_id: UUID | None = field(default=None, metadata={"json": "ReservationId"})
    """Reservation that the payment belongs to."""
    type_: ExternalPaymentType | None = field(
        default=None,
        metadata={
            "json": "Type",
            "required_in": {
                "FR": {
                    "because": "French law takes an external payment without a type for fraud",
                    "refused": ["Unspecified"],
                }
            },
        },
    )
    """How the money was taken; must be one that the enterprise has enabled. In the French legal
    environment it is needed, and `Unspecified` counts as fraud."""
    external_identifier: str | None = field(default=None, metadata={"json": "ExternalIdentifier"})
    """The payment's identifier in your own system, to find it again by."""
    notes: str | None = field(default=None, metadata={"json": "Notes"})
    """Free text."""
