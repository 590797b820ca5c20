from mews_runtime import OpenEnum


class AccountingState(OpenEnum):
    """Where an item stands in the books: `Open` and worth something, `Closed` on a bill or
    invoice, `Inactive` (worth nothing, or a payment that is pending or failed), or
    `Canceled`."""

    OPEN = "Open"
    CLOSED = "Closed"
    INACTIVE = "Inactive"
    CANCELED = "Canceled"
