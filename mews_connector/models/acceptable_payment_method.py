from mews_runtime import OpenEnum


class AcceptablePaymentMethod(OpenEnum):
    """A means of payment that someone can be asked to leave."""

    PAYMENT_CARD = "PaymentCard"
    SEPA_DIRECT_DEBIT = "SepaDirectDebit"
