"""payments/addCreditCard."""

from uuid import UUID

from msgspec import Struct

from mews_toolkit.sandbox.entities.account import Account
from mews_toolkit.sandbox.entities.credit_card import CreditCard
from mews_toolkit.sandbox.entities.payment import CardData, PaymentData
from mews_toolkit.sandbox.money import AmountParameters
from mews_toolkit.sandbox.operations.booking import (
    account_in,
    amount_in,
    bill_for,
    category_in,
    received,
)
from mews_toolkit.sandbox.store import Store
from mews_toolkit.sandbox.tokens import Caller
from mews_toolkit.sandbox.wire import JsonObject, read

# A card may be paid by that no list of stored cards has a word for.
_UNSTORED_BRANDS = frozenset({"EnRoute"})


class CreditCardParameters(Struct, frozen=True, kw_only=True, rename="pascal"):
    """The card that was used. The sandbox does not keep its holder's name."""

    type: str
    number: str
    expiration: str | None = None


class PaymentsAddCreditCard(Struct, frozen=True, kw_only=True, rename="pascal"):
    """A card payment that was taken outside of Mews, and the card."""

    customer_id: UUID
    bill_id: UUID | None = None
    accounting_category_id: UUID | None = None
    reservation_id: UUID | None = None
    amount: AmountParameters
    credit_card: CreditCardParameters
    receipt_identifier: str | None = None
    notes: str | None = None


class CreditCardPaymentAdded(Struct, frozen=True, rename="pascal"):
    """The card of the payment; the payment itself is found by listing payments."""

    credit_card_id: UUID


def add_credit_card(store: Store, caller: Caller, body: JsonObject) -> CreditCardPaymentAdded:
    """Records a card payment taken elsewhere."""
    asked = read(PaymentsAddCreditCard, body)
    enterprise_id = caller.enterprise_id(None)
    account = account_in(store, enterprise_id, asked.customer_id, "CustomerId")
    bill_id = bill_for(store, account, asked.bill_id)
    category_id = category_in(store, enterprise_id, asked.accounting_category_id)
    amount = amount_in(store, enterprise_id, asked.amount)
    card = _stored(store, account, asked.credit_card)
    received(
        store,
        account,
        amount,
        payment_type="CreditCardPayment",
        kind="Payment",
        state="Charged",
        data=PaymentData(discriminator="CreditCard", credit_card=CardData(card.id)),
        bill_id=bill_id,
        accounting_category_id=category_id,
        reservation_id=asked.reservation_id,
        notes=asked.notes,
        identifier=asked.receipt_identifier,
    )
    return CreditCardPaymentAdded(card.id)


def _stored(store: Store, customer: Account, used: CreditCardParameters) -> CreditCard:
    now = store.now()
    card = CreditCard(
        id=store.new_id(),
        enterprise_id=customer.enterprise_id,
        customer_id=customer.id,
        kind="Terminal",
        type=None if used.type in _UNSTORED_BRANDS else used.type,
        obfuscated_number=used.number,
        expiration=used.expiration,
        created_utc=now,
        updated_utc=now,
    )
    store.credit_cards.put(card)
    return card
