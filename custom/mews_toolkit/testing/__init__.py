"""A test double of Mews for the tests of code that uses mews-connector: a plugin for pytest.

Needs the extra `testing`. The fixtures are there without an import; this is for annotations:

async def test_money_is_recorded_once(mews: MewsClient, mews_sandbox: MewsSandbox) -> None:
    ...
    mews_sandbox.payments.added(external_identifier="till-7/000123")
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mews_toolkit.testing._clock import SandboxClock as SandboxClock
    from mews_toolkit.testing._loopback import RefusedAddressError as RefusedAddressError
    from mews_toolkit.testing._sandbox import MewsSandbox as MewsSandbox

__all__ = ["MewsSandbox", "RefusedAddressError", "SandboxClock"]

# pytest imports this package whenever it starts: nothing is loaded before somebody wants it.
_MODULES = {
    "MewsSandbox": "mews_toolkit.testing._sandbox",
    "RefusedAddressError": "mews_toolkit.testing._loopback",
    "SandboxClock": "mews_toolkit.testing._clock",
}


def __getattr__(name: str) -> object:
    if name not in _MODULES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(_MODULES[name]), name)
