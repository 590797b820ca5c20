from mews_runtime import OpenEnum


class TaxRateStrategyDiscriminator(OpenEnum):
    """What a tax depends on: `Relative` on the value that is taxed, `Flat` on nothing, and
    `Dependent` on other taxes too."""

    RELATIVE = "Relative"
    FLAT = "Flat"
    DEPENDENT = "Dependent"
