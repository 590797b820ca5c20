from collections.abc import Mapping
from typing import ClassVar

from attrs import field, frozen
from mews_runtime import TaggedProperties, Variant

from .alternative_payment_method_data_discriminator import AlternativePaymentMethodDataDiscriminator
from .ideal_data import IdealData
from .sepa_direct_debit_data import SepaDirectDebitData


@frozen(kw_only=True, eq=False, repr=False)
class AlternativePaymentMethodData(TaggedProperties):
    """A method of payment and what it needs to know."""

    variants: ClassVar[Mapping[str, str | None]] = {
        "Ideal": "ideal",
        "ApplePay": None,
        "GooglePay": None,
        "SepaDirectDebit": "sepa_direct_debit",
    }

    discriminator: AlternativePaymentMethodDataDiscriminator = field(
        metadata={"json": "Discriminator"}
    )
    """The method of payment. ApplePay and GooglePay need nothing more."""
    sepa_direct_debit: SepaDirectDebitData | None = field(
        default=None, metadata={"json": "SepaDirectDebit"}
    )
    """What a SEPA direct debit needs to know."""
    ideal: IdealData | None = field(default=None, metadata={"json": "Ideal"})
    """What iDEAL needs to know."""

    variant: ClassVar[Variant[SepaDirectDebitData | IdealData]] = Variant()
    """What `discriminator` says is filled; an `UnknownVariant` if this version does not know it,
    none if there is nothing to tell."""
