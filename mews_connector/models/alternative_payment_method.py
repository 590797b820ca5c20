from mews_runtime import OpenEnum


class AlternativePaymentMethod(OpenEnum):
    """Method of an alternative payment, in the older form of the request."""

    IDEAL = "Ideal"
    APPLE_PAY = "ApplePay"
    GOOGLE_PAY = "GooglePay"
