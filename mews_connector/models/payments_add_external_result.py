from uuid import UUID

from attrs import field, frozen
from mews_runtime import Model


@frozen(kw_only=True, eq=False, repr=False)
class PaymentsAddExternalResult(Model):
    """What was recorded."""

    external_payment_id: UUID | None = field(default=None, metadata={"json": "ExternalPaymentId"})
    """Identifier of the recorded payment. Older versions of the API answered without it. Then
    look for the payment, and do not record it once more."""
