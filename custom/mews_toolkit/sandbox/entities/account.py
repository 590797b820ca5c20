"""Accounts. No operation lists them yet; bills and payments stand on them."""

from datetime import datetime
from uuid import UUID

from msgspec import Struct

from mews_toolkit.sandbox.entities.bill import BillAddress
from mews_toolkit.sandbox.entities.vocabulary import AccountType


class Account(Struct, frozen=True, kw_only=True):
    """A customer or company of one enterprise, who pays."""

    id: UUID
    enterprise_id: UUID
    type: AccountType
    name: str
    address: BillAddress | None = None
    tax_identifier: str | None = None
    created_utc: datetime
