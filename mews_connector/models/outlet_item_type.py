from mews_runtime import OpenEnum


class OutletItemType(OpenEnum):
    """Whether a line of an outlet's bill is revenue, something else that was sold, or a
    payment."""

    REVENUE = "Revenue"
    NON_REVENUE = "NonRevenue"
    PAYMENT = "Payment"
