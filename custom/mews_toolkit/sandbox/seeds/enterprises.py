"""Five properties of one chain: Washington prices net, the others gross."""

from datetime import datetime, timedelta
from decimal import Decimal
from uuid import UUID

from attrs import frozen
from msgspec import structs

from mews_toolkit.sandbox.entities.enterprise import (
    AcceptedCurrency,
    AccountingConfiguration,
    Address,
    ConfigurationEnterprise,
    Enterprise,
    EnterpriseSettings,
    Subscription,
    Surcharges,
    configured,
)
from mews_toolkit.sandbox.entities.vocabulary import Pricing
from mews_toolkit.sandbox.seeds.taxes import shares

LONDON = UUID("10d04000-0000-4000-8000-000000000001")
PARIS = UUID("9a415000-0000-4000-8000-000000000002")
WASHINGTON = UUID("3a541000-0000-4000-8000-000000000003")
EDINBURGH = UUID("ed1b0000-0000-4000-8000-000000000004")
LYON = UUID("17040000-0000-4000-8000-000000000005")
_PORTFOLIO = UUID("90f70000-0000-4000-8000-000000000000")
_CHAIN = UUID("c4a10000-0000-4000-8000-000000000000")


@frozen(kw_only=True)
class _Property:
    id: UUID
    name: str
    short_name: str | None
    time_zone: str
    environment: str
    tax_environment: str
    language: str
    pricing: Pricing
    street: str
    city: str
    postal_code: str
    country: str
    subdivision: str | None
    latitude: str
    longitude: str
    currencies: tuple[str, ...]
    external_types: tuple[str, ...]
    iban: str | None


_PROPERTIES = (
    _Property(
        id=LONDON,
        name="The Lantern, London",
        short_name="Lantern",
        time_zone="Europe/London",
        environment="UK",
        tax_environment="UK-2022",
        language="en-GB",
        pricing="Gross",
        street="14 Lamplighter Row",
        city="London",
        postal_code="SE1 0AA",
        country="GB",
        subdivision=None,
        latitude="51.503364",
        longitude="-0.087617",
        currencies=("GBP", "EUR", "USD"),
        external_types=("Cash", "Invoice", "WireTransfer", "Bacs", "Cheque", "GiftCard", "Voucher"),
        iban="GB33BUKB20201555555555",
    ),
    _Property(
        id=PARIS,
        name="La Lanterne, Paris",
        short_name=None,
        time_zone="Europe/Paris",
        environment="FR",
        tax_environment="FR",
        language="fr-FR",
        pricing="Gross",
        street="3 rue des Allumeurs",
        city="Paris",
        postal_code="75004",
        country="FR",
        subdivision=None,
        latitude="48.855271",
        longitude="2.357642",
        currencies=("EUR", "GBP"),
        external_types=("Cash", "Invoice", "WireTransfer", "Cheque", "ChequeVacances", "Twint"),
        iban="FR7630006000011234567890189",
    ),
    _Property(
        id=WASHINGTON,
        name="The Lantern, Washington",
        short_name="Lantern DC",
        time_zone="America/New_York",
        environment="US",
        tax_environment="US-DC",
        language="en-US",
        pricing="Net",
        street="905 Beacon Street NW",
        city="Washington",
        postal_code="20001",
        country="US",
        subdivision="US-DC",
        latitude="38.905988",
        longitude="-77.022912",
        currencies=("USD", "EUR"),
        external_types=("Cash", "Invoice", "Cheque", "DirectDebit", "GiftCard", "LoyaltyPoints"),
        iban=None,
    ),
    _Property(
        id=EDINBURGH,
        name="The Lantern, Edinburgh",
        short_name="Lantern E",
        time_zone="Europe/London",
        environment="UK",
        tax_environment="UK-2022",
        language="en-GB",
        pricing="Gross",
        street="7 Wickmakers Close",
        city="Edinburgh",
        postal_code="EH1 0AA",
        country="GB",
        subdivision=None,
        latitude="55.949611",
        longitude="-3.190217",
        currencies=("GBP", "EUR"),
        external_types=("Cash", "Invoice", "WireTransfer", "Bacs", "GiftCard"),
        iban="GB94BARC10201530093459",
    ),
    _Property(
        id=LYON,
        name="La Lanterne, Lyon",
        short_name=None,
        time_zone="Europe/Paris",
        environment="FR",
        tax_environment="FR",
        language="fr-FR",
        pricing="Gross",
        street="21 quai des Veilleurs",
        city="Lyon",
        postal_code="69002",
        country="FR",
        subdivision=None,
        latitude="45.757814",
        longitude="4.832011",
        currencies=("EUR",),
        external_types=("Cash", "Invoice", "WireTransfer", "Cheque", "ChequeVacances"),
        iban="FR1420041010050500013M02606",
    ),
)


