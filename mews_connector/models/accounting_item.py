from datetime import datetime
from uuid import UUID

from attrs import field, frozen
from mews_runtime import Model

from .accounting_item_subtype import AccountingItemSubtype
from .accounting_item_type import AccountingItemType
from .accounting_state import AccountingState
from .extended_amount import ExtendedAmount


@frozen(kw_only=True, eq=False, repr=False)
class AccountingItem(Model):
    """An order item or a payment in the form of 2019. Revenue is positive, a rebate or a
    payment negative."""

    id: UUID = field(metadata={"json": "Id"})
    """Identifier of the item."""
    account_id: UUID | None = field(default=None, metadata={"json": "AccountId"})
    """Customer or company that the item belongs to. Answers of 2019 have `CustomerId` instead."""
    customer_id: UUID | None = field(
        default=None, metadata={"json": "CustomerId", "deprecated": "deprecated; use `account_id`"}
    )
    """Customer that the item belongs to. Deprecated; use `account_id`."""
    order_id: UUID | None = field(default=None, metadata={"json": "OrderId"})
    """Reservation or other order that the item belongs to."""
    service_id: UUID | None = field(default=None, metadata={"json": "ServiceId"})
    """Service that the item was sold by."""
    product_id: UUID | None = field(default=None, metadata={"json": "ProductId"})
    """Product that was sold."""
    bill_id: UUID | None = field(default=None, metadata={"json": "BillId"})
    """Bill that the item is on."""
    invoice_id: UUID | None = field(default=None, metadata={"json": "InvoiceId"})
    """Bill that was turned into the invoice which the item is a claim for."""
    accounting_category_id: UUID | None = field(
        default=None, metadata={"json": "AccountingCategoryId"}
    )
    """Accounting category of the item."""
    credit_card_id: UUID | None = field(default=None, metadata={"json": "CreditCardId"})
    """Card that the item has to do with."""
    type_: AccountingItemType | None = field(default=None, metadata={"json": "Type"})
    """Whether the item is a payment, or which revenue it is."""
    sub_type: AccountingItemSubtype | None = field(default=None, metadata={"json": "SubType"})
    """How the payment was made, or what the revenue is for."""
    name: str | None = field(default=None, metadata={"json": "Name"})
    """What the item is called."""
    notes: str | None = field(default=None, metadata={"json": "Notes"})
    """Free text."""
    consumption_utc: datetime | None = field(default=None, metadata={"json": "ConsumptionUtc"})
    """When the item was or will be consumed."""
    closed_utc: datetime | None = field(default=None, metadata={"json": "ClosedUtc"})
    """When the item's bill was closed."""
    state: AccountingState | None = field(default=None, metadata={"json": "State"})
    """Where the item stands in the books. Answers of 2019 leave it out."""
    sub_state: str | None = field(default=None, metadata={"json": "SubState"})
    """More about the state. Its values are not documented, and answers of 2019 leave it out."""
    amount: ExtendedAmount | None = field(default=None, metadata={"json": "Amount"})
    """The amount, converted when the request named a currency. Negative for a rebate or a
    payment."""
    tax_exemption_reason_code: str | None = field(
        default=None, metadata={"json": "TaxExemptionReasonCode"}
    )
    """Code of why the item bears no tax. Answers of 2019 leave it out."""
