"""A process that ensures a payment and stands still at one point, to be killed there.

Called with the URL of a sandbox, the account, the file of claims, and the point.
"""

from __future__ import annotations

import asyncio
import sys
from datetime import timedelta
from decimal import Decimal
from uuid import UUID

from mews_connector import MewsClient, models
from mews_toolkit.sandbox import ACCESS_TOKEN, CLIENT_TOKEN
from mews_toolkit.workflows import Claim, SqliteClaims, ensure_external_payment


class Doomed(SqliteClaims):
    point = ""

    async def claim(self, key: str, owner: str, lease: timedelta) -> Claim:
        claim = await super().claim(key, owner, lease)
        await self._stand_still("claimed")
        return claim

    async def done(self, key: str, payment_id: UUID) -> None:
        await self._stand_still("added")
        await super().done(key, payment_id)
        await self._stand_still("noted")

    async def _stand_still(self, point: str) -> None:
        if point == self.point:
            print(point, flush=True)  # noqa: T201 - whoever kills it waits for that
            await asyncio.Event().wait()


async def main(url: str, account: str, path: str, point: str) -> None:
    claims = Doomed(path)
    claims.point = point
    async with MewsClient(
        environment=url,
        client_token=CLIENT_TOKEN,
        access_token=ACCESS_TOKEN,
        client="Specification 1.0",
    ) as mews:
        ensured = await ensure_external_payment(
            mews,
            account_id=UUID(account),
            amount=models.AmountParameters(currency="GBP", gross_value=Decimal(100)),
            type_=models.ExternalPaymentType.CASH,
            external_identifier="till-7/1",
            claims=claims,
        )
    print(ensured.payment.id, ensured.found)  # noqa: T201 - it is its answer


if __name__ == "__main__":
    asyncio.run(main(*sys.argv[1:]))
