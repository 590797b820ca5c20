from mews_runtime.catalogues.payment_request_state import PaymentRequestStateCatalogue


class PaymentRequestState(PaymentRequestStateCatalogue):
    """How far a payment request has come: `Pending` waits for its payer; `Completed` was paid,
    `Canceled` withdrawn and `Expired` not paid in time."""

    PENDING = "Pending"
    COMPLETED = "Completed"
    CANCELED = "Canceled"
    EXPIRED = "Expired"
