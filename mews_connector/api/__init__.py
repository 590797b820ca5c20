"""The resources of the API and their operations, each loaded when it is first used."""

from typing import TYPE_CHECKING

from mews_runtime import lazy_exports

if TYPE_CHECKING:
    from .configuration import Configuration as Configuration
    from .configuration.configuration_get import CONFIGURATION_GET as CONFIGURATION_GET
    from .enterprises import Enterprises as Enterprises
    from .enterprises.enterprises_get_all import ENTERPRISES_GET_ALL as ENTERPRISES_GET_ALL
    from .payment_requests import PaymentRequests as PaymentRequests
    from .payment_requests.payment_requests_add import PAYMENT_REQUESTS_ADD as PAYMENT_REQUESTS_ADD
    from .payment_requests.payment_requests_cancel import (
        PAYMENT_REQUESTS_CANCEL as PAYMENT_REQUESTS_CANCEL,
    )
    from .payment_requests.payment_requests_get_all import (
        PAYMENT_REQUESTS_GET_ALL as PAYMENT_REQUESTS_GET_ALL,
    )
    from .payments import Payments as Payments
    from .payments.payments_add_alternative import (
        PAYMENTS_ADD_ALTERNATIVE as PAYMENTS_ADD_ALTERNATIVE,
    )
    from .payments.payments_add_credit_card import (
        PAYMENTS_ADD_CREDIT_CARD as PAYMENTS_ADD_CREDIT_CARD,
    )
    from .payments.payments_add_external import PAYMENTS_ADD_EXTERNAL as PAYMENTS_ADD_EXTERNAL
    from .payments.payments_get_all import PAYMENTS_GET_ALL as PAYMENTS_GET_ALL
    from .payments.payments_refund import PAYMENTS_REFUND as PAYMENTS_REFUND
else:
    __getattr__, __dir__ = lazy_exports(
        __name__,
        {
            "Configuration": ".configuration",
            "CONFIGURATION_GET": ".configuration.configuration_get",
            "Enterprises": ".enterprises",
            "ENTERPRISES_GET_ALL": ".enterprises.enterprises_get_all",
            "PaymentRequests": ".payment_requests",
            "PAYMENT_REQUESTS_ADD": ".payment_requests.payment_requests_add",
            "PAYMENT_REQUESTS_CANCEL": ".payment_requests.payment_requests_cancel",
            "PAYMENT_REQUESTS_GET_ALL": ".payment_requests.payment_requests_get_all",
            "Payments": ".payments",
            "PAYMENTS_ADD_ALTERNATIVE": ".payments.payments_add_alternative",
            "PAYMENTS_ADD_CREDIT_CARD": ".payments.payments_add_credit_card",
            "PAYMENTS_ADD_EXTERNAL": ".payments.payments_add_external",
            "PAYMENTS_GET_ALL": ".payments.payments_get_all",
            "PAYMENTS_REFUND": ".payments.payments_refund",
        },
    )
