from __future__ import annotations

from uuid import UUID

import mews_runtime

from mews_connector import api, models


class LedgerBalances(mews_runtime.Resource):
    """What an enterprise's ledgers stand at, day by day."""

    __slots__ = ()

    def get_all(
        self,
        *,
        date: models.DateInterval,
        ledger_types: list[models.LedgerType],
        enterprise_ids: list[UUID] | None = None,
        page_size: int = 1000,
        resume: str | None = None,
        prefetch: bool = False,
        concurrency: int = 1,
        ordered: bool = True,
    ) -> mews_runtime.Paginator[models.LedgerBalance, models.LedgerBalancesGetAllResult]:
        """List the daily balances of ledgers.

        Lists what ledgers stood at when each day began and ended. What happened on a day is its
        closing balance less its opening balance. `NonRevenue` has been seen to be answered with
        500.

        Args:
            date: The days to tell about. What is longer than 1 month is asked for in parts.
            ledger_types: The ledgers to tell about, each named once.
            enterprise_ids: Enterprises to look in; all that the access token reaches when
                left out. More than 1000 are asked for in parts.
            page_size: The most rows that one request asks for, 1 to 1000.
            resume: The `.resume` of an error or a page, to go on after what that walk gave.
            prefetch: Whether to read one page ahead of the one in use.
            concurrency: How many parts of a long interval or list to read at the same time.
            ordered: Whether rows still come part after part, or as they are read.

        Raises:
            InvalidRequestError: It is refused here; `.problems` lists every fault.
            MewsError: Whatever else goes wrong, as the tree in `mews_connector.errors` shows.

        Source: https://docs.mews.com/connector-api/operations/ledgerbalances#get-all-ledger-balances
        """
        return self._session.paginate(
            api.LEDGER_BALANCES_GET_ALL,
            models.LedgerBalancesGetAllRequest(
                date=date,
                ledger_types=ledger_types,
                enterprise_ids=enterprise_ids,
            ),
            page_size=page_size,
            resume=resume,
            prefetch=prefetch,
            concurrency=concurrency,
            ordered=ordered,
        )
