"""The sandbox's tokens, and what each access token reaches."""

from collections.abc import Iterable
from uuid import UUID

from attrs import frozen

from mews_toolkit.sandbox.refusals import invalid, unauthorized
from mews_toolkit.sandbox.wire import JsonObject

CLIENT_TOKEN = "sandbox-client-token"  # noqa: S105 - it opens the sandbox only
"""The only client token that the sandbox knows."""

ACCESS_TOKEN = "sandbox-access-token"  # noqa: S105 - it opens the sandbox only
"""Opens one enterprise, the first."""

PARIS_ACCESS_TOKEN = "sandbox-paris-access-token"  # noqa: S105 - it opens the sandbox only
"""Opens the second enterprise only, which French law applies to."""

WASHINGTON_ACCESS_TOKEN = "sandbox-washington-access-token"  # noqa: S105 - opens the sandbox only
"""Opens the third enterprise only, which prices net."""

PORTFOLIO_ACCESS_TOKEN = "sandbox-portfolio-access-token"  # noqa: S105 - it opens the sandbox only
"""Opens all enterprises."""

INTEGRATION_PROFILE = UUID("1e9ac000-0000-4000-8000-000000000000")
"""The user that the integration acts as, whichever access token it has."""

SECRETS = frozenset({"ClientToken", "AccessToken"})
"""Properties of a request that are never kept."""


@frozen(kw_only=True)
class Caller:
    """Whoever holds an access token."""

    token: str
    is_portfolio: bool
    enterprise_ids: frozenset[UUID]

    def scope(self, asked: Iterable[UUID] | None) -> frozenset[UUID]:
        """The enterprises to read from: those asked for within reach, or all within reach."""
        if asked is None or not self.is_portfolio:
            return self.enterprise_ids
        return self.enterprise_ids.intersection(asked)

    def enterprise_id(self, asked: UUID | None) -> UUID:
        """The enterprise to work in.

        Only a portfolio token has to name it; another one's wish is ignored.
        """
        if not self.is_portfolio:
            return next(iter(self.enterprise_ids))
        if asked is None:
            raise invalid("EnterpriseId", "A portfolio token has to name the enterprise.")
        if asked not in self.enterprise_ids:
            raise invalid("EnterpriseId", "The token does not reach this enterprise.")
        return asked


def identified(body: JsonObject, callers: Iterable[Caller]) -> Caller:
    """The caller of this request. Raises a `Refusal` when a token is missing or not known."""
    for name in ("ClientToken", "AccessToken"):
        if not isinstance(body.get(name), str) or not body[name]:
            raise invalid(name)
    if body["ClientToken"] != CLIENT_TOKEN:
        raise unauthorized("ClientToken is not valid.")
    for caller in callers:
        if caller.token == body["AccessToken"]:
            return caller
    raise unauthorized("AccessToken is not valid.")
