from datetime import datetime
from uuid import UUID

from attrs import field, frozen
from mews_runtime import Model

from .account_type import AccountType
from .accounting_item import AccountingItem
from .accounting_order_item import AccountingOrderItem
from .associated_account_bill_data import AssociatedAccountBillData
from .bill_assignee_data import BillAssigneeData
from .bill_company_data import BillCompanyData
from .bill_correction_state import BillCorrectionState
from .bill_correction_type import BillCorrectionType
from .bill_enterprise_data import BillEnterpriseData
from .bill_options import BillOptions
from .bill_owner_data import BillOwnerData
from .bill_state import BillState
from .bill_type import BillType
from .payment_item import PaymentItem


@frozen(kw_only=True, eq=False, repr=False)
class Bill(Model):
    """What a customer or company consumed and paid, to be closed as a receipt or an invoice."""

    id: UUID = field(metadata={"json": "Id"})
    """Identifier of the bill."""
    state: BillState = field(metadata={"json": "State"})
    """Whether the bill is open or closed."""
    type_: BillType = field(metadata={"json": "Type"})
    """Whether the bill was closed as a receipt or an invoice. Means nothing until then."""
    name: str | None = field(default=None, metadata={"json": "Name"})
    """Name of the bill."""
    enterprise_id: UUID | None = field(default=None, metadata={"json": "EnterpriseId"})
    """Enterprise that issues the bill. Older answers leave it out."""
    account_id: UUID | None = field(default=None, metadata={"json": "AccountId"})
    """Customer or company that the bill belongs to. Older answers leave it out."""
    account_type: AccountType | None = field(default=None, metadata={"json": "AccountType"})
    """Whether that account is a customer or a company. Older answers leave it out."""
    customer_id: UUID | None = field(
        default=None,
        metadata={
            "json": "CustomerId",
            "deprecated": "deprecated since 2023-05-24; use `account_id`",
        },
    )
    """Customer that the bill belongs to. Deprecated since 2023-05-24; use `account_id`."""
    company_id: UUID | None = field(
        default=None,
        metadata={
            "json": "CompanyId",
            "deprecated": "deprecated since 2023-11-21; use `associated_account_ids`",
        },
    )
    """Company that the bill names beside its customer. Deprecated since 2023-11-21; use
    `associated_account_ids`."""
    associated_account_ids: list[UUID] | None = field(
        default=None, metadata={"json": "AssociatedAccountIds"}
    )
    """Accounts that the bill names beside its owner."""
    counter_id: UUID | None = field(default=None, metadata={"json": "CounterId"})
    """Counter that the number was drawn from."""
    number: str | None = field(default=None, metadata={"json": "Number"})
    """Number of the bill, once it is closed."""
    variable_symbol: str | None = field(default=None, metadata={"json": "VariableSymbol"})
    """What a bank transfer should quote, so that the payment finds its bill."""
    created_utc: datetime | None = field(default=None, metadata={"json": "CreatedUtc"})
    """When the bill was opened. Older answers leave it out."""
    issued_utc: datetime | None = field(default=None, metadata={"json": "IssuedUtc"})
    """When the bill was issued."""
    taxed_utc: datetime | None = field(default=None, metadata={"json": "TaxedUtc"})
    """When the bill counts for taxes."""
    paid_utc: datetime | None = field(default=None, metadata={"json": "PaidUtc"})
    """When the bill was paid."""
    due_utc: datetime | None = field(default=None, metadata={"json": "DueUtc"})
    """When the bill is due."""
    last_reminder_date_utc: datetime | None = field(
        default=None, metadata={"json": "LastReminderDateUtc"}
    )
    """When the payer was last reminded."""
    updated_utc: datetime | None = field(default=None, metadata={"json": "UpdatedUtc"})
    """When the bill last changed. Older answers leave it out."""
    purchase_order_number: str | None = field(
        default=None, metadata={"json": "PurchaseOrderNumber"}
    )
    """Number of the purchase order that the bill answers."""
    notes: str | None = field(default=None, metadata={"json": "Notes"})
    """Free text. Can be empty."""
    options: BillOptions | None = field(default=None, metadata={"json": "Options"})
    """Switches of the bill."""
    revenue: list[AccountingItem] | None = field(
        default=None, metadata={"json": "Revenue", "deprecated": "deprecated"}
    )
    """Items on the bill, as answers told them at first. Only filled when `Extent` asks for it.
    Replaced by orderItems/getAll with `BillIds`. Deprecated."""
    payments: list[AccountingItem] | None = field(
        default=None, metadata={"json": "Payments", "deprecated": "deprecated"}
    )
    """Payments on the bill, as answers told them at first. Only filled when `Extent` asks for
    it. Replaced by payments/getAll with `BillIds`. Deprecated."""
    order_items: list[AccountingOrderItem] | None = field(
        default=None, metadata={"json": "OrderItems", "deprecated": "deprecated"}
    )
    """Items on the bill. Only filled when `Extent` asks for it. Replaced by orderItems/getAll
    with `BillIds`. Deprecated."""
    payment_items: list[PaymentItem] | None = field(
        default=None, metadata={"json": "PaymentItems", "deprecated": "deprecated"}
    )
    """Payments on the bill. Only filled when `Extent` asks for it. Replaced by payments/getAll
    with `BillIds`. Deprecated."""
    owner_data: BillOwnerData | None = field(default=None, metadata={"json": "OwnerData"})
    """The bill's owner, as the bill names them."""
    assignee_data: BillAssigneeData | None = field(
        default=None,
        metadata={
            "json": "AssigneeData",
            "deprecated": "deprecated since 2023-02-20; use `owner_data`",
        },
    )
    """The bill's owner, as the bill names them. Deprecated since 2023-02-20; use `owner_data`."""
    associated_account_data: list[AssociatedAccountBillData] | None = field(
        default=None, metadata={"json": "AssociatedAccountData"}
    )
    """The accounts that the bill names beside its owner, as it names them."""
    company_details: BillCompanyData | None = field(
        default=None,
        metadata={
            "json": "CompanyDetails",
            "deprecated": "deprecated since 2023-11-21; use `associated_account_data`",
        },
    )
    """The company that the bill names beside its customer, as it names it. Deprecated since
    2023-11-21; use `associated_account_data`."""
    enterprise_data: BillEnterpriseData | None = field(
        default=None, metadata={"json": "EnterpriseData"}
    )
    """The enterprise, as the bill names it."""
    correction_state: BillCorrectionState | None = field(
        default=None, metadata={"json": "CorrectionState"}
    )
    """Whether this is a bill of its own or corrects another. Older answers leave it out."""
    correction_type: BillCorrectionType | None = field(
        default=None, metadata={"json": "CorrectionType"}
    )
    """What kind of correction it is, if it is one."""
    corrected_bill_id: UUID | None = field(default=None, metadata={"json": "CorrectedBillId"})
    """Bill that it corrects."""
