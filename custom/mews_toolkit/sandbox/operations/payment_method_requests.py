"""paymentMethodRequests/add."""

from datetime import datetime
from uuid import UUID

from msgspec import Struct

from mews_toolkit.sandbox.entities.payment_method_request import PaymentMethodRequest
from mews_toolkit.sandbox.operations.booking import account_in
from mews_toolkit.sandbox.refusals import invalid
from mews_toolkit.sandbox.store import Store
from mews_toolkit.sandbox.tokens import Caller
from mews_toolkit.sandbox.wire import JsonObject, read


class PaymentMethodRequestsAdd(Struct, frozen=True, kw_only=True, rename="pascal"):
    """Whom to ask for which means of payment. The sandbox sends no e-mails."""

    enterprise_id: UUID | None = None
    account_id: UUID
    expiration_utc: datetime
    description: str
    notes: str | None = None
    payment_methods: tuple[str, ...]
    email: str | None = None
    emails_to_send: tuple[str, ...] | None = None


class PaymentMethodRequestAdded(Struct, frozen=True, rename="pascal"):
    """Which request was made."""

    payment_method_request_id: UUID


def add(store: Store, caller: Caller, body: JsonObject) -> PaymentMethodRequestAdded:
    """Asks for a means of payment; nobody ever answers."""
    asked = read(PaymentMethodRequestsAdd, body)
    enterprise_id = caller.enterprise_id(asked.enterprise_id)
    account = account_in(store, enterprise_id, asked.account_id, "AccountId")
    now = store.now()
    if asked.expiration_utc <= now:
        raise invalid("ExpirationUtc", "It is in the past.")
    if not asked.payment_methods:
        raise invalid("PaymentMethods", "There is nothing to be left.")
    request = PaymentMethodRequest(
        id=store.new_id(),
        enterprise_id=enterprise_id,
        account_id=account.id,
        expiration_utc=asked.expiration_utc,
        description=asked.description,
        notes=asked.notes,
        payment_methods=asked.payment_methods,
        email=asked.email,
        emails_to_send=asked.emails_to_send,
        created_utc=now,
    )
    store.payment_method_requests.put(request)
    return PaymentMethodRequestAdded(request.id)
