from __future__ import annotations

from datetime import datetime
from uuid import UUID

import mews_runtime

from mews_connector import api, models


class Bills(mews_runtime.Resource):
    """What customers and companies consumed and paid, to be closed as receipts or invoices."""

    __slots__ = ()

    async def add(
        self,
        *,
        bills: list[models.BillParameters],
        enterprise_id: UUID | None = None,
    ) -> models.BillsAddResult:
        """Open bills.

        Opens empty bills for customers or companies.

        Args:
            bills: The bills to open. At most 1000 items.
            enterprise_id: Enterprise to open them in. Needed with a portfolio token,
                ignored otherwise.

        Raises:
            InvalidRequestError: It is refused here; `.problems` lists every fault.
            OutcomeUnknownError: It may or may not have been carried out; never repeated here.
            MewsError: Whatever else goes wrong, as the tree in `mews_connector.errors` shows.

        Source: https://docs.mews.com/connector-api/operations/bills#add-bill
        """
        return await self._session.call(
            api.BILLS_ADD,
            models.BillsAddRequest(
                bills=bills,
                enterprise_id=enterprise_id,
            ),
        )

    @mews_runtime.warns_of_deprecated(lambda: api.BILLS_CLOSE)
    async def close(
        self,
        *,
        bill_id: UUID,
        type_: models.BillType,
        enterprise_id: UUID | None = None,
        bill_counter_id: UUID | None = None,
        fiscal_machine_id: UUID | None = None,
        options: models.BillOptionsParameters | None = None,
        taxed_date: models.StringUpdateValue | None = None,
        due_date: models.StringUpdateValue | None = None,
        variable_symbol: models.StringUpdateValue | None = None,
        account_tax_identifier: models.StringUpdateValue | None = None,
        purchase_order_number: models.StringUpdateValue | None = None,
        notes: models.StringUpdateValue | None = None,
        account_address: models.AddressParameters | None = None,
        associated_account_data: list[models.BillCloseAccountParameters] | None = None,
        tax_identifier: models.StringUpdateValue | None = None,
        company_tax_identifier: models.StringUpdateValue | None = None,
        address: models.AddressParameters | None = None,
    ) -> models.BillsCloseResult:
        """Close a bill.

        Issues a bill as a receipt, for which its balance must be zero, or as an invoice, which
        makes a receivable of what is unpaid. Nothing on a closed bill can be changed. When
        someone else closed it first, the API answers `Invalid BillId`.

        Args:
            bill_id: Bill to close.
            type_: How to close it. For `Receipt` its balance must be zero.
            enterprise_id: Enterprise that the bill belongs to. Needed with a portfolio
                token, ignored otherwise.
            bill_counter_id: Counter to draw the number from.
            fiscal_machine_id: Fiscal machine to register the bill with.
            options: What the bill is to show.
            taxed_date: Day, such as `2020-07-07`, that the bill is to count for taxes. For
                invoices only.
            due_date: Day, such as `2020-07-14`, that the bill is to be due. For invoices
                only.
            variable_symbol: What a bank transfer should quote, so that the payment finds
                its bill. For invoices only.
            account_tax_identifier: Tax number of the bill's owner.
            purchase_order_number: Number of the purchase order that the bill answers.
            notes: Free text.
            account_address: Address of the bill's owner.
            associated_account_data: About the account that the bill names beside its owner.
                At most 1 items.
            tax_identifier: Tax number of the customer. That of an associated account goes
                into `AssociatedAccountData`. Deprecated since 2023-11-21; use
                `account_tax_identifier`.
            company_tax_identifier: Tax number of the company. That of the bill's owner goes
                into `AccountTaxIdentifier`. Deprecated since 2023-11-21; use
                `associated_account_data`.
            address: Address of the customer. That of an associated account goes into
                `AssociatedAccountData`. Deprecated since 2023-11-21; use `account_address`.

        Raises:
            InvalidRequestError: It is refused here; `.problems` lists every fault.
            OutcomeUnknownError: It may or may not have been carried out; never repeated here.
            MewsError: Whatever else goes wrong, as the tree in `mews_connector.errors` shows.

        Source: https://docs.mews.com/connector-api/operations/bills#close-bill
        """
        return await self._session.call(
            api.BILLS_CLOSE,
            models.BillsCloseRequest(
                bill_id=bill_id,
                type_=type_,
                enterprise_id=enterprise_id,
                bill_counter_id=bill_counter_id,
                fiscal_machine_id=fiscal_machine_id,
                options=options,
                taxed_date=taxed_date,
                due_date=due_date,
                variable_symbol=variable_symbol,
                account_tax_identifier=account_tax_identifier,
                purchase_order_number=purchase_order_number,
                notes=notes,
                account_address=account_address,
                associated_account_data=associated_account_data,
                tax_identifier=tax_identifier,
                company_tax_identifier=company_tax_identifier,
                address=address,
            ),
        )

    async def delete(
        self,
        *,
        bill_ids: list[UUID],
        enterprise_id: UUID | None = None,
    ) -> models.BillsDeleteResult:
        """Delete bills.

        Deletes bills. Each must be open and empty.

        Args:
            bill_ids: Bills to delete. Each must be open and empty. At most 1000 items.
            enterprise_id: Enterprise that the bills belong to. Needed with a portfolio
                token, ignored otherwise.

        Raises:
            InvalidRequestError: It is refused here; `.problems` lists every fault.
            OutcomeUnknownError: It may or may not have been carried out; never repeated here.
            MewsError: Whatever else goes wrong, as the tree in `mews_connector.errors` shows.

        Source: https://docs.mews.com/connector-api/operations/bills#delete-bill
        """
        return await self._session.call(
            api.BILLS_DELETE,
            models.BillsDeleteRequest(
                bill_ids=bill_ids,
                enterprise_id=enterprise_id,
            ),
        )

    @mews_runtime.warns_of_deprecated(lambda: api.BILLS_GET_ALL)
    def get_all(
        self,
        *,
        enterprise_ids: list[UUID] | None = None,
        bill_ids: list[UUID] | None = None,
        customer_ids: list[UUID] | None = None,
        issued_utc: models.TimeInterval | None = None,
        paid_utc: models.TimeInterval | None = None,
        due_utc: models.TimeInterval | None = None,
        created_utc: models.TimeInterval | None = None,
        updated_utc: models.TimeInterval | None = None,
        closed_utc: models.TimeInterval | None = None,
        time_filter: models.BillTimeFilter | None = None,
        start_utc: datetime | None = None,
        end_utc: datetime | None = None,
        state: models.BillState | None = None,
        type_: models.BillType | None = None,
        correction_state: list[models.BillCorrectionState] | None = None,
        extent: models.BillExtent | None = None,
        page_size: int = 1000,
        resume: str | None = None,
        prefetch: bool = False,
        concurrency: int = 1,
        ordered: bool = True,
    ) -> mews_runtime.Paginator[models.Bill, models.BillsGetAllResult]:
        """List bills.

        Lists bills, newest first. At least one filter is needed; `EnterpriseIds`, `State`,
        `Type` and `CorrectionState` only narrow what another filter found. Corrective bills are
        left out unless `CorrectionState` or `BillIds` asks for them.

        Args:
            enterprise_ids: Enterprises to look in; all that the access token reaches when
                left out. More than 1000 are asked for in parts.
            bill_ids: These bills, corrective ones included. More than 1000 are asked for in
                parts.
            customer_ids: Bills of these customers. More than 1000 are asked for in parts.
            issued_utc: When the bill was issued. What is longer than 3 months is asked for
                in parts.
            paid_utc: When the bill was paid. What is longer than 3 months is asked for in
                parts.
            due_utc: When the bill is due. What is longer than 3 months is asked for in
                parts.
            created_utc: When the bill was opened. What is longer than 3 months is asked for
                in parts.
            updated_utc: When the bill last changed. What is longer than 3 months is asked
                for in parts.
            closed_utc: When the bill was closed. What is longer than 3 months is asked for
                in parts. Deprecated since 2025-10-30; use `issued_utc`.
            time_filter: Which moment `StartUtc` and `EndUtc` are about. Deprecated since
                2020-08-19; use `created_utc`, `issued_utc`, `paid_utc`, `due_utc` or
                `updated_utc`.
            start_utc: First instant of the interval that `TimeFilter` speaks of. Goes with
                `EndUtc`. Deprecated since 2020-08-19; use `created_utc`, `issued_utc`,
                `paid_utc`, `due_utc` or `updated_utc`.
            end_utc: First instant after the interval that `TimeFilter` speaks of. Goes with
                `StartUtc`. Deprecated since 2020-08-19; use `created_utc`, `issued_utc`,
                `paid_utc`, `due_utc` or `updated_utc`.
            state: Only bills in this state; open and closed ones when left out.
            type_: Only bills of this type.
            correction_state: Only bills that are corrections or only those that are none;
                name both for all. Only `Bill` counts when this and `BillIds` are left out, so
                corrections stay hidden.
            extent: What to tell beside the bills themselves. Replaced by `BillIds` of
                orderItems/getAll and payments/getAll; the API was to stop honouring it on 10
                January 2025. Deprecated since 2023-10-20, until 2025-01-10; use
                orderItems/getAll and payments/getAll with the ids of the bills.
            page_size: The most rows that one request asks for, 1 to 1000.
            resume: The `.resume` of an error or a page, to go on after what that walk gave.
            prefetch: Whether to read one page ahead of the one in use.
            concurrency: How many parts of a long interval or list to read at the same time.
            ordered: Whether rows still come part after part, or as they are read.

        Raises:
            InvalidRequestError: It is refused here; `.problems` lists every fault.
            MewsError: Whatever else goes wrong, as the tree in `mews_connector.errors` shows.

        Source: https://docs.mews.com/connector-api/operations/bills#get-all-bills
        """
        return self._session.paginate(
            api.BILLS_GET_ALL,
            models.BillsGetAllRequest(
                enterprise_ids=enterprise_ids,
                bill_ids=bill_ids,
                customer_ids=customer_ids,
                issued_utc=issued_utc,
                paid_utc=paid_utc,
                due_utc=due_utc,
                created_utc=created_utc,
                updated_utc=updated_utc,
                closed_utc=closed_utc,
                time_filter=time_filter,
                start_utc=start_utc,
                end_utc=end_utc,
                state=state,
                type_=type_,
                correction_state=correction_state,
                extent=extent,
            ),
            page_size=page_size,
            resume=resume,
            prefetch=prefetch,
            concurrency=concurrency,
            ordered=ordered,
        )

    async def get_pdf(
        self,
        *,
        bill_id: UUID,
        bill_print_event_id: UUID | None = None,
        pdf_template: models.BillPdfTemplateType | None = None,
        print_reason: str | None = None,
    ) -> models.BillsGetPdfResult:
        """Print a bill.

        Makes a PDF of a bill. When that cannot be done at once, the result names a print event:
        ask again with its identifier. Each bill can be printed 30 times within seven days;
        asking again for the same print event is not counted. That count is why this is no mere
        reading. Works with single-enterprise tokens only.

        Args:
            bill_id: Bill to print.
            bill_print_event_id: The print event that an earlier answer named, to ask again
                for the same print. Not counted anew.
            pdf_template: How the items are laid out.
            print_reason: Why the bill is printed. Needed in the French legal environment.
                At most 255 characters.

        Raises:
            InvalidRequestError: It is refused here; `.problems` lists every fault.
            OutcomeUnknownError: It may or may not have been carried out; never repeated here.
            MewsError: Whatever else goes wrong, as the tree in `mews_connector.errors` shows.

        Source: https://docs.mews.com/connector-api/operations/bills#get-bill-pdf
        """
        return await self._session.call(
            api.BILLS_GET_PDF,
            models.BillsGetPdfRequest(
                bill_id=bill_id,
                bill_print_event_id=bill_print_event_id,
                pdf_template=pdf_template,
                print_reason=print_reason,
            ),
        )

    async def update(
        self,
        *,
        bills_updates: list[models.BillUpdateParameters],
        enterprise_id: UUID | None = None,
    ) -> models.BillsUpdateResult:
        """Hand bills over.

        Changes whom bills belong to and whom they name beside them. Restricted: the vendor has
        to enable it for an integration.

        Args:
            bills_updates: One entry for each bill. At most 10 items.
            enterprise_id: Enterprise that the bills belong to. Needed with a portfolio
                token, ignored otherwise.

        Raises:
            InvalidRequestError: It is refused here; `.problems` lists every fault.
            OutcomeUnknownError: It may or may not have been carried out; never repeated here.
            MewsError: Whatever else goes wrong, as the tree in `mews_connector.errors` shows.

        Source: https://docs.mews.com/connector-api/operations/bills#update-bills
        """
        return await self._session.call(
            api.BILLS_UPDATE,
            models.BillsUpdateRequest(
                bills_updates=bills_updates,
                enterprise_id=enterprise_id,
            ),
        )
