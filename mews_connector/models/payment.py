from datetime import datetime
from uuid import UUID

from attrs import field, frozen
from mews_runtime import Model

from .account_type import AccountType
from .accounting_state import AccountingState
from .amount import Amount
from .payment_data import PaymentData
from .payment_kind import PaymentKind
from .payment_origin import PaymentOrigin
from .payment_state import PaymentState
from .payment_type import PaymentType


@frozen(kw_only=True, eq=False, repr=False)
class Payment(Model):
    """Money received, promised or given back. Payments are negative and refunds positive,
    because an account's consumption counts as positive."""

    id: UUID = field(metadata={"json": "Id"})
    """Identifier of the payment."""
    enterprise_id: UUID = field(metadata={"json": "EnterpriseId"})
    """Enterprise that the payment belongs to."""
    account_id: UUID = field(metadata={"json": "AccountId"})
    """Customer or company that paid."""
    amount: Amount = field(metadata={"json": "Amount"})
    """The amount, converted when the request named a currency. Negative for money received,
    positive for money given back."""
    original_amount: Amount = field(metadata={"json": "OriginalAmount"})
    """The amount before any conversion, as far back as it is known. The sign is that of
    `Amount`."""
    created_utc: datetime = field(metadata={"json": "CreatedUtc"})
    """When the payment was created."""
    updated_utc: datetime = field(metadata={"json": "UpdatedUtc"})
    """When the payment last changed."""
    accounting_state: AccountingState = field(metadata={"json": "AccountingState"})
    """Where the payment stands in the books."""
    state: PaymentState = field(metadata={"json": "State"})
    """How far the payment has come."""
    account_type: AccountType | None = field(default=None, metadata={"json": "AccountType"})
    """Whether the account is a customer or a company."""
    payment_request_id: UUID | None = field(default=None, metadata={"json": "PaymentRequestId"})
    """Payment request that this payment answers."""
    bill_id: UUID | None = field(default=None, metadata={"json": "BillId"})
    """Bill that the payment is on."""
    reservation_id: UUID | None = field(default=None, metadata={"json": "ReservationId"})
    """Reservation that the payment belongs to."""
    accounting_category_id: UUID | None = field(
        default=None, metadata={"json": "AccountingCategoryId"}
    )
    """Accounting category of the payment."""
    notes: str | None = field(default=None, metadata={"json": "Notes"})
    """Free text."""
    settlement_id: str | None = field(default=None, metadata={"json": "SettlementId"})
    """Identifier of the settlement that paid this money out, as the payment provider names it."""
    consumed_utc: datetime | None = field(default=None, metadata={"json": "ConsumedUtc"})
    """When the payment counts as consumed."""
    closed_utc: datetime | None = field(default=None, metadata={"json": "ClosedUtc"})
    """When the payment's bill was closed."""
    charged_utc: datetime | None = field(default=None, metadata={"json": "ChargedUtc"})
    """When the payment was charged."""
    settlement_utc: datetime | None = field(default=None, metadata={"json": "SettlementUtc"})
    """When the payment was settled. Null until then, although the documentation calls it
    required."""
    identifier: str | None = field(default=None, metadata={"json": "Identifier"})
    """A further identifier, such as the payment provider's. Can be empty."""
    type_: PaymentType | None = field(
        default=None, metadata={"json": "Type", "older_json": "PaymentType"}
    )
    """By what the payment was made. Older answers call this property `PaymentType`."""
    kind: PaymentKind | None = field(default=None, metadata={"json": "Kind"})
    """Whether money came in or went back. Only known for payments that Mews Payments handled."""
    data: PaymentData | None = field(default=None, metadata={"json": "Data"})
    """What is particular to the payment's type."""
    payment_origin: PaymentOrigin | None = field(default=None, metadata={"json": "PaymentOrigin"})
    """Where in Mews the payment began."""
