from mews_runtime import OpenEnum


class SupportedEmailType(OpenEnum):
    """An e-mail about a request for a means of payment. The API may come to know more."""

    PAYMENT_METHOD_REQUEST_ADDED = "PaymentMethodRequestAdded"
