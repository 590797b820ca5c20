from mews_runtime import OpenEnum


class BillType(OpenEnum):
    """How a bill is closed: paid in full (`Receipt`), or to be paid later (`Invoice`). An open
    bill is a `Receipt` until then, which means nothing."""

    RECEIPT = "Receipt"
    INVOICE = "Invoice"
