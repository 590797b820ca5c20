from mews_runtime import OpenEnum


class CreditCardState(OpenEnum):
    """Whether a payment card may be used (`Enabled`) or not (`Disabled`)."""

    ENABLED = "Enabled"
    DISABLED = "Disabled"
