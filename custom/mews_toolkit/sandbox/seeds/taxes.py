"""The tax laws that the sandbox knows: those of its enterprises, an older one, and Québec's.

Québec's are there because hotels pay taxes of every kind there, a sum for each night and a share of
another tax included.
"""

from datetime import UTC, datetime
from decimal import Decimal

from mews_toolkit.sandbox.entities.tax import (
    DependentTax,
    FlatTax,
    RelativeTax,
    Taxation,
    TaxEnvironment,
    TaxRate,
    TaxRateStrategy,
    ValidityInterval,
)

_UK_SINCE = datetime(2022, 3, 31, 23, tzinfo=UTC)
_UK_REDUCED_SINCE = datetime(2021, 9, 30, 23, tzinfo=UTC)
_QUEBEC_SINCE = datetime(2017, 11, 1, 4, tzinfo=UTC)

TAXATIONS = (
    Taxation("UK", "VAT", "VAT"),
    Taxation("UK-2022", "VAT", "VAT"),
    Taxation("FR", "VAT", "TVA"),
    Taxation("US-DC", "Sales tax", "Sales tax"),
    Taxation("US-DC-HOTEL", "Hotel tax", "Hotel tax"),
    Taxation("CA", "GST", "TPS"),
    Taxation("CA-QC", "QST", "TVQ"),
    Taxation("CA-QC-LODGING", "Tax on lodging", "Taxe sur l'hébergement"),
    Taxation("CA-QC-NIGHT", "Tax on lodging, per night", "Taxe sur l'hébergement, par nuitée"),
)


def _relative(taxation: str, code: str, value: str, *valid: ValidityInterval) -> TaxRate:
    share = Decimal(value)
    return TaxRate(
        code=code,
        taxation_code=taxation,
        value=share,
        validity_intervals_utc=valid or None,
        strategy=TaxRateStrategy("Relative", RelativeTax(share)),
    )


def _dependent(taxation: str, code: str, value: str, *bases: str) -> TaxRate:
    # With these the API says 0 where others repeat the value of the strategy.
    strategy = TaxRateStrategy("Dependent", DependentTax(Decimal(value), bases))
    return TaxRate(code=code, taxation_code=taxation, value=Decimal(0), strategy=strategy)


def _flat(taxation: str, code: str, value: str, currency: str, *valid: ValidityInterval) -> TaxRate:
    return TaxRate(
        code=code,
        taxation_code=taxation,
        value=Decimal(value),
        validity_intervals_utc=valid or None,
        strategy=TaxRateStrategy("Flat", FlatTax(currency, Decimal(value))),
    )


TAX_RATES = (
    _relative("UK", "UK-2021-S", "0.20"),
    _relative("UK", "UK-2021-H", "0.125", ValidityInterval(_UK_REDUCED_SINCE, _UK_SINCE)),
    _relative("UK-2022", "UK-S", "0.20"),
    _relative("UK-2022", "UK-R", "0.05"),
    _relative("UK-2022", "UK-Z", "0"),
    _relative("FR", "FR-S", "0.20"),
    _relative("FR", "FR-I", "0.10"),
    _relative("FR", "FR-R", "0.055"),
    _relative("US-DC", "US-DC-S", "0.06"),
    _relative("US-DC-HOTEL", "US-DC-H", "0.1595"),
    _relative("CA", "CA-S", "0.05"),
    _dependent("CA-QC", "CA-QC-9.975%", "0.09975", "CA-QC-LODGING"),
    _relative("CA-QC-LODGING", "CA-QC-L", "0.035", ValidityInterval(_QUEBEC_SINCE, None)),
    _flat("CA-QC-NIGHT", "CA-QC-N", "3.5", "CAD", ValidityInterval(None, _QUEBEC_SINCE)),
)

TAX_ENVIRONMENTS = (
    TaxEnvironment(
        code="UK", country_code="GBR", validity_end_utc=_UK_SINCE, taxation_codes=("UK",)
    ),
    TaxEnvironment(
        code="UK-2022",
        country_code="GBR",
        validity_start_utc=_UK_SINCE,
        taxation_codes=("UK-2022",),
    ),
    TaxEnvironment(code="FR", country_code="FRA", taxation_codes=("FR",)),
    TaxEnvironment(code="US-DC", country_code="USA", taxation_codes=("US-DC", "US-DC-HOTEL")),
    TaxEnvironment(
        code="CA-QC",
        country_code="CAN",
        taxation_codes=("CA", "CA-QC", "CA-QC-LODGING", "CA-QC-NIGHT"),
    ),
)


def shares(environment_code: str) -> dict[str, Decimal]:
    """The rates of an environment that are a share of the value that is taxed, by their codes."""
    taxation_codes = next(
        it.taxation_codes for it in TAX_ENVIRONMENTS if it.code == environment_code
    )
    return {
        it.code: it.strategy.value.value
        for it in TAX_RATES
        if it.taxation_code in taxation_codes and isinstance(it.strategy.value, RelativeTax)
    }
