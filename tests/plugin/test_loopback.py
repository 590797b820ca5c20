"""Tests reach this machine and no other. No packet leaves it here either: all is refused before."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from mews_toolkit.testing import RefusedAddressError
from mews_toolkit.testing._loopback import only_loopback
from support.users_tests import Run

# For documentation only (RFC 5737, RFC 3849, RFC 2606): nobody is there.
ELSEWHERE = "192.0.2.1"
NAMED = "mews.example"


def tcp() -> socket.socket:
    made = socket.socket()
    made.settimeout(0)
    return made


def connect(address: str) -> None:
    with tcp() as made:
        made.connect((address, 443))


def connect_ex() -> None:
    with tcp() as made:
        made.connect_ex((ELSEWHERE, 443))


def connect_by_version_6() -> None:
    with socket.socket(socket.AF_INET6) as made:
        made.connect(("2001:db8::1", 443))


def send() -> None:
    with socket.socket(type=socket.SOCK_DGRAM) as made:
        made.sendto(b"", (ELSEWHERE, 53))


def in_a_thread() -> None:
    with ThreadPoolExecutor(1) as pool:
        pool.submit(connect, ELSEWHERE).result()


WAYS: dict[str, Callable[[], object]] = {
    "connect": lambda: connect(ELSEWHERE),
    "connect to no address": lambda: connect("0.0.0.0"),  # noqa: S104 - it is to be refused
    "connect to a name": lambda: connect(NAMED),
    "connect_ex": connect_ex,
    "connect by version 6": connect_by_version_6,
    "send a datagram": send,
    "in a thread": in_a_thread,
    "create_connection": lambda: socket.create_connection((ELSEWHERE, 443)),
    "getaddrinfo": lambda: socket.getaddrinfo(NAMED, 443),
    "getaddrinfo of bytes": lambda: socket.getaddrinfo(NAMED.encode(), 443),
    "gethostbyname": lambda: socket.gethostbyname(NAMED),
    "gethostbyname_ex": lambda: socket.gethostbyname_ex(NAMED),
    "gethostbyaddr": lambda: socket.gethostbyaddr(ELSEWHERE),
    "getnameinfo": lambda: socket.getnameinfo((ELSEWHERE, 443), 0),
    "asyncio": lambda: asyncio.run(opened(ELSEWHERE)),
    "asyncio by name": lambda: asyncio.run(opened(NAMED)),
}


async def opened(host: str) -> None:
    await asyncio.open_connection(host, 443)


@pytest.mark.parametrize("way", WAYS.values(), ids=WAYS)
def test_every_way_out_is_refused(way: Callable[[], object]) -> None:
    with only_loopback(), pytest.raises(RefusedAddressError) as refused:
        way()

    # then the error names the address and how to allow it
    assert any(it in str(refused.value) for it in (ELSEWHERE, NAMED, "2001:db8::1", "0.0.0.0"))  # noqa: S104 - as above
    assert "mews_allow_hosts" in str(refused.value)


@pytest.mark.parametrize("host", ["127.0.0.1", "127.8.9.1", "localhost"])
def test_this_machine_is_reached(host: str) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server, only_loopback():
        address = (host, server.getsockname()[1])
        if host == "127.8.9.1":
            # Nobody listens there, but the system says so.
            with socket.socket() as made:
                assert made.connect_ex(address) != 0
        else:
            socket.create_connection(address, timeout=5).close()


def test_a_socket_of_the_file_system_is_reached(tmp_path: Path) -> None:
    name = str(tmp_path / "s")
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(name)
        server.listen()
        with only_loopback(), socket.socket(socket.AF_UNIX) as made:
            made.connect(name)


def test_a_host_that_is_allowed_is_asked_for_and_reached(monkeypatch: pytest.MonkeyPatch) -> None:
    # given a host of one address, as the system's own lookup would tell
    def looked_up(*_: object) -> list[object]:
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (ELSEWHERE, 0))]

    monkeypatch.setattr(socket, "getaddrinfo", looked_up)

    with only_loopback([NAMED]):
        # then what is in progress was not refused
        with pytest.raises(OSError, match=r"progress|unreachable"):
            connect(ELSEWHERE)
        with pytest.raises(RefusedAddressError):
            connect("192.0.2.2")


def test_all_is_open_again_afterwards() -> None:
    with only_loopback():
        pass

    with pytest.raises(OSError, match=r"progress|unreachable"):
        connect(ELSEWHERE)


GOING = f"""
import pytest
import socket
from mews_toolkit.testing import RefusedAddressError

def goes():
    with socket.socket(type=socket.SOCK_DGRAM) as made:
        # A datagram's socket sends nothing when it is connected.
        made.connect(("{ELSEWHERE}", 53))
"""


def test_only_tests_with_the_fixtures_are_held(run: Run) -> None:
    result = run(
        GOING
        + """
def test_first():
    goes()

def test_held(mews):
    with pytest.raises(RefusedAddressError):
        goes()

@pytest.mark.mews_allow_hosts("192.0.2.1")
def test_allowed(mews):
    goes()

def test_last():
    goes()
"""
    )

    result.assert_outcomes(passed=4)


def test_a_client_of_the_real_api_fails_at_once(run: Run) -> None:
    result = run(
        """
        from mews_connector import Environment, MewsClient

        async def test_it(mews):
            async with MewsClient(
                environment=Environment.PRODUCTION,
                client_token="a",
                access_token="b",
                client="Acme Ledger 1.4.0",
            ) as real:
                try:
                    await real.configuration.get()
                except Exception as error:
                    raise SystemExit("caught as what happens to a connection") from error
        """
    )

    result.assert_outcomes(failed=1)
    result.stdout.fnmatch_lines(["E *RefusedAddressError: *the name api.mews.com: only loopback*"])


@pytest.mark.parametrize(
    ("settings", "plain", "using"),
    [
        ("mews_loopback_only = all", False, False),
        ("mews_loopback_only = none", True, True),
        ("mews_allow_hosts = 10.0.0.1 192.0.2.1", True, True),
    ],
)
def test_the_settings_say_who_is_held(run: Run, settings: str, *, plain: bool, using: bool) -> None:
    result = run(
        GOING
        + """
def test_plain():
    goes()

def test_using(mews):
    goes()
""",
        settings=settings,
    )

    passed = plain + using
    result.assert_outcomes(passed=passed, failed=2 - passed)


def test_a_setting_that_is_none_is_refused(run: Run) -> None:
    result = run("def test_it(): pass", settings="mews_loopback_only = some")

    result.stderr.fnmatch_lines(["ERROR: mews_loopback_only is one of fixtures, all, none."])
