from __future__ import annotations

from typing import TYPE_CHECKING

from mews_runtime import Kind, Operation, Portfolio

from ... import models
from ...models.bills_get_pdf_request import BillsGetPdfRequest

if TYPE_CHECKING:
    from ...models.bills_get_pdf_result import BillsGetPdfResult

BILLS_GET_PDF: Operation[BillsGetPdfResult] = Operation(
    path="bills/getPdf",
    kind=Kind.WRITE,
    portfolio=Portfolio.NONE,
    request=BillsGetPdfRequest,
    answer=lambda: models.BillsGetPdfResult,
)
