from attrs import field, frozen
from mews_runtime import Model


@frozen(kw_only=True, eq=False, repr=False)
class ServiceOptions(Model):
    """Switches of a service."""

    bill_as_package: bool = field(metadata={"json": "BillAsPackage"})
    """Whether it appears on a bill as one package."""
