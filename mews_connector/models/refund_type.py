from mews_runtime.catalogues.refund_type import RefundTypeCatalogue


class RefundType(RefundTypeCatalogue):
    """Type of payment that can be refunded."""

    CREDIT_CARD_PAYMENT = "CreditCardPayment"
    ALTERNATIVE_PAYMENT = "AlternativePayment"
