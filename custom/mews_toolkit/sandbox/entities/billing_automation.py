"""Billing automations: rules that put what reservations cost onto bills."""

from datetime import datetime
from typing import Literal
from uuid import UUID

from msgspec import Struct

Prepayment = Literal["All", "Prepaid"]
AssignmentTarget = Literal["CompanyAsDetails", "CompanyAsOwner", "NoCompany"]
Trigger = Literal["Continuous", "Recurring", "Legacy"]
BillAggregation = Literal[
    "OnePerReservation", "AggregateByCustomer", "AggregateAll", "AggregatePerReservationGroup"
]
ConsumptionPeriod = Literal[
    "MonthBefore", "SameMonthAndMonthBefore", "SameMonth", "SameMonthAndMonthAfter", "MonthAfter"
]


class CompanyRelations(Struct, frozen=True, rename="pascal"):
    """In which parts of a reservation a company counts."""

    partner_company: bool | None = None
    travel_agency: bool | None = None


class CompanyWithRelations(Struct, frozen=True, rename="pascal"):
    """A company and the parts of it that count."""

    company_id: UUID
    company_relations: CompanyRelations


class RoutedItemTypes(Struct, frozen=True, kw_only=True, rename="pascal"):
    """Kinds of items that are moved."""

    space_order: bool
    city_tax: bool
    all_products: bool
    deposits: bool
    additional_expenses: bool
    all_custom_items: bool


class CategoryItemTypes(Struct, frozen=True, rename="pascal"):
    """Kinds of items of an accounting category that are moved."""

    products: bool
    custom_items: bool


class CategoryAssignment(Struct, frozen=True, rename="pascal"):
    """Which items of one accounting category are moved."""

    accounting_category_id: UUID
    item_types: CategoryItemTypes


class Assignment(Struct, frozen=True, kw_only=True, rename="pascal"):
    """Which items of one service are moved."""

    id: UUID
    billing_automation_id: UUID
    service_id: UUID
    routed_item_types: RoutedItemTypes
    rate_ids: tuple[UUID, ...] | None = None
    product_category_ids: tuple[UUID, ...] | None = None
    product_ids: tuple[UUID, ...] | None = None
    accounting_category_assignments: tuple[CategoryAssignment, ...] | None = None


class BillingAutomation(Struct, frozen=True, kw_only=True, rename="pascal"):
    """A rule, with which items of which services it moves."""

    id: UUID
    enterprise_id: UUID
    name: str
    description: str | None = None
    companies_with_relations: tuple[CompanyWithRelations, ...]
    prepayment: Prepayment
    assignment_target_type: AssignmentTarget
    trigger_type: Trigger
    bill_aggregation_type: BillAggregation
    created_utc: datetime
    updated_utc: datetime
    creator_profile_id: UUID
    updater_profile_id: UUID
    processing_start_offset: str | None = None
    order_item_consumption_period: ConsumptionPeriod | None = None
    assignments: tuple[Assignment, ...]
