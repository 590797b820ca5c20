"""paymentRequests/getAll, paymentRequests/add and paymentRequests/cancel."""

from datetime import datetime
from uuid import UUID

from msgspec import Struct, structs

from mews_toolkit.sandbox.entities.amount import CurrencyValue, untaxed
from mews_toolkit.sandbox.entities.payment_request import PaymentRequest
from mews_toolkit.sandbox.entities.vocabulary import PaymentRequestType
from mews_toolkit.sandbox.intervals import TimeInterval
from mews_toolkit.sandbox.listing import Listing
from mews_toolkit.sandbox.money import checked
from mews_toolkit.sandbox.operations.booking import account_in, check_bill, check_currency
from mews_toolkit.sandbox.operations.named import named
from mews_toolkit.sandbox.pages import Page
from mews_toolkit.sandbox.refusals import forbidden, invalid
from mews_toolkit.sandbox.store import Store
from mews_toolkit.sandbox.tokens import Caller
from mews_toolkit.sandbox.wire import JsonObject, read


class PaymentRequestsGetAll(Listing, frozen=True, kw_only=True, rename="pascal"):
    """Which payment requests are wanted. Filters narrow each other."""

    payment_request_ids: list[UUID] | None = None
    account_ids: frozenset[UUID] | None = None
    reservation_ids: frozenset[UUID] | None = None
    updated_utc: TimeInterval | None = None
    states: frozenset[str] | None = None

    def wants(self, request: PaymentRequest) -> bool:
        """Whether the request passes every filter but the one that the walk itself honours."""
        return (
            (self.states is None or request.state in self.states)
            and (self.account_ids is None or request.account_id in self.account_ids)
            and (self.reservation_ids is None or request.reservation_id in self.reservation_ids)
            and (self.updated_utc is None or self.updated_utc.holds(request.updated_utc))
        )


class PaymentRequestParameters(Struct, frozen=True, kw_only=True, rename="pascal"):
    """Whom to ask for how much, why, and until when."""

    account_id: UUID
    amount: CurrencyValue
    type: PaymentRequestType
    reason: str
    expiration_utc: datetime
    description: str
    notes: str | None = None
    reservation_id: UUID | None = None
    bill_id: UUID | None = None


class PaymentRequestsAdd(Struct, frozen=True, kw_only=True, rename="pascal"):
    """Requests to send. The sandbox sends no e-mails."""

    enterprise_id: UUID | None = None
    payment_requests: list[PaymentRequestParameters]


class PaymentRequestsCancel(Struct, frozen=True, kw_only=True, rename="pascal"):
    """Requests that nobody shall pay any more."""

    payment_request_ids: list[UUID]


class PaymentRequestsPage(Page, frozen=True, kw_only=True, rename="pascal"):
    """One page of payment requests."""

    payment_requests: list[PaymentRequest]


class PaymentRequestsChanged(Struct, frozen=True, rename="pascal"):
    """The payment requests that were added or canceled, as they are now."""

    payment_requests: list[PaymentRequest]


def get_all(store: Store, caller: Caller, body: JsonObject) -> PaymentRequestsPage:
    """Lists payment requests, newest first."""
    asked = read(PaymentRequestsGetAll, body)
    _expire(store)
    found, cursor = asked.found(
        store.payment_requests, caller, asked.wants, row_ids=asked.payment_request_ids
    )
    return PaymentRequestsPage(payment_requests=found, cursor=cursor)


def add(store: Store, caller: Caller, body: JsonObject) -> PaymentRequestsChanged:
    """Adds all the requests or, when one of them is wrong, none."""
    asked = read(PaymentRequestsAdd, body)
    enterprise_id = caller.enterprise_id(asked.enterprise_id)
    added = [asked_for(store, enterprise_id, it) for it in asked.payment_requests]
    for request in added:
        store.payment_requests.put(request)
    return PaymentRequestsChanged(added)


def cancel(store: Store, caller: Caller, body: JsonObject) -> PaymentRequestsChanged:
    """Cancels all the requests or, when one of them is not pending, none."""
    asked = read(PaymentRequestsCancel, body)
    _expire(store)
    now = store.now()
    canceled: list[PaymentRequest] = []
    for request_id in dict.fromkeys(asked.payment_request_ids):
        request = named(
            store.payment_requests, caller.enterprise_ids, request_id, "PaymentRequestIds"
        )
        if request.state != "Pending":
            raise forbidden("Only a pending payment request can be canceled.")
        canceled.append(structs.replace(request, state="Canceled", updated_utc=now))
    for request in canceled:
        store.payment_requests.put(request)
    return PaymentRequestsChanged(canceled)


def asked_for(store: Store, enterprise_id: UUID, asked: PaymentRequestParameters) -> PaymentRequest:
    """A new payment request, not yet written."""
    now = store.now()
    account = account_in(store, enterprise_id, asked.account_id, "AccountId")
    check_bill(store, account, asked.bill_id)
    check_currency(store, enterprise_id, asked.amount.currency)
    if checked(asked.amount.value, "Value") <= 0:
        raise invalid("Value", "Only a positive sum can be asked for.")
    if asked.expiration_utc <= now:
        raise invalid("ExpirationUtc", "It is in the past.")
    return PaymentRequest(
        id=store.new_id(),
        enterprise_id=enterprise_id,
        account_id=account.id,
        customer_id=account.id if account.type == "Customer" else None,
        reservation_id=asked.reservation_id,
        state="Pending",
        amount=untaxed(asked.amount.currency, asked.amount.value),
        type=asked.type,
        reason=asked.reason,
        expiration_utc=asked.expiration_utc,
        description=asked.description,
        notes=asked.notes,
        created_utc=now,
        updated_utc=now,
    )


def _expire(store: Store) -> None:
    """Lets time have passed: pending requests beyond their expiration are expired."""
    now = store.now()
    for request in store.payment_requests:
        if request.state == "Pending" and request.expiration_utc <= now:
            expired = structs.replace(request, state="Expired", updated_utc=request.expiration_utc)
            store.payment_requests.put(expired)
