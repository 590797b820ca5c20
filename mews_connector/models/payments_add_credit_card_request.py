from uuid import UUID

from attrs import field, frozen
from mews_runtime import Model

from .amount_parameters import AmountParameters
from .credit_card_parameters import CreditCardParameters


@frozen(kw_only=True, eq=False, repr=False)
class PaymentsAddCreditCardRequest(Model):
    """A card payment that was taken elsewhere and whose it is."""

    customer_id: UUID = field(metadata={"json": "CustomerId"})
    """Customer that paid."""
    amount: AmountParameters = field(metadata={"json": "Amount"})
    """What was paid, as a positive value."""
    credit_card: CreditCardParameters = field(metadata={"json": "CreditCard"})
    """The card that was used."""
    bill_id: UUID | None = field(default=None, metadata={"json": "BillId"})
    """Open bill of the customer to put the payment on; one is chosen when left out."""
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
