from attrs import field, frozen
from mews_runtime import Model


@frozen(kw_only=True, eq=False, repr=False)
class EnterpriseSubscription(Model):
    """What an enterprise's contract with the vendor says."""

    tax_identifier: str | None = field(default=None, metadata={"json": "TaxIdentifier"})
    """Tax number of the enterprise."""
