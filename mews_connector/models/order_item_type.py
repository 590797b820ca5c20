from mews_runtime import OpenEnum


class OrderItemType(OpenEnum):
    """What was sold, or what else an order item is for."""

    CANCELLATION_FEE = "CancellationFee"
    NIGHT_REBATE = "NightRebate"
    PRODUCT_ORDER_REBATE = "ProductOrderRebate"
    ADDITIONAL_EXPENSE_REBATE = "AdditionalExpenseRebate"
    DEPOSIT = "Deposit"
    EXCHANGE_RATE_DIFFERENCE = "ExchangeRateDifference"
    CUSTOM_ITEM = "CustomItem"
    SERVICE_CHARGE = "ServiceCharge"
    CITY_TAX = "CityTax"
    CITY_TAX_DISCOUNT = "CityTaxDiscount"
    SPACE_ORDER = "SpaceOrder"
    PRODUCT_ORDER = "ProductOrder"
    SURCHARGE = "Surcharge"
    TAX_CORRECTION = "TaxCorrection"
    RESOURCE_UPGRADE_FEE = "ResourceUpgradeFee"
    INVOICE_FEE = "InvoiceFee"
    MULTICURRENCY_FEE = "MulticurrencyFee"
    ALLOWANCE_DISCOUNT = "AllowanceDiscount"
    ALLOWANCE_BREAKAGE = "AllowanceBreakage"
    ALLOWANCE_CONTRA_BREAKAGE = "AllowanceContraBreakage"
