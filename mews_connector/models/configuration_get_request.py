from uuid import UUID

from attrs import field, frozen
from mews_runtime import Model


@frozen(kw_only=True, eq=False, repr=False)
class ConfigurationGetRequest(Model):
    """Whose configuration to read."""

    enterprise_id: UUID | None = field(default=None, metadata={"json": "EnterpriseId"})
    """Enterprise to read about, with a portfolio token. Ignored otherwise."""
