from mews_runtime import OpenEnum


class TimeUnitPeriod(OpenEnum):
    """A unit of time that services are sold by."""

    DAY = "Day"
    MONTH = "Month"
    HOUR = "Hour"
