from __future__ import annotations

from typing import TYPE_CHECKING

from mews_runtime import Kind, PagedOperation, Portfolio

from ... import models
from ...models.cashier_transactions_get_all_request import CashierTransactionsGetAllRequest

if TYPE_CHECKING:
    from ...models.cashier_transaction import CashierTransaction
    from ...models.cashier_transactions_get_all_result import CashierTransactionsGetAllResult

CASHIER_TRANSACTIONS_GET_ALL: PagedOperation[
    CashierTransactionsGetAllResult, CashierTransaction
] = PagedOperation(
    path="cashierTransactions/getAll",
    kind=Kind.READ,
    portfolio=Portfolio.MANY,
    request=CashierTransactionsGetAllRequest,
    answer=lambda: models.CashierTransactionsGetAllResult,
    items="cashier_transactions",
    identity=("id",),
)
