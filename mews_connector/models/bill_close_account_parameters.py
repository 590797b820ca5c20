from uuid import UUID

from attrs import field, frozen
from mews_runtime import Model

from .address_parameters import AddressParameters
from .string_update_value import StringUpdateValue


@frozen(kw_only=True, eq=False, repr=False)
class BillCloseAccountParameters(Model):
    """About the account that a bill names beside its owner."""

    id: UUID = field(metadata={"json": "Id"})
    """Identifier of the account."""
    tax_identifier: StringUpdateValue | None = field(
        default=None, metadata={"json": "TaxIdentifier"}
    )
    """Its tax number."""
    address: AddressParameters | None = field(default=None, metadata={"json": "Address"})
    """Its address."""
