"""Taxes, their rates, and the sets of laws that raise them. The same for all enterprises."""

from datetime import datetime
from decimal import Decimal
from typing import Literal

from msgspec import Struct, field


class Taxation(Struct, frozen=True, rename="pascal"):
    """A tax."""

    code: str
    name: str
    local_name: str


class RelativeTax(Struct, frozen=True, rename="pascal"):
    """A share of the value that is taxed."""

    value: Decimal


class FlatTax(Struct, frozen=True, rename="pascal"):
    """Always the same sum."""

    currency_code: str
    value: Decimal


class DependentTax(Struct, frozen=True, rename="pascal"):
    """A share that is raised on other taxes as well."""

    value: Decimal
    base_taxation_codes: tuple[str, ...]


class TaxRateStrategy(Struct, frozen=True, rename="pascal"):
    """How a tax is worked out; the discriminator tells the shape of the value."""

    discriminator: Literal["Relative", "Flat", "Dependent"]
    value: RelativeTax | FlatTax | DependentTax


class ValidityInterval(Struct, frozen=True, rename="pascal"):
    """A span of time with ends that may be open."""

    start_utc: datetime | None
    end_utc: datetime | None


class TaxRate(Struct, frozen=True, kw_only=True, rename="pascal"):
    """A rate at which a tax is raised."""

    code: str
    taxation_code: str
    value: Decimal
    # The API itself spells it so.
    validity_intervals_utc: tuple[ValidityInterval, ...] | None = field(
        name="ValidityInvervalsUtc", default=None
    )
    strategy: TaxRateStrategy


class TaxEnvironment(Struct, frozen=True, kw_only=True, rename="pascal"):
    """The taxes that one set of laws raises, and when it was in force."""

    code: str
    country_code: str
    validity_start_utc: datetime | None = None
    validity_end_utc: datetime | None = None
    taxation_codes: tuple[str, ...]
