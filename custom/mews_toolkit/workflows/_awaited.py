from __future__ import annotations

from attrs import frozen

from mews_connector import models

__all__ = ["AwaitedPayment", "AwaitedPaymentRequest"]


@frozen
class AwaitedPayment:
    """A payment that was waited for.

    Attributes:
        payment: As it was last read.
        reached: Whether it is in one of the states that were waited for. False at the deadline,
            or when it never can be.
    """

    payment: models.Payment
    reached: bool


@frozen
class AwaitedPaymentRequest:
    """A payment request that was waited for.

    Attributes:
        payment_request: As it was last read.
        reached: Whether it is in one of the states that were waited for. False at the deadline,
            or when it never can be.
    """

    payment_request: models.PaymentRequest
    reached: bool
