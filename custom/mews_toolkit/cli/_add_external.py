"""`mews payments add-external`: a payment taken elsewhere, recorded exactly once."""

from __future__ import annotations

import asyncio
import os
import re
import sys
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any
from uuid import UUID

import attrs
import click
from attrs import frozen

from mews_connector import MewsClient, models
from mews_toolkit.cli._complaint import ComplaintError
from mews_toolkit.cli._connect import connect
from mews_toolkit.cli._docstring import read_docstring
from mews_toolkit.cli._exit_code import ExitCode
from mews_toolkit.cli._in_options import in_options
from mews_toolkit.cli._printable import printable
from mews_toolkit.cli._records import Records
from mews_toolkit.cli._settings import Settings, settings_of, shared_options
from mews_toolkit.cli._writers import writer
from mews_toolkit.export import columns_of, row_as_json
from mews_toolkit.money import check_sendable
from mews_toolkit.workflows import EnsuredPayment, SqliteClaims, ensure_external_payment

__all__ = ["command"]

_OPTIONS = {
    "enterprise_id": "--enterprise",
    "amount.gross_value": "--amount",
    "currency": "--currency",
    "external_identifier": "--external-identifier",
}
_AMOUNT = re.compile(r"-?[0-9]+(\.[0-9]+)?")


class _Exactly(click.ParamType[Any]):
    name = "amount"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> Decimal:
        if not _AMOUNT.fullmatch(str(value)):
            self.fail(f"{value!r} is no amount; write it as 100.00", param, ctx)
        return Decimal(value)


_EXACTLY = _Exactly()


@frozen(kw_only=True)
class _Asked:
    """What the arguments say."""

    account_id: UUID
    amount: models.AmountParameters
    type_: models.ExternalPaymentType
    external_identifier: str
    bill_id: UUID | None
    reservation_id: UUID | None
    accounting_category_id: UUID | None
    notes: str | None
    enterprise_id: UUID | None

    def request(self) -> models.PaymentsAddExternalRequest:
        """What would be sent, beside the tokens."""
        return models.PaymentsAddExternalRequest(**self._values())

    async def ensure(self, mews: MewsClient, claims: Path) -> EnsuredPayment:
        """Has it recorded."""
        return await ensure_external_payment(mews, **self._values(), claims=SqliteClaims(claims))

    def _values(self) -> dict[str, Any]:
        return attrs.asdict(self, recurse=False)

    def __str__(self) -> str:
        value = self.amount.gross_value
        money = "Record" if value is not None and value > 0 else "Record as given back"
        return (
            f"{money} {value} {self.amount.currency} gross, {self.type_}, of account"
            f" {self.account_id} as {self.external_identifier!r}"
        )


def _run(context: click.Context, given: dict[str, Any]) -> None:
    settings = settings_of(context)
    asked = _asked(settings, given)
    if given["dry_run"]:
        click.echo(asked.request().to_json().decode())
        return
    if not given["yes"] and not sys.stdin.isatty():
        raise click.UsageError("Nobody can be asked here: say --yes, or --dry-run to see it")
    if not given["yes"]:
        _agree(settings, asked)
    ensured = _ensured(settings, asked, given["claims"] or _usual_claims())
    found = "was there already" if ensured.found else "was added"
    # Told first: whoever reads the row may be gone.
    click.echo(f"mews: payment {ensured.payment.id} {found}", err=True)
    rows = writer(settings, Records(columns_of(models.Payment), row_as_json))
    rows.write([ensured.payment])


def _asked(settings: Settings, given: dict[str, Any]) -> _Asked:
    amount = models.AmountParameters(currency=given["currency"], gross_value=given["amount"])
    with in_options(_OPTIONS):
        check_sendable(amount, signed=True)
    return _Asked(
        account_id=given["account"],
        amount=amount,
        type_=models.ExternalPaymentType(given["type_"]),
        external_identifier=given["external_identifier"],
        bill_id=given["bill"],
        reservation_id=given["reservation"],
        accounting_category_id=given["accounting_category"],
        notes=given["notes"],
        enterprise_id=settings.the_enterprise(),
    )


