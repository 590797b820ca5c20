from mews_runtime import Kind, PagedOperation, Portfolio

from ...models.cashier_transaction import CashierTransaction
from ...models.cashier_transactions_get_all_request import CashierTransactionsGetAllRequest
from ...models.cashier_transactions_get_all_result import CashierTransactionsGetAllResult

CASHIER_TRANSACTIONS_GET_ALL = PagedOperation[CashierTransactionsGetAllResult, CashierTransaction](
    path="cashierTransactions/getAll",
    kind=Kind.READ,
    portfolio=Portfolio.MANY,
    request=CashierTransactionsGetAllRequest,
    result=CashierTransactionsGetAllResult,
    items="cashier_transactions",
    identity=("id",),
)
