"""taxations/getAll and taxEnvironments/getAll."""

from collections.abc import Sequence

from msgspec import Struct

from mews_toolkit.sandbox.entities.tax import Taxation, TaxEnvironment, TaxRate
from mews_toolkit.sandbox.seeds.taxes import TAX_ENVIRONMENTS, TAX_RATES, TAXATIONS
from mews_toolkit.sandbox.store import Store
from mews_toolkit.sandbox.tokens import Caller
from mews_toolkit.sandbox.wire import JsonObject


class Taxations(Struct, frozen=True, rename="pascal"):
    """All taxes and their rates."""

    taxations: Sequence[Taxation]
    tax_rates: Sequence[TaxRate]


class TaxEnvironments(Struct, frozen=True, rename="pascal"):
    """All tax environments."""

    tax_environments: Sequence[TaxEnvironment]


def get_taxations(_: Store, __: Caller, ___: JsonObject) -> Taxations:
    """Lists every tax with its rates, past ones included."""
    return Taxations(TAXATIONS, TAX_RATES)


def get_tax_environments(_: Store, __: Caller, ___: JsonObject) -> TaxEnvironments:
    """Lists every tax environment, past ones included."""
    return TaxEnvironments(TAX_ENVIRONMENTS)
