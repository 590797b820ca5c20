from mews_runtime import OpenEnum


class OutletItemTimeFilter(OpenEnum):
    """Which time an outlet item is found by, its own consumption or the closing of its bill."""

    CONSUMED = "Consumed"
    CLOSED = "Closed"
