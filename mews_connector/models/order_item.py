from datetime import datetime
from uuid import UUID

from attrs import field, frozen
from mews_runtime import Model

from .account_type import AccountType
from .accounting_state import AccountingState
from .amount import Amount
from .order_item_data import OrderItemData
from .order_item_options import OrderItemOptions
from .order_item_type import OrderItemType
from .revenue_type import RevenueType
from .tax_exemption_reason_type import TaxExemptionReasonType


@frozen(kw_only=True, eq=False, repr=False)
class OrderItem(Model):
    """Something consumed or to be consumed: a night, a product, a fee, a tax, a deposit. What
    an account owes is positive, a rebate negative."""

    id: UUID = field(metadata={"json": "Id"})
    """Identifier of the order item."""
    enterprise_id: UUID = field(metadata={"json": "EnterpriseId"})
    """Enterprise that the order item belongs to."""
    service_id: UUID = field(metadata={"json": "ServiceId"})
    """Service that the order item was sold by."""
    service_order_id: UUID = field(metadata={"json": "ServiceOrderId"})
    """Reservation or product order that the order item belongs to."""
    unit_count: int = field(metadata={"json": "UnitCount"})
    """How many units the order item is made of."""
    unit_amount: Amount = field(metadata={"json": "UnitAmount"})
    """What one unit costs. Negative for a rebate."""
    amount: Amount = field(metadata={"json": "Amount"})
    """What all units cost together, converted when the request named a currency. Negative for a
    rebate."""
    original_amount: Amount = field(metadata={"json": "OriginalAmount"})
    """The amount before any conversion, as far back as it is known. The sign is that of
    `Amount`."""
    revenue_type: RevenueType = field(metadata={"json": "RevenueType"})
    """What kind of revenue the order item is."""
    creator_profile_id: UUID = field(metadata={"json": "CreatorProfileId"})
    """User who created the order item."""
    updater_profile_id: UUID = field(metadata={"json": "UpdaterProfileId"})
    """User who last changed the order item."""
    created_utc: datetime = field(metadata={"json": "CreatedUtc"})
    """When the order item was created."""
    updated_utc: datetime = field(metadata={"json": "UpdatedUtc"})
    """When the order item last changed."""
    consumed_utc: datetime = field(metadata={"json": "ConsumedUtc"})
    """When the order item was or will be consumed."""
    accounting_state: AccountingState = field(metadata={"json": "AccountingState"})
    """Where the order item stands in the books."""
    type_: OrderItemType = field(metadata={"json": "Type"})
    """What was sold, or what else the order item is for."""
    options: OrderItemOptions = field(metadata={"json": "Options"})
    """Further marks of the order item."""
    account_id: UUID | None = field(default=None, metadata={"json": "AccountId"})
    """Customer or company that owes the order item."""
    account_type: AccountType | None = field(default=None, metadata={"json": "AccountType"})
    """Whether the account is a customer or a company."""
    notes: str | None = field(default=None, metadata={"json": "Notes"})
    """Free text."""
    bill_id: UUID | None = field(default=None, metadata={"json": "BillId"})
    """Bill that the order item is on."""
    accounting_category_id: UUID | None = field(
        default=None, metadata={"json": "AccountingCategoryId"}
    )
    """Accounting category of the order item."""
    billing_name: str | None = field(default=None, metadata={"json": "BillingName"})
    """What the order item is called on a bill."""
    external_identifier: str | None = field(default=None, metadata={"json": "ExternalIdentifier"})
    """The order item's identifier in a system outside of Mews."""
    canceled_utc: datetime | None = field(default=None, metadata={"json": "CanceledUtc"})
    """When the order item was canceled."""
    closed_utc: datetime | None = field(default=None, metadata={"json": "ClosedUtc"})
    """When the order item's bill was closed."""
    start_utc: datetime | None = field(default=None, metadata={"json": "StartUtc"})
    """When what the order item is for begins."""
    claimed_utc: datetime | None = field(default=None, metadata={"json": "ClaimedUtc"})
    """When the order item was claimed."""
    data: OrderItemData | None = field(default=None, metadata={"json": "Data"})
    """What is particular to a rebate, a product or an allowance."""
    tax_exemption_reason: TaxExemptionReasonType | None = field(
        default=None, metadata={"json": "TaxExemptionReason"}
    )
    """Why the order item bears no tax."""
    tax_exemption_legal_reference: str | None = field(
        default=None, metadata={"json": "TaxExemptionLegalReference"}
    )
    """The law that says so."""
