from __future__ import annotations

from uuid import UUID

import mews_runtime

from mews_connector import api, models


class Counters(mews_runtime.Resource):
    """What gives bills, orders and other documents their numbers."""

    __slots__ = ()

    def get_all(
        self,
        *,
        enterprise_ids: list[UUID] | None = None,
        counter_ids: list[UUID] | None = None,
        type_: models.CounterType | None = None,
        updated_utc: models.TimeInterval | None = None,
        page_size: int = 1000,
        resume: str | None = None,
        prefetch: bool = False,
        concurrency: int = 1,
        ordered: bool = True,
    ) -> mews_runtime.Paginator[models.Counter, models.CountersGetAllResult]:
        """List counters.

        Lists the counters that number bills, orders and other documents, newest first.

        Args:
            enterprise_ids: Enterprises to look in; all that the access token reaches when
                left out. More than 1000 are asked for in parts.
            counter_ids: These counters. More than 1000 are asked for in parts.
            type_: Only counters of this type; `Counter` stands for any.
            updated_utc: When the counter last changed. What is longer than 3 months is
                asked for in parts.
            page_size: The most rows that one request asks for, 1 to 1000.
            resume: The `.resume` of an error or a page, to go on after what that walk gave.
            prefetch: Whether to read one page ahead of the one in use.
            concurrency: How many parts of a long interval or list to read at the same time.
            ordered: Whether rows still come part after part, or as they are read.

        Raises:
            InvalidRequestError: It is refused here; `.problems` lists every fault.
            MewsError: Whatever else goes wrong, as the tree in `mews_connector.errors` shows.

        Source: https://docs.mews.com/connector-api/operations/counters#get-all-counters
        """
        return self._session.paginate(
            api.COUNTERS_GET_ALL,
            models.CountersGetAllRequest(
                enterprise_ids=enterprise_ids,
                counter_ids=counter_ids,
                type_=type_,
                updated_utc=updated_utc,
            ),
            page_size=page_size,
            resume=resume,
            prefetch=prefetch,
            concurrency=concurrency,
            ordered=ordered,
        )
