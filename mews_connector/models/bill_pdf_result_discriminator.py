from mews_runtime import OpenEnum


class BillPdfResultDiscriminator(OpenEnum):
    """Whether a bill was printed (`BillPdfFile`) or could not be yet (`BillPrintEvent`), for
    instance because authorities have to hear of it first."""

    BILL_PDF_FILE = "BillPdfFile"
    BILL_PRINT_EVENT = "BillPrintEvent"
