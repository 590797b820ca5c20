from mews_runtime import OpenEnum


class AccountingOrderItemDataDiscriminator(OpenEnum):
    """What was sold, or what else an order item is for."""

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
    TAX_CORRECTION = "TaxCorrection"
    RESOURCE_UPGRADE_FEE = "ResourceUpgradeFee"
    INVOICE_FEE = "InvoiceFee"
