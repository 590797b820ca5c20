"""Accounts and their bills. No operation lists them yet; payments stand on them."""

from datetime import datetime
from typing import Literal
from uuid import UUID

from msgspec import Struct

from mews_toolkit.sandbox.entities.vocabulary import AccountType


class Account(Struct, frozen=True, kw_only=True):
    """A customer or company of one enterprise, who pays."""

    id: UUID
    enterprise_id: UUID
    type: AccountType
    name: str
    created_utc: datetime


class Bill(Struct, frozen=True, kw_only=True):
    """What an account owes. A closed one takes no more payments."""

    id: UUID
    enterprise_id: UUID
    account_id: UUID
    state: Literal["Open", "Closed"]
    created_utc: datetime
