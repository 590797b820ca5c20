from uuid import UUID

from attrs import field, frozen
from mews_runtime import Model

from .payment import Payment


@frozen(kw_only=True, eq=False, repr=False)
class PaymentsGetAllResult(Model):
    """One page of payments."""

    payments: list[Payment] = field(metadata={"json": "Payments", "max_items": 1000})
    """The payments found, newest first. At most 1000 items."""
    cursor: UUID | None = field(default=None, metadata={"json": "Cursor"})
    """Identifier of the last and oldest payment of this page, to ask for the next one. Null
    when the page is empty."""
