from mews_runtime import OpenEnum


class PaymentKind(OpenEnum):
    """Whether money came in, went back, or was disputed."""

    PAYMENT = "Payment"
    CHARGEBACK = "Chargeback"
    CHARGEBACK_REVERSAL = "ChargebackReversal"
    REFUND = "Refund"
