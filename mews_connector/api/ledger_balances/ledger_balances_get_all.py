from __future__ import annotations

from typing import TYPE_CHECKING

from mews_runtime import Kind, PagedOperation, Portfolio

from ... import models
from ...models.ledger_balances_get_all_request import LedgerBalancesGetAllRequest

if TYPE_CHECKING:
    from ...models.ledger_balance import LedgerBalance
    from ...models.ledger_balances_get_all_result import LedgerBalancesGetAllResult

LEDGER_BALANCES_GET_ALL: PagedOperation[LedgerBalancesGetAllResult, LedgerBalance] = PagedOperation(
    path="ledgerBalances/getAll",
    kind=Kind.READ,
    portfolio=Portfolio.MANY,
    request=LedgerBalancesGetAllRequest,
    answer=lambda: models.LedgerBalancesGetAllResult,
    items="ledger_balances",
    identity=("enterprise_id", "date", "ledger_type"),
)
