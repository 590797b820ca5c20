from attrs import field, frozen
from mews_runtime import Model


@frozen(kw_only=True, eq=False, repr=False)
class BillEnterpriseData(Model):
    """An enterprise, as its bill names it."""

    additional_tax_identifier: str | None = field(
        default=None, metadata={"json": "AdditionalTaxIdentifier"}
    )
    """A second tax number."""
    company_name: str | None = field(default=None, metadata={"json": "CompanyName"})
    """Name of the company that runs the enterprise."""
    bank_account: str | None = field(default=None, metadata={"json": "BankAccount"})
    """Number of its bank account."""
    bank_name: str | None = field(default=None, metadata={"json": "BankName"})
    """Name of its bank."""
    iban: str | None = field(default=None, metadata={"json": "Iban"})
    """International number of its bank account."""
    bic: str | None = field(default=None, metadata={"json": "Bic"})
    """Identifier code of its bank."""
