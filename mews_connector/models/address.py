from decimal import Decimal
from uuid import UUID

from attrs import field, frozen
from mews_runtime import Model


@frozen(kw_only=True, eq=False, repr=False)
class Address(Model):
    """A postal address."""

    id: UUID | None = field(default=None, metadata={"json": "Id"})
    """Identifier of the address."""
    line_1: str | None = field(default=None, metadata={"json": "Line1"})
    """First line."""
    line_2: str | None = field(default=None, metadata={"json": "Line2"})
    """Second line."""
    city: str | None = field(default=None, metadata={"json": "City"})
    """City."""
    postal_code: str | None = field(default=None, metadata={"json": "PostalCode"})
    """Postal code."""
    country_code: str | None = field(default=None, metadata={"json": "CountryCode"})
    """ISO 3166-1 code of the country, such as `CZ`."""
    country_subdivision_code: str | None = field(
        default=None, metadata={"json": "CountrySubdivisionCode"}
    )
    """ISO 3166-2 code of the state or region."""
    latitude: Decimal | None = field(default=None, metadata={"json": "Latitude"})
    """Latitude in degrees."""
    longitude: Decimal | None = field(default=None, metadata={"json": "Longitude"})
    """Longitude in degrees."""
