from collections.abc import Mapping
from typing import ClassVar

from attrs import field, frozen
from mews_runtime import TaggedProperties, Variant

from .alternative_payment_data import AlternativePaymentData
from .credit_card_payment_data import CreditCardPaymentData
from .external_payment_data import ExternalPaymentData
from .ghost_payment_data import GhostPaymentData
from .invoice_payment_data import InvoicePaymentData
from .payment_data_discriminator import PaymentDataDiscriminator


@frozen(kw_only=True, eq=False, repr=False)
class PaymentData(TaggedProperties):
    """What is particular to a payment's type. The property that `Discriminator` names is
    filled, the others are null."""

    variants: ClassVar[Mapping[str, str | None]] = {
        "CreditCard": "credit_card",
        "Invoice": "invoice",
        "External": "external",
        "Ghost": "ghost",
        "Alternative": "alternative",
    }

    discriminator: PaymentDataDiscriminator = field(metadata={"json": "Discriminator"})
    """Which of the other properties is filled."""
    credit_card: CreditCardPaymentData | None = field(default=None, metadata={"json": "CreditCard"})
    """About a card payment."""
    invoice: InvoicePaymentData | None = field(default=None, metadata={"json": "Invoice"})
    """About a payment that stands for an unpaid invoice."""
    external: ExternalPaymentData | None = field(default=None, metadata={"json": "External"})
    """About a payment taken outside of Mews."""
    ghost: GhostPaymentData | None = field(default=None, metadata={"json": "Ghost"})
    """About a payment that mirrors another one."""
    alternative: AlternativePaymentData | None = field(
        default=None, metadata={"json": "Alternative"}
    )
    """About a payment by another method than a card, such as iDEAL, a wallet, direct debit or
    wire transfer."""

    variant: ClassVar[
        Variant[
            CreditCardPaymentData
            | InvoicePaymentData
            | ExternalPaymentData
            | GhostPaymentData
            | AlternativePaymentData
        ]
    ] = Variant()
    """What `discriminator` says is filled; an `UnknownVariant` if this version does not know it,
    none if there is nothing to tell."""
