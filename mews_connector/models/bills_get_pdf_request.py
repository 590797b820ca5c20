from uuid import UUID

from attrs import field, frozen
from mews_runtime import Model

from .bill_pdf_template_type import BillPdfTemplateType


@frozen(kw_only=True, eq=False, repr=False)
class BillsGetPdfRequest(Model):
    """Which bill to print and how."""

    bill_id: UUID = field(metadata={"json": "BillId"})
    """Bill to print."""
    bill_print_event_id: UUID | None = field(default=None, metadata={"json": "BillPrintEventId"})
    """The print event that an earlier answer named, to ask again for the same print. Not
    counted anew."""
    pdf_template: BillPdfTemplateType | None = field(default=None, metadata={"json": "PdfTemplate"})
    """How the items are laid out."""
    print_reason: str | None = field(
        default=None,
        metadata={
            "json": "PrintReason",
            "max_length": 255,
            "required_in": {
                "FR": {"because": "French law wants a reason for every print of a bill"}
            },
        },
    )
    """Why the bill is printed. Needed in the French legal environment. At most 255 characters."""
