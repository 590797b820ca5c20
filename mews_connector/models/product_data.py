from uuid import UUID

from attrs import field, frozen
from mews_runtime import Model

from .product_type import ProductType


@frozen(kw_only=True, eq=False, repr=False)
class ProductData(Model):
    """About a product that was sold."""

    product_id: UUID = field(metadata={"json": "ProductId"})
    """The product."""
    age_category_id: UUID | None = field(default=None, metadata={"json": "AgeCategoryId"})
    """Age category of the guest whom the product is for."""
    product_type: ProductType | None = field(default=None, metadata={"json": "ProductType"})
    """Whether the product is an allowance."""
