"""Times what a first use of something imports.

Nothing else is imported here, not even for types: a candidate would find it loaded.
"""

import sys
from time import process_time_ns


def base() -> object:
    import attrs
    import httpx

    return attrs, httpx


def public_names() -> object:
    base()
    from mews_connector import MewsClient, models

    return MewsClient, models


def add_external() -> object:
    base()
    from datetime import UTC, datetime
    from decimal import Decimal
    from typing import Any
    from uuid import UUID

    from mews_connector import MewsClient, api, models

    request: Any = api.PAYMENTS_ADD_EXTERNAL.request
    amount = models.AmountParameters(currency="EUR", gross_value=Decimal("12.30"))
    cash = request(account_id=UUID(int=1), amount=amount, type_=models.ExternalPaymentType.CASH)
    return MewsClient, datetime.now(UTC), api.Payments.add_external, cash.to_json()


def add_external_answered() -> None:
    add_external()
    from mews_connector import api

    api.PAYMENTS_ADD_EXTERNAL.result.from_json('{"ExternalPaymentId": null}')


def get_all() -> object:
    base()
    from datetime import UTC, datetime
    from decimal import Decimal
    from typing import Any
    from uuid import UUID

    from mews_connector import MewsClient, api, models

    now = datetime.now(UTC)
    request: Any = api.PAYMENTS_GET_ALL.request
    created = models.TimeInterval(start_utc=now, end_utc=now)
    charged = request(created_utc=created, states=[models.PaymentState.CHARGED])
    return MewsClient, Decimal, UUID, api.Payments.get_all, charged.to_json()


def get_all_answered() -> None:
    get_all()
    from mews_connector import api

    api.PAYMENTS_GET_ALL.result.from_json('{"Payments": []}')


def http_client() -> object:
    import httpx

    return httpx.AsyncClient()


def bare_answer() -> None:
    base()
    import asyncio

    import httpx

    async def asked() -> None:
        transport = httpx.MockTransport(lambda _: httpx.Response(200, text='{"Payments": []}'))
        async with httpx.AsyncClient(transport=transport) as client:
            (await client.post("http://127.0.0.1/", content=b"{}")).json()

    asyncio.run(asked())


def page() -> None:
    base()
    import asyncio
    from uuid import UUID

    import httpx

    from mews_connector import MewsClient

    async def asked() -> None:
        transport = httpx.MockTransport(lambda _: httpx.Response(200, text='{"Payments": []}'))
        async with httpx.AsyncClient(transport=transport) as http_client:
            mews = MewsClient(
                environment="http://127.0.0.1",
                client_token="c",  # noqa: S106 - opens nothing
                access_token="a",  # noqa: S106 - opens nothing
                client="Benchmark 1.0",
                http_client=http_client,
            )
            await mews.payments.get_all(payment_ids=[UUID(int=1)]).first_page()

    asyncio.run(asked())


CANDIDATES = {
    "import httpx, attrs": base,
    "import MewsClient, models": public_names,
    "payments/addExternal used": add_external,
    "payments/addExternal, answer read": add_external_answered,
    "payments/getAll used": get_all,
    "payments/getAll, answer read": get_all_answered,
    "httpx.AsyncClient() made": http_client,
    "httpx and an answer, no TLS": bare_answer,
    "mews and a page, no TLS": page,
}


def main() -> None:
    candidate = CANDIDATES[sys.argv[1]]
    if candidate is http_client:
        base()
    begun = process_time_ns()
    candidate()
    # Processor time, since neighbours on the machine do not enter into it.
    spent = process_time_ns() - begun
    print(f'{{"ms": {spent / 1e6}}}')


if __name__ == "__main__":
    main()
