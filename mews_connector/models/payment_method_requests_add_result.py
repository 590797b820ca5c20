from uuid import UUID

from attrs import field, frozen
from mews_runtime import Model


@frozen(kw_only=True, eq=False, repr=False)
class PaymentMethodRequestsAddResult(Model):
    """The request that was made."""

    payment_method_request_id: UUID = field(metadata={"json": "PaymentMethodRequestId"})
    """Identifier of the request."""
