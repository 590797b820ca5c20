"""payments/getAll."""

from uuid import UUID

from msgspec import Struct, structs

from mews_toolkit.sandbox.entities.payment import Payment
from mews_toolkit.sandbox.intervals import TimeInterval
from mews_toolkit.sandbox.money import UNITS_FOR_ONE_EURO, converted
from mews_toolkit.sandbox.pages import Limitation, Page, page
from mews_toolkit.sandbox.refusals import invalid
from mews_toolkit.sandbox.store import Store
from mews_toolkit.sandbox.tokens import Caller
from mews_toolkit.sandbox.wire import JsonObject, read

_ANY = "Payment"


class PaymentsGetAll(Struct, frozen=True, kw_only=True, rename="pascal"):
    """Which payments are wanted.

    Filters narrow each other; one that is left out narrows nothing.
    """

    enterprise_ids: list[UUID] | None = None
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
    limitation: Limitation

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
    if asked.currency is not None and asked.currency not in UNITS_FOR_ONE_EURO:
        raise invalid("Currency", "The sandbox has no exchange rate for it.")
    scope = caller.scope(asked.enterprise_ids)
    found, cursor = page(
        store.payments,
        asked.limitation,
        lambda payment: payment.enterprise_id in scope and asked.wants(payment),
        row_ids=asked.payment_ids,
        created=asked.created_utc,
    )
    if asked.currency is not None:
        found = [_in_currency(payment, asked.currency) for payment in found]
    return PaymentsPage(payments=found, cursor=cursor)


def _in_currency(payment: Payment, currency: str) -> Payment:
    return structs.replace(payment, amount=converted(payment.original_amount, currency))
