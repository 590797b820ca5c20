from mews_runtime import OpenEnum


class BillingAutomationBillAggregationType(OpenEnum):
    """How items are spread over bills: a bill for each reservation, for each owner of
    reservations, one for all, or one for each group of reservations."""

    ONE_PER_RESERVATION = "OnePerReservation"
    AGGREGATE_BY_CUSTOMER = "AggregateByCustomer"
    AGGREGATE_ALL = "AggregateAll"
    AGGREGATE_PER_RESERVATION_GROUP = "AggregatePerReservationGroup"
