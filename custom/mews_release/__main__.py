"""`python -m mews_release`: look at the README, the types, the installed wheel, or what changed."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from mews_release import api_changes, installation, page, type_information

_ROOT = Path(__file__).parents[2]


def main(arguments: list[str] | None = None) -> int:
    """What is found goes to stderr, one line each."""
    options = _parser().parse_args(arguments)
    match options.command:
        case "page":
            found, said = _of_page(page.description(options.wheel), strict=options.strict)
        case "install":
            found = installation.faults(options.wheel, options.python, _ROOT)
            said = f"Installs and works, with each extra, on {options.python}"
        case "types":
            found = type_information.faults(options.wheel, _ROOT)
            said = "The type information is complete"
        case _:
            found, said = api_changes.judged(options.root)
    for line in found:
        print(line, file=sys.stderr)
    if not found:
        print(said)
    return 1 if found else 0


def _of_page(text: str, *, strict: bool) -> tuple[list[str], str]:
    found, dead = page.faults(text), page.dead_links(text)
    said = "The page of the package renders"
    if not dead:
        return found, said
    told = (
        f"README: {len(dead)} files are linked to, which an index does not have;"
        " Source under [project.urls] in pyproject.toml would say where they are"
    )
    return ([*found, told], said) if strict else (found, f"{said}. {told}")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m mews_release", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    command = commands.add_parser("page", help="what an index shows of a wheel")
    command.add_argument("wheel", type=Path)
    command.add_argument("--strict", action="store_true", help="a link to a file is a fault")
    command = commands.add_parser("install", help="a wheel, alone and with each of its extras")
    command.add_argument("wheel", type=Path)
    command.add_argument("python")
    command = commands.add_parser("types", help="those that a wheel tells type checkers")
    command.add_argument("wheel", type=Path)
    command = commands.add_parser("changes", help="of the public names, since the last tag")
    command.add_argument("--root", type=Path, default=_ROOT)
    return parser


if __name__ == "__main__":
    sys.exit(main())
