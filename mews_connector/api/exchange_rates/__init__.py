from __future__ import annotations

from uuid import UUID

import mews_runtime

from mews_connector import api, models


class ExchangeRates(mews_runtime.Resource):
    """What currencies are worth in each other."""

    __slots__ = ()

    async def get_all(
        self,
        *,
        ids: list[UUID] | None = None,
        enterprise_ids: list[UUID] | None = None,
    ) -> models.ExchangeRatesGetAllResult:
        """List exchange rates.

        Lists the rates between the currencies of an enterprise, all at once. Each direction has
        a rate of its own; one is not the inverse of the other.

        Args:
            ids: These exchange rates.
            enterprise_ids: Enterprises to look in; all that the access token reaches when
                left out.

        Raises:
            InvalidRequestError: It is refused here; `.problems` lists every fault.
            MewsError: Whatever else goes wrong, as the tree in `mews_connector.errors` shows.

        Source: https://docs.mews.com/connector-api/operations/exchangerates#get-all-exchange-rates
        """
        return await self._session.call(
            api.EXCHANGE_RATES_GET_ALL,
            models.ExchangeRatesGetAllRequest(
                ids=ids,
                enterprise_ids=enterprise_ids,
            ),
        )
