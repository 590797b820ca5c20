from mews_runtime import OpenEnum


class PaymentRequestType(OpenEnum):
    """What a payment request asks for."""

    PAYMENT = "Payment"
    PREAUTHORIZATION = "Preauthorization"
