from mews_runtime import OpenEnum


class BillTimeFilter(OpenEnum):
    """Moment of a bill that an interval of the older form is about: when it was opened
    (`Created`), closed, paid or is due (`DueDate`)."""

    CREATED = "Created"
    CLOSED = "Closed"
    PAID = "Paid"
    DUE_DATE = "DueDate"
