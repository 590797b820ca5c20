from attrs import field, frozen
from mews_runtime import Model

from .boolean_update_value import BooleanUpdateValue


@frozen(kw_only=True, eq=False, repr=False)
class BillOptionsParameters(Model):
    """What a bill is to show. The documentation calls both required, yet its own example sends
    a null."""

    display_customer: BooleanUpdateValue | None = field(
        default=None, metadata={"json": "DisplayCustomer"}
    )
    """Whether to show the customer."""
    display_taxation: BooleanUpdateValue | None = field(
        default=None, metadata={"json": "DisplayTaxation"}
    )
    """Whether to show the taxes."""
