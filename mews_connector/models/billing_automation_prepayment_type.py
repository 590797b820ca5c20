from mews_runtime import OpenEnum


class BillingAutomationPrepaymentType(OpenEnum):
    """Which reservations a billing automation takes care of: `All`, or those that were
    `Prepaid` where they were booked."""

    ALL = "All"
    PREPAID = "Prepaid"
