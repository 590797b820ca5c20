from uuid import UUID

from attrs import field, frozen
from mews_runtime import Model

from .payment_request_state import PaymentRequestState
from .time_interval import TimeInterval


@frozen(kw_only=True, eq=False, repr=False)
class PaymentRequestsGetAllRequest(Model):
    """Which payment requests to list. Every filter may be left out."""

    enterprise_ids: list[UUID] | None = field(
        default=None, metadata={"json": "EnterpriseIds", "min_items": 1, "max_items": 1000}
    )
    """Enterprises to look in; all that the access token reaches when left out. At most 1000
    items."""
    payment_request_ids: list[UUID] | None = field(
        default=None, metadata={"json": "PaymentRequestIds", "min_items": 1, "max_items": 1000}
    )
    """These payment requests. At most 1000 items."""
    account_ids: list[UUID] | None = field(
        default=None, metadata={"json": "AccountIds", "min_items": 1, "max_items": 1000}
    )
    """Payment requests sent to these customers or companies. At most 1000 items."""
    reservation_ids: list[UUID] | None = field(
        default=None, metadata={"json": "ReservationIds", "min_items": 1, "max_items": 1000}
    )
    """Payment requests that belong to these reservations. At most 1000 items."""
    updated_utc: TimeInterval | None = field(
        default=None, metadata={"json": "UpdatedUtc", "longest": "P3M"}
    )
    """When the payment request last changed. At most 3 months long."""
    states: list[PaymentRequestState] | None = field(default=None, metadata={"json": "States"})
    """Only payment requests in one of these states."""
