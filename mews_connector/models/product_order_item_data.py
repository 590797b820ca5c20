from uuid import UUID

from attrs import field, frozen
from mews_runtime import Model


@frozen(kw_only=True, eq=False, repr=False)
class ProductOrderItemData(Model):
    """About a product that was sold."""

    product_id: UUID | None = field(default=None, metadata={"json": "ProductId"})
    """The product."""
    age_category_id: UUID | None = field(default=None, metadata={"json": "AgeCategoryId"})
    """Age category of the guest whom the product is for."""
