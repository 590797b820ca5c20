"""Where payments begin, by name."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from mews_runtime._open_enum import OpenEnum

from ._catalogue import Info, look_up

__all__ = ["ROWS", "PaymentOriginCatalogue", "PaymentOriginInfo"]


class PaymentOriginInfo(Info, frozen=True, kw_only=True):
    """What is known about one origin: the documentation gives no more than its name.

    Source: https://docs.mews.com/connector-api/operations/payments#payment-origin
    """


class PaymentOriginCatalogue(OpenEnum):
    """Where payments begin."""

    @property
    def info(self) -> PaymentOriginInfo:
        """What is known about the origin.

        Raises:
            LookupError: This version does not know the origin.
        """
        return look_up(self, ROWS)


ROWS: Mapping[str, PaymentOriginInfo] = MappingProxyType(
    {
        "Other": PaymentOriginInfo(label="Other"),
        "System": PaymentOriginInfo(label="System"),
        "Operations": PaymentOriginInfo(label="Operations"),
        "AutomaticPayment": PaymentOriginInfo(label="Automatic payment"),
        "PaymentRequest": PaymentOriginInfo(label="Payment request"),
        "BookingEngine": PaymentOriginInfo(label="Booking engine"),
        "Api": PaymentOriginInfo(label="API"),
        "Terminal": PaymentOriginInfo(label="Payment terminal"),
        "ChannelManager": PaymentOriginInfo(label="Channel manager"),
        "OnlineCheckout": PaymentOriginInfo(label="Online check-out"),
        "BillBalancing": PaymentOriginInfo(label="Balancing of a bill"),
        "OnlineCheckin": PaymentOriginInfo(label="Online check-in"),
        "PointOfSales": PaymentOriginInfo(label="Point of sale"),
        "PaymentToInvoiceLinking": PaymentOriginInfo(label="Linking of a payment to an invoice"),
    }
)
