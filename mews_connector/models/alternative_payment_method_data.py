from attrs import field, frozen
from mews_runtime import Model

from .alternative_payment_method_data_discriminator import AlternativePaymentMethodDataDiscriminator
from .ideal_data import IdealData
from .sepa_direct_debit_data import SepaDirectDebitData


@frozen(kw_only=True)
class AlternativePaymentMethodData(Model):
    """A method of payment and what it needs to know."""

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
