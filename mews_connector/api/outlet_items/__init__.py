from __future__ import annotations

from datetime import datetime
from uuid import UUID

import mews_runtime

from mews_connector import api, models


class OutletItems(mews_runtime.Resource):
    """What points of sale reported as sold and paid."""

    __slots__ = ()

    @mews_runtime.warns_of_deprecated(lambda: api.OUTLET_ITEMS_GET_ALL)
    def get_all(
        self,
        *,
        enterprise_ids: list[UUID] | None = None,
        ids: list[UUID] | None = None,
        consumed_utc: models.TimeInterval | None = None,
        updated_utc: models.TimeInterval | None = None,
        closed_utc: models.TimeInterval | None = None,
        currency: str | None = None,
        time_filter: models.OutletItemTimeFilter | None = None,
        start_utc: datetime | None = None,
        end_utc: datetime | None = None,
        page_size: int = 1000,
        resume: str | None = None,
        prefetch: bool = False,
        concurrency: int = 1,
        ordered: bool = True,
    ) -> mews_runtime.Paginator[models.OutletItem, models.OutletItemsGetAllResult]:
        """List outlet items.

        Lists what outlets sold and took in, newest first, and the bills that those items are
        on. Pages are made of items: a bill comes again with every page that holds one of them.
        At least one filter is needed; `EnterpriseIds` and `Currency` do not count.

        Args:
            enterprise_ids: Enterprises to look in; all that the access token reaches when
                left out. More than 1000 are asked for in parts.
            ids: These outlet items. More than 1000 are asked for in parts.
            consumed_utc: When the item was consumed, or will be. What is longer than 3
                months is asked for in parts.
            updated_utc: When the item's bill last changed. What is longer than 3 months is
                asked for in parts.
            closed_utc: When the item's bill was closed. What is longer than 3 months is
                asked for in parts.
            currency: ISO 4217 code of the currency to convert every amount to.
            time_filter: Which time of an item has to lie between `StartUtc` and `EndUtc`;
                `Consumed` when left out. Deprecated since 2020-08-19; use `consumed_utc` or
                `closed_utc`.
            start_utc: First instant of the time that `TimeFilter` names, together with
                `EndUtc`. Deprecated since 2020-08-19; use `consumed_utc` or `closed_utc`.
            end_utc: End of the time that `TimeFilter` names, together with `StartUtc`.
                Write `ConsumedUtc` or `ClosedUtc` instead. Deprecated since 2020-08-19; use
                `consumed_utc` or `closed_utc`.
            page_size: The most rows that one request asks for, 1 to 1000.
            resume: The `.resume` of an error or a page, to go on after what that walk gave.
            prefetch: Whether to read one page ahead of the one in use.
            concurrency: How many parts of a long interval or list to read at the same time.
            ordered: Whether rows still come part after part, or as they are read.

        Raises:
            InvalidRequestError: It is refused here; `.problems` lists every fault.
            MewsError: Whatever else goes wrong, as the tree in `mews_connector.errors` shows.

        Source: https://docs.mews.com/connector-api/operations/outletitems#get-all-outlet-items
        """
        return self._session.paginate(
            api.OUTLET_ITEMS_GET_ALL,
            models.OutletItemsGetAllRequest(
                enterprise_ids=enterprise_ids,
                ids=ids,
                consumed_utc=consumed_utc,
                updated_utc=updated_utc,
                closed_utc=closed_utc,
                currency=currency,
                time_filter=time_filter,
                start_utc=start_utc,
                end_utc=end_utc,
            ),
            page_size=page_size,
            resume=resume,
            prefetch=prefetch,
            concurrency=concurrency,
            ordered=ordered,
        )
