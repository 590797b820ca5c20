from attrs import field, frozen
from mews_runtime import Model

from .promotions import Promotions


@frozen(kw_only=True, eq=False, repr=False)
class AdditionalServiceData(Model):
    """When a service that is sold on its own is offered."""

    promotions: Promotions = field(metadata={"json": "Promotions"})
    """The moments of a stay at which it is offered."""
