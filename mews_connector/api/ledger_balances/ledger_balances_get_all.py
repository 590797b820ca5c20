from mews_runtime import Kind, PagedOperation, Portfolio

from ...models.ledger_balance import LedgerBalance
from ...models.ledger_balances_get_all_request import LedgerBalancesGetAllRequest
from ...models.ledger_balances_get_all_result import LedgerBalancesGetAllResult

LEDGER_BALANCES_GET_ALL = PagedOperation[LedgerBalancesGetAllResult, LedgerBalance](
    path="ledgerBalances/getAll",
    kind=Kind.READ,
    portfolio=Portfolio.MANY,
    request=LedgerBalancesGetAllRequest,
    result=LedgerBalancesGetAllResult,
    items="ledger_balances",
    identity=("enterprise_id", "date", "ledger_type"),
)
