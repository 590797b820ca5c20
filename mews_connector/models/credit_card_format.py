from mews_runtime import OpenEnum


class CreditCardFormat(OpenEnum):
    """Whether a payment card is a piece of plastic (`Physical`) or a number only (`Virtual`)."""

    PHYSICAL = "Physical"
    VIRTUAL = "Virtual"
