"""What the types of refunds mean."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from mews_runtime._open_enum import OpenEnum

from ._catalogue import Info, look_up

__all__ = ["ROWS", "RefundTypeCatalogue", "RefundTypeInfo"]


class RefundTypeInfo(Info, frozen=True, kw_only=True):
    """What is known about one type of refund.

    Attributes:
        label: The type for people, in English.
        of: The type of the payment that is refunded, as `PaymentType` names it.

    Source: https://docs.mews.com/connector-api/operations/payments#refund-type
    """

    of: str


class RefundTypeCatalogue(OpenEnum):
    """Types of refunds."""

    @property
    def info(self) -> RefundTypeInfo:
        """What is known about the type.

        Raises:
            LookupError: This version does not know the type.
        """
        return look_up(self, ROWS)


ROWS: Mapping[str, RefundTypeInfo] = MappingProxyType(
    {
        "CreditCardPayment": RefundTypeInfo(label="Refund to a card", of="CreditCardPayment"),
        "AlternativePayment": RefundTypeInfo(
            label="Refund by an alternative method", of="AlternativePayment"
        ),
    }
)
