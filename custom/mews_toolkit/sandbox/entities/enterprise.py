"""Enterprises, as enterprises/getAll lists them and as configuration/get describes them."""

from datetime import datetime
from decimal import Decimal
from uuid import UUID

from msgspec import Struct
from msgspec.structs import asdict

from mews_toolkit.sandbox.entities.vocabulary import Pricing


class Address(Struct, frozen=True, kw_only=True, rename="pascal"):
    """Where an enterprise stands."""

    id: UUID
    line1: str
    line2: str | None = None
    city: str
    postal_code: str
    country_code: str
    country_subdivision_code: str | None = None
    latitude: Decimal
    longitude: Decimal


class Subscription(Struct, frozen=True, rename="pascal"):
    """An enterprise's contract with the vendor."""

    tax_identifier: str | None


class EnterpriseFacts(Struct, frozen=True, kw_only=True, rename="pascal"):
    """What both operations tell about an enterprise."""

    id: UUID
    external_identifier: str | None
    holding_key: str | None
    chain_id: UUID
    chain_name: str
    created_utc: datetime
    updated_utc: datetime
    name: str
    short_name: str | None
    time_zone_identifier: str
    legal_environment_code: str
    accommodation_environment_code: str
    accounting_environment_code: str
    tax_environment_code: str
    default_language_code: str
    editable_history_interval: str
    accounting_editable_history_interval: str
    operational_editable_history_interval: str
    business_day_closing_offset: str | None = None
    website_url: str | None
    email: str | None
    phone: str | None
    logo_image_id: UUID | None = None
    cover_image_id: UUID | None = None
    pricing: Pricing
    tax_precision: int | None
    address_id: UUID
    address: Address
    group_names: tuple[str, ...]
    subscription: Subscription


class Enterprise(EnterpriseFacts, frozen=True, kw_only=True, rename="pascal"):
    """An enterprise within a portfolio."""

    linked_utc: datetime

    @property
    def enterprise_id(self) -> UUID:
        """Its own id, by which it is in reach of a caller like all that belongs to it."""
        return self.id


class AcceptedCurrency(Struct, frozen=True, rename="pascal"):
    """A currency that an enterprise knows."""

    currency: str
    is_default: bool
    is_enabled: bool


class Surcharges(Struct, frozen=True, rename="pascal"):
    """What paying by card costs on top."""

    surcharge_fees: dict[str, Decimal]
    surcharge_service_id: UUID | None = None
    surcharge_tax_code: str | None = None


class AccountingConfiguration(Struct, frozen=True, kw_only=True, rename="pascal"):
    """How an enterprise keeps its books."""

    additional_tax_identifier: str | None = None
    company_name: str | None
    bank_account_number: str | None
    bank_name: str | None
    iban: str | None
    bic: str | None
    surcharge_configuration: Surcharges
    enabled_external_payment_types: tuple[str, ...]
    options: tuple[str, ...]


class EnterpriseSettings(Struct, frozen=True, kw_only=True):
    """What the sandbox knows of an enterprise beside the facts.

    `tax_rates` holds the rate of each tax code of its tax environment as a fraction of the net
    value.
    """

    currencies: tuple[AcceptedCurrency, ...]
    accounting: AccountingConfiguration
    tax_rates: dict[str, Decimal]

    @property
    def default_currency(self) -> str:
        """ISO 4217 code of the currency that the enterprise keeps its books in."""
        return next(accepted.currency for accepted in self.currencies if accepted.is_default)

    def accepts(self, currency: str) -> bool:
        """Whether payments in this currency can be recorded."""
        return any(it.currency == currency and it.is_enabled for it in self.currencies)


class ConfigurationEnterprise(EnterpriseFacts, frozen=True, kw_only=True, rename="pascal"):
    """An enterprise as configuration/get describes it."""

    currencies: tuple[AcceptedCurrency, ...]
    accounting_configuration: AccountingConfiguration | None
    is_portfolio: bool


def configured(
    facts: EnterpriseFacts, settings: EnterpriseSettings, *, is_portfolio: bool
) -> ConfigurationEnterprise:
    """The enterprise as configuration/get describes it."""
    known = asdict(facts)
    shared = {name: known[name] for name in EnterpriseFacts.__struct_fields__}
    return ConfigurationEnterprise(
        **shared,
        currencies=settings.currencies,
        accounting_configuration=settings.accounting,
        is_portfolio=is_portfolio,
    )
