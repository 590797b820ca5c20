from mews_runtime.catalogues.bill_type import BillTypeCatalogue


class BillType(BillTypeCatalogue):
    """How a bill is closed: paid in full (`Receipt`), or to be paid later (`Invoice`). An open
    bill is a `Receipt` until then, which means nothing."""

    RECEIPT = "Receipt"
    INVOICE = "Invoice"
