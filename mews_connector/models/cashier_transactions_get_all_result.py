from uuid import UUID

from attrs import field, frozen
from mews_runtime import Model

from .cashier_transaction import CashierTransaction


@frozen(kw_only=True, eq=False, repr=False)
class CashierTransactionsGetAllResult(Model):
    """One page of cashier transactions."""

    cashier_transactions: list[CashierTransaction] = field(metadata={"json": "CashierTransactions"})
    """The cashier transactions found, newest first."""
    cursor: UUID | None = field(default=None, metadata={"json": "Cursor"})
    """Identifier of the last and oldest cashier transaction of this page, to ask for the next
    one. Null when the page is empty."""
