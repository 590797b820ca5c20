from mews_runtime import OpenEnum


class AlternativePaymentMethodType(OpenEnum):
    """A method of payment other than a card or cash."""

    IDEAL = "Ideal"
    APPLE_PAY = "ApplePay"
    GOOGLE_PAY = "GooglePay"
    SEPA_DIRECT_DEBIT = "SepaDirectDebit"
    PAYPAL = "PayPal"
    WIRE_TRANSFER = "WireTransfer"
