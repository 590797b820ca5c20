from uuid import UUID

from attrs import field, frozen
from mews_runtime import Model


@frozen(kw_only=True, eq=False, repr=False)
class GhostPaymentData(Model):
    """About a payment that mirrors another one."""

    original_payment_id: UUID = field(metadata={"json": "OriginalPaymentId"})
    """The payment that is mirrored."""
