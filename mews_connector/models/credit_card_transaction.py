from datetime import datetime
from uuid import UUID

from attrs import field, frozen
from mews_runtime import Model

from .extended_amount import ExtendedAmount


@frozen(kw_only=True, eq=False, repr=False)
class CreditCardTransaction(Model):
    """What a payment provider charged, kept as its fee and paid out."""

    payment_id: UUID = field(metadata={"json": "PaymentId"})
    """Payment that the transaction belongs to."""
    charged_amount: ExtendedAmount = field(metadata={"json": "ChargedAmount"})
    """What the card was charged."""
    id: UUID | None = field(default=None, metadata={"json": "Id", "deprecated": "deprecated"})
    """Identifier of the transaction. Only answers of 2019 tell it. Deprecated."""
    settlement_id: str | None = field(default=None, metadata={"json": "SettlementId"})
    """Settlement that paid the money out."""
    settled_utc: datetime | None = field(default=None, metadata={"json": "SettledUtc"})
    """When the money was paid out."""
    fee: ExtendedAmount | None = field(default=None, metadata={"json": "Fee"})
    """Fee as first estimated, bank charges included."""
    adjusted_fee: ExtendedAmount | None = field(default=None, metadata={"json": "AdjustedFee"})
    """Fee as finally confirmed."""
    settled_amount: ExtendedAmount | None = field(default=None, metadata={"json": "SettledAmount"})
    """What was paid out."""
