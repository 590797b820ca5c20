"""The billing automations of one enterprise: of each trigger, target and aggregation."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from random import Random
from uuid import UUID

from attrs import frozen

from mews_toolkit.sandbox.dice import new_id
from mews_toolkit.sandbox.entities.account import Account
from mews_toolkit.sandbox.entities.accounting_category import AccountingCategory
from mews_toolkit.sandbox.entities.billing_automation import (
    Assignment,
    AssignmentTarget,
    BillAggregation,
    BillingAutomation,
    CategoryAssignment,
    CategoryItemTypes,
    CompanyRelations,
    CompanyWithRelations,
    Prepayment,
    RoutedItemTypes,
    Trigger,
)


@frozen
class _Plan:
    """A billing automation before it has companies; `agency` tells their part in reservations."""

    name: str
    target: AssignmentTarget
    trigger: Trigger
    aggregation: BillAggregation
    prepayment: Prepayment = "All"
    companies: int = 1
    agency: bool = False


_PLANS = (
    _Plan("Room and tax to the company", "CompanyAsOwner", "Continuous", "AggregateAll"),
    _Plan(
        "Monthly bill by group",
        "CompanyAsOwner",
        "Recurring",
        "AggregatePerReservationGroup",
        companies=2,
    ),
    _Plan(
        "Prepaid online",
        "CompanyAsDetails",
        "Continuous",
        "AggregateByCustomer",
        "Prepaid",
        agency=True,
    ),
    _Plan("Extras to the guest", "NoCompany", "Continuous", "AggregateByCustomer", companies=0),
    _Plan(
        "Agency pays each stay",
        "CompanyAsOwner",
        "Legacy",
        "OnePerReservation",
        "Prepaid",
        companies=3,
        agency=True,
    ),
    _Plan("Guest by guest", "CompanyAsOwner", "Continuous", "AggregateByCustomer", companies=2),
)


class Secretary:
    """Sets the billing automations of one enterprise up."""

    def __init__(
        self,
        now: datetime,
        companies: Sequence[Account],
        categories: Sequence[AccountingCategory],
        dice: Random,
    ) -> None:
        self._now = now
        self._companies = companies
        self._categories = categories
        self._dice = dice
        self._author = new_id(dice)
        self._services = [new_id(dice) for _ in range(2)]

    def automations(self) -> list[BillingAutomation]:
        """One for each plan, the last the newest."""
        return [self._automation(place, it) for place, it in enumerate(_PLANS)]

    def _automation(self, place: int, plan: _Plan) -> BillingAutomation:
        automation_id = new_id(self._dice)
        companies = self._companies[place : place + plan.companies]
        created = self._now - timedelta(days=400 - 50 * place)
        is_recurring = plan.trigger == "Recurring"
        return BillingAutomation(
            id=automation_id,
            enterprise_id=self._categories[0].enterprise_id,
            name=plan.name,
            description="Agreed with the night desk." if place % 2 else None,
            companies_with_relations=tuple(
                CompanyWithRelations(it.id, CompanyRelations(not plan.agency, plan.agency))
                for it in companies
            ),
            prepayment=plan.prepayment,
            assignment_target_type=plan.target,
            trigger_type=plan.trigger,
            bill_aggregation_type=plan.aggregation,
            created_utc=created,
            updated_utc=created + timedelta(hours=place),
            creator_profile_id=self._author,
            updater_profile_id=self._author,
            processing_start_offset="P0Y0M2DT0H0M0S" if is_recurring else None,
            order_item_consumption_period="MonthBefore" if is_recurring else None,
            assignments=tuple(
                self._assignment(automation_id, service, is_stay=number == 0)
                for number, service in enumerate(self._services[: 1 + place % 2])
            ),
        )

    def _assignment(self, automation_id: UUID, service_id: UUID, *, is_stay: bool) -> Assignment:
        dice = self._dice
        food = next(it for it in self._categories if it.classification == "FoodAndBeverage")
        return Assignment(
            id=new_id(dice),
            billing_automation_id=automation_id,
            service_id=service_id,
            routed_item_types=RoutedItemTypes(
                space_order=is_stay,
                city_tax=is_stay,
                all_products=False,
                deposits=is_stay,
                additional_expenses=not is_stay,
                all_custom_items=False,
            ),
            rate_ids=(new_id(dice), new_id(dice)) if is_stay else None,
            product_ids=(new_id(dice),) if is_stay else None,
            product_category_ids=None if is_stay else (new_id(dice),),
            accounting_category_assignments=None
            if is_stay
            else (
                CategoryAssignment(food.id, CategoryItemTypes(products=True, custom_items=False)),
            ),
        )
