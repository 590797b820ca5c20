from mews_runtime import OpenEnum


class Pricing(OpenEnum):
    """Whether an enterprise gives amounts with taxes (`Gross`) or without (`Net`)."""

    GROSS = "Gross"
    NET = "Net"
