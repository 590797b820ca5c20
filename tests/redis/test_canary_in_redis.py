"""Redis is told hashes, times and ids of payments: no token, no identifier, no amount."""

from __future__ import annotations

import socket
from collections.abc import Generator
from contextlib import contextmanager
from decimal import Decimal

from mews_connector import RedisRateWindow, models
from mews_toolkit.sandbox import Sandbox, serve_in_thread
from mews_toolkit.workflows import RedisClaims, ensure_external_payment
from support.redis_server import RedisServer
from support.sandboxes import sandbox_client
from support.secrecy import keeps

GUEST = "guest@example.com"


@contextmanager
def overheard(redis: RedisServer) -> Generator[list[str]]:
    """Every command that Redis is given meanwhile, with its keys and values."""
    told: list[str] = []
    with socket.create_connection(("127.0.0.1", redis.port), timeout=5) as connection:
        connection.sendall(b"MONITOR\r\n")
        heard = connection.makefile("rb")
        assert heard.readline() == b"+OK\r\n"
        yield told
        redis.tell("ECHO", "the-end")
        while "the-end" not in (line := heard.readline().decode("latin-1")):
            told.append(line)


async def test_the_window_and_the_claims_tell_redis_no_secret(redis: RedisServer) -> None:
    # given
    sandbox = Sandbox(payments=0)
    window = RedisRateWindow(redis.url)

    # when
    with serve_in_thread(sandbox) as server, overheard(redis) as told:
        async with sandbox_client(server, limiter=window, rate_limit=None) as mews:
            ensured = await ensure_external_payment(
                mews,
                account_id=sandbox.customer().id,
                amount=models.AmountParameters(currency="GBP", gross_value=Decimal("25.50")),
                type_=models.ExternalPaymentType.CASH,
                external_identifier=GUEST,
                claims=RedisClaims(redis.url),
            )

    # then
    said = "".join(told)
    assert "mews:claim:" in said
    assert ":slots" in said
    assert str(ensured.payment.id) in said
    assert keeps(told)
    for secret in (GUEST, "25.5", str(sandbox.customer().id)):
        assert secret not in said
