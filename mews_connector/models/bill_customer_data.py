from attrs import field, frozen
from mews_runtime import Model

from .bill_address import BillAddress
from .legal_identifiers import LegalIdentifiers
from .title import Title


@frozen(kw_only=True, eq=False, repr=False)
class BillCustomerData(Model):
    """A customer, as a bill names them."""

    id: str = field(metadata={"json": "Id", "min_length": 1})
    """Identifier of the customer."""
    last_name: str = field(metadata={"json": "LastName", "min_length": 1})
    """Last name."""
    address: BillAddress | None = field(default=None, metadata={"json": "Address"})
    """Their postal address."""
    legal_identifiers: LegalIdentifiers | None = field(
        default=None, metadata={"json": "LegalIdentifiers"}
    )
    """Their identifiers with authorities."""
    billing_code: str | None = field(default=None, metadata={"json": "BillingCode"})
    """Code to bill them by."""
    first_name: str | None = field(default=None, metadata={"json": "FirstName"})
    """First name."""
    second_last_name: str | None = field(default=None, metadata={"json": "SecondLastName"})
    """Second last name."""
    title_prefix: Title | None = field(default=None, metadata={"json": "TitlePrefix"})
    """How they are addressed."""
    tax_identifier: str | None = field(default=None, metadata={"json": "TaxIdentifier"})
    """Their tax number."""
