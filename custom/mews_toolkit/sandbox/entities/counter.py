"""Counters: what gives documents their numbers."""

from datetime import datetime
from uuid import UUID

from msgspec import Struct

from mews_toolkit.sandbox.entities.vocabulary import CounterType


class Counter(Struct, frozen=True, kw_only=True, rename="pascal"):
    """The numbers of one kind of document, and how they are written."""

    id: UUID
    enterprise_id: UUID
    name: str
    is_default: bool
    value: int
    format: str | None
    type: CounterType
    created_utc: datetime
    updated_utc: datetime
