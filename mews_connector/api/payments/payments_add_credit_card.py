from datetime import date

from mews_runtime import Deprecation, Kind, Operation, Portfolio

from ...models.payments_add_credit_card_request import PaymentsAddCreditCardRequest
from ...models.payments_add_credit_card_result import PaymentsAddCreditCardResult

PAYMENTS_ADD_CREDIT_CARD = Operation[PaymentsAddCreditCardResult](
    path="payments/addCreditCard",
    kind=Kind.WRITE,
    portfolio=Portfolio.NONE,
    request=PaymentsAddCreditCardRequest,
    result=PaymentsAddCreditCardResult,
    deprecated=Deprecation(
        since=date.fromisoformat("2026-07-29"),
        until=date.fromisoformat("2028-01-10"),
    ),
)
