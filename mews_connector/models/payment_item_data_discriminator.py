from mews_runtime import OpenEnum


class PaymentItemDataDiscriminator(OpenEnum):
    """How a payment was made."""

    CREDIT_CARD = "CreditCard"
    INVOICE = "Invoice"
    CASH = "Cash"
    UNSPECIFIED = "Unspecified"
    BAD_DEBTS = "BadDebts"
    WIRE_TRANSFER = "WireTransfer"
    EXCHANGE_RATE_DIFFERENCE = "ExchangeRateDifference"
    EXCHANGE_ROUNDING_DIFFERENCE = "ExchangeRoundingDifference"
    BANK_CHARGES = "BankCharges"
    CHEQUE = "Cheque"
    OTHER = "Other"
