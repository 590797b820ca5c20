from mews_runtime import OpenEnum


class ProductType(OpenEnum):
    """Whether a product is an ordinary one (`Product`) or credit to spend on others
    (`Allowance`)."""

    PRODUCT = "Product"
    ALLOWANCE = "Allowance"
