"""payments/getAll."""

from uuid import UUID

from mews_toolkit.sandbox.entities.payment import Payment
from mews_toolkit.sandbox.intervals import TimeInterval
from mews_toolkit.sandbox.listing import Listing
from mews_toolkit.sandbox.operations.conversion import check_exchangeable, payment_in
from mews_toolkit.sandbox.pages import Page
from mews_toolkit.sandbox.store import Store
from mews_toolkit.sandbox.tokens import Caller
from mews_toolkit.sandbox.wire import JsonObject, read

_ANY = "Payment"


class PaymentsGetAll(Listing, frozen=True, kw_only=True, rename="pascal"):
    """Which payments are wanted.

    Filters narrow each other; one that is left out narrows nothing.
    """

    payment_ids: list[UUID] | None = None
    account_ids: frozenset[UUID] | None = None
    bill_ids: frozenset[UUID] | None = None
    reservation_ids: frozenset[UUID] | None = None
    created_utc: TimeInterval | None = None
    updated_utc: TimeInterval | None = None
    charged_utc: TimeInterval | None = None
    closed_utc: TimeInterval | None = None
    settlement_utc: TimeInterval | None = None
    currency: str | None = None
    accounting_states: frozenset[str] | None = None
    states: frozenset[str] | None = None
    type: str | None = None

    def wants(self, payment: Payment) -> bool:
        """Whether the payment passes every filter but those that the walk itself honours."""
        return (
            (self.states is None or payment.state in self.states)
            and (self.type in (None, _ANY, payment.type))
            and (
                self.accounting_states is None or payment.accounting_state in self.accounting_states
            )
            and (self.account_ids is None or payment.account_id in self.account_ids)
            and (self.bill_ids is None or payment.bill_id in self.bill_ids)
            and (self.reservation_ids is None or payment.reservation_id in self.reservation_ids)
            and (self.updated_utc is None or self.updated_utc.holds(payment.updated_utc))
            and (self.charged_utc is None or self.charged_utc.holds(payment.charged_utc))
            and (self.closed_utc is None or self.closed_utc.holds(payment.closed_utc))
            and (self.settlement_utc is None or self.settlement_utc.holds(payment.settlement_utc))
        )


class PaymentsPage(Page, frozen=True, kw_only=True, rename="pascal"):
    """One page of payments."""

    payments: list[Payment]


def get_all(store: Store, caller: Caller, body: JsonObject) -> PaymentsPage:
    """Lists payments, newest first, their amounts in another currency when one is asked for."""
    asked = read(PaymentsGetAll, body)
    check_exchangeable(asked.currency)
    found, cursor = asked.found(
        store.payments,
        caller,
        asked.wants,
        row_ids=asked.payment_ids,
        created=asked.created_utc,
    )
    shown = [payment_in(it, asked.currency) for it in found]
    return PaymentsPage(payments=shown, cursor=cursor)
