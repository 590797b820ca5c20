from attrs import field, frozen
from mews_runtime import Model

from .tax_environment import TaxEnvironment
from .tax_environment_taxation import TaxEnvironmentTaxation
from .tax_rate import TaxRate


@frozen(kw_only=True, eq=False, repr=False)
class TaxEnvironmentsGetAllResult(Model):
    """All tax environments."""

    tax_environments: list[TaxEnvironment] | None = field(
        default=None, metadata={"json": "TaxEnvironments"}
    )
    """Every tax environment that the API knows."""
    taxations: list[TaxEnvironmentTaxation] | None = field(
        default=None, metadata={"json": "Taxations", "deprecated": "deprecated"}
    )
    """Taxes of the environments, in older answers. Ask taxations/getAll for them. Deprecated."""
    tax_rates: list[TaxRate] | None = field(
        default=None, metadata={"json": "TaxRates", "deprecated": "deprecated"}
    )
    """Rates of those taxes, in older answers. Ask taxations/getAll for them. Deprecated."""
