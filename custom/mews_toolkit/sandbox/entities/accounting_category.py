"""Accounting categories: what an enterprise files its revenue and payments under."""

from datetime import datetime
from typing import Literal
from uuid import UUID

from msgspec import Struct

Classification = Literal[
    "Accommodation",
    "FoodAndBeverage",
    "Taxes",
    "Payments",
    "ExternalRevenue",
    "SundryIncome",
    "Wellness",
    "Sport",
    "Technology",
    "Facilities",
    "Events",
    "Tourism",
]


class AccountingCategory(Struct, frozen=True, kw_only=True, rename="pascal"):
    """One heading of the books, with the codes that bookkeeping knows it by."""

    id: UUID
    enterprise_id: UUID
    is_active: bool
    name: str
    code: str | None
    external_code: str | None
    ledger_account_code: str | None
    posting_account_code: str | None
    cost_center_code: str | None
    classification: Classification | None
    created_utc: datetime
    updated_utc: datetime
