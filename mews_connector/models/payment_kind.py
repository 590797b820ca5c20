from mews_runtime.catalogues.payment_kind import PaymentKindCatalogue


class PaymentKind(PaymentKindCatalogue):
    """Whether money came in, went back, or was disputed."""

    PAYMENT = "Payment"
    CHARGEBACK = "Chargeback"
    CHARGEBACK_REVERSAL = "ChargebackReversal"
    REFUND = "Refund"
