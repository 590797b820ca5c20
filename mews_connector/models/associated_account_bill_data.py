from collections.abc import Mapping
from typing import ClassVar

from attrs import field, frozen
from mews_runtime import TaggedProperties, Variant

from .bill_associated_account_data_discriminator import BillAssociatedAccountDataDiscriminator
from .bill_company_data import BillCompanyData
from .bill_customer_data import BillCustomerData


@frozen(kw_only=True, eq=False, repr=False)
class AssociatedAccountBillData(TaggedProperties):
    """An account that a bill names beside its owner. The property that `Discriminator` names is
    filled, the other is null."""

    variants: ClassVar[Mapping[str, str | None]] = {
        "BillCustomerData": "bill_customer_data",
        "BillCompanyData": "bill_company_data",
    }

    discriminator: BillAssociatedAccountDataDiscriminator | None = field(
        default=None, metadata={"json": "Discriminator"}
    )
    """Which of the other properties is filled."""
    bill_customer_data: BillCustomerData | None = field(
        default=None, metadata={"json": "BillCustomerData"}
    )
    """The account, if it is a customer."""
    bill_company_data: BillCompanyData | None = field(
        default=None, metadata={"json": "BillCompanyData"}
    )
    """The account, if it is a company."""

    variant: ClassVar[Variant[BillCustomerData | BillCompanyData]] = Variant()
    """What `discriminator` says is filled; an `UnknownVariant` if this version does not know it,
    none if there is nothing to tell."""
