from uuid import UUID

from attrs import field, frozen
from mews_runtime import Model


@frozen(kw_only=True, eq=False, repr=False)
class InvoicePaymentItemData(Model):
    """About a payment that stands for an unpaid invoice."""

    invoice_id: UUID | None = field(default=None, metadata={"json": "InvoiceId"})
    """Bill that was turned into the invoice."""
