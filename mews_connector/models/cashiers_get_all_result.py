from uuid import UUID

from attrs import field, frozen
from mews_runtime import Model

from .cashier import Cashier


@frozen(kw_only=True, eq=False, repr=False)
class CashiersGetAllResult(Model):
    """One page of cashiers."""

    cashiers: list[Cashier] = field(metadata={"json": "Cashiers"})
    """The cashiers found, newest first."""
    cursor: UUID | None = field(default=None, metadata={"json": "Cursor"})
    """Identifier of the last and oldest cashier of this page, to ask for the next one. Null
    when the page is empty."""
