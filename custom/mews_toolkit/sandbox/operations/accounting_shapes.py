"""Order items and payments as operations on accounting items tell them."""

from collections.abc import Mapping
from datetime import datetime
from decimal import Decimal
from typing import Generic, TypeVar
from uuid import UUID

from msgspec import Struct

from mews_toolkit.sandbox.entities.amount import Amount
from mews_toolkit.sandbox.entities.order_item import OrderItem
from mews_toolkit.sandbox.entities.payment import Payment
from mews_toolkit.sandbox.entities.vocabulary import AccountingState, PaymentState, RevenueType
from mews_toolkit.sandbox.operations.accounting_kinds import order_item_kind, payment_kind

ValueT = TypeVar("ValueT")

_IN_PERCENT = 100


class ExtendedAmount(Amount, frozen=True, gc=False, kw_only=True, rename="pascal"):
    """An amount with the figures of older versions; one rate cannot tell of several taxes."""

    value: Decimal
    net: Decimal
    tax: Decimal
    tax_rate: Decimal | None


class RebateOrderItemData(Struct, frozen=True, gc=False, rename="pascal"):
    """About a rebate."""

    rebated_item_id: UUID


class ProductOrderItemData(Struct, frozen=True, gc=False, rename="pascal"):
    """About a product that was sold."""

    product_id: UUID
    age_category_id: UUID | None


class CreditCardPaymentItemData(Struct, frozen=True, gc=False, rename="pascal"):
    """About a card payment."""

    payment_card_id: UUID


class InvoicePaymentItemData(Struct, frozen=True, gc=False, rename="pascal"):
    """About a payment that stands for an unpaid invoice."""

    invoice_id: UUID | None


class ItemData(Struct, Generic[ValueT], frozen=True, gc=False, rename="pascal"):
    """What an item is, and more about it where there is more."""

    discriminator: str
    value: ValueT


OrderItemValue = RebateOrderItemData | ProductOrderItemData | None
PaymentValue = CreditCardPaymentItemData | InvoicePaymentItemData | None


class AccountingOrderItem(Struct, frozen=True, gc=False, kw_only=True, rename="pascal"):
    """What an account consumed and owes."""

    id: UUID
    account_id: UUID
    order_id: UUID
    bill_id: UUID | None
    accounting_category_id: UUID | None
    unit_count: int
    unit_amount: Amount
    amount: ExtendedAmount
    original_amount: ExtendedAmount
    revenue_type: RevenueType
    creator_profile_id: UUID
    updater_profile_id: UUID
    created_utc: datetime
    updated_utc: datetime
    consumed_utc: datetime
    canceled_utc: datetime | None
    closed_utc: datetime | None
    start_utc: datetime | None
    accounting_state: AccountingState
    data: ItemData[OrderItemValue]


class PaymentItem(Struct, frozen=True, gc=False, kw_only=True, rename="pascal"):
    """What an account paid, negative as everywhere."""

    id: UUID
    account_id: UUID
    bill_id: UUID | None
    accounting_category_id: UUID | None
    amount: ExtendedAmount
    original_amount: ExtendedAmount
    amount_default: None = None
    notes: str | None
    settlement_id: str | None
    consumed_utc: datetime | None
    closed_utc: datetime | None
    accounting_state: AccountingState
    state: PaymentState
    identifier: str | None
    data: ItemData[PaymentValue]


def order_item_shown(item: OrderItem, rates: Mapping[str, Decimal]) -> AccountingOrderItem:
    """The order item; `rates` are those of its enterprise's taxes."""
    return AccountingOrderItem(
        id=item.id,
        account_id=item.account_id,
        order_id=item.service_order_id,
        bill_id=item.bill_id,
        accounting_category_id=item.accounting_category_id,
        unit_count=item.unit_count,
        unit_amount=item.unit_amount,
        amount=extended(item.amount, rates),
        original_amount=extended(item.original_amount, rates),
        revenue_type=item.revenue_type,
        creator_profile_id=item.creator_profile_id,
        updater_profile_id=item.updater_profile_id,
        created_utc=item.created_utc,
        updated_utc=item.updated_utc,
        consumed_utc=item.consumed_utc,
        canceled_utc=item.canceled_utc,
        closed_utc=item.closed_utc,
        start_utc=item.start_utc,
        accounting_state=item.accounting_state,
        data=ItemData(order_item_kind(item), _order_item_value(item)),
    )


def payment_shown(payment: Payment, rates: Mapping[str, Decimal]) -> PaymentItem:
    """The payment; `rates` are those of its enterprise's taxes."""
    return PaymentItem(
        id=payment.id,
        account_id=payment.account_id,
        bill_id=payment.bill_id,
        accounting_category_id=payment.accounting_category_id,
        amount=extended(payment.amount, rates),
        original_amount=extended(payment.original_amount, rates),
        notes=payment.notes,
        settlement_id=payment.settlement_id,
        consumed_utc=payment.consumed_utc,
        closed_utc=payment.closed_utc,
        accounting_state=payment.accounting_state,
        state=payment.state,
        identifier=payment.identifier,
        data=ItemData(payment_kind(payment), _payment_value(payment)),
    )


def extended(amount: Amount, rates: Mapping[str, Decimal]) -> ExtendedAmount:
    """The amount with the older figures; `rates` holds the rate of each tax code."""
    codes = [it.code for it in amount.tax_values]
    rate = sum((rates.get(it or "", Decimal(0)) for it in codes), Decimal(0))
    return ExtendedAmount(
        amount.currency,
        amount.net_value,
        amount.gross_value,
        amount.tax_values,
        amount.breakdown,
        value=amount.gross_value,
        net=amount.net_value,
        tax=amount.gross_value - amount.net_value,
        tax_rate=rate * _IN_PERCENT if len(codes) < 2 else None,
    )


def _order_item_value(item: OrderItem) -> OrderItemValue:
    kind = order_item_kind(item)
    if item.data is None:
        return None
    if kind == "Rebate" and item.data.rebate is not None:
        return RebateOrderItemData(item.data.rebate.rebated_item_id)
    if kind == "ProductOrder" and item.data.product is not None:
        product = item.data.product
        return ProductOrderItemData(product.product_id, product.age_category_id)
    return None


def _payment_value(payment: Payment) -> PaymentValue:
    if payment.data is None:
        return None
    if payment.data.credit_card is not None:
        return CreditCardPaymentItemData(payment.data.credit_card.credit_card_id)
    if payment.data.invoice is not None:
        return InvoicePaymentItemData(payment.data.invoice.invoice_id)
    return None
