from __future__ import annotations

from uuid import UUID

import mews_runtime

from mews_connector import api, models


class BillingAutomationPaymentPlans(mews_runtime.Resource):
    """Collecting what billing automations put on bills."""

    __slots__ = ()

    async def add(
        self,
        *,
        billing_automation_id: UUID,
        customer_id: UUID,
        name: str,
        payment_request: models.BillingAutomationPaymentPlanPaymentRequest,
        payment_offset_days: int,
        enterprise_id: UUID | None = None,
        start_month: str | None = None,
    ) -> models.BillingAutomationPaymentPlansAddResult:
        """Add a payment plan to a billing automation.

        Plans to collect what a billing automation puts on its bills. The plan begins to work
        when the customer has answered a payment request; the answer tells where.

        Args:
            billing_automation_id: Billing automation to collect for.
            customer_id: Customer that is going to pay.
            name: Name of the plan. At most 255 characters.
            payment_request: How to ask the customer for the means of payment.
            payment_offset_days: Days from the making of a bill to its charge.
            enterprise_id: Enterprise of the billing automation. Needed with a portfolio
                token, ignored otherwise.
            start_month: Month to begin in, as `YYYY-MM`; it must lie ahead. When left out,
                collecting begins with the earliest bill of the billing automation that there
                is.

        Raises:
            InvalidRequestError: It is refused here; `.problems` lists every fault.
            OutcomeUnknownError: It may or may not have been carried out; never repeated here.
            MewsError: Whatever else goes wrong, as the tree in `mews_connector.errors` shows.

        Source: https://docs.mews.com/connector-api/operations/paymentplans#add-billing-automation-payment-plan
        """
        return await self._session.call(
            api.BILLING_AUTOMATION_PAYMENT_PLANS_ADD,
            models.BillingAutomationPaymentPlansAddRequest(
                billing_automation_id=billing_automation_id,
                customer_id=customer_id,
                name=name,
                payment_request=payment_request,
                payment_offset_days=payment_offset_days,
                enterprise_id=enterprise_id,
                start_month=start_month,
            ),
        )
