from attrs import field, frozen
from mews_runtime import Model

from .alternative_payment_method_type import AlternativePaymentMethodType


@frozen(kw_only=True, eq=False, repr=False)
class AlternativePaymentData(Model):
    """About a payment by another method than a card, such as iDEAL, a wallet, direct debit or
    wire transfer."""

    type_: AlternativePaymentMethodType = field(metadata={"json": "Type"})
    """The method that was used."""
