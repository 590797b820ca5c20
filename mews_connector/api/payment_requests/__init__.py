from __future__ import annotations

from uuid import UUID

import mews_runtime

from mews_connector import api, models


class PaymentRequests(mews_runtime.Resource):
    """Asking a guest or company to pay by themselves."""

    __slots__ = ()

    async def add(
        self,
        *,
        payment_requests: list[models.PaymentRequestParameters],
        enterprise_id: UUID | None = None,
        send_payment_request_emails: bool | None = None,
    ) -> models.PaymentRequestsAddResult:
        """Ask for payments.

        Asks customers or companies to pay, or to preauthorize a sum, by themselves. Each is
        told by e-mail unless `SendPaymentRequestEmails` is false.

        Args:
            payment_requests: The payment requests to make. At most 1000 items.
            enterprise_id: Enterprise that asks for the money. Needed with a portfolio
                token, ignored otherwise.
            send_payment_request_emails: Whether each payer gets an e-mail. They do when
                this is left out.

        Raises:
            InvalidRequestError: It is refused here; `.problems` lists every fault.
            OutcomeUnknownError: It may or may not have been carried out; never repeated here.
            MewsError: Whatever else goes wrong, as the tree in `mews_connector.errors` shows.

        Source: https://docs.mews.com/connector-api/operations/paymentrequests#add-payment-requests
        """
        return await self._session.call(
            api.PAYMENT_REQUESTS_ADD,
            models.PaymentRequestsAddRequest(
                payment_requests=payment_requests,
                enterprise_id=enterprise_id,
                send_payment_request_emails=send_payment_request_emails,
            ),
        )

    async def cancel(
        self,
        *,
        payment_request_ids: list[UUID],
    ) -> models.PaymentRequestsCancelResult:
        """Withdraw payment requests.

        Cancels payment requests, which must be `Pending`. Works with single-enterprise tokens
        only.

        Args:
            payment_request_ids: Payment requests to cancel. Each must be `Pending`. At most
                1000 items.

        Raises:
            InvalidRequestError: It is refused here; `.problems` lists every fault.
            OutcomeUnknownError: It may or may not have been carried out; never repeated here.
            MewsError: Whatever else goes wrong, as the tree in `mews_connector.errors` shows.

        Source: https://docs.mews.com/connector-api/operations/paymentrequests#cancel-payment-requests
        """
        return await self._session.call(
            api.PAYMENT_REQUESTS_CANCEL,
            models.PaymentRequestsCancelRequest(
                payment_request_ids=payment_request_ids,
            ),
        )

    def get_all(
        self,
        *,
        enterprise_ids: list[UUID] | None = None,
        payment_request_ids: list[UUID] | None = None,
        account_ids: list[UUID] | None = None,
        reservation_ids: list[UUID] | None = None,
        updated_utc: models.TimeInterval | None = None,
        states: list[models.PaymentRequestState] | None = None,
        page_size: int = 1000,
        resume: str | None = None,
        prefetch: bool = False,
        concurrency: int = 1,
        ordered: bool = True,
    ) -> mews_runtime.Paginator[models.PaymentRequest, models.PaymentRequestsGetAllResult]:
        """List payment requests.

        Lists requests for payment or preauthorization, newest first.

        Args:
            enterprise_ids: Enterprises to look in; all that the access token reaches when
                left out. More than 1000 are asked for in parts.
            payment_request_ids: These payment requests. More than 1000 are asked for in
                parts.
            account_ids: Payment requests sent to these customers or companies. More than
                1000 are asked for in parts.
            reservation_ids: Payment requests that belong to these reservations. More than
                1000 are asked for in parts.
            updated_utc: When the payment request last changed. What is longer than 3 months
                is asked for in parts.
            states: Only payment requests in one of these states.
            page_size: The most rows that one request asks for, 1 to 1000.
            resume: The `.resume` of an error or a page, to go on after what that walk gave.
            prefetch: Whether to read one page ahead of the one in use.
            concurrency: How many parts of a long interval or list to read at the same time.
            ordered: Whether rows still come part after part, or as they are read.

        Raises:
            InvalidRequestError: It is refused here; `.problems` lists every fault.
            MewsError: Whatever else goes wrong, as the tree in `mews_connector.errors` shows.

        Source: https://docs.mews.com/connector-api/operations/paymentrequests#get-all-payment-requests
        """
        return self._session.paginate(
            api.PAYMENT_REQUESTS_GET_ALL,
            models.PaymentRequestsGetAllRequest(
                enterprise_ids=enterprise_ids,
                payment_request_ids=payment_request_ids,
                account_ids=account_ids,
                reservation_ids=reservation_ids,
                updated_utc=updated_utc,
                states=states,
            ),
            page_size=page_size,
            resume=resume,
            prefetch=prefetch,
            concurrency=concurrency,
            ordered=ordered,
        )
