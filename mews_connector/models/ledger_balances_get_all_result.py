from uuid import UUID

from attrs import field, frozen
from mews_runtime import Model

from .ledger_balance import LedgerBalance


@frozen(kw_only=True, eq=False, repr=False)
class LedgerBalancesGetAllResult(Model):
    """One page of ledger balances."""

    ledger_balances: list[LedgerBalance] | None = field(
        default=None, metadata={"json": "LedgerBalances"}
    )
    """The balances found, one for each enterprise, day and ledger."""
    cursor: UUID | None = field(default=None, metadata={"json": "Cursor"})
    """Where this page ends, to ask for the next one. Null when the page is empty."""