def _ensured(settings: Settings, asked: _Asked, claims: Path) -> EnsuredPayment:
    async def ensure() -> EnsuredPayment:
        async with connect(settings) as mews:
            with in_options(_OPTIONS):
                return await asked.ensure(mews, claims)

    try:
        return asyncio.run(ensure())
    except KeyboardInterrupt:
        raise ComplaintError(
            "interrupted: it may or may not have been recorded;"
            " run the same command again: it looks before it writes",
            ExitCode.INTERRUPTED,
        ) from None


def _agree(settings: Settings, asked: _Asked) -> None:
    """Asks whoever sits there, who is told where the payment would go."""

    async def place() -> str:
        async with connect(settings) as mews:
            configuration = await mews.configuration.get(enterprise_id=asked.enterprise_id)
            return f"{configuration.enterprise.name} ({mews.environment})"

    # Not on an event loop, whose end would wait for the answer even after Ctrl-C.
    if not click.confirm(printable(f"{asked}, in {asyncio.run(place())}?"), err=True):
        raise ComplaintError("nothing was sent", ExitCode.DECLINED)


def _usual_claims() -> Path:
    home = os.environ.get("XDG_STATE_HOME")
    folder = (Path(home) if home else Path.home() / ".local" / "state") / "mews"
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        line = f"{folder}: {error.strerror}; name a file by --claims"
        raise ComplaintError(line, ExitCode.SETUP) from None
    return folder / "claims.sqlite"


_IDS = {
    "account_id": "account",
    "bill_id": "bill",
    "reservation_id": "reservation",
    "accounting_category_id": "accounting_category",
}
_TYPES = [str(each.value) for each in models.ExternalPaymentType]


def _parameters() -> Iterator[click.Parameter]:
    """The options, with the words that the workflow has for them."""
    told = read_docstring(ensure_external_payment).arguments
    yield click.Option(
        ["--amount"], type=_EXACTLY, required=True, help=f"{told['amount']} Gross, as 100.00."
    )
    yield click.Option(["--currency"], required=True, help="ISO 4217 code, as GBP.")
    yield click.Option(
        ["--type", "type_"],
        type=click.Choice(_TYPES, case_sensitive=False),
        required=True,
        metavar="TYPE",
        help=f"{told['type_']} One of {', '.join(_TYPES)}.",
    )
    yield click.Option(["--external-identifier"], required=True, help=told["external_identifier"])
    for keyword, name in _IDS.items():
        yield click.Option(
            [f"--{name.replace('_', '-')}"],
            type=click.UUID,
            required=keyword == "account_id",
            help=told[keyword],
        )
    yield click.Option(["--notes"], help=told["notes"])
    yield click.Option(
        ["--claims"],
        type=click.Path(path_type=Path, dir_okay=False),
        help="SQLite file on a local disk that keeps two commands from recording the same"
        " payment [~/.local/state/mews/claims.sqlite].",
    )
    yield click.Option(["--dry-run"], is_flag=True, help="Show what would be sent; send nothing.")
    yield click.Option(["--yes"], is_flag=True, help="Do not ask before anything is sent.")
    yield from shared_options()


@click.pass_context
def _command(context: click.Context, /, **given: Any) -> None:
    _run(context, given)


command = click.Command(
    "add-external",
    callback=_command,
    params=[*_parameters()],
    short_help="Record a payment exactly once.",
    help=(
        "Sees to it that a payment taken elsewhere is recorded once, however often this is run"
        " with the same account and external identifier.\n\nIt looks for the payment, asks, and"
        " adds it if there is none. The payment is written to the standard output. After a"
        " request that nobody answered, it waits for minutes and looks before it writes again."
    ),
)
