from datetime import date as Date
from uuid import UUID

from attrs import field, frozen
from mews_runtime import Model

from .amount import Amount
from .ledger_type import LedgerType


@frozen(kw_only=True, eq=False, repr=False)
class LedgerBalance(Model):
    """What one ledger of an enterprise stood at on one day."""

    enterprise_id: UUID = field(metadata={"json": "EnterpriseId"})
    """Enterprise that the ledger belongs to."""
    date: Date = field(metadata={"json": "Date"})
    """The day."""
    ledger_type: LedgerType = field(metadata={"json": "LedgerType"})
    """The ledger."""
    opening_balance: Amount = field(metadata={"json": "OpeningBalance"})
    """What the ledger stood at when the day began. Can be negative."""
    closing_balance: Amount = field(metadata={"json": "ClosingBalance"})
    """What the ledger stood at when the day ended. Can be negative."""
