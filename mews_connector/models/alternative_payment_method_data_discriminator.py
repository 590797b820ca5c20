from mews_runtime import OpenEnum


class AlternativePaymentMethodDataDiscriminator(OpenEnum):
    """Method that an alternative payment can be started with. The API may accept more than
    these."""

    IDEAL = "Ideal"
    APPLE_PAY = "ApplePay"
    GOOGLE_PAY = "GooglePay"
    SEPA_DIRECT_DEBIT = "SepaDirectDebit"
