from uuid import UUID

from attrs import field, frozen
from mews_runtime import Model

from .date_interval import DateInterval
from .ledger_type import LedgerType


@frozen(kw_only=True, eq=False, repr=False)
class LedgerBalancesGetAllRequest(Model):
    """Which ledgers to tell about, and on which days."""

    date: DateInterval = field(metadata={"json": "Date", "longest": "P1M"})
    """The days to tell about. At most 1 month long."""
    ledger_types: list[LedgerType] = field(metadata={"json": "LedgerTypes", "min_items": 1})
    """The ledgers to tell about, each named once."""
    enterprise_ids: list[UUID] | None = field(
        default=None, metadata={"json": "EnterpriseIds", "min_items": 1, "max_items": 1000}
    )
    """Enterprises to look in; all that the access token reaches when left out. At most 1000
    items."""
