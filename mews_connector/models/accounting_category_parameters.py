from attrs import field, frozen
from mews_runtime import Model


@frozen(kw_only=True, eq=False, repr=False)
class AccountingCategoryParameters(Model):
    """An accounting category by what it is called, in the form of older versions."""

    code: str | None = field(default=None, metadata={"json": "Code"})
    """Code of the accounting category."""
    name: str | None = field(default=None, metadata={"json": "Name"})
    """Name of the accounting category."""
