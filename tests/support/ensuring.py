"""Ensuring one external payment against a sandbox on virtual time."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from attrs import define, field

from mews_connector import Clock, MewsClient, models
from mews_toolkit.sandbox import Sandbox
from mews_toolkit.workflows import EnsuredPayment, ensure_external_payment
from support.lossy_sandbox import InProcess, in_process
from support.virtual_time import virtual_clock

__all__ = ["World", "gbp", "world"]


def gbp(value: str) -> models.AmountParameters:
    return models.AmountParameters(currency="GBP", gross_value=Decimal(value))


@define
class World:
    """A sandbox, the way to it, and the clock of one process; each client may be another's."""

    sandbox: Sandbox
    transport: InProcess
    clock: Clock
    mews: MewsClient = field(init=False)

    def __attrs_post_init__(self) -> None:
        self.mews = in_process(self.transport)

    async def ensure(
        self, identifier: str = "till-7/1", mews: MewsClient | None = None, **changes: Any
    ) -> EnsuredPayment:
        values: dict[str, Any] = {
            "account_id": self.sandbox.customer().id,
            "amount": gbp("100.00"),
            "type_": models.ExternalPaymentType.CASH,
            "external_identifier": identifier,
            "clock": self.clock,
        }
        return await ensure_external_payment(mews or self.mews, **(values | changes))

    async def add(self, identifier: str = "till-7/1", **changes: Any) -> None:
        """Adds a payment by other means."""
        values: dict[str, Any] = {
            "account_id": self.sandbox.customer().id,
            "amount": gbp("100.00"),
            "type_": models.ExternalPaymentType.CASH,
            "external_identifier": identifier,
        }
        await self.mews.payments.add_external(**(values | changes))

    def calls(self, operation: str) -> int:
        return [it.operation for it in self.sandbox.calls].count(operation)


def world(*, lag: float = 0.0, sandbox: Sandbox | None = None) -> World:
    clock = virtual_clock()
    if sandbox is None:
        sandbox = Sandbox(payments=0, limit=None, now=clock.utc)
    return World(sandbox, InProcess(sandbox, lag=lag), clock)
