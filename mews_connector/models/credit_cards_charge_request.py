from uuid import UUID

from attrs import field, frozen
from mews_runtime import Model

from .amount_parameters import AmountParameters


@frozen(kw_only=True, eq=False, repr=False)
class CreditCardsChargeRequest(Model):
    """Which payment card to charge, and with how much."""

    credit_card_id: UUID = field(metadata={"json": "CreditCardId"})
    """Payment card to charge. Its kind must be `Gateway`."""
    amount: AmountParameters = field(metadata={"json": "Amount"})
    """What to charge, as a positive value."""
    bill_id: UUID | None = field(default=None, metadata={"json": "BillId"})
    """Bill to put the payment on; one is chosen when left out. Only the vendor's own document
    of 2025 has it, not its pages."""
    accounting_category_id: UUID | None = field(
        default=None, metadata={"json": "AccountingCategoryId"}
    )
    """Accounting category to file the payment under."""
    reservation_id: UUID | None = field(default=None, metadata={"json": "ReservationId"})
    """Reservation that the payment belongs to."""
    receipt_identifier: str | None = field(default=None, metadata={"json": "ReceiptIdentifier"})
    """Number of the receipt."""
    notes: str | None = field(default=None, metadata={"json": "Notes"})
    """Free text."""
