from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING
from uuid import UUID

import mews_runtime

from mews_connector import api, models

if TYPE_CHECKING:
    from typing_extensions import deprecated
else:
    from mews_runtime import deprecated


class AccountingItems(mews_runtime.Resource):
    """Order items and payments together, as older integrations read and move them."""

    __slots__ = ()

    @deprecated(
        "accountingItems/getAll is deprecated since 2023-04-19, switched off on 2026-01-10; use payments/getAll and orderItems/getAll"
    )
    @mews_runtime.warns_of_deprecated(lambda: api.ACCOUNTING_ITEMS_GET_ALL)
    async def get_all(
        self,
        *,
        extent: models.AccountingItemExtent | None = None,
        item_ids: list[UUID] | None = None,
        rebated_item_ids: list[UUID] | None = None,
        closed_utc: models.TimeInterval | None = None,
        updated_utc: models.TimeInterval | None = None,
        consumed_utc: models.TimeInterval | None = None,
        start_utc: datetime | None = None,
        end_utc: datetime | None = None,
        time_filter: models.AccountingItemTimeFilter | None = None,
        currency: str | None = None,
        states: list[models.AccountingState] | None = None,
    ) -> models.AccountingItemsGetAllResult:
        """List order items and payments together.

        Lists what accounts consumed and what they paid, in one answer without pages. At least
        one filter is needed, and the newer filters need `Extent` as well; `Currency` and
        `States` only narrow or convert what another filter found. Requests in the form of 2019,
        by `StartUtc` and `EndUtc`, get `AccountingItems` instead when they say no `Extent`.
        Works with single-enterprise tokens only.

        Deprecated since 2023-04-19, switched off on 2026-01-10; use payments/getAll and
        orderItems/getAll.

        Args:
            extent: What to answer with. Needed beside every filter but `StartUtc` with
                `EndUtc`, which alone get `AccountingItems`.
            item_ids: These order items and payments. At most 1000 items.
            rebated_item_ids: Rebates on these order items. At most 1000 items.
            closed_utc: When the item's bill was closed. At most 3 months long.
            updated_utc: When the item last changed. At most 3 months long.
            consumed_utc: When the item was or will be consumed. At most 3 months long.
            start_utc: Start of the interval that `TimeFilter` speaks of. Goes with
                `EndUtc`. Deprecated since 2020-08-19; use `consumed_utc` or `closed_utc`.
            end_utc: End of the interval that `TimeFilter` speaks of. Goes with `StartUtc`.
                Deprecated since 2020-08-19; use `consumed_utc` or `closed_utc`.
            time_filter: What must have happened between `StartUtc` and `EndUtc`; `Consumed`
                when left out. Deprecated since 2020-08-19; use `consumed_utc` or `closed_utc`.
            currency: ISO 4217 code of the currency to convert amounts to; `OriginalAmount`
                stays as it is.
            states: Only items in one of these accounting states; `Open` and `Closed` ones
                when left out.

        Raises:
            InvalidRequestError: It is refused here; `.problems` lists every fault.
            MewsError: Whatever else goes wrong, as the tree in `mews_connector.errors` shows.

        Source: https://docs.mews.com/connector-api/operations/accountingitems#get-all-accounting-items
        """
        return await self._session.call(
            api.ACCOUNTING_ITEMS_GET_ALL,
            models.AccountingItemsGetAllRequest(
                extent=extent,
                item_ids=item_ids,
                rebated_item_ids=rebated_item_ids,
                closed_utc=closed_utc,
                updated_utc=updated_utc,
                consumed_utc=consumed_utc,
                start_utc=start_utc,
                end_utc=end_utc,
                time_filter=time_filter,
                currency=currency,
                states=states,
            ),
        )

    async def update(
        self,
        *,
        accounting_item_updates: list[models.AccountingItemUpdate],
        enterprise_id: UUID | None = None,
    ) -> models.AccountingItemsUpdateResult:
        """Move order items and payments to another account or bill.

        Puts order items and payments on another bill, of the same account or of another.
        According to the documentation order items must be `Open` and payments `Pending`, and
        anything else is refused as `Invalid AccountingItemId`; elsewhere it moves a charged
        payment, so let the API decide. A bill that was closed meanwhile is refused as `Invalid
        BillId`.

        Args:
            accounting_item_updates: The items and where they go.
            enterprise_id: Enterprise that the items belong to. Needed with a portfolio
                token, ignored otherwise.

        Raises:
            InvalidRequestError: It is refused here; `.problems` lists every fault.
            OutcomeUnknownError: It may or may not have been carried out; never repeated here.
            MewsError: Whatever else goes wrong, as the tree in `mews_connector.errors` shows.

        Source: https://docs.mews.com/connector-api/operations/accountingitems#update-accounting-items
        """
        return await self._session.call(
            api.ACCOUNTING_ITEMS_UPDATE,
            models.AccountingItemsUpdateRequest(
                accounting_item_updates=accounting_item_updates,
                enterprise_id=enterprise_id,
            ),
        )
