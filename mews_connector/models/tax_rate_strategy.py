from collections.abc import Mapping
from typing import ClassVar

from attrs import field, frozen
from mews_runtime import TaggedValue, UnknownVariant

from .dependent_tax_rate_strategy_data import DependentTaxRateStrategyData
from .flat_tax_rate_strategy_data import FlatTaxRateStrategyData
from .relative_tax_rate_strategy_data import RelativeTaxRateStrategyData
from .tax_rate_strategy_discriminator import TaxRateStrategyDiscriminator


@frozen(kw_only=True, eq=False, repr=False)
class TaxRateStrategy(TaggedValue):
    """How a tax is worked out."""

    variants: ClassVar[Mapping[str, str | None]] = {
        "Relative": "RelativeTaxRateStrategyData",
        "Flat": "FlatTaxRateStrategyData",
        "Dependent": "DependentTaxRateStrategyData",
    }

    discriminator: TaxRateStrategyDiscriminator | None = field(
        default=None, metadata={"json": "Discriminator"}
    )
    """What the tax depends on."""
    value: (
        RelativeTaxRateStrategyData
        | FlatTaxRateStrategyData
        | DependentTaxRateStrategyData
        | UnknownVariant
        | None
    ) = field(default=None, metadata={"json": "Value", "tagged": True})
    """The figures to work with. Their shape follows `Discriminator`: a fraction for `Relative`,
    a sum of money for `Flat`, a fraction and other taxes for `Dependent`."""
