"""Order items and payments as accounting items, the form that answers had in 2019."""

from collections.abc import Mapping
from datetime import datetime
from decimal import Decimal
from typing import Literal
from uuid import UUID

from msgspec import Struct

from mews_toolkit.sandbox.entities.order_item import OrderItem
from mews_toolkit.sandbox.entities.payment import Payment
from mews_toolkit.sandbox.entities.vocabulary import AccountingState, AccountType, RevenueType
from mews_toolkit.sandbox.operations.accounting_kinds import order_item_kind, payment_kind
from mews_toolkit.sandbox.operations.accounting_shapes import ExtendedAmount, extended

ItemType = Literal["ServiceRevenue", "ProductRevenue", "AdditionalRevenue", "Payment"]

_TYPES: Mapping[RevenueType, ItemType] = {
    "Service": "ServiceRevenue",
    "Product": "ProductRevenue",
    "Additional": "AdditionalRevenue",
}


class AccountingItemOf2019(Struct, frozen=True, gc=False, kw_only=True, rename="pascal"):
    """What an account consumed, or what it paid; that is negative."""

    id: UUID
    account_id: UUID
    customer_id: UUID | None
    order_id: UUID | None = None
    service_id: UUID | None = None
    product_id: UUID | None = None
    bill_id: UUID | None
    invoice_id: UUID | None = None
    accounting_category_id: UUID | None
    credit_card_id: UUID | None = None
    type: ItemType
    sub_type: str
    name: str
    notes: str | None
    consumption_utc: datetime | None
    closed_utc: datetime | None
    state: AccountingState
    amount: ExtendedAmount
    tax_exemption_reason_code: str | None = None


def order_item_of_2019(item: OrderItem, rates: Mapping[str, Decimal]) -> AccountingItemOf2019:
    """The order item; `rates` are those of its enterprise's taxes."""
    return AccountingItemOf2019(
        id=item.id,
        account_id=item.account_id,
        customer_id=_customer_id(item.account_id, item.account_type),
        order_id=item.service_order_id,
        service_id=item.service_id,
        product_id=_product_id(item),
        bill_id=item.bill_id,
        accounting_category_id=item.accounting_category_id,
        type=_TYPES[item.revenue_type],
        sub_type=order_item_kind(item),
        name=item.billing_name,
        notes=item.notes,
        consumption_utc=item.consumed_utc,
        closed_utc=item.closed_utc,
        state=item.accounting_state,
        amount=extended(item.amount, rates),
        tax_exemption_reason_code=item.tax_exemption_reason,
    )


def payment_of_2019(payment: Payment, rates: Mapping[str, Decimal]) -> AccountingItemOf2019:
    """The payment; `rates` are those of its enterprise's taxes."""
    data = payment.data
    card = None if data is None else data.credit_card
    invoice = None if data is None else data.invoice
    return AccountingItemOf2019(
        id=payment.id,
        account_id=payment.account_id,
        customer_id=_customer_id(payment.account_id, payment.account_type),
        bill_id=payment.bill_id,
        invoice_id=None if invoice is None else invoice.invoice_id,
        accounting_category_id=payment.accounting_category_id,
        credit_card_id=None if card is None else card.credit_card_id,
        type="Payment",
        sub_type=payment_kind(payment),
        name="Payment",
        notes=payment.notes,
        consumption_utc=payment.consumed_utc,
        closed_utc=payment.closed_utc,
        state=payment.accounting_state,
        amount=extended(payment.amount, rates),
    )


def _customer_id(account_id: UUID, account_type: AccountType) -> UUID | None:
    return account_id if account_type == "Customer" else None


def _product_id(item: OrderItem) -> UUID | None:
    if item.data is None:
        return None
    if item.data.product is not None:
        return item.data.product.product_id
    return None if item.data.rebate is None else item.data.rebate.product_id
