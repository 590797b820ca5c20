from mews_runtime import OpenEnum


class OrderItemDataDiscriminator(OpenEnum):
    """Names the filled property of an order item's data."""

    REBATE = "Rebate"
    PRODUCT = "Product"
    ALLOWANCE_DISCOUNT = "AllowanceDiscount"
    ALLOWANCE_PROFITS = "AllowanceProfits"
