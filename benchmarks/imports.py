"""What it costs to import the client and to use one operation.

"One operation used" is: the package's public names, the resource's class and its method, the
operation, and its request made and written as JSON. The models of an answer are loaded with the
first answer, as all models are when they are first used, so the rows that read one as well, through
every model and enum in it and the decoder made for it, stand beside these. httpx is imported
first, so that nothing is gained where the client would put that off.

No client is made: its TLS context belongs to httpx and alone costs a third of importing that.
Making one loads the engine and asyncio as well, so the last two rows show all of it, over a
transport that needs no TLS.
"""

from __future__ import annotations

from benchmarks.candidate import Candidate

__all__ = ["CANDIDATES"]

_BUDGET = 1.25

_BASE = "import httpx, attrs"

_USED = f"""{_BASE}
from datetime import UTC, datetime
from decimal import Decimal
from uuid import UUID
from mews_connector import MewsClient, api, models
now = datetime.now(UTC)
"""

_ADD_EXTERNAL = f"""{_USED}
api.Payments.add_external
amount = models.AmountParameters(currency="EUR", gross_value=Decimal("12.30"))
api.PAYMENTS_ADD_EXTERNAL.request(
    account_id=UUID(int=1), amount=amount, type_=models.ExternalPaymentType.CASH
).to_json()
"""
_ADD_EXTERNAL_ANSWERED = f"""{_ADD_EXTERNAL}
api.PAYMENTS_ADD_EXTERNAL.result.from_json('{{"ExternalPaymentId": null}}')
"""

_GET_ALL = f"""{_USED}
api.Payments.get_all
created = models.TimeInterval(start_utc=now, end_utc=now)
api.PAYMENTS_GET_ALL.request(created_utc=created, states=[models.PaymentState.CHARGED]).to_json()
"""
_GET_ALL_ANSWERED = f"""{_GET_ALL}
api.PAYMENTS_GET_ALL.result.from_json('{{"Payments": []}}')
"""

_BARE_ANSWER = f"""{_BASE}
import asyncio

async def main():
    transport = httpx.MockTransport(lambda _: httpx.Response(200, text='{{"Payments": []}}'))
    async with httpx.AsyncClient(transport=transport) as client:
        (await client.post("http://127.0.0.1/", content=b"{{}}")).json()

asyncio.run(main())
"""

_PAGE = f"""{_BASE}
import asyncio
from uuid import UUID
from mews_connector import MewsClient

async def main():
    transport = httpx.MockTransport(lambda _: httpx.Response(200, text='{{"Payments": []}}'))
    async with httpx.AsyncClient(transport=transport) as http_client:
        mews = MewsClient(
            environment="http://127.0.0.1",
            client_token="c",
            access_token="a",
            client="Benchmark 1.0",
            http_client=http_client,
        )
        await mews.payments.get_all(payment_ids=[UUID(int=1)]).first_page()

asyncio.run(main())
"""

CANDIDATES = [
    Candidate(what="import httpx, attrs", code=_BASE),
    Candidate(
        what="import MewsClient, models",
        code=f"{_BASE}\nfrom mews_connector import MewsClient, models",
    ),
    Candidate(what="payments/addExternal used", code=_ADD_EXTERNAL, budget=_BUDGET),
    Candidate(what="payments/addExternal, answer read", code=_ADD_EXTERNAL_ANSWERED),
    Candidate(what="payments/getAll used", code=_GET_ALL, budget=_BUDGET),
    Candidate(what="payments/getAll, answer read", code=_GET_ALL_ANSWERED),
    Candidate(what="httpx.AsyncClient() made", before=_BASE, code="httpx.AsyncClient()"),
    Candidate(what="httpx and an answer, no TLS", code=_BARE_ANSWER),
    Candidate(what="mews and a page, no TLS", code=_PAGE),
]
