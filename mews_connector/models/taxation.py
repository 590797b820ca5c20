from attrs import field, frozen
from mews_runtime import Model


@frozen(kw_only=True, eq=False, repr=False)
class Taxation(Model):
    """A tax, such as the value added tax of a country."""

    code: str | None = field(default=None, metadata={"json": "Code"})
    """Code of the tax, such as `AT-2020`."""
    name: str | None = field(default=None, metadata={"json": "Name"})
    """Name of the tax, such as `VAT`."""
    local_name: str | None = field(default=None, metadata={"json": "LocalName"})
    """Name of the tax in the language of its country."""
