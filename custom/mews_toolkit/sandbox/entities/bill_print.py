"""Prints of bills."""

from datetime import datetime
from uuid import UUID

from msgspec import Struct


class BillPrint(Struct, frozen=True, kw_only=True):
    """A print that was asked for. Asking again with its id is not another one."""

    id: UUID
    bill_id: UUID
    created_utc: datetime
