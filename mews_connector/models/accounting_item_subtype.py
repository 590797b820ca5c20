from mews_runtime import OpenEnum


class AccountingItemSubtype(OpenEnum):
    """What the revenue of an accounting item of 2019 is for, or how its payment was made.
    `ExchangeRateDifference` and `Other` can be either."""

    CANCELLATION_FEE = "CancellationFee"
    REBATE = "Rebate"
    DEPOSIT = "Deposit"
    EXCHANGE_RATE_DIFFERENCE = "ExchangeRateDifference"
    CUSTOM_ITEM = "CustomItem"
    SURCHARGE = "Surcharge"
    SURCHARGE_DISCOUNT = "SurchargeDiscount"
    SPACE_ORDER = "SpaceOrder"
    PRODUCT_ORDER = "ProductOrder"
    OTHER = "Other"
    CREDIT_CARD = "CreditCard"
    INVOICE = "Invoice"
    CASH = "Cash"
    UNSPECIFIED = "Unspecified"
    BAD_DEBTS = "BadDebts"
    WIRE_TRANSFER = "WireTransfer"
    EXCHANGE_ROUNDING_DIFFERENCE = "ExchangeRoundingDifference"
    BANK_CHARGES = "BankCharges"
    CHEQUE = "Cheque"
