"""Payments being recorded, each exactly once."""

from __future__ import annotations

import asyncio
import logging
from decimal import Decimal
from typing import Annotated, Self
from uuid import UUID

from pydantic import BaseModel, StringConstraints

from mews_connector import MewsClient, errors, models
from mews_toolkit.workflows import Claims, EnsuredPayment, ensure_external_payment

__all__ = ["Recordings", "Sale"]

_logger = logging.getLogger("backend")

_PATIENCE = 10.0


class Sale(BaseModel):
    """Cash that a till took. The amount is a text, since numbers in JSON easily become floats."""

    account_id: UUID
    amount: Annotated[str, StringConstraints(pattern=r"^[0-9]{1,12}(\.[0-9]{1,4})?$")]
    currency: Annotated[str, StringConstraints(pattern=r"^[A-Z]{3}$")]
    external_identifier: str


class Recordings:
    """Payments being recorded. Each goes on when its caller has been told to come back."""

    def __init__(self, mews: MewsClient, claims: Claims) -> None:
        self._mews = mews
        self._claims = claims
        self._under_way: set[asyncio.Task[EnsuredPayment]] = set()

    async def record(self, sale: Sale) -> EnsuredPayment:
        """Records it once, however often and by how many processes this is called.

        A request that Mews never answered for takes minutes to settle, and no caller waits so long.

        Raises:
            OutcomeUnknownError: It is not known yet. Whoever asks again joins in.
            MewsError: Whatever `ensure_external_payment` raises.
        """
        task = asyncio.create_task(self._ensure(sale))
        # The event loop itself does not keep tasks.
        self._under_way.add(task)
        task.add_done_callback(self._under_way.discard)
        await asyncio.wait([task], timeout=_PATIENCE)
        if not task.done():
            task.add_done_callback(_tell)
            raise errors.OutcomeUnknownError(
                "still under way; post it again with the same external_identifier",
                operation="payments/addExternal",
            )
        return task.result()

    async def _ensure(self, sale: Sale) -> EnsuredPayment:
        return await ensure_external_payment(
            self._mews,
            account_id=sale.account_id,
            amount=models.AmountParameters(
                currency=sale.currency, gross_value=Decimal(sale.amount)
            ),
            type_=models.ExternalPaymentType.CASH,
            external_identifier=sale.external_identifier,
            claims=self._claims,
        )

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        # Cut off at any await, it is made good by the next call: that is what claims are for.
        for task in self._under_way:
            task.cancel()
        if self._under_way:
            await asyncio.wait(self._under_way)


def _tell(task: asyncio.Task[EnsuredPayment]) -> None:
    if not task.cancelled() and (error := task.exception()):
        _logger.warning("what its caller did not wait for: %s", error)
