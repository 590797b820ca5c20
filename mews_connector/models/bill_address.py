from attrs import field, frozen
from mews_runtime import Model


@frozen(kw_only=True, eq=False, repr=False)
class BillAddress(Model):
    """A postal address, as a bill shows it."""

    line_1: str | None = field(default=None, metadata={"json": "Line1"})
    """First line."""
    line_2: str | None = field(default=None, metadata={"json": "Line2"})
    """Second line."""
    city: str | None = field(default=None, metadata={"json": "City"})
    """City."""
    postal_code: str | None = field(default=None, metadata={"json": "PostalCode"})
    """Postal code."""
    subdivision_code: str | None = field(default=None, metadata={"json": "SubdivisionCode"})
    """ISO 3166-2 code of the state or region, such as `CZ-PR`."""
    country_code: str | None = field(default=None, metadata={"json": "CountryCode"})
    """ISO 3166-1 code of the country, such as `CZ`."""
