"""Why payments are asked for, by name."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from mews_runtime._open_enum import OpenEnum

from ._catalogue import Info, look_up

__all__ = ["ROWS", "PaymentRequestReasonCatalogue", "PaymentRequestReasonInfo"]


class PaymentRequestReasonInfo(Info, frozen=True, kw_only=True):
    """What is known about one reason: the documentation gives no more than its name.

    Source: https://docs.mews.com/connector-api/operations/paymentrequests#payment-request-reason
    """


class PaymentRequestReasonCatalogue(OpenEnum):
    """Why payments are asked for."""

    @property
    def info(self) -> PaymentRequestReasonInfo:
        """What is known about the reason.

        Raises:
            LookupError: This version does not know the reason.
        """
        return look_up(self, ROWS)


ROWS: Mapping[str, PaymentRequestReasonInfo] = MappingProxyType(
    {
        "Other": PaymentRequestReasonInfo(label="Other"),
        "PaymentCardMissing": PaymentRequestReasonInfo(label="No payment card on file"),
        "PaymentCardDeclined": PaymentRequestReasonInfo(label="Payment card declined"),
        "Deposit": PaymentRequestReasonInfo(label="Deposit"),
        "Prepayment": PaymentRequestReasonInfo(label="Prepayment"),
        "Fee": PaymentRequestReasonInfo(label="Fee"),
        "RecurringPayment": PaymentRequestReasonInfo(label="Recurring payment"),
    }
)
