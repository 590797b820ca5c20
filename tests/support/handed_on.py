"""Claims that hand everything on to others, to be changed in one respect."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

from mews_toolkit.workflows import Claim, Claims

__all__ = ["HandedOn", "Killed"]


class HandedOn:
    """As the claims that it is given."""

    def __init__(self, claims: Claims) -> None:
        self._claims = claims

    async def claim(self, key: str, owner: str, lease: timedelta) -> Claim:
        return await self._claims.claim(key, owner, lease)

    async def renew(self, key: str, owner: str, lease: timedelta) -> bool:
        return await self._claims.renew(key, owner, lease)

    async def done(self, key: str, payment_id: UUID) -> None:
        await self._claims.done(key, payment_id)

    async def release(self, key: str, owner: str, *, written: bool) -> None:
        await self._claims.release(key, owner, written=written)


class Killed(HandedOn):
    """Claims of a process that is killed when its task is cancelled: it gives nothing up."""

    async def release(self, key: str, owner: str, *, written: bool) -> None:
        pass
