from uuid import UUID

from attrs import field, frozen
from mews_runtime import Model

from .bill_pdf_result import BillPdfResult


@frozen(kw_only=True, eq=False, repr=False)
class BillsGetPdfResult(Model):
    """A printed bill, or why there is none yet."""

    bill_id: UUID | None = field(default=None, metadata={"json": "BillId"})
    """Bill that was to be printed."""
    result: BillPdfResult | None = field(default=None, metadata={"json": "Result"})
    """The printed bill, or the print event to ask again with."""
