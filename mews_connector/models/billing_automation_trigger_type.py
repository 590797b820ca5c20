from mews_runtime import OpenEnum


class BillingAutomationTriggerType(OpenEnum):
    """What sets a billing automation off: every change of a reservation (`Continuous`), each
    new month (`Recurring`), or only the making of a reservation, so that items added later
    are not moved (`Legacy`)."""

    CONTINUOUS = "Continuous"
    RECURRING = "Recurring"
    LEGACY = "Legacy"
