from datetime import datetime
from uuid import UUID

from attrs import field, frozen
from mews_runtime import Model

from .accounting_state import AccountingState
from .extended_amount import ExtendedAmount
from .payment_item_data import PaymentItemData
from .payment_state import PaymentState


@frozen(kw_only=True, eq=False, repr=False)
class PaymentItem(Model):
    """A payment, as operations on accounting items tell it; payments/getAll tells more. The
    documentation calls payments negative here as well, although its example shows a positive
    one."""

    id: UUID = field(metadata={"json": "Id"})
    """Identifier of the payment."""
    account_id: UUID | None = field(default=None, metadata={"json": "AccountId"})
    """Customer or company that paid."""
    bill_id: UUID | None = field(default=None, metadata={"json": "BillId"})
    """Bill that the payment is on."""
    accounting_category_id: UUID | None = field(
        default=None, metadata={"json": "AccountingCategoryId"}
    )
    """Accounting category of the payment."""
    amount: ExtendedAmount | None = field(default=None, metadata={"json": "Amount"})
    """The amount, converted when the request named a currency. Negative for money received."""
    original_amount: ExtendedAmount | None = field(
        default=None, metadata={"json": "OriginalAmount"}
    )
    """The amount before any conversion, as far back as it is known. The sign is that of
    `Amount`."""
    amount_default: ExtendedAmount | None = field(
        default=None,
        metadata={
            "json": "AmountDefault",
            "deprecated": "deprecated since 2023-04-11; use `original_amount`",
        },
    )
    """The amount in the enterprise's own currency. The sign is that of `Amount`. Deprecated
    since 2023-04-11; use `original_amount`."""
    notes: str | None = field(default=None, metadata={"json": "Notes"})
    """Free text."""
    settlement_id: str | None = field(default=None, metadata={"json": "SettlementId"})
    """Identifier of the settlement that paid this money out, as the payment provider names it."""
    consumed_utc: datetime | None = field(default=None, metadata={"json": "ConsumedUtc"})
    """When the payment counts as consumed."""
    closed_utc: datetime | None = field(default=None, metadata={"json": "ClosedUtc"})
    """When the payment's bill was closed."""
    accounting_state: AccountingState | None = field(
        default=None, metadata={"json": "AccountingState"}
    )
    """Where the payment stands in the books."""
    state: PaymentState | None = field(default=None, metadata={"json": "State"})
    """How far the payment has come."""
    identifier: str | None = field(default=None, metadata={"json": "Identifier"})
    """A further identifier, such as the payment provider's."""
    data: PaymentItemData | None = field(default=None, metadata={"json": "Data"})
    """How the payment was made."""
