from datetime import datetime
from uuid import UUID

from attrs import field, frozen
from mews_runtime import Model

from .accounting_order_item_data import AccountingOrderItemData
from .accounting_state import AccountingState
from .amount import Amount
from .extended_amount import ExtendedAmount
from .revenue_type import RevenueType


@frozen(kw_only=True, eq=False, repr=False)
class AccountingOrderItem(Model):
    """Something consumed or to be consumed, as operations on accounting items tell it;
    orderItems/getAll tells more. What an account owes is positive, a rebate negative."""

    id: UUID = field(metadata={"json": "Id"})
    """Identifier of the order item."""
    account_id: UUID | None = field(default=None, metadata={"json": "AccountId"})
    """Customer or company that owes the order item."""
    order_id: UUID | None = field(default=None, metadata={"json": "OrderId"})
    """Reservation or other order that the order item belongs to."""
    bill_id: UUID | None = field(default=None, metadata={"json": "BillId"})
    """Bill that the order item is on."""
    accounting_category_id: UUID | None = field(
        default=None, metadata={"json": "AccountingCategoryId"}
    )
    """Accounting category of the order item."""
    unit_count: int | None = field(default=None, metadata={"json": "UnitCount"})
    """How many units the order item is made of."""
    unit_amount: Amount | None = field(default=None, metadata={"json": "UnitAmount"})
    """What one unit costs. Negative for a rebate."""
    amount: ExtendedAmount | None = field(default=None, metadata={"json": "Amount"})
    """What all units cost together, converted when the request named a currency. Negative for a
    rebate."""
    original_amount: ExtendedAmount | None = field(
        default=None, metadata={"json": "OriginalAmount"}
    )
    """The amount before any conversion, as far back as it is known. The sign is that of
    `Amount`."""
    revenue_type: RevenueType | None = field(default=None, metadata={"json": "RevenueType"})
    """What kind of revenue the order item is."""
    creator_profile_id: UUID | None = field(default=None, metadata={"json": "CreatorProfileId"})
    """User who created the order item."""
    updater_profile_id: UUID | None = field(default=None, metadata={"json": "UpdaterProfileId"})
    """User who last changed the order item."""
    created_utc: datetime | None = field(default=None, metadata={"json": "CreatedUtc"})
    """When the order item was created."""
    updated_utc: datetime | None = field(default=None, metadata={"json": "UpdatedUtc"})
    """When the order item last changed."""
    consumed_utc: datetime | None = field(default=None, metadata={"json": "ConsumedUtc"})
    """When the order item was or will be consumed."""
    canceled_utc: datetime | None = field(default=None, metadata={"json": "CanceledUtc"})
    """When the order item was canceled."""
    closed_utc: datetime | None = field(default=None, metadata={"json": "ClosedUtc"})
    """When the order item's bill was closed."""
    start_utc: datetime | None = field(default=None, metadata={"json": "StartUtc"})
    """When what the order item is for begins."""
    accounting_state: AccountingState | None = field(
        default=None, metadata={"json": "AccountingState"}
    )
    """Where the order item stands in the books."""
    data: AccountingOrderItemData | None = field(default=None, metadata={"json": "Data"})
    """What was sold, or what else the order item is for."""
