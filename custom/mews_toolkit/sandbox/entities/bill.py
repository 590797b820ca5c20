"""Bills, as bills/getAll lists them."""

from datetime import datetime
from typing import Literal
from uuid import UUID

from msgspec import Struct

from mews_toolkit.sandbox.entities.vocabulary import AccountType

BillState = Literal["Open", "Closed"]
BillType = Literal["Receipt", "Invoice"]


class BillAddress(Struct, frozen=True, gc=False, kw_only=True, rename="pascal"):
    """A postal address, as a bill shows it."""

    line1: str | None = None
    line2: str | None = None
    city: str | None = None
    postal_code: str | None = None
    subdivision_code: str | None = None
    country_code: str | None = None


class BillCustomerData(Struct, frozen=True, gc=False, kw_only=True, rename="pascal"):
    """A customer, as a bill names them."""

    id: UUID
    first_name: str
    last_name: str
    address: BillAddress | None = None
    tax_identifier: str | None = None


class BillCompanyData(Struct, frozen=True, gc=False, kw_only=True, rename="pascal"):
    """A company, as a bill names it."""

    id: UUID
    name: str
    address: BillAddress | None = None
    tax_identifier: str | None = None


PartyData = BillCustomerData | BillCompanyData


class BillOwnerData(Struct, frozen=True, gc=False, rename="pascal"):
    """Whoever a bill belongs to."""

    discriminator: Literal["BillCustomerData", "BillCompanyData"]
    value: PartyData


class AssociatedAccountBillData(Struct, frozen=True, gc=False, kw_only=True, rename="pascal"):
    """Whoever a bill names beside its owner; the discriminator names the one that is filled."""

    discriminator: Literal["BillCustomerData", "BillCompanyData"]
    bill_customer_data: BillCustomerData | None = None
    bill_company_data: BillCompanyData | None = None


class BillEnterpriseData(Struct, frozen=True, gc=False, kw_only=True, rename="pascal"):
    """An enterprise, as its bill names it."""

    additional_tax_identifier: str | None = None
    company_name: str | None = None
    bank_account: str | None = None
    bank_name: str | None = None
    iban: str | None = None
    bic: str | None = None


class BillOptions(Struct, frozen=True, gc=False, rename="pascal"):
    """What a bill shows."""

    display_customer: bool = True
    display_taxation: bool = True
    track_receivable: bool = False
    display_cid: bool = False


class Bill(Struct, frozen=True, gc=False, kw_only=True, rename="pascal"):
    """What an account consumed and paid. A closed one never changes.

    `issued_utc` is also when it was closed. An open bill is a `Receipt`, which means nothing yet.
    """

    id: UUID
    name: str | None = None
    enterprise_id: UUID
    account_id: UUID
    account_type: AccountType
    customer_id: UUID | None
    company_id: UUID | None = None
    associated_account_ids: tuple[UUID, ...] = ()
    counter_id: UUID | None = None
    state: BillState = "Open"
    type: BillType = "Receipt"
    number: str | None = None
    variable_symbol: str | None = None
    created_utc: datetime
    issued_utc: datetime | None = None
    taxed_utc: datetime | None = None
    paid_utc: datetime | None = None
    due_utc: datetime | None = None
    last_reminder_date_utc: datetime | None = None
    updated_utc: datetime
    purchase_order_number: str | None = None
    notes: str | None = None
    options: BillOptions = BillOptions()
    owner_data: BillOwnerData
    associated_account_data: tuple[AssociatedAccountBillData, ...] = ()
    enterprise_data: BillEnterpriseData
    correction_state: Literal["Bill", "CorrectiveBill"] = "Bill"
    correction_type: str | None = None
    corrected_bill_id: UUID | None = None
