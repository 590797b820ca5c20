"""What closing a bill can still print on it."""

from typing import TypeVar
from uuid import UUID

from msgspec import Struct, structs

from mews_toolkit.sandbox.entities.bill import (
    AssociatedAccountBillData,
    Bill,
    BillAddress,
    BillCompanyData,
    BillCustomerData,
    BillOwnerData,
)
from mews_toolkit.sandbox.refusals import invalid
from mews_toolkit.sandbox.update_values import UpdateValue, updated

PartyT = TypeVar("PartyT", BillCustomerData, BillCompanyData)
Text = UpdateValue[str | None]


class AddressParameters(Struct, frozen=True, kw_only=True, rename="pascal"):
    """A postal address to set."""

    line1: str | None = None
    line2: str | None = None
    city: str | None = None
    postal_code: str | None = None
    country_code: str | None = None
    country_subdivision_code: str | None = None

    @property
    def shown(self) -> BillAddress:
        """The address as a bill shows it."""
        return BillAddress(
            line1=self.line1,
            line2=self.line2,
            city=self.city,
            postal_code=self.postal_code,
            subdivision_code=self.country_subdivision_code,
            country_code=self.country_code,
        )


class AccountParameters(Struct, frozen=True, kw_only=True, rename="pascal"):
    """What to print about an account beside the owner."""

    id: UUID
    tax_identifier: Text | None = None
    address: AddressParameters | None = None


class OptionsParameters(Struct, frozen=True, kw_only=True, rename="pascal"):
    """What to show."""

    display_customer: UpdateValue[bool] | None = None
    display_taxation: UpdateValue[bool] | None = None


class BillDetails(Struct, frozen=True, kw_only=True, rename="pascal"):
    """What to print on the bill. Older callers know one customer and one company only."""

    options: OptionsParameters | None = None
    account_tax_identifier: Text | None = None
    purchase_order_number: Text | None = None
    notes: Text | None = None
    account_address: AddressParameters | None = None
    associated_account_data: list[AccountParameters] | None = None
    tax_identifier: Text | None = None
    company_tax_identifier: Text | None = None
    address: AddressParameters | None = None

    def on(self, bill: Bill) -> Bill:
        """The bill with these details."""
        options = self.options or OptionsParameters()
        company_id = bill.company_id
        associated = list(self.associated_account_data or ())
        if any(it.id not in bill.associated_account_ids for it in associated):
            raise invalid("AssociatedAccountData", "The bill does not name this account.")
        if self.company_tax_identifier is not None and company_id is not None:
            associated.append(
                AccountParameters(id=company_id, tax_identifier=self.company_tax_identifier)
            )
        beside = bill.associated_account_data
        for it in associated:
            beside = tuple(_about(known, it) for known in beside)
        return structs.replace(
            bill,
            purchase_order_number=updated(bill.purchase_order_number, self.purchase_order_number),
            notes=updated(bill.notes, self.notes),
            options=structs.replace(
                bill.options,
                display_customer=updated(bill.options.display_customer, options.display_customer),
                display_taxation=updated(bill.options.display_taxation, options.display_taxation),
            ),
            owner_data=self._owner(bill.owner_data),
            associated_account_data=beside,
        )

    def _owner(self, owner: BillOwnerData) -> BillOwnerData:
        party = owner.value
        address = self.account_address or self.address
        if isinstance(party, BillCustomerData):
            tax_identifier = self.account_tax_identifier or self.tax_identifier
            return structs.replace(owner, value=_printed(party, tax_identifier, address))
        tax_identifier = self.account_tax_identifier or self.company_tax_identifier
        return structs.replace(owner, value=_printed(party, tax_identifier, address))


def _about(known: AssociatedAccountBillData, asked: AccountParameters) -> AssociatedAccountBillData:
    customer, company = known.bill_customer_data, known.bill_company_data
    if customer is not None and customer.id == asked.id:
        customer = _printed(customer, asked.tax_identifier, asked.address)
    if company is not None and company.id == asked.id:
        company = _printed(company, asked.tax_identifier, asked.address)
    return structs.replace(known, bill_customer_data=customer, bill_company_data=company)


def _printed(
    party: PartyT, tax_identifier: Text | None, address: AddressParameters | None
) -> PartyT:
    return structs.replace(
        party,
        tax_identifier=updated(party.tax_identifier, tax_identifier),
        address=party.address if address is None else address.shown,
    )
