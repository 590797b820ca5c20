from mews_runtime import Kind, Operation, Portfolio

from ...models.bills_get_pdf_request import BillsGetPdfRequest
from ...models.bills_get_pdf_result import BillsGetPdfResult

BILLS_GET_PDF = Operation[BillsGetPdfResult](
    path="bills/getPdf",
    kind=Kind.WRITE,
    portfolio=Portfolio.NONE,
    request=BillsGetPdfRequest,
    result=BillsGetPdfResult,
)
