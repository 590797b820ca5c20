from mews_runtime import OpenEnum


class RefundType(OpenEnum):
    """Type of payment that can be refunded."""

    CREDIT_CARD_PAYMENT = "CreditCardPayment"
    ALTERNATIVE_PAYMENT = "AlternativePayment"
