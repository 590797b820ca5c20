from __future__ import annotations

from datetime import datetime
from uuid import UUID

import mews_runtime

from mews_connector import api, models


class CashierTransactions(mews_runtime.Resource):
    """Cash put into and taken out of cashiers."""

    __slots__ = ()

    @mews_runtime.warns_of_deprecated(lambda: api.CASHIER_TRANSACTIONS_GET_ALL)
    def get_all(
        self,
        *,
        enterprise_ids: list[UUID] | None = None,
        cashier_transaction_ids: list[UUID] | None = None,
        created_utc: models.TimeInterval | None = None,
        start_utc: datetime | None = None,
        end_utc: datetime | None = None,
        page_size: int = 1000,
        resume: str | None = None,
        prefetch: bool = False,
        concurrency: int = 1,
        ordered: bool = True,
    ) -> mews_runtime.Paginator[models.CashierTransaction, models.CashierTransactionsGetAllResult]:
        """List cashier transactions.

        Lists cash put into and taken out of cashiers, newest first. At least one filter is
        needed; `EnterpriseIds` does not count.

        Args:
            enterprise_ids: Enterprises to look in; all that the access token reaches when
                left out. More than 1000 are asked for in parts.
            cashier_transaction_ids: These cashier transactions. More than 1000 are asked
                for in parts.
            created_utc: When the cashier transaction was created. What is longer than 3
                months is asked for in parts.
            start_utc: First instant of when the cashier transaction was created, together
                with `EndUtc`. Deprecated since 2020-08-19; use `created_utc`.
            end_utc: End of when the cashier transaction was created, together with
                `StartUtc`. Deprecated since 2020-08-19; use `created_utc`.
            page_size: The most rows that one request asks for, 1 to 1000.
            resume: The `.resume` of an error or a page, to go on after what that walk gave.
            prefetch: Whether to read one page ahead of the one in use.
            concurrency: How many parts of a long interval or list to read at the same time.
            ordered: Whether rows still come part after part, or as they are read.

        Raises:
            InvalidRequestError: It is refused here; `.problems` lists every fault.
            MewsError: Whatever else goes wrong, as the tree in `mews_connector.errors` shows.

        Source: https://docs.mews.com/connector-api/operations/cashiertransactions#get-all-cashier-transactions
        """
        return self._session.paginate(
            api.CASHIER_TRANSACTIONS_GET_ALL,
            models.CashierTransactionsGetAllRequest(
                enterprise_ids=enterprise_ids,
                cashier_transaction_ids=cashier_transaction_ids,
                created_utc=created_utc,
                start_utc=start_utc,
                end_utc=end_utc,
            ),
            page_size=page_size,
            resume=resume,
            prefetch=prefetch,
            concurrency=concurrency,
            ordered=ordered,
        )
