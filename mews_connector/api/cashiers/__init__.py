from __future__ import annotations

from uuid import UUID

import mews_runtime

from mews_connector import api, models


class Cashiers(mews_runtime.Resource):
    """Where an enterprise keeps its cash."""

    __slots__ = ()

    def get_all(
        self,
        *,
        enterprise_ids: list[UUID] | None = None,
        ids: list[UUID] | None = None,
        updated_utc: models.TimeInterval | None = None,
        activity_states: list[models.ActivityState] | None = None,
        page_size: int = 1000,
        resume: str | None = None,
        prefetch: bool = False,
        concurrency: int = 1,
        ordered: bool = True,
    ) -> mews_runtime.Paginator[models.Cashier, models.CashiersGetAllResult]:
        """List cashiers.

        Lists the enterprise's cashiers, newest first.

        Args:
            enterprise_ids: Enterprises to look in; all that the access token reaches when
                left out. More than 1000 are asked for in parts.
            ids: These cashiers. More than 1000 are asked for in parts.
            updated_utc: When the cashier last changed. What is longer than 3 months is
                asked for in parts.
            activity_states: Only cashiers that are in use, only deleted ones, or both.
            page_size: The most rows that one request asks for, 1 to 1000.
            resume: The `.resume` of an error or a page, to go on after what that walk gave.
            prefetch: Whether to read one page ahead of the one in use.
            concurrency: How many parts of a long interval or list to read at the same time.
            ordered: Whether rows still come part after part, or as they are read.

        Raises:
            InvalidRequestError: It is refused here; `.problems` lists every fault.
            MewsError: Whatever else goes wrong, as the tree in `mews_connector.errors` shows.

        Source: https://docs.mews.com/connector-api/operations/cashiers#get-all-cashiers
        """
        return self._session.paginate(
            api.CASHIERS_GET_ALL,
            models.CashiersGetAllRequest(
                enterprise_ids=enterprise_ids,
                ids=ids,
                updated_utc=updated_utc,
                activity_states=activity_states,
            ),
            page_size=page_size,
            resume=resume,
            prefetch=prefetch,
            concurrency=concurrency,
            ordered=ordered,
        )
