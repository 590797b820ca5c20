"""`mews doctor`: what works, what does not, and what to do about it."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncGenerator, Callable
from contextlib import aclosing
from operator import attrgetter
from typing import Any

import click
import httpx
from rich.text import Text

from mews_connector import MewsClient, RateWindow, RetryPolicy, errors
from mews_toolkit.cli._check import Check, Verdict
from mews_toolkit.cli._connect import connect, source
from mews_toolkit.cli._exit_code import ExitCode
from mews_toolkit.cli._printable import printable
from mews_toolkit.cli._probes import Probe, probes
from mews_toolkit.cli._records import Records
from mews_toolkit.cli._server_clock import ServerClock
from mews_toolkit.cli._settings import Format, Settings, settings_of, shared_options
from mews_toolkit.cli._table import console
from mews_toolkit.cli._writers import writer
from mews_toolkit.export import Column, text_of

__all__ = ["command"]

# Whether it works at all is the question here, and not whether it does in the end.
_BRIEF = RetryPolicy(attempts=2, deadline=40.0)


async def _checks(settings: Settings) -> AsyncGenerator[Check]:
    yield Check("credentials", Verdict.OK, f"from {source(settings)}")
    clock = ServerClock()
    async with connect(settings, retry=_BRIEF) as trial:
        # As the client's own does: what is on this machine is not reached through a proxy.
        trust_env = trial.environment.startswith("https:")
    hooks: dict[str, list[Callable[..., Any]]] = {"response": [clock.note]}
    async with (
        httpx.AsyncClient(trust_env=trust_env, event_hooks=hooks) as http,
        connect(settings, http_client=http, retry=_BRIEF) as mews,
    ):
        entered = await _entered(mews, settings)
        yield entered
        yield clock.check()
        if entered.verdict is Verdict.OK:
            for probe in probes():
                yield await _permission(probe, mews, settings)
        yield _rate(mews)


async def _entered(mews: MewsClient, settings: Settings) -> Check:
    """Whether the environment is there, and whether the tokens open anything in it."""
    try:
        configuration = await mews.configuration.get(enterprise_id=settings.the_enterprise())
    except errors.UnauthorizedError as error:
        advice = f"check that both tokens are those of {mews.environment}, and not disabled"
        return Check("tokens", Verdict.WRONG, str(error), advice)
    except (errors.BadRequestError, errors.InvalidRequestError) as error:
        advice = "for the token of a portfolio say --portfolio, and --enterprise with an id"
        return Check("tokens", Verdict.WRONG, str(error), advice)
    except (errors.NotSentError, errors.ResponseLostError) as error:
        advice = f"check the address {mews.environment}, the network and the proxy"
        return Check("environment", Verdict.WRONG, str(error), advice)
    except errors.MewsError as error:
        advice = "try again later; if it stays so, tell Mews' support the request id"
        return Check("environment", Verdict.WRONG, str(error), advice)
    found, asked = configuration.enterprise, settings.the_enterprise()
    opened = f"open {found.name} at {mews.environment}"
    if asked not in (None, found.id):
        advice = "use the tokens of the enterprise that you name, or name the one of the tokens"
        return Check("tokens", Verdict.WRONG, f"{opened}, which is {found.id}", advice)
    return Check("tokens", Verdict.OK, opened)


async def _permission(probe: Probe, mews: MewsClient, settings: Settings) -> Check:
    try:
        await probe.call(mews, settings.the_enterprise())
    except errors.UnauthorizedError as error:
        advice = "if you need it, have Mews permit it to the integration"
        return Check(probe.name, Verdict.DENIED, str(error), advice)
    except errors.InvalidRequestError as error:
        return Check(probe.name, Verdict.UNKNOWN, f"not tried: {error.message}")
    except (errors.BadRequestError, errors.BusinessRuleError) as error:
        return Check(probe.name, Verdict.UNKNOWN, str(error))
    except errors.MewsError as error:
        return Check(probe.name, Verdict.WRONG, str(error), "try again later")
    return Check(probe.name, Verdict.OK, "can be read")


def _rate(mews: MewsClient) -> Check:
    window = mews.limiter
    if not isinstance(window, RateWindow):
        return Check("rate", Verdict.UNKNOWN, "is kept by others")
    left = f"{window.available} requests left, as far as this command's own calls tell"
    return Check("rate", Verdict.OK, left)


_MARKS = {
    Verdict.OK: Text("ok     ", style="green"),
    Verdict.WRONG: Text("wrong  ", style="bold red"),
    Verdict.DENIED: Text("denied ", style="yellow"),
    Verdict.UNKNOWN: Text("?      ", style="yellow"),
}
_NAMES = ("name", "verdict", "detail", "advice")
_RECORDS = Records(
    [Column((each.capitalize(),), str, attrgetter(each)) for each in _NAMES],
    lambda check: json.dumps(
        {each.capitalize(): text_of(getattr(check, each)) for each in _NAMES}, ensure_ascii=False
    ),
)


def _teller(settings: Settings) -> Callable[[Check], None]:
    """What takes each check as soon as it is made."""
    if settings.format in (Format.JSON, Format.CSV):
        rows = writer(settings, _RECORDS)
        return lambda check: rows.write([check])
    terminal = console(settings)

    def show(check: Check) -> None:
        name = (f"{check.name}: ", "bold")
        line = Text.assemble(_MARKS[check.verdict], name, printable(check.detail))
        terminal.print(line, soft_wrap=True)
        if check.advice:
            terminal.print(Text(f"       {printable(check.advice)}"), soft_wrap=True)

    return show


async def _examine(settings: Settings) -> ExitCode:
    tell, masked = _teller(settings), settings.secrets.masked
    healthy = True
    async with aclosing(_checks(settings)) as checks:
        async for check in checks:
            tell(Check(check.name, check.verdict, masked(check.detail), check.advice))
            healthy &= check.verdict is not Verdict.WRONG
    return ExitCode.DONE if healthy else ExitCode.UNHEALTHY


@click.pass_context
def _run(context: click.Context, /) -> int:
    return asyncio.run(_examine(settings_of(context)))


command = click.Command(
    "doctor",
    callback=_run,
    params=[*shared_options()],
    short_help="Find out what is wrong, and what to do.",
    help=(
        "Reaches the environment, tries the tokens, compares the clocks, and calls every operation"
        " that reads, asking for next to nothing: some 20 requests. What writes is not tried."
        "\n\nEnds with 10 if something is wrong, and says what to do about it. An operation that"
        " the tokens may not call is denied, which may be as it should be."
    ),
)
