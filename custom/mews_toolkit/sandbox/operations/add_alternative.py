"""payments/addAlternative."""

from typing import Literal
from uuid import UUID

from msgspec import Struct

from mews_toolkit.sandbox.entities.payment import AlternativeData, PaymentData
from mews_toolkit.sandbox.entities.vocabulary import AlternativeMethod
from mews_toolkit.sandbox.money import AmountParameters
from mews_toolkit.sandbox.operations.booking import account_in, amount_in, received
from mews_toolkit.sandbox.refusals import invalid
from mews_toolkit.sandbox.store import Store
from mews_toolkit.sandbox.tokens import Caller
from mews_toolkit.sandbox.wire import JsonObject, read


class MethodData(Struct, frozen=True, kw_only=True, rename="pascal"):
    """The method, and what it needs to know; of that the sandbox only minds that it is there."""

    discriminator: AlternativeMethod
    ideal: dict[str, object] | None = None
    sepa_direct_debit: dict[str, object] | None = None


class PaymentsAddAlternative(Struct, frozen=True, kw_only=True, rename="pascal"):
    """A payment that the customer completes by another method than a card.

    Older callers say `Method` and `RedirectUrl` instead of `Data`.
    """

    customer_id: UUID
    amount: AmountParameters
    reservation_id: UUID | None = None
    data: MethodData | None = None
    method: AlternativeMethod | None = None


class NextAction(Struct, frozen=True, rename="pascal"):
    """Where to send the customer."""

    discriminator: Literal["RedirectToUrl"]
    value: str


class AlternativePaymentAdded(Struct, frozen=True, rename="pascal"):
    """Which payment was begun, and what the customer has to do: nothing for a direct debit."""

    payment_id: UUID
    next_action: NextAction | None


def add_alternative(store: Store, caller: Caller, body: JsonObject) -> AlternativePaymentAdded:
    """Begins a payment; it is pending until the customer has completed it."""
    asked = read(PaymentsAddAlternative, body)
    enterprise_id = caller.enterprise_id(None)
    account = account_in(store, enterprise_id, asked.customer_id, "CustomerId")
    amount = amount_in(store, enterprise_id, asked.amount)
    if amount.gross_value <= 0:
        raise invalid("Amount", "Only a positive sum can be asked for.")
    method = _method(asked)
    payment = received(
        store,
        account,
        amount,
        payment_type="AlternativePayment",
        kind="Payment",
        state="Pending",
        data=PaymentData(discriminator="Alternative", alternative=AlternativeData(method)),
        reservation_id=asked.reservation_id,
    )
    if method == "SepaDirectDebit":
        return AlternativePaymentAdded(payment.id, None)
    gateway = f"https://gateway.sandbox.example/pay/{payment.id.hex}"
    return AlternativePaymentAdded(payment.id, NextAction("RedirectToUrl", gateway))


def _method(asked: PaymentsAddAlternative) -> AlternativeMethod:
    if asked.data is None:
        if asked.method is None:
            raise invalid("Data")
        return asked.method
    method = asked.data.discriminator
    needed = {"Ideal": asked.data.ideal, "SepaDirectDebit": asked.data.sepa_direct_debit}
    if method in needed and needed[method] is None:
        raise invalid(method, "The method needs it.")
    return method
