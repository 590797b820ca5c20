"""What the types of payments mean."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Self

from mews_runtime._open_enum import OpenEnum

from ._catalogue import Info, look_up

__all__ = ["ROWS", "PaymentTypeCatalogue", "PaymentTypeInfo"]


class PaymentTypeInfo(Info, frozen=True, kw_only=True):
    """What is known about one type of payment.

    Attributes:
        label: The type for people, in English.
        only_in_filters: Whether it is only asked for and no payment has it.
        refundable: Whether Mews can refund payments of this type.
        data: Which of its properties a payment's data fills, as `PaymentDataDiscriminator`
            names it; None where the documentation names none.

    Source: https://docs.mews.com/connector-api/operations/payments#payment-type
    """

    only_in_filters: bool = False
    refundable: bool = False
    data: str | None = None


class PaymentTypeCatalogue(OpenEnum):
    """By what payments are made."""

    @property
    def info(self) -> PaymentTypeInfo:
        """What is known about the type.

        Raises:
            LookupError: This version does not know the type.
        """
        return look_up(self, ROWS)

    @classmethod
    def of_payments(cls) -> tuple[Self, ...]:
        """The types that payments have, without the one that stands for any in filters."""
        return tuple(each for each in cls if not each.info.only_in_filters)

    @classmethod
    def refundable(cls) -> tuple[Self, ...]:
        """The types of payments that Mews can refund."""
        return tuple(each for each in cls if each.info.refundable)


ROWS: Mapping[str, PaymentTypeInfo] = MappingProxyType(
    {
        "Payment": PaymentTypeInfo(label="Any payment", only_in_filters=True),
        "CreditCardPayment": PaymentTypeInfo(
            label="Card payment", refundable=True, data="CreditCard"
        ),
        "AlternativePayment": PaymentTypeInfo(
            label="Alternative payment", refundable=True, data="Alternative"
        ),
        "CashPayment": PaymentTypeInfo(label="Cash payment"),
        "InvoicePayment": PaymentTypeInfo(label="Invoice payment", data="Invoice"),
        "ExternalPayment": PaymentTypeInfo(label="External payment", data="External"),
        "GhostPayment": PaymentTypeInfo(label="Ghost payment", data="Ghost"),
        "TaxDeductedPayment": PaymentTypeInfo(label="Tax deducted payment"),
    }
)
