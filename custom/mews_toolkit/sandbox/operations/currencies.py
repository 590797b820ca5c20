"""currencies/getAll."""

from msgspec import Struct

from mews_toolkit.sandbox.seeds.currencies import PRECISIONS
from mews_toolkit.sandbox.store import Store
from mews_toolkit.sandbox.tokens import Caller
from mews_toolkit.sandbox.wire import JsonObject


class Currency(Struct, frozen=True, rename="pascal"):
    """A currency and how finely it is divided."""

    code: str
    precision: int


class Currencies(Struct, frozen=True, rename="pascal"):
    """All currencies."""

    currencies: list[Currency]


def get_all(_: Store, __: Caller, ___: JsonObject) -> Currencies:
    """Lists every currency, whether an enterprise accepts it or not."""
    return Currencies([Currency(code, precision) for code, precision in PRECISIONS.items()])
