"""Who may write: said durably before the write, so that no two processes do."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Protocol, TypeAlias
from uuid import UUID

from attrs import frozen

__all__ = ["Claim", "Claims", "Done", "Fresh", "InProgress", "TakenOver"]


@frozen
class Fresh:
    """The claim is yours, and nobody had it before."""


@frozen
class TakenOver:
    """The claim is yours; whoever had it may have written, and is heard of no more.

    Attributes:
        since: When it was claimed first, as an aware datetime: of all who had it and of whom nobody
            knows what they wrote, the first one. Only `release` without `written` ends that.
    """

    since: datetime


@frozen
class InProgress:
    """Somebody else has the claim.

    Attributes:
        since: When it was claimed, by whoever had it first if it was taken over.
    """

    since: datetime


@frozen
class Done:
    """What was claimed is done, for good.

    Attributes:
        payment_id: The payment that it came to.
    """

    payment_id: UUID


Claim: TypeAlias = Fresh | TakenOver | InProgress | Done


class Claims(Protocol):
    """Keeps claims for all who share it. Keys and owners are opaque texts without secrets.

    What a method says has to be durable when it returns, and each method has to be atomic among
    all who share the claims. A method that is cancelled may have been carried out or not.
    """

    async def claim(self, key: str, owner: str, lease: timedelta) -> Claim:
        """Takes the claim for that long, if nobody has it whose lease still runs.

        Raises:
            ClaimsUnavailableError: It cannot be told; it may have been taken.
        """
        ...

    async def renew(self, key: str, owner: str, lease: timedelta) -> bool:
        """Lets the lease run from now on; False if the claim is no longer the owner's.

        Raises:
            ClaimsUnavailableError: It cannot be told; it may have been renewed.
        """
        ...

    async def done(self, key: str, payment_id: UUID) -> None:
        """Notes what the claim came to, whoever has it now. A former note is kept.

        Raises:
            ClaimsUnavailableError: It cannot be told; it may have been noted.
        """
        ...

    async def release(self, key: str, owner: str, *, written: bool) -> None:
        """Gives the claim up before it is done; nothing happens if it is not the owner's.

        With `written` something may have been written: whoever claims next takes it over, at once.
        Otherwise the claim is forgotten.

        Raises:
            ClaimsUnavailableError: It cannot be told; it may have been given up.
        """
        ...
