from __future__ import annotations

from uuid import UUID

import mews_runtime

from mews_connector import api, models


class BillingAutomations(mews_runtime.Resource):
    """Rules that put what reservations cost onto bills."""

    __slots__ = ()

    async def add(
        self,
        *,
        billing_automations: list[models.BillingAutomationAddParameters],
        enterprise_id: UUID | None = None,
    ) -> models.BillingAutomationsAddResult:
        """Make billing automations.

        Makes rules that from then on put what reservations cost onto bills.

        Args:
            billing_automations: The billing automations to make. At most 100 items.
            enterprise_id: Enterprise to make them for. Needed with a portfolio token,
                ignored otherwise.

        Raises:
            InvalidRequestError: It is refused here; `.problems` lists every fault.
            OutcomeUnknownError: It may or may not have been carried out; never repeated here.
            MewsError: Whatever else goes wrong, as the tree in `mews_connector.errors` shows.

        Source: https://docs.mews.com/connector-api/operations/billingautomations#add-billing-automations
        """
        return await self._session.call(
            api.BILLING_AUTOMATIONS_ADD,
            models.BillingAutomationsAddRequest(
                billing_automations=billing_automations,
                enterprise_id=enterprise_id,
            ),
        )

    async def delete(
        self,
        *,
        billing_automation_ids: list[UUID],
        enterprise_id: UUID | None = None,
    ) -> models.BillingAutomationsDeleteResult:
        """Delete billing automations.

        Deletes rules, so that they put nothing more onto bills.

        Args:
            billing_automation_ids: Billing automations to delete. At most 100 items.
            enterprise_id: Enterprise that they belong to. Needed with a portfolio token,
                ignored otherwise.

        Raises:
            InvalidRequestError: It is refused here; `.problems` lists every fault.
            OutcomeUnknownError: It may or may not have been carried out; never repeated here.
            MewsError: Whatever else goes wrong, as the tree in `mews_connector.errors` shows.

        Source: https://docs.mews.com/connector-api/operations/billingautomations#delete-billing-automations
        """
        return await self._session.call(
            api.BILLING_AUTOMATIONS_DELETE,
            models.BillingAutomationsDeleteRequest(
                billing_automation_ids=billing_automation_ids,
                enterprise_id=enterprise_id,
            ),
        )

    def get_all(
        self,
        *,
        enterprise_ids: list[UUID] | None = None,
        company_ids: list[UUID] | None = None,
        billing_automation_ids: list[UUID] | None = None,
        page_size: int = 1000,
        resume: str | None = None,
        prefetch: bool = False,
        concurrency: int = 1,
        ordered: bool = True,
    ) -> mews_runtime.Paginator[models.BillingAutomation, models.BillingAutomationsGetAllResult]:
        """List billing automations.

        Lists the rules by which an enterprise puts what reservations cost onto bills, newest
        first.

        Args:
            enterprise_ids: Enterprises to look in; all that the access token reaches when
                left out. More than 1000 are asked for in parts.
            company_ids: Billing automations for reservations of these companies. More than
                100 are asked for in parts.
            billing_automation_ids: These billing automations. More than 100 are asked for
                in parts.
            page_size: The most rows that one request asks for, 1 to 1000.
            resume: The `.resume` of an error or a page, to go on after what that walk gave.
            prefetch: Whether to read one page ahead of the one in use.
            concurrency: How many parts of a long interval or list to read at the same time.
            ordered: Whether rows still come part after part, or as they are read.

        Raises:
            InvalidRequestError: It is refused here; `.problems` lists every fault.
            MewsError: Whatever else goes wrong, as the tree in `mews_connector.errors` shows.

        Source: https://docs.mews.com/connector-api/operations/billingautomations#get-all-billing-automations
        """
        return self._session.paginate(
            api.BILLING_AUTOMATIONS_GET_ALL,
            models.BillingAutomationsGetAllRequest(
                enterprise_ids=enterprise_ids,
                company_ids=company_ids,
                billing_automation_ids=billing_automation_ids,
            ),
            page_size=page_size,
            resume=resume,
            prefetch=prefetch,
            concurrency=concurrency,
            ordered=ordered,
        )

    async def update(
        self,
        *,
        billing_automation_updates: list[models.BillingAutomationUpdateParameters],
        enterprise_id: UUID | None = None,
    ) -> models.BillingAutomationsUpdateResult:
        """Change billing automations.

        Changes what the rules say as a whole. What is left out of an update stays as it is.
        Which items a rule moves is changed with billingAutomations/updateAssignments; its
        trigger cannot be changed.

        Args:
            billing_automation_updates: The changes, one entry for each billing automation.
                At most 100 items.
            enterprise_id: Enterprise that they belong to. Needed with a portfolio token,
                ignored otherwise.

        Raises:
            InvalidRequestError: It is refused here; `.problems` lists every fault.
            OutcomeUnknownError: It may or may not have been carried out; never repeated here.
            MewsError: Whatever else goes wrong, as the tree in `mews_connector.errors` shows.

        Source: https://docs.mews.com/connector-api/operations/billingautomations#update-billing-automations
        """
        return await self._session.call(
            api.BILLING_AUTOMATIONS_UPDATE,
            models.BillingAutomationsUpdateRequest(
                billing_automation_updates=billing_automation_updates,
                enterprise_id=enterprise_id,
            ),
        )

    async def update_assignments(
        self,
        *,
        billing_automation_id: UUID,
        enterprise_id: UUID | None = None,
        assignments_to_add: list[models.BillingAutomationAssignmentAddParameters] | None = None,
        assignments_to_update: list[models.BillingAutomationAssignmentUpdateParameters]
        | None = None,
        assignment_ids_to_remove: list[UUID] | None = None,
    ) -> models.BillingAutomationsUpdateAssignmentsResult:
        """Change which items a billing automation moves.

        Adds, changes and removes assignments of one billing automation, all in one request.

        Args:
            billing_automation_id: Billing automation to change.
            enterprise_id: Enterprise that it belongs to. Needed with a portfolio token,
                ignored otherwise.
            assignments_to_add: Assignments to make. At most 20 items.
            assignments_to_update: Changes of assignments that there are. At most 20 items.
            assignment_ids_to_remove: Assignments to remove. At most 100 items.

        Raises:
            InvalidRequestError: It is refused here; `.problems` lists every fault.
            OutcomeUnknownError: It may or may not have been carried out; never repeated here.
            MewsError: Whatever else goes wrong, as the tree in `mews_connector.errors` shows.

        Source: https://docs.mews.com/connector-api/operations/billingautomations#update-billing-automations-assignments
        """
        return await self._session.call(
            api.BILLING_AUTOMATIONS_UPDATE_ASSIGNMENTS,
            models.BillingAutomationsUpdateAssignmentsRequest(
                billing_automation_id=billing_automation_id,
                enterprise_id=enterprise_id,
                assignments_to_add=assignments_to_add,
                assignments_to_update=assignments_to_update,
                assignment_ids_to_remove=assignment_ids_to_remove,
            ),
        )
