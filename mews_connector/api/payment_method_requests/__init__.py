from __future__ import annotations

from datetime import datetime
from uuid import UUID

import mews_runtime

from mews_connector import api, models


class PaymentMethodRequests(mews_runtime.Resource):
    """Asking a guest or company to leave a means of payment."""

    __slots__ = ()

    async def add(
        self,
        *,
        account_id: UUID,
        expiration_utc: datetime,
        description: str,
        payment_methods: list[models.AcceptablePaymentMethod],
        enterprise_id: UUID | None = None,
        notes: str | None = None,
        email: str | None = None,
        emails_to_send: list[models.SupportedEmailType] | None = None,
    ) -> models.PaymentMethodRequestsAddResult:
        """Ask someone to leave a means of payment.

        Asks a customer or company to leave a payment card or a direct debit mandate by
        themselves; no money moves. They are told by e-mail unless `EmailsToSend` is empty. In
        beta: the vendor may still change it.

        Args:
            account_id: Customer or company to ask.
            expiration_utc: When the request can no longer be answered.
            description: What the one who is asked reads. At most 1000 characters.
            payment_methods: What may be left.
            enterprise_id: Enterprise that asks. Needed with a portfolio token, ignored
                otherwise.
            notes: What only the enterprise's staff reads. At most 1000 characters.
            email: E-mail address to write to; that of the account's profile when left out.
                At most 500 characters.
            emails_to_send: Which e-mails to send; all of them when left out, none when
                empty.

        Raises:
            InvalidRequestError: It is refused here; `.problems` lists every fault.
            OutcomeUnknownError: It may or may not have been carried out; never repeated here.
            MewsError: Whatever else goes wrong, as the tree in `mews_connector.errors` shows.

        Source: https://docs.mews.com/connector-api/operations/paymentmethodrequests#add-payment-method-request
        """
        return await self._session.call(
            api.PAYMENT_METHOD_REQUESTS_ADD,
            models.PaymentMethodRequestsAddRequest(
                account_id=account_id,
                expiration_utc=expiration_utc,
                description=description,
                payment_methods=payment_methods,
                enterprise_id=enterprise_id,
                notes=notes,
                email=email,
                emails_to_send=emails_to_send,
            ),
        )
