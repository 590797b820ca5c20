from mews_runtime import OpenEnum


class BillState(OpenEnum):
    """Whether a bill still takes items and payments (`Open`) or is final (`Closed`)."""

    OPEN = "Open"
    CLOSED = "Closed"
