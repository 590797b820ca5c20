from mews_runtime import OpenEnum


class BillingAutomationOrderItemConsumptionPeriodType(OpenEnum):
    """Of which months items are moved, by when they are consumed, seen from the month in which
    it happens."""

    MONTH_BEFORE = "MonthBefore"
    SAME_MONTH_AND_MONTH_BEFORE = "SameMonthAndMonthBefore"
    SAME_MONTH = "SameMonth"
    SAME_MONTH_AND_MONTH_AFTER = "SameMonthAndMonthAfter"
    MONTH_AFTER = "MonthAfter"
