from mews_runtime.catalogues.bill_state import BillStateCatalogue


class BillState(BillStateCatalogue):
    """Whether a bill still takes items and payments (`Open`) or is final (`Closed`)."""

    OPEN = "Open"
    CLOSED = "Closed"
