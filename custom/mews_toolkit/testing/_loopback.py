"""Keeps what runs from reaching any address but this machine's own."""

import socket
import sys
from collections.abc import Callable, Generator, Iterable
from contextlib import ExitStack, contextmanager
from functools import wraps
from ipaddress import ip_address
from typing import Any
from unittest import mock


class RefusedAddressError(BaseException):
    """Something under test went for an address beyond this machine.

    Like pytest's own failures it is no `Exception`: what goes there is a mistake of the test, and
    neither to be tried again nor to be caught with what may happen to a connection.
    """


class _Wall:
    """What may be reached: loopback, sockets of the file system, and these hosts."""

    def __init__(self, allowed: Iterable[str]) -> None:
        self._names = frozenset(it.lower() for it in allowed)
        self._addresses: frozenset[str] | None = None

    def check_connection(self, line: socket.socket, address: Any) -> None:
        # What has no host is a socket in the file system, or of another kind altogether.
        match address:
            case (str(host), port, *_) if not self._allows(host):
                # Who expects errors of the system only would leave it open.
                line.close()
                raise _refused(host, f"{host} port {port}")
            case _:
                pass

    def check_lookup(self, host: Any) -> None:
        name = host.decode("ascii", "replace") if isinstance(host, bytes | bytearray) else host
        # A literal address needs nobody to be asked, and is checked when it is connected to.
        if isinstance(name, str) and name and not _is_literal(name) and not self._allows(name):
            raise _refused(name, f"the name {name}")

    def check_reverse_lookup(self, host: Any) -> None:
        if isinstance(host, str) and not self._allows(host):
            raise _refused(host, f"the name of {host}")

    def _allows(self, host: str) -> bool:
        host = host.lower().rstrip(".")
        return _is_loopback(host) or host in self._names or host in self._of_names()

    def _of_names(self) -> frozenset[str]:
        """The addresses of the hosts that may be reached by name."""
        if self._addresses is None:
            self._addresses = frozenset()
            self._addresses = frozenset(
                str(found[4][0]) for name in self._names for found in _looked_up(name)
            )
        return self._addresses


_walls: list[_Wall] = []
_hooked = False


@contextmanager
def only_loopback(allowed: Iterable[str] = ()) -> Generator[None, None, None]:
    """Refuses every other address, except these hosts, to the whole process.

    That holds for connections, datagrams and lookups of names, in every thread. An event loop with
    sockets of its own, such as uvloop, goes past it.
    """
    global _hooked  # noqa: PLW0603 - a hook cannot be taken out again, so there is only one
    if not _hooked:
        _hooked = True
        sys.addaudithook(_on_event)
    wall = _Wall(allowed)
    _walls.append(wall)
    with ExitStack() as leaving:
        leaving.callback(_walls.remove, wall)
        for method in ("connect", "connect_ex", "sendto"):
            # Where these are given a name, they look it up before there is an event.
            checked = _checked(getattr(socket.socket, method), wall)
            leaving.enter_context(mock.patch.object(socket.socket, method, checked))
        yield


def _checked(method: Callable[..., Any], wall: _Wall) -> Callable[..., Any]:
    @wraps(method)
    def checked(line: socket.socket, *arguments: Any) -> Any:
        if arguments:
            wall.check_connection(line, arguments[-1])
        return method(line, *arguments)

    return checked


def _on_event(event: str, arguments: tuple[Any, ...]) -> None:
    if not _walls or not event.startswith("socket."):
        return
    wall = _walls[-1]
    match event, arguments:
        case ("socket.connect" | "socket.sendto" | "socket.sendmsg", (line, address, *_)):
            wall.check_connection(line, address)
        case ("socket.getaddrinfo" | "socket.gethostbyname", (host, *_)):
            wall.check_lookup(host)
        case "socket.gethostbyaddr", (host, *_):
            wall.check_reverse_lookup(host)
        case "socket.getnameinfo", ((host, *_), *_):
            wall.check_reverse_lookup(host)
        case _:
            pass


def _is_literal(host: str) -> bool:
    try:
        ip_address(host.partition("%")[0])
    except ValueError:
        return False
    return True


def _is_loopback(host: str) -> bool:
    if host == "localhost" or host.endswith(".localhost"):
        return True
    try:
        address = ip_address(host.partition("%")[0])
    except ValueError:
        return False
    mapped = getattr(address, "ipv4_mapped", None)
    return (mapped or address).is_loopback


def _looked_up(host: str) -> list[tuple[Any, ...]]:
    try:
        return list(socket.getaddrinfo(host, None))
    except OSError:
        # Whoever connects to it finds that out, too.
        return []


def _refused(host: str, what: str) -> RefusedAddressError:
    return RefusedAddressError(
        f"This test may not reach {what}: only loopback is open to tests that use mews_sandbox."
        f" To allow it, mark the test @pytest.mark.mews_allow_hosts({host!r}), or list the host in"
        " the option mews_allow_hosts of pytest. The option mews_loopback_only says which tests"
        " this is for."
    )
