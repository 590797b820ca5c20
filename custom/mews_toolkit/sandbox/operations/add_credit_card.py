"""payments/addCreditCard."""

from uuid import UUID

from msgspec import Struct

from mews_toolkit.sandbox.entities.payment import CardData, PaymentData
from mews_toolkit.sandbox.money import AmountParameters
from mews_toolkit.sandbox.operations.booking import account_in, amount_in, check_bill, received
from mews_toolkit.sandbox.store import Store
from mews_toolkit.sandbox.tokens import Caller
from mews_toolkit.sandbox.wire import JsonObject, read


class PaymentsAddCreditCard(Struct, frozen=True, kw_only=True, rename="pascal"):
    """A card payment that was taken outside of Mews. The card itself is not kept."""

    customer_id: UUID
    bill_id: UUID | None = None
    accounting_category_id: UUID | None = None
    reservation_id: UUID | None = None
    amount: AmountParameters
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
    check_bill(store, account, asked.bill_id)
    amount = amount_in(store, enterprise_id, asked.amount)
    card = CardData(store.new_id())
    received(
        store,
        account,
        amount,
        payment_type="CreditCardPayment",
        kind="Payment",
        state="Charged",
        data=PaymentData(discriminator="CreditCard", credit_card=card),
        bill_id=asked.bill_id,
        accounting_category_id=asked.accounting_category_id,
        reservation_id=asked.reservation_id,
        notes=asked.notes,
        identifier=asked.receipt_identifier,
    )
    return CreditCardPaymentAdded(card.credit_card_id)
