from decimal import Decimal

from attrs import field, frozen
from mews_runtime import Model


@frozen(kw_only=True, eq=False, repr=False)
class DependentTaxRateStrategyData(Model):
    """A tax that is raised on other taxes as well."""

    value: Decimal | None = field(default=None, metadata={"json": "Value"})
    """The share as a fraction, such as 0.1 for 10 %."""
    base_taxation_codes: list[str] | None = field(
        default=None, metadata={"json": "BaseTaxationCodes"}
    )
    """Codes of the taxes that it is raised on."""
