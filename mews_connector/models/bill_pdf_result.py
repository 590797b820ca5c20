from collections.abc import Mapping
from typing import ClassVar

from attrs import field, frozen
from mews_runtime import TaggedValue, UnknownVariant

from .bill_pdf_file import BillPdfFile
from .bill_pdf_result_discriminator import BillPdfResultDiscriminator
from .bill_print_event import BillPrintEvent


@frozen(kw_only=True, eq=False, repr=False)
class BillPdfResult(TaggedValue):
    """A printed bill, or the print event to ask again with."""

    variants: ClassVar[Mapping[str, str | None]] = {
        "BillPdfFile": "BillPdfFile",
        "BillPrintEvent": "BillPrintEvent",
    }

    discriminator: BillPdfResultDiscriminator | None = field(
        default=None, metadata={"json": "Discriminator"}
    )
    """Which of the two it is."""
    value: BillPdfFile | BillPrintEvent | UnknownVariant | None = field(
        default=None, metadata={"json": "Value", "tagged": True}
    )
    """The file or the print event, after `Discriminator`."""
