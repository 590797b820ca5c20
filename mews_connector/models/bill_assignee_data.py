from collections.abc import Mapping
from typing import ClassVar

from attrs import field, frozen
from mews_runtime import TaggedValue, UnknownVariant

from .bill_associated_account_data_discriminator import BillAssociatedAccountDataDiscriminator
from .bill_company_data import BillCompanyData
from .bill_customer_data import BillCustomerData


@frozen(kw_only=True, eq=False, repr=False)
class BillAssigneeData(TaggedValue):
    """A bill's owner, as the bill names them, under an older name."""

    variants: ClassVar[Mapping[str, str | None]] = {
        "BillCustomerData": "BillCustomerData",
        "BillCompanyData": "BillCompanyData",
    }

    discriminator: BillAssociatedAccountDataDiscriminator | None = field(
        default=None, metadata={"json": "Discriminator"}
    )
    """Whether the owner is a customer or a company."""
    value: BillCustomerData | BillCompanyData | UnknownVariant | None = field(
        default=None, metadata={"json": "Value", "tagged": True}
    )
    """The customer or company, after `Discriminator`."""
