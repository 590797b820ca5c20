"""cashierTransactions/getAll."""

from datetime import datetime
from uuid import UUID

from mews_toolkit.sandbox.entities.cashier import CashierTransaction
from mews_toolkit.sandbox.intervals import TimeInterval
from mews_toolkit.sandbox.listing import Listing
from mews_toolkit.sandbox.older_interval import older_interval
from mews_toolkit.sandbox.pages import Page
from mews_toolkit.sandbox.store import Store
from mews_toolkit.sandbox.tokens import Caller
from mews_toolkit.sandbox.wire import JsonObject, read


class CashierTransactionsGetAll(Listing, frozen=True, kw_only=True, rename="pascal"):
    """Which cashier transactions are wanted. Filters narrow each other."""

    cashier_transaction_ids: list[UUID] | None = None
    created_utc: TimeInterval | None = None
    start_utc: datetime | None = None
    end_utc: datetime | None = None


class CashierTransactionsPage(Page, frozen=True, kw_only=True, rename="pascal"):
    """One page of cashier transactions."""

    cashier_transactions: list[CashierTransaction]


def get_all(store: Store, caller: Caller, body: JsonObject) -> CashierTransactionsPage:
    """Lists cash put into cashiers and taken out of them, newest first."""
    asked = read(CashierTransactionsGetAll, body)
    older = older_interval(asked.start_utc, asked.end_utc)
    found, cursor = asked.found(
        store.cashier_transactions,
        caller,
        lambda moved: older is None or older.holds(moved.created_utc),
        row_ids=asked.cashier_transaction_ids,
        created=asked.created_utc,
    )
    return CashierTransactionsPage(cashier_transactions=found, cursor=cursor)
