"""Payments, and what is particular to each type of them."""

from datetime import datetime
from typing import Literal
from uuid import UUID

from msgspec import Struct

from mews_toolkit.sandbox.entities.amount import Amount
from mews_toolkit.sandbox.entities.vocabulary import (
    AccountingState,
    AccountType,
    PaymentKind,
    PaymentOrigin,
    PaymentState,
    PaymentType,
)


class CardTransaction(Struct, frozen=True, gc=False, kw_only=True, rename="pascal"):
    """How the payment provider settled a card payment."""

    payment_id: UUID
    settlement_id: str | None
    settled_utc: datetime | None
    fee: Amount | None
    adjusted_fee: Amount | None
    charged_amount: Amount
    settled_amount: Amount | None


class CardData(Struct, frozen=True, gc=False, rename="pascal"):
    """About a card payment."""

    credit_card_id: UUID
    transaction: CardTransaction | None = None


class InvoiceData(Struct, frozen=True, gc=False, rename="pascal"):
    """About a payment that stands for an unpaid invoice."""

    invoice_id: UUID | None
    type: str


class ExternalData(Struct, frozen=True, gc=False, rename="pascal"):
    """About a payment taken outside of Mews."""

    type: str
    external_identifier: str | None


class GhostData(Struct, frozen=True, gc=False, rename="pascal"):
    """About a payment that only moves another one."""

    original_payment_id: UUID


class AlternativeData(Struct, frozen=True, gc=False, rename="pascal"):
    """About a payment by another method than a card."""

    type: str


class PaymentData(Struct, frozen=True, gc=False, kw_only=True, rename="pascal"):
    """What is particular to a payment's type; the discriminator names the one that is filled."""

    discriminator: Literal["CreditCard", "Invoice", "External", "Ghost", "Alternative"]
    credit_card: CardData | None = None
    invoice: InvoiceData | None = None
    external: ExternalData | None = None
    ghost: GhostData | None = None
    alternative: AlternativeData | None = None


class Payment(Struct, frozen=True, gc=False, kw_only=True, rename="pascal"):
    """Money received, promised or given back."""

    id: UUID
    enterprise_id: UUID
    account_id: UUID
    account_type: AccountType
    payment_request_id: UUID | None = None
    bill_id: UUID | None = None
    reservation_id: UUID | None = None
    accounting_category_id: UUID | None = None
    amount: Amount
    original_amount: Amount
    notes: str | None = None
    settlement_id: str | None = None
    consumed_utc: datetime | None = None
    closed_utc: datetime | None = None
    charged_utc: datetime | None = None
    created_utc: datetime
    updated_utc: datetime
    settlement_utc: datetime | None = None
    accounting_state: AccountingState
    state: PaymentState
    identifier: str | None = None
    type: PaymentType
    kind: PaymentKind | None
    data: PaymentData | None = None
    payment_origin: PaymentOrigin
