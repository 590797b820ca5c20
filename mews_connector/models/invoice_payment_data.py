from uuid import UUID

from attrs import field, frozen
from mews_runtime import Model

from .invoice_payment_type import InvoicePaymentType


@frozen(kw_only=True, eq=False, repr=False)
class InvoicePaymentData(Model):
    """About a payment that stands for an unpaid invoice."""

    invoice_id: UUID | None = field(default=None, metadata={"json": "InvoiceId"})
    """Bill that was turned into the invoice."""
    type_: InvoicePaymentType | None = field(default=None, metadata={"json": "Type"})
    """What the invoice payment is for. Older answers leave it out."""
