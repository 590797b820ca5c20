from mews_runtime import OpenEnum


class RevenueType(OpenEnum):
    """What kind of revenue an order item is, of a service, of a product or neither
    (`Additional`)."""

    SERVICE = "Service"
    PRODUCT = "Product"
    ADDITIONAL = "Additional"
