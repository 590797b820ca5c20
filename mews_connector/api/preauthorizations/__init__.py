from __future__ import annotations

from uuid import UUID

import mews_runtime

from mews_connector import api, models


class Preauthorizations(mews_runtime.Resource):
    """Sums held on payment cards without being taken."""

    __slots__ = ()

    async def get_all_by_customers(
        self,
        *,
        customer_ids: list[UUID],
    ) -> models.PreauthorizationsGetAllByCustomersResult:
        """List the preauthorizations of customers.

        Lists the sums that are, or were, held on the payment cards of certain customers, all at
        once. Works with single-enterprise tokens only.

        Args:
            customer_ids: Preauthorizations of these customers. At most 1000 items.

        Raises:
            InvalidRequestError: It is refused here; `.problems` lists every fault.
            MewsError: Whatever else goes wrong, as the tree in `mews_connector.errors` shows.

        Source: https://docs.mews.com/connector-api/operations/preauthorizations#get-all-preauthorizations-by-customers
        """
        return await self._session.call(
            api.PREAUTHORIZATIONS_GET_ALL_BY_CUSTOMERS,
            models.PreauthorizationsGetAllByCustomersRequest(
                customer_ids=customer_ids,
            ),
        )
