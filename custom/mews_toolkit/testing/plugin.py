"""The plugin: what pytest loads at its start, and so next to nothing.

A test that asks for none of the fixtures is left alone.
"""

from collections.abc import Generator, Mapping
from contextlib import ExitStack
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    import asyncio
    from collections.abc import Callable

    from mews_connector import MewsClient
    from mews_toolkit.testing._clock import SandboxClock
    from mews_toolkit.testing._sandbox import MewsSandbox

_clock = pytest.StashKey["SandboxClock"]()
_sandbox = pytest.StashKey["MewsSandbox"]()

_FACTORIES = "mews virtual time"


def pytest_addoption(parser: pytest.Parser) -> None:
    """Adds the options of the ini file."""
    parser.addini(
        "mews_loopback_only",
        "which tests may reach only loopback: those that use mews_sandbox (fixtures), all, or none",
        default="fixtures",
    )
    parser.addini(
        "mews_allow_hosts", "hosts that those tests may reach all the same", type="args", default=[]
    )


def pytest_configure(config: pytest.Config) -> None:
    """Makes the marks known."""
    for line in (
        "mews_sandbox(**settings): settings of this test's sandbox, and `now`, when it starts",
        "mews_virtual_time: waiting takes no time in this test",
        "mews_allow_hosts(*hosts): hosts that this test may reach beside loopback",
    ):
        config.addinivalue_line("markers", line)
    who = config.getini("mews_loopback_only")
    if who not in ("fixtures", "all", "none"):
        raise pytest.UsageError("mews_loopback_only is one of fixtures, all, none.")
    if who == "all":
        config.pluginmanager.register(_EveryTest(), "mews loopback only")


class _EveryTest:
    @pytest.fixture(autouse=True)
    def _mews_every_test(self, _mews_loopback_only: None) -> None:
        """Holds every test to loopback."""


@pytest.fixture
def _mews_loopback_only(request: pytest.FixtureRequest) -> Generator[None, None, None]:
    """Holds the test to loopback."""
    if request.config.getini("mews_loopback_only") == "none":
        yield
        return
    from mews_toolkit.testing._loopback import only_loopback  # noqa: PLC0415 - loaded when used

    marked = [str(host) for it in request.node.iter_markers("mews_allow_hosts") for host in it.args]
    with only_loopback([*request.config.getini("mews_allow_hosts"), *marked]):
        yield


@pytest.fixture
def mews_clock(request: pytest.FixtureRequest) -> Generator["SandboxClock", None, None]:
    """The clock of `mews_sandbox` and its clients."""
    clock = _clock_of(request.node)
    yield clock
    # Limits are kept by the process for as long as they remember requests by this clock.
    clock.run()


@pytest.fixture
def mews_sandbox(
    request: pytest.FixtureRequest, mews_clock: "SandboxClock", _mews_loopback_only: None
) -> Generator["MewsSandbox", None, None]:
    """A Mews of the test's own, without any socket."""
    from mews_toolkit.testing._sandbox import MewsSandbox  # noqa: PLC0415 - loaded when used

    settings = _settings(request.node)
    settings.pop("now", None)
    with ExitStack() as leaving:
        sandbox = MewsSandbox(mews_clock, leaving, **settings)
        request.node.stash[_sandbox] = sandbox
        yield sandbox
    # pytest keeps the test to the end of its run.
    del request.node.stash[_sandbox]


@pytest.fixture
def mews(mews_sandbox: "MewsSandbox") -> "MewsClient":
    """A client of `mews_sandbox`."""
    return mews_sandbox.client()


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item: pytest.Item) -> None:
    """Stops the clock of a test in which waiting takes no time, before its loop is made."""
    if item.get_closest_marker("mews_virtual_time"):
        clock = _clock_of(item)
        clock.stand()
        item.config.stash[_clock] = clock


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_generate_tests(metafunc: pytest.Metafunc) -> Generator[None, object, object]:
    """Gives a test in which waiting takes no time its loop.

    pytest-asyncio takes any answer to its question for loops as one for all tests. So only these
    tests find somebody who answers.
    """
    if metafunc.definition.get_closest_marker("mews_virtual_time") is None:
        return (yield)
    plugins = metafunc.config.pluginmanager
    factories = _Factories(metafunc.config)
    plugins.register(factories, _FACTORIES)
    try:
        return (yield)
    finally:
        plugins.unregister(factories)


class _Factories:
    def __init__(self, config: pytest.Config) -> None:
        self._config = config

    @pytest.hookimpl(tryfirst=True, optionalhook=True)
    def pytest_asyncio_loop_factories(
        self,
    ) -> "Mapping[str, Callable[[], asyncio.AbstractEventLoop]]":
        """The one loop of such a test."""
        return {"virtual": self._new_loop}

    def _new_loop(self) -> "asyncio.AbstractEventLoop":
        # Tests are collected long before there is a clock.
        return self._config.stash[_clock].new_loop()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item,
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Tells of a test that failed what its sandbox was asked."""
    report = yield
    sandbox = item.stash.get(_sandbox, None)
    if sandbox is not None and report.when == "call" and report.failed:
        report.sections.append(("mews_sandbox", sandbox.story()))
    return report


def _settings(node: pytest.Item) -> dict[str, Any]:
    """What the marks say, the closest with the last word."""
    settings: dict[str, Any] = {}
    for mark in reversed(list(node.iter_markers("mews_sandbox"))):
        settings |= mark.kwargs
    return settings


def _clock_of(item: pytest.Item) -> "SandboxClock":
    if _clock not in item.stash:
        from mews_toolkit.testing._clock import SandboxClock  # noqa: PLC0415 - loaded when used

        item.stash[_clock] = SandboxClock(_settings(item).get("now"))
    return item.stash[_clock]
