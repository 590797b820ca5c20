"""creditCards/charge."""

from uuid import UUID

from msgspec import Struct

from mews_toolkit.sandbox.card_outcomes import outcome
from mews_toolkit.sandbox.entities.payment import CardData, PaymentData
from mews_toolkit.sandbox.money import AmountParameters
from mews_toolkit.sandbox.operations.booking import (
    account_in,
    amount_in,
    bill_for,
    card_in,
    category_in,
    received,
)
from mews_toolkit.sandbox.refusals import forbidden, invalid
from mews_toolkit.sandbox.store import Store
from mews_toolkit.sandbox.tokens import Caller
from mews_toolkit.sandbox.wire import JsonObject, read


class CreditCardsCharge(Struct, frozen=True, kw_only=True, rename="pascal"):
    """Which card to charge, and with how much."""

    credit_card_id: UUID
    amount: AmountParameters
    bill_id: UUID | None = None
    accounting_category_id: UUID | None = None
    reservation_id: UUID | None = None
    receipt_identifier: str | None = None
    notes: str | None = None


class CreditCardCharged(Struct, frozen=True, rename="pascal"):
    """The payment that was made. Whether the money was taken is told by its state."""

    payment_id: UUID


def charge(store: Store, caller: Caller, body: JsonObject) -> CreditCardCharged:
    """Takes money from a card; `card_outcomes` says which cards are declined or take their time."""
    asked = read(CreditCardsCharge, body)
    enterprise_id = caller.enterprise_id(None)
    card = card_in(store, enterprise_id, asked.credit_card_id)
    if card.kind != "Gateway":
        raise forbidden("Only a gateway card can be charged.")
    if not card.is_chargeable:
        raise forbidden("The card is disabled.")
    account = account_in(store, enterprise_id, card.customer_id, "CustomerId")
    bill_id = bill_for(store, account, asked.bill_id)
    category_id = category_in(store, enterprise_id, asked.accounting_category_id)
    amount = amount_in(store, enterprise_id, asked.amount)
    if amount.gross_value <= 0:
        raise invalid("Amount", "Only a positive sum can be charged.")
    ended = outcome(card, store.now())
    if ended == "Declined":
        raise forbidden("Transaction was declined (Refused).")
    payment = received(
        store,
        account,
        amount,
        payment_type="CreditCardPayment",
        kind="Payment",
        state=ended,
        data=PaymentData(discriminator="CreditCard", credit_card=CardData(card.id)),
        bill_id=bill_id,
        accounting_category_id=category_id,
        reservation_id=asked.reservation_id,
        notes=asked.notes,
        identifier=asked.receipt_identifier,
    )
    return CreditCardCharged(payment.id)