def enterprises(now: datetime, count: int) -> list[tuple[Enterprise, EnterpriseSettings]]:
    """So many enterprises with their settings, London first."""
    return [
        (_enterprise(it, now - timedelta(days=900 + 100 * place)), _settings(it))
        for place, it in enumerate(_PROPERTIES[:count])
    ]


def portfolio(now: datetime) -> ConfigurationEnterprise:
    """The stand-in that configuration/get describes when a portfolio token names no enterprise."""
    london, settings = enterprises(now, 1)[0]
    accounting = structs.replace(
        settings.accounting, bank_account_number=None, iban=None, enabled_external_payment_types=()
    )
    settings = structs.replace(settings, accounting=accounting)
    described = configured(london, settings, is_portfolio=True)
    return structs.replace(described, id=_PORTFOLIO, name="The Lantern Hotels", short_name=None)


def _enterprise(it: _Property, created: datetime) -> Enterprise:
    return Enterprise(
        id=it.id,
        external_identifier=f"lantern-{it.city.lower()}",
        holding_key=None,
        chain_id=_CHAIN,
        chain_name="The Lantern Hotels",
        created_utc=created,
        updated_utc=created + timedelta(days=40),
        name=it.name,
        short_name=it.short_name,
        time_zone_identifier=it.time_zone,
        legal_environment_code=it.environment,
        accommodation_environment_code=it.environment,
        accounting_environment_code=it.environment,
        tax_environment_code=it.tax_environment,
        default_language_code=it.language,
        editable_history_interval="P0Y0M7DT0H0M0S",
        accounting_editable_history_interval="P0Y0M7DT0H0M0S",
        operational_editable_history_interval="P0Y0M5DT0H0M0S",
        website_url="https://lantern.example/",
        email=f"{it.city.lower()}@lantern.example",
        phone=None,
        pricing=it.pricing,
        tax_precision=2,
        address_id=_variant(it.id, 0xADD),
        address=Address(
            id=_variant(it.id, 0xADD),
            line1=it.street,
            city=it.city,
            postal_code=it.postal_code,
            country_code=it.country,
            country_subdivision_code=it.subdivision,
            latitude=Decimal(it.latitude),
            longitude=Decimal(it.longitude),
        ),
        group_names=("The Lantern Hotels",),
        subscription=Subscription(None),
        linked_utc=created + timedelta(days=30),
    )


def _settings(it: _Property) -> EnterpriseSettings:
    return EnterpriseSettings(
        currencies=tuple(
            AcceptedCurrency(code, is_default=code == it.currencies[0], is_enabled=True)
            for code in it.currencies
        ),
        accounting=AccountingConfiguration(
            company_name=it.name,
            bank_account_number=None if it.iban is None else it.iban[-8:],
            bank_name=None if it.iban is None else "Beacon Bank",
            iban=it.iban,
            bic=None,
            surcharge_configuration=Surcharges({"Amex": Decimal("1.5")}),
            enabled_external_payment_types=it.external_types,
            options=("ReceivableTrackingEnabled", "GroupTaxesOnBill"),
        ),
        tax_rates=shares(it.tax_environment),
    )


def _variant(row_id: UUID, number: int) -> UUID:
    return UUID(int=row_id.int ^ number << 16)
