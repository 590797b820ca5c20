from uuid import UUID

from attrs import field, frozen
from mews_runtime import Model


@frozen(kw_only=True, eq=False, repr=False)
class ExchangeRatesGetAllRequest(Model):
    """Which exchange rates to list; all of them when nothing is chosen."""

    ids: list[UUID] | None = field(default=None, metadata={"json": "Ids"})
    """These exchange rates."""
    enterprise_ids: list[UUID] | None = field(default=None, metadata={"json": "EnterpriseIds"})
    """Enterprises to look in; all that the access token reaches when left out."""
