from __future__ import annotations

from mews_runtime import Client

from . import api


class MewsClient(Client):
    """The payments and finance operations of the Mews Connector API.

    Each resource is an attribute, each operation one of its methods:
    `mews.payments.get_all(...)`, `await mews.payments.add_external(...)`.
    """

    @property
    def configuration(self) -> api.Configuration:
        """What an enterprise is set up to do."""
        return api.Configuration(self._session)

    @property
    def enterprises(self) -> api.Enterprises:
        """The properties that a portfolio token reaches."""
        return api.Enterprises(self._session)

    @property
    def payment_requests(self) -> api.PaymentRequests:
        """Asking a guest or company to pay by themselves."""
        return api.PaymentRequests(self._session)

    @property
    def payments(self) -> api.Payments:
        """Money received, recorded or given back."""
        return api.Payments(self._session)
