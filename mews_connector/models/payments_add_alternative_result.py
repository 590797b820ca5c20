from uuid import UUID

from attrs import field, frozen
from mews_runtime import Model

from .alternative_payment_next_action import AlternativePaymentNextAction


@frozen(kw_only=True, eq=False, repr=False)
class PaymentsAddAlternativeResult(Model):
    """The started payment and how to go on."""

    payment_id: UUID = field(metadata={"json": "PaymentId"})
    """Identifier of the started payment."""
    next_action: AlternativePaymentNextAction | None = field(
        default=None, metadata={"json": "NextAction"}
    )
    """What has to happen before the money moves. Null when nothing is left to do."""
