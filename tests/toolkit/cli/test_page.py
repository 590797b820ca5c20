"""docs/cli.md: its commands run, and its tables say what the code says."""

from __future__ import annotations

import re
import shlex
import tomllib
from pathlib import Path

import click
import pytest

from mews_toolkit.cli._app import app
from mews_toolkit.cli._credentials_file import KEYS
from mews_toolkit.cli._exit_code import ExitCode
from mews_toolkit.cli._filters import main_span
from mews_toolkit.cli._listings import listings_of, resource_names
from mews_toolkit.sandbox import Sandbox
from support.command import Mews
from support.readme import ROOT

PAGE = (ROOT / "docs" / "cli.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(r"^\$ mews (.*)$", PAGE, re.MULTILINE)
CODE = re.compile(r"`(--[a-z-]+)")


def table(first_heading: str) -> list[list[str]]:
    rows = PAGE.split(f"\n| {first_heading} |", 1)[1].split("\n\n", 1)[0].splitlines()[2:]
    return [[cell.strip().strip("`") for cell in row.strip("|").split(" | ")] for row in rows]


@pytest.mark.parametrize("example", EXAMPLES)
def test_every_example_runs(
    example: str, mews: Mews, sandbox: Sandbox, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Some write a file.
    monkeypatch.chdir(tmp_path)
    arguments = shlex.split(re.split(r"[|>]", example, maxsplit=1)[0])
    account = str(sandbox.customer().id)
    arguments = [account if it.startswith("3fa85f64-") else it for it in arguments]

    ran = mews(*arguments, *(["--dry-run"] if "add-external" in arguments else []))

    assert ran.code == 0, ran.err


def test_the_listings_are_those_that_there_are() -> None:
    told = {command: short for command, _, short in table("Command")}
    made: dict[str, str] = {}
    for resource in resource_names():
        for listing in listings_of(resource):
            span = main_span(listing.filters)
            name = f"mews {resource.replace('_', '-')} {listing.name}"
            made[name] = span.filter.option.opts[0] if span else ""

    assert told == made


def test_the_exit_codes_are_those_that_there_are() -> None:
    told = {name: int(code) for code, name, _ in table("Code") if name}

    assert told == {each.name: each.value for each in ExitCode}


def test_the_file_of_credentials_has_the_keys_that_are_read() -> None:
    [example] = re.findall(r"^```toml\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)

    assert set(tomllib.loads(example)) == set(KEYS)


def test_the_variables_are_those_that_are_read() -> None:
    told = {row[0] for row in table("Variable")}
    source = "".join(
        file.read_text() for file in (ROOT / "custom" / "mews_toolkit" / "cli").glob("*.py")
    )
    read = set(re.findall(r'"((?:MEWS|XDG)_[A-Z_]+)"', source))

    assert {it for it in told if it.startswith(("MEWS", "XDG"))} == read


def test_every_option_that_is_told_of_exists() -> None:
    there: set[str] = {"--help"}
    waiting: list[click.Command] = [app]
    with app.make_context("mews", [], resilient_parsing=True) as context:
        while waiting:
            command = waiting.pop()
            there.update(opt for it in command.params for opt in it.opts)
            if isinstance(command, click.Group):
                found = [command.get_command(context, it) for it in command.list_commands(context)]
                waiting += [it for it in found if it is not None]

    assert set(CODE.findall(PAGE)) <= there
