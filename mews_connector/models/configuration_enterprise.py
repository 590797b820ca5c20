from datetime import datetime
from uuid import UUID

from attrs import field, frozen
from mews_runtime import Model

from .accepted_currency import AcceptedCurrency
from .accounting_configuration import AccountingConfiguration
from .address import Address
from .enterprise_subscription import EnterpriseSubscription
from .pricing import Pricing


@frozen(kw_only=True, eq=False, repr=False)
class ConfigurationEnterprise(Model):
    """An enterprise and how it keeps its books."""

    id: UUID = field(metadata={"json": "Id"})
    """Identifier of the enterprise."""
    chain_id: UUID = field(metadata={"json": "ChainId"})
    """Chain that the enterprise belongs to."""
    chain_name: str = field(metadata={"json": "ChainName", "min_length": 1})
    """Name of that chain."""
    created_utc: datetime = field(metadata={"json": "CreatedUtc"})
    """When the enterprise was set up."""
    updated_utc: datetime = field(metadata={"json": "UpdatedUtc"})
    """When the enterprise last changed."""
    name: str = field(metadata={"json": "Name", "min_length": 1})
    """Name of the enterprise."""
    time_zone_identifier: str = field(metadata={"json": "TimeZoneIdentifier", "min_length": 1})
    """Time zone that the enterprise lives by, as the IANA database names it, such as
    `Europe/Budapest`."""
    legal_environment_code: str = field(metadata={"json": "LegalEnvironmentCode", "min_length": 1})
    """Legal environment, such as `UK`. In the French one every external payment needs a type."""
    default_language_code: str = field(metadata={"json": "DefaultLanguageCode", "min_length": 1})
    """Language that the enterprise works in, such as `en-US`."""
    accounting_editable_history_interval: str = field(
        metadata={"json": "AccountingEditableHistoryInterval", "min_length": 1}
    )
    """For how long after the fact accounting items can still change, as an ISO 8601 duration
    such as `P0M7DT0H0M0S`. Figures are only final beyond it."""
    operational_editable_history_interval: str = field(
        metadata={"json": "OperationalEditableHistoryInterval", "min_length": 1}
    )
    """For how long after the fact operations such as reservations can still change, as an ISO
    8601 duration."""
    pricing: Pricing = field(metadata={"json": "Pricing"})
    """Whether amounts are given gross or net."""
    address_id: UUID = field(metadata={"json": "AddressId"})
    """Address of the enterprise."""
    address: Address = field(metadata={"json": "Address"})
    """That address written out."""
    group_names: list[str] = field(metadata={"json": "GroupNames"})
    """Groups of enterprises that it belongs to."""
    subscription: EnterpriseSubscription = field(metadata={"json": "Subscription"})
    """What the enterprise's contract with the vendor says."""
    currencies: list[AcceptedCurrency] = field(metadata={"json": "Currencies"})
    """Currencies that the enterprise knows."""
    external_identifier: str | None = field(
        default=None, metadata={"json": "ExternalIdentifier", "max_length": 255}
    )
    """Identifier of the chain's own. At most 255 characters."""
    holding_key: str | None = field(
        default=None, metadata={"json": "HoldingKey", "max_length": 255}
    )
    """Key of the holding company that the chain assigned. At most 255 characters."""
    short_name: str | None = field(default=None, metadata={"json": "ShortName", "max_length": 11})
    """Short name of the enterprise, where there is little room. At most 11 characters."""
    accommodation_environment_code: str | None = field(
        default=None, metadata={"json": "AccommodationEnvironmentCode", "min_length": 1}
    )
    """Accommodation environment, such as `DE`."""
    accounting_environment_code: str | None = field(
        default=None, metadata={"json": "AccountingEnvironmentCode", "min_length": 1}
    )
    """Accounting environment, such as `DE`."""
    tax_environment_code: str | None = field(
        default=None, metadata={"json": "TaxEnvironmentCode", "min_length": 1}
    )
    """Tax environment, whose tax codes apply."""
    editable_history_interval: str | None = field(
        default=None,
        metadata={"json": "EditableHistoryInterval", "min_length": 1, "deprecated": "deprecated"},
    )
    """For how long after the fact items can still change, as an ISO 8601 duration. Replaced by
    two, `AccountingEditableHistoryInterval` and `OperationalEditableHistoryInterval`.
    Deprecated."""
    business_day_closing_offset: str | None = field(
        default=None, metadata={"json": "BusinessDayClosingOffset"}
    )
    """How long after midnight a business day ends, as an ISO 8601 duration."""
    website_url: str | None = field(default=None, metadata={"json": "WebsiteUrl"})
    """Address of the website."""
    email: str | None = field(default=None, metadata={"json": "Email"})
    """E-mail address."""
    phone: str | None = field(default=None, metadata={"json": "Phone"})
    """Telephone number, as the enterprise writes it."""
    logo_image_id: UUID | None = field(default=None, metadata={"json": "LogoImageId"})
    """Image of the logo."""
    cover_image_id: UUID | None = field(default=None, metadata={"json": "CoverImageId"})
    """Image to present the enterprise with."""
    tax_precision: int | None = field(default=None, metadata={"json": "TaxPrecision"})
    """Decimal places that taxes are rounded to."""
    accounting_configuration: AccountingConfiguration | None = field(
        default=None, metadata={"json": "AccountingConfiguration"}
    )
    """How the enterprise keeps its books."""
    is_portfolio: bool | None = field(default=None, metadata={"json": "IsPortfolio"})
    """Whether this is the stand-in for a whole portfolio and no real enterprise."""
