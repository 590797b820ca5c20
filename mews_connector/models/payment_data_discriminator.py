from mews_runtime import OpenEnum


class PaymentDataDiscriminator(OpenEnum):
    """Names the filled property of a payment's data."""

    CREDIT_CARD = "CreditCard"
    INVOICE = "Invoice"
    EXTERNAL = "External"
    GHOST = "Ghost"
    ALTERNATIVE = "Alternative"
