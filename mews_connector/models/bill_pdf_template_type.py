from mews_runtime import OpenEnum


class BillPdfTemplateType(OpenEnum):
    """How the items on a printed bill are brought together: by reservation, item, price and day
    (`Detailed`), by day without reservations (`Consumption`), by reservation without days
    (`Reservation`), by item and price alone (`OrderItem`, no fiscal document), or by guest
    first (`Guest`)."""

    DETAILED = "Detailed"
    CONSUMPTION = "Consumption"
    RESERVATION = "Reservation"
    ORDER_ITEM = "OrderItem"
    GUEST = "Guest"
