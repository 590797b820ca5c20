from mews_runtime.catalogues.payment_state import PaymentStateCatalogue


class PaymentState(PaymentStateCatalogue):
    """How far a payment has come: `Pending` and `Verifying` are still under way, `Charged`
    succeeded, `Failed` and `Canceled` did not."""

    CHARGED = "Charged"
    CANCELED = "Canceled"
    PENDING = "Pending"
    FAILED = "Failed"
    VERIFYING = "Verifying"
