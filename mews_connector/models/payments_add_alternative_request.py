from typing import ClassVar
from uuid import UUID

from attrs import field, frozen
from mews_runtime import AnyOf, Model, Rule

from .alternative_payment_method import AlternativePaymentMethod
from .alternative_payment_method_data import AlternativePaymentMethodData
from .amount_parameters import AmountParameters


@frozen(kw_only=True, eq=False, repr=False)
class PaymentsAddAlternativeRequest(Model):
    """A payment to be started, by whom and how."""

    rules: ClassVar[tuple[Rule, ...]] = (
        AnyOf(
            (
                ("data",),
                ("method", "redirect_url"),
            )
        ),
    )

    customer_id: UUID = field(metadata={"json": "CustomerId"})
    """Customer that is going to pay."""
    amount: AmountParameters = field(metadata={"json": "Amount"})
    """What is to be paid, as a positive value."""
    reservation_id: UUID | None = field(default=None, metadata={"json": "ReservationId"})
    """Reservation that the payment belongs to."""
    data: AlternativePaymentMethodData | None = field(default=None, metadata={"json": "Data"})
    """The method of payment and what it needs to know."""
    method: AlternativePaymentMethod | None = field(
        default=None,
        metadata={"json": "Method", "deprecated": "deprecated since 2024-05-08; use `data`"},
    )
    """The method of payment. Goes with `RedirectUrl`. Deprecated since 2024-05-08; use `data`."""
    redirect_url: str | None = field(
        default=None,
        metadata={"json": "RedirectUrl", "deprecated": "deprecated since 2024-05-08; use `data`"},
    )
    """Where the customer's browser goes after paying. Goes with `Method`. Deprecated since
    2024-05-08; use `data`."""
