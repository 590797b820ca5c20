from mews_runtime import OpenEnum


class AccountingItemTimeFilter(OpenEnum):
    """What happened to an item in an interval, that it was `Consumed` or that its bill was
    `Closed`."""

    CLOSED = "Closed"
    CONSUMED = "Consumed"
