from mews_runtime import OpenEnum


class ServiceDataDiscriminator(OpenEnum):
    """Kind of service, sold by the night or hour (`Bookable`) or on its own (`Additional`)."""

    BOOKABLE = "Bookable"
    ADDITIONAL = "Additional"
