"""What ledgers stand at."""

from datetime import date, datetime
from uuid import UUID, uuid5

from msgspec import Struct, field

from mews_toolkit.sandbox.entities.amount import Amount
from mews_toolkit.sandbox.entities.vocabulary import LedgerType
from mews_toolkit.sandbox.intervals import midnight


class LedgerBalance(Struct, frozen=True, gc=False, kw_only=True, rename="pascal"):
    """What one ledger of an enterprise stood at on one day.

    No answer tells an id; cursors are made of one that follows from what a balance is about.
    """

    enterprise_id: UUID
    day: date = field(name="Date")
    ledger_type: LedgerType
    opening_balance: Amount
    closing_balance: Amount

    @property
    def id(self) -> UUID:
        """The same for the same enterprise, day and ledger."""
        return uuid5(self.enterprise_id, f"{self.day}/{self.ledger_type}")

    @property
    def created_utc(self) -> datetime:
        """Its place among others: balances are listed by day."""
        return midnight(self.day)
