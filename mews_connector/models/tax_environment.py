from datetime import datetime

from attrs import field, frozen
from mews_runtime import Model


@frozen(kw_only=True, eq=False, repr=False)
class TaxEnvironment(Model):
    """The taxes that one set of laws raises, and when it was in force."""

    code: str | None = field(default=None, metadata={"json": "Code"})
    """Code of the tax environment, such as `AT-2020`."""
    country_code: str | None = field(default=None, metadata={"json": "CountryCode"})
    """ISO 3166-1 code of its country, in three letters."""
    validity_start_utc: datetime | None = field(default=None, metadata={"json": "ValidityStartUtc"})
    """When it came into force; null when it always was."""
    validity_end_utc: datetime | None = field(default=None, metadata={"json": "ValidityEndUtc"})
    """When it went out of force; null while it is in force."""
    taxation_codes: list[str] | None = field(default=None, metadata={"json": "TaxationCodes"})
    """Codes of the taxes that are raised in it."""
