from __future__ import annotations

import mews_runtime

from mews_connector import api, models


class OutletBills(mews_runtime.Resource):
    """Reporting what a point of sale sold and how it was paid."""

    __slots__ = ()

    @mews_runtime.warns_of_deprecated(lambda: api.OUTLET_BILLS_ADD)
    async def add(
        self,
        *,
        bills: list[models.OutletBillParameters],
    ) -> models.OutletBillsAddResult:
        """Report what outlets sold.

        Adds closed bills of outlets with their items. It records figures and never charges
        anyone. The API has no operation to change or delete them. Works with single-enterprise
        tokens only.

        Args:
            bills: The bills to add. At most 1000 items.

        Raises:
            InvalidRequestError: It is refused here; `.problems` lists every fault.
            OutcomeUnknownError: It may or may not have been carried out; never repeated here.
            MewsError: Whatever else goes wrong, as the tree in `mews_connector.errors` shows.

        Source: https://docs.mews.com/connector-api/operations/outletbills#add-outlet-bills
        """
        return await self._session.call(
            api.OUTLET_BILLS_ADD,
            models.OutletBillsAddRequest(
                bills=bills,
            ),
        )
