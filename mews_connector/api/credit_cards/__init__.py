from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

import mews_runtime

from mews_connector import api, models

if TYPE_CHECKING:
    from typing_extensions import deprecated
else:
    from mews_runtime import deprecated


class CreditCards(mews_runtime.Resource):
    """Payment cards of customers, stored to be charged."""

    __slots__ = ()

    @mews_runtime.warns_of_deprecated(lambda: api.CREDIT_CARDS_ADD_TOKENIZED)
    async def add_tokenized(
        self,
        *,
        customer_id: UUID,
        credit_card_data: models.CreditCardData,
        enterprise_id: UUID | None = None,
    ) -> models.CreditCardsAddTokenizedResult:
        """Store a payment card by its token.

        Gives a customer a payment card whose data a PCI-compliant vault already keeps; the card
        itself never passes through here. The vendor has to permit it to the integration during
        certification.

        Args:
            customer_id: Customer whose card it is.
            credit_card_data: Where the vault keeps the card.
            enterprise_id: Enterprise to store the card in. Needed with a portfolio token,
                ignored otherwise.

        Raises:
            InvalidRequestError: It is refused here; `.problems` lists every fault.
            OutcomeUnknownError: It may or may not have been carried out; never repeated here.
            MewsError: Whatever else goes wrong, as the tree in `mews_connector.errors` shows.

        Source: https://docs.mews.com/connector-api/operations/creditcards#add-tokenized-credit-card
        """
        return await self._session.call(
            api.CREDIT_CARDS_ADD_TOKENIZED,
            models.CreditCardsAddTokenizedRequest(
                customer_id=customer_id,
                credit_card_data=credit_card_data,
                enterprise_id=enterprise_id,
            ),
        )

    async def charge(
        self,
        *,
        credit_card_id: UUID,
        amount: models.AmountParameters,
        bill_id: UUID | None = None,
        accounting_category_id: UUID | None = None,
        reservation_id: UUID | None = None,
        receipt_identifier: str | None = None,
        notes: str | None = None,
    ) -> models.CreditCardsChargeResult:
        """Charge a payment card.

        Takes money from a stored card through the payment gateway and makes a payment of it.
        The card must be of the kind `Gateway`. A declined card answers 403. The answer only
        names the payment: read its state with payments/getAll. Works with single-enterprise
        tokens only.

        Args:
            credit_card_id: Payment card to charge. Its kind must be `Gateway`.
            amount: What to charge, as a positive value.
            bill_id: Bill to put the payment on; one is chosen when left out. Only the
                vendor's own document of 2025 has it, not its pages.
            accounting_category_id: Accounting category to file the payment under.
            reservation_id: Reservation that the payment belongs to.
            receipt_identifier: Number of the receipt.
            notes: Free text.

        Raises:
            InvalidRequestError: It is refused here; `.problems` lists every fault.
            OutcomeUnknownError: It may or may not have been carried out; never repeated here.
            MewsError: Whatever else goes wrong, as the tree in `mews_connector.errors` shows.

        Source: https://docs.mews.com/connector-api/operations/creditcards#charge-credit-card
        """
        return await self._session.call(
            api.CREDIT_CARDS_CHARGE,
            models.CreditCardsChargeRequest(
                credit_card_id=credit_card_id,
                amount=amount,
                bill_id=bill_id,
                accounting_category_id=accounting_category_id,
                reservation_id=reservation_id,
                receipt_identifier=receipt_identifier,
                notes=notes,
            ),
        )

    async def disable(
        self,
        *,
        credit_card_id: UUID,
        enterprise_id: UUID | None = None,
    ) -> models.CreditCardsDisableResult:
        """Take a payment card out of use.

        Disables a payment card, so that it can no longer be charged. Only cards of the kind
        `Gateway` can be disabled. In beta: the vendor may still change it.

        Args:
            credit_card_id: Payment card to disable.
            enterprise_id: Enterprise that keeps the card. Needed with a portfolio token,
                ignored otherwise.

        Raises:
            InvalidRequestError: It is refused here; `.problems` lists every fault.
            OutcomeUnknownError: It may or may not have been carried out; never repeated here.
            MewsError: Whatever else goes wrong, as the tree in `mews_connector.errors` shows.

        Source: https://docs.mews.com/connector-api/operations/creditcards#disable-gateway-credit-card
        """
        return await self._session.call(
            api.CREDIT_CARDS_DISABLE,
            models.CreditCardsDisableRequest(
                credit_card_id=credit_card_id,
                enterprise_id=enterprise_id,
            ),
        )

    def get_all(
        self,
        *,
        enterprise_ids: list[UUID] | None = None,
        credit_card_ids: list[UUID] | None = None,
        customer_ids: list[UUID] | None = None,
        updated_utc: models.TimeInterval | None = None,
        page_size: int = 1000,
        resume: str | None = None,
        prefetch: bool = False,
        concurrency: int = 1,
        ordered: bool = True,
    ) -> mews_runtime.Paginator[models.CreditCard, models.CreditCardsGetAllResult]:
        """List payment cards.

        Lists the payment cards of customers, newest first. At least one filter is needed;
        `EnterpriseIds` only narrows what another filter found. Never more than the first six
        and the last four digits of a number are told.

        Args:
            enterprise_ids: Enterprises to look in; all that the access token reaches when
                left out. More than 1000 are asked for in parts.
            credit_card_ids: These payment cards. More than 1000 are asked for in parts.
            customer_ids: Payment cards of these customers. More than 1000 are asked for in
                parts.
            updated_utc: When the payment card last changed. What is longer than 3 months is
                asked for in parts.
            page_size: The most rows that one request asks for, 1 to 1000.
            resume: The `.resume` of an error or a page, to go on after what that walk gave.
            prefetch: Whether to read one page ahead of the one in use.
            concurrency: How many parts of a long interval or list to read at the same time.
            ordered: Whether rows still come part after part, or as they are read.

        Raises:
            InvalidRequestError: It is refused here; `.problems` lists every fault.
            MewsError: Whatever else goes wrong, as the tree in `mews_connector.errors` shows.

        Source: https://docs.mews.com/connector-api/operations/creditcards#get-all-credit-cards
        """
        return self._session.paginate(
            api.CREDIT_CARDS_GET_ALL,
            models.CreditCardsGetAllRequest(
                enterprise_ids=enterprise_ids,
                credit_card_ids=credit_card_ids,
                customer_ids=customer_ids,
                updated_utc=updated_utc,
            ),
            page_size=page_size,
            resume=resume,
            prefetch=prefetch,
            concurrency=concurrency,
            ordered=ordered,
        )

    @deprecated(
        "creditCards/getAllByCustomers is deprecated since 2020-01-01; use creditCards/getAll"
    )
    async def get_all_by_customers(
        self,
        *,
        customer_ids: list[UUID],
    ) -> models.CreditCardsGetAllByCustomersResult:
        """List the payment cards of customers.

        Lists the payment cards of certain customers, all at once. The vendor's pages no longer
        speak of it, and nothing tells whether it works with portfolio tokens.

        Deprecated since 2020-01-01; use creditCards/getAll.

        Args:
            customer_ids: Payment cards of these customers. At most 1000 items.

        Raises:
            InvalidRequestError: It is refused here; `.problems` lists every fault.
            MewsError: Whatever else goes wrong, as the tree in `mews_connector.errors` shows.

        Source: https://docs.mews.com/connector-api/operations/creditcards#get-all-credit-cards
        """
        return await self._session.call(
            api.CREDIT_CARDS_GET_ALL_BY_CUSTOMERS,
            models.CreditCardsGetAllByCustomersRequest(
                customer_ids=customer_ids,
            ),
        )

    @deprecated("creditCards/getAllByIds is deprecated since 2020-01-01; use creditCards/getAll")
    async def get_all_by_ids(
        self,
        *,
        credit_card_ids: list[UUID],
    ) -> models.CreditCardsGetAllByIdsResult:
        """List payment cards by their identifiers.

        Lists certain payment cards, all at once. The vendor's pages no longer speak of it, and
        nothing tells whether it works with portfolio tokens.

        Deprecated since 2020-01-01; use creditCards/getAll.

        Args:
            credit_card_ids: These payment cards.

        Raises:
            InvalidRequestError: It is refused here; `.problems` lists every fault.
            MewsError: Whatever else goes wrong, as the tree in `mews_connector.errors` shows.

        Source: https://docs.mews.com/connector-api/operations/creditcards#get-all-credit-cards
        """
        return await self._session.call(
            api.CREDIT_CARDS_GET_ALL_BY_IDS,
            models.CreditCardsGetAllByIdsRequest(
                credit_card_ids=credit_card_ids,
            ),
        )
