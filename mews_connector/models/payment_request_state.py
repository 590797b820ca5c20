from mews_runtime import OpenEnum


class PaymentRequestState(OpenEnum):
    """How far a payment request has come: `Pending` waits for its payer; `Completed` was paid,
    `Canceled` withdrawn and `Expired` not paid in time."""

    PENDING = "Pending"
    COMPLETED = "Completed"
    CANCELED = "Canceled"
    EXPIRED = "Expired"
