from decimal import Decimal
from uuid import UUID

from attrs import field, frozen
from mews_runtime import Model


@frozen(kw_only=True, eq=False, repr=False)
class ExchangeRate(Model):
    """What one currency is worth in another, for an enterprise."""

    source_currency: str = field(metadata={"json": "SourceCurrency", "min_length": 1})
    """ISO 4217 code of the currency to convert from."""
    target_currency: str = field(metadata={"json": "TargetCurrency", "min_length": 1})
    """ISO 4217 code of the currency to convert to."""
    value: Decimal = field(metadata={"json": "Value"})
    """What a sum in the source currency is multiplied by to get it in the target currency."""
    id: UUID | None = field(default=None, metadata={"json": "Id"})
    """Identifier of the exchange rate. Older answers leave it out."""
    enterprise_id: UUID | None = field(default=None, metadata={"json": "EnterpriseId"})
    """Enterprise that uses the rate. Older answers leave it out."""
