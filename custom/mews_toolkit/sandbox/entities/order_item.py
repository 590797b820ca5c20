"""What accounts consumed and owe."""

from datetime import datetime
from typing import Literal
from uuid import UUID

from msgspec import Struct

from mews_toolkit.sandbox.entities.amount import Amount
from mews_toolkit.sandbox.entities.vocabulary import (
    AccountingState,
    AccountType,
    OrderItemType,
    RevenueType,
)


class RebateData(Struct, frozen=True, gc=False, rename="pascal"):
    """About an item that takes something off another one."""

    product_id: UUID
    rebated_item_id: UUID


class ProductData(Struct, frozen=True, gc=False, rename="pascal"):
    """About a product that was sold."""

    product_id: UUID
    age_category_id: UUID | None = None
    product_type: Literal["Product", "Allowance"] = "Product"


class OrderItemData(Struct, frozen=True, gc=False, kw_only=True, rename="pascal"):
    """What is particular to an item; the discriminator names the one that is filled."""

    discriminator: Literal["Rebate", "Product"]
    rebate: RebateData | None = None
    product: ProductData | None = None


class OrderItemOptions(Struct, frozen=True, gc=False, rename="pascal"):
    """Further marks of an item."""

    canceled_with_reservation: bool = False


class OrderItem(Struct, frozen=True, gc=False, kw_only=True, rename="pascal"):
    """A night, a product, a tax or a rebate. What an account owes is positive."""

    id: UUID
    enterprise_id: UUID
    account_id: UUID
    account_type: AccountType
    service_id: UUID
    service_order_id: UUID
    notes: str | None = None
    bill_id: UUID | None = None
    accounting_category_id: UUID | None = None
    billing_name: str
    external_identifier: str | None = None
    unit_count: int = 1
    unit_amount: Amount
    amount: Amount
    original_amount: Amount
    revenue_type: RevenueType
    creator_profile_id: UUID
    updater_profile_id: UUID
    created_utc: datetime
    updated_utc: datetime
    consumed_utc: datetime
    canceled_utc: datetime | None = None
    closed_utc: datetime | None = None
    start_utc: datetime | None = None
    claimed_utc: datetime | None = None
    accounting_state: AccountingState
    type: OrderItemType
    options: OrderItemOptions
    data: OrderItemData | None = None
    tax_exemption_reason: str | None = None
    tax_exemption_legal_reference: str | None = None
