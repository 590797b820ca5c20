from attrs import field, frozen
from mews_runtime import Model

from .bill_address import BillAddress
from .legal_identifiers import LegalIdentifiers


@frozen(kw_only=True, eq=False, repr=False)
class BillCompanyData(Model):
    """A company, as a bill names it."""

    name: str = field(metadata={"json": "Name", "min_length": 1})
    """Name of the company."""
    id: str | None = field(default=None, metadata={"json": "Id"})
    """Identifier of the company."""
    address: BillAddress | None = field(default=None, metadata={"json": "Address"})
    """Its postal address."""
    legal_identifiers: LegalIdentifiers | None = field(
        default=None, metadata={"json": "LegalIdentifiers"}
    )
    """Its identifiers with authorities."""
    billing_code: str | None = field(default=None, metadata={"json": "BillingCode"})
    """Code to bill it by."""
    fiscal_identifier: str | None = field(default=None, metadata={"json": "FiscalIdentifier"})
    """Its fiscal number."""
    additional_tax_identifier: str | None = field(
        default=None, metadata={"json": "AdditionalTaxIdentifier"}
    )
    """A second tax number."""
    duns: str | None = field(default=None, metadata={"json": "DUNS"})
    """Its number in the Data Universal Numbering System of Dun & Bradstreet."""
    telephone: str | None = field(default=None, metadata={"json": "Telephone"})
    """Telephone number, as the company writes it."""
    tax_identifier: str | None = field(default=None, metadata={"json": "TaxIdentifier"})
    """Its tax number."""
    invoicing_email: str | None = field(default=None, metadata={"json": "InvoicingEmail"})
    """E-mail address that invoices go to."""
    department: str | None = field(default=None, metadata={"json": "Department"})
    """Department that the bill is meant for."""
