from mews_runtime import OpenEnum


class AccountingItemType(OpenEnum):
    """Whether an accounting item of 2019 is a payment, or which revenue it is."""

    SERVICE_REVENUE = "ServiceRevenue"
    PRODUCT_REVENUE = "ProductRevenue"
    ADDITIONAL_REVENUE = "AdditionalRevenue"
    PAYMENT = "Payment"
