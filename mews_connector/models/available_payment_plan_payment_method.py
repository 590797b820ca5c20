from mews_runtime import OpenEnum


class AvailablePaymentPlanPaymentMethod(OpenEnum):
    """A method that a payment plan may collect by. `All` stands for any."""

    IDEAL = "Ideal"
    PAYMENT_CARD = "PaymentCard"
    APPLE_PAY = "ApplePay"
    GOOGLE_PAY = "GooglePay"
    SEPA_DIRECT_DEBIT = "SepaDirectDebit"
    ALL = "All"
