from collections.abc import Mapping
from typing import ClassVar

from attrs import field, frozen
from mews_runtime import TaggedValue, UnknownVariant

from .credit_card_payment_item_data import CreditCardPaymentItemData
from .invoice_payment_item_data import InvoicePaymentItemData
from .payment_item_data_discriminator import PaymentItemDataDiscriminator


@frozen(kw_only=True, eq=False, repr=False)
class PaymentItemData(TaggedValue):
    """How a payment was made."""

    variants: ClassVar[Mapping[str, str | None]] = {
        "CreditCard": "CreditCardPaymentItemData",
        "Invoice": "InvoicePaymentItemData",
        "Cash": None,
        "Unspecified": None,
        "BadDebts": None,
        "WireTransfer": None,
        "ExchangeRateDifference": None,
        "ExchangeRoundingDifference": None,
        "BankCharges": None,
        "Cheque": None,
        "Other": None,
    }

    discriminator: PaymentItemDataDiscriminator = field(metadata={"json": "Discriminator"})
    """How the payment was made, and with it the shape of `Value`."""
    value: CreditCardPaymentItemData | InvoicePaymentItemData | UnknownVariant | None = field(
        default=None, metadata={"json": "Value", "tagged": True}
    )
    """More about a card payment or an invoice; null for everything else."""
