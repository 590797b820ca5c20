from attrs import field, frozen
from mews_runtime import Model

from .accounting_configuration_option import AccountingConfigurationOption
from .external_payment_type import ExternalPaymentType
from .surcharge_configuration import SurchargeConfiguration


@frozen(kw_only=True, eq=False, repr=False)
class AccountingConfiguration(Model):
    """How an enterprise keeps its books."""

    surcharge_configuration: SurchargeConfiguration = field(
        metadata={"json": "SurchargeConfiguration"}
    )
    """What paying by card costs the payer on top."""
    enabled_external_payment_types: list[ExternalPaymentType] = field(
        metadata={"json": "EnabledExternalPaymentTypes"}
    )
    """Types that payments/addExternal may record here."""
    additional_tax_identifier: str | None = field(
        default=None, metadata={"json": "AdditionalTaxIdentifier", "max_length": 50}
    )
    """A second tax number. At most 50 characters."""
    company_name: str | None = field(
        default=None, metadata={"json": "CompanyName", "max_length": 100}
    )
    """Name of the company that runs the enterprise. At most 100 characters."""
    bank_account_number: str | None = field(
        default=None, metadata={"json": "BankAccountNumber", "max_length": 50}
    )
    """Number of its bank account. At most 50 characters."""
    bank_name: str | None = field(default=None, metadata={"json": "BankName", "max_length": 100})
    """Name of its bank. At most 100 characters."""
    iban: str | None = field(default=None, metadata={"json": "Iban", "max_length": 40})
    """International number of its bank account. At most 40 characters."""
    bic: str | None = field(default=None, metadata={"json": "Bic", "max_length": 11})
    """Identifier code of its bank. At most 11 characters."""
    options: list[AccountingConfigurationOption] | None = field(
        default=None, metadata={"json": "Options"}
    )
    """Switches that are on. Older answers leave it out."""
