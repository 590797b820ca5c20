from attrs import field, frozen
from mews_runtime import Model


@frozen(kw_only=True, eq=False, repr=False)
class TaxEnvironmentTaxation(Model):
    """A tax, as older answers list it together with its tax environment."""

    code: str | None = field(default=None, metadata={"json": "Code"})
    """Code of the tax, such as `AT-2020`."""
    name: str | None = field(default=None, metadata={"json": "Name"})
    """Name of the tax, such as `VAT`."""
    local_name: str | None = field(default=None, metadata={"json": "LocalName"})
    """Name of the tax in the language of its country."""
    tax_environment_code: str | None = field(
        default=None, metadata={"json": "TaxEnvironmentCode", "deprecated": "deprecated"}
    )
    """Code of the tax environment. Read `TaxationCodes` of the environments instead.
    Deprecated."""
