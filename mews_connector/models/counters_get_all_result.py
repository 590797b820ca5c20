from uuid import UUID

from attrs import field, frozen
from mews_runtime import Model

from .counter import Counter


@frozen(kw_only=True, eq=False, repr=False)
class CountersGetAllResult(Model):
    """One page of counters."""

    counters: list[Counter] = field(metadata={"json": "Counters"})
    """The counters found, of every type, newest first."""
    bill_counters: list[Counter] | None = field(
        default=None, metadata={"json": "BillCounters", "deprecated": "deprecated; use `counters`"}
    )
    """The counters of closed bills. Not every answer has them. Deprecated; use `counters`."""
    proforma_counters: list[Counter] | None = field(
        default=None,
        metadata={"json": "ProformaCounters", "deprecated": "deprecated; use `counters`"},
    )
    """The counters of pro forma invoices. Not every answer has them. Deprecated; use
    `counters`."""
    bill_preview_counters: list[Counter] | None = field(
        default=None,
        metadata={"json": "BillPreviewCounters", "deprecated": "deprecated; use `counters`"},
    )
    """The counters of previews of bills. Not every answer has them. Deprecated; use `counters`."""
    service_order_counters: list[Counter] | None = field(
        default=None,
        metadata={"json": "ServiceOrderCounters", "deprecated": "deprecated; use `counters`"},
    )
    """The counters of service orders, such as reservations. Not every answer has them.
    Deprecated; use `counters`."""
    registration_card_counters: list[Counter] | None = field(
        default=None,
        metadata={"json": "RegistrationCardCounters", "deprecated": "deprecated; use `counters`"},
    )
    """The counters of registration cards. Not every answer has them. Deprecated; use
    `counters`."""
    cursor: UUID | None = field(default=None, metadata={"json": "Cursor"})
    """Identifier of the last and oldest counter of this page, to ask for the next one. Null
    when the page is empty."""
