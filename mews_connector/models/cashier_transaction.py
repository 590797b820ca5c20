from datetime import datetime
from uuid import UUID

from attrs import field, frozen
from mews_runtime import Model

from .cashier_transaction_type import CashierTransactionType
from .older_currency_value import OlderCurrencyValue


@frozen(kw_only=True, eq=False, repr=False)
class CashierTransaction(Model):
    """Cash that was put into a cashier or taken out of it."""

    id: UUID = field(metadata={"json": "Id"})
    """Identifier of the cashier transaction."""
    cashier_id: UUID = field(metadata={"json": "CashierId"})
    """Cashier that the cash went into or came from."""
    created_utc: datetime = field(metadata={"json": "CreatedUtc"})
    """When the cashier transaction was created."""
    number: str = field(metadata={"json": "Number", "min_length": 1})
    """Number of the cashier transaction."""
    amount: OlderCurrencyValue = field(metadata={"json": "Amount"})
    """How much cash was moved. The published example has a positive value for cash put in; the
    sign of cash taken out is not documented, see `Type`."""
    enterprise_id: UUID | None = field(default=None, metadata={"json": "EnterpriseId"})
    """Enterprise that the cashier transaction belongs to. Older answers leave it out."""
    payment_id: UUID | None = field(default=None, metadata={"json": "PaymentId"})
    """Payment in cash that it belongs to."""
    notes: str | None = field(default=None, metadata={"json": "Notes"})
    """Free text."""
    type_: CashierTransactionType | None = field(default=None, metadata={"json": "Type"})
    """Which way the cash went and why. Not known before June 2026."""
