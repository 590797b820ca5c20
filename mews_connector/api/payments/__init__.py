from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING
from uuid import UUID

import mews_runtime

from mews_connector import api, models

if TYPE_CHECKING:
    from typing_extensions import deprecated
else:
    from mews_runtime import deprecated


class Payments(mews_runtime.Resource):
    """Money received, recorded or given back."""

    __slots__ = ()

    @mews_runtime.warns_of_deprecated(lambda: api.PAYMENTS_ADD_ALTERNATIVE)
    async def add_alternative(
        self,
        *,
        customer_id: UUID,
        amount: models.AmountParameters,
        reservation_id: UUID | None = None,
        data: models.AlternativePaymentMethodData | None = None,
        method: models.AlternativePaymentMethod | None = None,
        redirect_url: str | None = None,
    ) -> models.PaymentsAddAlternativeResult:
        """Start a payment by iDEAL, a wallet or direct debit.

        Starts a payment that the customer completes by another method than a card, often on a
        page of the method's provider. The payment is `Pending` until then; read its state with
        payments/getAll. The enterprise must have the method enabled. Works with single-
        enterprise tokens only.

        Args:
            customer_id: Customer that is going to pay.
            amount: What is to be paid, as a positive value.
            reservation_id: Reservation that the payment belongs to.
            data: The method of payment and what it needs to know.
            method: The method of payment. Goes with `RedirectUrl`. Deprecated since
                2024-05-08; use `data`.
            redirect_url: Where the customer's browser goes after paying. Goes with
                `Method`. Deprecated since 2024-05-08; use `data`.

        Raises:
            InvalidRequestError: It is refused here; `.problems` lists every fault.
            OutcomeUnknownError: It may or may not have been carried out; never repeated here.
            MewsError: Whatever else goes wrong, as the tree in `mews_connector.errors` shows.

        Source: https://docs.mews.com/connector-api/operations/payments#add-alternative-payment
        """
        return await self._session.call(
            api.PAYMENTS_ADD_ALTERNATIVE,
            models.PaymentsAddAlternativeRequest(
                customer_id=customer_id,
                amount=amount,
                reservation_id=reservation_id,
                data=data,
                method=method,
                redirect_url=redirect_url,
            ),
        )

    @deprecated("payments/addCreditCard is deprecated since 2026-07-29, switched off on 2028-01-10")
    async def add_credit_card(
        self,
        *,
        customer_id: UUID,
        amount: models.AmountParameters,
        credit_card: models.CreditCardParameters,
        bill_id: UUID | None = None,
        accounting_category_id: UUID | None = None,
        reservation_id: UUID | None = None,
        receipt_identifier: str | None = None,
        notes: str | None = None,
    ) -> models.PaymentsAddCreditCardResult:
        """Record a card payment taken elsewhere.

        Puts a card payment that was taken outside of Mews onto an open bill of the customer. It
        does not charge the card. Works with single-enterprise tokens only. Nothing takes its
        exact place: the vendor wants cards to be charged through Mews itself.

        Deprecated since 2026-07-29, switched off on 2028-01-10.

        Args:
            customer_id: Customer that paid.
            amount: What was paid, as a positive value.
            credit_card: The card that was used.
            bill_id: Open bill of the customer to put the payment on; one is chosen when
                left out.
            accounting_category_id: Accounting category to file the payment under.
            reservation_id: Reservation that the payment belongs to.
            receipt_identifier: Number of the receipt.
            notes: Free text.

        Raises:
            InvalidRequestError: It is refused here; `.problems` lists every fault.
            OutcomeUnknownError: It may or may not have been carried out; never repeated here.
            MewsError: Whatever else goes wrong, as the tree in `mews_connector.errors` shows.

        Source: https://docs.mews.com/connector-api/operations/payments#add-credit-card-payment
        """
        return await self._session.call(
            api.PAYMENTS_ADD_CREDIT_CARD,
            models.PaymentsAddCreditCardRequest(
                customer_id=customer_id,
                amount=amount,
                credit_card=credit_card,
                bill_id=bill_id,
                accounting_category_id=accounting_category_id,
                reservation_id=reservation_id,
                receipt_identifier=receipt_identifier,
                notes=notes,
            ),
        )

    @mews_runtime.warns_of_deprecated(lambda: api.PAYMENTS_ADD_EXTERNAL)
    async def add_external(
        self,
        *,
        amount: models.AmountParameters,
        enterprise_id: UUID | None = None,
        account_id: UUID | None = None,
        customer_id: UUID | None = None,
        bill_id: UUID | None = None,
        accounting_category_id: UUID | None = None,
        reservation_id: UUID | None = None,
        type_: models.ExternalPaymentType | None = None,
        external_identifier: str | None = None,
        notes: str | None = None,
    ) -> models.PaymentsAddExternalResult:
        """Record a payment taken elsewhere.

        Puts a payment that was taken outside of Mews onto an open bill of the account. It
        records money and never charges anyone. The enterprise must have enabled the payment's
        type, see `EnabledExternalPaymentTypes` in the configuration.

        Args:
            amount: What was paid, as a positive value; a negative value records money given
                back.
            enterprise_id: Enterprise to record it in. Needed with a portfolio token,
                ignored otherwise.
            account_id: Customer or company that paid. Billing a company may not be enabled
                for every integration.
            customer_id: Customer that paid. Deprecated since 2023-05-24; use `account_id`.
            bill_id: Open bill of the account to put the payment on; one is chosen when left
                out.
            accounting_category_id: Accounting category to file the payment under.
            reservation_id: Reservation that the payment belongs to.
            type_: How the money was taken; must be one that the enterprise has enabled. In
                the French legal environment it is needed, and `Unspecified` counts as fraud.
            external_identifier: The payment's identifier in your own system, to find it
                again by.
            notes: Free text.

        Raises:
            InvalidRequestError: It is refused here; `.problems` lists every fault.
            OutcomeUnknownError: It may or may not have been carried out; never repeated here.
            MewsError: Whatever else goes wrong, as the tree in `mews_connector.errors` shows.

        Source: https://docs.mews.com/connector-api/operations/payments#add-external-payment
        """
        return await self._session.call(
            api.PAYMENTS_ADD_EXTERNAL,
            models.PaymentsAddExternalRequest(
                amount=amount,
                enterprise_id=enterprise_id,
                account_id=account_id,
                customer_id=customer_id,
                bill_id=bill_id,
                accounting_category_id=accounting_category_id,
                reservation_id=reservation_id,
                type_=type_,
                external_identifier=external_identifier,
                notes=notes,
            ),
        )

    def get_all(
        self,
        *,
        enterprise_ids: list[UUID] | None = None,
        payment_ids: list[UUID] | None = None,
        account_ids: list[UUID] | None = None,
        bill_ids: list[UUID] | None = None,
        reservation_ids: list[UUID] | None = None,
        created_utc: models.TimeInterval | None = None,
        updated_utc: models.TimeInterval | None = None,
        charged_utc: models.TimeInterval | None = None,
        closed_utc: models.TimeInterval | None = None,
        settlement_utc: models.TimeInterval | None = None,
        currency: str | None = None,
        accounting_states: list[models.AccountingState] | None = None,
        states: list[models.PaymentState] | None = None,
        type_: models.PaymentType | None = None,
        page_size: int = 1000,
        resume: str | None = None,
        prefetch: bool = False,
        concurrency: int = 1,
        ordered: bool = True,
    ) -> mews_runtime.Paginator[models.Payment, models.PaymentsGetAllResult]:
        """List payments.

        Lists payments of every kind, newest first, refunds and chargebacks included. At least
        one filter is needed; `EnterpriseIds`, `SettlementUtc`, `States`, `AccountingStates`,
        `Type` and `Currency` only narrow what another filter found.

        Args:
            enterprise_ids: Enterprises to look in; all that the access token reaches when
                left out. More than 1000 are asked for in parts.
            payment_ids: These payments. More than 1000 are asked for in parts.
            account_ids: Payments of these customers or companies. More than 100 are asked
                for in parts.
            bill_ids: Payments on these bills. More than 1000 are asked for in parts.
            reservation_ids: Payments that belong to these reservations. More than 1000 are
                asked for in parts.
            created_utc: When the payment was created. What is longer than 3 months is asked
                for in parts.
            updated_utc: When the payment last changed. What is longer than 3 months is
                asked for in parts.
            charged_utc: When the payment was charged. What is longer than 3 months is asked
                for in parts.
            closed_utc: When the payment's bill was closed. What is longer than 3 months is
                asked for in parts.
            settlement_utc: When the payment was settled. Not enough as the only filter.
                What is longer than 3 months is asked for in parts.
            currency: ISO 4217 code of the currency to convert every `Amount` to;
                `OriginalAmount` stays as it is.
            accounting_states: Only payments in one of these accounting states.
            states: Only payments in one of these states.
            type_: Only payments of this type; `Payment` stands for any.
            page_size: The most rows that one request asks for, 1 to 1000.
            resume: The `.resume` of an error or a page, to go on after what that walk gave.
            prefetch: Whether to read one page ahead of the one in use.
            concurrency: How many parts of a long interval or list to read at the same time.
            ordered: Whether rows still come part after part, or as they are read.

        Raises:
            InvalidRequestError: It is refused here; `.problems` lists every fault.
            MewsError: Whatever else goes wrong, as the tree in `mews_connector.errors` shows.

        Source: https://docs.mews.com/connector-api/operations/payments#get-all-payments
        """
        return self._session.paginate(
            api.PAYMENTS_GET_ALL,
            models.PaymentsGetAllRequest(
                enterprise_ids=enterprise_ids,
                payment_ids=payment_ids,
                account_ids=account_ids,
                bill_ids=bill_ids,
                reservation_ids=reservation_ids,
                created_utc=created_utc,
                updated_utc=updated_utc,
                charged_utc=charged_utc,
                closed_utc=closed_utc,
                settlement_utc=settlement_utc,
                currency=currency,
                accounting_states=accounting_states,
                states=states,
                type_=type_,
            ),
            page_size=page_size,
            resume=resume,
            prefetch=prefetch,
            concurrency=concurrency,
            ordered=ordered,
        )

    async def refund(
        self,
        *,
        payment_id: UUID,
        account_id: UUID,
        reason: str,
        enterprise_id: UUID | None = None,
        value_to_refund: Decimal | None = None,
    ) -> models.PaymentsRefundResult:
        """Give back a payment, whole or in part.

        Refunds a card or alternative payment; no other kind can be refunded. The refund is a
        payment of its own: it may stay `Pending` and fail later, so read it by its `RefundId`
        with payments/getAll.

        Args:
            payment_id: Payment to refund.
            account_id: Customer or company that the payment belongs to.
            reason: Why the money goes back.
            enterprise_id: Enterprise that the payment belongs to. Needed with a portfolio
                token, ignored otherwise.
            value_to_refund: How much to give back, as a positive value in the payment's
                currency; all of it when left out.

        Raises:
            InvalidRequestError: It is refused here; `.problems` lists every fault.
            OutcomeUnknownError: It may or may not have been carried out; never repeated here.
            MewsError: Whatever else goes wrong, as the tree in `mews_connector.errors` shows.

        Source: https://docs.mews.com/connector-api/operations/payments#refund-payment
        """
        return await self._session.call(
            api.PAYMENTS_REFUND,
            models.PaymentsRefundRequest(
                payment_id=payment_id,
                account_id=account_id,
                reason=reason,
                enterprise_id=enterprise_id,
                value_to_refund=value_to_refund,
            ),
        )
