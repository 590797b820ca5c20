"""ledgerBalances/getAll."""

from mews_toolkit.sandbox.entities.ledger_balance import LedgerBalance
from mews_toolkit.sandbox.intervals import DateInterval
from mews_toolkit.sandbox.listing import Listing
from mews_toolkit.sandbox.pages import Page
from mews_toolkit.sandbox.rows import Rows
from mews_toolkit.sandbox.store import Store
from mews_toolkit.sandbox.tokens import Caller
from mews_toolkit.sandbox.wire import JsonObject, read


class LedgerBalancesGetAll(Listing, frozen=True, kw_only=True, rename="pascal"):
    """Which ledgers are wanted, and on which days."""

    date: DateInterval
    ledger_types: frozenset[str]


class LedgerBalancesPage(Page, frozen=True, kw_only=True, rename="pascal"):
    """One page of balances."""

    ledger_balances: list[LedgerBalance]


def get_all(store: Store, caller: Caller, body: JsonObject) -> LedgerBalancesPage:
    """Lists what ledgers stood at, latest day first; there is no day before the books began."""
    asked = read(LedgerBalancesGetAll, body)
    found, cursor = asked.found(
        # All ledgers of these days, so that a cursor holds whichever of them are wanted.
        Rows(store.books.balances(asked.date, store.now())),
        caller,
        lambda balance: balance.ledger_type in asked.ledger_types,
    )
    return LedgerBalancesPage(ledger_balances=found, cursor=cursor)
