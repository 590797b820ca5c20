from mews_runtime import OpenEnum


class CreditCardPaymentCardType(OpenEnum):
    """Brand of a payment card."""

    VISA = "Visa"
    MASTERCARD = "MasterCard"
    AMEX = "Amex"
    DISCOVER = "Discover"
    DINERS_CLUB = "DinersClub"
    JCB = "Jcb"
    EN_ROUTE = "EnRoute"
    MAESTRO = "Maestro"
    UNION_PAY = "UnionPay"
