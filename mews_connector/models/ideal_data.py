from attrs import field, frozen
from mews_runtime import Model


@frozen(kw_only=True, eq=False, repr=False)
class IdealData(Model):
    """What iDEAL needs to know."""

    redirect_url: str = field(metadata={"json": "RedirectUrl", "min_length": 1})
    """Where the customer's browser goes after paying."""
