"""configuration/get."""

from datetime import datetime
from uuid import UUID

from msgspec import Struct

from mews_toolkit.sandbox.entities.enterprise import ConfigurationEnterprise, configured
from mews_toolkit.sandbox.refusals import invalid
from mews_toolkit.sandbox.store import Store
from mews_toolkit.sandbox.tokens import Caller
from mews_toolkit.sandbox.wire import JsonObject, read


class ConfigurationGet(Struct, frozen=True, rename="pascal"):
    """Whose configuration is wanted."""

    enterprise_id: UUID | None = None


class Configuration(Struct, frozen=True, kw_only=True, rename="pascal"):
    """How an enterprise is set up. The sandbox knows neither services nor stores of card data."""

    now_utc: datetime
    enterprise: ConfigurationEnterprise
    service: None = None
    payment_card_storage: None = None
    is_identity_document_number_required: bool = False


def get(store: Store, caller: Caller, body: JsonObject) -> Configuration:
    """Describes the enterprise; a portfolio token that names none gets a stand-in for all."""
    asked = read(ConfigurationGet, body)
    if caller.is_portfolio and asked.enterprise_id is None:
        return Configuration(now_utc=store.now(), enterprise=store.portfolio)
    enterprise = store.enterprises.get(caller.enterprise_id(asked.enterprise_id))
    if enterprise is None:
        raise invalid("EnterpriseId")
    described = configured(enterprise, store.settings[enterprise.id], is_portfolio=False)
    return Configuration(now_utc=store.now(), enterprise=described)
