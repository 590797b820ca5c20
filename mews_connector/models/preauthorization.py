from uuid import UUID

from attrs import field, frozen
from mews_runtime import Model

from .amount import Amount
from .preauthorization_state import PreauthorizationState


@frozen(kw_only=True, eq=False, repr=False)
class Preauthorization(Model):
    """A sum that is, or was, held on a payment card without being taken."""

    id: UUID | None = field(default=None, metadata={"json": "Id"})
    """Identifier of the preauthorization."""
    customer_id: UUID | None = field(default=None, metadata={"json": "CustomerId"})
    """Customer whose card it is."""
    credit_card_id: UUID | None = field(default=None, metadata={"json": "CreditCardId"})
    """Payment card that the sum is held on."""
    reservation_id: UUID | None = field(default=None, metadata={"json": "ReservationId"})
    """Reservation that the preauthorization belongs to."""
    amount: Amount | None = field(default=None, metadata={"json": "Amount"})
    """The sum, as a positive value."""
    state: PreauthorizationState | None = field(default=None, metadata={"json": "State"})
    """What has become of the preauthorization."""
    code: str | None = field(default=None, metadata={"json": "Code"})
    """Code of the preauthorization."""
    is_active: bool | None = field(default=None, metadata={"json": "IsActive"})
    """Whether the preauthorization is still in use."""
    receipt_identifier: str | None = field(
        default=None, metadata={"json": "ReceiptIdentifier", "deprecated": "deprecated"}
    )
    """Number of the receipt. Only answers of 2019 have it. Deprecated."""
    sequence_code: str | None = field(
        default=None, metadata={"json": "SequenceCode", "deprecated": "deprecated"}
    )
    """Code of the preauthorization within its sequence. Only answers of 2019 have it, without a
    value. Deprecated."""
