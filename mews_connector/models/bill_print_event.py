from uuid import UUID

from attrs import field, frozen
from mews_runtime import Model


@frozen(kw_only=True, eq=False, repr=False)
class BillPrintEvent(Model):
    """A print that is still going on."""

    bill_print_event_id: UUID | None = field(default=None, metadata={"json": "BillPrintEventId"})
    """Identifier of the print event, to ask again with."""
